/** A small workbook, plainly sample, that uses every style and feature of the model once. */

import { plainDate } from '../../../src/calendar/plain-date';
import type { CellStyle, Scalar, Sheet, SheetCell, Workbook } from '../../../src/report/workbook';

/** A cell in short. */
export function cell(value: Scalar, style: CellStyle = 'text', more: Partial<SheetCell> = {}): SheetCell {
  return { value, style, ...more };
}

const summary: Sheet = {
  name: 'Tổng hợp',
  heading: [
    cell('BIỂU TỔNG HỢP KẾT QUẢ CẢI CÁCH HÀNH CHÍNH QUÝ I NĂM 2026', 'title'),
    cell('(Số liệu từ ngày 15/12/2025 đến ngày 14/3/2026)', 'subtitle'),
    cell('Số liệu mẫu, không phải số liệu thật của cơ quan nào.', 'note'),
  ],
  columns: [
    { key: 'stt', header: 'STT', width: 6 },
    { key: 'unit', header: 'Tên đơn vị', width: 24, wrap: true },
    { key: 'assigned', header: 'Nhiệm vụ được giao', width: 10 },
    { key: 'done', header: 'Đã hoàn thành', width: 10 },
    { key: 'rate', header: 'Tỷ lệ hoàn thành', width: 10 },
    { key: 'score', header: 'Điểm', width: 8 },
    { key: 'sentOn', header: 'Ngày gửi', width: 8 },
    { key: 'state', header: 'Tình trạng', width: 12 },
    { key: 'detail', header: 'Chi tiết', width: 10 },
  ],
  rows: [
    [cell('I. KHỐI SỞ, BAN, NGÀNH', 'group', { span: 9 })],
    [
      cell(1, 'center'),
      cell('Đơn vị mẫu 01'),
      cell(1204, 'integer'),
      cell(1187, 'integer'),
      cell(1187 / 1204, 'percent', { formula: 'D6/C6' }),
      cell(97.5, 'decimal'),
      cell('2026-03-15', 'date'),
      cell('Đúng hạn', 'good'),
      cell('Xem', 'link', { link: 'Chi tiết!A2' }),
    ],
    [
      cell(2, 'center'),
      cell('Đơn vị mẫu 02 (phường có tên gọi rất dài để thử việc xuống dòng trong ô)'),
      cell(1234567, 'integer'),
      cell(0, 'integer'),
      cell(0, 'percent', { formula: 'D7/C7' }),
      cell(1234.5, 'decimal'),
      cell('2026-03-19', 'date'),
      cell('Quá hạn', 'bad'),
      cell('Xem', 'link', { link: "'Chi tiết'!A3" }),
    ],
    [
      cell(3, 'center'),
      cell('=Đơn vị mẫu 03'),
      cell(null, 'integer'),
      cell(null, 'integer'),
      cell(null, 'percent'),
      cell(null, 'decimal'),
      cell(null, 'date'),
      cell('Chưa gửi', 'warn'),
      cell(null, 'center'),
    ],
    [
      cell('Tổng cộng', 'total', { span: 2 }),
      cell(1235771, 'total', { formula: 'SUM(C6:C8)' }),
      cell(1187, 'total', { formula: 'SUM(hoan_thanh)' }),
      cell(1187 / 1235771, 'totalPercent', { formula: 'D9/C9' }),
      cell(null, 'total'),
      cell(null, 'total'),
      cell('Chưa đủ', 'total', { formula: 'IF(COUNTBLANK(G6:G8)=0,"Đủ","Chưa đủ")' }),
      cell(true, 'center', { formula: "COUNTA('Chi tiết'!A2:A3)=2" }),
    ],
  ],
  autoFilter: true,
  freezeColumns: 2,
  conditional: [
    { range: 'E6:E8', formula: 'AND(ISNUMBER(E6),E6<0.5)', style: 'bad' },
    { range: 'E6:E8', formula: 'AND(ISNUMBER(E6),E6>=0.95)', style: 'good' },
  ],
  orientation: 'landscape',
};

const detail: Sheet = {
  name: 'Chi tiết',
  heading: [],
  columns: [
    { key: 'unit', header: 'Đơn vị', width: 14 },
    { key: 'text', header: 'Kết quả thực hiện', width: 40, wrap: true },
  ],
  rows: [
    [
      cell('Đơn vị mẫu 01', 'text', { link: 'Tổng hợp!B6' }),
      cell(
        'Đã ban hành Kế hoạch cải cách hành chính năm 2026; tổ chức 03 hội nghị tập huấn cho 412 lượt công chức; ' +
          'rà soát 118 thủ tục hành chính nội bộ; công bố danh mục thủ tục hành chính thực hiện toàn trình.\n' +
          '- Kết quả 1: hoàn thành.\n- Kết quả 2: đang thực hiện.',
      ),
    ],
    [cell('Đơn vị mẫu 02'), cell(null)],
  ],
  autoFilter: false,
  freezeColumns: 0,
  conditional: [],
  orientation: 'portrait',
};

/** Built anew at each call, so that no test can lean on another's object. */
export function sampleWorkbook(): Workbook {
  return {
    sheets: [summary, detail],
    names: { hoan_thanh: "'Tổng hợp'!$D$6:$D$8" },
    pageHeader: 'Báo cáo quý I năm 2026 & phụ lục (mẫu)',
    pageFooter: '2026 - Dữ liệu mẫu',
    properties: {
      title: 'Biểu tổng hợp quý I năm 2026 (mẫu)',
      agency: 'Sở Nội vụ (mẫu)',
      createdOn: plainDate('2026-03-14'),
      custom: { 'Kế hoạch': 'ke-hoach-mau', Kỳ: '2026-Q1' },
    },
  };
}
