/**
 * `explain`: the tree from a number down to the events, rules and citations it stands on, in words that an officer
 * understands.
 */

import { localDay } from '../calendar/instant';
import { formatDate, formatInteger, formatPercent } from '../i18n/format';
import { STATUS_LABELS } from '../i18n/statuses';
import { findTask } from '../ledger/booking';
import type { LedgerEvent } from '../ledger/events';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import type { Evaluation, TaskState } from '../figures/evaluation';
import type { FigureResult } from '../figures/figures';
import type { Rules } from '../obligations/rules';
import { STATUSES } from '../obligations/schema';
import type { Judgement } from '../obligations/status';
import { citationText } from '../regulation/citations';
import type { Citation } from '../regulation/schema';
import { figureText, inSentence, shortName } from '../report/wording';
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

const EVENT_WORDS: Readonly<Record<string, string>> = {
  started: 'bắt đầu triển khai',
  progress: 'có kết quả bước đầu',
  completed: 'hoàn thành',
  unsatisfactory: 'đánh giá chưa đạt yêu cầu',
  triggered: 'phát sinh',
  extended: 'gia hạn',
  cancelled: 'cho dừng',
  corrected: 'đính chính',
};

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

function judgementNode(x: Explainer, j: Judgement): Explanation {
  const { part, unit } = j.obligation;
  const due = j.due ? `hạn đến hết ${formatDate(j.due)}` : 'không có ngày cuối';
  return {
    label: `${shortName(unit, x.data.registry)}, phần ${part.no}: thời hạn "${inSentence(part.due.text)}" (${due})${j.reported ? '' : '; đơn vị chưa gửi báo cáo của kỳ'}`,
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

export function explainTask(data: PlanData, evaluation: Evaluation, _rules: Rules, task: string): Outcome<Explanation> {
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
  const measure = evaluation.targets.find((t) => t.measure.code === code);
  const figure = evaluation.indicators.get(code) ?? measure?.figure;
  if (!figure) return failed([error('BC2006', {}, { figure: code })]);
  return ok(figureNode(x, rules, code, figure));
}

function rateNode(x: Explainer, rules: Rules): Explanation {
  const { done, of, percent } = x.evaluation.rate.byTask;
  const counted = x.evaluation.tasks.filter((t) => !rules.rate.leftOut.includes(t.status));
  const isDone = (t: TaskState): boolean => rules.rate.done.includes(t.status);
  return {
    label: 'Tỷ lệ hoàn thành theo nhiệm vụ',
    value:
      percent === null ? 'không phát sinh' : `${formatPercent(percent)} = ${formatInteger(done)}/${formatInteger(of)}`,
    rule: { id: 'TL-01', reason: rules.rate.reason },
    basis: cite(x, rules.rate.basis),
    children: [
      {
        label: 'Đã hoàn thành, có kết quả',
        value: done,
        basis: [],
        children: counted.filter(isDone).map((t) => taskNode(x, t)),
      },
      {
        label: 'Chưa hoàn thành',
        value: of - done,
        basis: [],
        children: counted.filter((t) => !isDone(t)).map((t) => taskNode(x, t)),
      },
    ],
  };
}

function figureNode(x: Explainer, rules: Rules, code: string, figure: FigureResult): Explanation {
  const { data, evaluation } = x;
  const indicator = data.indicators.indicators.find((i) => i.code === code);
  const target = evaluation.targets.find((t) => t.measure.code === code);
  const shape = indicator ?? {
    unit: target?.measure.unit ?? '',
    type: target?.measure.unit === '%' ? ('ratio' as const) : ('count' as const),
  };
  const children: Explanation[] = figure.events.map((event) => {
    const { unit, value, numerator, denominator, answer } = event.fact;
    const shown = numerator !== null ? `${numerator}/${denominator}` : answer === 'value' ? value : answer;
    return { label: `${shortName(unit, data.registry)}: ${String(shown)}`, value: event.id, basis: [], children: [] };
  });
  const ledger = indicator?.derived && 'from' in indicator.derived;
  return {
    label: `${code}: ${indicator?.label ?? target?.measure.scope ?? ''} (${formatInteger(figure.reported)}/${formatInteger(figure.of)} đã báo cáo)`,
    value: figureText(figure, shape),
    ...(indicator
      ? {
          rule: {
            id: `cách tổng hợp: ${indicator.rollUp}`,
            reason: indicator.derived ? JSON.stringify(indicator.derived) : `kiểu thời gian: ${indicator.time}`,
          },
        }
      : {}),
    basis: data.indicators.basis,
    children: ledger ? rateNode(x, rules).children : children,
  };
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
