/** Two different workbooks of one unit and period in one delivery: nobody but the sender knows which is the last. */

import type { FormIdentity } from '../collect/form/model';
import { error, type Diagnostic } from '../lib/diagnostic';
import { groupBy } from '../lib/group';
import type { LedgerEvent } from '../ledger/events';

/** A workbook as far as it must be known here; null where it could not be read or says not whose it is. */
export interface Delivered {
  readonly name: string;
  readonly identity: FormIdentity | null;
  readonly sha256: string | null;
}

/** BC2208 for each of them; workbooks that the ledger holds already (`known`, by unit) are not counted. */
export function doubledFiles<T extends Delivered>(
  files: readonly T[],
  known: ReadonlyMap<string, readonly LedgerEvent[]>,
): ReadonlyMap<T, Diagnostic> {
  const isNew = ({ sha256, identity }: T): boolean =>
    identity !== null && known.get(identity.unit)?.some((e) => e.fact.source === sha256) !== true;
  const fresh = files.filter(isNew);
  const groups = groupBy(fresh, ({ identity }) => `${identity?.plan}\u0000${identity?.period}\u0000${identity?.unit}`);
  const found = new Map<T, Diagnostic>();
  for (const group of groups.values()) {
    if (new Set(group.map((f) => f.sha256)).size < 2) continue;
    for (const file of group) {
      const { unit = '', period = '' } = file.identity ?? {};
      const params = { unit, period, files: group.map((f) => f.name).join(', ') };
      found.set(file, error('BC2208', { file: file.name }, params));
    }
  }
  return found;
}
