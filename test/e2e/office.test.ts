/**
 * The finished files in an office's hands: LibreOffice opens the Word report and loses no paragraph, shows it in one
 * face, and recalculates every formula of the workbook to the value that was written beside it.
 */

import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import mammoth from 'mammoth';
import { readWorkbook } from '../render/xlsx/sheet-reader';
import { seen } from '../report/docx-facts';
import { Sandbox } from '../support/cli';
import { convert, itWith, pdfFonts, pdfText, python } from './tools';

const box = new Sandbox();
const out = box.path('pdf');
const UNIT = box.path('output', '2026-Q1', 'don-vi', 'bao-cao-so-noi-vu.docx');
const CITY = box.path('output', '2026-Q1', 'bao-cao-hanoi.docx');
const THEMATIC = box.path('output', '2026-Q1', 'chuyen-de', 'bao-cao-chuyen-de-so-noi-vu.docx');
const LETTER = box.path('cong-van', 'nhac.docx');
/** Every kind of Word document that the program makes. */
const DOCUMENTS = [
  ['báo cáo của đơn vị', UNIT],
  ['báo cáo của thành phố', CITY],
  ['báo cáo chuyên đề', THEMATIC],
  ['công văn đôn đốc', LETTER],
] as const;
const SUMMARY = box.path('output', '2026-Q1', 'tong-hop-hanoi.xlsx');

beforeAll(() => {
  mkdirSync(out, { recursive: true });
  const ran = box.run('demo', '--plan', 'hanoi-cchc-2026', '--period', '2026-Q1');
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  const period = ['--period', '2026-Q1'];
  const made = box.run('report', ...period, '--form', 'chuyen-de', '--unit', 'Sở Nội vụ', '--formats', 'docx');
  const sent = box.json<{ readonly files: readonly { readonly path: string }[] }>(
    ...['remind', ...period, '--all', '--by', '2026-03-23', '--now', '2026-03-18T08:00:00+07:00'],
    ...['--formats', 'docx', '--out', box.path('cong-van')],
  );
  expect(made.code).toBe(0);
  renameSync(sent.files[0]?.path ?? '', LETTER);
});
afterAll(() => box.remove());

const words = (text: string): string => text.normalize('NFC').replace(/[\s\u00a0]+/g, '');

describe('văn bản Word mở ở nơi khác', () => {
  itWith('soffice', 'pdftotext', 'pdffonts').each(DOCUMENTS)(
    'trong LibreOffice, %s còn đủ từng đoạn, một phông chữ, không chữ nào vẽ thay',
    (_, file) => {
      const pdf = convert(file, 'pdf', out);
      const text = words(pdfText(pdf));
      const paragraphs = seen(readFileSync(file))
        .paragraphs.map((p) => p.trim())
        .filter((p) => p.length > 3);
      // A page break inside a paragraph puts the page number and the notice between its lines: compare by sentence.
      const lost = paragraphs.filter((p) => !text.includes(words(p).slice(0, 40)));
      expect(lost).toEqual([]);
      const fonts = pdfFonts(pdf).split('\n').slice(2).filter(Boolean);
      expect(fonts.filter((line) => !/Liberation ?Serif|TimesNewRoman/i.test(line))).toEqual([]);
    },
  );

  it.each(DOCUMENTS)('bằng mammoth, %s giữ nguyên chữ', async (_, file) => {
    const text = words((await mammoth.extractRawText({ path: file })).value);
    for (const paragraph of seen(readFileSync(file)).paragraphs) expect(text).toContain(words(paragraph));
  });

  itWith('python3').each(DOCUMENTS)('bằng python-docx, %s giữ nguyên chữ', (_, file) => {
    const script = 'import sys,docx\nd=docx.Document(sys.argv[1])\nprint("\\n".join(p.text for p in d.paragraphs))';
    const text = words(python(script, file));
    for (const paragraph of seen(readFileSync(file)).paragraphs) expect(text).toContain(words(paragraph));
  });
});

describe('PDF', () => {
  itWith('soffice', 'pdftotext')('lập song song, đủ từng đơn vị, là PDF/A-2, không để lại tệp tạm', () => {
    const units = ['so-noi-vu', 'so-tu-phap', 'phuong-ba-dinh'];
    const args = units.flatMap((u) => ['--unit', u]);
    const ran = box.run('report', '--period', '2026-Q1', ...args, '--formats', 'pdf', '--out', out);
    expect([ran.code, ran.stdout.trim().split('\n').length]).toEqual([0, 3]);
    for (const unit of units) {
      const file = box.path('pdf', `bao-cao-${unit}.pdf`);
      expect(readFileSync(file, 'latin1')).toMatch(/pdfaid:part>2</);
      expect(words(pdfText(file))).toContain(words('KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ'));
    }
  });

  it('không có LibreOffice thì báo rõ và không ghi gì', () => {
    const to = box.path('khong-pdf');
    const ran = box.runWith(
      { env: { PATH: '/nonexistent' } },
      'report',
      '--period',
      '2026-Q1',
      '--unit',
      'so-noi-vu',
      '--formats',
      'pdf',
      '--out',
      to,
    );
    expect([ran.code, existsSync(to)]).toEqual([1, false]);
    expect(ran.stderr).toContain('lỗi[BC3101]');
  });
});

describe('bảng tổng hợp Excel trong LibreOffice', () => {
  itWith('soffice')('tính lại mọi công thức đều ra đúng giá trị đã ghi sẵn', () => {
    const again = readWorkbook(readFileSync(convert(SUMMARY, 'xlsx', out)));
    const written = readWorkbook(readFileSync(SUMMARY));
    let formulas = 0;
    for (const sheet of written.sheets) {
      const cells = again.sheets.find((s) => s.name === sheet.name)?.cells;
      for (const { address, formula, value } of sheet.cells.values()) {
        if (formula === undefined) continue;
        const other = cells?.get(address)?.value ?? '';
        const same =
          Number.isFinite(Number(value)) && value !== ''
            ? Math.abs(Number(value) - Number(other)) < 1e-9
            : value === other;
        if (!same) throw new Error(`${sheet.name}!${address} =${formula}: ghi ${value}, LibreOffice tính ${other}`);
        formulas += 1;
      }
    }
    expect(formulas).toBeGreaterThan(2000);
  });

  itWith('soffice', 'python3')('đổi một ô ở Chi tiết thì tổng đổi theo, nên tổng là công thức thật', () => {
    const script = [
      'import sys,openpyxl',
      'w=openpyxl.load_workbook(sys.argv[1]); s=w["Chi tiết"]',
      'head=next(r for r in range(1,20) if s.cell(r,1).value=="STT")',
      'col=next(c for c in range(1,30) if s.cell(head,c).value=="Trạng thái")',
      'row=next(r for r in range(head+1,s.max_row) if s.cell(r,col).value=="Quá hạn chưa hoàn thành")',
      's.cell(row,col).value="Hoàn thành đúng hạn"; w.save(sys.argv[2])',
    ].join('\n');
    const changed = box.path('doi.xlsx');
    python(script, SUMMARY, changed);
    const after = readWorkbook(readFileSync(convert(changed, 'xlsx', out)));
    const before = readWorkbook(readFileSync(SUMMARY));
    const overview = (w: typeof after, label: string): number => {
      const cells = [...(w.sheets.find((s) => s.name === 'Tổng quan')?.cells.values() ?? [])];
      const row = cells.find((c) => c.value === label)?.address.slice(1) ?? '';
      return Number(cells.find((c) => c.address === `C${row}`)?.value);
    };
    expect(overview(after, 'Quá hạn chưa hoàn thành')).toBe(overview(before, 'Quá hạn chưa hoàn thành') - 1);
    expect(overview(after, 'Hoàn thành đúng hạn')).toBe(overview(before, 'Hoàn thành đúng hạn') + 1);
  });
});
