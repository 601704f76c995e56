/**
 * `explain`: the tree from a number down to the events, rules and citations it stands on, in words that an officer
 * understands.
 */

import { ROLL_UPS, TIMES } from '../collect/indicator-list/words';
import { localDay } from '../calendar/instant';
import { EVENT_WORDS } from '../i18n/events';
import { formatDate, formatInteger, formatPercent } from '../i18n/format';
import { STATUS_LABELS } from '../i18n/statuses';
import { findTask } from '../ledger/booking';
import type { LedgerEvent } from '../ledger/events';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import type { Evaluation, TaskState } from '../figures/evaluation';
import type { FigureResult } from '../figures/figures';
import type { TargetResult } from '../figures/indicators';
import type { Indicator } from '../figures/schema';
import type { Rules } from '../obligations/rules';
import { STATUSES } from '../obligations/schema';
import { runsFrom, type Judgement } from '../obligations/status';
import { daysFromEvent } from '../plan/deadline/counted';
import { citationText } from '../regulation/citations';
import type { Citation } from '../regulation/schema';
import { reachedText, shapeOf, verdictText } from '../report/targets';
import { figureText, inSentence, shortName, toldText } from '../report/wording';
import type { PlanData } from './plan-data';

export interface Explanation {
  readonly label: string;
  readonly value: string | number | null;
  /** The rule's id and reason, where a rule decided. */
  readonly rule?: { readonly id: string; readonly reason: string };
  readonly basis: readonly string[];
  readonly children: readonly Explanation[];
}

type Explainer = { readonly data: PlanData; readonly evaluation: Evaluation };

const cite = ({ data }: Explainer, basis: readonly Citation[]): readonly string[] =>
  basis.map((b) => citationText(data.instruments, b));

function eventNode({ id, seq, recordedAt, fact, sample }: LedgerEvent): Explanation {
  const happened =
    fact.kind === 'task' ? `${EVENT_WORDS[fact.event]}, xảy ra ngày ${formatDate(fact.occurredOn)}` : fact.kind;
  const more =
    fact.kind === 'task'
      ? [fact.due && `hạn mới ${formatDate(fact.due)}`, fact.basis, ...fact.evidence].filter(Boolean)
      : [];
  const label = `Sự kiện số ${seq}: ${happened}, ghi ngày ${formatDate(localDay(recordedAt))}${more.length ? ` (${more.join('; ')})` : ''}${sample ? ' [mẫu]' : ''}`;
  return { label, value: id, basis: [], children: [] };
}

/** The last day in force, and how it came out where it was counted from the day that the event happened. */
function lastDayWords(j: Judgement): string {
  const { part } = j.obligation;
  const [days, from] = [daysFromEvent(part.due), runsFrom(part, j.events)];
  if (!j.due && from) return 'chưa tính được ngày cuối vì thiếu lịch ngày làm việc của năm';
  if (!j.due) return 'không có ngày cuối';
  const last = `hạn đến hết ${formatDate(j.due)}`;
  if (!days || !from || j.events.some(({ fact }) => fact.due === j.due)) return last;
  const counted = `${formatInteger(days.days)} ngày${days.working ? ' làm việc' : ''}`;
  return `${last}, tính ${counted} kể từ ngày phát sinh ${formatDate(from)}`;
}

function judgementNode(x: Explainer, j: Judgement): Explanation {
  const { part, unit } = j.obligation;
  return {
    label: `${shortName(unit, x.data.registry)}, phần ${part.no}: thời hạn "${inSentence(part.due.text)}" (${lastDayWords(j)})${j.reported ? '' : '; đơn vị chưa gửi báo cáo của kỳ'}`,
    value: STATUS_LABELS[j.status],
    rule: { id: j.rule.id, reason: j.rule.reason },
    basis: cite(x, j.rule.basis),
    children: j.events.map(eventNode),
  };
}

function taskNode(x: Explainer, state: TaskState): Explanation {
  return {
    label: `Nhiệm vụ ${state.task.id}: ${inSentence(state.task.title)}`,
    value: STATUS_LABELS[state.status],
    rule: { id: state.rule.id, reason: state.rule.reason },
    basis: cite(x, state.rule.basis),
    children: state.judgements.map((j) => judgementNode(x, j)),
  };
}

export function explainTask(data: PlanData, evaluation: Evaluation, task: string): Outcome<Explanation> {
  const found = findTask(data.plan, task);
  if (!found) return failed([error('BC2005', {}, { task, plan: data.plan.id })]);
  const state = evaluation.tasks.find((t) => t.task.id === found.id);
  if (!state) return failed([error('BC2008', {}, { task: found.id, unit: evaluation.unit ?? data.registry.name })]);
  return ok(taskNode({ data, evaluation }, state));
}

/** A status code, "rate", an indicator's code or the code of a plan's measure. */
export function explainFigure(
  data: PlanData,
  evaluation: Evaluation,
  rules: Rules,
  code: string,
): Outcome<Explanation> {
  const x = { data, evaluation };
  if (code === 'rate') return ok(rateNode(x, rules));
  const status = STATUSES.find((s) => s === code);
  if (status) {
    const states = evaluation.tasks.filter((t) => t.status === status);
    return ok({
      label: `Số nhiệm vụ ${STATUS_LABELS[status]}`,
      value: states.length,
      basis: [],
      children: states.map((t) => taskNode(x, t)),
    });
  }
  const figure = evaluation.indicators.get(code);
  if (figure) return ok(figureNode(x, rules, code, figure));
  const target = evaluation.targets.find((t) => t.measure.code === code);
  return target ? ok(targetNode(x, rules, target)) : failed([error('BC2006', {}, { figure: code })]);
}

/** The plan's tasks in the three lots of the rate: done, not done, left out of it. */
function taskLots(x: Explainer, { rate }: Rules): readonly [Explanation, Explanation, Explanation] {
  const lot = (label: string, belongs: (t: TaskState) => boolean): Explanation => {
    const states = x.evaluation.tasks.filter(belongs);
    return { label, value: states.length, basis: [], children: states.map((t) => taskNode(x, t)) };
  };
  const isDone = (t: TaskState): boolean => rate.done.includes(t.status);
  const isLeftOut = (t: TaskState): boolean => rate.leftOut.includes(t.status);
  return [
    lot('Đã hoàn thành, có kết quả', isDone),
    lot('Chưa hoàn thành', (t) => !isDone(t) && !isLeftOut(t)),
    lot('Không tính tỷ lệ (đã dừng, chưa phát sinh)', isLeftOut),
  ];
}

function rateNode(x: Explainer, rules: Rules): Explanation {
  const { done, of, percent } = x.evaluation.rate.byTask;
  return {
    label: 'Tỷ lệ hoàn thành theo nhiệm vụ',
    value:
      percent === null ? 'không phát sinh' : `${formatPercent(percent)} = ${formatInteger(done)}/${formatInteger(of)}`,
    rule: { id: 'TL-01', reason: rules.rate.reason },
    basis: cite(x, rules.rate.basis),
    children: taskLots(x, rules).slice(0, 2),
  };
}

const reportedOf = ({ reported, of }: FigureResult): string =>
  `(${formatInteger(reported)}/${formatInteger(of)} đã báo cáo)`;

/** A measure of the plan's targets: the verdict, then the indicator that measures it or what was told under its code. */
function targetNode(x: Explainer, rules: Rules, result: TargetResult): Explanation {
  const { measure, target, figure } = result;
  const named = measure.indicator ? x.evaluation.indicators.get(measure.indicator) : undefined;
  return {
    label: `${measure.code}: ${measure.scope} ${reportedOf(figure)}`,
    value: reachedText(result),
    rule: { id: `chỉ tiêu ${target.code} của kế hoạch`, reason: verdictText(result) },
    basis: [x.data.plan.title],
    children: named ? [figureNode(x, rules, named.code, named)] : toldBy(x, figure, shapeOf(measure)),
  };
}

function figureNode(x: Explainer, rules: Rules, code: string, figure: FigureResult): Explanation {
  const { data, evaluation } = x;
  const indicator = data.indicators.indicators.find((i) => i.code === code);
  if (!indicator) throw new Error(`a figure of no indicator: ${code}`);
  return {
    label: `${code}: ${indicator.label} ${reportedOf(figure)}`,
    value: figureText(figure, indicator),
    rule: {
      id: `cách tổng hợp: ${ROLL_UPS[indicator.rollUp]}`,
      reason: indicator.derived
        ? derivedWords(indicator.derived, evaluation)
        : `kiểu thời gian: ${TIMES[indicator.time]}`,
    },
    basis: data.indicators.basis,
    children: indicator.derived ? derivedFrom(x, rules, indicator.derived) : toldBy(x, figure, indicator),
  };
}

/** Of a sum only the parts of the day: a district's line is no part of a total made after districts ended. */
function derivedWords(derived: NonNullable<Indicator['derived']>, { indicators }: Evaluation): string {
  if ('from' in derived) return 'đếm từ trạng thái các nhiệm vụ của kế hoạch tại thời điểm chốt số liệu';
  const { formula } = derived;
  if (formula.op === 'sum')
    return `bằng tổng các chỉ tiêu ${formula.of.filter((code) => indicators.has(code)).join(', ')}`;
  return `bằng chỉ tiêu ${formula.numerator} chia cho chỉ tiêu ${formula.denominator}`;
}

/** What a computed figure stands on: the plan's tasks, or the figures of its formula, each with its own tree. */
function derivedFrom(x: Explainer, rules: Rules, derived: NonNullable<Indicator['derived']>): readonly Explanation[] {
  if ('from' in derived) {
    const lots = taskLots(x, rules);
    return derived.measure === 'tasks-done' ? lots.slice(0, 1) : lots;
  }
  const { formula } = derived;
  const codes = formula.op === 'sum' ? formula.of : [formula.numerator, formula.denominator];
  return codes.flatMap((code) => {
    const figure = x.evaluation.indicators.get(code);
    return figure ? [figureNode(x, rules, code, figure)] : [];
  });
}

/** What each unit told. */
function toldBy(
  { data }: Explainer,
  figure: FigureResult,
  shape: Pick<Indicator, 'type' | 'options'>,
): readonly Explanation[] {
  return figure.events.map((event) => {
    const label = `${shortName(event.fact.unit, data.registry)}: ${toldText(event, shape)}`;
    return { label, value: event.id, basis: [], children: [] };
  });
}

/** The tree as indented lines. */
export function explanationText(node: Explanation, depth = 0): string {
  const pad = '  '.repeat(depth);
  const lines = [
    `${pad}${node.label}${node.value === null ? '' : `: ${node.value}`}`,
    ...(node.rule ? [`${pad}  quy tắc ${node.rule.id}: ${node.rule.reason}`] : []),
    ...(node.basis.length > 0 ? [`${pad}  căn cứ: ${node.basis.join('; ')}`] : []),
    ...node.children.map((child) => explanationText(child, depth + 1)),
  ];
  return lines.join('\n');
}
