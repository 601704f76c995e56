/** Plainly made-up documents that use every block, both orientations and both forms. */

import { plainDate } from '../../../src/calendar/plain-date';
import type { Block, OfficialDocument, Row, Table } from '../../../src/report/document';

export const statistics: Table = {
  id: 'thong-ke',
  caption: 'Bảng 1. Số liệu mẫu',
  numberColumns: true,
  columns: [
    { key: 'stt', title: 'STT', weight: 1, align: 'center' },
    { key: 'chi-tieu', title: 'Chỉ tiêu', weight: 6, align: 'left' },
    { key: 'dvt', title: 'Đơn vị tính', weight: 2, align: 'center' },
    { key: 'ky-nay', title: 'Kỳ này', weight: 2, align: 'right' },
    { key: 'luy-ke', title: 'Lũy kế', weight: 2, align: 'right' },
  ],
  rows: [
    { kind: 'group', cells: [{ text: 'I. Cải cách thể chế' }] },
    { kind: 'data', cells: ['1', 'Văn bản đã rà soát', 'Văn bản', '12', '1.234'].map((text) => ({ text })) },
    { kind: 'data', cells: ['2', 'Tỷ lệ <xử lý> & "đạt"', '%', '98,5', '97,25'].map((text) => ({ text })) },
    { kind: 'group', cells: [{ text: 'II' }, { text: 'Cải cách thủ tục hành chính', span: 4 }] },
    { kind: 'data', cells: ['3', 'Hồ sơ tiếp nhận\ntrực tuyến', 'Hồ sơ', '3.456', '12.345'].map((text) => ({ text })) },
    { kind: 'total', cells: [{ text: 'Tổng số', span: 3 }, { text: '3.468', value: 3468 }, { text: '13.579' }] },
  ],
};

const data = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    kind: 'data',
    cells: [
      { text: String(i + 1) },
      { text: `Nhiệm vụ mẫu số ${i + 1}: rà soát, sửa đổi và công khai quy trình nội bộ của đơn vị mẫu` },
      { text: 'Đơn vị mẫu 01' },
      { text: 'Quý I/2026' },
      { text: i % 3 === 0 ? 'Hoàn thành đúng hạn' : 'Đang thực hiện, trong hạn' },
      { text: `${i % 100},5%`, value: i },
    ],
  }));

/** Execution of each task, of any length. */
export function tasks(count: number): Table {
  return {
    id: 'nhiem-vu',
    caption: null,
    numberColumns: false,
    columns: [
      { key: 'stt', title: 'STT', weight: 1, align: 'center' },
      { key: 'nhiem-vu', title: 'Nhiệm vụ', weight: 7, align: 'left' },
      { key: 'chu-tri', title: 'Chủ trì', weight: 3, align: 'left' },
      { key: 'han', title: 'Thời hạn', weight: 2, align: 'center' },
      { key: 'ket-qua', title: 'Kết quả', weight: 4, align: 'left' },
      { key: 'ty-le', title: 'Tỷ lệ', weight: 2, align: 'right' },
    ],
    rows: data(count),
  };
}

const sentence =
  'Đơn vị mẫu 01 đã triển khai đầy đủ các nhiệm vụ được giao trong kỳ, bảo đảm đúng tiến độ và chất lượng; ' +
  'số liệu trong văn bản này là số liệu mẫu, chỉ dùng để kiểm tra cách trình bày.';

/** A body of about that many pages. */
export function longBody(paragraphs: number): Block[] {
  return Array.from({ length: paragraphs }, (_, i): Block[] => [
    ...(i % 6 === 0
      ? [{ kind: 'heading', level: 2, number: `${i / 6 + 1}.`, text: 'Kết quả thực hiện' } as const]
      : []),
    { kind: 'paragraph', runs: [{ text: `${sentence} ${sentence}` }] },
  ]).flat();
}

const body: Block[] = [
  { kind: 'heading', level: 1, number: 'I.', text: 'Kết quả đạt được' },
  { kind: 'heading', level: 2, number: '1.', text: 'Công tác chỉ đạo, điều hành' },
  {
    kind: 'paragraph',
    runs: [
      { text: sentence },
      { text: ' Tỷ lệ hoàn thành đạt ' },
      { text: '98,5%', bold: true, figure: 'm-01' },
      { text: '.' },
    ],
  },
  { kind: 'heading', level: 3, number: 'a)', text: 'Việc ban hành kế hoạch' },
  {
    kind: 'list',
    items: [
      [{ text: 'Ban hành 03 văn bản;' }],
      [{ text: 'Kiểm tra 02 đơn vị mẫu; ' }, { text: `${sentence}`, italic: true }],
    ],
  },
  { kind: 'table', table: statistics },
  { kind: 'heading', level: 1, number: 'II.', text: 'Phương hướng' },
  ...longBody(8),
  {
    kind: 'paragraph',
    runs: [{ text: 'Trên đây là báo cáo mẫu của Đơn vị mẫu 01 (chi tiết tại Phụ lục I, II và III kèm theo).' }],
  },
];

export const report: OfficialDocument = {
  letterhead: {
    parent: ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ MẪU'],
    issuer: ['ĐƠN VỊ MẪU 01'],
    symbol: 'BC-ĐVM',
    number: '05',
    place: 'Thành phố Hồ Chí Minh',
    signedOn: plainDate('2026-03-05'),
    draftMonth: { month: 3, year: 2026 },
  },
  typeName: 'BÁO CÁO',
  subject: 'Kết quả công tác cải cách hành chính mẫu Quý I năm 2026',
  urgency: 'THƯỢNG KHẨN',
  addressees: ['Đơn vị mẫu 02', 'Đơn vị mẫu 03'],
  legalBases: [
    'Căn cứ Kế hoạch mẫu số 01/KH-ĐVM ngày 02 tháng 01 năm 2026 của Đơn vị mẫu 02',
    'Căn cứ tình hình thực tế',
  ],
  body,
  signature: { lines: ['KT. TRƯỞNG ĐƠN VỊ', 'PHÓ TRƯỞNG ĐƠN VỊ'], name: 'Nguyễn Văn Mẫu' },
  noiNhan: ['Như trên', 'Lãnh đạo đơn vị', 'Lưu: VT, TH'],
  appendices: [
    {
      number: 'I',
      title: 'Số liệu thống kê mẫu',
      attachedTo: '(Kèm theo Báo cáo số 05/BC-ĐVM ngày 05 tháng 3 năm 2026 của Đơn vị mẫu 01)',
      orientation: 'portrait',
      blocks: [{ kind: 'table', table: { ...statistics, caption: null } }],
    },
    {
      number: 'II',
      title: 'Kết quả thực hiện từng nhiệm vụ',
      attachedTo: '(Kèm theo Báo cáo số 05/BC-ĐVM ngày 05 tháng 3 năm 2026 của Đơn vị mẫu 01)',
      orientation: 'landscape',
      blocks: [{ kind: 'table', table: tasks(40) }],
    },
    {
      number: 'III',
      title: 'Ghi chú',
      attachedTo: '(Kèm theo Báo cáo số 05/BC-ĐVM ngày 05 tháng 3 năm 2026 của Đơn vị mẫu 01)',
      orientation: 'portrait',
      blocks: [{ kind: 'paragraph', runs: [{ text: 'Ghi chú mẫu.' }] }],
    },
  ],
  notice: 'Tài liệu mẫu: số liệu giả định, không phải báo cáo chính thức.',
  properties: {
    title: 'Báo cáo mẫu',
    subject: 'Cải cách hành chính mẫu',
    agency: 'Đơn vị mẫu 01',
    createdOn: plainDate('2026-03-14'),
    custom: { period: '2026-Q1', plan: 'ke-hoach-mau', template: '1.0' },
  },
};

/** The same body as a draft công văn: no tên loại, no number, no day, nobody's name, no appendix, no notice. */
export const letter: OfficialDocument = {
  ...report,
  letterhead: { ...report.letterhead, parent: null, number: null, signedOn: null, symbol: 'ĐVM-TH', place: 'Hà Nội' },
  typeName: null,
  subject: 'gửi số liệu mẫu Quý I năm 2026',
  urgency: null,
  addressees: ['Đơn vị mẫu 02'],
  legalBases: [],
  body: body.slice(0, 3),
  signature: { lines: ['TRƯỞNG ĐƠN VỊ'], name: null },
  appendices: [],
  notice: null,
};
