/**
 * Names of bodies as keys of the workbook: formulas find a body's rows by its name, so two bodies of one name ("UBND
 * xã Tân Lập" of two provinces) are told apart by their codes. Excel compares without regard to case.
 */

import type { Registry } from '../../units/registry';
import { shortName } from '../wording';

export type UnitLabel = (unit: string) => string;

export function unitLabels(units: Iterable<string>, registry: Registry): UnitLabel {
  const ids = [...new Set(units)];
  const key = (name: string): string => name.toLocaleLowerCase('vi');
  const seen = new Map<string, number>();
  for (const id of ids) {
    const name = key(shortName(id, registry));
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const labels = new Map(
    ids.map((id) => {
      const name = shortName(id, registry);
      return [id, (seen.get(key(name)) ?? 0) > 1 ? `${name} (${id})` : name];
    }),
  );
  return (unit) => labels.get(unit) ?? shortName(unit, registry);
}
