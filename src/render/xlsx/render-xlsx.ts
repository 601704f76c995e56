/**
 * A workbook model as XLSX bytes. exceljs' stream writer writes cells and styles (loaded only when asked for:
 * it is slow to load); the package is then patched and made canonical, so that equal models give equal bytes.
 */

import { Writable } from 'node:stream';
import type { stream as excelStream } from 'exceljs';
import { toUtcDate } from '../../calendar/plain-date';
import { cleanText, squeeze } from '../../lib/text';
import type { Workbook } from '../../report/workbook';
import { canonicalPackage, readPackage } from '../package/canonical';
import { layOut, type Layout } from './layout';
import { addCustomProperties, patchSheet, patchStyles, patchWorkbook, type SheetExtras } from './package-patch';
import { definedNames } from './defined-names';
import { SheetDirectory, safeSheetNames } from './sheet-names';
import { styleBook, type WorkbookStyles } from './workbook-styles';
import { writeSheet } from './write-sheet';

type Writer = excelStream.xlsx.WorkbookWriter;

class Collector extends Writable {
  private readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.chunks.push(Buffer.from(chunk));
    done();
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.chunks);
  }
}

function openWriter(Excel: typeof import('exceljs'), sink: Writable, workbook: Workbook): Writer {
  const { properties } = workbook;
  const day = toUtcDate(properties.createdOn);
  const writer = new Excel.stream.xlsx.WorkbookWriter({
    stream: sink,
    useStyles: true,
    useSharedStrings: true,
    // The package is compressed afterwards, once: here only fast.
    zip: { zlib: { level: 1 } },
  });
  const agency = cleanText(properties.agency);
  return Object.assign(writer, {
    title: cleanText(properties.title),
    creator: agency,
    lastModifiedBy: agency,
    created: day,
    modified: day,
    views: [{ x: 0, y: 0, width: 28_800, height: 15_000, firstSheet: 0, activeTab: 0, visibility: 'visible' as const }],
  });
}

interface Written {
  readonly bytes: Uint8Array;
  readonly extras: readonly SheetExtras[];
  readonly layouts: readonly Layout[];
}

async function write(workbook: Workbook, styles: WorkbookStyles, directory: SheetDirectory): Promise<Written> {
  const { default: Excel } = await import('exceljs');
  const sink = new Collector();
  const writer = openWriter(Excel, sink, workbook);
  const names = safeSheetNames(workbook.sheets.map((sheet) => sheet.name));
  const styleOf = styleBook(styles);
  const extras: SheetExtras[] = [];
  const layouts: Layout[] = [];
  workbook.sheets.forEach((sheet, i) => {
    const layout = layOut(sheet, styles);
    layouts.push(layout);
    extras.push(writeSheet(writer, sheet, names[i] as string, { workbook, styles, styleOf, layout, directory }));
  });
  await writer.commit();
  return { bytes: sink.bytes(), extras, layouts };
}

/**
 * The workbook as XLSX. Throws on what only a bug can bring: a number that is not finite, a link to a sheet that
 * is not there, a row wider than its table, a workbook without sheets.
 */
export async function renderXlsx(workbook: Workbook, styles: WorkbookStyles): Promise<Uint8Array> {
  if (workbook.sheets.length === 0) throw new RangeError('a workbook without sheets');
  const directory = new SheetDirectory(workbook.sheets.map((sheet) => sheet.name));
  const { bytes, extras, layouts } = await write(workbook, styles, directory);
  const parts = new Map<string, Uint8Array | string>(readPackage(bytes));
  const patch = (name: string, change: (content: Uint8Array) => Uint8Array | string): void => {
    parts.set(name, change(parts.get(name) as Uint8Array));
  };
  const text = (content: Uint8Array): string => new TextDecoder().decode(content);
  extras.forEach((extra, i) => patch(`xl/worksheets/sheet${i + 1}.xml`, (sheet) => patchSheet(sheet, extra)));
  patch('xl/workbook.xml', (xml) => patchWorkbook(text(xml), definedNames(workbook, layouts, directory)));
  patch('xl/styles.xml', (xml) => patchStyles(text(xml), { name: styles.font, size: styles.size }));
  const custom = Object.entries(workbook.properties.custom).map(([name, value]) => [
    squeeze(cleanText(name)),
    cleanText(value),
  ]);
  addCustomProperties(parts, Object.fromEntries(custom) as Record<string, string>);
  return canonicalPackage(parts);
}
