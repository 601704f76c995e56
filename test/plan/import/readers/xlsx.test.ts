/** Excel workbooks: the sample plan, and how numbers and strings are stored. */

import { readDocument } from '../../../../src/plan/import/readers/document';
import { readXlsx } from '../../../../src/plan/import/readers/xlsx';
import { bytesOf, planOf, workbookOf } from '../reading';

const SAMPLE = 'test/fixtures/plans/mau-ke-hoach.xlsx';
const firstRow = (cells: string, styles?: string): readonly string[] | undefined =>
  readXlsx(workbookOf(`<row r="1">${cells}</row>`, '', styles)).document.tables[0]?.rows[0]?.cells;

describe('the sample plan', () => {
  const plan = planOf(SAMPLE);

  test('imports cleanly', () => {
    expect(plan.diagnostics).toEqual([]);
    expect(plan.tasks.map(({ no, area, assignments }) => [no, area, assignments.length])).toEqual([
      ['1', 'I', 2],
      ['2', 'I', 2],
      ['3', 'II', 1],
      ['4', 'II', 1],
      ['5', 'II', 1],
      ['6', 'II', 1],
    ]);
  });

  test('keeps a row that a filter hides, and says that a hidden sheet was left out', () => {
    expect(plan.tasks.at(-1)?.title).toBe('Số hóa hồ sơ thủ tục hành chính');
    const { diagnostics } = readDocument('mau.xlsx', bytesOf(SAMPLE));
    expect(diagnostics).toEqual([
      { code: 'BC1612', level: 'info', where: { file: 'mau.xlsx', sheet: 'Danh mục' }, params: {} },
    ]);
  });

  test('writes dates as they are shown: with a day, or the month alone', () => {
    expect(plan.tasks[0]?.assignments.map(({ dueText }) => dueText)).toEqual(['02/2026', '28/02/2026']);
  });

  test('tells a product of each row from one that is merged over all', () => {
    expect(plan.tasks[1]).toMatchObject({
      product: null,
      assignments: [{ product: 'Lớp bồi dưỡng' }, { product: 'Các lớp tập huấn' }],
    });
    expect(plan.tasks.slice(2, 5).map(({ product }) => product)).toEqual(Array(3).fill('- Kế hoạch\n- Báo cáo'));
  });

  test('joins a title broken by hand, and reads the leader', () => {
    expect(plan.tasks[4]?.title).toBe('Khảo sát sự hài lòng về dịch vụ công trọng điểm');
    expect(plan.tasks[1]?.leaderText).toBe('Phó Chủ tịch UBND Thành phố');
  });

  test('finds targets on their own sheet, with the area by number or by name', () => {
    expect(plan.targets.map(({ code, area, text }) => [code, area, text])).toEqual([
      ['1.1', 'I', 'Chỉ số SIPAS đạt tối thiểu 86%'],
      ['2.1', 'II', '100% hồ sơ được số hóa'],
    ]);
  });

  test('says in which cell of which sheet a task stands', () => {
    expect(plan.tasks[2]?.where).toEqual({ file: 'mau-ke-hoach.xlsx', sheet: 'Nhiệm vụ', cell: 'A13' });
  });
});

describe('Hà Nội 2026 as typed in Excel', () => {
  test('has 56 tasks, 61 assignments and 38 targets', () => {
    const { tasks, targets } = planOf('data/sources/hanoi-cchc-2026.xlsx');
    const perArea = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'].map(
      (code) => tasks.filter(({ area }) => area === code).length,
    );
    expect(perArea).toEqual([21, 4, 6, 7, 7, 6, 5]);
    expect(tasks.flatMap(({ assignments }) => assignments)).toHaveLength(61);
    expect(targets).toHaveLength(38);
  });
});

describe('cells', () => {
  const styles = (code: string, id = 164): string =>
    `<numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs>`;

  test.each([
    ['46081', 'dd/mm/yyyy', 164, '28/02/2026'],
    ['46054', 'mm/yyyy', 164, '02/2026'],
    ['46054', '&quot;Tháng &quot;mm/yyyy', 164, '02/2026'],
    ['46054', 'yyyy', 164, '2026'],
    ['46081.75', 'dd/mm/yyyy hh:mm', 164, '28/02/2026'],
    ['46081', '', 14, '28/02/2026'],
    ['1.1', '', 2, '1.10'],
    ['1.1000000000000001', '', 0, '1.1'],
    ['2026', '', 0, '2026'],
    ['0.98', '', 9, '98%'],
    ['5', '[Red]0', 164, '5'],
  ])('%s under %s (%d) is %s', (stored, code, id, shown) => {
    expect(
      firstRow(
        `<c r="A1" s="1"><v>${stored}</v></c><c r="B1" t="inlineStr"><is><t>x</t></is></c>`,
        styles(code, id),
      )?.[0],
    ).toBe(shown);
  });

  test('a string in runs is one, its reading aid is none of it', () => {
    expect(
      firstRow('<c r="A1" t="inlineStr"><is><r><t>Sở </t></r><r><t>Nội vụ</t></r><rPh><t>đọc</t></rPh></is></c>'),
    ).toEqual(['Sở Nội vụ']);
  });

  test('a formula gives its stored result, an error gives nothing', () => {
    expect(
      firstRow(
        '<c r="A1" t="str"><f>B1</f><v>Sở A</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1"><f>1+1</f><v>2</v></c>',
      ),
    ).toEqual(['Sở A', '', '2']);
  });

  test('a cell without an address stands after the one before', () => {
    expect(firstRow('<c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c>')).toEqual([
      'a',
      'b',
    ]);
  });
});

test('a merge over a million rows fills those that are there', () => {
  const sheet =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="2"><c r="B2" t="inlineStr"><is><t>y</t></is></c></row>';
  const { document } = readXlsx(workbookOf(sheet, '<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>'));
  expect(document.tables[0]?.rows.map(({ cells }) => cells)).toEqual([
    ['x', ''],
    ['x', 'y'],
  ]);
});

test('tells a formula, an error and a number from a text, with or without a stored result', () => {
  const cells =
    '<c r="A1" t="inlineStr"><is><t>=chữ</t></is></c><c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>A1</f><v>x</v></c>' +
    '<c r="D1" t="e"><v>#REF!</v></c><c r="E1"><v>1.1</v></c><c r="F1" s="0"/>';
  const [row] = readXlsx(workbookOf(`<row r="1">${cells}</row>`, '')).document.tables[0]?.rows ?? [];
  expect([...(row?.kinds ?? [])]).toEqual([
    [1, 'formula'],
    [2, 'formula'],
    [3, 'error'],
    [4, 'number'],
  ]);
});
