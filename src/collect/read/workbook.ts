/**
 * One door for a workbook that came back: bytes in, cells out, or one clear error. Nothing in it is run, followed or
 * expanded: a file with macros or links to other files is refused, validations, pictures and charts are never read.
 */

import { error, failed, ok, type Outcome } from '../../lib/diagnostic';
import { cleanText } from '../../lib/text';
import { broken, Refusal, tooLarge } from '../../office-file/refusal';
import { childrenOf, parseXml, type XmlElement } from '../../office-file/xml';
import { numberFormatsOf } from '../../office-file/xlsx-format';
import { openArchive, type Archive } from '../../office-file/zip';
import type { ReadCell, ReadRow, ReadSheet, ReadWorkbook } from './cells';
import { MAX_FORM_BYTES, MAX_FORM_PART, MAX_FORM_SHEETS, MAX_FORM_UNPACKED } from './limits';
import { dayOfSerial } from './serial';
import { sharedStrings, storedCells, type Budget, type StoredCell } from './stream';

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const DATE_CODE = /[ydmhs]/i;

/** Reads a workbook. Never throws: BC1601–BC1610 or BC2209 say why a file could not be read. */
export function readFormWorkbook(name: string, bytes: Uint8Array): Outcome<ReadWorkbook> {
  try {
    return ok(read(bytes));
  } catch (cause) {
    const refusal = cause instanceof Refusal ? cause : broken('cấu trúc bên trong không như mong đợi');
    return failed([error(refusal.code, { file: name }, refusal.params)]);
  }
}

/** Whether a number format makes a day or a percentage of a number. */
interface ShownAs {
  readonly date: boolean;
  readonly percent: boolean;
}

const PLAIN_FORMAT: ShownAs = { date: false, percent: false };

function shownAs(format: string): ShownAs {
  const code = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return { date: DATE_CODE.test(code.replace(/general/i, '')), percent: code.includes('%') };
}

interface Book {
  /** Cleaned once for all cells that share one. */
  readonly strings: readonly string[];
  /** Of each cell style. */
  readonly formats: readonly ShownAs[];
  readonly dates1904: boolean;
}

function read(bytes: Uint8Array): ReadWorkbook {
  if (bytes.byteLength > MAX_FORM_BYTES) throw tooLarge('tệp', MAX_FORM_BYTES);
  if (OLE.every((byte, index) => bytes[index] === byte)) throw new Refusal('BC1604');
  const archive = openArchive(bytes, { part: MAX_FORM_PART, total: MAX_FORM_UNPACKED });
  refuseActiveContent(archive);
  const workbook = treeOf(archive, 'xl/workbook.xml');
  if (workbook === undefined) throw broken('không có phần xl/workbook.xml: không phải tệp Excel');
  const targets = targetsOf(archive);
  const styles = partEndingIn(archive, targets.byType.get('styles'), 'xl/styles.xml');
  const stringsPart = partEndingIn(archive, targets.byType.get('sharedStrings'), 'xl/sharedStrings.xml');
  const dates1904 = ['1', 'true'].includes(named(workbook, 'workbookPr')[0]?.attributes['date1904'] ?? '');
  const book: Book = {
    strings: stringsPart === undefined ? [] : sharedStrings(stringsPart.text, stringsPart.name).map(cleanText),
    formats: numberFormatsOf(styles && parseXml(styles.text, styles.name), dates1904).byStyle.map(shownAs),
    dates1904,
  };
  const sheets = named(named(workbook, 'sheets')[0], 'sheet');
  if (sheets.length > MAX_FORM_SHEETS) throw new Refusal('BC1607', { what: 'trang', limit: MAX_FORM_SHEETS });
  const budget: Budget = { rows: 0, cells: 0 };
  return { sheets: sheets.flatMap((sheet) => sheetOf(sheet, archive, targets.byId, book, budget)) };
}

/** Macros and links to other workbooks have no place in a form: the sender saves it again without them. */
function refuseActiveContent(archive: Archive): void {
  const names = archive.names().map((name) => name.toLowerCase());
  const has = (...parts: readonly string[]): boolean => names.some((n) => parts.some((part) => n.includes(part)));
  const what = has('vbaproject', 'xl/macrosheets/', 'xl/dialogsheets/')
    ? 'có macro'
    : has('xl/externallinks/', 'xl/connections', 'xl/querytables/')
      ? 'có liên kết tới tệp hoặc nguồn dữ liệu khác'
      : undefined;
  if (what !== undefined) throw new Refusal('BC2209', { what });
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Children by their name without prefix: some programs write `x:sheet`. */
function named(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && local(child.name) === name,
  );
}

function treeOf(archive: Archive, part: string): XmlElement | undefined {
  const text = archive.text(part);
  return text === undefined ? undefined : parseXml(text, part);
}

function partEndingIn(
  archive: Archive,
  target: string | undefined,
  usual: string,
): { readonly name: string; readonly text: string } | undefined {
  const name = target ?? usual;
  const text = archive.text(name);
  return text === undefined ? undefined : { name, text };
}

/** Parts of the workbook by relation id and by the last word of the relation's type. */
function targetsOf(archive: Archive): {
  readonly byId: ReadonlyMap<string, string>;
  readonly byType: ReadonlyMap<string, string>;
} {
  const relations = childrenOf(treeOf(archive, 'xl/_rels/workbook.xml.rels'), 'Relationship').map(
    ({ attributes: { Id = '', Target = '', Type = '' } }) => ({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      part: Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`,
    }),
  );
  return {
    byId: new Map(relations.map(({ id, part }) => [id, part])),
    byType: new Map(relations.map(({ type, part }) => [type, part])),
  };
}

function sheetOf(
  entry: XmlElement,
  archive: Archive,
  targets: ReadonlyMap<string, string>,
  book: Book,
  budget: Budget,
): readonly ReadSheet[] {
  const { attributes } = entry;
  const id = Object.entries(attributes).find(([key]) => key.includes(':') && local(key) === 'id')?.[1] ?? '';
  const part = targets.get(id);
  const name = cleanText(attributes['name'] ?? '');
  const xml = part === undefined ? undefined : archive.text(part);
  if (part === undefined || xml === undefined) throw broken(`trang "${name}" không có nội dung`);
  const hidden = (attributes['state'] ?? 'visible') !== 'visible';
  return [{ name, hidden, part, rows: rowsOf(storedCells(xml, part, budget), book) }];
}

function rowsOf(cells: readonly StoredCell[], book: Book): readonly ReadRow[] {
  const rows = new Map<number, ReadCell[]>();
  for (const stored of cells) {
    const cell = cellOf(stored, book);
    if (cell === undefined) continue;
    const row = rows.get(stored.row);
    if (row) row.push(cell);
    else rows.set(stored.row, [cell]);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([no, list]) => ({ no, cells: list.sort((a, b) => a.column - b.column) }));
}

function cellOf(stored: StoredCell, book: Book): ReadCell | undefined {
  const { type, stored: written, formula } = stored;
  const kind = formula ? 'formula' : 'text';
  if (type === 's') return wordCell(stored.column, book.strings[Number(written)] ?? '', kind);
  if (type === 'e') return wordCell(stored.column, cleanText(written), formula ? 'formula' : 'error');
  if (type === 'b') {
    const value = written === '1';
    return { column: stored.column, value, kind: formula ? 'formula' : 'boolean', day: null, percent: false };
  }
  const value = type === 'n' || type === 'd' ? Number(written) : NaN;
  if (written === '' || !Number.isFinite(value)) return wordCell(stored.column, cleanText(written), kind);
  return numberCell(stored, value, book);
}

/** Cells are written out member by member: a form has a thousand, and a spread copies each one twice. */
function wordCell(column: number, value: string, kind: ReadCell['kind']): ReadCell | undefined {
  if (kind === 'text' && value.trim() === '') return undefined;
  return { column, value, kind, day: null, percent: false };
}

function numberCell({ column, style, formula }: StoredCell, value: number, book: Book): ReadCell {
  const { date, percent } = book.formats[style] ?? PLAIN_FORMAT;
  const day = date ? (dayOfSerial(value, book.dates1904) ?? null) : null;
  return { column, value, kind: formula ? 'formula' : 'number', day, percent };
}
