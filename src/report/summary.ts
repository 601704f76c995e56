/**
 * The city's summary workbook as plain data. "Chi tiết" holds one row an obligation and is the only sheet with
 * facts of the work; every count is a formula over it, with the value it must give beside it.
 */

import { formatDate, formatLongRange } from '../i18n/format';
import { NOTICES } from '../i18n/notices';
import type { Comparison } from '../figures/comparison';
import type { Evaluation } from '../figures/evaluation';
import type { Registry } from '../units/registry';
import type { IndicatorsFile } from '../figures/schema';
import type { Counts, Rate } from '../figures/evaluation';
import type { Finding } from '../figures/checks/finding';
import type { RulesFile, TaskRule } from '../obligations/schema';
import type { FindingWords } from './findings';
import type { SheetCell, Workbook } from './workbook';
import { recordedText } from './wording';
import { areaSheet } from './summary/areas';
import { detailSheet } from './summary/detail';
import { indicatorHeading, indicatorSheet } from './summary/indicators';
import { checkSheet, overdueSheet, sourceSheet } from './summary/lists';
import { overviewNames, overviewSheet } from './summary/overview';
import { submissionNames, submissionSheet, type SubmissionRow } from './summary/submissions';
import { firstRow } from './summary/cells';
import { metCells, planTargetSheet } from './summary/targets';
import { taskNames, tasksIndex, taskSheet } from './summary/tasks';
import { unitLabels } from './summary/unit-labels';
import { unitSheet } from './summary/units';

export interface SummaryInput {
  readonly evaluation: Evaluation;
  readonly registry: Registry;
  readonly indicators: IndicatorsFile;
  readonly reporter: string;
  readonly rateOf: (counts: Counts) => Rate;
  readonly rate: RulesFile['rate'];
  readonly taskRules: readonly TaskRule[];
  readonly provenance: Readonly<Record<string, string>>;
  /** What the figures were made by, each with the day from which its version holds or its number. */
  readonly versions: readonly (readonly [string, string])[];
  /** The last period; null where there is none to compare with. */
  readonly comparison: Comparison | null;
  /** Every report owed, in the order of the registry. */
  readonly submissions: readonly SubmissionRow[];
  /** What the checks found, of units and of the city. */
  readonly findings: readonly Finding[];
  readonly words: FindingWords;
}

export function summaryWorkbook(input: SummaryInput): Workbook {
  const { evaluation, registry, submissions } = input;
  const heading = headingOf(input);
  const label = unitLabels(
    [...evaluation.judgements.map((j) => j.obligation.unit), ...submissions.map((s) => s.unit)],
    registry,
  );
  const headings = {
    overview: heading('TỔNG QUAN'),
    tasks: heading('TỔNG HỢP THEO NHIỆM VỤ'),
    targets: heading('CHỈ TIÊU CỦA KẾ HOẠCH'),
    submissions: heading('TÌNH HÌNH GỬI BÁO CÁO'),
  };
  const detail = detailSheet(input, heading('CHI TIẾT TỪNG PHẦN VIỆC'), label);
  const { index } = detail;
  const indexes = { detail: index, tasks: tasksIndex(input, headings.tasks) };
  const areas = areaSheet(input, heading('TỔNG HỢP THEO LĨNH VỰC'), indexes.tasks);
  const units = unitSheet(input, heading('TỔNG HỢP THEO CƠ QUAN, ĐƠN VỊ'), index, label);
  const metAt = metCells(input, headings.targets);
  const indicators = indicatorSheet(input, indicatorHeading(heading('CHỈ TIÊU THỐNG KÊ')), label, metAt);
  return {
    sheets: [
      overviewSheet(input, headings.overview, {
        ...{ indexes, areas, units },
        submissions: firstRow(headings.submissions),
      }),
      areas.sheet,
      units.sheet,
      taskSheet(input, headings.tasks, index),
      detail.sheet,
      indicators.sheet,
      planTargetSheet(input, headings.targets, indicators.cityAt),
      submissionSheet(input, headings.submissions, label),
      overdueSheet(input, heading('PHẦN VIỆC QUÁ HẠN CHƯA HOÀN THÀNH'), index, label),
      checkSheet(input, heading('KIỂM TRA SỐ LIỆU'), label),
      sourceSheet(input, heading('NGUỒN SỐ LIỆU')),
    ],
    names: {
      ...detail.names,
      ...units.names,
      ...taskNames(headings.tasks, evaluation.tasks.length),
      ...submissionNames(headings.submissions, submissions.length),
      ...overviewNames(headings.overview),
    },
    pageHeader: `${evaluation.plan.title} - ${evaluation.period.name}`,
    pageFooter:
      evaluation.sampleEvents > 0
        ? NOTICES.sample
        : `Chốt số liệu đến hết ngày ${formatDate(evaluation.period.window.to)}`,
    properties: {
      title: `Tổng hợp ${evaluation.period.name}`,
      agency: registry.unit(input.reporter)?.fullName ?? input.reporter,
      createdOn: evaluation.period.window.to,
      custom: input.provenance,
    },
  };
}

function headingOf({ evaluation }: SummaryInput): (title: string) => readonly SheetCell[] {
  const { period, plan, ledger } = evaluation;
  // The last fact's recording time, not the clock: the same facts give the same bytes on any day.
  const last = ledger.lastRecordedAt;
  const known = last ? `thông tin ghi nhận đến ${recordedText(last)}` : 'chưa ghi nhận thông tin nào';
  return (title) => [
    { value: `${title} ${period.name.toLocaleUpperCase('vi')}`, style: 'title' },
    { value: plan.title, style: 'subtitle' },
    { value: `Số liệu chốt ${formatLongRange(period.window)}; ${known}.`, style: 'note' },
    ...(evaluation.sampleEvents > 0 ? [{ value: NOTICES.sample, style: 'bad' } as const] : []),
    ...(evaluation.preliminary ? [{ value: NOTICES.preliminary, style: 'warn' } as const] : []),
  ];
}
