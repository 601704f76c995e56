/** The meaning of columns: what offices write over them, where a header stands, and what a person may override. */

import {
  findHeader,
  headerDiagnostics,
  isColumnNumberRow,
  isHeaderRow,
  roleOf,
} from '../../../src/plan/import/columns';
import { readTable } from '../../fixtures/tables';

const rowOf = (...cells: string[]) => ({ cells, where: {} });
const tableOf = (...rows: string[][]) => ({ rows: rows.map((cells) => rowOf(...cells)) });

describe('the words over a column', () => {
  test.each(readTable('plan-columns.csv'))('"$header" is $role: $why', ({ header, role }) => {
    expect(roleOf(header ?? '') ?? '').toBe(role);
  });
});

describe('the header of a table', () => {
  test('stands below the title of the sheet', () => {
    const table = tableOf(['PHỤ LỤC', '', ''], ['TT', 'Nhiệm vụ', 'Chủ trì'], ['1', 'Việc', 'Sở Nội vụ']);
    expect(findHeader(table)).toMatchObject({ end: 2, roles: ['no', 'title', 'lead'] });
  });

  test('may take two rows, the lower one naming what the upper one groups', () => {
    const table = tableOf(
      ['TT', 'Nhiệm vụ', 'Phân công', 'Phân công', 'Thời gian'],
      ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian'],
      ['1', 'Việc', 'Sở Nội vụ', '', 'Quý I'],
    );
    expect(findHeader(table)).toMatchObject({ end: 2, roles: ['no', 'title', 'lead', 'support', 'due'] });
  });

  test('does not take an area row for its lower half', () => {
    const area = Array<string>(5).fill('NHIỆM VỤ TRỌNG TÂM');
    const table = tableOf(['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian'], area);
    expect(findHeader(table)?.end).toBe(1);
  });

  test('is not found in a row that only talks about plans', () => {
    const row = rowOf('5', 'Nội dung kế hoạch', 'Kết quả thực hiện', 'Cơ quan chủ trì báo cáo');
    expect(isHeaderRow(row)).toBe(false);
  });

  test('has one title: the first of two columns that read so', () => {
    expect(findHeader(tableOf(['TT', 'Nhiệm vụ', 'Nội dung', 'Chủ trì']))?.roles).toEqual([
      'no',
      'title',
      'ignore',
      'lead',
    ]);
  });

  test('tells a table of targets', () => {
    expect(findHeader(tableOf(['TT', 'Chỉ tiêu', 'Lĩnh vực']))?.targets).toBe(true);
    expect(findHeader(tableOf(['TT', 'Nhiệm vụ', 'Chủ trì']))?.targets).toBe(false);
  });
});

describe('a person', () => {
  const table = tableOf(['TT', 'Nhiệm vụ', 'Nơi làm', 'Kinh phí'], ['1', 'Việc', 'Sở Nội vụ', '']);

  test('says what a column means by its text, whatever its capitals', () => {
    expect(findHeader(table, { 'nơi làm': 'lead' })?.roles).toEqual(['no', 'title', 'lead', 'ignore']);
  });

  test('says it by the number of the column', () => {
    expect(findHeader(table, { 3: 'lead' })?.roles[2]).toBe('lead');
  });

  test('makes up for a missing header by numbers alone', () => {
    const bare = tableOf(['1', 'Việc', 'Sở Nội vụ']);
    expect(findHeader(bare, { 1: 'no', 2: 'title', 3: 'lead' })).toMatchObject({
      end: 0,
      roles: ['no', 'title', 'lead'],
    });
  });

  test('hears of a column that is not there, and of those that are not read', () => {
    const given = { 'Cột lạ': 'lead' } as const;
    const header = findHeader(table, given);
    const codes = headerDiagnostics(header ? [header] : [], given, {}).map(({ code, params }) => [code, params.column]);
    expect(codes).toEqual([
      ['BC1611', 'Cột lạ'],
      ['BC1613', 'Nơi làm'],
      ['BC1613', 'Kinh phí'],
    ]);
  });
});

test('the row of column numbers is known by its counting', () => {
  expect(isColumnNumberRow(rowOf('(1)', '(2)', '(3)'))).toBe(true);
  expect(isColumnNumberRow(rowOf('A', 'B', '1', '2'))).toBe(true);
  expect(isColumnNumberRow(rowOf('1', 'Việc', '2'))).toBe(false);
  expect(isColumnNumberRow(rowOf('1', '', ''))).toBe(false);
});
