/** Rows that are not one task each: areas, groups, halves, further assignments, and what cannot be placed. */

import { rawPlanOf } from '../../../src/plan/import/raw-plan';
import { textTable } from './reading';

const HEAD = 'TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian | Sản phẩm';

function plan(...rows: string[]) {
  const { value, diagnostics } = rawPlanOf(textTable(HEAD, ...rows));
  return { tasks: value?.tasks ?? [], areas: value?.areas ?? [], codes: diagnostics.map(({ code }) => code) };
}

describe('areas', () => {
  test('a Roman number with a title opens an area, in one cell or in two', () => {
    const { areas } = plan('I | MỘT||||', '1|Việc|Sở A||Quý I|', 'II. HAI |||||', '1|Việc|Sở A||Quý I|');
    expect(areas).toEqual([
      { code: 'I', title: 'MỘT', part: null },
      { code: 'II', title: 'HAI', part: null },
    ]);
  });

  test('a letter opens a part, and areas count anew in it', () => {
    const { tasks, areas } = plan(
      'A. SỞ|||||',
      'I. MỘT|||||',
      '1|Việc|Sở A||Quý I|',
      'B. XÃ|||||',
      'I. MỘT|||||',
      '1|Việc|Xã B||Quý I|',
    );
    expect(areas.map(({ part, code }) => [part, code])).toEqual([
      ['A', 'I'],
      ['B', 'I'],
    ]);
    expect(tasks.map(({ part, no }) => [part, no])).toEqual([
      ['A', '1'],
      ['B', '1'],
    ]);
  });

  test('a part without areas is an area of its own', () => {
    expect(plan('A|SỞ, BAN, NGÀNH||||', '1|Việc|Sở A||Quý I|').areas).toEqual([
      { code: 'A', title: 'SỞ, BAN, NGÀNH', part: 'A' },
    ]);
  });

  test('a table without areas has one, named by its own column, and that is said', () => {
    const { areas, codes } = plan('1|Việc|Sở A||Quý I|');
    expect(areas).toEqual([{ code: '1', title: 'Nhiệm vụ', part: null }]);
    expect(codes).toEqual(['BC1617']);
  });

  test('"1" heads an area only where "1.1" follows', () => {
    expect(plan('1|Việc lớn||||', '1.1|Việc nhỏ|Sở A||Quý I|').areas).toEqual([
      { code: '1', title: 'Việc lớn', part: null },
    ]);
    expect(plan('I|MỘT||||', '1|Việc chưa giao||||', '2|Việc|Sở A||Quý I|').tasks).toHaveLength(2);
  });

  test('inside a Roman area such a number only groups', () => {
    const { areas, tasks, codes } = plan('I|MỘT||||', '1|Nhóm việc||||', '1.1|Việc|Sở A||Quý I|');
    expect(areas.map(({ code }) => code)).toEqual(['I']);
    expect(tasks.map(({ no, area }) => [no, area])).toEqual([['1.1', 'I']]);
    expect(codes).toEqual(['BC1614']);
  });

  test('one text over the whole row is an area even without a number', () => {
    const wide = Array<string>(6).fill('Cải cách thể chế').join('|');
    expect(plan(wide, '1|Việc|Sở A||Quý I|').areas).toEqual([{ code: '1', title: 'Cải cách thể chế', part: null }]);
  });
});

describe('rows without a number', () => {
  test('right after a repeated header they are the rest of the row before', () => {
    const { tasks } = plan('I|MỘT||||', '1|Xây dựng|Sở|Các sở,|Quý|Kế', HEAD, '|quy chế|Nội vụ|ban, ngành|I|hoạch');
    expect(tasks).toMatchObject([
      {
        title: 'Xây dựng quy chế',
        product: 'Kế hoạch',
        assignments: [{ leadText: 'Sở Nội vụ', supportText: 'Các sở, ban, ngành', dueText: 'Quý I' }],
      },
    ]);
  });

  test('in small letters they go on wherever they stand', () => {
    expect(plan('I|MỘT||||', '1|Xây dựng|Sở A||Quý I|', '|quy chế||||').tasks[0]?.title).toBe('Xây dựng quy chế');
  });

  test('with a body and a due text of their own they are a further assignment', () => {
    const { tasks } = plan('I|MỘT||||', '1|Ban hành kế hoạch|Sở A|Sở B|Quý I|Kế hoạch', '||Các xã||Quý II|Kế hoạch');
    expect(tasks).toMatchObject([
      {
        product: 'Kế hoạch',
        assignments: [
          { leadText: 'Sở A', supportText: 'Sở B', dueText: 'Quý I', product: null },
          { leadText: 'Các xã', supportText: '', dueText: 'Quý II', product: null },
        ],
      },
    ]);
  });

  test('where only product and due text are new, the bodies above hold on', () => {
    const { tasks } = plan('I|MỘT||||', '1|Tổ chức hội thi|Sở A|Sở B|Tháng 3|Kế hoạch', '||||Tháng 11|Hội thi');
    expect(tasks[0]?.product).toBeNull();
    expect(tasks[0]?.assignments).toMatchObject([
      { leadText: 'Sở A', product: 'Kế hoạch', dueText: 'Tháng 3' },
      { leadText: 'Sở A', supportText: 'Sở B', product: 'Hội thi', dueText: 'Tháng 11' },
    ]);
  });

  test('with a title of their own they are a task, and that is said', () => {
    const { tasks, codes } = plan('I|MỘT||||', '1|Việc|Sở A||Quý I|', '|Việc khác|Sở B||Quý II|');
    expect(tasks.map(({ no, title }) => [no, title])).toEqual([
      ['1', 'Việc'],
      [null, 'Việc khác'],
    ]);
    expect(codes).toEqual(['BC1615']);
  });

  test('before any task they are reported, not dropped in silence', () => {
    expect(plan('I|MỘT||||', '||Sở A|||', '1|Việc|Sở A||Quý I|').codes).toEqual(['BC1616']);
  });
});

test('merged cells repeat their text: equal rows say one thing, different ones are assignments', () => {
  const { tasks } = plan(
    'I|MỘT||||',
    '1|Việc|Sở A||Quý I|Kế hoạch',
    '1|Việc|Sở B||Quý I|Kế hoạch',
    '1|Việc|Sở B||Quý I|Kế hoạch',
  );
  expect(tasks.map(({ assignments }) => assignments.map(({ leadText }) => leadText))).toEqual([['Sở A', 'Sở B']]);
});

test('a number that restarts is another task', () => {
  const { tasks } = plan('I|MỘT||||', '1|Việc|Sở A||Quý I|', 'II|HAI||||', '1|Việc|Sở A||Quý I|');
  expect(tasks.map(({ area, no }) => [area, no])).toEqual([
    ['I', '1'],
    ['II', '1'],
  ]);
});

test('a number that jumps is reported, one that starts again is not', () => {
  const rows = ['1', '2', '4', '1', '2'].map((no) => `${no}|Việc ${no}|Sở A||Quý I|`);
  expect(plan('I|MỘT||||', ...rows).codes).toEqual(['BC1620']);
  const decimals = ['1.1', '1.2', '1.4.1', '1.4.2', '1.5', '2.1'].map((no) => `${no}|Việc ${no}|Sở A||Quý I|`);
  expect(plan('I|MỘT||||', ...decimals).codes).toEqual([]);
});

test('a numbered row without a title is reported', () => {
  expect(plan('I|MỘT||||', '1||Sở A||Quý I|').codes).toEqual(['BC1621']);
});

test('the row of column numbers and blank rows are no tasks', () => {
  expect(plan('(1)|(2)|(3)|(4)|(5)|(6)', 'I|MỘT||||', '|||||', '1|Việc|Sở A||Quý I|').tasks).toHaveLength(1);
});

test('a note is not lost without a word', () => {
  const { value, diagnostics } = rawPlanOf(
    textTable('TT|Nhiệm vụ|Chủ trì|Thời gian|Ghi chú', 'I|MỘT|||', '1|Việc|Sở A|Quý I|Chuyển từ năm 2025'),
  );
  expect(value?.tasks).toHaveLength(1);
  expect(diagnostics).toMatchObject([{ code: 'BC1618', params: { note: 'Chuyển từ năm 2025' } }]);
});

test('a thousand rows are a thousand tasks', () => {
  const rows = Array.from(
    { length: 1000 },
    (_, i) => `${i + 1}|Nhiệm vụ số ${i + 1}|Sở Nội vụ|Các sở, ban, ngành|Quý I|Kế hoạch`,
  );
  expect(plan('I|MỘT||||', ...rows).tasks).toHaveLength(1000);
});
