/** Each correction names the text it was made for, changes only that, leaves a note, and fails where it fits nothing. */

import { assemblePlan } from '../../../src/plan/import/assemble';
import type { Outcome } from '../../../src/lib/diagnostic';
import { correctionsSchema } from '../../../src/plan/import/corrections';
import type { PlanFile } from '../../../src/plan/schema';
import { readRegistry } from '../../support/data';
import { corrections, HEAD, rawPlan, row, task } from './raw-plans';

const registry = readRegistry('hcmc');
const RAW = rawPlan(
  [
    task({ title: 'Khởi công Tuyển đường sắt', product: 'Thành phổ ban hành' }),
    task({
      no: '2',
      title: 'Triên khai Ke hoạch',
      assignments: [row({ leadText: 'Các đơn vị', dueText: 'Cuối năm' })],
    }),
  ],
  { targets: [{ code: '1', area: '', text: 'Hồ sơ số hóa đạt 95%¹', where: {} }] },
);
const with_ = (over: object): Outcome<PlanFile> =>
  assemblePlan(RAW, HEAD, corrections(over), registry, { file: 'thu.corrections.json' });
const errors = ({ diagnostics }: Outcome<PlanFile>): readonly string[] =>
  diagnostics.filter((d) => d.level === 'error').map((d) => d.code);

const why = { reason: 'Đã đối chiếu bản in.' };

test('a reading leaves the printed title and puts the right one beside it, with a note', () => {
  const plan = with_({ readings: [{ task: '1', field: 'title', from: 'Tuyển', to: 'Tuyến', ...why }] }).value;
  expect(plan?.tasks[0]).toMatchObject({
    title: 'Khởi công Tuyển đường sắt',
    titleReadAs: 'Khởi công Tuyến đường sắt',
  });
  expect(plan?.notes).toEqual([{ where: 'nhiệm vụ 1', judgement: 'Giữ “Tuyển” ở tên; đọc đúng là “Tuyến”.', ...why }]);
});

test('a reading of another field leaves only a note; a fix changes the text', () => {
  const change = { task: '1', field: 'product', from: 'Thành phổ', to: 'Thành phố', ...why };
  expect(with_({ readings: [change] }).value?.tasks[0]?.product).toBe('Thành phổ ban hành');
  const fixed = with_({ fixes: [change] }).value;
  expect([fixed?.tasks[0]?.product, fixed?.notes.length]).toEqual(['Thành phố ban hành', 1]);
});

test('slips of scanning are read in every title that has them, and said in one note', () => {
  const slips = [
    { from: 'Triên', to: 'Triển' },
    { from: 'Ke hoạch', to: 'Kế hoạch' },
  ];
  const plan = with_({ scanned: { slips, ...why } }).value;
  expect(plan?.tasks.map((t) => t.titleReadAs)).toEqual([undefined, 'Triển khai Kế hoạch']);
  expect(plan?.notes).toHaveLength(1);
});

test('a due text gets its reading beside it', () => {
  const plan = with_({
    dueReadAs: [{ task: '2', assignment: 1, from: 'Cuối năm', text: 'Quý IV năm 2026', ...why }],
  }).value;
  expect(plan?.tasks[1]?.assignments[0]).toMatchObject({ dueText: 'Cuối năm', dueReadAs: 'Quý IV năm 2026' });
});

test('bodies and leads are told for a stretch of text, a task or a whole area', () => {
  const told = with_({ bodies: [{ text: 'Các đơn vị', bodies: ['so-y-te', 'so-tu-phap'], ...why }] });
  expect(told.value?.tasks[1]?.assignments[0]?.lead).toEqual(['so-y-te', 'so-tu-phap']);
  const area = with_({ assignments: [{ at: 'I', leadText: 'Sở Du lịch', ...why }] }).value;
  expect(area?.tasks.map((t) => [t.assignments[0]?.leadText, t.assignments[0]?.lead])).toEqual(
    Array(2).fill(['Sở Du lịch', ['so-du-lich']]),
  );
  expect(
    with_({ assignments: [{ at: '2', lead: ['so-y-te'], ...why }] }).value?.tasks[1]?.assignments[0]?.lead,
  ).toEqual(['so-y-te']);
});

test('areas get titles and fields, targets an area and clean text, measures a shorter scope', () => {
  const plan = with_({
    areas: [{ code: 'I', from: 'Lĩnh vực I', title: 'Chỉ đạo', field: 1 }],
    targets: [{ code: '1', area: 'I', from: '95%¹', to: '95%', ...why }],
    measures: [{ code: '1a', from: 'Hồ sơ số hóa', scope: 'tỷ lệ hồ sơ' }],
  }).value;
  expect(plan?.areas).toEqual([{ code: 'I', title: 'Chỉ đạo', field: 1 }]);
  expect(plan?.targets[0]).toMatchObject({ area: 'I', text: 'Hồ sơ số hóa đạt 95%' });
  expect(plan?.targets[0]?.measures[0]).toEqual({
    code: '1a',
    scope: 'tỷ lệ hồ sơ',
    comparator: '>=',
    value: 95,
    unit: '%',
  });
});

test.each([
  ['old text that is gone', { fixes: [{ task: '1', field: 'title', from: 'không có', to: 'x', ...why }] }, 'BC1660'],
  ['old text that stands twice', { fixes: [{ task: '1', field: 'title', from: 'ng', to: 'x', ...why }] }, 'BC1660'],
  [
    'an assignment that is not there',
    { readings: [{ task: '1', assignment: 2, field: 'leadText', from: 'Sở', to: 'x', ...why }] },
    'BC1660',
  ],
  ['a slip that no title has', { scanned: { slips: [{ from: 'ủ y ban', to: 'Ủy ban' }], ...why } }, 'BC1660'],
  ['a task that is not there', { readings: [{ task: '9', field: 'title', from: 'a', to: 'b', ...why }] }, 'BC1661'],
  ['leads for an area that is not there', { assignments: [{ at: 'X', lead: ['so-y-te'], ...why }] }, 'BC1661'],
  ['a body that the registry does not know', { bodies: [{ text: 'Các đơn vị', bodies: ['so-la'], ...why }] }, 'BC1662'],
  ['a body text that no cell has', { bodies: [{ text: 'Sở Lạ', bodies: [], ...why }] }, 'BC1660'],
  ['an area that is not there', { areas: [{ code: 'IX', field: 1 }] }, 'BC1663'],
  ['an area whose title is another', { areas: [{ code: 'I', from: 'Tên cũ', title: 'Tên mới' }] }, 'BC1660'],
  ['a target that is not there', { targets: [{ code: '7', area: 'I', ...why }] }, 'BC1663'],
  ['a measure that is not there', { measures: [{ code: '1b', from: 'x', scope: 'y' }] }, 'BC1663'],
  ['a measure whose scope is another', { measures: [{ code: '1a', from: 'x', scope: 'y' }] }, 'BC1660'],
  [
    'a due text that is gone',
    { dueReadAs: [{ task: '2', assignment: 1, from: 'Quý I', text: 'x', ...why }] },
    'BC1660',
  ],
])('%s stops the import', (_, over, code) => {
  const made = with_(over);
  expect(made.value).toBeUndefined();
  expect(errors(made)).toEqual([code]);
});

test('all corrections that do not fit are said at once', () => {
  const gone = { field: 'title', from: 'không có', to: 'x', ...why };
  expect(
    errors(
      with_({
        fixes: [
          { task: '1', ...gone },
          { task: '2', ...gone },
        ],
        areas: [{ code: 'IX', field: 1 }],
      }),
    ),
  ).toEqual(['BC1660', 'BC1660', 'BC1663']);
});

test('a correction without its reason is refused', () => {
  const { success } = correctionsSchema.safeParse({ fixes: [{ task: '1', field: 'title', from: 'a', to: 'b' }] });
  expect(success).toBe(false);
});
