/**
 * Sample facts for trying the program out: seeded, so that the same seed gives the same facts, and made of words
 * that say "mẫu", so that nobody takes them for real. Every event carries the sample mark into the ledger and from
 * there into each output.
 */

import { addDays, daysBetween, maxDay, minDay, type PlainDate } from '../calendar/plain-date';
import { inForce } from '../calendar/range';
import type { PlacedLine } from '../lib/diagnostic';
import { answerersOf } from '../figures/indicators';
import type { Indicator } from '../figures/schema';
import { fanOut, owingUnits, type Obligation } from '../obligations/fan-out';
import type { Period } from '../regulation/periods';
import type { PlanData } from './plan-data';

import { keepChecks, type Draft, type Random } from './sample-checks';

/** Mulberry32: small, seeded, the same everywhere. Numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Three units to show reports of: the compiler, another lead, and a member of the largest group. */
export function sampleUnits(data: PlanData, period: Period): readonly string[] {
  const owing = owingUnits(data.plan, data.registry, period.window.to);
  const kinds = new Map<string, string[]>();
  for (const id of owing) {
    const kind = data.registry.unit(id)?.kind ?? '';
    kinds.set(kind, [...(kinds.get(kind) ?? []), id]);
  }
  const firsts = [
    data.regime.compiler,
    ...[...kinds.values()].sort((a, b) => b.length - a.length).map((ids) => ids[0]),
  ];
  return [...new Set(firsts.filter((id): id is string => typeof id === 'string' && owing.includes(id)))].slice(0, 3);
}

const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

function dayIn(random: Random, from: PlainDate, to: PlainDate): PlainDate {
  return addDays(from, Math.floor(random() * (daysBetween(from, to) + 1)));
}

const REASONS = [
  'Phải lấy thêm ý kiến của các cơ quan phối hợp (nội dung mẫu)',
  'Chờ văn bản hướng dẫn của cơ quan cấp trên (nội dung mẫu)',
  'Khối lượng rà soát lớn hơn dự kiến (nội dung mẫu)',
];
const REMEDIES = [
  'Hoàn thành trong tháng tới (nội dung mẫu)',
  'Bổ sung nhân lực, báo cáo tiến độ hằng tuần (nội dung mẫu)',
];

function completed(random: Random, o: Obligation, period: Period, ordinal: number): Draft {
  const due = o.part.due.end;
  const last = due && random() < 0.85 ? minDay(due, period.window.to) : period.window.to;
  const on = dayIn(random, minDay(maxDay(period.window.from, addDays(last, -45)), last), last);
  const late = due !== null && on > due;
  return {
    event: 'completed',
    on,
    evidence: [`Văn bản mẫu số ${String(ordinal).padStart(2, '0')}`],
    note: 'Đã ban hành, triển khai (nội dung mẫu)',
    ...(late ? { reason: pick(random, REASONS) } : {}),
  };
}

function obligationLines(random: Random, o: Obligation, period: Period, ordinal: number): readonly Draft[] {
  const { cls, due, no, task } = o.part;
  const base = { unit: o.unit, task: task.id, part: no };
  const soon = due.end !== null && due.end <= period.window.to;
  if (cls === 'event')
    return random() < 0.1
      ? [{ ...base, event: 'triggered', on: dayIn(random, period.window.from, period.window.to), basis: 'Văn bản mẫu' }]
      : [];
  if (cls === 'periodic') {
    return random() < 0.8
      ? [
          {
            ...base,
            event: 'progress',
            on: dayIn(random, period.window.from, period.window.to),
            note: 'Có kết quả trong kỳ (nội dung mẫu)',
          },
        ]
      : [];
  }
  if (random() < (soon ? 0.85 : 0.12)) return [{ ...base, ...completed(random, o, period, ordinal) }];
  if (!soon && random() < 0.5) return [];
  return [
    {
      ...base,
      event: 'started',
      on: dayIn(random, period.window.from, period.window.to),
      ...(soon ? { reason: pick(random, REASONS), remedy: pick(random, REMEDIES) } : {}),
    },
  ];
}

function figureLine(random: Random, indicator: Indicator, unit: string, period: Period): Draft {
  const base = { unit, indicator: indicator.code, period: period.id };
  if (indicator.options) return { ...base, value: pick(random, indicator.options).value };
  if (random() < 0.06) return { ...base, answer: 'nothing-arose' };
  if (indicator.type === 'ratio') {
    const denominator = 20 + Math.floor(random() * 400);
    return { ...base, numerator: Math.floor(denominator * (0.9 + random() * 0.1)), denominator };
  }
  return { ...base, value: Math.floor(random() ** 2 * 40) };
}

/** Lines for `record`: most units answer, some stay silent, some are late; all of it told when the last report has come. */
export function sampleLines(data: PlanData, period: Period, seed: number): readonly PlacedLine[] {
  const random = seeded(seed);
  const { plan, registry, indicators } = data;
  const obligations = fanOut(plan, registry, period.window.to).filter((o) => registry.unit(o.unit));
  const units = [...new Set(obligations.map((o) => o.unit))];
  const shown = new Set(sampleUnits(data, period));
  const answering = new Set(units.filter((unit) => random() < 0.86 || shown.has(unit)));
  const [first, last] = [addDays(period.window.to, 1), addDays(period.window.to, 6)];
  const drafts: Draft[] = obligations
    .filter((o) => answering.has(o.unit))
    .flatMap((o, i) => obligationLines(random, o, period, i + 1));
  for (const indicator of indicators.indicators.filter((i) => i.derived === null && inForce(i, period.window.to))) {
    const asked = answerersOf(indicator, indicators, registry, period.window.to).filter((u) => answering.has(u));
    drafts.push(...asked.filter(() => random() < 0.95).map((unit) => figureLine(random, indicator, unit, period)));
  }
  keepChecks(random, drafts, indicators);
  for (const target of plan.targets) {
    for (const measure of target.measures.filter((m) => m.value !== null && !m.indicator)) {
      if (random() < 0.7 && data.regime.compiler)
        drafts.push(measureLine(random, measure, data.regime.compiler, period));
    }
  }
  for (const unit of answering) {
    drafts.push({
      unit,
      period: period.id,
      section: 'V',
      text: 'Đề nghị tổ chức tập huấn nghiệp vụ cho cán bộ theo dõi báo cáo (nội dung mẫu)',
    });
    drafts.push({ unit, period: period.id, event: 'submitted', on: dayIn(random, first, last) });
  }
  const narratives = drafts.filter(
    (d) => d['section'] === undefined || shown.has(d['unit'] as string) || random() < 0.05,
  );
  return narratives.map((draft, index) => ({
    text: JSON.stringify({ plan: plan.id, ...draft, recordedAt: `${last}T17:00:00+07:00` }),
    where: { file: 'số liệu mẫu', line: index + 1 },
  }));
}

function measureLine(
  random: Random,
  measure: { code: string; unit: string | null; value: number | null },
  unit: string,
  period: Period,
): Draft {
  const base = { unit, indicator: measure.code, period: period.id };
  const goal = measure.value ?? 0;
  if (measure.unit !== '%') return { ...base, value: Math.max(0, Math.round(goal + random() * 4 - 1)) };
  const denominator = 100 + Math.floor(random() * 900);
  const share = Math.min(1, Math.max(0, goal / 100 + (random() - 0.3) * 0.04));
  return { ...base, numerator: Math.floor(denominator * share), denominator };
}
