/** What holds for any text: it is read without a throw, inside its own bounds, and printed without a change. */

import fc from 'fast-check';
import { parsePlainDate } from '../../../src/calendar/plain-date';
import { fold } from '../../../src/lib/text';
import type { Due } from '../../../src/plan/deadline/due';
import { meaningOf, printDue } from '../../../src/plan/deadline/print';
import { readDue } from '../../../src/plan/deadline/read';

const context = { year: 2026, signedOn: null };

const TIMES = [
  ...['Quý I năm 2026', 'quý II, III năm 2026', 'Tháng 02/2026', 'trong tháng 10 năm 2027', 'Năm 2026', '2026 - 2030'],
  ...[
    'Chậm nhất ngày 05/3/2026',
    'trước 15/6',
    'Từ tháng 3/2026 đến tháng 12/2026',
    '6 tháng cuối năm',
    'Quý I, III/2026',
  ],
  ...[
    'Thường xuyên',
    'hằng quý',
    '06 tháng/lần',
    'ngày 25 hằng tháng',
    'Khi có phát sinh',
    'Theo chỉ đạo của Thành phố',
  ],
  ...[
    '20 ngày kể từ ngày ký',
    '12/2026 hoặc 1/2027',
    'giữa tháng 6',
    'ngày 31/02/2026',
    'cuối năm',
    'tháng 12 hằng năm',
  ],
  ...[
    'Báo cáo kết quả thực hiện (lồng ghép trong kỳ Báo cáo CCHC)',
    'trước ngày 20 tháng cuối quý',
    'Quý IV',
    'tháng 4',
    'Thường xuyên trong quý II',
    'hằng tháng từ tháng 3 đến tháng 9',
    '(đối với cấp xã)',
    '(tuỳ kỳ họp)',
  ],
];
const WORDS = [
  'ban hành Kế hoạch',
  'Báo cáo',
  'Hoàn thành',
  'của',
  'Xã hội',
  'năm',
  'quý',
  'tháng',
  '3',
  '2026',
  'đến',
];
const MARKS = [': ', ' - ', '; ', '. ', ', ', ' và ', ' hoặc ', ' ', '\n', '\n- ', ' (', ') ', '/', '-', '<br>'];

const office = fc
  .array(fc.constantFrom(...TIMES, ...TIMES, ...WORDS, ...MARKS, ...MARKS), { minLength: 1, maxLength: 9 })
  .map((pieces) => pieces.join(''));
const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), office);

function everyDue(due: Due): readonly Due[] {
  return [due, ...due.parts.flatMap(everyDue), ...due.alternatives.flatMap(everyDue)];
}

test('any text is read without a throw, its spans lie inside it, and its days exist in order', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const due = readDue(text, context);
      expect(due.text).toBe(text);
      for (const { span, start, end, kind } of everyDue(due)) {
        expect(0 <= span.from && span.from <= span.to && span.to <= text.length).toBe(true);
        for (const day of [start, end]) if (day !== null) expect(parsePlainDate(day)).toBe(day);
        if (start !== null && end !== null && kind !== 'milestones') expect(start <= end).toBe(true);
      }
    }),
    { numRuns: 1500 },
  );
});

test('reading twice gives the same', () => {
  fc.assert(fc.property(anything, (text) => expect(readDue(text, context)).toEqual(readDue(text, context))));
});

test('a due that was read whole is printed and read back with the same meaning', () => {
  fc.assert(
    fc.property(office, (text) => {
      const due = readDue(text, context);
      fc.pre(due.unread === '' && due.diagnostics.every((d) => d.level === 'info'));
      const printed = printDue(due);
      expect(meaningOf(readDue(printed, context))).toEqual(meaningOf(due));
    }),
    { numRuns: 1500 },
  );
});

test('case and missing marks change no day', () => {
  const plain = fc.constantFrom(...TIMES.filter((text) => !/hoặc|[()]/u.test(text)));
  fc.assert(
    fc.property(plain, (text) => {
      const days = (due: Due): unknown => [due.kind, due.start, due.end, due.recurrence];
      const expected = days(readDue(text, context));
      for (const form of [text.toUpperCase(), fold(text), text.normalize('NFD')]) {
        expect(days(readDue(form, context))).toEqual(expected);
      }
    }),
  );
});

test('a due period ends with the civil period whatever way it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1990, max: 2100 }), (quarter, year) => {
      const roman = ['I', 'II', 'III', 'IV'][quarter - 1] ?? '';
      const end = readDue(`Quý ${roman} năm ${year}`, context).end;
      expect(end).toBe(readDue(`Tháng ${quarter * 3}/${year}`, context).end);
      for (const text of [`quý 0${quarter}/${year}`, `QUÝ ${quarter} NĂM ${year}`, `đến hết quý ${roman}/${year}`]) {
        expect(readDue(text, context).end).toBe(end);
      }
    }),
  );
});
