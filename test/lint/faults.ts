/**
 * Planted faults: each is one small change to a correct document, with the rule that must speak and where it must
 * point. `report`, `letter` are our own; `articles` is the report with a chapter, a section and articles put in.
 */

import type { Severity } from '../../src/lint/finding';
import { before, inPart, inStyle, inText, para, paragraph, plain, type Change } from './package';

export interface Fault {
  readonly rule: string;
  readonly name: string;
  readonly change: Change;
  /** Stands in the place as a person reads it. */
  readonly at: string;
  readonly base?: 'report' | 'letter' | 'articles';
  readonly severity?: Severity;
}

const fault = (rule: string, name: string, at: string, change: Change, more: Partial<Fault> = {}): Fault => ({
  ...{ rule, name, at, change },
  ...more,
});
const inLetter = { base: 'letter' } as const;
const inArticles = { base: 'articles' } as const;
const warns = { severity: 'W' } as const;
const advises = { severity: 'I' } as const;

const CENTRE = '<w:jc w:val="center"/>';
const INDENT = '<w:spacing w:before="120"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>';
const BOLD = '<w:b/>';

/** A chapter with a section, two articles, clauses and points, all in good form. */
export const ARTICLES: Change = before(
  'D30Heading1',
  [
    plain('Chương I', CENTRE, BOLD),
    plain('QUY ĐỊNH CHUNG', CENTRE, BOLD),
    plain('Mục 1', CENTRE, BOLD),
    plain('NỘI DUNG MẪU', CENTRE, BOLD),
    plain('Điều 1. Phạm vi điều chỉnh', `<w:keepNext/>${INDENT}`, BOLD),
    plain('1. Khoản mẫu thứ nhất gồm các điểm sau:', INDENT),
    plain('a) Điểm mẫu thứ nhất;', INDENT),
    plain('b) Điểm mẫu thứ hai.', INDENT),
    plain('2. Khoản mẫu thứ hai.', INDENT),
    plain('Điều 2. Đối tượng áp dụng', `<w:keepNext/>${INDENT}`, BOLD),
    plain('Đoạn mẫu của Điều 2 theo điểm a khoản 1 Điều 1.', INDENT),
  ].join(''),
);

const run = (properties: string) => (xml: string) => xml.replace('<w:r><w:t', `<w:r><w:rPr>${properties}</w:rPr><w:t`);
const form = (properties: string) => (xml: string) => xml.replace('</w:pPr>', `${properties}</w:pPr>`);
const says = (from: string | RegExp, to: string) => (xml: string) => xml.replace(from, to);
const gone = (): string => '';
const body = (text: string): Change => before('D30Heading1', para('D30Body', text), 1);

const HEADER = 'word/header1.xml';
const FIRST_HEADER = 'word/header2.xml';
const FOOTER = 'word/footer1.xml';
const SETTINGS = 'word/settings.xml';

const PAGE: readonly Fault[] = [
  fault('PG-01', 'giấy Letter', 'section', inText('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')),
  fault('PG-01', 'không ghi khổ giấy', 'section', inText(/<w:pgSz[^>]*\/>/, '')),
  fault('PG-02', 'giấy ngang ghi hướng dọc', 'section', inText('w:orient="landscape"', 'w:orient="portrait"')),
  fault('PG-03', 'lề trên 15 mm', 'section', inText('w:top="1134"', 'w:top="850"')),
  fault('PG-04', 'lề dưới 10 mm', 'section', inText('w:bottom="1134"', 'w:bottom="567"')),
  fault('PG-05', 'lề trái 20 mm', 'section', inText('w:left="1701"', 'w:left="1134"')),
  fault('PG-05', 'lề trái ghi bằng cm', 'section', inText('w:left="1701"', 'w:left="2cm"')),
  fault('PG-06', 'lề phải 10 mm', 'section', inText('w:right="851" w:bottom', 'w:right="567" w:bottom')),
  fault('PG-07', 'khoảng đóng gáy', 'section', inText('w:gutter="0"', 'w:gutter="284"')),
  fault(
    'PG-07',
    'lề đối xứng',
    'toàn văn bản',
    inPart(SETTINGS, '<w:defaultTabStop', '<w:mirrorMargins/><w:defaultTabStop'),
  ),
  fault('PG-08', 'số trang thấp quá lề trên', 'section', inText('w:header="567"', 'w:header="964"')),
  fault('PG-09', 'đầu trang không có số', 'section', inPart(HEADER, 'PAGE</w:instrText>', 'NUMPAGES</w:instrText>')),
  fault('PG-09', 'không có đầu trang', 'section', inText(/<w:headerReference w:type="default"[^>]*\/>/, '')),
  fault(
    'PG-10',
    'số trang ở chân trang',
    'chân trang',
    inPart(FOOTER, '<w:r>', '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple><w:r>'),
  ),
  fault('PG-11', 'số trang ở góc phải', 'đầu trang', inStyle('D30PageNumber', CENTRE, '<w:jc w:val="right"/>')),
  fault('PG-12', 'số trang cỡ 11', 'đầu trang', inStyle('D30PageNumber', '<w:sz w:val="28"/>', '<w:sz w:val="22"/>')),
  fault('PG-12', 'số trang đậm', 'đầu trang', inStyle('D30PageNumber', '<w:b w:val="false"/>', '<w:b w:val="1"/>')),
  fault('PG-13', 'số hiện ở trang thứ nhất', 'section', inText('<w:titlePg/>', '<w:titlePg w:val="0"/>')),
  fault(
    'PG-13',
    'đầu trang thứ nhất có số',
    'đầu trang',
    inPart(FIRST_HEADER, '</w:pPr>', '</w:pPr><w:fldSimple w:instr="PAGE"/>'),
  ),
  fault(
    'PG-14',
    'đầu trang có chữ Trang',
    'đầu trang',
    inPart(HEADER, '</w:pPr>', '</w:pPr><w:r><w:t xml:space="preserve">Trang </w:t></w:r>'),
  ),
  fault(
    'PG-15',
    'số trang La Mã',
    'section',
    inText('<w:pgNumType w:start="1"/>', '<w:pgNumType w:fmt="upperRoman" w:start="1"/>'),
  ),
  fault('PG-15', 'đánh số từ 2', 'section', inText('<w:pgNumType w:start="1"/>', '<w:pgNumType w:start="2"/>')),
  fault(
    'PG-16',
    'đầu trang chẵn trống',
    'toàn văn bản',
    inPart(SETTINGS, '<w:evenAndOddHeaders w:val="false"/>', '<w:evenAndOddHeaders/>'),
  ),
  fault('PG-17', 'hai cột', 'section', inText('<w:titlePg/>', '<w:cols w:num="2"/><w:titlePg/>')),
];

const rFonts = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
const THEME =
  '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" w:cstheme="minorBidi"/>';

const FONT: readonly Fault[] = [
  fault('FN-01', 'một đoạn phông Arial', 'nội dung', paragraph('D30Body', run(rFonts('Arial')))),
  fault('FN-01', 'phông của chủ đề', 'đoạn', inPart('word/styles.xml', /<w:rFonts[^>]*\/>/, THEME)),
  fault('FN-01', 'phông trong bảng', 'bảng', paragraph('D30TableText', run(rFonts('Calibri')))),
  fault(
    'FN-01',
    'phông ở chân trang',
    'chân trang',
    inPart(FOOTER, '<w:r><w:t', `<w:r><w:rPr>${rFonts('Arial')}</w:rPr><w:t`),
  ),
  fault('FN-02', 'phông .VnTime', 'nội dung', paragraph('D30Body', run(rFonts('.VnTime')))),
  fault('FN-02', 'phông VNI-Times', 'nội dung', paragraph('D30Body', run(rFonts('VNI-Times')))),
  fault('FN-02', 'tên khác của phông', 'nội dung', paragraph('D30Body', run(rFonts('TimesNewRomanPSMT'))), warns),
  fault(
    'FN-03',
    'chủ đề che phông',
    'nội dung',
    paragraph(
      'D30Body',
      run(
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>',
      ),
    ),
  ),
  fault('FN-04', 'chữ xanh', 'nội dung', paragraph('D30Body', run('<w:color w:val="0070C0"/>'))),
  fault('FN-04', 'tô nền nổi', 'nội dung', paragraph('D30Body', run('<w:highlight w:val="yellow"/>'))),
  fault(
    'FN-04',
    'nền đoạn',
    'nội dung',
    paragraph('D30Body', form('<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>')),
  ),
  fault('FN-05', 'Unicode tổ hợp', 'nội dung', body('Văn bản soạn bằng bộ gõ cũ.'.normalize('NFD'))),
  fault('FN-05', 'chữ TCVN3', 'nội dung', body('Céng hßa x· héi chñ nghÜa ViÖt Nam.')),
  fault('FN-05', 'chữ VNI', 'nội dung', body('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam.')),
  fault('FN-06', 'bộ cỡ chữ lẫn lộn', 'phần đầu', inStyle('D30QuocHieu', '<w:sz w:val="26"/>', '<w:sz w:val="24"/>')),
  fault(
    'FN-07',
    'ngôn ngữ tiếng Anh',
    'toàn văn bản',
    inPart('word/styles.xml', '<w:lang w:val="vi-VN"/>', '<w:lang w:val="en-US"/>'),
    advises,
  ),
  fault('FN-08', 'chữ co 90%', 'nội dung', paragraph('D30Body', run('<w:w w:val="90"/>'))),
  fault('FN-08', 'chữ giãn', 'nội dung', paragraph('D30Body', run('<w:spacing w:val="40"/>'))),
];

const firstTable =
  (change: (xml: string) => string): Change =>
  (parts) => {
    const text = parts.get('word/document.xml') ?? '';
    const end = text.indexOf('</w:tblGrid>');
    const head = text.slice(0, end);
    const altered = change(head);
    if (altered === head) throw new Error('the head table did not change');
    parts.set('word/document.xml', altered + text.slice(end));
  };
const BORDERS = '<w:tblBorders><w:top w:val="single" w:sz="4" w:color="000000"/></w:tblBorders>';

/** Moves the date up beside the agency's name. */
const dateUp: Change = (parts) => {
  const text = parts.get('word/document.xml') ?? '';
  const date = /<w:p><w:pPr><w:pStyle w:val="D30DiaDanh"\/>.*?<\/w:p>/s.exec(text)?.[0] as string;
  const without = text.replace(date, para('D30Spacer', ''));
  const end = without.indexOf('</w:tc></w:tr>');
  parts.set('word/document.xml', without.slice(0, end) + date + without.slice(end));
};

const HEAD: readonly Fault[] = [
  fault('HD-01', 'bảng đầu có viền', 'bảng 1', firstTable(says('<w:tblLayout', `${BORDERS}<w:tblLayout`))),
  fault(
    'HD-01',
    'không có bảng đầu',
    'toàn văn bản',
    inText(/<w:tbl>.*?<\/w:tbl>(?=<w:p><w:pPr><w:pStyle w:val="D30TenLoai")/s, ''),
  ),
  fault(
    'HD-02',
    'cột phải hẹp',
    'bảng 1',
    firstTable(
      says(/<w:gridCol w:w="\d+"\/><w:gridCol w:w="\d+"\/>/, '<w:gridCol w:w="5670"/><w:gridCol w:w="3684"/>'),
    ),
  ),
  fault(
    'HD-03',
    'bảng lấn mép giấy',
    'bảng 1',
    firstTable(says('<w:tblLayout', '<w:tblInd w:w="-1500" w:type="dxa"/><w:tblLayout')),
  ),
  fault('HD-03', 'bảng tự co giãn', 'bảng 1', firstTable(says('w:type="fixed"', 'w:type="autofit"'))),
  fault('HD-04', 'Quốc hiệu sai dấu', 'CỘNG HOÁ', inText('CỘNG HÒA', 'CỘNG HOÁ')),
  fault('HD-04', 'Quốc hiệu bị ngắt', 'phần đầu', inText('CỘNG HÒA XÃ HỘI ', 'CỘNG HÒA XÃ HỘI</w:t><w:br/><w:t>')),
  fault('HD-05', 'Quốc hiệu không đậm', 'CỘNG HÒA', inStyle('D30QuocHieu', '<w:b/>', '<w:b w:val="off"/>')),
  fault('HD-05', 'Quốc hiệu cỡ 14', 'CỘNG HÒA', paragraph('D30QuocHieu', run('<w:sz w:val="28"/>'))),
  fault('HD-06', 'Tiêu ngữ viết hoa sai', 'Độc Lập', inText('Độc lập - Tự do', 'Độc Lập - Tự Do')),
  fault(
    'HD-06',
    'Tiêu ngữ dùng gạch dài',
    'Độc lập',
    inText('Độc lập - Tự do - Hạnh', 'Độc lập – Tự do – Hạnh'),
    warns,
  ),
  fault('HD-07', 'Tiêu ngữ cỡ 12', 'Độc lập', inStyle('D30TieuNgu', '<w:sz w:val="28"/>', '<w:sz w:val="24"/>')),
  fault('HD-07', 'Tiêu ngữ gạch chân', 'Độc lập', paragraph('D30TieuNgu', run('<w:u w:val="single"/>')), warns),
  fault('HD-08', 'thiếu đường kẻ dưới Tiêu ngữ', 'Độc lập', paragraph('D30Rule', gone, 1)),
  fault(
    'HD-08',
    'đường kẻ ngắn hơn Tiêu ngữ',
    'Độc lập',
    paragraph('D30Rule', says(/w:left="\d+" w:right="\d+"/, 'w:left="2000" w:right="2000"'), 1),
  ),
  fault('HD-09', 'giãn dòng ở Quốc hiệu', 'CỘNG HÒA', inStyle('D30QuocHieu', 'w:line="240"', 'w:line="360"')),
  fault('HD-10', 'chủ quản đậm', 'ỦY BAN', paragraph('D30ChuQuan', run('<w:b/>'))),
  fault('HD-10', 'chủ quản chữ thường', 'Ủy ban', inText('ỦY BAN NHÂN DÂN', 'Ủy ban nhân dân')),
  fault('HD-11', 'ban hành không đậm', 'ĐƠN VỊ MẪU', inStyle('D30BanHanh', '<w:b/>', '<w:b w:val="0"/>')),
  fault('HD-12', 'thiếu đường kẻ dưới cơ quan', 'ĐƠN VỊ MẪU', paragraph('D30Rule', gone)),
  fault(
    'HD-12',
    'đường kẻ dài bằng tên',
    'ĐƠN VỊ MẪU',
    paragraph('D30Rule', says(/w:left="\d+" w:right="\d+"/, 'w:left="650" w:right="650"')),
  ),
  fault(
    'HD-12',
    'đường kẻ lệch',
    'ĐƠN VỊ MẪU',
    paragraph('D30Rule', says(/w:left="(\d+)" w:right="(\d+)"/, 'w:left="690" w:right="1490"')),
  ),
  fault('HD-13', 'tên cơ quan viết tắt', 'UBND', inText('ĐƠN VỊ MẪU 01', 'UBND XÃ MẪU')),
  fault('HD-14', 'thiếu dấu hai chấm', 'Số 05', inText('Số: 05/', 'Số 05/')),
  fault('HD-14', 'dấu cách trong ký hiệu', 'BC - ĐVM', inText('/BC-ĐVM<', '/BC - ĐVM<')),
  fault('HD-15', 'số nhỏ hơn 10', 'Số: 5/', inText('Số: 05/', 'Số: 5/')),
  fault('HD-16', 'số, ký hiệu cỡ 14', 'Số: 05', inStyle('D30SoKyHieu', '<w:sz w:val="26"/>', '<w:sz w:val="28"/>')),
  fault('HD-17', 'sai chữ viết tắt tên loại', 'B.C', inText('Số: 05/BC-ĐVM', 'Số: 05/TB-ĐVM'), { at: 'TB-ĐVM' }),
  fault('HD-17', 'công văn ghi tên loại', 'BC-ĐVM', inText('/ĐVM-TH', '/BC-ĐVM'), inLetter),
  fault('HD-18', 'có năm trong ký hiệu', '2026', inText('Số: 05/', 'Số: 05/2026/')),
  fault('HD-19', 'ngày thiếu số 0', 'ngày 5', inText('ngày 05 tháng 3', 'ngày 5 tháng 3')),
  fault('HD-19', 'tháng 2 thiếu số 0', 'tháng 2', inText('ngày 05 tháng 3', 'ngày 05 tháng 2')),
  fault('HD-19', 'ngày không có thật', 'ngày 31', inText('ngày 05 tháng 3', 'ngày 31 tháng 4')),
  fault('HD-20', 'tháng 3 thêm số 0', 'tháng 03', inText('ngày 05 tháng 3', 'ngày 05 tháng 03')),
  fault('HD-21', 'ngày tháng kiểu đứng', 'ngày 05', inStyle('D30DiaDanh', '<w:i/>', '<w:i w:val="false"/>')),
  fault('HD-21', 'thiếu dấu phẩy', 'ngày 05', inText('Hồ Chí Minh, ngày', 'Hồ Chí Minh ngày')),
  fault('HD-22', 'ngày tháng khác hàng', 'ngày 05', dateUp),
];

const TITLE: readonly Fault[] = [
  fault('TI-01', 'tên loại lạ', 'TƯỜNG TRÌNH', inText('BÁO CÁO<', 'TƯỜNG TRÌNH<')),
  fault('TI-01', 'tên loại chữ thường', 'Báo cáo', inText('>BÁO CÁO<', '>Báo cáo<')),
  fault('TI-02', 'trích yếu không đậm', 'Kết quả công tác', inStyle('D30TrichYeu', '<w:b/>', '<w:b w:val="0"/>')),
  fault('TI-02', 'trích yếu in hoa', 'KẾT QUẢ', paragraph('D30TrichYeu', run('<w:caps/>'))),
  fault('TI-02', 'trích yếu có dấu chấm', 'Kết quả công tác', inText('Quý I năm 2026<', 'Quý I năm 2026.<'), warns),
  fault('TI-03', 'thiếu đường kẻ dưới trích yếu', 'Kết quả công tác', paragraph('D30RuleTitle', gone)),
  fault(
    'TI-03',
    'đường kẻ quá dài',
    'Kết quả công tác',
    paragraph('D30RuleTitle', says(/w:left="\d+" w:right="\d+"/, 'w:left="200" w:right="200"')),
  ),
  fault('TI-04', 'công văn có tên loại', 'CÔNG VĂN', before('D30KinhGui', para('D30TenLoai', 'CÔNG VĂN')), inLetter),
  fault('TI-05', 'V/v đậm', 'V/v', inStyle('D30VeViec', '<w:b w:val="false"/>', '<w:b/>'), inLetter),
  fault('TI-05', 'V/v sát số', 'V/v', inStyle('D30VeViec', 'w:before="120"', 'w:before="0"'), {
    ...inLetter,
    ...warns,
  }),
  fault('TI-06', 'công văn không có Kính gửi', 'V/v', paragraph('D30KinhGui', gone), inLetter),
  fault('TI-07', 'nơi gửi thiếu chấm phẩy', 'Đơn vị mẫu 02', inText('- Đơn vị mẫu 02;', '- Đơn vị mẫu 02')),
  fault('TI-07', 'nơi gửi cuối thiếu chấm', 'Đơn vị mẫu 03', inText('- Đơn vị mẫu 03.', '- Đơn vị mẫu 03')),
  fault('TI-07', 'gạch đầu dòng lệch', 'Đơn vị mẫu 02', paragraph('D30KinhGuiItem', form('<w:ind w:left="1000"/>'))),
  fault('BD-08', 'căn cứ kiểu đứng', 'Căn cứ', inStyle('D30CanCu', '<w:i/>', '<w:i w:val="0"/>')),
  fault(
    'BD-08',
    'căn cứ thiếu chấm phẩy',
    'Căn cứ Kế hoạch',
    inText(
      'Đơn vị mẫu 02;</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="D30CanCu',
      'Đơn vị mẫu 02,</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="D30CanCu',
    ),
  ),
  fault('BD-08', 'căn cứ đứng sau nội dung', 'Căn cứ muộn', before('D30Heading1', para('D30CanCu', 'Căn cứ muộn.'), 1)),
];

const BODY: readonly Fault[] = [
  fault('BD-01', 'nội dung căn trái', 'Đơn vị mẫu', paragraph('D30Body', form('<w:jc w:val="left"/>'))),
  fault('BD-02', 'không lùi đầu dòng', 'Đơn vị mẫu', paragraph('D30Body', form('<w:ind w:firstLine="0"/>'))),
  fault('BD-02', 'lùi đầu dòng hai kiểu', 'Đơn vị mẫu', paragraph('D30Body', form('<w:ind w:firstLine="720"/>'))),
  fault('BD-03', 'đoạn sát nhau', 'đoạn', inStyle('D30Body', 'w:before="120"', 'w:before="40"')),
  fault('BD-04', 'giãn dòng gấp đôi', 'Đơn vị mẫu', inStyle('D30Body', 'w:line="240"', 'w:line="480"')),
  fault(
    'BD-04',
    'giãn dòng cố định quá nhỏ',
    'Đơn vị mẫu',
    paragraph('D30Body', form('<w:spacing w:before="120" w:line="280" w:lineRule="exact"/>')),
  ),
  fault('BD-05', 'nội dung cỡ 12', 'Đơn vị mẫu', paragraph('D30Body', run('<w:sz w:val="24"/>'))),
  fault(
    'BD-05',
    'nội dung hai cỡ chữ',
    'Đoạn cỡ 13',
    before('D30Heading1', plain('Đoạn cỡ 13 giữa các đoạn cỡ 14.', INDENT, '<w:sz w:val="26"/>'), 1),
  ),
  fault(
    'BD-06',
    'đậm cả đoạn',
    'Đoạn đậm',
    before('D30Heading1', plain('Đoạn đậm từ đầu đến cuối, có dấu chấm.', INDENT, BOLD), 1),
  ),
  fault('BD-07', 'đoạn trống', 'nội dung', before('D30Heading1', plain('', INDENT), 1)),
  fault('BD-07', 'dấu cách đầu dòng', 'Thụt bằng', body('     Thụt bằng dấu cách.')),
  fault('BD-09', 'Chương đánh số Ả Rập', 'Chương 1', inText('Chương I<', 'Chương 1<'), inArticles),
  fault('BD-09', 'tên chương chữ thường', 'Quy định chung', inText('QUY ĐỊNH CHUNG', 'Quy định chung'), inArticles),
  fault('BD-10', 'Mục đánh số La Mã', 'Mục I', inText('Mục 1<', 'Mục I<'), inArticles),
  fault('BD-11', 'mục La Mã chữ thường', 'Phương hướng', inText('II. PHƯƠNG HƯỚNG', 'II. Phương hướng')),
  fault('BD-11', 'mục La Mã không đậm', 'KẾT QUẢ', inStyle('D30Heading1', '<w:b/>', '<w:b w:val="0"/>')),
  fault('BD-12', 'Điều không có tiêu đề', 'Điều 2', inText('Điều 2. Đối tượng áp dụng', 'Điều 2:'), inArticles),
  fault(
    'BD-12',
    'Điều không lùi dòng',
    'Điều 1',
    inText(
      /<w:ind w:firstLine="567"\/>(?=<w:jc w:val="both"\/><\/w:pPr><w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">Điều 1)/,
      '',
    ),
    inArticles,
  ),
  fault('BD-13', 'tiêu đề khoản không đậm', 'Công tác chỉ đạo', inStyle('D30Heading2', '<w:b/>', '<w:b w:val="0"/>')),
  fault('BD-14', 'điểm a. thay a)', 'Việc ban hành', inText('>a) Việc', '>a. Việc')),
  fault('BD-14', 'điểm nhảy thứ tự', 'Điểm mẫu thứ hai', inText('>b) Điểm', '>d) Điểm'), inArticles),
  fault('BD-15', 'mục nhảy số', 'III. PHƯƠNG', inText('II. PHƯƠNG HƯỚNG', 'III. PHƯƠNG HƯỚNG')),
  fault('BD-15', 'khoản lặp số', '1. Khoản mẫu thứ hai', inText('2. Khoản mẫu', '1. Khoản mẫu'), inArticles),
  fault('BD-16', 'số nhiều cấp', '1.1. Nội dung', body('1.1. Nội dung con.')),
  fault('BD-17', 'không có ./. ở cuối', 'Trên đây', inText('kèm theo)./.', 'kèm theo).')),
  fault(
    'BD-18',
    'viện dẫn thiếu ngày',
    'Nghị quyết số 12',
    body('Thực hiện Nghị quyết số 12/NQ-CP của Chính phủ về cải cách mẫu.'),
  ),
  fault(
    'BD-19',
    'viện dẫn thiếu chữ số',
    'Nghị định 30',
    body('Theo Nghị định 30/2020/NĐ-CP, đơn vị trình bày văn bản.'),
  ),
  fault('BD-20', 'đề mục không giữ đoạn sau', 'KẾT QUẢ', inStyle('D30Heading1', '<w:keepNext/>', ''), advises),
];

const TABLE: readonly Fault[] = [
  fault('TB-01', 'bảng rộng hơn phần chữ', 'bảng', inText('<w:gridCol w:w="4317"/>', '<w:gridCol w:w="6317"/>')),
  fault(
    'TB-02',
    'bảng dài không lặp đầu',
    'bảng',
    inText(
      /<w:tblHeader\/>(?=<\/w:trPr><w:tc><w:tcPr><w:tcW w:w="\d+" w:type="dxa"\/><w:vAlign w:val="center"\/><\/w:tcPr><w:p><w:pPr><w:pStyle w:val="D30TableHead"\/><\/w:pPr><w:r><w:t xml:space="preserve">STT<\/w:t><\/w:r><\/w:p><\/w:tc><w:tc><w:tcPr><w:tcW w:w="\d+" w:type="dxa"\/><w:vAlign w:val="center"\/><\/w:tcPr><w:p><w:pPr><w:pStyle w:val="D30TableHead"\/><\/w:pPr><w:r><w:t xml:space="preserve">Nhiệm vụ)/,
      '',
    ),
  ),
  fault('TB-03', 'chữ trong bảng cỡ 9', 'bảng', paragraph('D30TableText', run('<w:sz w:val="18"/>'))),
  fault(
    'TB-04',
    'cột số căn trái',
    'bảng',
    inStyle('D30TableNumber', '<w:jc w:val="right"/>', '<w:jc w:val="left"/>'),
    advises,
  ),
];

/** Puts the signer into a row of its own. */
const signerBelow: Change = inText(
  /(<\/w:tc>)(<w:tc>(?:(?!<w:tc>).)*?<w:pStyle w:val="D30ChucVu"\/>)/s,
  `<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:pPr><w:pStyle w:val="D30ChucVu"/></w:pPr><w:r><w:t>TRƯỞNG ĐƠN VỊ</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:pPr><w:pStyle w:val="D30Spacer"/>`,
);

const FOOT: readonly Fault[] = [
  fault('SG-01', 'chức vụ khác hàng', 'đoạn', signerBelow, inLetter),
  fault('SG-02', 'chức vụ không đậm', 'TRƯỞNG', inStyle('D30ChucVu', '<w:b/>', '<w:b w:val="0"/>')),
  fault('SG-03', 'K/T thay KT.', 'K/T', inText('KT. TRƯỞNG', 'K/T TRƯỞNG')),
  fault('SG-04', 'KT. thiếu chức vụ người ký', 'KT. TRƯỞNG', paragraph('D30ChucVu', gone, 1)),
  fault('SG-05', 'họ tên in hoa', 'NGUYỄN', inText('Nguyễn Văn Mẫu', 'NGUYỄN VĂN MẪU')),
  fault('SG-05', 'họ tên không đậm', 'Nguyễn', inStyle('D30HoTen', '<w:b/>', '<w:b w:val="0"/>')),
  fault('SG-06', 'học vị trước họ tên', 'TS.', inText('Nguyễn Văn Mẫu', 'TS. Nguyễn Văn Mẫu')),
  fault('SG-07', 'không có chỗ ký', 'Nguyễn', inStyle('D30HoTen', 'w:before="1400"', 'w:before="200"')),
  fault('SG-08', 'phần ký có thể rơi một mình', 'bảng', (parts) =>
    parts.set('word/document.xml', (parts.get('word/document.xml') ?? '').replace(/<w:keepNext\/>/g, '')),
  ),
  fault('NN-01', 'Nơi nhận cỡ 14', 'Nơi nhận', inStyle('D30NoiNhan', '<w:sz w:val="24"/>', '<w:sz w:val="28"/>')),
  fault('NN-02', 'danh sách cỡ 12', 'Như trên', inStyle('D30NoiNhanItem', '<w:sz w:val="22"/>', '<w:sz w:val="24"/>')),
  fault('NN-02', 'thiếu chấm phẩy', 'Lãnh đạo', inText('- Lãnh đạo đơn vị;', '- Lãnh đạo đơn vị')),
  fault('NN-03', 'dòng Lưu sai', 'Lưu', inText('- Lưu: VT, TH.', '- Lưu VT, TH.')),
  fault(
    'NN-04',
    'thiếu Như trên',
    'Lãnh đạo',
    inText(
      /<w:p><w:pPr><w:pStyle w:val="D30NoiNhanItem"\/><\/w:pPr><w:r><w:t xml:space="preserve">- Như trên;<\/w:t><\/w:r><\/w:p>/,
      '',
    ),
  ),
];

const APPENDIX: readonly Fault[] = [
  fault('AP-01', 'PHỤ LỤC in hoa', 'PHỤ LỤC I', inText('>Phụ lục I<', '>PHỤ LỤC I<')),
  fault('AP-01', 'Phụ lục cỡ 13', 'Phụ lục', inStyle('D30PhuLuc', '<w:sz w:val="28"/>', '<w:sz w:val="26"/>')),
  fault('AP-02', 'số Ả Rập', 'Phụ lục 2', inText('>Phụ lục II<', '>Phụ lục 2<')),
  fault('AP-02', 'nhảy số', 'Phụ lục V', inText('>Phụ lục III<', '>Phụ lục V<')),
  fault('AP-03', 'tên phụ lục chữ thường', 'Ghi chú', inText('>GHI CHÚ<', '>Ghi chú<')),
  fault('AP-04', 'thiếu dòng Kèm theo', 'Phụ lục I', paragraph('D30KemTheo', gone)),
  fault('AP-04', 'kèm theo văn bản khác', 'Kèm theo', paragraph('D30KemTheo', says('05/BC-ĐVM', '06/BC-ĐVM'))),
  fault(
    'AP-05',
    'văn bản không nhắc phụ lục',
    'Phụ lục I',
    inText(' (chi tiết tại Phụ lục I, II và III kèm theo)', ''),
  ),
  fault('AP-06', 'phụ lục không đánh số lại', 'Phụ lục', (parts) => {
    const text = parts.get('word/document.xml') ?? '';
    const at = text.lastIndexOf('<w:pgNumType w:start="1"/>');
    parts.set('word/document.xml', text.slice(0, at) + text.slice(at + '<w:pgNumType w:start="1"/>'.length));
  }),
  fault(
    'AP-07',
    'trang đầu phụ lục có số',
    'Phụ lục III',
    (parts) => {
      const text = parts.get('word/document.xml') ?? '';
      const at = text.lastIndexOf('<w:titlePg/>');
      parts.set('word/document.xml', text.slice(0, at) + text.slice(at + '<w:titlePg/>'.length));
    },
    advises,
  ),
  fault('AP-08', 'không có đường kẻ dưới Kèm theo', 'Kèm theo', paragraph('D30RuleTitle', gone, 1), advises),
];

const STAMP: readonly Fault[] = [
  fault('ST-01', 'khung không đỏ', 'THƯỢNG KHẨN', (parts) =>
    parts.set(
      'word/document.xml',
      (parts.get('word/document.xml') ?? '').replace(/w:color="FF0000"/g, 'w:color="000000"'),
    ),
  ),
  fault('ST-01', 'khung hẹp', 'THƯỢNG KHẨN', inText('<w:gridCol w:w="2268"/>', '<w:gridCol w:w="1700"/>')),
  fault(
    'ST-02',
    'địa chỉ ở mọi trang',
    'chân trang',
    inPart(
      FOOTER,
      '<w:p>',
      '<w:p><w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t>Địa chỉ: 1 Phố Mẫu</w:t></w:r></w:p><w:p>',
    ),
  ),
  fault(
    'ST-03',
    'ký hiệu người soạn cỡ 14',
    'PL.(300)',
    inText(/(?<=- Lưu: VT, TH\.<\/w:t><\/w:r><\/w:p>)/, plain('PL.(300)')),
  ),
];

const TEXT: readonly Fault[] = [
  fault('TX-01', 'hai dấu cách', 'Câu có', body('Câu có  hai dấu cách.')),
  fault('TX-01', 'cách trước dấu phẩy', 'Câu này', body('Câu này , sai dấu cách.')),
  fault('TX-01', 'không cách sau dấu phẩy', 'Câu này', body('Câu này,sai dấu cách.')),
  fault('TX-02', 'số kiểu tiếng Anh', 'Kinh phí', body('Kinh phí là 1,250,000 đồng.')),
  fault('TX-03', 'số lớn không phân nhóm', 'Đã xử lý', body('Đã xử lý 125000 hồ sơ.')),
  fault('TX-04', 'dấu chấm thập phân', 'Tỷ lệ', body('Tỷ lệ đạt 98.5% kế hoạch.')),
  fault('TX-05', 'ngoặc kép thẳng', 'Cuộc thi', body('Cuộc thi "Cải cách" đã xong.'), advises),
  fault('TX-06', 'hai cách đặt dấu', 'toàn văn bản', body('Hòa nhập và hoà giải.'), advises),
  fault('CP-01', 'Khoản viết hoa giữa câu', 'Theo quy định', body('Theo quy định tại Khoản 2 Điều 5.')),
  fault('CP-01', 'điều viết thường', 'Theo quy định', body('Theo quy định tại khoản 2 điều 5.')),
  fault('CP-02', 'thành phố Hồ Chí Minh', 'Đơn vị của', body('Đơn vị của thành phố Hồ Chí Minh.')),
  fault('CP-03', 'Ủy ban Nhân dân', 'Báo cáo', body('Báo cáo của Ủy ban Nhân dân phường.')),
  fault('CP-04', 'nhà nước đứng riêng', 'Chính sách', body('Chính sách của nhà nước đã ban hành.'), advises),
  fault('CP-05', 'tên cơ quan sai chữ hoa', 'Đề nghị', body('Đề nghị Sở Nội Vụ xem xét.')),
  fault('CP-06', 'phường viết thường', 'Tại', body('Tại phường 2 đã hoàn thành.')),
  fault('CP-07', 'thứ viết thường', 'Họp vào', body('Họp vào thứ hai hằng tuần.')),
  fault('CP-08', 'đầu đoạn viết thường', 'nội dung này', body('nội dung này viết thường.')),
];

export const FAULTS: readonly Fault[] = [
  ...PAGE,
  ...FONT,
  ...HEAD,
  ...TITLE,
  ...BODY,
  ...TABLE,
  ...FOOT,
  ...APPENDIX,
  ...STAMP,
  ...TEXT,
];
