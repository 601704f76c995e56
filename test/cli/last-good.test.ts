/**
 * What was made or told before is never lost: a template that fails leaves every earlier file as it was, and an
 * officer's words of an earlier period, or said again later, all stay in the ledger.
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Sandbox } from '../support/cli';

const box = new Sandbox();
const OUT = box.path('ra');
afterAll(() => box.remove());

const UNITS = ['so-noi-vu', 'so-tu-phap'];
const make = (...more: readonly string[]): { code: number | null; stderr: string } =>
  box.run('report', '--period', '2026-Q1', ...UNITS.flatMap((u) => ['--unit', u]), '--out', OUT, ...more);
const files = (): ReadonlyMap<string, string> =>
  new Map(readdirSync(OUT).map((name) => [name, readFileSync(box.path('ra', name)).toString('base64')]));
const text = (section: string, words: string, period = '2026-Q1'): string =>
  JSON.stringify({ unit: 'so-tu-phap', plan: 'hanoi-cchc-2026', period, section, text: words });

it('mẫu câu chữ hay mẫu Word của cơ quan hỏng thì tệp đã lập trước đó còn nguyên, không tệp nào thừa', () => {
  expect(make('--formats', 'docx,html').code).toBe(0);
  const before = files();
  expect(before.size).toBe(4);

  const prose = box.path('templates', 'bao-cao-cchc', 'prose');
  mkdirSync(prose, { recursive: true });
  writeFileSync(box.path('templates', 'bao-cao-cchc', 'prose', 'mo-dau.hbs'), 'Kính gửi {{khong.co}}.');
  mkdirSync(box.path('templates', 'bao-cao-cchc', 'prose', 'unit'), { recursive: true });
  writeFileSync(box.path('templates', 'bao-cao-cchc', 'prose', 'unit', 'mo-dau.hbs'), 'Kính gửi {{khong.co}}.');
  const failed = make('--formats', 'docx,html');
  expect([failed.code, failed.stderr]).toEqual([1, expect.stringContaining('BC300')]);
  expect(files()).toEqual(before);

  writeFileSync(box.path('templates', 'bao-cao-cchc', 'prose', 'mo-dau.hbs'), '');
  writeFileSync(box.path('templates', 'bao-cao-cchc', 'prose', 'unit', 'mo-dau.hbs'), 'Mở đầu.');
  mkdirSync(box.path('templates', 'word'), { recursive: true });
  writeFileSync(box.path('templates', 'word', 'bao-cao-cchc.docx'), 'không phải tệp Word');
  expect(make().code).toBe(1);
  expect(files()).toEqual(before);
});

it('lời của kỳ trước, lời đã được nói lại, đều còn trong sổ; báo cáo kỳ trước không đổi', () => {
  const other = new Sandbox();
  try {
    const told = (lines: readonly string[]): void => {
      writeFileSync(other.path('loi.jsonl'), lines.join('\n'));
      expect(other.run('record', '--from', other.path('loi.jsonl')).code).toBe(0);
    };
    const report = (): string => {
      expect(
        other.run(
          'report',
          '--period',
          '2026-Q1',
          '--unit',
          'so-tu-phap',
          '--formats',
          'html',
          '--out',
          other.path('ra'),
        ).code,
      ).toBe(0);
      return readFileSync(other.path('ra', 'bao-cao-so-tu-phap.html'), 'utf8');
    };
    told([text('V', 'Kiến nghị quý I, nói lần đầu.')]);
    told([text('V', 'Kiến nghị quý I, nói lại.')]);
    const first = report();
    told([text('V', 'Kiến nghị 6 tháng.', '2026-H1')]);
    const again = report();
    const words = (html: string): readonly string[] => [...html.matchAll(/Kiến nghị [^<.]*\./g)].map((m) => m[0]);
    expect(words(first)).toEqual(['Kiến nghị quý I, nói lại.']);
    expect(words(again)).toEqual(words(first));
    const { stdout } = other.run('ledger', 'export');
    const kept = stdout.split('\n').filter((line) => line.includes('Kiến nghị'));
    expect(kept).toHaveLength(3);
    expect(other.run('ledger', 'verify').code).toBe(0);
  } finally {
    other.remove();
  }
});
