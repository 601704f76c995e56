/**
 * Guards the door of `record`: what a line may hold, in which of the four forms it is read, and that every fault in
 * it is told at once with its path. Text is cleaned here and nowhere later.
 */

import fc from 'fast-check';
import { readLine } from '../../src/ledger/lines';

const where = { file: 'mau.jsonl', line: 3 };
const task = { unit: 'so-mau-01', plan: 'ke-hoach-mau', task: '1', event: 'completed', on: '2026-03-10' };
const figure = { unit: 'so-mau-01', plan: 'ke-hoach-mau', indicator: 'cong', period: '2026-Q1', value: 3 };
const narrative = { unit: 'so-mau-01', plan: 'ke-hoach-mau', period: '2026-Q1', section: 'V', text: 'Nội dung mẫu' };
const submission = { unit: 'so-mau-01', plan: 'ke-hoach-mau', period: '2026-Q1', event: 'submitted' };

const read = (line: object): Record<string, unknown> => readLine(line, where).value?.line as Record<string, unknown>;
const paths = (line: unknown): readonly (string | undefined)[] =>
  readLine(line, where).diagnostics.map((d) => {
    expect(d).toMatchObject({ code: 'BC1001', level: 'error', where });
    return d.where.path;
  });

describe('the form of a line', () => {
  it('is told by its key: task, indicator, section, else a submission', () => {
    expect([task, figure, narrative, submission].map((line) => readLine(line, where).value?.is)).toEqual([
      'task',
      'figure',
      'narrative',
      'submission',
    ]);
  });

  it('an unknown key is refused, not passed over', () => {
    expect(paths({ ...task, ngày: '2026-03-10' })).toEqual(['']);
    expect(paths({ ...task, indicator: 'cong' })).toEqual(['']);
  });

  it.each([[null], [7], ['dòng'], [[]], [{}]])('%j is no line, and is told so without falling over', (line) => {
    expect(readLine(line, where).value).toBeUndefined();
    expect(paths(line).length).toBeGreaterThan(0);
  });

  it('all faults of a line are told at once', () => {
    const faults = {
      unit: '',
      plan: 3,
      task: '1',
      part: 0,
      event: 'xong',
      on: '30/02/2026',
      due: '2026-02-30',
      note: 5,
    };
    expect([...paths(faults)].sort()).toEqual(['due', 'event', 'note', 'on', 'part', 'plan', 'unit']);
  });

  it('a key that must be there is asked for', () => {
    for (const key of ['unit', 'plan', 'event', 'on'])
      expect(paths(Object.fromEntries(Object.entries(task).filter(([k]) => k !== key)))).toEqual([key]);
  });
});

describe('days and instants', () => {
  it.each([
    ['2026-03-14', '2026-03-14'],
    ['2026-03-14T23:59:59', '2026-03-14'],
    ['2026-03-14T23:59:59+07:00', '2026-03-14'],
    ['2026-03-14T16:59:59.999Z', '2026-03-14'],
    ['2026-03-14T17:00:00Z', '2026-03-15'],
    ['2026-03-14T23:00:00-05:00', '2026-03-15'],
  ])('what happened at %s happened on %s', (on, day) => {
    expect(read({ ...task, on })['on']).toBe(day);
    expect(read({ ...submission, on })['on']).toBe(day);
  });

  it.each(['2026-02-29', '14/03/2026', '2026-3-14', '2026-03-14T25:00:00', 'hôm nay', ''])('"%s" is no day', (on) => {
    expect(paths({ ...task, on })).toEqual(['on']);
  });

  it('a new last day is a day, never an instant', () => {
    expect(read({ ...task, event: 'extended', due: '2026-04-30' })['due']).toBe('2026-04-30');
    expect(paths({ ...task, event: 'extended', due: '2026-04-30T00:00:00Z' })).toEqual(['due']);
  });

  it('a stated recording time becomes an instant in UTC; a bare day is its end in Hà Nội', () => {
    expect(read({ ...task, recordedAt: '2026-03-15T08:00:00+07:00' })['recordedAt']).toBe('2026-03-15T01:00:00.000Z');
    expect(read({ ...task, recordedAt: '2026-03-15' })['recordedAt']).toBe('2026-03-15T16:59:59.999Z');
    expect(paths({ ...task, recordedAt: 'sáng nay' })).toEqual(['recordedAt']);
  });
});

describe('texts', () => {
  it('are cleaned: NFC, no control or invisible characters, trimmed', () => {
    const dirty = '  Ho\u0300a\u0000 \u200bgiải\uFEFF  ';
    expect(read({ ...task, note: dirty })['note']).toBe('Hòa giải');
    expect(read({ ...narrative, text: 'một\r\nhai\u0007' })['text']).toBe('một\nhai');
    expect(read({ ...task, unit: ' so-mau-01\u200b' })['unit']).toBe('so-mau-01');
  });

  it('a name made of spaces alone is empty', () => {
    expect(paths({ ...task, unit: ' \u200b ' })).toEqual(['unit']);
  });

  it('one piece of evidence may be told as a text', () => {
    expect(read({ ...task, evidence: 'Văn bản mẫu 01' })['evidence']).toEqual(['Văn bản mẫu 01']);
    expect(read({ ...task, evidence: ['a', ' b '] })['evidence']).toEqual(['a', 'b']);
  });

  it('longer than 20,000 characters are refused', () => {
    expect(read({ ...narrative, text: 'a'.repeat(20_000) })['text']).toHaveLength(20_000);
    expect(paths({ ...narrative, text: 'a'.repeat(20_001) })).toEqual(['text']);
  });
});

describe('numbers', () => {
  it.each([0, -3, 0.1, 16051, 1e15, 98.627_391])('%d is taken as it is', (value) => {
    expect(read({ ...figure, value })['value']).toBe(value);
  });

  it.each([1e15 + 1, -1e16, 0.123_456_7, 0.1 + 0.2, '3', true])('%p is no figure', (value) => {
    expect(paths({ ...figure, value })).toEqual(['value']);
  });

  it('the parts of a ratio are never negative', () => {
    expect(paths({ ...figure, value: null, numerator: -1, denominator: -2 })).toEqual(['numerator', 'denominator']);
  });

  it('a value given as null is a value not given', () => {
    expect(read({ ...figure, value: null, answer: 'nothing-arose' })).toMatchObject({
      value: null,
      answer: 'nothing-arose',
    });
    expect(paths({ ...figure, answer: 'không' })).toEqual(['answer']);
  });
});

it('never throws, whatever the line holds', () => {
  const keys = fc.constantFrom(
    'unit',
    'plan',
    'task',
    'indicator',
    'section',
    'period',
    'event',
    'on',
    'value',
    'text',
  );
  const anything = fc.oneof(fc.anything(), fc.dictionary(keys, fc.oneof(fc.string(), fc.double(), fc.constant(null))));
  fc.assert(
    fc.property(anything, (line) => {
      const { value, diagnostics } = readLine(line, where);
      expect(value === undefined).toBe(diagnostics.length > 0);
    }),
  );
});
