/** Why something failed, in words for a person: what Node says of files and JSON, in Vietnamese. */

const FILE_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'không có tệp hoặc thư mục này',
  EACCES: 'không có quyền truy cập',
  EPERM: 'hệ thống không cho phép',
  EISDIR: 'đây là thư mục, không phải tệp',
  ENOTDIR: 'một phần của đường dẫn không phải thư mục',
  EEXIST: 'đã có tệp hoặc thư mục trùng tên',
  ENOSPC: 'đĩa đã đầy',
  EDQUOT: 'hết hạn mức đĩa',
  EROFS: 'ổ đĩa chỉ cho đọc',
  EBUSY: 'tệp đang được chương trình khác giữ',
  EMFILE: 'đang mở quá nhiều tệp',
  ENAMETOOLONG: 'tên tệp quá dài',
  EIO: 'lỗi đọc, ghi đĩa',
  EFBIG: 'một dòng của tệp dài quá mức nhận',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'không phải văn bản mã UTF-8, cần lưu lại tệp với mã UTF-8',
};

/** What SQLite and PostgreSQL say of the machine they stand on; a finer code (SQLITE_IOERR_WRITE) is told as its kind. */
const STORE_REASONS: readonly (readonly [RegExp, string])[] = [
  [/^SQLITE_FULL|^53100$/, 'đĩa đã đầy'],
  [/^SQLITE_IOERR/, 'lỗi đọc, ghi đĩa hoặc đĩa đã đầy'],
  [/^SQLITE_(?:BUSY|LOCKED)|^55P03$/, 'tiến trình khác đang giữ'],
  [/^SQLITE_READONLY|^25006$/, 'chỉ cho đọc'],
  [/^SQLITE_CANTOPEN/, 'không mở được tệp, hoặc không tạo được tệp trong thư mục ấy'],
  [/^SQLITE_NOTADB/, 'tệp không phải là sổ'],
  [/^SQLITE_CORRUPT/, 'tệp sổ bị hỏng'],
  [/^ECONNREFUSED$/, 'máy chủ không nhận kết nối'],
  [/^ENOTFOUND$|^EAI_AGAIN$/, 'không tìm thấy máy chủ'],
  [/^ECONNRESET$|^EPIPE$|^57P01$|^57P02$/, 'máy chủ đã ngắt kết nối'],
  [/^57P03$/, 'máy chủ đang khởi động hoặc đang dừng'],
];

/** What is told without a code: a connection of PostgreSQL that is gone, a file that SQLite may not open or write. */
const TEXT_REASONS: readonly (readonly [RegExp, string])[] = [
  [/^Connection terminated|^Client .*not queryable$/, 'máy chủ đã ngắt kết nối'],
  [/readonly database$/, 'chỉ cho đọc'],
  [/Unable to open connection to local database/, 'không mở được tệp, hoặc không tạo được tệp trong thư mục ấy'],
];

/** The reason of a caught failure; what is not known here is given in its own words. */
export function reasonOf(failure: unknown): string {
  const { code, message } = failure as { readonly code?: unknown; readonly message?: unknown };
  const name = typeof code === 'string' ? code : '';
  const known = FILE_REASONS[name] ?? STORE_REASONS.find(([codes]) => codes.test(name))?.[1];
  if (known !== undefined) return `${known} (${name})`;
  const text = typeof message === 'string' ? message : String(failure);
  const told = TEXT_REASONS.find(([texts]) => texts.test(text))?.[1];
  if (told !== undefined) return told;
  return failure instanceof SyntaxError && /JSON/.test(text) ? jsonReason(text) : text;
}

function jsonReason(text: string): string {
  const line = /line (\d+) column (\d+)/.exec(text);
  const position = /position (\d+)/.exec(text)?.[1];
  if (line) return `JSON sai cú pháp ở dòng ${line[1]}, cột ${line[2]}`;
  if (position !== undefined) return `JSON sai cú pháp ở ký tự thứ ${Number(position) + 1}`;
  return /end of JSON/.test(text) ? 'JSON bị cắt cụt hoặc để trống' : 'JSON sai cú pháp';
}
