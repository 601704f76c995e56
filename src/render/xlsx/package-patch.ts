/**
 * What exceljs' stream writer cannot write, or writes wrongly, is put into the package after it: inner links
 * (exceljs makes external ones, and in the wrong place), merges, defined names, calculation on load, the default
 * font, the quote prefix and custom properties. Parts are small except the sheets, of which only the tail is read.
 */

import { escapeXml } from './cell-text';

export interface SheetExtras {
  readonly merges: readonly string[];
  readonly links: readonly { readonly cell: string; readonly location: string }[];
}

export interface DefinedName {
  readonly name: string;
  readonly reference: string;
  /** Index of the sheet that the name belongs to. */
  readonly sheet?: number;
  readonly hidden?: boolean;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const END_OF_DATA = '</sheetData>';
const CUSTOM_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const CUSTOM_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
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

function linksXml(links: SheetExtras['links']): string {
  if (links.length === 0) return '';
  const items = links.map((l) => `<hyperlink ref="${l.cell}" location="${escapeXml(l.location)}"/>`);
  return `<hyperlinks>${items.join('')}</hyperlinks>`;
}

/** Adds merges and links to a sheet, in the order that the schema asks for. */
export function patchSheet(bytes: Uint8Array, extras: SheetExtras): Uint8Array {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(END_OF_DATA);
  if (at < 0) throw new Error(`exceljs wrote a sheet without ${END_OF_DATA}`);
  const end = at + END_OF_DATA.length;
  const tail = decoder.decode(bytes.subarray(end));
  const filter = /^<autoFilter[^>]*\/>/.exec(tail)?.[0] ?? '';
  const rest = tail.slice(filter.length);
  const margins = rest.indexOf('<pageMargins');
  if (margins < 0) throw new Error('exceljs wrote a sheet without <pageMargins');
  const patched =
    filter +
    mergesXml(extras.merges) +
    rest.slice(0, margins) +
    linksXml(extras.links) +
    '<printOptions horizontalCentered="1"/>' +
    rest.slice(margins);
  const tailBytes = encoder.encode(patched);
  const result = new Uint8Array(end + tailBytes.length);
  result.set(bytes.subarray(0, end));
  result.set(tailBytes, end);
  return result;
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

/** Custom properties as one part, listed in the content types and in the package's relationships. */
export function addCustomProperties(
  parts: Map<string, Uint8Array | string>,
  properties: Readonly<Record<string, string>>,
): void {
  const entries = Object.entries(properties);
  if (entries.length === 0) return;
  const items = entries.map(
    ([name, value], i) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${i + 2}" name="${escapeXml(name)}">` +
      `<vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
  );
  const text = (name: string): string => decoder.decode(parts.get(name) as Uint8Array);
  parts.set(
    'docProps/custom.xml',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      `<Properties xmlns="${CUSTOM_NS}" xmlns:vt="${VARIANT_NS}">${items.join('')}</Properties>`,
  );
  const type = `<Override PartName="/docProps/custom.xml" ContentType="${CUSTOM_TYPE}"/></Types>`;
  parts.set('[Content_Types].xml', replaceOnce(text('[Content_Types].xml'), '</Types>', type));
  const relation = `<Relationship Id="rId4" Type="${CUSTOM_RELATION}" Target="docProps/custom.xml"/></Relationships>`;
  parts.set('_rels/.rels', replaceOnce(text('_rels/.rels'), '</Relationships>', relation));
}
