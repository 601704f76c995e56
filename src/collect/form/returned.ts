/**
 * A workbook that came back, held against the form that went out: whose it is, its three sheets found by their
 * headers whatever they are called now, each row found by its code wherever it stands now. What is missing, doubled,
 * foreign or changed is said with its cell.
 */

import { error, failed, ok, type Diagnostic, type Outcome, type Place } from '../../lib/diagnostic';
import { fold, squeeze } from '../../lib/text';
import { addressOf, cellAt, type ReadCell, type ReadRow, type ReadSheet, type ReadWorkbook } from '../read/cells';
import { FORM_MARK, FORM_SHEETS, GUIDE_LINES, type FormSheet } from './columns';
import type { FormIdentity } from './model';
import { knownColumns, lockedHash, readSeal, type Seal } from './seal';

/** One cell for an answer, with its place; `cell` undefined: blank. */
export interface AskedCell {
  readonly cell: ReadCell | undefined;
  readonly where: Place;
}

export interface ReturnedRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, AskedCell>>;
  /** The row as a whole: its code's cell. */
  readonly where: Place;
}

export interface ReturnedForm {
  readonly seal: Seal;
  readonly rows: Readonly<Record<FormSheet, ReadonlyMap<string, ReturnedRow>>>;
  /** The workbook itself, for the sheets that are not in the seal. */
  readonly workbook: ReadWorkbook;
}

const textOf = (cell: ReadCell | undefined): string => (cell === undefined ? '' : String(cell.value));

/** A workbook is asked whose it is, and then what it says. */
const seals = new WeakMap<ReadWorkbook, Seal>();

/** Identity and seal from the hidden sheet; BC2201 where the workbook is no form, BC2202 where the sheet was changed. */
export function sealIn(workbook: ReadWorkbook, file: string): Outcome<Seal> {
  const known = seals.get(workbook);
  if (known) return ok(known);
  const read = readSealIn(workbook, file);
  if (read.value) seals.set(workbook, read.value);
  return read;
}

function readSealIn(workbook: ReadWorkbook, file: string): Outcome<Seal> {
  const sheet = workbook.sheets.find((s) => s.rows[0]?.cells[0]?.value === FORM_MARK);
  if (!sheet) return failed([error('BC2201', { file })]);
  const width = 12;
  const rows = sheet.rows.map((row) => Array.from({ length: width }, (_, column) => textOf(cellAt(row, column))));
  const seal = readSeal(rows);
  return seal ? ok(seal) : failed([error('BC2202', { file, sheet: sheet.name })]);
}

/** Rows of the three sheets by code, as far as they can be found, with every fault of form. */
export function returnedForm(
  workbook: ReadWorkbook,
  seal: Seal,
  file: string,
): { readonly form: ReturnedForm; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const rows = {} as Record<FormSheet, ReadonlyMap<string, ReturnedRow>>;
  for (const sheet of Object.keys(FORM_SHEETS) as FormSheet[]) {
    const sealed = seal.rows.filter((r) => r.sheet === sheet);
    const read = sealed.length === 0 ? ok(new Map<string, ReturnedRow>()) : sheetRows(workbook, sheet, seal, file);
    diagnostics.push(...read.diagnostics);
    rows[sheet] = read.value ?? new Map();
  }
  return { form: { seal, rows, workbook }, diagnostics };
}

interface Header {
  readonly sheet: ReadSheet;
  readonly row: number;
  /** Column of each key. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Longer texts are no title: most of a form's cells need not be looked at twice. */
const LONGEST_TITLE = 40;
const keys = new Map<string, string>();

/** A title as it is compared, '' for what can be none; known ones are folded once. */
export function titleKey(cell: ReadCell | string): string {
  const text = typeof cell === 'string' ? cell : cell.value;
  if (typeof text !== 'string' || text.length > LONGEST_TITLE) return '';
  let key = keys.get(text);
  if (key === undefined) {
    key = fold(text);
    if (keys.size < 5_000) keys.set(text, key);
  }
  return key;
}

/** A header stands near the top, rows inserted above it allowed for. */
const HEADER_ROWS = 60;

/** The header row: the row of any visible sheet that has the most of the titles, all of them but few. */
function findHeader(
  workbook: ReadWorkbook,
  sheet: FormSheet,
): { best: Header | undefined; missing: readonly string[] } {
  const titles = FORM_SHEETS[sheet].columns;
  const keyOf = new Map(titles.map((c) => [titleKey(c.title), c.key]));
  let best: Header | undefined;
  for (const candidate of workbook.sheets) {
    for (const row of candidate.rows.slice(0, HEADER_ROWS)) {
      const columns = new Map<string, number>();
      for (const cell of row.cells) {
        const key = keyOf.get(titleKey(cell));
        if (key !== undefined && !columns.has(key)) columns.set(key, cell.column);
      }
      if (columns.size > (best?.columns.size ?? 1)) best = { sheet: candidate, row: row.no, columns };
    }
  }
  const missing = titles.filter((t) => !best?.columns.has(t.key) && t.key !== 'hint').map((t) => t.title);
  return { best, missing };
}

function sheetRows(
  workbook: ReadWorkbook,
  sheet: FormSheet,
  seal: Seal,
  file: string,
): Outcome<ReadonlyMap<string, ReturnedRow>> {
  const { best, missing } = findHeader(workbook, sheet);
  const { name } = FORM_SHEETS[sheet];
  if (!best || best.columns.size * 2 < FORM_SHEETS[sheet].columns.length)
    return failed([error('BC2210', { file, sheet: name }, { sheet: name })]);
  const header: Place = { file, sheet: best.sheet.name, cell: addressOf(best.columns.get('key') ?? 0, best.row) };
  if (missing.length > 0) return failed([error('BC2211', header, { columns: missing.join(', ') })]);
  const rows = new Map<string, ReturnedRow>();
  const sent = new Set(seal.rows.filter((r) => r.sheet === sheet).map((r) => r.key));
  const diagnostics: Diagnostic[] = [];
  for (const row of best.sheet.rows.filter((r) => r.no > best.row)) {
    const read = returnedRow(row, best, sheet, { identity: seal.identity, keys: sent }, file, rows);
    diagnostics.push(...read.diagnostics);
    if (read.value) rows.set(read.value.key, read.value);
  }
  const gone = [...sent].filter((key) => !rows.has(key));
  if (gone.length > 0) diagnostics.push(error('BC2214', header, { keys: gone.slice(0, 20).join(', ') }));
  diagnostics.push(...lockedFaults(best, sheet, seal, rows, file));
  return ok(rows, diagnostics);
}

function returnedRow(
  row: ReadRow,
  header: Header,
  sheet: FormSheet,
  sent: { readonly identity: FormIdentity; readonly keys: ReadonlySet<string> },
  file: string,
  known: ReadonlyMap<string, ReturnedRow>,
): Outcome<ReturnedRow> {
  const columns = FORM_SHEETS[sheet].columns;
  const place = (key: string): Place => ({
    file,
    sheet: header.sheet.name,
    cell: addressOf(header.columns.get(key) ?? 0, row.no),
  });
  const cells = Object.fromEntries(
    columns
      .filter((c) => c.role === 'asked')
      .map((c) => [c.key, { cell: cellAt(row, header.columns.get(c.key) as number), where: place(c.key) }]),
  );
  const key = squeeze(textOf(cellAt(row, header.columns.get('key') as number)));
  const filled = Object.values(cells).filter((c) => c.cell !== undefined);
  if (key === '')
    return failed(filled.slice(0, 1).map((c) => error('BC2217', c.where, { column: titleOf(sheet, 'key') })));
  if (!sent.keys.has(key))
    return failed([error('BC2212', place('key'), { key, unit: sent.identity.unit, period: sent.identity.period })]);
  const before = known.get(key);
  if (before) return failed([error('BC2213', place('key'), { key, first: before.where.cell ?? '' })]);
  return ok({ key, cells, where: place('key') });
}

const titleOf = (sheet: FormSheet, key: string): string =>
  FORM_SHEETS[sheet].columns.find((c) => c.key === key)?.title ?? key;

/** Locked cells that are not what went out. */
function lockedFaults(
  header: Header,
  sheet: FormSheet,
  seal: Seal,
  rows: ReadonlyMap<string, ReturnedRow>,
  file: string,
): readonly Diagnostic[] {
  const byNo = new Map(header.sheet.rows.map((r) => [r.no, r]));
  const keys = knownColumns(sheet);
  return seal.rows
    .filter((r) => r.sheet === sheet)
    .flatMap((sealed) => {
      const returned = rows.get(sealed.key);
      const no = Number(/\d+$/.exec(returned?.where.cell ?? '')?.[0]);
      const row = byNo.get(no);
      if (!returned || !row) return [];
      return keys.flatMap((key, i) => {
        const column = header.columns.get(key) as number;
        const cell = cellAt(row, column);
        if (lockedHash(textOf(cell)) === sealed.hashes[i] && cell?.kind !== 'formula') return [];
        const where = { file, sheet: header.sheet.name, cell: addressOf(column, no) };
        return [error('BC2215', where, { column: titleOf(sheet, key), key: sealed.key })];
      });
    });
}

/** Text of the guide's line with that label, and its place. */
export function guideLine(
  workbook: ReadWorkbook,
  label: keyof typeof GUIDE_LINES,
  file: string,
): { readonly text: string; readonly where: Place } | undefined {
  const wanted = titleKey(GUIDE_LINES[label]);
  for (const sheet of workbook.sheets.filter((s) => !s.hidden)) {
    for (const row of sheet.rows.slice(0, 40)) {
      const found = row.cells.find((c) => titleKey(c) === wanted);
      const value = found && cellAt(row, found.column + 1);
      if (value)
        return { text: textOf(value), where: { file, sheet: sheet.name, cell: addressOf(value.column, row.no) } };
    }
  }
  return undefined;
}
