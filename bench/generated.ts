/**
 * A city or a whole country of sample bodies with a plan, a form and facts, made from a seed: what the benchmarks of the
 * summary run on. Everything in it is plainly a sample; the rules, the regime and the outline are those that ship.
 */

import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputRequest } from '../src/app/outputs';
import { periodAndRules, type PlanData } from '../src/app/plan-data';
import { addDays, plainDate, type PlainDate } from '../src/calendar/plain-date';
import type { Instant } from '../src/calendar/instant';
import { indicatorsSchema } from '../src/figures/schema';
import { GENESIS, type Fact, type LedgerEvent } from '../src/ledger/events';
import { fromRow, toRow } from '../src/ledger/store/rows';
import { planOf } from '../src/plan/plan';
import { planSchema } from '../src/plan/schema';
import { loadPlanData } from '../src/shell/plan-data';
import { openWorkspace } from '../src/shell/workspace';
import { registryOf } from '../src/units/registry';
import { unitsSchema } from '../src/units/schema';

export interface Size {
  readonly units: number;
  readonly tasks: number;
  readonly indicators: number;
}

const FOREVER = { from: '2021-01-01', to: null };
const GROUP = 'ubnd-xa-phuong';
export const PLAN = 'hanoi-cchc-2026';
export const PERIOD = '2026-H1';
const NOW = '2026-06-20T01:00:00.000Z' as Instant;
const FIRST_DAY = plainDate('2025-12-15');

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const no = (i: number, digits = 4): string => String(i + 1).padStart(digits, '0');

const unitId = (i: number): string => `xa-mau-${no(i)}`;
const REPORTER = unitId(0);

function registryFile(units: number): unknown {
  const body = (i: number): object => ({
    id: unitId(i),
    name: `Ủy ban nhân dân xã Mẫu ${no(i)}`,
    fullName: `Ủy ban nhân dân xã Mẫu ${no(i)}`,
    short: `XM${no(i)}`,
    kind: 'xa',
    place: `xã Mẫu ${no(i)}`,
    parent: null,
    groups: [{ id: GROUP, ...FOREVER }],
    ...FOREVER,
  });
  return {
    id: 'mau',
    name: 'thành phố Mẫu',
    place: 'Mẫu',
    sources: [],
    kinds: { xa: { name: 'Ủy ban nhân dân xã', signature: ['CHỦ TỊCH'], parentLine: null } },
    groups: [{ id: GROUP, name: 'UBND các xã, phường', closed: true, ...FOREVER }],
    units: Array.from({ length: units }, (_, i) => body(i)),
  };
}

const DUES = [
  'Tháng 02/2026',
  'Quý I năm 2026',
  'Thường xuyên',
  'Quý II năm 2026',
  'Khi có phát sinh',
  'Tháng 12/2026',
];

function planFile(tasks: number): unknown {
  const task = (i: number): object => ({
    id: String(i + 1),
    no: String(i + 1),
    part: null,
    area: `L${(i % 7) + 1}`,
    title: `Nhiệm vụ mẫu ${i + 1}: rà soát, công bố danh mục thủ tục hành chính và tổ chức thực hiện tại địa phương`,
    product: null,
    assignments: [
      { leadText: 'UBND các xã, phường', lead: [GROUP], supportText: '', support: [], dueText: DUES[i % DUES.length] },
    ],
  });
  return {
    id: PLAN,
    title: 'Kế hoạch mẫu năm 2026',
    issuer: REPORTER,
    issuerText: 'Cơ quan mẫu',
    number: null,
    signedOn: null,
    from: '2026-01-01',
    to: '2026-12-31',
    jurisdiction: 'mau',
    regime: 'hanoi-cchc',
    indicators: 'mau',
    outline: 'bao-cao-cchc',
    areas: Array.from({ length: 7 }, (_, i) => ({ code: `L${i + 1}`, title: `Lĩnh vực mẫu ${i + 1}`, field: 1 })),
    tasks: Array.from({ length: tasks }, (_, i) => task(i)),
    targets: [],
    notes: [],
  };
}

function indicatorsFile(count: number): unknown {
  const common = { time: 'flow', owner: null, answeredBy: [GROUP], derived: null, confidence: 'M', note: null };
  const kinds = [
    { type: 'count', rollUp: 'sum', unit: 'hồ sơ' },
    { type: 'ratio', rollUp: 'ratio-of-sums', unit: '%' },
    { type: 'count', rollUp: 'latest', unit: 'người' },
    { type: 'count', rollUp: 'max', unit: 'ngày' },
  ];
  const indicator = (i: number): object => ({
    code: `1.${i + 1}`,
    label: `Chỉ tiêu mẫu ${i + 1}`,
    ...kinds[i % kinds.length],
    ...common,
    ...FOREVER,
  });
  return {
    id: 'mau',
    title: 'Biểu mẫu',
    status: 'mẫu',
    ...FOREVER,
    basis: ['Văn bản mẫu'],
    roles: {},
    groups: [{ code: '1', title: 'Nhóm mẫu' }],
    indicators: Array.from({ length: count }, (_, i) => indicator(i)),
    checks: [],
  };
}

/** Two of three units' tasks have a fact, nine of ten indicators an answer, nine of ten reports were sent. */
function* facts(size: Size, units: readonly string[], pick: (below: number) => number): Iterable<Fact> {
  const day = (): PlainDate => addDays(FIRST_DAY, pick(180));
  for (const unit of units) {
    const own = { plan: PLAN, unit };
    for (let t = 1; t <= size.tasks; t += 1) {
      const what = pick(3);
      if (what === 0) continue;
      const event = what === 1 ? ('completed' as const) : ('progress' as const);
      const evidence = what === 1 ? [`Kế hoạch số ${pick(300) + 1}/KH-UBND`] : [];
      const note = `Đã triển khai đến ${pick(40) + 1} thôn, tổ dân phố trên địa bàn`;
      const words = { evidence, note, reason: null, remedy: null, due: null, basis: null };
      yield { kind: 'task', ...own, task: String(t), part: null, event, occurredOn: day(), ...words };
    }
    for (let i = 1; i <= size.indicators; i += 1) {
      if (pick(10) === 0) continue;
      const [denominator, isRatio] = [pick(500) + 1, i % 4 === 2];
      const value = isRatio ? null : pick(1000);
      const parts = isRatio ? { numerator: pick(denominator), denominator } : { numerator: null, denominator: null };
      const answer = 'value' as const;
      yield { kind: 'figure', ...own, indicator: `1.${i}`, period: PERIOD, answer, value, ...parts, note: null };
    }
    if (pick(10) === 0) continue;
    const occurredOn = addDays(plainDate('2026-06-10'), pick(10));
    yield { kind: 'submission', ...own, period: PERIOD, event: 'submitted', occurredOn, channel: null, note: null };
  }
}

/** The data of that size as the files of a workspace, by their path under `data/`. */
function files(size: Size): Readonly<Record<'units' | 'plan' | 'indicators', unknown>> {
  return { units: registryFile(size.units), plan: planFile(size.tasks), indicators: indicatorsFile(size.indicators) };
}

/** What a ledger gives back is read from text: strings lie whole in memory, the members of a fact side by side. */
const asRead = (fact: Fact): Fact => JSON.parse(JSON.stringify(fact)) as Fact;

const unitIds = (units: number): readonly string[] => Array.from({ length: units }, (_, i) => unitId(i));

/** Data and facts of that size: the same for the same seed. */
export function generated(size: Size, seed: number): { readonly data: PlanData; readonly request: OutputRequest } {
  const root = process.cwd();
  const shipped = loadPlanData(openWorkspace(root, root), PLAN).value;
  const own = files(size);
  const registry = registryOf(unitsSchema.parse(own.units));
  const plan = planOf(planSchema.parse(own.plan), registry, 'mau').value;
  if (!shipped || !plan) throw new Error('the generated plan does not stand');
  const data: PlanData = {
    ...shipped,
    plan,
    registry,
    regime: { ...shipped.regime, reporter: REPORTER },
    indicators: indicatorsSchema.parse(own.indicators),
  };
  const both = periodAndRules(data, PERIOD).value;
  if (!both) throw new Error('the generated period does not stand');
  const events: LedgerEvent[] = [];
  for (const fact of facts(size, unitIds(size.units), numbers(seed))) {
    const seq = events.length + 1;
    events.push({
      seq,
      id: String(seq),
      recordedAt: NOW,
      sample: true,
      fact: asRead(fact),
      prev: GENESIS,
      hash: GENESIS,
    });
  }
  return { data, request: { ...both, events, asOf: NOW } };
}

/** The same as a workspace in a folder: its data, and `facts.jsonl`, a ledger's events to import. */
export function generatedWorkspace(size: Size, seed: number, folder: string): void {
  const own = files(size);
  const put = (path: readonly string[], content: unknown): void => {
    const file = join(folder, 'data', ...path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(content));
  };
  put(['units', 'mau.json'], own.units);
  put(['plans', `${PLAN}.json`], own.plan);
  put(['indicators', 'mau.json'], own.indicators);
  const regime = ['regimes', 'hanoi-cchc.json'];
  put(regime, { ...(JSON.parse(readFileSync(join('data', ...regime), 'utf8')) as object), reporter: REPORTER });
  const out = openSync(join(folder, 'facts.jsonl'), 'w');
  let head = { seq: 0, hash: GENESIS };
  for (const fact of facts(size, unitIds(size.units), numbers(seed))) {
    const row = toRow({ fact, sample: true, statedAt: null }, head, NOW);
    head = { seq: row.seq, hash: row.hash };
    writeSync(out, `${JSON.stringify(fromRow(row))}\n`);
  }
  closeSync(out);
}
