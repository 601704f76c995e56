/** `indicators export` and `load`: the list as a workbook to edit, and the edited workbook as a data file. */

import { indicatorWorkbook } from '../collect/indicator-list/write';
import { readIndicatorList } from '../collect/indicator-list/read';
import type { Bodies } from '../figures/indicator-faults';
import type { IndicatorsFile } from '../figures/schema';
import { formatInteger } from '../i18n/format';
import { failed, ok, type Outcome } from '../lib/diagnostic';
import { readDocument } from '../plan/import/readers/document';
import type { Renderers } from './outputs';

export function indicatorList(file: IndicatorsFile, render: Pick<Renderers, 'xlsx'>): Promise<Uint8Array> {
  return render.xlsx(indicatorWorkbook(file));
}

export interface LoadedList {
  readonly file: IndicatorsFile;
  /** The data file as it is written. */
  readonly text: string;
}

/** Reads, checks and writes out again; every fault of the workbook at once. */
export function loadIndicatorList(
  source: { readonly name: string; readonly bytes: Uint8Array },
  id: string,
  bodies: Bodies,
): Outcome<LoadedList> {
  const document = readDocument(source.name, source.bytes);
  if (!document.value) return failed(document.diagnostics);
  const list = readIndicatorList({ document: document.value, file: source.name, id, bodies });
  if (!list.value) return failed([...document.diagnostics, ...list.diagnostics]);
  return ok({ file: list.value, text: `${JSON.stringify(list.value, null, 2)}\n` }, list.diagnostics);
}

/** What changed against the list that is there, in codes. */
export function listChanges(
  before: IndicatorsFile | null,
  after: IndicatorsFile,
): { readonly added: readonly string[]; readonly removed: readonly string[]; readonly changed: readonly string[] } {
  const of = (file: IndicatorsFile | null): ReadonlyMap<string, string> =>
    new Map(
      [...(file?.indicators ?? []), ...(file?.checks ?? [])].map((entry) => [
        entry.code,
        JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))),
      ]),
    );
  const [old, now] = [of(before), of(after)];
  return {
    added: [...now.keys()].filter((code) => !old.has(code)),
    removed: [...old.keys()].filter((code) => !now.has(code)),
    changed: [...now].filter(([code, text]) => old.has(code) && old.get(code) !== text).map(([code]) => code),
  };
}

export function listText({ file }: LoadedList, changes: ReturnType<typeof listChanges>): string {
  const some = (label: string, codes: readonly string[]): readonly string[] =>
    codes.length > 0 && codes.length < file.indicators.length
      ? [`${label} ${formatInteger(codes.length)}: ${codes.join(', ')}`]
      : [];
  return [
    `${file.id}: ${formatInteger(file.indicators.length)} chỉ tiêu, ${formatInteger(file.checks.length)} quy tắc kiểm tra`,
    ...some('thêm', changes.added),
    ...some('bỏ', changes.removed),
    ...some('sửa', changes.changed),
  ].join('\n');
}
