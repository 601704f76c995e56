/**
 * A workbook model as XLSX bytes: exceljs makes what is made once (styles, set-up, properties), rows are compiled from
 * the model and compressed as they come, charts and what exceljs cannot write are added. Equal models give equal bytes.
 */

import { cleanText, squeeze } from '../../lib/text';
import type { Workbook } from '../../report/workbook';
import { partText } from '../package/canonical';
import { PackageWriter } from '../package/stream';
import { chartParts, type ChartParts } from './charts/chart-parts';
import { layOut, type Layout } from './layout';
import { customProperties, patchStyles, patchTail, patchWorkbook, withParts, type Part } from './package-patch';
import { definedNames } from './defined-names';
import { SharedTexts } from './shared-texts';
import { SheetLinks } from './sheet-links';
import { sheetData, type Gathered } from './sheet-data';
import { makeShell, type Shell } from './shell';
import { SheetDirectory, safeSheetNames } from './sheet-names';
import type { WorkbookStyles } from './workbook-styles';

const CONTENT_TYPES = '[Content_Types].xml';
const SHARED_TEXTS = 'xl/sharedStrings.xml';
const sheetPart = (i: number): string => `xl/worksheets/sheet${i + 1}.xml`;

/** Parts that are small and whole, by name: those of exceljs as they are patched, charts, properties. */
function smallParts(
  shell: Shell,
  workbook: Workbook,
  styles: WorkbookStyles,
  layouts: readonly Layout[],
  directory: SheetDirectory,
  charts: ChartParts,
): ReadonlyMap<string, Uint8Array | string> {
  const parts = new Map<string, Uint8Array | string>(shell.parts);
  const patch = (name: string, change: (xml: string) => string): void => {
    parts.set(name, change(partText(parts, name) as string));
  };
  patch('xl/workbook.xml', (xml) => patchWorkbook(xml, definedNames(workbook, layouts, directory)));
  patch('xl/styles.xml', (xml) => patchStyles(xml, { name: styles.font, size: styles.size }));
  const custom = Object.entries(workbook.properties.custom).map(([name, value]) => [
    squeeze(cleanText(name)),
    cleanText(value),
  ]);
  const properties = customProperties(Object.fromEntries(custom) as Record<string, string>);
  const added: readonly Part[] = [...charts.parts, ...properties];
  patch(CONTENT_TYPES, (xml) => withParts(xml, added));
  if (properties.length > 0) patch('_rels/.rels', withProperties);
  for (const { name, content } of added) parts.set(name, content);
  return parts;
}

const CUSTOM_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
const withProperties = (xml: string): string =>
  xml.replace(
    '</Relationships>',
    `<Relationship Id="rId4" Type="${CUSTOM_RELATION}" Target="docProps/custom.xml"/></Relationships>`,
  );

/**
 * The workbook as XLSX. Throws on what only a bug can bring: a number that is not finite, a link to a sheet that
 * is not there, a row wider than its table, a workbook without sheets.
 */
export async function renderXlsx(workbook: Workbook, styles: WorkbookStyles): Promise<Uint8Array> {
  if (workbook.sheets.length === 0) throw new RangeError('a workbook without sheets');
  const given = workbook.sheets.map((sheet) => sheet.name);
  const names = safeSheetNames(given);
  const directory = new SheetDirectory(given);
  const layouts = workbook.sheets.map((sheet) => layOut(sheet, styles));
  const shell = await makeShell({ workbook, styles, layouts, names, directory });
  const charts = chartParts(workbook, layouts, directory, styles);
  const parts = smallParts(shell, workbook, styles, layouts, directory, charts);
  const out = new PackageWriter();
  const texts = new SharedTexts();
  out.add(CONTENT_TYPES, parts.get(CONTENT_TYPES) as string);
  layouts.forEach((layout, i) => {
    const context = { name: names[i] as string, styles, formatOf: shell.formatOf, layout, directory, texts };
    const end = { drawing: charts.drawingOf(i), breakBefore: workbook.sheets[i]?.breakBefore };
    out.add(sheetPart(i), sheetXml(shell.sheets[i] as Shell['sheets'][number], context, end));
  });
  const large = new Set([CONTENT_TYPES, SHARED_TEXTS, ...given.map((_, i) => sheetPart(i))]);
  out.add(SHARED_TEXTS, texts.xml());
  for (const name of [...parts.keys()].filter((n) => !large.has(n)).sort()) out.add(name, parts.get(name) as string);
  return out.end();
}

function* sheetXml(
  { head, tail }: Shell['sheets'][number],
  context: Parameters<typeof sheetData>[0],
  end: Parameters<typeof patchTail>[2],
): Iterable<string | Uint8Array> {
  const gathered: Gathered = { merges: [], links: new SheetLinks() };
  yield head;
  yield* sheetData(context, gathered);
  yield `</sheetData>`;
  yield* patchTail(tail, gathered, end);
}
