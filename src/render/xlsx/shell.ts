/**
 * What is made once a workbook or once a sheet is made by exceljs: styles, names of sheets, views, print set-up, columns,
 * filters, conditional rules, properties. Its sheets hold no rows; the rows are compiled by `sheet-data`. One row of the
 * first sheet shows every cell format once, so that its number can be read off, and is then dropped.
 */

import { Writable } from 'node:stream';
import type { stream as excelStream, Worksheet } from 'exceljs';
import { toUtcDate } from '../../calendar/plain-date';
import { cleanText } from '../../lib/text';
import type { CellStyle, Sheet, Workbook } from '../../report/workbook';
import { partText, readPackage } from '../package/canonical';
import { filterRange } from './defined-names';
import type { Layout } from './layout';
import { pageSetup } from './page-setup';
import type { SheetDirectory } from './sheet-names';
import { CELL_STYLES, conditionalStyle, styleBook, type Variant, type WorkbookStyles } from './workbook-styles';

type Writer = excelStream.xlsx.WorkbookWriter;

export interface ShellInput {
  readonly workbook: Workbook;
  readonly styles: WorkbookStyles;
  readonly layouts: readonly Layout[];
  /** Safe names, in the order of the sheets. */
  readonly names: readonly string[];
  readonly directory: SheetDirectory;
}

export interface Shell {
  /** Parts of the package, the sheets among them. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The XML of each sheet before its first row and after its last. */
  readonly sheets: readonly { readonly head: string; readonly tail: string }[];
  readonly formatOf: (name: CellStyle, variant: Variant) => number;
}

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

function openWriter(
  WorkbookWriter: typeof excelStream.xlsx.WorkbookWriter,
  sink: Writable,
  workbook: Workbook,
): Writer {
  const { properties } = workbook;
  const day = toUtcDate(properties.createdOn);
  const writer = new WorkbookWriter({
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

function views(sheet: Sheet, layout: Layout, styles: WorkbookStyles): Partial<Worksheet>['views'] {
  let frozen = 0;
  for (let i = 0; i < layout.headerRow; i += 1) frozen += layout.heightOf(layout.rows.at(i) ?? []) ?? 15;
  const ySplit = frozen <= styles.maxFrozenHeight && sheet.columns.length > 0 ? layout.headerRow : 0;
  const xSplit = sheet.freezeColumns;
  const common = { showGridLines: false, zoomScale: 100 };
  return xSplit > 0 || ySplit > 0 ? [{ state: 'frozen', xSplit, ySplit, ...common }] : [{ state: 'normal', ...common }];
}

function addRules(target: Worksheet, sheet: Sheet, { directory, styles }: ShellInput): void {
  sheet.conditional.forEach((rule, i) => {
    target.addConditionalFormatting({
      ref: rule.range,
      rules: [
        {
          type: 'expression',
          priority: i + 1,
          formulae: [directory.rewrite(rule.formula)],
          style: conditionalStyle(styles, rule.style),
        },
      ],
    });
  });
}

const FLAGS = [false, true] as const;
const VARIANTS: readonly Variant[] = FLAGS.flatMap((wrap) =>
  FLAGS.flatMap((text) => FLAGS.map((quoted) => ({ wrap, text, quoted }))),
);
const placeOf = ({ wrap, text, quoted }: Variant): number => Number(wrap) * 4 + Number(text) * 2 + Number(quoted);

/** Every style in every variant, side by side in one row. */
function showFormats(target: Worksheet, styles: WorkbookStyles): void {
  const styleOf = styleBook(styles);
  const row = target.getRow(1);
  // A text makes exceljs list the part of shared texts, which is then ours.
  row.getCell(1).value = 'x';
  CELL_STYLES.forEach((name, i) =>
    VARIANTS.forEach((variant, j) => {
      row.getCell(1 + i * VARIANTS.length + j).style = styleOf(name, variant);
    }),
  );
  row.commit();
}

function readFormats(rows: string): Shell['formatOf'] {
  const formats = [...rows.matchAll(/<c r="[A-Z]+1" s="(\d+)"/g)].map((m) => Number(m[1]));
  if (formats.length !== CELL_STYLES.length * VARIANTS.length)
    throw new Error('exceljs wrote other cells than it was given');
  const first = new Map(CELL_STYLES.map((name, i) => [name, i * VARIANTS.length]));
  return (name, variant) => formats[(first.get(name) as number) + placeOf(variant)] as number;
}

function addSheet(writer: Writer, i: number, input: ShellInput): void {
  const sheet = input.workbook.sheets[i] as Sheet;
  const layout = input.layouts[i] as Layout;
  const setup = pageSetup(sheet, input.workbook, layout.paper, input.styles);
  const target = writer.addWorksheet(input.names[i], { ...setup, views: views(sheet, layout, input.styles) });
  target.columns = layout.widths.map((width) => ({ width }));
  if (sheet.autoFilter && sheet.columns.length > 0) {
    target.autoFilter = filterRange(sheet, layout.headerRow).replaceAll('$', '');
  }
  addRules(target, sheet, input);
  // exceljs writes the columns with the first row: a sheet without any would lose them.
  if (i === 0) showFormats(target, input.styles);
  else target.getRow(1).commit();
  target.commit();
}

const START = '<sheetData>';
const END = '</sheetData>';

/** The package without its rows. exceljs is slow to load: only its writer is, and only here. */
export async function makeShell(input: ShellInput): Promise<Shell> {
  const { default: WorkbookWriter } = await import('exceljs/lib/stream/xlsx/workbook-writer');
  const sink = new Collector();
  const writer = openWriter(WorkbookWriter, sink, input.workbook);
  input.workbook.sheets.forEach((_, i) => addSheet(writer, i, input));
  await writer.commit();
  const parts = readPackage(sink.bytes());
  let formatOf: Shell['formatOf'] | undefined;
  const sheets = input.workbook.sheets.map((_, i) => {
    const xml = partText(parts, `xl/worksheets/sheet${i + 1}.xml`) ?? '';
    const [start, end] = [xml.indexOf(START), xml.indexOf(END)];
    if (start < 0 || end < 0) throw new Error('exceljs wrote a sheet without rows');
    if (i === 0) formatOf = readFormats(xml.slice(start, end));
    return { head: xml.slice(0, start + START.length), tail: xml.slice(end + END.length) };
  });
  return { parts, sheets, formatOf: formatOf as Shell['formatOf'] };
}
