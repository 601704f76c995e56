/** A marked copy is the sender's own package: only cells' styles and notes are new, all else is byte for byte the same. */

import { markCells, type CellMark } from '../../../src/render/xlsx/mark-cells';
import { modelOf, render, take } from '../../collect/form/forms';
import { damage } from '../../collect/form/damage';
import { FormPackage } from '../../collect/form/package';

const PART = 'xl/worksheets/sheet2.xml';
const mark = (cell: string, text = 'Thiếu ngày', level: CellMark['level'] = 'error', part = PART): CellMark => ({
  part,
  cell,
  text,
  level,
});

let sent: Uint8Array;
beforeAll(async () => {
  sent = damage(await render(modelOf()), 'text N|3/2|Trạng thái|Đã hoàn thành');
});

const plain = (form: FormPackage, part: string): string =>
  form
    .text(part)
    .replace(/ s="\d+"/g, '')
    .replace(/<legacyDrawing[^>]*>/, '');

test('ô được tô, có ghi chú; giá trị, định dạng và các trang khác giữ nguyên', () => {
  const [before, after] = [
    new FormPackage(sent),
    new FormPackage(markCells(sent, [mark('G7'), mark('F8', 'Xem lại', 'warning')])),
  ];
  for (const [name] of before.parts) {
    if (name === PART || name === 'xl/styles.xml' || name === '[Content_Types].xml') continue;
    expect([name, after.text(name)]).toEqual([name, before.text(name)]);
  }
  expect(plain(after, PART)).toBe(plain(before, PART));
  const comments = after.text('xl/comments1.xml');
  expect([...comments.matchAll(/<comment ref="(\w+)"/g)].map((m) => m[1])).toEqual(['G7', 'F8']);
  expect(after.text('xl/drawings/vmlDrawing1.vml')).toContain('<x:Row>6</x:Row><x:Column>6</x:Column>');
  expect(after.text('[Content_Types].xml')).toContain('PartName="/xl/comments1.xml"');
  const style = (form: FormPackage, cell: string): string =>
    new RegExp(`<c [^>]*r="${cell}"[^>]*>`).exec(form.text(PART))?.[0] ?? '';
  expect(style(after, 'G7')).not.toBe(style(before, 'G7'));
  expect(style(after, 'G9')).toBe(style(before, 'G9'));
});

test('bản đánh dấu sửa xong thì nạp được', () => {
  const marked = markCells(sent, [mark('G7')]);
  expect(take(marked).diagnostics.map((d) => d.code)).toContain('BC2221');
  const fixed = damage(marked, 'text N|3/2|Ngày hoàn thành|05/03/2026');
  expect(take(fixed).value?.events).toHaveLength(2);
});

test('đánh dấu hai lần: ghi chú sau nối vào ghi chú trước', () => {
  const twice = new FormPackage(
    markCells(markCells(sent, [mark('G7', 'Lần một')]), [mark('G7', 'Lần hai'), mark('H7', 'Mới')]),
  );
  const comments = twice.text('xl/comments1.xml');
  expect(comments.match(/<comment /g)).toHaveLength(2);
  expect(comments).toMatch(/Lần một[\s\S]*Lần hai[\s\S]*Mới/);
  expect(twice.text(PART).match(/<legacyDrawing /g)).toHaveLength(1);
  expect(twice.text('xl/drawings/vmlDrawing1.vml').match(/<v:shape /g)).toHaveLength(2);
});

test('ô và hàng không có trong tệp được đặt đúng chỗ; cùng đầu vào cùng byte', () => {
  const marks = [mark('B2', 'a'), mark('C900', 'b'), mark('Z7', 'c')];
  const form = new FormPackage(markCells(sent, marks));
  const rows = [...form.text(PART).matchAll(/<row r="(\d+)"/g)].map((m) => Number(m[1]));
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
  expect(rows).toContain(900);
  expect(form.row('Nhiệm vụ', 7)).toMatch(/<c r="M7"[\s\S]*<c r="Z7"/);
  expect(Buffer.compare(Buffer.from(markCells(sent, marks)), Buffer.from(markCells(sent, marks)))).toBe(0);
});

test('chữ lạ trong ghi chú không làm hỏng XML', () => {
  const form = new FormPackage(markCells(sent, [mark('G7', 'a < b & "c"\n$& $1')]));
  expect(form.text('xl/comments1.xml')).toContain('a &lt; b &amp; &quot;c&quot;&#10;$&amp; $1');
});
