/** The parts of an official document that the decree names, and the named styles that tell them at once. */

export type Role =
  | 'quocHieu'
  | 'tieuNgu'
  | 'chuQuan'
  | 'banHanh'
  | 'soKyHieu'
  | 'diaDanh'
  | 'tenLoai'
  | 'trichYeu'
  | 'veViec'
  | 'kinhGui'
  | 'kinhGuiItem'
  | 'canCu'
  | 'body'
  | 'list'
  | 'phan'
  | 'muc'
  | 'partTitle'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'dieu'
  | 'centred'
  | 'close'
  | 'caption'
  | 'chucVu'
  | 'hoTen'
  | 'noiNhan'
  | 'noiNhanItem'
  | 'drafter'
  | 'phuLuc'
  | 'tenPhuLuc'
  | 'kemTheo'
  | 'rule'
  | 'dauKhan'
  | 'phamVi'
  | 'address'
  | 'cell'
  | 'spacer'
  | 'empty';

/** Styles of the program's own documents. A paragraph added in Word with one of them keeps its role. */
const STYLES: Readonly<Record<string, Role>> = {
  D30QuocHieu: 'quocHieu',
  D30TieuNgu: 'tieuNgu',
  D30ChuQuan: 'chuQuan',
  D30BanHanh: 'banHanh',
  D30SoKyHieu: 'soKyHieu',
  D30DiaDanh: 'diaDanh',
  D30TenLoai: 'tenLoai',
  D30TrichYeu: 'trichYeu',
  D30VeViec: 'veViec',
  D30KinhGui: 'kinhGui',
  D30KinhGuiList: 'kinhGui',
  D30KinhGuiItem: 'kinhGuiItem',
  D30CanCu: 'canCu',
  D30Body: 'body',
  D30Heading1: 'heading1',
  D30Heading2: 'heading2',
  D30Heading3: 'heading3',
  D30Dieu: 'dieu',
  D30Khoan: 'heading2',
  D30Diem: 'heading3',
  D30List: 'list',
  D30Close: 'close',
  D30ChucVu: 'chucVu',
  D30HoTen: 'hoTen',
  D30NoiNhan: 'noiNhan',
  D30NoiNhanItem: 'noiNhanItem',
  D30PhuLuc: 'phuLuc',
  D30TenPhuLuc: 'tenPhuLuc',
  D30KemTheo: 'kemTheo',
  D30Rule: 'rule',
  D30RuleTitle: 'rule',
  D30DauKhan: 'dauKhan',
  D30Caption: 'caption',
  D30TableHead: 'cell',
  D30TableIndex: 'cell',
  D30TableText: 'cell',
  D30TableCenter: 'cell',
  D30TableNumber: 'cell',
  D30TableGroup: 'cell',
  D30Spacer: 'spacer',
};

/** The role that a style gives; undefined for a style of somebody else. */
export function roleOfStyle(styleId: string | null): Role | undefined {
  return styleId === null ? undefined : STYLES[styleId];
}

/** Roles that are the running text (nội dung): justified, indented, spaced. */
export const TEXT_ROLES: ReadonlySet<Role> = new Set(['body', 'list']);
/** Numbered roles of the running text. */
export const NUMBERED_ROLES: ReadonlySet<Role> = new Set(['heading1', 'heading2', 'heading3', 'dieu', 'phan', 'muc']);
