/** Values that break spreadsheets: each comes back from the file as it should be shown, and as text. */

import type { Scalar, Workbook } from '../../../src/report/workbook';
import { renderXlsx } from '../../../src/render/xlsx/render-xlsx';
import { cell, sampleWorkbook } from './sample-workbook';
import { readWorkbook, type ReadCell } from './sheet-reader';
import { styles } from './styles';

const long = (length: number): string => 'Đ'.repeat(length);

/** What is written, and what is read when that is something else. */
const TEXTS = (
  [
    ['formula', '=1+1'],
    ['formula with a command', '=cmd|"/C calc"!A0'],
    ['plus', '+84 24 3825 3536'],
    ['minus', '-1'],
    ['at sign', '@SUM(A1)'],
    ['tab before a formula', '\t=1'],
    ['escape look-alike', '_x0041_ mã'],
    ['escaped escape', '_x005F_x0041_'],
    ['two escapes in a row', '_x0041_x0042_'],
    ['lower-case escape', '_x00e1_'],
    ['not quite an escape', '_x41_ và _X0041_'],
    ['XML', '<a href="x">&amp; \'b\'</a>'],
    ['CDATA', ']]><![CDATA[x'],
    ['leading zeros', '007'],
    ['long digits', '12345678901234567890'],
    ['looks like a date', '1/2/2026'],
    ['looks like an exponent', '1E5'],
    ['looks like a boolean', 'TRUE'],
    ['looks like an error', '#DIV/0!'],
    ['spaces around', '  hai dấu cách  '],
    ['line feeds', 'một\n\nhai\n'],
    ['carriage returns', 'một\r\nhai\rba', 'một\nhai\nba'],
    ['control characters', 'a\u0000b\u0001c\u000bd\u001fe\u007ff\u0085g', 'abcdefg'],
    ['non-characters', 'a\ufffeb\uffffc', 'abc'],
    ['lone surrogates', 'a\ud800b\udc00c', 'abc'],
    ['beyond the basic plane', '𠀀 😀'],
    ['decomposed Vietnamese', 'Sở Nội vụ'.normalize('NFD'), 'Sở Nội vụ'],
    ['a GUID', '{0f8fad5b-d9cb-469f-a165-70867728950e}'],
    ['a relationship id', 'rIdV1StGXR8Z5jdHi6B'],
    ['the longest', long(32_767)],
    ['too long', long(40_000), `${long(32_756)}… (cắt bớt)`],
    ['prototype', '__proto__'],
    ['apostrophe', "'=1+1"],
    ['empty', ''],
  ] as readonly (readonly [string, string, string?])[]
).map(([name, given, back = given]) => [name, given, back] as const);

const NUMBERS = (
  [
    ['zero', 0],
    ['negative zero', -0, '0'],
    ['smallest', Number.MIN_VALUE],
    ['largest', Number.MAX_VALUE],
    ['sum of tenths', 0.1 + 0.2],
    ['third', 1 / 3],
    ['largest safe integer', Number.MAX_SAFE_INTEGER],
  ] as readonly (readonly [string, number, string?])[]
).map(([name, n, back = String(n)]) => [name, n, back] as const);

async function written(value: Scalar, formula?: string): Promise<ReadCell | undefined> {
  const [first] = sampleWorkbook().sheets;
  const columns = first!.columns.slice(0, 1);
  const row = [cell(value, 'text', formula === undefined ? {} : { formula })];
  const sheet = { ...first!, heading: [], columns, rows: [row], conditional: [], freezeColumns: 0 };
  const workbook: Workbook = { ...sampleWorkbook(), sheets: [sheet], names: {} };
  return readWorkbook(await renderXlsx(workbook, styles)).sheets[0]?.cells.get('A2');
}

test.each(TEXTS)('%s', async (_, value, expected) => {
  expect(await written(value)).toMatchObject({ type: 's', value: expected, formula: undefined });
});

test.each(TEXTS.filter(([name]) => name !== 'empty'))('%s, as a cached result', async (_, value, expected) => {
  expect(await written(value, 'A1')).toMatchObject({ type: 'str', value: expected, formula: 'A1' });
});

test.each(NUMBERS)('%s', async (_, value, expected) => {
  expect(await written(value)).toMatchObject({ type: 'n', value: expected });
});

test.each(['=1', '+1', '-1', '@x'])('%s stays text when somebody edits the cell', async (value) => {
  const [first] = sampleWorkbook().sheets;
  const rows = [[cell(value)], [cell('x')]];
  const sheet = {
    ...first!,
    heading: [],
    columns: first!.columns.slice(0, 1),
    rows,
    conditional: [],
    freezeColumns: 0,
  };
  const read = readWorkbook(await renderXlsx({ ...sampleWorkbook(), sheets: [sheet], names: {} }, styles));
  const look = (address: string): string | undefined => read.looks[read.sheets[0]?.cells.get(address)?.style ?? 0];
  expect(look('A2')).toContain('quoted');
  expect(look('A3')).not.toContain('quoted');
});

test('hostile properties', async () => {
  const workbook = sampleWorkbook();
  const properties = { ...workbook.properties, title: 'A & <B>\u0001', custom: { 'k"&': '<v>\u0000\n' } };
  const { text } = readWorkbook(await renderXlsx({ ...workbook, properties }, styles));
  expect(text('docProps/core.xml')).toContain('<dc:title>A &amp; &lt;B&gt;</dc:title>');
  expect(text('docProps/custom.xml')).toContain('name="k&quot;&amp;"><vt:lpwstr>&lt;v&gt;&#10;</vt:lpwstr>');
});
