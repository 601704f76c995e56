/** The workbook as a whole: golden text, the same bytes everywhere, and the parts that exceljs cannot write. */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sha256 } from '../../../src/lib/canonical-json';
import type { Workbook } from '../../../src/report/workbook';
import { renderXlsx } from '../../../src/render/xlsx/render-xlsx';
import { expectGolden } from '../../support/golden';
import { cell, sampleWorkbook } from './sample-workbook';
import { attributesOf, project, readWorkbook, tags } from './sheet-reader';
import { styles } from './styles';

const run = promisify(execFile);

/** The sample with its first sheet changed. */
function changed(change: Partial<Workbook['sheets'][number]>): Workbook {
  const workbook = sampleWorkbook();
  const [first, ...others] = workbook.sheets;
  return { ...workbook, sheets: [{ ...first!, ...change }, ...others] };
}

test('golden text', async () => expectGolden('xlsx/tong-hop.txt', project(await renderXlsx(sampleWorkbook(), styles))));

test('same bytes in three time zones, in other processes and here', async () => {
  const workbook = sampleWorkbook();
  const expected = [sha256(await renderXlsx(workbook, styles))];
  for (const TZ of ['UTC', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles']) {
    const { stdout } = await run(process.execPath, [join(__dirname, 'hash-samples.cjs')], {
      env: { ...process.env, TZ },
    });
    expect(JSON.parse(stdout)).toEqual(expected);
  }
});

test('many at once do not disturb one another', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => renderXlsx(sampleWorkbook(), styles)));
  expect(new Set(all.map((bytes) => sha256(bytes))).size).toBe(1);
});

test('a date is the serial number of its day', async () => {
  const { sheets } = readWorkbook(await renderXlsx(sampleWorkbook(), styles));
  expect(sheets[0]?.cells.get('G6')).toMatchObject({ type: 'n', value: '46096' });
});

test('a day that Excel cannot count is text', async () => {
  const rows = ['1899-12-31', '1900-02-28', '1900-03-01', '9999-12-31'].map((day) => [cell(day, 'date')]);
  const { sheets } = readWorkbook(await renderXlsx(changed({ rows, conditional: [] }), styles));
  const values = ['A5', 'A6', 'A7', 'A8'].map((address) => sheets[0]?.cells.get(address)?.value);
  expect(values).toEqual(['31/12/1899', '28/02/1900', '61', '2958465']);
});

test('total lines at the end stay out of the filter', async () => {
  const { sheets, text } = readWorkbook(await renderXlsx(sampleWorkbook(), styles));
  expect(tags(sheets[0]?.xml ?? '', 'autoFilter')).toEqual(['<autoFilter ref="A4:I8"/>']);
  expect(text('xl/workbook.xml')).toContain('hidden="1">\'Tổng hợp\'!$A$4:$I$8<');
});

test('links stay inside the file and stand where the schema wants them', async () => {
  const { sheets, parts } = readWorkbook(await renderXlsx(sampleWorkbook(), styles));
  expect([...parts.keys()].filter((name) => name.startsWith('xl/worksheets/_rels/'))).toEqual([]);
  const xml = sheets[0]?.xml ?? '';
  const order = [
    '</sheetData>',
    '<autoFilter',
    '<mergeCells',
    '<conditionalFormatting',
    '<hyperlinks',
    '<printOptions',
  ];
  const places = [...order, '<pageMargins', '<pageSetup', '<headerFooter'].map((tag) => xml.indexOf(tag));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(tags(xml, 'hyperlink').map((tag) => attributesOf(tag)['location'])).toEqual([
    "'Chi tiết'!A2",
    "'Chi tiết'!A3",
  ]);
});

test('asks for calculation on load and keeps the cached results', async () => {
  const { sheets, text } = readWorkbook(await renderXlsx(sampleWorkbook(), styles));
  expect(text('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  for (const { cells } of sheets)
    for (const read of cells.values()) if (read.formula !== undefined) expect(read.value).not.toBe('');
});

test('the default font is the one that widths are counted in', async () => {
  const { text } = readWorkbook(await renderXlsx(sampleWorkbook(), styles));
  expect(text('xl/styles.xml')).toMatch(/<fonts [^>]*><font><sz val="11"\/>.*?<name val="Times New Roman"\/>/);
  expect(text('xl/styles.xml')).not.toContain('Calibri');
});

test('a style is written once, however many cells have it', async () => {
  const first = sampleWorkbook().sheets[0]!;
  const rows = [...first.rows, ...first.rows, ...first.rows];
  const count = async (workbook: Workbook): Promise<number> =>
    readWorkbook(await renderXlsx(workbook, styles)).looks.length;
  expect(await count(changed({ rows }))).toBe(await count(sampleWorkbook()));
});

test('headings that fill a screen are not frozen', async () => {
  const heading = Array.from({ length: 20 }, () => cell('Ghi chú mẫu', 'note'));
  const pane = async (workbook: Workbook): Promise<Record<string, string>> =>
    attributesOf(tags(readWorkbook(await renderXlsx(workbook, styles)).sheets[0]?.xml ?? '', 'pane')[0] ?? '');
  expect(await pane(sampleWorkbook())).toMatchObject({ xSplit: '2', ySplit: '4', topLeftCell: 'C5' });
  const high = await pane(changed({ heading, freezeColumns: 1, conditional: [] }));
  expect(high).toMatchObject({ xSplit: '1' });
  expect(high).not.toHaveProperty('ySplit');
});

test('a sheet that must stay on one page is fitted to it, others to its width', async () => {
  const fitted = async (workbook: Workbook): Promise<string | undefined> =>
    attributesOf(tags(readWorkbook(await renderXlsx(workbook, styles)).sheets[0]?.xml ?? '', 'pageSetup')[0] ?? '')
      .fitToHeight;
  expect(await fitted(sampleWorkbook())).toBe('0');
  expect(await fitted(changed({ onePage: true }))).toBe('1');
});

test('header and footer double "&", keep a digit from the size code and fit in 255 characters', async () => {
  const workbook = { ...sampleWorkbook(), pageHeader: '2026 A&B ', pageFooter: '&'.repeat(400) };
  const xml = readWorkbook(await renderXlsx(workbook, styles)).sheets[0]?.xml ?? '';
  const plain = (tag: string): string =>
    (new RegExp(`<${tag}>(.*?)</${tag}>`).exec(xml)?.[1] ?? '').replace(/&amp;/g, '&').replace(/&quot;/g, '"');
  expect(plain('oddHeader')).toBe('&C&"Times New Roman,Italic"&10 2026 A&&B');
  expect(plain('oddFooter').length).toBeLessThanOrEqual(255);
  expect(plain('oddFooter')).toMatch(/[^&](&&)*…&R&"Times New Roman,Regular"&10Trang &P\/&N$/);
});

describe('a bug in the model throws', () => {
  const refused: readonly (readonly [string, Workbook])[] = [
    ['no sheets', { ...sampleWorkbook(), sheets: [] }],
    ['NaN', changed({ rows: [[cell(NaN, 'integer')]] })],
    ['infinity', changed({ rows: [[cell(Infinity, 'percent', { formula: '1/0' })]] })],
    ['a link to nowhere', changed({ rows: [[cell('x', 'link', { link: 'Không có!A1' })]] })],
    ['a link without a cell', changed({ rows: [[cell('x', 'link', { link: 'Chi tiết' })]] })],
    ['a row wider than the table', changed({ rows: [[cell('x', 'group', { span: 10 })]] })],
    ['a formula with its "="', changed({ rows: [[cell(1, 'integer', { formula: '=1' })]] })],
    ['a name like a cell', { ...sampleWorkbook(), names: { ABC12: "'Tổng hợp'!$A$1" } }],
    ['a name with a space', { ...sampleWorkbook(), names: { 'hoàn thành': "'Tổng hợp'!$A$1" } }],
  ];
  test.each(refused)('%s', async (_, workbook) => {
    await expect(renderXlsx(workbook, styles)).rejects.toThrow(RangeError);
  });
});
