/**
 * The city's summary workbook as plain data. "Chi tiết" holds one row an obligation and is the only sheet with
 * facts; every other count is a formula over it, with the value it must give beside it.
 */

import { formatDate, formatLongRange } from '../i18n/format';
import { NOTICES } from '../i18n/notices';
import { localDay, localTime } from '../calendar/instant';
import type { Evaluation } from '../figures/evaluation';
import type { Registry } from '../units/registry';
import type { IndicatorsFile } from '../figures/schema';
import type { Counts, Rate } from '../figures/evaluation';
import type { RulesFile, TaskRule } from '../obligations/schema';
import type { SheetCell, Workbook } from './workbook';
import { detailSheet } from './summary/detail';
import { areaSheet, overviewSheet, taskNames, taskSheet, unitSheet } from './summary/counts';
import { indicatorSheet, overdueSheet, planTargetSheet, sourceSheet } from './summary/lists';

export interface SummaryInput {
  readonly evaluation: Evaluation;
  readonly registry: Registry;
  readonly indicators: IndicatorsFile;
  readonly reporter: string;
  readonly rateOf: (counts: Counts) => Rate;
  readonly rate: RulesFile['rate'];
  readonly taskRules: readonly TaskRule[];
  readonly provenance: Readonly<Record<string, string>>;
}

export function summaryWorkbook(input: SummaryInput): Workbook {
  const { evaluation, registry } = input;
  const heading = headingOf(input);
  const detail = detailSheet(input, heading('CHI TIẾT TỪNG PHẦN VIỆC'));
  const tasks = heading('TỔNG HỢP THEO NHIỆM VỤ');
  const sheets = [
    overviewSheet(input, heading('TỔNG QUAN')),
    areaSheet(input, heading('TỔNG HỢP THEO LĨNH VỰC')),
    unitSheet(input, heading('TỔNG HỢP THEO CƠ QUAN, ĐƠN VỊ')),
    taskSheet(input, tasks),
    detail.sheet,
    indicatorSheet(input, heading('CHỈ TIÊU THỐNG KÊ')),
    planTargetSheet(input, heading('CHỈ TIÊU CỦA KẾ HOẠCH')),
    overdueSheet(input, heading('PHẦN VIỆC QUÁ HẠN CHƯA HOÀN THÀNH')),
    sourceSheet(input, heading('NGUỒN SỐ LIỆU')),
  ];
  return {
    sheets,
    names: { ...detail.names, ...taskNames(tasks, evaluation.tasks.length) },
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
  const known = last
    ? `thông tin ghi nhận đến ${localTime(last)} ngày ${formatDate(localDay(last))}`
    : 'chưa ghi nhận thông tin nào';
  return (title) => [
    { value: `${title} ${period.name.toLocaleUpperCase('vi')}`, style: 'title' },
    { value: plan.title, style: 'subtitle' },
    { value: `Số liệu chốt ${formatLongRange(period.window)}; ${known}.`, style: 'note' },
    ...(evaluation.sampleEvents > 0 ? [{ value: NOTICES.sample, style: 'bad' } as const] : []),
    ...(evaluation.preliminary ? [{ value: NOTICES.preliminary, style: 'warn' } as const] : []),
  ];
}
