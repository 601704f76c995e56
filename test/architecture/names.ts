/** The ids that data files give to plans, bodies, groups, regimes and forms: names that code must never know. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DATA = join(__dirname, '..', '..', 'data');

interface Named {
  readonly id: string;
  readonly units?: readonly { readonly id: string }[];
  readonly groups?: readonly { readonly id?: string }[];
}

function filesOf(folder: string): readonly Named[] {
  return readdirSync(join(DATA, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(DATA, folder, name), 'utf8')) as Named);
}

/** `ids` are whole texts; `words` are places and plans that may not stand in any text at all. */
export function namesOfData(): { readonly ids: ReadonlySet<string>; readonly words: readonly string[] } {
  const found = ['plans', 'regimes', 'units', 'indicators', 'rules'].flatMap(filesOf);
  const registries = filesOf('units');
  const bodies = registries.flatMap(({ units = [], groups = [] }) => [...units, ...groups].map((e) => e.id));
  const ids = new Set([...found.map((f) => f.id), ...bodies.filter((id) => id !== undefined)]);
  const words = [...registries.map((r) => r.id), 'hanoi', 'ha-noi', 'hà nội', 'hcmc', 'ho-chi-minh', 'sở nội vụ'];
  return { ids, words: [...new Set(words)] };
}
