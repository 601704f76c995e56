/**
 * Guards the decision tables of data/rules: total over every situation that can arise, equal to the prose of the
 * domain written out again here, and without a rule that nothing would miss: each is removed, turned and relabelled
 * in turn, and every such change must give some situation another answer.
 */

import { plainDate } from '../../src/calendar/plain-date';
import { decideStatus, decideTask, rulesOn } from '../../src/obligations/rules';
import { STATUSES, type RulesFile, type Situation, type Status } from '../../src/obligations/schema';
import { rules, rulesFile } from '../fixtures/evaluation';
import { oneOf, readTable } from '../fixtures/tables';

const { status: STATUS_RULES, task: TASK_RULES } = rules();
const BOTH = [false, true];

/** Every situation that the facts of one obligation can be in. */
const SITUATIONS: readonly Situation[] = (['dated', 'periodic', 'event'] as const)
  .flatMap((cls) =>
    BOTH.flatMap((cancelled) =>
      BOTH.flatMap((triggered) =>
        BOTH.flatMap((started) =>
          (['none', 'done', 'unsatisfactory'] as const).flatMap((delivery) =>
            (['none', 'on-time', 'late', 'no-due-date'] as const).flatMap((timing) =>
              BOTH.flatMap((duePassed) =>
                BOTH.flatMap((periodResult) =>
                  BOTH.map((reported) => ({
                    class: cls,
                    cancelled,
                    triggered,
                    started,
                    delivery,
                    timing,
                    duePassed,
                    periodResult,
                    reported,
                  })),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  )
  .filter(possible);

function possible(s: Situation): boolean {
  if ((s.delivery === 'done') !== (s.timing !== 'none')) return false;
  if (s.delivery === 'done' && !s.started) return false;
  return !(s.timing === 'no-due-date' && s.duePassed);
}

/** The domain's words, in its order, without looking at the table. */
function told(s: Situation): Status {
  if (s.cancelled) return 'cancelled';
  if (s.class === 'periodic') return s.periodResult ? 'period-done' : s.reported ? 'period-missing' : 'no-report';
  if (s.delivery === 'unsatisfactory') return 'done-unsatisfactory';
  if (s.delivery === 'done') return s.timing === 'late' ? 'done-late' : 'done-on-time';
  if (s.class === 'event' && !s.triggered && !s.started) return 'not-triggered';
  if (s.duePassed) return 'overdue';
  return s.started ? 'in-progress' : 'not-due';
}

const SUBSETS: readonly (readonly Status[])[] = Array.from({ length: 2 ** STATUSES.length - 1 }, (_, mask) =>
  STATUSES.filter((_status, bit) => ((mask + 1) >> bit) & 1),
);

/** How a task stands when its parts stand like that, in the domain's words. */
function toldTask(parts: readonly Status[]): Status {
  const among = (...list: readonly Status[]): readonly Status[] => parts.filter((s) => list.includes(s));
  const owed = parts.filter((s) => s !== 'cancelled' && s !== 'not-triggered');
  if (owed.length === 0) return parts.includes('not-triggered') ? 'not-triggered' : 'cancelled';
  if (owed.includes('overdue')) return 'overdue';
  if (owed.includes('done-unsatisfactory')) return 'done-unsatisfactory';
  const done = among('done-on-time', 'done-late');
  const open = among('in-progress', 'not-due');
  if (done.length > 0 && open.length === 0) return done.includes('done-late') ? 'done-late' : 'done-on-time';
  if (done.length > 0 || open.includes('in-progress')) return 'in-progress';
  if (open.length > 0) return 'not-due';
  if (owed.includes('period-missing')) return 'period-missing';
  return owed.includes('no-report') ? 'no-report' : 'period-done';
}

/** Does the table still say what the domain says? A table with a hole in it does not. */
function agrees<S>(answer: (situation: S) => Status | undefined, oracle: (s: S) => Status, all: readonly S[]): boolean {
  try {
    return all.every((s) => answer(s) === oracle(s));
  } catch {
    return false;
  }
}

const statusAgrees = (table: typeof STATUS_RULES): boolean =>
  agrees((s) => decideStatus(table, s).status, told, SITUATIONS);
const taskAgrees = (table: typeof TASK_RULES): boolean =>
  agrees((s) => decideTask(table, s)?.status, toldTask, SUBSETS);
const without = <R>(table: readonly R[], index: number): R[] => table.filter((_, i) => i !== index);
const other = (status: Status): Status => (status === 'overdue' ? 'not-due' : 'overdue');

describe('the status table', () => {
  it('answers every situation as the domain says', () => {
    for (const s of SITUATIONS) expect([s, decideStatus(STATUS_RULES, s).status]).toEqual([s, told(s)]);
  });

  it('reaches each of its rules', () => {
    const reached = new Set(SITUATIONS.map((s) => decideStatus(STATUS_RULES, s).id));
    expect([...reached].sort()).toEqual(STATUS_RULES.map((r) => r.id).sort());
  });

  it.each(STATUS_RULES.map((r, i) => [r.id, i] as const))(
    'cannot do without rule %s, nor with another answer',
    (_, i) => {
      expect(statusAgrees(without(STATUS_RULES, i))).toBe(false);
      const relabelled = STATUS_RULES.map((r, at) => (at === i ? { ...r, status: other(r.status) } : r));
      expect(statusAgrees(relabelled)).toBe(false);
    },
  );

  it('needs every condition: dropping one changes an answer, but for what delivery and timing repeat of each other', () => {
    const conditions = STATUS_RULES.flatMap((r, i) => Object.keys(r.when).map((key) => ({ r, i, key })));
    const idle = conditions.filter(({ r, i, key }) => {
      const when = Object.fromEntries(Object.entries(r.when).filter(([k]) => k !== key));
      return statusAgrees(STATUS_RULES.map((rule, at) => (at === i ? { ...r, when } : rule)));
    });
    expect(idle.map(({ r, key }) => `${r.id} ${key}`)).toEqual([
      'TT-06 delivery',
      'TT-07 delivery',
      'TT-08 delivery',
      'TT-08 timing',
    ]);
  });

  it('needs every condition as it is: turning a yes into a no changes an answer', () => {
    const turned = STATUS_RULES.flatMap((r, i) =>
      Object.entries(r.when).flatMap(([key, value]) =>
        typeof value === 'boolean'
          ? [{ id: `${r.id} ${key}`, i, rule: { ...r, when: { ...r.when, [key]: !value } } }]
          : [],
      ),
    );
    expect(turned.length).toBeGreaterThan(5);
    for (const { id, i, rule } of turned)
      expect([id, statusAgrees(STATUS_RULES.map((r, at) => (at === i ? rule : r)))]).toEqual([id, false]);
  });

  it('throws on a table with a hole instead of answering something', () => {
    const situation = SITUATIONS[0] as Situation;
    expect(() => decideStatus([], situation)).toThrow('no status rule');
  });
});

describe('the task table', () => {
  it('answers every mixture of statuses as the domain says', () => {
    expect(SUBSETS).toHaveLength(2047);
    for (const s of SUBSETS) expect([s, decideTask(TASK_RULES, s)?.status]).toEqual([s, toldTask(s)]);
  });

  it('reaches each of its rules', () => {
    const reached = new Set(SUBSETS.map((s) => decideTask(TASK_RULES, s)?.id));
    expect([...reached].sort()).toEqual(TASK_RULES.map((r) => r.id).sort());
  });

  it.each(TASK_RULES.map((r, i) => [r.id, i] as const))(
    'cannot do without rule %s, nor with another answer',
    (_, i) => {
      expect(taskAgrees(without(TASK_RULES, i))).toBe(false);
      const relabelled = TASK_RULES.map((r, at) => (at === i ? { ...r, status: other(r.status) } : r));
      expect(taskAgrees(relabelled)).toBe(false);
    },
  );

  it('does not ask how often a status occurs nor in what order', () => {
    for (const s of SUBSETS) {
      const again = [...s, ...s].reverse();
      expect(decideTask(TASK_RULES, again)?.id).toBe(decideTask(TASK_RULES, s)?.id);
    }
  });

  it('gives no status to a task that nobody owes', () => {
    expect(decideTask(TASK_RULES, [])).toBeUndefined();
  });

  it.each(readTable('roll-up-task.csv').map((row) => [row['why'] ?? '', row] as const))(
    'roll-up-task.csv: %s',
    (_, row) => {
      const parts = (row['parts'] ?? '').split(' / ').map((cell) => oneOf(STATUSES, cell));
      const rule = decideTask(TASK_RULES, parts);
      expect([rule?.status, rule?.id]).toEqual([row['status'], row['rule']]);
    },
  );
});

describe('versions of the tables', () => {
  const on = plainDate('2026-03-14');
  const file = rulesFile();
  const version = <V extends RulesFile['status' | 'task'][number]>(of: V, from: string, to: string | null): V => ({
    ...of,
    from: plainDate(from),
    to: to === null ? null : plainDate(to),
  });
  const [status, task] = [file.status[0], file.task[0]] as [RulesFile['status'][number], RulesFile['task'][number]];

  it('the one in force on the cut-off day is taken, both ends included', () => {
    const older = { ...version(status, '2019-03-12', '2026-03-13'), rules: without(status.rules, 0) };
    const newer = version(status, '2026-03-14', null);
    const twoVersions = { ...file, status: [older, newer] };
    expect(rulesOn(twoVersions, on).value?.status).toHaveLength(status.rules.length);
    expect(rulesOn(twoVersions, plainDate('2026-03-13')).value?.status).toHaveLength(status.rules.length - 1);
  });

  it('none in force is BC1501 for each table that has none, all at once', () => {
    const ended = {
      ...file,
      status: [version(status, '2019-03-12', '2020-01-01')],
      task: [version(task, '2027-01-01', null)],
    };
    const { value, diagnostics } = rulesOn(ended, on);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => [d.code, d.params['table']])).toEqual([
      ['BC1501', 'status'],
      ['BC1501', 'task'],
    ]);
  });

  it('two in force is BC1502 that names both', () => {
    const twice = { ...file, task: [version(task, '2019-03-12', null), version(task, '2025-01-01', null)] };
    const { value, diagnostics } = rulesOn(twice, on);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'BC1502', params: { first: '2019-03-12', second: '2025-01-01' } }]);
  });
});
