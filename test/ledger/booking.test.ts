/**
 * Guards booking: names become ids, every line is checked against plan, registry, regime and form, and every code of
 * the BC21xx family that booking can raise is raised by a case here, with all that its sentence needs.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnosticJson } from '../../src/i18n/render-diagnostic';
import { book, findTask, type BookingContext } from '../../src/ledger/booking';
import { eventId, type Fact, type NewEvent } from '../../src/ledger/events';
import { readLine } from '../../src/ledger/lines';
import type { Diagnostic, Outcome } from '../../src/lib/diagnostic';
import { bookingContextOf, plan } from '../fixtures/city';
import { instant } from '../fixtures/events';

const where = { file: 'mau.jsonl', line: 1 };
const NOW = instant('2026-04-01T09:00:00+07:00');
const context: BookingContext = bookingContextOf();

const task = { unit: 'so-mau-01', plan: 'ke-hoach-mau', task: '1', event: 'completed', on: '2026-02-10' };
const figure = { unit: 'so-mau-01', plan: 'ke-hoach-mau', indicator: 'cong', period: '2026-Q1', value: 3 };
const ratio = { unit: 'so-mau-01', plan: 'ke-hoach-mau', indicator: 'ty-le', period: '2026-Q1' };
const narrative = { unit: 'so-mau-01', plan: 'ke-hoach-mau', period: '2026-Q1', section: 'V', text: 'Nội dung mẫu' };
const submission = { unit: 'so-mau-01', plan: 'ke-hoach-mau', period: '2026-Q1', event: 'submitted' };

function booked(line: object, now = NOW): Outcome<NewEvent> {
  const read = readLine(line, where);
  if (!read.value) throw new Error(JSON.stringify(read.diagnostics));
  return book(read.value, context, where, now, false);
}
const factOf = (line: object): Fact => {
  const { value, diagnostics } = booked(line);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value.fact;
};

/** Every refusal: what is wrong, the line, the codes it must raise, all of them. */
const CASES: readonly (readonly [string, object, readonly string[]])[] = [
  ['a unit that nobody knows', { ...task, unit: 'sở mẫu chín' }, ['BC2101']],
  ['a group where a unit is asked for', { ...task, unit: 'so-ban-nganh' }, ['BC2101']],
  ['a task that the plan does not have', { ...task, task: '99' }, ['BC2102']],
  ['a part that the task does not have', { ...task, part: 2 }, ['BC2103']],
  ['a unit that does not lead the task', { ...task, unit: 'so-mau-02' }, ['BC2104']],
  ['a unit that leads the other part', { ...task, unit: 'so-mau-02', task: '5', part: 2 }, ['BC2104']],
  ['an extension without its new last day', { ...task, event: 'extended', basis: 'Văn bản mẫu' }, ['BC2105']],
  ['an extension without its document', { ...task, event: 'extended', due: '2026-04-30' }, ['BC2105']],
  ['an extension with a document of spaces', { ...task, event: 'extended', due: '2026-04-30', basis: ' ' }, ['BC2105']],
  ['a cancellation without its document', { ...task, event: 'cancelled' }, ['BC2106']],
  ['a new last day for what sets none', { ...task, due: '2026-04-30' }, ['BC2107']],
  ['a period that the regime does not have', { ...figure, period: '2026-Q2' }, ['BC2109']],
  ['a period of a year before the regime', { ...submission, period: '2019-Q1' }, ['BC2109']],
  ['a text for a period that is none', { ...narrative, period: 'quý I' }, ['BC2109']],
  ['an indicator that nobody knows', { ...figure, indicator: 'khong-co' }, ['BC2110']],
  ['an indicator that is computed', { ...figure, indicator: 'tong-cong' }, ['BC2111']],
  ['a numerator without a denominator', { ...ratio, numerator: 1, value: 50 }, ['BC2112']],
  ['a denominator without a numerator', { ...ratio, denominator: 1 }, ['BC2112', 'BC2113']],
  ['no figure at all', { ...ratio }, ['BC2113']],
  ['an answer beside a value', { ...figure, answer: 'nothing-arose' }, ['BC2114']],
  [
    'an answer beside the parts of a ratio',
    { ...ratio, numerator: 0, denominator: 0, answer: 'withdrawn' },
    ['BC2114'],
  ],
  ['the parts of a ratio for a count', { ...figure, numerator: 1, denominator: 2 }, ['BC2115']],
  ['a section that takes no text', { ...narrative, section: 'III' }, ['BC2116']],
  ['a count below zero', { ...figure, value: -1 }, ['BC2122']],
  ['what is told later than now', { ...task, recordedAt: '2999-01-01T00:00:00+07:00' }, ['BC2126']],
  ['two faults of a task line', { ...task, unit: 'so-mau-02', due: '2026-04-30' }, ['BC2104', 'BC2107']],
  ['two faults of a figure line', { ...figure, period: '2026-Q2', indicator: 'khong-co' }, ['BC2109', 'BC2110']],
  ['two faults of a text line', { ...narrative, period: '2026-Q2', section: 'III' }, ['BC2109', 'BC2116']],
];

describe('refusals', () => {
  it.each(CASES)('%s', (_, line, codes) => {
    const { value, diagnostics } = booked(line);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toEqual(codes);
    for (const d of diagnostics) expect(d).toMatchObject({ level: 'error', where });
  });

  it('each has a sentence, and everything that the sentence needs', () => {
    const found = CASES.flatMap(([, line]) => booked(line).diagnostics);
    for (const diagnostic of found) expect(diagnosticJson(diagnostic).message).not.toMatch(/[{}]|undefined/);
  });

  it('every code that booking names is raised by a case here', () => {
    const source = readFileSync(join(__dirname, '../../src/ledger/booking.ts'), 'utf8');
    const named = new Set(source.match(/BC\d{4}/g));
    const warned = booked({ ...task, on: '2026-04-02' }).diagnostics.map((d) => d.code);
    const raised = new Set([...CASES.flatMap(([, , codes]) => codes), ...warned]);
    expect([...named].sort()).toEqual([...raised].sort());
    expect(named.size).toBeGreaterThan(15);
  });

  it('a misspelt unit is answered with the nearest names', () => {
    const { diagnostics } = booked({ ...task, unit: 'so-mau-0l' });
    expect(String((diagnostics[0] as Diagnostic).params['nearest'])).toContain('Sở Mẫu 01');
  });
});

describe('names', () => {
  it.each(['so-mau-01', 'Sở Mẫu 01', 'SỞ MẪU 01', 'sở mẫu 01 thành phố mẫu'])('"%s" is so-mau-01', (unit) => {
    expect(factOf({ ...task, unit }).unit).toBe('so-mau-01');
  });

  it('a commune is found by its place and by "UBND"', () => {
    for (const unit of ['xã Mẫu 01', 'UBND xã Mẫu 01', 'Uỷ ban nhân dân xã Mẫu 01'])
      expect(factOf({ ...task, unit, task: '2' }).unit).toBe('xa-mau-01');
  });

  it('a task’s number may be typed with zeros and spaces, but is no other number', () => {
    expect(['1', ' 01 ', '001'].map((text) => findTask(plan(), text)?.id)).toEqual(['1', '1', '1']);
    expect(['10', '0', '', '1.0', 'một'].map((text) => findTask(plan(), text)?.id)).toEqual(Array(5).fill(undefined));
  });

  it('a period’s id may be typed in small letters', () => {
    expect(factOf({ ...figure, period: '2026-q1' })).toMatchObject({ period: '2026-Q1' });
    expect(factOf({ ...narrative, period: '2026-q1' })).toMatchObject({ period: '2026-Q1' });
    expect(factOf({ ...submission, period: '2026-q1' })).toMatchObject({ period: '2026-Q1' });
  });
});

describe('who may report', () => {
  const commune = { ...task, task: '2', on: '2026-06-10' };

  it('a member of the leading group, on the day of the fact', () => {
    expect(factOf({ ...commune, unit: 'xa-mau-03' })).toMatchObject({ unit: 'xa-mau-03', task: '2' });
  });

  it('a merged commune, also of what happened before it was; not of what happened after', () => {
    expect(booked({ ...commune, unit: 'xa-mau-05' }).value).toBeDefined();
    expect(booked({ ...commune, unit: 'xa-mau-03', on: '2026-07-01' }).diagnostics.map((d) => d.code)).toContain(
      'BC2104',
    );
  });

  it('a unit that leads one part, of the task as a whole', () => {
    expect(factOf({ ...task, unit: 'so-mau-03', task: '5' })).toMatchObject({ part: null });
    expect(factOf({ ...task, unit: 'so-mau-03', task: '5', part: 2 })).toMatchObject({ part: 2 });
  });
});

describe('facts', () => {
  it('a task line becomes a fact with every field, blanks as nothing', () => {
    expect(factOf({ ...task, evidence: ['Văn bản mẫu', ''], note: ' ', reason: 'Lý do mẫu', remedy: '' })).toEqual({
      kind: 'task',
      plan: 'ke-hoach-mau',
      unit: 'so-mau-01',
      task: '1',
      part: null,
      event: 'completed',
      occurredOn: '2026-02-10',
      evidence: ['Văn bản mẫu'],
      note: null,
      reason: 'Lý do mẫu',
      remedy: null,
      due: null,
      basis: null,
    });
  });

  it('extension, cancellation and trigger keep their last day and document', () => {
    const extended = { ...task, event: 'extended', due: '2026-04-30', basis: 'Văn bản mẫu' };
    expect(factOf(extended)).toMatchObject({ due: '2026-04-30', basis: 'Văn bản mẫu' });
    expect(factOf({ ...task, event: 'cancelled', basis: 'Văn bản mẫu' })).toMatchObject({ basis: 'Văn bản mẫu' });
    expect(factOf({ ...task, event: 'triggered', due: '2026-04-30' })).toMatchObject({ due: '2026-04-30' });
    expect(factOf({ ...task, event: 'triggered' })).toMatchObject({ due: null });
  });

  it('zero, nothing arose, not applicable and withdrawn are four different figures', () => {
    const answers = [{ value: 0 }, { answer: 'nothing-arose' }, { answer: 'not-applicable' }, { answer: 'withdrawn' }];
    const facts = answers.map((answer) => factOf({ ...figure, value: null, ...answer }));
    expect(facts.map((f) => (f.kind === 'figure' ? [f.answer, f.value] : f))).toEqual([
      ['value', 0],
      ['nothing-arose', null],
      ['not-applicable', null],
      ['withdrawn', null],
    ]);
    expect(new Set(facts.map((fact) => eventId({ fact, statedAt: null, sample: false }))).size).toBe(4);
  });

  it('figures, texts and submissions keep every field too', () => {
    const owner = { plan: 'ke-hoach-mau', unit: 'so-mau-01', period: '2026-Q1' };
    expect(factOf({ ...figure, note: 'Ghi chú mẫu' })).toEqual({
      kind: 'figure',
      ...owner,
      indicator: 'cong',
      answer: 'value',
      value: 3,
      numerator: null,
      denominator: null,
      note: 'Ghi chú mẫu',
    });
    expect(factOf(narrative)).toEqual({ kind: 'narrative', ...owner, section: 'V', text: 'Nội dung mẫu' });
    const sent = { ...submission, event: 'returned', on: '2026-03-16', channel: 'Kênh mẫu', note: '' };
    expect(factOf(sent)).toEqual({
      kind: 'submission',
      ...owner,
      event: 'returned',
      occurredOn: '2026-03-16',
      channel: 'Kênh mẫu',
      note: null,
    });
  });

  it('a ratio is its two parts, 0 of 0 too; one body may also give a bare percentage', () => {
    expect(factOf({ ...ratio, numerator: 16051, denominator: 16274 })).toMatchObject({
      numerator: 16051,
      denominator: 16274,
    });
    expect(factOf({ ...ratio, numerator: 0, denominator: 0 })).toMatchObject({ answer: 'value', value: null });
    expect(factOf({ ...ratio, value: -1.5 })).toMatchObject({ value: -1.5, numerator: null });
  });

  it('a measure of the plan’s targets takes figures under its own code', () => {
    expect(factOf({ ...ratio, indicator: 'MT.1a', numerator: 1, denominator: 2 })).toMatchObject({
      indicator: 'MT.1a',
    });
    expect(booked({ ...figure, indicator: 'MT.2a', value: -1 }).diagnostics.map((d) => d.code)).toEqual(['BC2122']);
  });

  it('a day that has not come is a warning by the clock of Hà Nội, and is booked', () => {
    const lateEvening = instant('2026-04-01T23:30:00+07:00');
    expect(booked({ ...task, on: '2026-04-01' }, lateEvening).diagnostics).toEqual([]);
    const { value, diagnostics } = booked({ ...task, on: '2026-04-02' }, lateEvening);
    expect(value).toBeDefined();
    expect(diagnostics.map((d) => [d.code, d.level])).toEqual([['BC2108', 'warning']]);
    expect(booked({ ...task, on: '2026-04-02' }, instant('2026-04-01T17:00:00Z')).diagnostics).toEqual([]);
    const sent = { plan: task.plan, unit: task.unit, period: '2026-Q1', event: 'submitted', on: '2026-04-02' };
    expect(booked(sent, lateEvening).diagnostics.map((d) => d.code)).toEqual(['BC2108']);
    expect(booked({ ...sent, on: '2026-04-01' }, lateEvening).diagnostics).toEqual([]);
  });

  it('a stated recording time and the sample mark go with the event', () => {
    const read = readLine({ ...task, recordedAt: '2026-03-01T08:00:00+07:00' }, where).value;
    if (!read) throw new Error('not read');
    expect(book(read, context, where, NOW, true).value).toMatchObject({
      statedAt: '2026-03-01T01:00:00.000Z',
      sample: true,
    });
    expect(booked(task).value).toMatchObject({ statedAt: null, sample: false });
  });
});
