/**
 * What a report states, one thing a line: every figure that it prints, the state of every piece of work, every text
 * of an officer. Two reports are compared statement by statement, as they print: what is told of a change is what a
 * reader can find in both.
 */

import { count, type Evaluation, type Rate } from '../../figures/evaluation';
import { formatDate, formatInteger, formatPercent } from '../../i18n/format';
import { KNOWN_LABELS } from '../../i18n/submissions';
import { STATUS_LABELS } from '../../i18n/statuses';
import { lowerFirst, upperFirst } from '../../i18n/words';
import { groupBy } from '../../lib/group';
import type { Judgement } from '../../obligations/status';
import { comparisonViews } from '../comparisons';
import type { ComposeInput } from '../compose';
import type { Row, Table } from '../document';
import { noteText } from '../findings';
import { byAreaTable } from '../tables/by-area';
import { indicatorTable, targetTable } from '../tables/indicators';
import { taskTable } from '../tables/tasks';
import { unitTable } from '../tables/units';
import { inSentence, partTitle, reasonOf, resultText, shortName } from '../wording';

/** `work`: a body's part of a task; `task`, `count`: made of these; `indicator`: reported or made of reported ones. */
export const STATEMENT_KINDS = ['work', 'indicator', 'text', 'task', 'count'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export interface Statement {
  /** The figure's name in the documents (`tasks/all/rate`, `indicator/1.2.1`), or that of the work or text. */
  readonly key: string;
  readonly kind: StatementKind;
  readonly label: string;
  readonly text: string;
}

export type StatedInput = Omit<ComposeInput, 'outline' | 'prose'>;

/** Everything that the report of this input states, in the order of the report; each key once. */
export function statementsOf(input: StatedInput): readonly Statement[] {
  const { evaluation } = input;
  const city = evaluation.unit === null;
  const rates = ratesOf(input);
  return [
    ...evaluation.judgements.map((j) => workStatement(j, input)),
    ...indicatorStatements(input),
    ...textStatements(input),
    ...(city ? taskStatements(evaluation) : []),
    ...figures(byAreaTable(input), rates, ([title]) => areaLabel(title?.text ?? '')),
    ...(city
      ? figures(taskTable(input), rates, ([no], key) => `Nhiệm vụ ${no?.text}, phần việc ${key.split('/')[2]}`)
      : []),
    ...(city ? figures(unitTable(input), rates, ([, unit]) => unitLabel(unit?.text ?? '')) : []),
    ...(city ? reportingStatements(input) : []),
    ...comparisonStatements(input),
    ...targetCount(evaluation),
  ];
}

export const workKey = ({ part, unit }: Judgement['obligation']): string =>
  `obligation/${part.task.id}/${part.no}/${unit}`;

function workStatement(j: Judgement, { evaluation, registry }: StatedInput): Statement {
  const { part, unit } = j.obligation;
  const whose = evaluation.unit === null ? `${shortName(unit, registry)}, nhiệm vụ` : 'Nhiệm vụ';
  return {
    key: workKey(j.obligation),
    kind: 'work',
    label: `${whose} ${part.task.no}: ${partTitle(part)}`,
    text: workText(j),
  };
}

/** Status, what was done and by which document, the last day where it was moved, why late and what is done about it. */
function workText(j: Judgement): string {
  const { reason, remedy } = reasonOf(j);
  const moved = j.due !== null && j.due !== j.obligation.part.due.end;
  const result = resultText(j);
  return [
    result === '' ? STATUS_LABELS[j.status] : `${STATUS_LABELS[j.status]}: ${result}`,
    ...(moved ? [`thời hạn mới ${formatDate(j.due)}`] : []),
    ...(reason ? [`lý do: ${reason}`] : []),
    ...(remedy ? [`giải pháp: ${remedy}`] : []),
  ].join('; ');
}

function taskStatements({ tasks }: Evaluation): readonly Statement[] {
  return tasks.map(({ task, status }) => ({
    key: `task/${task.id}`,
    kind: 'task',
    label: `Nhiệm vụ ${task.no}: trạng thái chung`,
    text: STATUS_LABELS[status],
  }));
}

function indicatorStatements(input: StatedInput): readonly Statement[] {
  const stated = (table: Table, join: (value: string, note: string) => string): readonly Statement[] =>
    table.rows.flatMap(({ cells: [code, label, , value, note] }) =>
      value?.figure === undefined
        ? []
        : [
            {
              key: value.figure,
              kind: 'indicator',
              label: `${code?.text} ${label?.text}`,
              text: join(value.text, note?.text ?? ''),
            },
          ],
    );
  return [
    ...stated(indicatorTable(input), (value, note) => (note === '' ? value : `${value} (${lowerFirst(note)})`)),
    ...stated(targetTable(input), (value, met) => `${value} (${met.toLocaleLowerCase('vi')})`),
  ];
}

function textStatements({ evaluation, notes, registry }: StatedInput): readonly Statement[] {
  const whose = (unit: string): string => (evaluation.unit === null ? ` (${shortName(unit, registry)})` : '');
  return [
    ...evaluation.narratives.map(({ fact }): Statement => ({
      key: `text/${fact.section}/${fact.unit}`,
      kind: 'text',
      label: `Nội dung mục ${fact.section}${whose(fact.unit)}`,
      text: inSentence(fact.text),
    })),
    ...notes.findings.map((f): Statement => ({
      key: `note/${f.code}/${f.subject}`,
      kind: 'text',
      label: 'Giải trình',
      text: noteText(f, notes.words),
    })),
  ].filter(({ text }) => text !== '');
}

/** The cells of a table that name a figure. */
function figures(
  table: Table,
  rates: ReadonlyMap<string, Rate>,
  rowLabel: (cells: Row['cells'], key: string) => string,
): readonly Statement[] {
  return table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell, column): readonly Statement[] => {
      if (cell.figure === undefined || cell.figure === REPORTED) return [];
      const rate = rates.get(cell.figure);
      return [
        {
          key: cell.figure,
          kind: 'count',
          label: `${rowLabel(cells, cell.figure)}: ${(table.columns[column]?.title ?? '').toLocaleLowerCase('vi')}`,
          text: rate ? rateText(rate) : cell.text,
        },
      ];
    }),
  );
}

/** Told apart from the other cells of its row: it is n of N bodies. */
const REPORTED = 'reporting/reported';

function reportingStatements({ evaluation: { reporting }, registry }: StatedInput): readonly Statement[] {
  const sent = new Set(reporting.reported);
  const total = `${formatInteger(reporting.reported.length)}/${formatInteger(reporting.expected.length)}`;
  return [
    ...reporting.expected.map((unit): Statement => ({
      key: `reporting/${unit}`,
      kind: 'count',
      label: `${shortName(unit, registry)}: số liệu của kỳ`,
      text: KNOWN_LABELS[`${sent.has(unit)}`],
    })),
    { key: REPORTED, kind: 'count', label: 'Cơ quan, đơn vị đã gửi báo cáo, số liệu', text: total },
  ];
}

const unitLabel = (name: string): string => (name === 'Tổng cộng' ? 'Toàn bộ phần việc' : name);
const areaLabel = (title: string): string => (title === 'Tổng cộng' ? 'Toàn bộ nhiệm vụ' : title);

const rateText = ({ percent, done, of }: Rate): string =>
  percent === null ? 'Không phát sinh' : `${formatPercent(percent)} (${formatInteger(done)}/${formatInteger(of)})`;

/** Both numbers behind each rate of the tables: a percentage is never printed without them. */
function ratesOf({ evaluation, rateOf }: StatedInput): ReadonlyMap<string, Rate> {
  const areas = groupBy(evaluation.tasks, (t) => t.task.area);
  const units = groupBy(evaluation.judgements, (j) => j.obligation.unit);
  return new Map([
    ['tasks/all/rate', evaluation.rate.byTask],
    ['unit/all/rate', evaluation.rate.byObligation],
    ...[...areas].map(([area, own]) => [`tasks/${area}/rate`, rateOf(count(own.map((t) => t.status)))] as const),
    ...[...units].map(([unit, own]) => [`unit/${unit}/rate`, rateOf(count(own.map((j) => j.status)))] as const),
  ]);
}

function comparisonStatements({ comparisons, registry }: StatedInput): readonly Statement[] {
  return comparisonViews(comparisons, registry).map(({ name, lastYear, change, ...then }) => ({
    key: `comparison/${lastYear ? 'last-year' : 'last-period'}/rate`,
    kind: 'count',
    label: `Tỷ lệ hoàn thành so với ${name}`,
    text: `${upperFirst(change)}; ${name}: ${rateText(then)}`,
  }));
}

function targetCount({ targets }: Evaluation): readonly Statement[] {
  const compared = targets.filter((t) => t.met !== null);
  if (compared.length === 0) return [];
  const met = compared.filter((t) => t.met === true).length;
  const text = `${formatInteger(met)}/${formatInteger(compared.length)}`;
  const label = 'Nội dung chỉ tiêu của Kế hoạch đã đạt trên nội dung đánh giá được';
  return [{ key: 'targets/met', kind: 'count', label, text }];
}
