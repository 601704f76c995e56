/** Names the versions of dated data that hold on the cut-off day, not those of today. */

import { plainDate } from '../../src/calendar/plain-date';
import { versionsOf } from '../../src/app/versions';
import { opened, planData } from '../support/hanoi';

const data = planData();
const { period } = opened(data, '2026-Q1');

it('each with the day, the year or the number of its version', () => {
  expect(Object.fromEntries(versionsOf(data, period))).toEqual({
    'Bản của quy tắc trạng thái': expect.stringMatching(/^bao-cao-cchc, có hiệu lực từ ngày \d\d\/\d\d\/\d{4}$/),
    'Bản của quy tắc nhiệm vụ': expect.stringMatching(/^bao-cao-cchc, có hiệu lực từ ngày \d\d\/\d\d\/\d{4}$/),
    'Bản của chế độ báo cáo': 'hanoi-cchc, áp dụng từ năm báo cáo 2026',
    'Bản của đề cương': `bao-cao-cchc, ${data.outline.version}`,
  });
});

it('of two versions the one of the cut-off day', () => {
  const [first] = data.rules.status;
  if (!first) throw new Error('no rules');
  const split = [
    { ...first, to: plainDate('2026-03-14') },
    { ...first, from: plainDate('2026-03-15'), to: null },
  ];
  const told = versionsOf({ ...data, rules: { ...data.rules, status: split } }, period);
  expect(told).toEqual(versionsOf(data, period));
  const later = versionsOf({ ...data, rules: { ...data.rules, status: split } }, opened(data, '2026-H1').period);
  expect(later[0]?.[1]).toBe('bao-cao-cchc, có hiệu lực từ ngày 15/03/2026');
});
