/** Sheets that list: indicators, the plan's targets, what is overdue, and where every number comes from. */

import { inForce } from '../../calendar/range';
import { formatDate } from '../../i18n/format';
import { PROVENANCE_LABELS } from '../../i18n/provenance';
import { comparatorText, METS, ROLL_UPS } from '../../i18n/measures';
import type { SummaryInput } from '../summary';
import type { Scalar, Sheet, SheetCell } from '../workbook';
import { figureCell, inSentence, partTitle, reasonOf, shortName } from '../wording';
import { cell } from './cells';
import { taskKey } from './detail';

const list = { autoFilter: true, freezeColumns: 2, conditional: [], orientation: 'landscape' } as const;

export function indicatorSheet(input: SummaryInput, heading: readonly SheetCell[]): Sheet {
  const { evaluation, indicators } = input;
  const rows = indicators.indicators
    .filter((i) => inForce(i, evaluation.period.window.to))
    .flatMap((i) => {
      const figure = evaluation.indicators.get(i.code);
      if (!figure) return [];
      const shown: SheetCell =
        figure.answer === 'value' && figure.value !== null && !i.options
          ? cell(
              i.type === 'ratio' ? Number((figure.value / 100).toFixed(6)) : figure.value,
              i.type === 'ratio' ? 'percent' : Number.isInteger(figure.value) ? 'integer' : 'decimal',
            )
          : cell(figureCell(figure, i), 'center');
      return [
        [
          cell(i.code, 'center'),
          cell(i.label),
          cell(i.unit === '-' ? '' : i.unit, 'center'),
          shown,
          cell(figure.numerator, 'decimal'),
          cell(figure.denominator, 'decimal'),
          cell(figure.reported, 'integer'),
          cell(figure.of, 'integer'),
          cell(ROLL_UPS[i.rollUp], 'text'),
        ],
      ];
    });
  return {
    ...list,
    name: 'Chỉ tiêu',
    heading,
    columns: [
      { key: 'code', header: 'Mã', width: 9 },
      { key: 'label', header: 'Chỉ tiêu thống kê', width: 56, wrap: true },
      { key: 'unit', header: 'Đơn vị tính', width: 13 },
      { key: 'value', header: 'Kết quả', width: 16 },
      { key: 'numerator', header: 'Tử số', width: 13 },
      { key: 'denominator', header: 'Mẫu số', width: 13 },
      { key: 'reported', header: 'Đơn vị đã báo cáo', width: 11, wrap: true },
      { key: 'of', header: 'Đơn vị phải báo cáo', width: 11, wrap: true },
      { key: 'rollUp', header: 'Cách tổng hợp', width: 24, wrap: true },
    ],
    rows,
  };
}

export function planTargetSheet(input: SummaryInput, heading: readonly SheetCell[]): Sheet {
  const rows = input.evaluation.targets.map(({ target, measure, figure, met }) => {
    const value: Scalar =
      figure.value === null ? null : measure.unit === '%' ? Number((figure.value / 100).toFixed(6)) : figure.value;
    return [
      cell(measure.code, 'center'),
      cell(inSentence(target.text)),
      cell(measure.scope),
      cell(comparatorText(measure), 'center'),
      value === null ? cell('chưa có số liệu', 'center') : cell(value, measure.unit === '%' ? 'percent' : 'decimal'),
      cell(METS[String(met) as keyof typeof METS], met === null ? 'center' : met ? 'good' : 'bad'),
    ];
  });
  return {
    ...list,
    name: 'Chỉ tiêu kế hoạch',
    heading,
    columns: [
      { key: 'code', header: 'Mã', width: 9 },
      { key: 'target', header: 'Chỉ tiêu trong kế hoạch', width: 60, wrap: true },
      { key: 'scope', header: 'Nội dung đo', width: 34, wrap: true },
      { key: 'goal', header: 'Mức phải đạt', width: 16, wrap: true },
      { key: 'value', header: 'Kết quả', width: 14 },
      { key: 'met', header: 'Đánh giá', width: 14 },
    ],
    rows,
  };
}

export function overdueSheet(input: SummaryInput, heading: readonly SheetCell[]): Sheet {
  const late = input.evaluation.judgements
    .filter((j) => j.status === 'overdue')
    .sort((a, b) => (b.daysLate ?? 0) - (a.daysLate ?? 0));
  const rows = late.map((j, i) => {
    const { reason, remedy } = reasonOf(j);
    const { part, unit } = j.obligation;
    return [
      cell(i + 1, 'center'),
      cell(taskKey(part.task.id), 'center'),
      cell(partTitle(part)),
      cell(shortName(unit, input.registry)),
      cell(j.due, 'date'),
      cell(j.daysLate, 'integer'),
      cell(j.reported ? 'Có' : 'Chưa', 'center'),
      cell(reason ?? ''),
      cell(remedy ?? ''),
    ];
  });
  const none = [[cell(''), cell(''), cell('Không có phần việc quá hạn chưa hoàn thành.')]];
  return {
    ...list,
    name: 'Quá hạn',
    heading,
    columns: [
      { key: 'no', header: 'STT', width: 6 },
      { key: 'task', header: 'Mã nhiệm vụ', width: 10, wrap: true },
      { key: 'title', header: 'Nhiệm vụ, phần việc', width: 52, wrap: true },
      { key: 'unit', header: 'Cơ quan, đơn vị chủ trì', width: 30, wrap: true },
      { key: 'due', header: 'Ngày cuối của thời hạn', width: 13, wrap: true },
      { key: 'late', header: 'Số ngày quá hạn', width: 10, wrap: true },
      { key: 'reported', header: 'Đơn vị đã báo cáo', width: 10, wrap: true },
      { key: 'reason', header: 'Lý do', width: 30, wrap: true },
      { key: 'remedy', header: 'Giải pháp', width: 30, wrap: true },
    ],
    rows: rows.length > 0 ? rows : none,
  };
}

export function sourceSheet(input: SummaryInput, heading: readonly SheetCell[]): Sheet {
  const { evaluation } = input;
  const { plan, period } = evaluation;
  const facts: readonly (readonly [string, Scalar])[] = [
    ['Kế hoạch', plan.title],
    [
      'Số, ngày ban hành',
      plan.number && plan.signedOn
        ? `${plan.number}, ngày ${formatDate(plan.signedOn)}`
        : 'văn bản nhận được để trống số, ngày',
    ],
    ['Kỳ báo cáo', period.name],
    ['Chốt số liệu từ ngày', formatDate(period.window.from)],
    ['Chốt số liệu đến hết ngày', formatDate(period.window.to)],
    ['Cách tính tỷ lệ', input.rate.reason],
    ...Object.entries(input.provenance).map(([key, value]) => [PROVENANCE_LABELS[key] ?? key, value] as const),
  ];
  return {
    ...list,
    autoFilter: false,
    freezeColumns: 0,
    orientation: 'portrait',
    name: 'Nguồn',
    heading,
    columns: [
      { key: 'what', header: 'Nội dung', width: 34, wrap: true },
      { key: 'value', header: 'Giá trị', width: 70, wrap: true },
    ],
    rows: facts.map(([what, value]) => [cell(what), cell(value)]),
  };
}
