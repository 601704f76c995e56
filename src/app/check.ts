/** `check`: the validation rules over what was collected for a period, as JSON and as lines on a terminal. */

import { checkerOf, type CheckInput } from '../figures/checks';
import { partSubject } from '../figures/checks/collection-rules';
import type { Finding } from '../figures/checks/finding';
import { CHECK_LEVELS, type CheckLevel } from '../figures/checks/schema';
import type { Evaluation } from '../figures/evaluation';
import { formatInteger } from '../i18n/format';
import type { LedgerEvent } from '../ledger/events';
import { owingUnits } from '../obligations/fan-out';
import { findPeriod } from '../regulation/periods';
import { detailText, subjectText, type FindingWords } from '../report/findings';
import { shortName } from '../report/wording';
import { evaluatePlan, type EvaluateRequest, type PlanData } from './plan-data';

export interface Checked {
  readonly request: EvaluateRequest;
  readonly findings: readonly Finding[];
}

/** Everything that the rules find: of one unit, or of all units and the city's totals. */
export function checkPlan(
  data: PlanData,
  events: readonly LedgerEvent[],
  request: EvaluateRequest,
  evaluation: Evaluation = evaluatePlan(data, events, request),
): Checked {
  const { period, unit } = request;
  const checker = checkerOf(checkInput(data, events, request, evaluation));
  if (unit !== null) return { request, findings: checker.ofUnit(unit) };
  const told = events.filter(({ fact }) => fact.plan === data.plan.id).map(({ fact }) => fact.unit);
  const owing = owingUnits(data.plan, data.registry, period.window.to);
  const asked = new Set([...owing, ...told]);
  const units = data.registry.units.filter((u) => asked.has(u.id));
  const ofUnits = units.flatMap((u) => checker.ofUnit(u.id));
  return { request, findings: [...ofUnits, ...checker.ofCity(ofUnits)] };
}

/** Findings that a body has answered with a reason: they print in its report. */
export function explainedFindings(
  data: PlanData,
  events: readonly LedgerEvent[],
  request: EvaluateRequest,
  evaluation: Evaluation,
): readonly Finding[] {
  const body = request.unit ?? data.regime.reporter;
  if (!events.some(({ fact }) => fact.kind === 'explanation' && fact.unit === body)) return [];
  const checker = checkerOf(checkInput(data, events, request, evaluation));
  const findings = request.unit === null ? checker.ofCity([]) : checker.ofUnit(request.unit);
  return findings.filter((f) => f.explanation !== null);
}

/** The same of what was found about one body, from an evaluation of all: its report on a field is about all. */
export function explainedBy(
  body: string,
  data: PlanData,
  events: readonly LedgerEvent[],
  request: Pick<EvaluateRequest, 'asOf' | 'past'>,
  evaluation: Evaluation,
): readonly Finding[] {
  if (!events.some(({ fact }) => fact.kind === 'explanation' && fact.unit === body)) return [];
  const findings = checkerOf(checkInput(data, events, request, evaluation)).ofUnit(body);
  return findings.filter((f) => f.explanation !== null);
}

function checkInput(
  { plan, registry, regime, rules, indicators, checks, instruments }: PlanData,
  events: readonly LedgerEvent[],
  { asOf, past }: Pick<EvaluateRequest, 'asOf' | 'past'>,
  evaluation: Evaluation,
): CheckInput {
  return {
    plan,
    registry,
    regime,
    rules,
    indicators,
    checks,
    instruments,
    events,
    asOf,
    evaluation,
    past: past ?? null,
  };
}

export function findingWords({ indicators, registry, regime }: PlanData, period: string): FindingWords {
  return { indicators, registry, period, periodName: (id) => findPeriod(regime, id).value?.name ?? id };
}

const LEVEL_WORDS: Readonly<Record<CheckLevel, string>> = { stop: 'dừng', explain: 'giải trình', note: 'lưu ý' };

const findingJson = (f: Finding, words: FindingWords): object => ({
  code: f.code,
  level: f.level,
  unit: f.unit,
  subject: f.subject,
  codes: f.codes,
  obligations: f.obligations.map(partSubject),
  values: f.figures,
  message: f.message,
  detail: detailText(f, words),
  basis: f.basis,
  explanation: f.explanation && { text: f.explanation.fact.text, event: f.explanation.id },
  open: f.open,
});

export function checkJson({ request, findings }: Checked, data: PlanData): object {
  const words = findingWords(data, request.period.id);
  const count = (level: CheckLevel): number => findings.filter((f) => f.level === level).length;
  return {
    period: request.period.id,
    unit: request.unit,
    asOf: request.asOf,
    findings: findings.map((f) => findingJson(f, words)),
    counts: {
      ...Object.fromEntries(CHECK_LEVELS.map((level) => [level, count(level)])),
      explained: findings.filter((f) => f.level === 'explain' && !f.open).length,
      open: findings.filter((f) => f.open).length,
    },
  };
}

/** Is there a contradiction that only a correction can mend? */
export function hasOpenStop({ findings }: Checked): boolean {
  return findings.some((f) => f.level === 'stop' && f.open);
}

function findingLines(f: Finding, words: FindingWords): readonly string[] {
  return [
    `  ${LEVEL_WORDS[f.level]}[${f.code}] ${subjectText(f)}: ${f.message}`,
    `    = ${detailText(f, words)}`,
    `    = căn cứ: ${f.basis}`,
    ...(f.explanation ? [`    = đơn vị giải trình: ${f.explanation.fact.text}`] : []),
  ];
}

/** Findings under the name of each unit, the city's totals last. */
export function checkText({ request, findings }: Checked, data: PlanData): string {
  const words = findingWords(data, request.period.id);
  const units = [...new Set(findings.map((f) => f.unit))];
  const blocks = units.flatMap((unit) => [
    unit === null ? `Tổng hợp ${data.registry.name}` : shortName(unit, data.registry),
    ...findings.filter((f) => f.unit === unit).flatMap((f) => findingLines(f, words)),
  ]);
  const counts = CHECK_LEVELS.map(
    (level) => `${LEVEL_WORDS[level]} ${formatInteger(findings.filter((f) => f.level === level).length)}`,
  );
  const answered = findings.filter((f) => f.level === 'explain' && !f.open).length;
  return [...blocks, `${request.period.name}: ${counts.join(', ')}; đã giải trình ${formatInteger(answered)}.`].join(
    '\n',
  );
}
