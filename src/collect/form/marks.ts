/** Faults of a workbook as marks on its cells: what is wrong and what to do, where it is; the rest on the first sheet. */

import type { Diagnostic } from '../../lib/diagnostic';
import type { ReadWorkbook } from '../read/cells';

export interface FormMark {
  /** Part of the package that holds the sheet. */
  readonly part: string;
  readonly cell: string;
  readonly text: string;
  /** Must be put right, or should be looked at. */
  readonly level: 'error' | 'warning';
}

/** Marks for errors and warnings; `say` puts one into words. Several about one cell become one mark. */
export function marksOf(
  diagnostics: readonly Diagnostic[],
  workbook: ReadWorkbook,
  say: (diagnostic: Diagnostic) => string,
): readonly FormMark[] {
  const first = workbook.sheets.find((s) => !s.hidden) ?? workbook.sheets[0];
  const marks = new Map<string, FormMark>();
  for (const diagnostic of diagnostics.filter((d) => d.level !== 'info')) {
    const { sheet, cell } = diagnostic.where;
    const named = workbook.sheets.find((s) => s.name === sheet && !s.hidden);
    const part = named?.part ?? first?.part;
    if (part === undefined) continue;
    const at = named && cell !== undefined ? cell : 'A1';
    const before = marks.get(`${part}\u0000${at}`);
    const text = say({ ...diagnostic, where: {} });
    const level = before?.level === 'error' || diagnostic.level === 'error' ? 'error' : 'warning';
    marks.set(`${part}\u0000${at}`, { part, cell: at, text: before ? `${before.text}\n${text}` : text, level });
  }
  return [...marks.values()];
}
