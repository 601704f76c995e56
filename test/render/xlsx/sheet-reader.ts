/**
 * A small reader of XLSX packages, independent of the library that writes them: cells with type, value, formula
 * and look, straight from the XML.
 */

import { partText, readPackage } from '../../../src/render/package/canonical';

export interface ReadCell {
  readonly address: string;
  /** As SpreadsheetML names it: "s", "str", "b", "n". */
  readonly type: string;
  readonly value: string;
  readonly formula: string | undefined;
  readonly style: number;
}

export interface ReadSheet {
  readonly name: string;
  readonly xml: string;
  readonly cells: ReadonlyMap<string, ReadCell>;
}

export interface ReadWorkbook {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly sheets: readonly ReadSheet[];
  /** One line of words for each cell style. */
  readonly looks: readonly string[];
  readonly text: (part: string) => string;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name: string) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(parseInt(hex as string, 16));
    return NAMED[name] ?? whole;
  });
}

/** ST_Xstring: `_x005F_` is an escaped underscore. */
function unescapeXstring(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Attributes of an opening tag. */
export function attributesOf(tag: string): Record<string, string> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name as string, unescapeXml(value as string)]),
  );
}

function inner(xml: string, tag: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?(?:/>|>(.*?)</${tag}>)`, 'gs'))].map((m) => m[1] ?? '');
}

/** Opening tags of that name. */
export function tags(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>`, 'g'))].map((m) => m[0]);
}

function cellsOf(xml: string, shared: readonly string[]): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>();
  for (const [, tag, content = ''] of xml.matchAll(/<c (.*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const { r: address = '', t: type = 'n', s = '0' } = attributesOf(tag as string);
    const raw = unescapeXml(inner(content, 'v')[0] ?? '');
    const value = type === 's' ? (shared[Number(raw)] as string) : type === 'str' ? unescapeXstring(raw) : raw;
    const formula = content.includes('<f') ? unescapeXml(inner(content, 'f')[0] ?? '') : undefined;
    cells.set(address, { address, type, value, formula, style: Number(s) });
  }
  return cells;
}

function looksOf(xml: string): string[] {
  const formats = new Map(tags(xml, 'numFmt').map((t) => [attributesOf(t)['numFmtId'], attributesOf(t)['formatCode']]));
  const builtIn: Readonly<Record<string, string>> = { 3: '#,##0', 4: '#,##0.00', 10: '0.00%' };
  const fonts = inner(inner(xml, 'fonts')[0] ?? '', 'font').map((font) =>
    [
      /<sz val="([^"]*)"/.exec(font)?.[1],
      font.includes('<b/>') ? 'bold' : '',
      font.includes('<i/>') ? 'italic' : '',
      font.includes('<u/>') ? 'underline' : '',
      /<color rgb="FF(?!000000)([^"]*)"/.exec(font)?.[1] ?? '',
    ].join(' '),
  );
  const fills = inner(inner(xml, 'fills')[0] ?? '', 'fill').map((f) => /fgColor rgb="FF([^"]*)"/.exec(f)?.[1] ?? '');
  const list = inner(xml, 'cellXfs')[0] ?? '';
  return [...list.matchAll(/<xf (.*?)(?:\/>|>(.*?)<\/xf>)/gs)].map(([, tag, content = '']) => {
    const xf = attributesOf(tag as string);
    const align = attributesOf(content);
    const id = xf['numFmtId'] ?? '0';
    const fill = fills[Number(xf['fillId'])];
    return [
      fonts[Number(xf['fontId'])],
      align['horizontal'],
      align['wrapText'] ? 'wrap' : '',
      formats.get(id) ?? builtIn[id] ?? '',
      fill ? `on ${fill}` : '',
      xf['borderId'] === '0' ? '' : 'box',
      xf['quotePrefix'] ? 'quoted' : '',
    ]
      .join(' ')
      .replace(/ +/g, ' ')
      .trim();
  });
}

/** Reads a package. Sheets are taken in the order of the workbook. */
export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  const parts = readPackage(bytes);
  const text = (part: string): string => partText(parts, part) ?? '';
  const shared = inner(text('xl/sharedStrings.xml'), 'si').map((si) =>
    unescapeXstring(unescapeXml(inner(si, 't').join(''))),
  );
  const sheets = tags(text('xl/workbook.xml'), 'sheet').map((tag, i) => {
    const xml = text(`xl/worksheets/sheet${i + 1}.xml`);
    return { name: attributesOf(tag)['name'] ?? '', xml, cells: cellsOf(xml, shared) };
  });
  return { parts, sheets, looks: looksOf(text('xl/styles.xml')), text };
}

/** A range that a chart draws from, with the points kept beside it: an empty string where there is none. */
export interface ReadRange {
  readonly ref: string;
  readonly points: readonly string[];
}

export interface ReadChart {
  readonly part: string;
  readonly title: string;
  /** The description of its frame. */
  readonly alt: string;
  readonly categories: ReadRange;
  readonly series: readonly { readonly name: ReadRange; readonly values: ReadRange }[];
}

function rangeOf(xml: string): ReadRange {
  const count = Number(attributesOf(tags(xml, 'c:ptCount')[0] ?? '')['val'] ?? 0);
  const points = Array.from({ length: count }, () => '');
  for (const [, at, value] of xml.matchAll(/<c:pt idx="(\d+)"><c:v>(.*?)<\/c:v>/gs))
    points[Number(at)] = unescapeXml(value as string);
  return { ref: unescapeXml(inner(xml, 'c:f')[0] ?? ''), points };
}

/** Native charts of a package, in the order of their parts. */
export function chartsOf(bytes: Uint8Array): readonly ReadChart[] {
  const parts = readPackage(bytes);
  const names = [...parts.keys()].filter((name) => name.startsWith('xl/charts/chart')).sort();
  const frames = [...parts.keys()]
    .filter((name) => /^xl\/drawings\/drawing\d+\.xml$/.test(name))
    .sort()
    .flatMap((name) => tags(partText(parts, name) ?? '', 'xdr:cNvPr').map(attributesOf));
  return names.map((part, i) => {
    const xml = partText(parts, part) ?? '';
    const series = inner(xml, 'c:ser').map((ser) => ({
      name: rangeOf(inner(ser, 'c:tx')[0] ?? ''),
      values: rangeOf(inner(ser, 'c:val')[0] ?? ''),
    }));
    return {
      part,
      title: unescapeXml(inner(inner(xml, 'c:title')[0] ?? '', 'a:t').join('')),
      alt: frames[i]?.['descr'] ?? '',
      categories: rangeOf(inner(xml, 'c:cat')[0] ?? ''),
      series,
    };
  });
}

/** Cells of one row that a merge hides. */
function coveredBy(merges: readonly string[]): Set<string> {
  const index = (letters: string): number => [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0);
  const letters = (n: number): string =>
    n > 26 ? letters(Math.floor((n - 1) / 26)) + letters(((n - 1) % 26) + 1) : String.fromCharCode(64 + n);
  const hidden = new Set<string>();
  for (const ref of merges) {
    const [, from = '', row = '', to = ''] = /^([A-Z]+)(\d+):([A-Z]+)\d+$/.exec(ref) ?? [];
    for (let i = index(from) + 1; i <= index(to); i += 1) hidden.add(letters(i) + row);
  }
  return hidden;
}

const quoted = (value: string): string => JSON.stringify(value);

/** Everything that a person would check, as lines: geometry, cells with look and formula, links, rules, print set-up. */
export function project(bytes: Uint8Array): string {
  const { sheets, looks, text } = readWorkbook(bytes);
  const lines: string[] = [];
  for (const { name, xml, cells } of sheets) {
    const columns = tags(xml, 'col').map(attributesOf);
    lines.push(`== ${name}`, `columns ${columns.map((c) => `${c['min']}-${c['max']}: ${c['width']}`).join(', ')}`);
    for (const row of tags(xml, 'row').map(attributesOf)) if (row['ht']) lines.push(`row ${row['r']} ${row['ht']} pt`);
    const covered = coveredBy(tags(xml, 'mergeCell').map((tag) => attributesOf(tag)['ref'] ?? ''));
    for (const cell of cells.values()) {
      if (covered.has(cell.address)) continue;
      const shown = cell.type === 's' || cell.type === 'str' ? quoted(cell.value) : cell.value;
      const formula = cell.formula === undefined ? '' : ` | =${cell.formula}`;
      lines.push(
        `${name}!${cell.address} [${looks[cell.style]}] ${cell.type === 'b' ? 'bool ' : ''}${shown}${formula}`,
      );
    }
    for (const tag of ['pane', 'autoFilter', 'mergeCell', 'hyperlink', 'pageMargins', 'pageSetup']) {
      for (const found of tags(xml, tag)) lines.push(unescapeXml(found));
    }
    for (const rule of xml.matchAll(/<conditionalFormatting sqref="(.*?)">.*?<formula>(.*?)<\/formula>/gs)) {
      lines.push(`rule ${rule[1]}: ${unescapeXml(rule[2] as string)}`);
    }
    for (const tag of ['oddHeader', 'oddFooter']) lines.push(`${tag} ${unescapeXml(inner(xml, tag)[0] ?? '')}`);
  }
  for (const chart of chartsOf(bytes)) {
    lines.push(`== ${chart.part}: ${chart.title}`, `alt ${chart.alt}`, `categories ${chart.categories.ref}`);
    for (const s of chart.series) lines.push(`series ${s.name.ref} [${s.name.points.join('')}]: ${s.values.ref}`);
  }
  for (const name of text('xl/workbook.xml').match(/<definedName .*?<\/definedName>/gs) ?? [])
    lines.push(unescapeXml(name));
  for (const part of ['docProps/core.xml', 'docProps/custom.xml']) {
    const xml = text(part).replace(/^.*?\?>\s*<[^>]*>/s, '');
    lines.push(`== ${part}`, ...xml.split(/(?<=<\/(?:[\w:]+)>)(?=<(?!\/))/).map(unescapeXml));
  }
  return `${lines.join('\n')}\n`;
}
