/** The form as a package: equal bytes, what is locked and what is open, validation an office program accepts. */

import { FORM_SHEETS } from '../../../../src/collect/form/columns';
import { modelOf, render } from '../../../collect/form/forms';
import { FormPackage } from '../../../collect/form/package';
import { readWorkbook } from '../sheet-reader';

let bytes: Uint8Array;
let form: FormPackage;
beforeAll(async () => {
  bytes = await render(modelOf());
  form = new FormPackage(bytes);
});

test('cùng một biểu cho cùng một chuỗi byte', async () => {
  expect(Buffer.compare(Buffer.from(await render(modelOf())), Buffer.from(bytes))).toBe(0);
});

test('năm trang để đọc và điền, một trang ẩn, cấu trúc sổ được khóa', () => {
  const xml = form.text('xl/workbook.xml');
  expect([...xml.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((m) => m[1])).toEqual([
    'Hướng dẫn',
    'Nhiệm vụ',
    'Số liệu',
    'Thuyết minh',
    'Kiểm tra',
    '_bieu_mau',
  ]);
  expect(xml).toMatch(/name="_bieu_mau"[^>]*state="veryHidden"/);
  expect(xml).toContain('<workbookProtection lockStructure="1"/>');
  expect(xml).toMatch(/fullCalcOnLoad="1"/);
});

test('mọi trang được bảo vệ, không mật khẩu', () => {
  for (const [name, part] of form.parts) {
    if (!name.startsWith('xl/worksheets/sheet')) continue;
    const xml = typeof part === 'string' ? part : new TextDecoder().decode(part);
    expect(xml).toMatch(/<sheetProtection [^>]*sheet="1"/);
    expect(xml).not.toMatch(/hashValue|saltValue|password/);
  }
});

test('chỉ mở khóa các ô để điền, và mọi ô để điền đều mở', () => {
  const styles = form.text('xl/styles.xml');
  const open = (
    styles.match(/<cellXfs[\s\S]*<\/cellXfs>/)?.[0].match(/<xf [\s\S]*?(?:<\/xf>|\/>(?=<xf|<\/cellXfs))/g) ?? []
  ).map((xf) => xf.includes('locked="0"'));
  for (const { name, columns } of Object.values(FORM_SHEETS)) {
    const sheet = readWorkbook(bytes).sheets.find((s) => s.name === name);
    const heads = [...(sheet?.cells.values() ?? [])].filter((c) => columns.some((k) => k.title === c.value));
    const row = Number(/\d+/.exec(heads[0]?.address ?? '')?.[0]);
    const xml = form.text(form.sheetPart(name));
    for (const [, column, line, style] of xml.matchAll(/<c r="([A-Z]+)(\d+)" s="(\d+)"/g)) {
      if (!open[Number(style)]) continue;
      expect(Number(line)).toBeGreaterThan(row);
      const title = heads.find((h) => h.address === `${column}${row}`)?.value;
      expect(columns.filter((c) => c.role === 'asked').map((c) => c.title)).toContain(title);
    }
  }
});

test('lời nhắc và lời báo lỗi của danh sách chọn vừa khuôn của Excel, bằng tiếng Việt', () => {
  let rules = 0;
  for (const [name, part] of form.parts) {
    if (!name.startsWith('xl/worksheets/sheet')) continue;
    const xml = typeof part === 'string' ? part : new TextDecoder().decode(part);
    for (const [tag] of xml.matchAll(/<dataValidation [^>]*>/g)) {
      rules += 1;
      const value = (key: string): string => new RegExp(` ${key}="([^"]*)"`).exec(tag)?.[1] ?? '';
      expect(value('errorTitle').length).toBeLessThanOrEqual(32);
      expect(value('promptTitle').length).toBeLessThanOrEqual(32);
      expect(value('error').length).toBeLessThanOrEqual(225);
      expect(value('prompt').length).toBeLessThanOrEqual(255);
      expect(value('error')).not.toBe('');
    }
  }
  expect(rules).toBeGreaterThan(20);
});

test('không ô nào có hai quy tắc nhập chồng nhau', () => {
  for (const { name } of Object.values(FORM_SHEETS)) {
    const taken = new Set<string>();
    for (const [, range] of form.text(form.sheetPart(name)).matchAll(/<dataValidation [^>]*sqref="([^"]*)"/g)) {
      const [, column = '', first = '', last = first] = /^([A-Z]+)(\d+)(?::[A-Z]+(\d+))?$/.exec(range ?? '') ?? [];
      for (let row = Number(first); row <= Number(last); row += 1) {
        expect(taken.has(`${column}${row}`)).toBe(false);
        taken.add(`${column}${row}`);
      }
    }
    expect(taken.size).toBeGreaterThan(10);
  }
});

test('tỷ lệ là công thức sống, có kết quả ghi sẵn; khối đầu đứng yên, hàng tiêu đề lặp khi in', () => {
  const xml = form.text(form.sheetPart('Số liệu'));
  expect(xml).toMatch(/<f>IF\(COUNT\(E\d+,F\d+\)&lt;2,/);
  expect(xml).toMatch(/<pane [^>]*xSplit="2"[^>]*ySplit="4"/);
  expect(form.text('xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles/);
  expect(xml).toMatch(/fitToHeight="0"/);
});

test('ô ngày nhận cả ngày gõ thành chữ, công thức kiểm tra vừa khuôn 255 ký tự của Excel', () => {
  const xml = form.text(form.sheetPart('Nhiệm vụ'));
  const rules = [
    ...xml.matchAll(/<dataValidation type="custom"[^>]*sqref="([A-Z]+\d+)[^"]*"[^>]*><formula1>([^<]*)</g),
  ];
  const days = rules.filter(([, , formula]) => formula?.includes('DATE('));
  expect(days.length).toBeGreaterThan(0);
  for (const [, cell, formula = ''] of days) {
    expect(formula).toContain(`ISNUMBER(${cell})`);
    expect(formula.length).toBeLessThanOrEqual(255);
  }
});

test('tử số lớn hơn mẫu số: phải sửa, phải giải trình hay chỉ cần nêu lý do, theo quy tắc của chỉ tiêu', async () => {
  const model = modelOf('so-noi-vu'); // cơ quan tổng hợp: biểu có cả chỉ tiêu của kế hoạch
  const own = new FormPackage(await render(model));
  const sheet = readWorkbook(own.bytes()).sheets.find((s) => s.name === 'Số liệu');
  const rated = model.figures.filter((f) => f.kind === 'ratio' || f.kind === 'share');
  expect(new Set(rated.map((f) => f.excess))).toEqual(new Set(['stop', 'explain', 'note']));
  const said = { stop: '"Tử số lớn hơn mẫu số"', explain: 'giải trình ở trang Kiểm tra', note: 'nêu lý do ở Ghi chú' };
  for (const { code, excess } of rated) {
    const formula = sheet?.cells.get(own.address('Số liệu', code, 'Cần xem lại'))?.formula ?? '';
    const found = Object.entries(said).flatMap(([kind, text]) => (formula.includes(text) ? [kind] : []));
    expect([code, found]).toEqual([code, [excess]]);
  }
});
