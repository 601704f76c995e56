/** A small official document, plainly sample: every block, both orientations. The DOCX tests have a longer one. */

import { plainDate } from '../../../src/calendar/plain-date';
import type { OfficialDocument, Table } from '../../../src/report/document';

const table: Table = {
  id: 'so-lieu',
  caption: 'Bảng 1. Số liệu mẫu',
  numberColumns: true,
  columns: [
    { key: 'stt', title: 'STT', weight: 1, align: 'center' },
    { key: 'chi-tieu', title: 'Chỉ tiêu', weight: 5, align: 'left' },
    { key: 'ky-nay', title: 'Kỳ này', weight: 2, align: 'right' },
  ],
  rows: [
    { kind: 'group', cells: [{ text: 'I. Cải cách thể chế' }] },
    {
      kind: 'data',
      cells: [{ text: '1' }, { text: 'Văn bản <mẫu> & "khác"' }, { text: '1.234', value: 1234, figure: 'van-ban' }],
    },
    { kind: 'data', cells: [{ text: '2' }, { text: 'Thiếu ô', bold: true }] },
    {
      kind: 'total',
      cells: [
        { text: 'Tổng số', span: 2 },
        { text: '1.234', value: 1234 },
      ],
    },
  ],
};

/** Built anew at each call. */
export function sampleReport(): OfficialDocument {
  return {
    letterhead: {
      parent: ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ MẪU'],
      issuer: ['ĐƠN VỊ MẪU 01'],
      symbol: 'BC-ĐVM',
      number: '05',
      place: 'Thành phố Mẫu',
      signedOn: plainDate('2026-03-05'),
      draftMonth: { month: 3, year: 2026 },
    },
    typeName: 'BÁO CÁO',
    subject: 'Kết quả cải cách hành chính mẫu Quý I năm 2026',
    urgency: 'KHẨN',
    addressees: ['Đơn vị mẫu 02', 'Đơn vị mẫu 03'],
    legalBases: ['Căn cứ Kế hoạch mẫu số 01/KH-ĐVM', 'Căn cứ tình hình thực tế'],
    body: [
      { kind: 'heading', level: 1, number: 'I.', text: 'Kết quả đạt được' },
      { kind: 'heading', level: 2, number: '1.', text: 'Chỉ đạo, điều hành' },
      { kind: 'heading', level: 3, number: 'a)', text: 'Kế hoạch' },
      {
        kind: 'paragraph',
        runs: [
          { text: 'Tỷ lệ đạt ' },
          { text: '98,63%', bold: true, figure: 'ty-le' },
          { text: ' (tăng).', italic: true },
        ],
      },
      { kind: 'table', table },
      { kind: 'list', items: [[{ text: 'Ban hành 03 văn bản;' }], [{ text: 'Kiểm tra 02 đơn vị.' }]] },
    ],
    signature: { lines: ['KT. TRƯỞNG ĐƠN VỊ', 'PHÓ TRƯỞNG ĐƠN VỊ'], name: 'Nguyễn Văn Mẫu' },
    noiNhan: ['Như trên', 'Lưu: VT, TH'],
    appendices: [
      {
        number: null,
        title: 'Số liệu mẫu',
        attachedTo: '(Kèm theo Báo cáo số 05/BC-ĐVM)',
        orientation: 'landscape',
        blocks: [{ kind: 'table', table: { ...table, caption: null, numberColumns: false } }],
      },
    ],
    notice: 'Tài liệu mẫu: số liệu giả định.',
    properties: {
      title: 'Báo cáo mẫu',
      subject: 'Cải cách hành chính mẫu',
      agency: 'Đơn vị mẫu 01',
      createdOn: plainDate('2026-03-14'),
      custom: { period: '2026-Q1' },
    },
  };
}

/** A draft công văn: no tên loại, no number, no day, no name. */
export function sampleLetter(): OfficialDocument {
  const report = sampleReport();
  return {
    ...report,
    letterhead: { ...report.letterhead, parent: null, number: null, signedOn: null },
    typeName: null,
    subject: 'gửi số liệu mẫu',
    urgency: null,
    addressees: ['Đơn vị mẫu 02'],
    legalBases: [],
    body: [{ kind: 'paragraph', runs: [{ text: 'Đơn vị mẫu 01 gửi số liệu mẫu./.' }] }],
    signature: { lines: ['TRƯỞNG ĐƠN VỊ'], name: null },
    noiNhan: [],
    appendices: [],
    notice: null,
  };
}
