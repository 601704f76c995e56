/** An indicator list as a workbook that an office edits in Excel and loads back: nothing of the data file is lost. */

import type { IndicatorsFile } from '../../figures/schema';
import { formatDate } from '../../i18n/format';
import type { Sheet, SheetCell, Workbook } from '../../report/workbook';
import { PROPERTIES, SHEETS, type ListColumn, type Property, type Role, type SheetKey } from './sheets';
import { KINDS, LEDGER, LEVELS, ROLL_UPS, TIMES, TYPES } from './words';

/** Rows for what is added: their cells are text already, so that Excel makes no number or date of a code. */
const BLANK_ROWS = 20;

const styleOf = ({ date }: { readonly date?: boolean }): SheetCell['style'] => (date ? 'date' : 'literal');

const text = (value: string): SheetCell => ({ value, style: 'text' });

export function indicatorWorkbook(file: IndicatorsFile): Workbook {
  return {
    sheets: [
      guideSheet(file),
      listSheet('indicators', file.indicators, 'landscape'),
      listSheet('groups', file.groups, 'portrait'),
      listSheet('roles', rolesOf(file), 'portrait'),
      listSheet('checks', file.checks, 'landscape'),
      listSheet('properties', propertiesOf(file), 'portrait'),
    ],
    names: {},
    pageHeader: file.title,
    pageFooter: file.status,
    properties: { title: file.title, agency: '', createdOn: file.from, custom: { indicators: file.id } },
  };
}

function rolesOf({ roles }: IndicatorsFile): readonly Role[] {
  return Object.entries(roles).flatMap(([registry, of]) =>
    Object.entries(of).map(([role, body]) => ({ registry, role, body })),
  );
}

function propertiesOf(file: IndicatorsFile): readonly Property[] {
  return [
    { label: PROPERTIES.id, value: file.id },
    { label: PROPERTIES.title, value: file.title },
    { label: PROPERTIES.status, value: file.status },
    { label: PROPERTIES.from, value: formatDate(file.from) },
    { label: PROPERTIES.to, value: file.to && formatDate(file.to) },
    ...file.basis.map((value) => ({ label: PROPERTIES.basis, value })),
  ];
}

function listSheet<T>(key: SheetKey, items: readonly T[], orientation: Sheet['orientation']): Sheet {
  const { name, title } = SHEETS[key];
  const columns = SHEETS[key].columns as unknown as readonly ListColumn<T>[];
  const cellOf = (column: ListColumn<T>, item: T): SheetCell => {
    const value = column.of(item);
    return { value: value === '' ? null : value, style: styleOf(column) };
  };
  const blank = columns.map((column): SheetCell => ({ value: null, style: styleOf(column) }));
  return {
    name,
    heading: [{ value: title, style: 'title' }],
    columns: columns.map(({ key: column, header, width, wrap }) => ({
      key: column,
      header,
      width,
      wrap: wrap ?? false,
    })),
    rows: [
      ...items.map((item) => columns.map((column) => cellOf(column, item))),
      ...Array.from({ length: BLANK_ROWS }, () => blank),
    ],
    autoFilter: true,
    freezeColumns: columns.length > 6 ? 2 : 0,
    conditional: [],
    orientation,
  };
}

const list = (words: Readonly<Record<string, string>>): string => Object.values(words).join('; ');

function guideSheet(file: IndicatorsFile): Sheet {
  const lines: readonly (readonly [string, string])[] = [
    [
      'Cách dùng',
      'Sửa, thêm, bớt dòng ở các trang sau; giữ nguyên dòng tiêu đề cột. Lưu tệp rồi nạp lại bằng lệnh: baocao indicators load TỆP.xlsx --id MÃ',
    ],
    [
      'Mã chỉ tiêu',
      'Viết dạng văn bản, ví dụ 1.10 khác 1.1. Mỗi mã chỉ dùng một lần. Bỏ một chỉ tiêu bằng cách ghi ngày cuối áp dụng, không xóa dòng.',
    ],
    ['Kiểu', list(TYPES)],
    ['Tính theo thời gian', list(TIMES)],
    ['Cách tổng hợp', list(ROLL_UPS)],
    [
      'Cơ quan theo dõi, đơn vị trả lời',
      'Vai trò ở trang Vai trò, hoặc mã cơ quan, mã nhóm trong danh mục; nhiều đơn vị cách nhau bằng dấu chấm phẩy',
    ],
    [
      'Tự tính từ',
      `Cộng: 2.1.1 + 2.1.3. Tỷ lệ: 2.2.3.1 / 2.2.2. Từ sổ sự kiện: ${list(LEDGER)}. Chỉ tiêu tự tính không giao đơn vị nhập.`,
    ],
    [
      'Tỷ lệ',
      'Thu tử số và mẫu số, không thu tỷ lệ đã chia sẵn; tỷ lệ của toàn địa bàn là tổng tử số trên tổng mẫu số',
    ],
    ['Các lựa chọn', 'Giá trị và lời, ví dụ 0: Không; 1: Có'],
    ['Quy tắc kiểm tra', `Mức: ${list(LEVELS)}. Loại: ${list(KINDS)}`],
    ['Tình trạng của danh sách', file.status],
  ];
  return {
    name: 'Hướng dẫn',
    heading: [{ value: file.title, style: 'title' }],
    columns: [
      { key: 'what', header: 'Nội dung', width: 28, wrap: true },
      { key: 'how', header: 'Cách ghi', width: 100, wrap: true },
    ],
    rows: lines.map(([what, how]) => [text(what), text(how)]),
    autoFilter: false,
    freezeColumns: 0,
    conditional: [],
    orientation: 'landscape',
  };
}
