/** An issue holds what its bytes depend on: whatever is told later, and whenever it says it was told, they come again. */

import fc from 'fast-check';
import {
  draftIssue,
  eventsOf,
  numberOf,
  positionStands,
  readIssues,
  reportFiles,
  sealIssue,
  type IssueSource,
} from '../../src/app/issue';
import { FewNotes, lateNotes, placesOf, standingIssues } from '../../src/app/late';
import { plainDate } from '../../src/calendar/plain-date';
import { GENESIS, type Fact, type LedgerEvent } from '../../src/ledger/events';
import { sha256 } from '../../src/lib/canonical-json';
import { nextIssueId, type Issue } from '../../src/report/issue';
import { HANOI, toldFigure } from '../fixtures/hanoi-figures';
import { instant, ledgerOf, narrativeFact, taskFact, type Telling } from '../fixtures/events';
import { opened, planData, renderers, sampleEvents } from '../support/hanoi';

const data = planData();
const { period } = opened(data, '2026-Q1');
const UNIT = data.regime.compiler as string;
const AT = instant('2026-03-18T08:00:00+07:00');
const known = sampleEvents(data, '2026-Q1', 11);
const head = known.at(-1) as LedgerEvent;

const draft = (unit: string | null, id = `2026-Q1/${unit ?? 'chung'}/1`): Issue =>
  draftIssue(id, {
    ...{ kind: 'report', data, period, unit, numbers: null, corrects: null, program: '0', formats: ['docx', 'html'] },
    issued: { number: '05', signedOn: plainDate('2026-03-18') },
    ...{ ledger: { seq: head.seq, hash: head.hash }, asOf: AT },
  });

const hashes = async (source: IssueSource): Promise<readonly string[]> => {
  const files = await reportFiles(source, ['docx', 'html'], await renderers());
  if (!files.value) throw new Error(JSON.stringify(files.diagnostics));
  return files.value.map((f) => `${f.name} ${sha256(f.bytes)}`);
};

const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .record({
      task: fc.constantFrom(...data.plan.tasks.slice(0, 20).map((t) => t.id)),
      event: fc.constantFrom('started', 'completed', 'corrected', 'cancelled'),
      day: fc.integer({ min: 10, max: 28 }),
    })
    .map(({ task, event, day }) => taskFact(UNIT, task, event as 'started', `2026-02-${day}`, { plan: HANOI })),
  fc.nat(99).map((n) => toldFigure(`1.2.1 ${n}`, UNIT, '2026-Q1')),
  fc.string().map((text) => ({ ...narrativeFact(UNIT, 'V', text), plan: HANOI })),
);
/** Recorded before the issue by its own word, or after it. */
const telling: fc.Arbitrary<Telling> = fc.record({
  fact,
  at: fc
    .constantFrom('2026-01-05', '2026-03-18', '2026-03-25', '2026-12-01')
    .map((day) => instant(`${day}T07:00:00+07:00`)),
});

/** Tellings as the ledger goes on with them after the known events. */
const later = (tellings: readonly Telling[]): readonly LedgerEvent[] =>
  ledgerOf(tellings).map((e) => ({ ...e, seq: e.seq + head.seq }));

it('the same bytes from the frozen position whatever is told later, at whatever time it claims', async () => {
  const issue = draft(UNIT);
  const first = await hashes({ issue, data, events: eventsOf(issue, known), past: null });
  await fc.assert(
    fc.asyncProperty(fc.array(telling, { minLength: 1, maxLength: 12 }), async (tellings) => {
      const events = eventsOf(issue, [...known, ...later(tellings)]);
      expect(events).toEqual(eventsOf(issue, known));
      expect(await hashes({ issue, data, events, past: null })).toEqual(first);
    }),
    { numRuns: 10 },
  );
});

it('an entry of the register gives the issue back, with the hashes of what it was made of', () => {
  const [inputs, bytes] = [new Map([['templates/a.hbs', new Uint8Array([1])]]), new Uint8Array([2, 3])];
  const sealed = sealIssue(draft(UNIT), data, inputs, [{ name: 'a.docx', unit: UNIT, bytes }]);
  expect(sealed.blobs).toEqual([new Uint8Array([1]), bytes]);
  expect(sealed.body.files).toEqual([{ name: 'a.docx', sha256: sha256(bytes), bytes: 2 }]);
  expect(Object.keys(sealed.body.fingerprints).sort()).toEqual(
    [...Object.keys(data.fingerprints), 'templatesSha256'].sort(),
  );
  const entry = {
    kind: 'issue',
    key: sealed.issue.id,
    body: sealed.body,
    no: 1,
    recordedAt: AT,
    prev: '',
    hash: '',
  } as const;
  expect(readIssues([entry]).value).toEqual([sealed.issue]);
});

it('the position stands where the ledger says the same there, and nowhere else', () => {
  const at = { ledger: { seq: head.seq, hash: head.hash } };
  expect(positionStands(at, head)).toBe(true);
  expect(positionStands(at, { ...head, hash: GENESIS })).toBe(false);
  expect(positionStands(at, undefined)).toBe(false);
  expect(positionStands({ ledger: { seq: 0, hash: GENESIS } }, undefined)).toBe(true);
});

it.each([
  ['5', '05'],
  ['05', '05'],
  ['128', '128'],
  ['0', undefined],
  ['05/BC', undefined],
  ['-1', undefined],
  ['', undefined],
])('the number %j is printed %j', (given, printed) => {
  expect(numberOf(given)).toBe(printed);
});

it('ids count on, over plans that share a ledger too', () => {
  expect(nextIssueId({ period: '2026-Q1', unit: 'so-mau' }, new Set())).toBe('2026-Q1/so-mau/1');
  const taken = new Set(['2026-Q1/so-mau/1', '2026-Q1/so-mau/2', '2026-H1/so-mau/3']);
  expect(nextIssueId({ period: '2026-Q1', unit: 'so-mau' }, taken)).toBe('2026-Q1/so-mau/3');
});

describe('facts told after the issue', () => {
  const issues = [draft(UNIT), { ...draft(UNIT, '2026-Q1/mau/2'), kind: 'correction' as const }, draft(null)];

  it('are told against the last issue of each report that they belong to, at the place of their line', () => {
    expect(standingIssues(issues).map((i) => i.id)).toEqual(['2026-Q1/mau/2', '2026-Q1/chung/1']);
    const [event] = ledgerOf([{ fact: taskFact(UNIT, '4', 'completed', '2026-03-10', { plan: HANOI }), at: AT }]);
    const batch = { fact: (event as LedgerEvent).fact, statedAt: null, sample: false };
    const places = placesOf([batch], [{ where: { file: 'mau.jsonl', line: 7 } }]);
    const notes = lateNotes([event as LedgerEvent], issues, places);
    expect(notes.map((n) => [n.code, n.level, n.where.line, n.params['issue']])).toEqual([
      ['BC4020', 'info', 7, '2026-Q1/mau/2'],
      ['BC4020', 'info', 7, '2026-Q1/chung/1'],
    ]);
    expect(notes[0]?.params).toMatchObject({ from: '15/12/2025', to: '14/03/2026', recorded: '18/03/2026' });
  });

  it('beyond twenty are counted', () => {
    const many = ledgerOf(Array.from({ length: 15 }, (_, i) => toldFigure(`1.2.1 ${i}`, UNIT, '2026-Q1')));
    const notes = new FewNotes().add(lateNotes(many, issues, new Map())).all();
    expect(notes).toHaveLength(21);
    expect(notes.at(-1)).toMatchObject({ code: 'BC4021', params: { count: 10 } });
  });
});
