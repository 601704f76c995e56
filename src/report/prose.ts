/**
 * Prose from Handlebars: strict (a name that is not there is an error, never an empty place), only the helpers
 * listed here, no HTML escaping (this is text; each renderer escapes for itself). Numbers in a sentence are always
 * written by a helper from the value that the tables show, so they cannot differ.
 */

import Handlebars from 'handlebars';
import type { PlainDate } from '../calendar/plain-date';
import { formatInteger, formatLongDate, formatPercent, joinList } from '../i18n/format';
import { STATUS_PHRASES } from '../i18n/statuses';
import { lowerFirst, numberWord, upperFirst } from '../i18n/words';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import { STATUSES, type Status } from '../obligations/schema';
import { proseFault } from './prose-faults';

/** Prose files by name ("unit/ke-hoach", "mo-dau"). */
export type ProseSet = ReadonlyMap<string, string>;

export interface Prose {
  /** Renders the scope's own file, else the shared one; BC3001 names the file and what was missing in it. */
  render(name: string, scope: string, view: object): Outcome<string>;
  /** A short text such as a title, given inline. */
  inline(template: string, view: object): Outcome<string>;
}

interface HelperOptions {
  readonly hash: Record<string, unknown>;
}

/** "6 nhiệm vụ hoàn thành đúng hạn, 1 nhiệm vụ hoàn thành quá hạn và …": the counts that are not zero. */
function countPhrases(counts: Record<string, number>, ...rest: unknown[]): string {
  const { hash } = rest.pop() as HelperOptions;
  const wanted = rest as Status[];
  for (const status of wanted)
    if (!STATUSES.includes(status)) throw new Error(`"${String(status)}" không phải là trạng thái`);
  const phrases = wanted
    .filter((s) => (counts[s] ?? 0) > 0)
    .map((s) => `${formatInteger(counts[s] as number)} ${String(hash['noun'])} ${STATUS_PHRASES[s]}`);
  return joinList(phrases);
}

const HELPERS: Record<string, (...args: never[]) => unknown> = {
  so: (value: number) => formatInteger(value),
  cauSo: (value: number) => numberWord(value),
  tyLe: (percent: number | null) => (percent === null ? 'không phát sinh' : formatPercent(percent)),
  ngay: (day: PlainDate) => formatLongDate(day),
  hoa: (text: string) => upperFirst(text),
  thuong: (text: string) => lowerFirst(text),
  upper: (text: string) => text.toLocaleUpperCase('vi'),
  cacKhoan: countPhrases,
};

export const HELPER_NAMES: readonly string[] = Object.keys(HELPERS);

/** Compiles each file once, when first used. */
export function proseOf(files: ProseSet): Prose {
  const engine = Handlebars.create();
  for (const [name, helper] of Object.entries(HELPERS))
    engine.registerHelper(name, helper as Handlebars.HelperDelegate);
  const knownHelpers = Object.fromEntries(HELPER_NAMES.map((n) => [n, true]));
  const options: CompileOptions = {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers,
    noEscape: true,
    preventIndent: true,
  };
  const compiled = new Map<string, HandlebarsTemplateDelegate>();
  const run = (name: string, source: string, view: object): Outcome<string> => {
    try {
      let template = compiled.get(source);
      if (!template) compiled.set(source, (template = engine.compile(source, options)));
      return ok(template(view));
    } catch (reason) {
      const known = Object.keys(view).join(', ');
      return failed([error('BC3001', { file: name }, { reason: proseFault(source, view, reason as Error), known })]);
    }
  };
  return {
    render: (name, scope, view) => {
      const key = files.has(`${scope}/${name}`) ? `${scope}/${name}` : name;
      const source = files.get(key);
      if (source === undefined)
        return failed([error('BC3002', { file: `prose/${key}.hbs` }, { name, known: [...files.keys()].join(', ') })]);
      return run(`prose/${key}.hbs`, source, view);
    },
    inline: (template, view) => run('outline.json', template, view),
  };
}
