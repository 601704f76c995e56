/**
 * Cells of one row, split by a page and flattened by an extraction, as lines again. Where a cell came with lines they
 * are the writer's; in a flattened one, a hyphen list becomes one line for each item, and a hyphen inside a name ("ban - ngành", "Quy hoạch - Kiến trúc", "2021 - 2030") stays where it is.
 */

/** Names with a spaced hyphen before a capital: these are one name, not two items. */
const NAMES_WITH_HYPHEN = [
  ...['Quy hoạch - Kiến trúc', 'Lao động - Thương binh', 'Phát thanh - Truyền hình', 'Văn hóa - Thể thao'],
  ...['Ngân hàng Nhà nước - Chi nhánh', 'Doanh nghiệp - Chính quyền', 'Hành chính - Quản trị', 'Kinh tế - Xã hội'],
];
const KEPT = '\u2010';
const ITEM = /\s[-–]\s(?=[\p{Lu}\d“"(])/gu;

/** Text of a cell: paragraphs as lines, broken lines joined, hyphen lists one item a line. */
export function cellLines(text: string): string {
  const joined = text.replace(/\n(?=\p{Ll})/gu, ' ').trim();
  return /^[-–]\s/.test(joined) && !text.includes('\n') ? itemLines(joined) : joined;
}

/** Text of a title: one paragraph, with list items on lines of their own. */
export function titleLines(text: string): string {
  return cellLines(text).replace(/\n(?![-–+•]\s)/g, ' ');
}

/** Two halves of a cell: in a cell of lines a list item starts a line, anything else goes on. */
export function joinHalves(first: string, second: string): string {
  if (first === '' || second === '') return first + second;
  const lines = first.includes('\n') || second.includes('\n');
  return first + (lines && /^[-–+•]\s/.test(second) ? '\n' : ' ') + second;
}

function itemLines(line: string): string {
  const shielded = NAMES_WITH_HYPHEN.reduce((all, name) => all.replaceAll(name, name.replace('-', KEPT)), line);
  return shielded
    .replace(ITEM, (sign, at: number) => (isRange(shielded, at, sign.length) ? sign : '\n- '))
    .replaceAll(KEPT, '-');
}

/** "2021 - 2030", "25 - 35%": numbers on both sides. */
function isRange(text: string, at: number, length: number): boolean {
  return /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + length] ?? '');
}
