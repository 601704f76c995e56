/** Statuses, targets and notices in Vietnamese: the labels of the domain, and a target said as the plan says it. */

import { comparatorText } from '../../src/i18n/measures';
import { GLOSSARY, STATUS_MEANINGS } from '../../src/i18n/glossary';
import { NOTICES } from '../../src/i18n/notices';
import { STATUS_LABELS, STATUS_PHRASES } from '../../src/i18n/statuses';
import { STATUSES } from '../../src/obligations/schema';
import { nodesOf, sources } from '../architecture/sources';

test('each status has the label that the domain gives it', () => {
  expect(STATUS_LABELS).toEqual({
    cancelled: 'Dừng, không thực hiện',
    'done-on-time': 'Hoàn thành đúng hạn',
    'done-late': 'Hoàn thành quá hạn',
    'done-unsatisfactory': 'Đã thực hiện, chưa đạt yêu cầu',
    overdue: 'Quá hạn chưa hoàn thành',
    'in-progress': 'Đang thực hiện, trong hạn',
    'not-due': 'Chưa đến hạn, chưa triển khai',
    'period-done': 'Thường xuyên, có kết quả trong kỳ',
    'period-missing': 'Thường xuyên, chưa có kết quả trong kỳ',
    'not-triggered': 'Chưa phát sinh',
    'no-report': 'Chưa có báo cáo',
  });
});

test('labels, phrases and meanings are there for every status, and no two statuses read the same', () => {
  for (const words of [STATUS_LABELS, STATUS_PHRASES, STATUS_MEANINGS]) {
    expect(Object.keys(words).sort()).toEqual([...STATUSES].sort());
    expect(new Set(Object.values(words)).size).toBe(STATUSES.length);
  }
});

test('a phrase goes on in a sentence: it begins small and has no full stop', () => {
  for (const phrase of Object.values(STATUS_PHRASES)) {
    expect(phrase.charAt(0)).toBe(phrase.charAt(0).toLocaleLowerCase('vi'));
    expect(phrase).not.toMatch(/[.;]$/);
  }
});

test.each([
  ['>=', 98, '%', 'từ 98% trở lên'],
  ['<', 2, '%', 'dưới 2%'],
  ['<=', 12.5, 'ngày', 'không quá 12,5 ngày'],
  ['>', 1000, null, 'trên 1.000'],
  ['=', 100, '%', '100%'],
  ['>=', 2, 'cuộc', 'từ 2 cuộc trở lên'],
  ['increase', null, null, 'tăng so với năm trước'],
  ['decrease', null, '%', 'giảm so với năm trước'],
  [null, null, null, 'định tính'],
  ['>=', null, '%', 'định tính'],
] as const)('%s %s %s is said "%s"', (comparator, value, unit, text) => {
  expect(comparatorText({ comparator, value, unit })).toBe(text);
});

test('a report from samples says so in words that nobody takes for real', () => {
  expect(NOTICES.sample).toMatch(/số liệu mẫu.*không phải số liệu thật/);
  expect(NOTICES.preliminary).toMatch(/tạm tính/);
});

test('every word of the glossary is one that the code uses, told once', () => {
  const words = GLOSSARY.flatMap((section) => section.words);
  const source = sources()
    .filter((f) => f.path !== 'i18n/glossary.ts')
    .map((file) => nodesOf(file)[0]?.getFullText() ?? '')
    .join('\n');
  expect(words.map((w) => w.code).filter((code) => !new RegExp(`${code}\\b`).test(source))).toEqual([]);
  expect(new Set(words.map((w) => w.code)).size).toBe(words.length);
  expect(new Set(words.map((w) => w.vietnamese)).size).toBe(words.length);
});
