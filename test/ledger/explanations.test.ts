/** A unit's answer to a check, as a line and as a fact. */

import { book } from '../../src/ledger/booking';
import { readLine } from '../../src/ledger/lines';
import type { Outcome } from '../../src/lib/diagnostic';
import type { NewEvent } from '../../src/ledger/events';
import { bookingContextOf } from '../fixtures/city';
import { LATER } from '../fixtures/events';

const line = {
  unit: 'Sở Mẫu 01',
  plan: 'ke-hoach-mau',
  period: '2026-q1',
  check: 'KT-M1',
  subject: 'cong',
  text: '  Có hồ sơ tồn  ',
};

function booked(change: object): Outcome<NewEvent> {
  const read = readLine({ ...line, ...change }, {});
  return read.value ? book(read.value, bookingContextOf(), {}, LATER, false) : { ...read, value: undefined };
}
const codes = (change: object): readonly string[] => booked(change).diagnostics.map((d) => d.code);

test('names become ids, the text is cleaned', () => {
  expect(booked({}).value?.fact).toEqual({
    ...{ kind: 'explanation', plan: 'ke-hoach-mau', unit: 'so-mau-01', period: '2026-Q1' },
    ...{ check: 'KT-M1', subject: 'cong', text: 'Có hồ sơ tồn' },
  });
});

test.each(['cong', 'MT.1a', '1', '5/2', 'figures', 'tasks'])('may be about %s', (subject) => {
  expect(codes({ subject })).toEqual([]);
});

test.each([
  ['Chỉ tiêu MT.1a', 'MT.1a'],
  ['Nhiệm vụ 5, phần việc 2', '5/2'],
  ['Nhiệm vụ 5', '5'],
  ['47 chỉ tiêu', 'figures'],
  ['các chỉ tiêu', 'figures'],
  ['1.204 phần việc', 'tasks'],
  ['Các nhiệm vụ', 'tasks'],
])('what the check calls "%s" is %s', (said, subject) => {
  expect(booked({ subject: said }).value?.fact).toMatchObject({ subject });
});

test.each(['khong-co', '99', '1/x', '1/', '5/3', '5/0'])('may not be about %s', (subject) => {
  expect(codes({ subject })).toEqual(['BC2124']);
});

test('every fault of a line at once', () => {
  expect(codes({ check: 'KT-99', subject: 'x', period: '2026-Q2' })).toEqual(['BC2109', 'BC2123', 'BC2124']);
});

test('a reason for what must be corrected is kept, with a warning that it does not mend it', () => {
  expect(codes({ check: 'KT-M2' })).toEqual(['BC2125']);
  expect(booked({ check: 'KT-M2' }).value).toBeDefined();
});

test('an empty reason is none, and an unknown key is refused', () => {
  expect(codes({ text: '  ' })).toEqual(['BC1001']);
  expect(codes({ value: 3 })).toEqual(['BC1001']);
});
