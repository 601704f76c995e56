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
  ERR_ENCODING_INVALID_ENCODED_DATA: 'không phải văn bản mã UTF-8',
};

/** The reason of a caught failure; what is not known here is given in its own words. */
export function reasonOf(failure: unknown): string {
  const { code, message } = failure as { readonly code?: unknown; readonly message?: unknown };
  const known = typeof code === 'string' ? FILE_REASONS[code] : undefined;
  if (known !== undefined) return `${known} (${String(code)})`;
  const text = typeof message === 'string' ? message : String(failure);
  return failure instanceof SyntaxError && /JSON/.test(text) ? jsonReason(text) : text;
}

function jsonReason(text: string): string {
  const line = /line (\d+) column (\d+)/.exec(text);
  const position = /position (\d+)/.exec(text)?.[1];
  if (line) return `JSON sai cú pháp ở dòng ${line[1]}, cột ${line[2]}`;
  if (position !== undefined) return `JSON sai cú pháp ở ký tự thứ ${Number(position) + 1}`;
  return /end of JSON/.test(text) ? 'JSON bị cắt cụt hoặc để trống' : 'JSON sai cú pháp';
}
