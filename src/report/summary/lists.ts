/** Sheets that list: what is overdue, what the checks found, and where every number comes from. */

import type { DateRange } from '../../calendar/range';
import type { Finding } from '../../figures/checks/finding';
import type { CheckLevel } from '../../figures/checks/schema';
import { formatDate } from '../../i18n/format';
import { PROVENANCE_LABELS } from '../../i18n/provenance';
import type { Judgement } from '../../obligations/status';
import type { SummaryInput } from '../summary';
import { rowsOf, type Scalar, type Sheet, type SheetCell } from '../workbook';
import { detailText, statementText, subjectText } from '../findings';
import { inSentence, partTitle, reasonOf, recordedText } from '../wording';
import { cell, firstRow, noRows } from './cells';
import { taskKey } from './detail';
import type { DetailIndex } from './detail-index';
import type { UnitLabel } from './unit-labels';

const list = { autoFilter: true, freezeColumns: 2, conditional: [], orientation: 'landscape' } as const;

/** Days late from which a part of work is marked red; fewer are amber. */
const LONG_LATE = 30;

function lateRules(first: number, rows: number): Sheet['conditional'] {
  const range = (column: string): string => `${column}${first}:${column}${first + Math.max(rows, 1) - 1}`;
  const late = (more: number): string => `AND(ISNUMBER($F${first}),$F${first}>${more})`;
  return [
    { range: range('F'), formula: late(LONG_LATE), style: 'bad' },
    { range: range('F'), formula: late(0), style: 'warn' },
    { range: range('G'), formula: `$G${first}="Chưa"`, style: 'warn' },
  ];
}

export function overdueSheet(
  input: SummaryInput,
  heading: readonly SheetCell[],
  index: DetailIndex,
  label: UnitLabel,
): Sheet {
  const { judgements } = input.evaluation;
  const daysLate = (at: number): number => judgements[at]?.daysLate ?? 0;
  const late = judgements
    .flatMap((j, at) => (j.status === 'overdue' ? at : []))
    .sort((a, b) => daysLate(b) - daysLate(a));
  const rows = rowsOf(late.length, (i) => {
    const at = late[i] as number;
    const j = judgements[at] as Judgement;
    const { reason, remedy } = reasonOf(j);
    const { part, unit } = j.obligation;
    return [
      { ...cell(i + 1, 'center'), ...index.ofJudgement(at) },
      cell(taskKey(part.task.id), 'center'),
      cell(partTitle(part)),
      cell(label(unit)),
      cell(j.due, 'date'),
      cell(j.daysLate, 'integer'),
      cell(j.reported ? 'Có' : 'Chưa', 'center'),
      cell(reason ?? ''),
      cell(remedy ?? ''),
    ];
  });
  const none = noRows(2, 'Không có phần việc quá hạn chưa hoàn thành.');
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
    conditional: lateRules(firstRow(heading), rows.length),
  };
}

const LEVELS: Readonly<Record<CheckLevel, string>> = {
  stop: 'Dừng (phải sửa số liệu)',
  explain: 'Giải trình',
  note: 'Lưu ý',
};

/** What the checks ask about, what is open first; a reason that was given stands beside its question. */
export function checkSheet(input: SummaryInput, heading: readonly SheetCell[], label: UnitLabel): Sheet {
  const { findings, words, registry } = input;
  const first = firstRow(heading);
  const state = (open: boolean, answered: boolean): string =>
    open ? 'Còn mở' : answered ? 'Đã giải trình' : 'Không phải trả lời';
  const sorted = [...findings.filter((f) => f.open), ...findings.filter((f) => !f.open)];
  const row = (f: Finding, i: number): readonly SheetCell[] => [
    cell(i + 1, 'center'),
    cell(f.unit === null ? `Tổng hợp ${registry.name}` : label(f.unit)),
    cell(LEVELS[f.level]),
    cell(f.code, 'center'),
    cell(subjectText(f)),
    cell(statementText(f)),
    cell(detailText(f, words)),
    cell(state(f.open, f.explanation !== null), 'center'),
    cell(f.explanation ? inSentence(f.explanation.fact.text) : ''),
    cell(f.basis),
  ];
  const rows = rowsOf(sorted.length, (i) => row(sorted[i] as Finding, i));
  const none = noRows(1, 'Không có điều nào phải kiểm tra lại.');
  const range = `H${first}:H${first + Math.max(rows.length, 1) - 1}`;
  return {
    ...list,
    name: 'Kiểm tra',
    heading,
    columns: [
      { key: 'no', header: 'STT', width: 6 },
      { key: 'unit', header: 'Cơ quan, đơn vị', width: 24, wrap: true },
      { key: 'level', header: 'Mức', width: 13, wrap: true },
      { key: 'code', header: 'Quy tắc', width: 9, wrap: true },
      { key: 'subject', header: 'Về việc', width: 18, wrap: true },
      { key: 'statement', header: 'Điều cần xem lại', width: 34, wrap: true },
      { key: 'detail', header: 'Số liệu', width: 40, wrap: true },
      { key: 'state', header: 'Tình trạng', width: 13, wrap: true },
      { key: 'reason', header: 'Giải trình của đơn vị', width: 30, wrap: true },
      { key: 'basis', header: 'Căn cứ', width: 26, wrap: true },
    ],
    rows: rows.length > 0 ? rows : none,
    conditional: [
      { range, formula: `$H${first}="Còn mở"`, style: 'bad' },
      { range, formula: `$H${first}="Đã giải trình"`, style: 'good' },
    ],
  };
}

const windowText = ({ from, to }: DateRange): string => `từ ngày ${formatDate(from)} đến hết ngày ${formatDate(to)}`;

/** Where the numbers come from: the plan, the window, the last recorded fact, and the make. */
export function sourceSheet(input: SummaryInput, heading: readonly SheetCell[]): Sheet {
  const { evaluation } = input;
  const { plan, period, ledger } = evaluation;
  const last = ledger.lastRecordedAt;
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
    ['Thông tin ghi nhận đến', last === null ? 'chưa ghi nhận thông tin nào' : recordedText(last)],
    ['Cách tính tỷ lệ', input.rate.reason],
    ...input.versions,
    ...Object.entries(input.provenance).map(
      ([key, value]) => [PROVENANCE_LABELS[key] ?? key, key === 'window' ? windowText(period.window) : value] as const,
    ),
  ];
  return {
    ...list,
    autoFilter: false,
    freezeColumns: 0,
    orientation: 'landscape',
    name: 'Nguồn',
    heading,
    columns: [
      { key: 'what', header: 'Nội dung', width: 36, wrap: true },
      { key: 'value', header: 'Giá trị', width: 84, wrap: true },
    ],
    rows: facts.map(([what, value]) => [cell(what), cell(value)]),
  };
}
