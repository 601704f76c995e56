/**
 * The dashboard of a city for a period, from the evaluation that every other output prints: headline, tables, and
 * the facts that explain each number. One number is one text in all of them.
 */

import type { Counts, Rate } from '../figures/evaluation';
import type { IndicatorsFile } from '../figures/schema';
import { formatDate, formatInteger, formatLongRange, formatPercent, formatRange } from '../i18n/format';
import { NOTICES } from '../i18n/notices';
import { PROVENANCE_LABELS } from '../i18n/provenance';
import { SUBMISSION_LABELS } from '../i18n/submissions';
import { areaTable, counted, statusTable, taskTable, unitTable } from './dashboard/counts';
import {
  listPool,
  statusLabels,
  statusSets,
  taskFacts,
  textPool,
  type Facts,
  type FactsInput,
} from './dashboard/facts';
import { figureFacts } from './dashboard/figure-facts';
import { indicatorTable, overdueTable, submissionTable, targetTable } from './dashboard/lists';
import type { BoardTable, ChannelLine, Dashboard, DashboardComparison, SubmissionLine, Tile } from './dashboard/model';
import { toldTexts } from './dashboard/reporting';
import type { Block } from './ranking';
import { inSentence, recordedText } from './wording';

export interface DashboardInput extends FactsInput {
  readonly indicators: IndicatorsFile;
  readonly rateOf: (counts: Counts) => Rate;
  readonly blocks: readonly Block[];
  /** Reports owed and sent, in the order of the registry. */
  readonly submissions: readonly SubmissionLine[];
  /** The body in whose name the city reports. */
  readonly reporter: string;
  readonly provenance: Readonly<Record<string, string>>;
  /** Null where there is nothing to compare with. */
  readonly comparison: DashboardComparison | null;
}

export function dashboardOf(input: DashboardInput): Dashboard {
  const { evaluation, registry, indicators, comparison, submissions } = input;
  const [texts, notes, sets] = [textPool(), listPool(), listPool()];
  const note = (paragraphs: readonly string[]): string => `n/${notes.of(paragraphs.map(texts.of))}`;
  const { facts, at } = taskFacts(input, texts);
  // A body that was asked for a figure or a report and owes no work gets its place in the pool here.
  const figures = figureFacts(input, { at, texts, sets });
  const sent = submissions.map((line) => submissionFacts(line, at.unit(line.unit), texts.of));
  const reporting = {
    reported: evaluation.reporting.reported.map(at.unit),
    told: toldTexts(evaluation, submissions).map(texts.of),
    expected: evaluation.reporting.expected.map(at.unit),
  };
  const counts = { evaluation, registry, rateOf: input.rateOf, at, note };
  const lists = { evaluation, registry, indicators, at };
  const tables = [
    ...comparisonTable(comparison, note),
    areaTable(counts),
    unitTable(counts, input.blocks, comparison?.ranks ?? null),
    submissionTable(submissions, lists),
    overdueTable(lists),
    targetTable(lists),
    indicatorTable(lists),
    taskTable(counts),
    statusTable(counts),
  ];
  return {
    ...headOf(input),
    tiles: tilesOf(input),
    tables,
    facts: {
      ...facts,
      areas: evaluation.plan.areas.map((a) => inSentence(a.title)),
      statuses: statusLabels(),
      sets: statusSets(input.rate),
      figures,
      submissions: sent,
      reporting,
      notes: notes.list,
      unitSets: sets.list,
      texts: texts.list,
    },
  };
}

function headOf(input: DashboardInput): Pick<Dashboard, 'title' | 'subtitle' | 'notices' | 'sources' | 'properties'> {
  const { evaluation, registry, reporter, provenance } = input;
  const { plan, period, ledger, sampleEvents, preliminary } = evaluation;
  const last = ledger.lastRecordedAt;
  const known = last ? `Thông tin ghi nhận đến ${recordedText(last)}.` : 'Chưa ghi nhận thông tin nào.';
  return {
    title: `Tổng hợp ${period.name}`,
    subtitle: [inSentence(plan.title), `Số liệu chốt ${formatLongRange(period.window)}.`, known],
    notices: [...(sampleEvents > 0 ? [NOTICES.sample] : []), ...(preliminary ? [NOTICES.preliminary] : [])],
    sources: [
      ['Cách tính tỷ lệ', input.rate.reason],
      ...Object.entries(provenance).map(
        ([key, value]) =>
          [PROVENANCE_LABELS[key] ?? key, key === 'window' ? formatRange(period.window) : value] as const,
      ),
    ],
    properties: {
      agency: registry.unit(reporter)?.fullName ?? reporter,
      createdOn: period.window.to,
      custom: provenance,
    },
  };
}

function tilesOf({ evaluation }: DashboardInput): readonly Tile[] {
  const { rate, counts, reporting, judgements, targets } = evaluation;
  const rateTile = (label: string, r: Rate, what: 't' | 'o', noun: string): Tile => ({
    label,
    value: { text: r.percent === null ? 'không phát sinh' : formatPercent(r.percent), key: `${what}/all/rate` },
    notes: [{ text: `${formatInteger(r.done)}/${formatInteger(r.of)} ${noun}`, key: `${what}/all/rate` }],
  });
  const silent = judgements.filter((j) => !j.reported).length;
  return [
    rateTile('Tỷ lệ hoàn thành nhiệm vụ', rate.byTask, 't', 'nhiệm vụ'),
    rateTile('Tỷ lệ hoàn thành phần việc', rate.byObligation, 'o', 'phần việc'),
    {
      label: 'Nhiệm vụ quá hạn chưa hoàn thành',
      value: counted(counts.byTask.overdue, 't/all/overdue', 'bad'),
      notes: [{ text: `${formatInteger(counts.byObligation.overdue)} phần việc quá hạn`, key: 'o/all/overdue' }],
    },
    {
      label: 'Cơ quan, đơn vị đã gửi báo cáo, số liệu',
      value: {
        text: `${formatInteger(reporting.reported.length)}/${formatInteger(reporting.expected.length)}`,
        key: 'r/reported',
      },
      notes: [
        {
          text: `${formatInteger(silent)}/${formatInteger(judgements.length)} phần việc của đơn vị chưa gửi`,
          key: 'o/silent/all',
        },
      ],
    },
    ...targetTile(targets),
  ];
}

/** None where the plan sets no targets. */
function targetTile(targets: DashboardInput['evaluation']['targets']): readonly Tile[] {
  if (targets.length === 0) return [];
  const met = targets.filter((t) => t.met === true).length;
  const compared = targets.filter((t) => t.met !== null).length;
  return [
    {
      label: 'Nội dung chỉ tiêu của kế hoạch đã đạt',
      value: { text: `${formatInteger(met)}/${formatInteger(compared)}`, key: 'm/met' },
      notes: [{ text: `${formatInteger(targets.length - compared)} nội dung chưa đánh giá được`, key: 'm/open' }],
    },
  ];
}

function comparisonTable(
  comparison: DashboardComparison | null,
  note: (paragraphs: readonly string[]) => string,
): readonly BoardTable[] {
  if (comparison === null || comparison.lines.length === 0) return [];
  return [
    {
      id: 'so-sanh',
      title: `So với ${comparison.name}`,
      notes: [],
      columns: [
        { title: 'Nội dung', kind: 'text' },
        { title: 'Kỳ này', kind: 'number' },
        { title: 'Kỳ so sánh', kind: 'number' },
        { title: 'Thay đổi', kind: 'text' },
      ],
      head: 0,
      groups: [
        {
          title: null,
          rows: comparison.lines.map(({ label, now, before, change, tone, why }) => [
            { text: label },
            { text: now, key: why.now },
            { text: before, key: note(why.before) },
            { text: change, ...(tone ? { tone } : {}), ...(change === '' ? {} : { key: note(why.change) }) },
          ]),
        },
      ],
      total: null,
      search: false,
      groupFilter: null,
      empty: '',
      chart: null,
    },
  ];
}

function channelText(c: ChannelLine): string {
  const sent = c.submittedOn ? `, gửi ngày ${formatDate(c.submittedOn)}` : '';
  const late = c.daysLate ? `, chậm ${formatInteger(c.daysLate)} ngày` : '';
  const note = c.returnNote ? ` (${c.returnNote})` : '';
  const basis = c.basis.length > 0 ? ` Căn cứ: ${c.basis.join('; ')}.` : '';
  return `${c.channel} (báo cáo ${c.form}), hạn gửi ${formatDate(c.due)}: ${SUBMISSION_LABELS[c.state]}${sent}${late}${note}. Hạn gửi theo quy định: ${c.rule}.${basis}`;
}

function submissionFacts(
  { channels, unanswered: { indicators, obligations } }: SubmissionLine,
  unit: number,
  text: (t: string) => number,
): Facts['submissions'][number] {
  const lacks = [
    indicators.length > 0 ? `Chỉ tiêu chưa trả lời: ${indicators.join(', ')}.` : '',
    obligations.length > 0 ? `Phần việc chưa trả lời (nhiệm vụ/phần): ${obligations.join(', ')}.` : '',
  ].filter((t) => t !== '');
  return [unit, channels[0]?.state ?? '', ...[...channels.map(channelText), ...lacks].map(text)];
}
