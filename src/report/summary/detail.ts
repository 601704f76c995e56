/** "Chi tiết": one row an obligation, the single source from which the other sheets count. */

import { STATUS_LABELS } from '../../i18n/statuses';
import type { Judgement } from '../../obligations/status';
import type { DuePart } from '../../plan/parts';
import { rowsOf, type Sheet, type SheetCell, type SheetColumn } from '../workbook';
import { inSentence, papersOf, partTitle, resultWithoutEvidence } from '../wording';
import { cell, columnRange, firstRow } from './cells';
import { detailIndex, type DetailIndex } from './detail-index';
import type { SummaryInput } from '../summary';
import type { UnitLabel } from './unit-labels';

export const DETAIL = 'Chi tiết';

const COLUMNS: readonly (SheetColumn & { readonly name?: string })[] = [
  { key: 'no', header: 'STT', width: 5 },
  { key: 'area', header: 'Mã lĩnh vực', width: 7, wrap: true, name: 'CT_LinhVuc' },
  { key: 'task', header: 'Mã nhiệm vụ', width: 8, wrap: true, name: 'CT_NhiemVu' },
  { key: 'title', header: 'Nhiệm vụ, phần việc', width: 38, wrap: true },
  { key: 'part', header: 'Phần', width: 5 },
  { key: 'unit', header: 'Cơ quan, đơn vị chủ trì', width: 22, wrap: true, name: 'CT_DonVi' },
  { key: 'dueText', header: 'Thời hạn theo kế hoạch', width: 16, wrap: true },
  { key: 'due', header: 'Ngày cuối của thời hạn', width: 11, wrap: true },
  { key: 'status', header: 'Trạng thái', width: 16, wrap: true, name: 'CT_TrangThai' },
  { key: 'done', header: 'Ngày hoàn thành', width: 11, wrap: true },
  { key: 'late', header: 'Số ngày quá hạn', width: 8, wrap: true },
  { key: 'reported', header: 'Đơn vị đã báo cáo', width: 8, wrap: true, name: 'CT_DaBaoCao' },
  { key: 'result', header: 'Kết quả', width: 26, wrap: true },
  { key: 'evidence', header: 'Văn bản, minh chứng', width: 18, wrap: true },
  { key: 'rule', header: 'Quy tắc', width: 8, wrap: true },
];

/** A letter in front keeps "1.1" and "1.10" apart in COUNTIFS, which compares number-like texts as numbers. */
export const taskKey = (id: string): string => `NV ${id}`;

export interface Detail {
  readonly sheet: Sheet;
  readonly names: Readonly<Record<string, string>>;
  readonly index: DetailIndex;
}

/** Rows are made when they are written: a province has 200,000 of them. */
export function detailSheet(input: SummaryInput, heading: readonly SheetCell[], label: UnitLabel): Detail {
  const { judgements } = input.evaluation;
  const first = firstRow(heading);
  const names = Object.fromEntries(
    COLUMNS.flatMap((c, i) => (c.name ? [[c.name, columnRange(DETAIL, i + 1, first, judgements.length)]] : [])),
  );
  const statusColumn = 'I';
  const last = first + Math.max(judgements.length, 1) - 1;
  const mark = (label: string, style: 'good' | 'bad' | 'warn'): Sheet['conditional'][number] => ({
    range: `${statusColumn}${first}:${statusColumn}${last}`,
    formula: `$${statusColumn}${first}="${label}"`,
    style,
  });
  const row = detailRow(label);
  return {
    names,
    index: detailIndex(judgements, DETAIL, first, COLUMNS.length),
    sheet: {
      name: DETAIL,
      heading,
      columns: COLUMNS.map(({ key, header, width, wrap }) => ({ key, header, width, wrap })),
      rows: rowsOf(judgements.length, (index) => row(judgements[index] as Judgement, index)),
      autoFilter: true,
      freezeColumns: 4,
      conditional: [
        mark(STATUS_LABELS.overdue, 'bad'),
        mark(STATUS_LABELS['done-late'], 'warn'),
        mark(STATUS_LABELS['done-on-time'], 'good'),
      ],
      orientation: 'landscape',
    },
  };
}

/** What all rows of a part, and all rows of a unit, have in common: made once for each. */
function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
  };
}

function detailRow(label: UnitLabel): (j: Judgement, index: number) => readonly SheetCell[] {
  const ofPart = once((part: DuePart) => ({
    before: [
      cell(part.task.area, 'center'),
      cell(taskKey(part.task.id), 'center'),
      cell(partTitle(part)),
      cell(part.no, 'center'),
    ],
    due: cell(inSentence(part.due.text)),
  }));
  const ofUnit = once((unit: string) => cell(label(unit)));
  const status = once((label: string) => cell(label));
  const rule = once((id: string) => cell(id, 'center'));
  const day = once((on: Judgement['due']) => cell(on, 'date'));
  const days = once((late: number | null) => cell(late, 'integer'));
  const told = once((reported: boolean) => cell(reported ? 'Có' : 'Chưa', 'center'));
  const papers = once((list: string) => cell(list));
  return (j, index) => {
    const { before, due } = ofPart(j.obligation.part);
    return [
      cell(index + 1, 'center'),
      ...before,
      ofUnit(j.obligation.unit),
      due,
      day(j.due),
      status(STATUS_LABELS[j.status]),
      day(j.completedOn),
      days(j.daysLate),
      told(j.reported),
      cell(resultWithoutEvidence(j)),
      papers(papersOf(j).join('; ')),
      rule(j.rule.id),
    ];
  };
}
