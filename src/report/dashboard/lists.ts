/** Tables of the dashboard that list: reports sent, work that is overdue, indicators, the plan's targets. */

import { localDay } from '../../calendar/instant';
import { daysBetween } from '../../calendar/plain-date';
import type { Evaluation } from '../../figures/evaluation';
import type { FigureResult } from '../../figures/figures';
import type { Indicator, IndicatorsFile } from '../../figures/schema';
import { formatDate, formatInteger } from '../../i18n/format';
import { METS, ROLL_UPS } from '../../i18n/measures';
import { KNOWN_LABELS, SUBMISSION_LABELS } from '../../i18n/submissions';
import { upperFirst } from '../../i18n/words';
import { groupBy } from '../../lib/group';
import type { Judgement } from '../../obligations/status';
import type { Registry } from '../../units/registry';
import { levelText, reachedText } from '../targets';
import { figureCell, inSentence, partTitle, reasonOf, shortName, unitNames } from '../wording';
import { sendingChart } from '../charts';
import { text } from './counts';
import { shortened, type Lookup } from './facts';
import { askedFor, standingIndicators } from './figure-facts';
import type { BoardCell, BoardTable, SubmissionLine, Tone } from './model';

export interface ListInput {
  readonly evaluation: Evaluation;
  readonly registry: Registry;
  readonly indicators: IndicatorsFile;
  readonly at: Lookup;
}

const plain = { notes: [], total: null, search: true, groupFilter: null, chart: null } as const;

type State = keyof typeof SUBMISSION_LABELS;

/** Those who still owe something first. */
export const STATE_ORDER: readonly State[] = ['missing', 'returned', 'empty', 'late', 'on-time', 'approved'];

const STATE_TONES: Readonly<Record<State, Tone>> = {
  missing: 'bad',
  returned: 'bad',
  empty: 'warn',
  late: 'warn',
  'on-time': 'good',
  approved: 'good',
};

function lackText({ told, complete, unanswered }: SubmissionLine): string {
  if (told === 0) return 'Chưa có nội dung nào';
  if (complete) return 'Đủ nội dung';
  const lacks = [
    unanswered.indicators.length > 0 ? `${formatInteger(unanswered.indicators.length)} chỉ tiêu` : '',
    unanswered.obligations.length > 0 ? `${formatInteger(unanswered.obligations.length)} phần việc` : '',
  ].filter((t) => t !== '');
  return `Chưa trả lời ${lacks.join(', ')}`;
}

/** To which day lateness is counted of what has not come. */
function unsentNote({ ledger: { lastRecordedAt } }: Evaluation): readonly string[] {
  if (lastRecordedAt === null) return [];
  return [
    `Báo cáo chưa gửi thì số ngày chậm tính đến ngày cuối có thông tin trong sổ (${formatDate(localDay(lastRecordedAt))}).`,
  ];
}

/** Reports that some bodies owe beside their main one: how many came, and whose did not. */
function otherReports(lines: readonly SubmissionLine[], registry: Registry): readonly string[] {
  const others = lines.flatMap(({ unit, channels }) => channels.slice(1).map((c) => ({ unit, ...c })));
  return [...groupBy(others, (o) => o.channel)].map(([channel, owed]) => {
    const missing = owed.filter((o) => o.submittedOn === null).map((o) => o.unit);
    const counted = `${formatInteger(owed.length - missing.length)}/${formatInteger(owed.length)}`;
    const whose = missing.length > 0 ? `; chưa gửi: ${unitNames(missing, registry, OTHERS_NAMED)}` : '';
    return `Ngoài báo cáo trong bảng, báo cáo gửi qua kênh ${channel}: đã gửi ${counted}${whose}.`;
  });
}

/** So many bodies are named in a note. */
const OTHERS_NAMED = 10;

export function submissionTable(lines: readonly SubmissionLine[], { registry, evaluation }: ListInput): BoardTable {
  const { reported, expected } = evaluation.reporting;
  const index = new Map(lines.map((line, i) => [line, i]));
  const groups = STATE_ORDER.flatMap((state) => {
    const own = lines.filter((l) => l.channels[0]?.state === state);
    const rows = own.map((line) => submissionRow(line, `s/${index.get(line)}`, registry));
    const title = `${SUBMISSION_LABELS[state]}: ${formatInteger(own.length)} cơ quan, đơn vị`;
    return rows.length > 0 ? [{ title, filter: SUBMISSION_LABELS[state], rows }] : [];
  });
  return {
    ...plain,
    id: 'gui-bao-cao',
    title: 'Tình hình gửi báo cáo',
    notes: [
      `Bảng này theo các lần gửi báo cáo ghi trong sổ. Con số ${formatInteger(reported.length)}/${formatInteger(expected.length)} ở phần đầu tính trên các đơn vị có phần việc, và tính cả đơn vị đã gửi số liệu, kết quả của kỳ mà chưa ghi nhận lần gửi báo cáo.`,
      ...unsentNote(evaluation),
      ...otherReports(lines, registry),
    ],
    columns: [
      { title: 'Cơ quan, đơn vị', kind: 'text' },
      { title: 'Tình trạng', kind: 'text' },
      { title: 'Hạn gửi', kind: 'center' },
      { title: 'Ngày gửi', kind: 'center' },
      { title: 'Số ngày chậm', kind: 'number' },
      { title: 'Nội dung', kind: 'text' },
    ],
    head: 0,
    groups,
    groupFilter: 'Tình trạng',
    empty: 'Chế độ báo cáo của kỳ này không quy định việc gửi báo cáo.',
    chart: sendingChart(lines, (line) => {
      const [main] = line.channels;
      return main?.submittedOn ? daysBetween(main.due, main.submittedOn) : null;
    }),
  };
}

function submissionRow(line: SubmissionLine, key: string, registry: Registry): readonly BoardCell[] {
  const [main] = line.channels;
  if (!main) throw new Error(`${line.unit} owes no report`);
  return [
    text(shortName(line.unit, registry)),
    { text: SUBMISSION_LABELS[main.state], key, tone: STATE_TONES[main.state] },
    text(formatDate(main.due)),
    text(main.submittedOn ? formatDate(main.submittedOn) : ''),
    main.daysLate === null || (main.submittedOn === null && main.daysLate === 0)
      ? text('')
      : { text: formatInteger(main.daysLate), key },
    line.complete ? text(lackText(line)) : { text: lackText(line), key },
  ];
}

/** The page stays light however much is overdue: the longest overdue are listed, the others counted. */
export const OVERDUE_LISTED = 1000;
const REASON_LIMIT = 200;

const latest = (judgements: readonly Judgement[]): number => Math.max(...judgements.map((j) => j.daysLate ?? 0));

export function overdueTable({ evaluation, registry, at }: ListInput): BoardTable {
  const all = evaluation.judgements
    .filter((j) => j.status === 'overdue')
    .sort((a, b) => (b.daysLate ?? 0) - (a.daysLate ?? 0));
  const listed = all.slice(0, OVERDUE_LISTED);
  const areas = new Map(evaluation.plan.areas.map((a) => [a.code, inSentence(a.title)]));
  const parts = [...groupBy(listed, ({ obligation: { part } }) => `${part.task.id}/${part.no}`).values()];
  const groups = parts
    .sort((a, b) => latest(b) - latest(a))
    .map((own) => {
      const { part } = (own[0] as Judgement).obligation;
      const title = `Nhiệm vụ ${part.task.id}: ${partTitle(part)}; ${formatInteger(own.length)} phần việc quá hạn`;
      return { title, filter: areas.get(part.task.area) ?? '', rows: own.map((j) => overdueRow(j, registry, at)) };
    });
  const rest = all.length - listed.length;
  return {
    ...plain,
    id: 'qua-han',
    title: 'Phần việc quá hạn chưa hoàn thành',
    notes:
      rest === 0
        ? []
        : [
            `Bảng nêu ${formatInteger(listed.length)} phần việc quá hạn lâu nhất; còn ${formatInteger(rest)} phần việc khác có trong bảng tổng hợp Excel.`,
          ],
    columns: [
      { title: 'Cơ quan, đơn vị', kind: 'text' },
      { title: 'Ngày cuối của thời hạn', kind: 'center' },
      { title: 'Số ngày quá hạn', kind: 'number' },
      { title: 'Số liệu của kỳ', kind: 'center', filter: true },
      { title: 'Lý do', kind: 'text' },
      { title: 'Giải pháp', kind: 'text' },
    ],
    head: 0,
    groups,
    groupFilter: 'Lĩnh vực',
    empty: 'Không có phần việc quá hạn chưa hoàn thành.',
  };
}

function overdueRow(j: Judgement, registry: Registry, at: Lookup): readonly BoardCell[] {
  const { reason, remedy } = reasonOf(j);
  return [
    text(shortName(j.obligation.unit, registry)),
    text(j.due ? formatDate(j.due) : ''),
    { text: formatInteger(j.daysLate ?? 0), key: `j/${at.row(j)}`, tone: 'bad' },
    text(KNOWN_LABELS[`${j.reported}`]),
    text(shortened(reason ?? '', REASON_LIMIT)),
    text(shortened(remedy ?? '', REASON_LIMIT)),
  ];
}

const METS_TONE = (met: boolean | null): { readonly tone?: Tone } =>
  met === null ? {} : { tone: met ? 'good' : 'bad' };

/** Indicators by group of the form, with the plan's goal where one of its targets names the indicator. */
export function indicatorTable(input: ListInput): BoardTable {
  const { indicators, evaluation } = input;
  const standing = standingIndicators(input);
  const index = new Map(standing.map((i, n) => [i.code, n]));
  const goals = groupBy(
    evaluation.targets.filter((t) => t.measure.indicator),
    (t) => t.measure.indicator as string,
  );
  const byGroup = groupBy(standing, (i) => i.code.split('.')[0] ?? '');
  const title = new Map(indicators.groups.map((g) => [g.code, g.title]));
  const groups = [...byGroup].map(([code, own]) => ({
    title: title.has(code) ? `${code}. ${title.get(code)}` : code,
    filter: title.get(code) ?? code,
    rows: own.map((i) => {
      const figure = evaluation.indicators.get(i.code) as FigureResult;
      const asked = askedFor(i, input).length > 0;
      return indicatorRow(i, figure, { key: `i/${index.get(i.code)}`, asked, goals: goals.get(i.code) ?? [] });
    }),
  }));
  return {
    ...plain,
    id: 'chi-tieu',
    title: 'Chỉ tiêu thống kê',
    columns: [
      { title: 'Mã', kind: 'text' },
      { title: 'Chỉ tiêu', kind: 'text' },
      { title: 'Đơn vị tính', kind: 'center' },
      { title: 'Kết quả', kind: 'number' },
      { title: 'Đơn vị đã báo cáo', kind: 'number' },
      { title: 'Mức kế hoạch giao', kind: 'text' },
      { title: 'Đánh giá', kind: 'center', filter: true },
      { title: 'Cách tổng hợp', kind: 'text' },
    ],
    head: 1,
    groups,
    groupFilter: 'Nhóm',
    empty: 'Biểu mẫu của kỳ này không có chỉ tiêu thống kê.',
  };
}

function indicatorRow(
  indicator: Indicator,
  figure: FigureResult,
  { key, asked, goals }: { readonly key: string; readonly asked: boolean; readonly goals: Evaluation['targets'] },
): readonly BoardCell[] {
  const mets = goals.map((g) => g.met);
  const met = mets.includes(false) ? false : mets.length > 0 && mets.every((m) => m === true) ? true : null;
  return [
    text(indicator.code),
    text(indicator.label),
    text(indicator.unit === '-' ? '' : indicator.unit),
    { text: upperFirst(figureCell(figure, indicator)), key },
    // A figure that the ledger gives by itself is asked of nobody.
    !asked
      ? text('')
      : { text: `${formatInteger(figure.reported)}/${formatInteger(figure.of)}`, key: key.replace('i', 'q') },
    text(goals.map(levelText).join('; ')),
    goals.length === 0 ? text('') : { text: METS[String(met) as keyof typeof METS], ...METS_TONE(met) },
    text(indicator.derived === null ? ROLL_UPS[indicator.rollUp] : 'tính từ chỉ tiêu khác'),
  ];
}

export function targetTable(input: ListInput): BoardTable {
  const first = standingIndicators(input).length;
  const areas = new Map(input.evaluation.plan.areas.map((a) => [a.code, inSentence(a.title)]));
  const rows = input.evaluation.targets.map((result, n) => ({ result, key: `i/${first + n}` }));
  const groups = [...groupBy(rows, ({ result }) => result.target.area)].map(([area, own]) => ({
    title: areas.get(area) ?? area,
    filter: areas.get(area) ?? area,
    rows: own.map(({ result, key }) => [
      text(result.measure.code),
      text(inSentence(result.target.text)),
      text(result.measure.scope),
      text(levelText(result)),
      { text: upperFirst(reachedText(result)), key },
      { text: METS[String(result.met) as keyof typeof METS], ...METS_TONE(result.met) },
    ]),
  }));
  return {
    ...plain,
    id: 'chi-tieu-ke-hoach',
    title: 'Chỉ tiêu của kế hoạch',
    columns: [
      { title: 'Mã', kind: 'text' },
      { title: 'Chỉ tiêu', kind: 'text' },
      { title: 'Nội dung đo', kind: 'text' },
      { title: 'Mức phải đạt', kind: 'text' },
      { title: 'Kết quả', kind: 'number' },
      { title: 'Đánh giá', kind: 'center', filter: true },
    ],
    // One target sentence may have several measures: it is the measure that names the row.
    head: 2,
    groups,
    groupFilter: 'Lĩnh vực',
    empty: 'Kế hoạch không đặt chỉ tiêu.',
  };
}
