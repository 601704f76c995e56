/**
 * A template to begin with: our own form with names in the places of texts, and lines of advice that a filled
 * document does not keep. It goes out with our styles, so that an agency changes the look in Word's style pane.
 */

import { canonicalPackage } from '../../package/canonical';
import { plainDate } from '../../../calendar/plain-date';
import type { Letterhead } from '../../../report/document';
import { letterheadColumns } from '../letterhead';
import { textWidth } from '../metrics/measure';
import { corePropertiesXml, customPropertiesXml } from '../properties';
import { ruleUnder } from '../rules';
import { shellFor } from '../form-shell';
import { styleOf, type StyleId, type StyleSheet } from '../style-sheet';
import { cellXml, paragraphXml, tableXml } from '../xml';
import { KNOWN_PLACEHOLDERS } from './names';
import { WORD } from './tree';

const tag = (name: string): string => `{{${name}}}`;
const line = (style: StyleId, text: string): string => paragraphXml(style, text);

const ADVICE: readonly string[] = [
  'Đây là mẫu Word của cơ quan. Các dòng bắt đầu bằng hai ngoặc nhọn và dấu chấm than là lời dặn, không in ra báo cáo.',
  'Sửa tùy ý phông chữ, lề, tên cơ quan, biểu trưng, đầu trang, chân trang; đổi kiểu chữ của nội dung trong bảng kiểu (Styles), các kiểu tên “D30 …”.',
  'Thể thức theo Nghị định số 30/2020/NĐ-CP: sau khi lập báo cáo, soát lại bằng lệnh baocao lint.',
  ...KNOWN_PLACEHOLDERS.map(({ name, about }) => `${name}: ${about}`),
];

const QUOC_HIEU = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const TIEU_NGU = 'Độc lập - Tự do - Hạnh phúc';

function letterhead(place: string, sheet: StyleSheet): string {
  // The widest day there is decides whether the place needs the wide columns.
  const dated = { place, signedOn: null, draftMonth: { month: 12, year: 2026 } } as Letterhead;
  const [left, right] = letterheadColumns(dated, sheet);
  const room = right - 2 * sheet.letterhead.padding;
  const row = (l: string, r: string): string =>
    `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cellXml(left, l)}${cellXml(right, r)}</w:tr>`;
  const names =
    line('D30ChuQuan', tag('co_quan_chu_quan')) +
    line('D30BanHanh', tag('ten_co_quan')) +
    line('D30Rule', tag('gach_ten_co_quan'));
  const motto =
    line('D30QuocHieu', QUOC_HIEU) +
    line('D30TieuNgu', TIEU_NGU) +
    ruleUnder('D30Rule', textWidth(TIEU_NGU, styleOf(sheet, 'D30TieuNgu')), room);
  const rows =
    row(names, motto) + row(line('D30SoKyHieu', tag('so_ky_hieu')), line('D30DiaDanh', tag('dia_danh_ngay')));
  return tableXml([left, right], 'D30Layout', '<w:tblLayout w:type="fixed"/>', rows);
}

function signature(sheet: StyleSheet): string {
  const [left, right] = sheet.signature.columns;
  const top = `<w:tcMar><w:top w:w="${sheet.signature.before}" w:type="dxa"/></w:tcMar>`;
  const row =
    '<w:tr><w:trPr><w:cantSplit/></w:trPr>' +
    cellXml(left, line('D30NoiNhan', 'Nơi nhận:') + line('D30NoiNhanItem', tag('noi_nhan')), top) +
    cellXml(right, line('D30ChucVu', tag('quyen_han_chuc_vu')) + line('D30HoTen', tag('ho_ten')), top) +
    '</w:tr>';
  return tableXml([left, right], 'D30Layout', '<w:tblLayout w:type="fixed"/>', row);
}

/** The sample for bodies that sign in that place. Same place and sheet, same bytes. */
export async function sampleTemplate(place: string, sheet: StyleSheet): Promise<Uint8Array> {
  const shell = await shellFor(sheet, null);
  const body =
    ADVICE.map((text) => line('D30TableText', `{{! ${text} }}`)).join('') +
    letterhead(place, sheet) +
    line('D30TenLoai', tag('ten_loai')) +
    line('D30TrichYeu', tag('trich_yeu')) +
    line('D30RuleTitle', tag('gach_trich_yeu')) +
    line('D30KinhGui', tag('kinh_gui')) +
    line('D30CanCu', tag('can_cu')) +
    line('D30Body', tag('noi_dung')) +
    signature(sheet) +
    line('D30Spacer', '') +
    line('D30Body', tag('phu_luc')) +
    shell.main;
  const parts = new Map(shell.parts);
  const namespaces = `xmlns:w="${WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;
  parts.set(
    'word/document.xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
  );
  parts.set('docProps/core.xml', corePropertiesXml(ABOUT, sheet.language));
  parts.set('docProps/custom.xml', customPropertiesXml({}));
  return canonicalPackage(parts);
}

const ABOUT = {
  typeName: null,
  subject: 'Mẫu Word của cơ quan',
  notice: null,
  properties: {
    title: 'Mẫu Word của cơ quan',
    subject: '',
    agency: '',
    createdOn: plainDate('2026-01-01'),
    custom: {},
  },
} as const;
