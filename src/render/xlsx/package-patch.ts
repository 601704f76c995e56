/**
 * What exceljs' stream writer cannot write, or writes wrongly, is put into the package after it: inner links
 * (exceljs makes external ones, and in the wrong place), merges, defined names, calculation on load, the default
 * font, the quote prefix, drawings and custom properties. Of a sheet only what stands after its rows is read.
 */

import { escapeXml } from './cell-text';
import type { SheetLinks } from './sheet-links';

/** What stands after the rows of a sheet, met while they were written. */
export interface SheetExtras {
  readonly merges: readonly string[];
  readonly links: SheetLinks;
}

export interface DefinedName {
  readonly name: string;
  readonly reference: string;
  /** Index of the sheet that the name belongs to. */
  readonly sheet?: number;
  readonly hidden?: boolean;
}

const CUSTOM_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const CUSTOM_NS = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VARIANT_NS = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';

/** Replaces exactly one place; an exceljs that writes something else is noticed at once. */
function replaceOnce(xml: string, pattern: string | RegExp, replacement: string): string {
  const found = typeof pattern === 'string' ? xml.includes(pattern) : pattern.test(xml);
  if (!found) throw new Error(`exceljs wrote a part without ${String(pattern)}`);
  return xml.replace(pattern, () => replacement);
}

function mergesXml(merges: readonly string[]): string {
  if (merges.length === 0) return '';
  return `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
}

/**
 * The end of a sheet, after its rows, with merges, links, page breaks and its drawing in the order that the schema asks
 * for; a drawing is named by its relationship. Piece by piece: a province has a hundred thousand links.
 */
export function* patchTail(
  tail: string,
  extras: SheetExtras,
  { drawing = null, breakBefore }: { readonly drawing?: string | null; readonly breakBefore?: number },
): Iterable<string | Uint8Array> {
  const filter = /^<autoFilter[^>]*\/>/.exec(tail)?.[0] ?? '';
  const rest = tail.slice(filter.length);
  const margins = rest.indexOf('<pageMargins');
  if (margins < 0) throw new Error('exceljs wrote a sheet without <pageMargins');
  yield filter + mergesXml(extras.merges) + rest.slice(0, margins);
  yield* extras.links.xml();
  const breaks =
    breakBefore === undefined
      ? ''
      : `<rowBreaks count="1" manualBreakCount="1"><brk id="${breakBefore - 1}" max="16383" man="1"/></rowBreaks>`;
  const drawn = drawing === null ? '' : `<drawing r:id="${drawing}"/>`;
  yield '<printOptions horizontalCentered="1"/>';
  yield replaceOnce(rest.slice(margins), '</worksheet>', `${breaks}${drawn}</worksheet>`);
}

/** Adds defined names and asks for calculation when the workbook is opened. */
export function patchWorkbook(xml: string, names: readonly DefinedName[]): string {
  const items = names.map((n) => {
    const sheet = n.sheet === undefined ? '' : ` localSheetId="${n.sheet}"`;
    return `<definedName name="${n.name}"${sheet}${n.hidden ? ' hidden="1"' : ''}>${escapeXml(n.reference)}</definedName>`;
  });
  const calculated = replaceOnce(xml, /<calcPr[^>]*\/>/, '<calcPr calcId="191029" fullCalcOnLoad="1"/>');
  if (items.length === 0) return calculated;
  return replaceOnce(calculated, '</sheets>', `</sheets><definedNames>${items.join('')}</definedNames>`);
}

/** Sets the default font (column widths count its digits) and turns the reading-order mark into `quotePrefix`. */
export function patchStyles(xml: string, font: { readonly name: string; readonly size: number }): string {
  const first = `<font><sz val="${font.size}"/><color rgb="FF000000"/><name val="${escapeXml(font.name)}"/><family val="1"/></font>`;
  const withFont = xml.replace(/(<fonts [^>]*>)<font>.*?<\/font>/s, (_, open: string) => open + first);
  return withFont.replace(/<xf ([^>]*)>(<alignment [^>]*?) readingOrder="1"/g, '<xf $1 quotePrefix="1">$2');
}

/** A part to add; its type, where no default fits, is listed in the content types. */
export interface Part {
  readonly name: string;
  readonly content: string;
  readonly type: string | null;
}

/** The content types with the added parts. */
export function withParts(contentTypes: string, parts: readonly Part[]): string {
  const typed = parts.filter((p) => p.type !== null);
  if (typed.length === 0) return contentTypes;
  const items = typed.map((p) => `<Override PartName="/${p.name}" ContentType="${p.type}"/>`);
  return replaceOnce(contentTypes, '</Types>', `${items.join('')}</Types>`);
}

/** Custom properties as one part; none when there are none. */
export function customProperties(properties: Readonly<Record<string, string>>): readonly Part[] {
  const entries = Object.entries(properties);
  if (entries.length === 0) return [];
  const items = entries.map(
    ([name, value], i) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${i + 2}" name="${escapeXml(name)}">` +
      `<vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
  );
  const content =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<Properties xmlns="${CUSTOM_NS}" xmlns:vt="${VARIANT_NS}">${items.join('')}</Properties>`;
  return [{ name: 'docProps/custom.xml', content, type: CUSTOM_TYPE }];
}
