/**
 * Restating the real plan's report: one late fact gives exactly the figures that it moves, with the fact beside each;
 * the correcting report as it is printed.
 */

import { draftIssue, eventsOf, readIssues, type IssueSource } from '../../src/app/issue';
import { correctionFiles, restatementJson, restatementOf, type Restatement } from '../../src/app/restate';
import { plainDate } from '../../src/calendar/plain-date';
import type { Fact, LedgerEvent } from '../../src/ledger/events';
import { GENESIS } from '../../src/ledger/events';
import type { Issue } from '../../src/report/issue';
import { loadOutline, loadProse } from '../../src/shell/plan-data';
import { HANOI, toldFigure } from '../fixtures/hanoi-figures';
import { instant, ledgerOf, taskFact, type Telling } from '../fixtures/events';
import { project } from '../render/docx/projection';
import { expectGolden } from '../support/golden';
import { opened, planData, renderers, workspace } from '../support/hanoi';

const data = planData();
const { period } = opened(data, '2026-Q1');
const UNIT = data.regime.compiler as string;
const [ISSUED_AT, LATER] = [instant('2026-03-18T08:00:00+07:00'), instant('2026-03-26T08:00:00+07:00')];

const done = (task: string, event: 'started' | 'completed' | 'corrected', on: string, more: object = {}): Fact =>
  taskFact(UNIT, task, event, on, { plan: HANOI, ...more });
const at = (fact: Fact, day: string): Telling => ({ fact, at: instant(`2026-03-${day}T08:00:00+07:00`) });

const KNOWN: readonly Telling[] = [
  at(done('4', 'started', '2026-02-20'), '15'),
  at(toldFigure('1.2.1 3', UNIT, '2026-Q1'), '15'),
];
const LATE = at(done('4', 'completed', '2026-03-10', { evidence: ['Văn bản mẫu số 01'] }), '25');

function issueOf(events: readonly LedgerEvent[], unit: string | null, more: Partial<Issue> = {}): Issue {
  const last = events[KNOWN.length - 1];
  const made = draftIssue(`2026-Q1/${unit ?? 'chung'}/1`, {
    ...{ kind: 'report', data, period, unit, numbers: null, corrects: null, program: '0', formats: ['docx'] },
    issued: { number: '05', signedOn: plainDate('2026-03-18') },
    ledger: { seq: last?.seq ?? 0, hash: last?.hash ?? GENESIS },
    asOf: ISSUED_AT,
  });
  return { ...made, ...more };
}

function restated(tellings: readonly Telling[], unit: string | null = UNIT): Restatement {
  const events = ledgerOf([...KNOWN, ...tellings]);
  const issue = issueOf(events, unit);
  const before: IssueSource = { issue, data, events: eventsOf(issue, events), past: null };
  const head = events.at(-1) as LedgerEvent;
  const made = restatementOf(before, events, { ledger: head, asOf: LATER });
  if (!made.value) throw new Error(JSON.stringify(made.diagnostics));
  return made.value;
}

const moved = ({ changes }: Restatement): readonly unknown[] => changes.map((c) => [c.key, c.before, c.after]);

it('one late fact of a unit: exactly the moved figures, and the fact behind them', () => {
  const late = restated([LATE]);
  const area = data.plan.tasks.find((t) => t.id === '4')?.area as string;
  expect(moved(late)).toEqual([
    [
      `obligation/4/1/${UNIT}`,
      'Quá hạn chưa hoàn thành',
      'Hoàn thành quá hạn: hoàn thành ngày\u00a010 tháng\u00a03 năm\u00a02026 (Văn bản mẫu số 01)',
    ],
    [`tasks/${area}/late`, '0', '1'],
    [`tasks/${area}/overdue`, expect.any(String), expect.any(String)],
    [`tasks/${area}/rate`, expect.stringMatching(/\(0\//), expect.stringMatching(/\(1\//)],
    ['tasks/all/late', '0', '1'],
    ['tasks/all/overdue', expect.any(String), expect.any(String)],
    ['tasks/all/rate', expect.stringMatching(/\(0\//), expect.stringMatching(/\(1\//)],
  ]);
  expect(late.causes.map(({ event, moved: keys }) => [event.seq, keys])).toEqual([[3, late.changes.map((c) => c.key)]]);
  const json = restatementJson(late) as { events: object[]; obligations: object[]; figures: object[] };
  expect(json.events).toMatchObject([{ seq: 3, task: '4', late: true, corrective: false, occurredOn: '2026-03-10' }]);
  expect([json.obligations.length, json.figures.length]).toEqual([1, 6]);
});

it('a fact of another unit, after the cut-off or of another period changes nothing', () => {
  const other = data.registry.units.find((u) => u.id !== UNIT)?.id as string;
  const none = restated([
    at(taskFact(other, '4', 'completed', '2026-03-10', { plan: HANOI }), '25'),
    at(done('4', 'completed', '2026-03-15'), '25'),
    at(toldFigure('1.2.1 9', UNIT, '2026-H1'), '25'),
  ]);
  expect(none.changes).toEqual([]);
  expect(none.causes).toEqual([]);
});

it('what is told later than the restatement looks is not seen', () => {
  const events = ledgerOf([...KNOWN, LATE]);
  const issue = issueOf(events, UNIT);
  const before: IssueSource = { issue, data, events: eventsOf(issue, events), past: null };
  const now = { ledger: events.at(-1) as LedgerEvent, asOf: instant('2026-03-24T00:00:00+07:00') };
  expect(restatementOf(before, events, now).value?.changes).toEqual([]);
});

it('a figure told again is a correction, a first telling is late, a correction taken back again changes nothing', () => {
  const again = restated([at(toldFigure('1.2.1 7', UNIT, '2026-Q1'), '25')]);
  expect(moved(again)).toContainEqual(['indicator/1.2.1', '3', '7']);
  expect([...again.corrective]).toEqual(again.causes.map((c) => c.event.id));
  const back = restated([
    at(toldFigure('1.2.1 7', UNIT, '2026-Q1'), '25'),
    at(toldFigure('1.2.1 3', UNIT, '2026-Q1'), '26'),
  ]);
  // The ledger keeps the second telling of 3 only when it is a telling of its own; here the fixture books it so.
  expect(back.changes).toEqual([]);
  expect(back.causes).toHaveLength(2);
});

it('the city’s report moves in the counts of its tasks, its units and its bodies that reported', () => {
  const late = restated([LATE], null);
  const keys = late.changes.map((c) => c.key);
  expect(keys).toContain(`obligation/4/1/${UNIT}`);
  expect(keys).toContain('task/4');
  expect(keys).toContain(`unit/${UNIT}/done`);
  expect(keys).toContain('unit/all/rate');
  expect(keys.filter((k) => k.startsWith('unit/') && !k.includes(UNIT) && !k.includes('/all/'))).toEqual([]);
  expect(late.changes.every((c) => c.before !== c.after)).toBe(true);
});

describe('báo cáo bổ sung, đính chính', () => {
  const template = {
    outline: loadOutline(workspace, data.outline.correction as string).value as NonNullable<
      ReturnType<typeof loadOutline>['value']
    >,
    prose: loadProse(workspace, data.outline.correction as string),
  };
  const printed = async (
    from: Restatement,
    more: Partial<Issue> = {},
    chain = [from.before.issue],
  ): Promise<string> => {
    const draft = { id: null, number: '09', signedOn: plainDate('2026-03-26'), ...more };
    const files = await correctionFiles(from, { draft, chain, template }, ['docx'], await renderers());
    if (!files.value) throw new Error(JSON.stringify(files.diagnostics));
    return project(files.value[0]?.bytes as Uint8Array);
  };

  it('of a unit, one fact late and one figure told again', async () => {
    const from = restated([LATE, at(toldFigure('1.2.1 7', UNIT, '2026-Q1'), '25')]);
    expectGolden('report/dinh-chinh-don-vi.txt', await printed(from));
  });

  it('of the city, as a draft', async () => {
    expectGolden(
      'report/dinh-chinh-tong-hop.txt',
      await printed(restated([LATE], null), { number: null, signedOn: null }),
    );
  });

  it('of a correction cites that one and the first; without a number by its id', async () => {
    const from = restated([LATE]);
    const first = { ...from.before.issue, number: null, signedOn: null };
    const second: Issue = { ...first, id: '2026-Q1/mau/2', kind: 'correction', corrects: first.id };
    const text = await printed(from, {}, [second, first]);
    expect(text.replaceAll('␣', ' ')).toContain(
      `Bổ sung, đính chính Báo cáo mã 2026-Q1/mau/2 của ${first.body} về bổ sung, đính chính Báo cáo mã ${first.id}`,
    );
    expect(text).toContain(`và Báo cáo mã ${first.id} của ${first.body} về kết quả công tác cải cách hành chính`);
  });
});

it('an entry of the register that is not of the form known here is refused, and named', () => {
  const entry = {
    kind: 'issue',
    key: '2026-Q1/mau/1',
    body: { form: 2 },
    no: 1,
    recordedAt: ISSUED_AT,
    prev: '',
    hash: '',
  } as const;
  expect(readIssues([entry]).diagnostics.map((d) => [d.code, d.params])).toEqual([
    ['BC4012', { issue: '2026-Q1/mau/1' }],
  ]);
});
