/** The rules on tasks and on who answered what, on the sample city: each fires where it should, and only there. */

import { checkerOf } from '../../src/figures/checks';
import type { Finding } from '../../src/figures/checks/finding';
import { checksSchema } from '../../src/figures/checks/schema';
import type { Fact } from '../../src/ledger/events';
import { instrumentsOf } from '../../src/regulation/citations';
import { instrumentsSchema } from '../../src/regulation/schema';
import { plainDate } from '../../src/calendar/plain-date';
import { indicatorsFile, plan, regime, registry } from '../fixtures/city';
import { evaluated, rulesFile } from '../fixtures/evaluation';
import { figureFact, LATER, ledgerOf, PLAN, submittedFact, taskFact } from '../fixtures/events';
import { readJson } from '../support/data';

const checks = checksSchema.parse(readJson('data', 'rules', 'kiem-tra.json'));
const instruments = instrumentsOf(
  instrumentsSchema.parse(readJson('data', 'regulations', 'instruments.json')).instruments,
);
const KIND = new Map(checks.rules.map((r) => [r.code, r.kind]));
const CODE = Object.fromEntries(checks.rules.map((r) => [r.kind, r.code]));

interface Asked {
  readonly unit?: string;
  readonly period?: string;
  readonly signedOn?: string;
}

function findings(
  facts: readonly Fact[],
  { unit = 'so-mau-01', period = '2026-Q1', signedOn }: Asked = {},
): readonly Finding[] {
  const events = ledgerOf(facts);
  const made = plan(registry(), (file) => ({ ...file, signedOn: signedOn ? plainDate(signedOn) : null }));
  const evaluation = evaluated(events, { period, plan: made });
  const asked = {
    plan: made,
    registry: registry(),
    regime: regime(),
    rules: rulesFile(),
    indicators: indicatorsFile(),
  };
  return checkerOf({ ...asked, checks, instruments, events, asOf: LATER, evaluation }).ofUnit(unit);
}

const kinds = (all: readonly Finding[]): readonly string[] => all.map((f) => `${KIND.get(f.code)} ${f.subject}`);
const only = (kind: string, all: readonly Finding[]): readonly string[] =>
  kinds(all).filter((text) => text.startsWith(`${kind} `));
const done = (more: object = {}, on = '2026-02-10', unit = 'so-mau-01'): Fact =>
  taskFact(unit, '1', 'completed', on, { evidence: ['Quyết định số 01'], ...more });
const reason = (kind: string, subject: string, period = '2026-Q1'): Fact => ({
  ...{ kind: 'explanation', plan: PLAN, unit: 'so-mau-01', period, check: CODE[kind] ?? kind, subject },
  text: 'Văn bản mật, không nêu số',
});

describe('completed without evidence', () => {
  const kind = 'completed-without-evidence';

  it('asks for the document of what is said to be done', () => {
    expect(only(kind, findings([done({ evidence: [] })]))).toEqual([`${kind} 1/1`]);
    expect(only(kind, findings([done()]))).toEqual([]);
    expect(only(kind, findings([taskFact('so-mau-01', '1', 'started', '2026-02-01')]))).toEqual([]);
  });

  it('is content with a document that came with another fact', () => {
    const later = taskFact('so-mau-01', '1', 'progress', '2026-02-20', { evidence: ['Quyết định số 01'] });
    expect(only(kind, findings([done({ evidence: [] }), later]))).toEqual([]);
  });

  it('is answered once for the year: the reason given in one report holds in the next', () => {
    const told = [done({ evidence: [] }), reason(kind, '1/1')];
    const open = (period: string): readonly boolean[] =>
      findings(told, { period })
        .filter((f) => KIND.get(f.code) === kind)
        .map((f) => f.open);
    expect(open('2026-Q1')).toEqual([false]);
    expect(open('2026-H1')).toEqual([false]);
    const after = [done({ evidence: [] }), reason(kind, '1', '2026-H1')];
    expect(findings(after, { period: '2026-Q1' }).find((f) => KIND.get(f.code) === kind)?.open).toBe(true);
  });
});

describe('completed before the plan was signed', () => {
  const kind = 'completed-before-signing';

  it('is asked about only where the day of signing is known', () => {
    const early = [done({}, '2026-01-05')];
    expect(only(kind, findings(early, { signedOn: '2026-01-20' }))).toEqual([`${kind} 1/1`]);
    expect(only(kind, findings(early, { signedOn: '2026-01-05' }))).toEqual([]);
    expect(only(kind, findings(early))).toEqual([]);
  });
});

describe('late without a reason', () => {
  const kind = 'late-without-reason';
  const late = (more: object = {}): Fact => done(more, '2026-03-05');

  it('asks why, once something was told', () => {
    expect(only(kind, findings([late()]))).toEqual([`${kind} 1/1`]);
    expect(only(kind, findings([late({ reason: 'Chờ ý kiến' })]))).toEqual([]);
    expect(only(kind, findings([done()]))).toEqual([]);
  });

  it('asks of work that is overdue as well, but not of a unit that has sent nothing: that one is late', () => {
    expect(only(kind, findings([submittedFact('so-mau-01')]))).toEqual([`${kind} 1/1`]);
    expect(only(kind, findings([]))).toEqual([]);
  });
});

describe('figures of another body', () => {
  it('two units that claim one owner’s figure: the one that does not own it is told to take it back', () => {
    const facts = [figureFact('so-mau-01', 'dau-moi', 12), figureFact('so-mau-02', 'dau-moi', 5)];
    const [found] = findings(facts, { unit: 'so-mau-02' }).filter((f) => KIND.get(f.code) === 'owner-claimed-twice');
    expect(found).toMatchObject({ level: 'stop', subject: 'dau-moi', open: true });
    expect(found?.figures.map((f) => [f.unit, f.value])).toEqual([
      ['so-mau-01', 12],
      ['so-mau-02', 5],
    ]);
    expect(only('owner-claimed-twice', findings(facts))).toEqual([]);
  });

  it('a figure taken back is claimed no more', () => {
    const facts = [
      figureFact('so-mau-01', 'dau-moi', 12),
      figureFact('so-mau-02', 'dau-moi', 5),
      figureFact('so-mau-02', 'dau-moi', 'withdrawn'),
    ];
    expect(only('owner-claimed-twice', findings(facts, { unit: 'so-mau-02' }))).toEqual([]);
  });

  it('a figure that nobody asked the unit for is noted: it counts nowhere', () => {
    const found = findings([figureFact('so-mau-02', 'cong-xa', 5)], { unit: 'so-mau-02' });
    expect(only('not-asked', found)).toEqual(['not-asked cong-xa']);
    expect(found.find((f) => f.subject === 'cong-xa')).toMatchObject({ level: 'note', open: false });
    expect(only('not-asked', findings([figureFact('xa-mau-01', 'cong-xa', 5)], { unit: 'xa-mau-01' }))).toEqual([]);
  });
});

describe('a percentage without its two numbers', () => {
  it('is asked for them', () => {
    expect(only('ratio-without-parts', findings([figureFact('so-mau-01', 'ty-le', 88.5)]))).toHaveLength(1);
    expect(only('ratio-without-parts', findings([figureFact('so-mau-01', 'ty-le', [9, 10])]))).toEqual([]);
    expect(only('ratio-without-parts', findings([figureFact('so-mau-01', 'ty-le', 'nothing-arose')]))).toEqual([]);
  });
});

describe('missing answers', () => {
  const asked = ['cong', 'dau-moi', 'ty-le', 'ton', 'lon-nhat', 'dem', 'lua-chon'];
  const missing = (facts: readonly Fact[]): readonly string[] =>
    findings(facts).find((f) => KIND.get(f.code) === 'missing-figures')?.codes ?? [];

  it('lists what a unit that has sent its report left blank; a silent unit is late, not wrong', () => {
    expect(missing([submittedFact('so-mau-01')])).toEqual(asked);
    expect(missing([])).toEqual([]);
  });

  it('zero, "không phát sinh" and "không áp dụng" are answers; a withdrawn figure is none', () => {
    const told = [
      figureFact('so-mau-01', 'cong', 0),
      figureFact('so-mau-01', 'ton', 'nothing-arose'),
      figureFact('so-mau-01', 'dem', 'not-applicable'),
      figureFact('so-mau-01', 'lon-nhat', 1),
      figureFact('so-mau-01', 'lon-nhat', 'withdrawn'),
    ];
    expect(missing(told)).toEqual(['dau-moi', 'ty-le', 'lon-nhat', 'lua-chon']);
  });

  it('work that goes on needs a word in the period, be it that nothing has arisen', () => {
    const kind = 'missing-results';
    expect(only(kind, findings([submittedFact('so-mau-01')]))).toEqual([`${kind} tasks`]);
    const nothing = taskFact('so-mau-01', '3', 'not-started', '2026-03-10');
    expect(only(kind, findings([submittedFact('so-mau-01'), nothing]))).toEqual([]);
    const result = taskFact('so-mau-01', '3', 'progress', '2026-03-10');
    expect(only(kind, findings([submittedFact('so-mau-01'), result]))).toEqual([]);
  });
});

test('every rule says what it is and where it comes from', () => {
  expect(new Set(checks.rules.map((r) => r.code)).size).toBe(checks.rules.length);
  const [found] = findings([done({ evidence: [] })]).filter((f) => f.code === CODE['completed-without-evidence']);
  expect(found?.basis).toBe('quy ước của chương trình');
});
