/**
 * Defined names of the package: the workbook's own, and the two that Excel keeps for itself for each sheet
 * (rows repeated on every printed page, the range under the filter).
 */

import type { Sheet, Workbook } from '../../report/workbook';
import type { Layout } from './layout';
import type { DefinedName } from './package-patch';
import { quoteSheet, safeSheetNames, type SheetDirectory } from './sheet-names';

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u;
const LIKE_A_CELL = /^(?:[A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/i;

/** "A", "Z", "AA": the letters of column `index` (from 0). */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** The range under the filter, absolute: header row and data, without the total lines at the end. */
export function filterRange(sheet: Sheet, headerRow: number): string {
  let last = sheet.rows.length;
  while (last > 0 && sheet.rows.at(last - 1)?.[0]?.style === 'total') last -= 1;
  return `$A$${headerRow}:$${columnLetters(sheet.columns.length - 1)}$${headerRow + last}`;
}

function checkName(name: string): string {
  if (!NAME.test(name) || LIKE_A_CELL.test(name)) throw new RangeError(`not a defined name: ${name}`);
  return name;
}

/** All names, sorted as Excel sorts them. Throws on a name that Excel refuses: names are written by programmers. */
export function definedNames(
  workbook: Workbook,
  layouts: readonly Layout[],
  directory: SheetDirectory,
): readonly DefinedName[] {
  const names: DefinedName[] = Object.entries(workbook.names).map(([name, reference]) => ({
    name: checkName(name),
    reference: directory.rewrite(reference),
  }));
  const safe = safeSheetNames(workbook.sheets.map((sheet) => sheet.name));
  workbook.sheets.forEach((sheet, i) => {
    if (sheet.columns.length === 0) return;
    const quoted = quoteSheet(safe[i] as string);
    const layout = layouts[i] as Layout;
    const row = layout.headerRow;
    const across = layout.paper.pagesAcross > 1 && sheet.freezeColumns > 0;
    const columns = across ? `${quoted}!$A:$${columnLetters(sheet.freezeColumns - 1)},` : '';
    // A sheet with a break of its own holds several tables: the header of the first belongs to no other page.
    if (sheet.breakBefore === undefined)
      names.push({ name: '_xlnm.Print_Titles', reference: `${columns}${quoted}!$${row}:$${row}`, sheet: i });
    if (!sheet.autoFilter) return;
    names.push({
      name: '_xlnm._FilterDatabase',
      reference: `${quoted}!${filterRange(sheet, row)}`,
      sheet: i,
      hidden: true,
    });
  });
  const key = (n: DefinedName): string => `${n.name.toLowerCase()}|${String(n.sheet ?? -1).padStart(5, '0')}`;
  return names.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
