/**
 * Forms out, filled by an office with other programs, and in again: every unit of the plan, filled by a script that
 * uses another library, and all of them saved by LibreOffice; the ledger then holds exactly what was filled.
 */

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from '../../src/ledger/events';
import { FormPackage } from '../collect/form/package';
import { readWorkbook } from '../render/xlsx/sheet-reader';
import { Sandbox } from '../support/cli';
import { convert, convertAll, itWith, python } from './tools';

interface Imported {
  readonly imported: readonly {
    file: string;
    unit: string;
    period: string;
    events: number;
    empty?: boolean;
    known?: boolean;
  }[];
  readonly rejected: readonly {
    file: string;
    marked: string | null;
    diagnostics: readonly { code: string; where: { sheet?: string; cell?: string } }[];
  }[];
}

interface Filled {
  readonly tasks: Readonly<
    Record<
      string,
      {
        state: string;
        on: string | null;
        evidence: string | null;
        note: string | null;
        reason: string | null;
        remedy: string | null;
      }
    >
  >;
  readonly figures: Readonly<
    Record<
      string,
      {
        answer: string;
        value: number | null;
        numerator: number | null;
        denominator: number | null;
        note: string | null;
      }
    >
  >;
  readonly sections: Readonly<Record<string, string>>;
}

const SCRIPT = readFileSync(join(__dirname, 'fill-forms.py'), 'utf8');
const RECEIVED = '2026-03-16T08:00:00+07:00';
const CUT_OFF = '2026-03-14';
const STATES: Readonly<Record<string, string>> = {
  'Đã hoàn thành': 'completed',
  'Đang thực hiện': 'started',
  'Có kết quả trong kỳ': 'progress',
};

const box = new Sandbox();
const [out, filled, saved] = [box.path('out'), box.path('filled'), box.path('saved')];
let answers: Readonly<Record<string, Filled>> = {};
let made: readonly { path: string; unit: string }[] = [];

beforeAll(() => {
  made = box.json<{ files: { path: string; unit: string }[] }>(
    'form',
    'export',
    '--period',
    '2026-Q1',
    '--all',
    '--out',
    out,
  ).files;
}, 120_000);
afterAll(() => box.remove());

/** Facts as lines that can be compared, source and period left out. */
function told(): readonly string[] {
  const facts = box.json<{ fact: Fact }[]>('ledger', 'export').map((e) => e.fact);
  return facts.map((f) => lineOf(f)).sort();
}

function lineOf(f: Fact): string {
  switch (f.kind) {
    case 'task':
      return JSON.stringify([
        'task',
        f.unit,
        `${f.task}/${f.part}`,
        f.event,
        f.occurredOn,
        f.evidence,
        f.note,
        f.reason,
        f.remedy,
      ]);
    case 'figure':
      return JSON.stringify(['figure', f.unit, f.indicator, f.answer, f.value, f.numerator, f.denominator, f.note]);
    case 'narrative':
      return JSON.stringify(['narrative', f.unit, f.section, f.text]);
    case 'submission':
      return JSON.stringify(['submission', f.unit, f.event, f.occurredOn]);
    case 'explanation':
      return JSON.stringify(['explanation', f.unit, f.check, f.subject, f.text]);
  }
}

function expected(parts: ReadonlyMap<string, string>): readonly string[] {
  const unitOf = new Map(made.map((f) => [f.path.replace(/^.*\//, ''), f.unit]));
  return Object.entries(answers)
    .flatMap(([name, { tasks, figures, sections }]) => {
      const unit = unitOf.get(name) ?? '';
      return [
        ...Object.entries(tasks).map(([key, t]) => {
          const on = t.on ?? CUT_OFF;
          const evidence = t.evidence === null ? [] : [t.evidence];
          return [
            'task',
            unit,
            parts.get(key) ?? key,
            STATES[t.state] ?? 'not-started',
            on,
            evidence,
            t.note,
            t.reason,
            t.remedy,
          ];
        }),
        ...Object.entries(figures).map(([code, f]) => [
          'figure',
          unit,
          code,
          f.answer,
          f.value,
          f.numerator,
          f.denominator,
          f.note,
        ]),
        ...Object.entries(sections).map(([id, text]) => ['narrative', unit, id, text]),
        ['submission', unit, 'submitted', '2026-03-16'],
      ];
    })
    .map((line) => JSON.stringify(line))
    .sort();
}

/** A task's number alone means its only part. */
function partsByKey(): ReadonlyMap<string, string> {
  const keys = new Set(Object.values(answers).flatMap((a) => Object.keys(a.tasks)));
  return new Map([...keys].filter((k) => !k.includes('/')).map((k) => [k, `${k}/1`]));
}

const importAll = (folder: string): Imported => box.json('form', 'import', folder, '--now', RECEIVED);
const forget = (): void => rmSync(box.path('data'), { recursive: true, force: true });

describe('biểu của mọi đơn vị', () => {
  test('mỗi đơn vị có phần việc một biểu; lập lại cho đúng từng byte', () => {
    expect(made.length).toBeGreaterThanOrEqual(141);
    expect(new Set(made.map((f) => f.unit)).size).toBe(made.length);
    const again = box.path('again');
    box.run('form', 'export', '--period', '2026-Q1', '--unit', 'Sở Nội vụ', '--out', again);
    const name = 'phieu-2026-Q1-so-noi-vu.xlsx';
    expect(readFileSync(join(again, name)).equals(readFileSync(join(out, name)))).toBe(true);
  });

  itWith('python3')(
    'điền bằng thư viện khác, nạp lại: sổ có đúng những gì đã điền',
    () => {
      python(SCRIPT, out, filled, box.path('answers.json'));
      answers = JSON.parse(readFileSync(box.path('answers.json'), 'utf8')) as typeof answers;
      const { imported, rejected } = importAll(filled);
      expect(rejected).toEqual([]);
      expect(imported).toHaveLength(made.length);
      expect(told()).toEqual(expected(partsByKey()));
      expect(imported.reduce((sum, f) => sum + f.events, 0)).toBe(told().length);
    },
    180_000,
  );

  itWith('python3')(
    'nạp lại lần nữa không thêm sự kiện nào',
    () => {
      const before = told().length;
      const { imported } = importAll(filled);
      expect(imported.every((f) => f.events === 0 && f.known === true)).toBe(true);
      expect(told()).toHaveLength(before);
    },
    60_000,
  );

  itWith('python3', 'soffice')(
    'lưu mọi biểu qua LibreOffice rồi nạp vào sổ trắng: vẫn đúng những gì đã điền',
    () => {
      forget();
      const files = readdirSync(filled).map((name) => join(filled, name));
      const written = convertAll(files, 'xlsx', saved);
      for (const [i, path] of written.entries())
        expect(readFileSync(path).equals(readFileSync(files[i] as string))).toBe(false);
      const { imported, rejected } = importAll(saved);
      expect(rejected).toEqual([]);
      expect(imported).toHaveLength(made.length);
      expect(told()).toEqual(expected(partsByKey()));
    },
    1_800_000,
  );
});

describe('biểu trong LibreOffice', () => {
  const name = 'phieu-2026-Q1-phuong-ba-dinh.xlsx';

  itWith('soffice', 'python3')('mở và lưu lại vẫn còn khóa ô, danh sách chọn, công thức, tô màu', () => {
    const folder = box.path('lo');
    const file = convert(join(out, name), 'xlsx', folder);
    const script = [
      'import sys,json,openpyxl',
      'def see(p):',
      '  b=openpyxl.load_workbook(p); r={}',
      '  for s in b.worksheets:',
      '    cells=[c for row in s.iter_rows() for c in row]',
      '    n=sum(g.size["rows"]*g.size["columns"] for d in s.data_validations.dataValidation if d.type=="list" for g in d.sqref.ranges)',
      '    r[s.title]=[s.protection.sheet, s.sheet_state!="visible", sum(c.data_type=="f" for c in cells), n, sum(not c.protection.locked for c in cells), sum(len(v) for v in s.conditional_formatting._cf_rules.values())]',
      '  return r',
      'print(json.dumps([see(p) for p in sys.argv[1:]]))',
    ].join('\n');
    const [before, after] = JSON.parse(python(script, join(out, name), file)) as [unknown, unknown];
    expect(after).toEqual(before);
  });

  itWith('soffice', 'python3')('công thức tự kiểm tra tính ra đúng kết quả ghi sẵn, và đổi theo khi điền', () => {
    const folder = box.path('lo2');
    const seen = (file: string): ReadonlyMap<string, string> => {
      const book = readWorkbook(readFileSync(file));
      const cells = book.sheets.flatMap((s) => [...s.cells.values()].map((c) => [s.name, c] as const));
      return new Map(cells.filter(([, c]) => c.formula !== undefined).map(([s, c]) => [`${s}!${c.address}`, c.value]));
    };
    const written = seen(join(out, name));
    expect(written.size).toBeGreaterThan(90);
    const counted = (m: ReadonlyMap<string, string>): object =>
      Object.fromEntries([...m].filter(([, v]) => v !== '').map(([k, v]) => [k, String(v)]));
    expect(counted(seen(convert(join(out, name), 'xlsx', folder)))).toEqual(counted(written));
    const changed = box.path('doi', name);
    mkdirSync(box.path('doi'), { recursive: true });
    const form = new FormPackage(readFileSync(join(out, name)));
    form.put('Nhiệm vụ', form.address('Nhiệm vụ', '3/2', 'Trạng thái'), { is: 'text', value: 'Đã hoàn thành' });
    for (const [title, value] of [
      ['Tử số', '5'],
      ['Mẫu số', '4'],
    ] as const)
      form.put('Số liệu', form.address('Số liệu', '3.3.3', title), { is: 'number', value });
    writeFileSync(changed, form.bytes());
    const after = seen(convert(changed, 'xlsx', folder));
    expect(after.get(`Nhiệm vụ!${form.address('Nhiệm vụ', '3/2', 'Cần xem lại')}`)).toBe('Thiếu ngày hoàn thành');
    expect(after.get(`Số liệu!${form.address('Số liệu', '3.3.3', 'Cần xem lại')}`)).toBe('Tử số lớn hơn mẫu số');
    expect(Number(after.get(`Số liệu!${form.address('Số liệu', '3.3.3', 'Tỷ lệ')}`))).toBe(1.25);
    expect([...after.values()]).toContain('Còn 3 mục phải sửa trước khi gửi.');
  });
});

describe('biểu bị trả lại', () => {
  const name = 'phieu-2026-Q1-phuong-ba-dinh.xlsx';

  itWith('soffice', 'python3')('có bản đánh dấu mở được, tô ô sai và ghi chú; không sự kiện nào được ghi', () => {
    forget();
    const bad = box.path('bad');
    mkdirSync(bad, { recursive: true });
    const form = new FormPackage(readFileSync(join(out, name)));
    const cell = form.address('Nhiệm vụ', '3/2', 'Ngày hoàn thành');
    form.put('Nhiệm vụ', form.address('Nhiệm vụ', '3/2', 'Trạng thái'), { is: 'text', value: 'Đã hoàn thành' });
    writeFileSync(join(bad, name), form.bytes());
    const { imported, rejected } = importAll(bad);
    expect(imported).toEqual([]);
    expect(rejected[0]?.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'BC2221', where: expect.objectContaining({ sheet: 'Nhiệm vụ', cell }) }),
    );
    expect(told()).toEqual([]);
    const marked = rejected[0]?.marked ?? '';
    const script =
      'import sys,openpyxl\nc=openpyxl.load_workbook(sys.argv[1])["Nhiệm vụ"][sys.argv[2]]\nprint(c.fill.fgColor.rgb, c.comment.text)';
    expect(python(script, marked, cell)).toMatch(/^FFFF8F87 .*chưa ghi ngày hoàn thành/s);
    const again = readWorkbook(readFileSync(convert(marked, 'xlsx', box.path('lo3'))));
    expect(again.sheets.map((s) => s.name)).toContain('Nhiệm vụ');
  });

  test('một tệp hỏng giữa các tệp tốt không cản các tệp khác', () => {
    forget();
    const mixed = box.path('mixed');
    mkdirSync(mixed, { recursive: true });
    writeFileSync(join(mixed, 'hong.xlsx'), 'không phải tệp nén');
    writeFileSync(join(mixed, 'ghi-chu.txt'), 'bỏ qua');
    cpSync(join(out, name), join(mixed, name));
    const ran = box.run('form', 'import', mixed, '--now', RECEIVED, '--json');
    const result = JSON.parse(ran.stdout) as Imported & { skipped: string[] };
    expect(ran.code).toBe(1);
    expect(result.imported.map((f) => [f.unit, f.empty])).toEqual([['phuong-ba-dinh', true]]);
    expect(result.rejected.map((f) => [f.marked, f.diagnostics[0]?.code])).toEqual([[null, 'BC1603']]);
    expect(result.skipped).toHaveLength(1);
  });

  test('hai biểu khác nhau của một đơn vị trong một lần nạp đều bị trả lại', () => {
    forget();
    const twice = box.path('twice');
    mkdirSync(twice, { recursive: true });
    cpSync(join(out, name), join(twice, 'a.xlsx'));
    const form = new FormPackage(readFileSync(join(out, name)));
    form.put('Số liệu', form.address('Số liệu', '1.2.2', 'Giá trị'), { is: 'number', value: '5' });
    writeFileSync(join(twice, 'b.xlsx'), form.bytes());
    const { imported, rejected } = importAll(twice);
    expect(imported).toEqual([]);
    expect(rejected.map((f) => f.diagnostics[0]?.code)).toEqual(['BC2208', 'BC2208']);
  });
});
