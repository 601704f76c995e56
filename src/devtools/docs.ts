/** The generated pages of `docs`: the catalogue of errors and the glossary, from the tables the program prints by. */

import { GLOSSARY, STATUS_MEANINGS, type Word } from '../i18n/glossary';
import { MESSAGES, type Message } from '../i18n/messages';
import { STATUS_LABELS } from '../i18n/statuses';
import { STATUSES } from '../obligations/schema';
import type { MadeFile } from './schemas';

/** Families of codes by their first two digits. */
const FAMILIES: Readonly<Record<string, string>> = {
  10: 'Tệp và dạng dữ liệu',
  11: 'Danh mục cơ quan',
  12: 'Thời hạn',
  13: 'Chế độ báo cáo',
  14: 'Kế hoạch',
  15: 'Bảng quyết định',
  16: 'Nhập kế hoạch từ tệp',
  20: 'Dùng lệnh',
  21: 'Sổ sự kiện',
  22: 'Thu nhận số liệu',
  25: 'Soát thể thức văn bản',
  30: 'Đề cương và lời văn',
  31: 'Xuất tệp',
  32: 'So sánh, chấm điểm, số liệu cho phần mềm khác',
  40: 'Phát hành, đính chính, xác minh',
  41: 'Tự chạy và kiểm tra máy',
  42: 'Việc trong luồng và hàng đợi',
  70: 'Lỗi của chương trình',
};

const GENERATED = '<!-- Tệp sinh tự động: npm run docs. Không sửa tay. -->';

function familyOf(code: string): string {
  const family = FAMILIES[code.slice(2, 4)];
  if (family === undefined) throw new Error(`no family for ${code}`);
  return family;
}

function errorEntry(code: string, { title, message, basis, help }: Message): string {
  return [
    `### ${code}`,
    '',
    `**${title}**`,
    '',
    `- Thông báo: ${message}`,
    ...(basis ? [`- Căn cứ: ${basis}`] : []),
    ...(help ? [`- Gợi ý: ${help}`] : []),
  ].join('\n');
}

function errorsPage(): string {
  const codes = Object.keys(MESSAGES).sort();
  const families = [...new Set(codes.map(familyOf))];
  const intro =
    'Mỗi vấn đề có một mã cố định. Chữ trong ngoặc nhọn, như `{unit}`, được thay bằng giá trị của từng trường hợp. ' +
    'Mọi vấn đề của một lần chạy được nêu cùng lúc, mỗi vấn đề kèm chỗ của nó (tệp, trang, ô, dòng hoặc đường dẫn).';
  const sections = families.map((family) => {
    const entries = codes.filter((c) => familyOf(c) === family).map((c) => errorEntry(c, MESSAGES[c] as Message));
    return [`## ${family}`, ...entries].join('\n\n');
  });
  return `${['# Danh mục lỗi', GENERATED, intro, ...sections].join('\n\n')}\n`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

function wordTable(words: readonly Word[]): string {
  return table(
    ['Tiếng Việt', 'Trong mã nguồn', 'Nghĩa'],
    words.map(({ code, vietnamese, meaning }) => [vietnamese, `\`${code}\``, meaning]),
  );
}

function statusTable(): string {
  const rows = STATUSES.map((status) => [STATUS_LABELS[status], `\`${status}\``, STATUS_MEANINGS[status]]);
  return table(['Tình trạng', 'Mã', 'Khi nào'], rows);
}

function glossaryPage(): string {
  const sections = GLOSSARY.map(({ title, words }) => `## ${title}\n\n${wordTable(words)}`);
  const statuses = `## Tình trạng tại ngày chốt số liệu\n\n${statusTable()}`;
  return `${['# Từ dùng trong chương trình', GENERATED, ...sections, statuses].join('\n\n')}\n`;
}

export function docFiles(): readonly MadeFile[] {
  return [
    { path: 'docs/errors.md', text: errorsPage() },
    { path: 'docs/glossary.md', text: glossaryPage() },
  ];
}
