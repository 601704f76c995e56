/**
 * The real plan of Hà Nội for 2026: its counts, every assignment with its due parts against a table that a clerk can
 * hold beside the printed annex, and what is past due at each of the four cut-offs when nothing was reported.
 */

import { plainDate, type PlainDate } from '../../src/calendar/plain-date';
import { partsOf, type DuePart } from '../../src/plan/parts';
import { planSchema } from '../../src/plan/schema';
import { readTable } from '../fixtures/tables';
import { readJson, readPlan, readRegistry } from '../support/data';

const plan = readPlan('hanoi-cchc-2026');
const registry = readRegistry('hanoi');
const parts: readonly DuePart[] = plan.tasks.flatMap(partsOf);
const rows = readTable('plan-hanoi.csv');
const oneLine = (text: string): string => text.replaceAll('\n', ' / ');

describe('counts', () => {
  test('56 tasks, 61 assignments, 38 targets', () => {
    const assignments = plan.tasks.flatMap((t) => t.assignments);
    expect([plan.tasks.length, assignments.length, plan.targets.length]).toEqual([56, 61, 38]);
  });

  test('tasks by area are 21, 4, 6, 7, 7, 6, 5, numbered 1 to 56 in the order of the annex', () => {
    expect(plan.areas.map((a) => plan.tasks.filter((t) => t.area === a.code).length)).toEqual([21, 4, 6, 7, 7, 6, 5]);
    expect(plan.tasks.map((t) => t.no)).toEqual(Array.from({ length: 56 }, (_, i) => String(i + 1)));
    expect(plan.areas.map((a) => a.field)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('targets by area are 4, 4, 8, 3, 3, 5, 11', () => {
    expect(plan.areas.map((a) => plan.targets.filter((t) => t.area === a.code).length)).toEqual([4, 4, 8, 3, 3, 5, 11]);
  });

  test('due texts are kept verbatim: the spellings of the annex are all there', () => {
    const texts = new Set(plan.tasks.flatMap((t) => t.assignments.map((a) => a.dueText)));
    for (const text of ['Quý 1/2026', 'Tháng 02/2026', 'Tháng 3/2026', 'Chậm nhất tháng 03/2026'])
      expect(texts).toContain(text);
  });
});

describe('assignments against the annex', () => {
  test('the table has every assignment and every due part once', () => {
    expect(new Set(rows.map((r) => `${r.task}/${r.assignment}`)).size).toBe(61);
    expect(rows.map((r) => `${r.task}/${r.part}`)).toEqual(parts.map((p) => `${p.task.id}/${p.no}`));
  });

  test.each(rows)('task $task, part $part: $text → $kind $last ($why)', (row) => {
    const part = parts.find((p) => p.task.id === row.task && String(p.no) === row.part);
    expect({
      assignment: String(part?.assignment.no),
      area: part?.task.area,
      lead: oneLine(part?.assignment.leadText ?? ''),
      text: oneLine(part?.assignment.dueText ?? ''),
      kind: part?.due.kind,
      last: part?.due.end ?? '',
      unread: part?.due.unread,
    }).toEqual({
      assignment: row.assignment,
      area: row.area,
      lead: row.lead,
      text: row.text,
      kind: row.kind,
      last: row.last,
      unread: '',
    });
  });

  test('the ids of leads and supporters are the bodies that the cells name, in their order', () => {
    const named = (text: string): readonly (string | undefined)[] =>
      text === '' ? [] : text.split('\n').map((line) => registry.find(line.replace(/^-\s*/, '')));
    for (const { id, assignments } of plan.tasks) {
      for (const a of assignments) {
        expect([id, a.no, named(a.leadText)]).toEqual([id, a.no, a.lead]);
        expect([id, a.no, named(a.supportText)]).toEqual([id, a.no, a.support]);
      }
    }
  });

  test('every lead is somebody on every cut-off day, but for the open group that names nobody in full', () => {
    for (const { assignment } of parts) {
      for (const on of CUT_OFFS) {
        for (const lead of assignment.lead)
          expect([lead, registry.membersOf(lead, on).length > 0]).toEqual([lead, true]);
      }
    }
  });
});

const CUT_OFFS = ['2026-03-14', '2026-06-14', '2026-09-14', '2026-12-14'].map(plainDate);
const pastDue = (on: PlainDate): readonly DuePart[] => parts.filter((p) => p.due.end !== null && p.due.end <= on);

describe('past due when nothing was reported', () => {
  test.each([
    ['2026-03-14', 7, 5],
    ['2026-06-14', 16, 14],
    ['2026-09-14', 22, 20],
    ['2026-12-14', 26, 22],
  ])('at %s: %i deliverables of %i tasks', (on, deliverables, tasks) => {
    const past = pastDue(plainDate(on));
    expect([past.length, new Set(past.map((p) => p.task.id)).size]).toEqual([deliverables, tasks]);
  });

  test('the eight deliverables that end on 31/3 are not past due at the cut-off of Quý I, nor on its send dates', () => {
    const ends = parts.filter((p) => p.due.end === '2026-03-31');
    expect(ends.map((p) => p.task.id)).toEqual(['2', '12', '24', '25', '28', '32', '41', '53']);
    for (const on of ['2026-03-14', '2026-03-15', '2026-03-18'].map(plainDate)) {
      for (const part of ends) expect(pastDue(on)).not.toContain(part);
    }
  });

  test('what ends with the year is not past due at the cut-off of the year', () => {
    const ends = parts.filter((p) => p.due.end === '2026-12-31');
    expect(ends.map((p) => p.task.id)).toEqual(['13', '14', '15', '17', '19', '21', '30', '51', '54', '55', '56']);
    for (const part of ends) expect(pastDue(plainDate('2026-12-14'))).not.toContain(part);
  });

  test('dated parts without a last day are those that wait for the signing of the decision', () => {
    const open = parts.filter((p) => p.cls === 'dated' && p.due.end === null);
    expect(open.map((p) => [p.task.id, p.due.trigger?.signing])).toEqual([['1', true]]);
  });
});

describe('targets', () => {
  test('measures have codes of their own below their target’s', () => {
    const measures = plan.targets.flatMap((t) => t.measures.map((m) => [t.code, m.code] as const));
    expect(new Set(measures.map(([, code]) => code)).size).toBe(measures.length);
    for (const [target, code] of measures) expect(code).toMatch(new RegExp(`^${target.replace('.', '\\.')}[a-z]$`));
  });

  test.each([
    ['1.1', ['- - -', '>= 86 %', '>= 90 %']],
    ['1.2', ['>= 2 cuộc']],
    ['3.1', ['= 100 %', '>= 99 %']],
    ['4.2', ['>= 20 %']],
    ['6.5', ['decrease - -']],
    ['7.6', ['>= 50 %']],
    ['7.8', ['= 100 %', '>= 80 %']],
  ])('target %s is measured by %j', (code, wanted) => {
    const measures = plan.targets.find((t) => t.code === code)?.measures ?? [];
    expect(measures.map((m) => [m.comparator, m.value, m.unit].map((part) => part ?? '-').join(' '))).toEqual(wanted);
  });

  test('a number in a target’s measure stands in the target’s own words', () => {
    for (const { code, text, measures } of plan.targets) {
      for (const { value } of measures) {
        if (value !== null) expect([code, text.includes(String(value))]).toEqual([code, true]);
      }
    }
  });
});

test('every judgement on the damaged source is noted with where and why', () => {
  const { notes, tasks } = planSchema.parse(readJson('data', 'plans', 'hanoi-cchc-2026.json'));
  for (const { where, judgement, reason } of notes)
    for (const text of [where, judgement, reason]) expect(text.trim()).not.toBe('');
  const noted = notes.map((n) => n.where).join(' ');
  for (const no of ['5', '13', '14', '15']) expect(noted).toMatch(new RegExp(`nhiệm vụ[^.]*\\b${no}\\b`));
  for (const t of tasks)
    if (t.assignments.length > 1) expect([t.id, noted.includes(`nhiệm vụ ${t.id}`)]).toEqual([t.id, true]);
});
