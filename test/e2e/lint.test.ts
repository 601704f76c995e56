/** What the program writes passes its own Nghị định 30 check as it prints: reports, and the letter that reminds. */

import { Sandbox } from '../support/cli';
import { itWith } from './tools';

const box = new Sandbox();
const out = box.path('out');

beforeAll(() => {
  expect(box.run('demo', '--plan', 'hanoi-cchc-2026', '--period', '2026-Q1').code).toBe(0);
  const late = ['--period', '2026-Q1', '--now', '2026-03-20T08:00:00+07:00', '--out', out];
  expect(box.run('remind', ...late, '--all').code).toBe(0);
  expect(box.run('remind', ...late, '--all', '--each').code).toBe(0);
});
afterAll(() => box.remove());

interface Linted {
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly message: string }[];
}

itWith('soffice', 'pdftotext', 'pdffonts').each([
  ['báo cáo của một đơn vị', () => box.path('output', '2026-Q1', 'don-vi', 'bao-cao-so-noi-vu.docx')],
  ['báo cáo của thành phố', () => box.path('output', '2026-Q1', 'bao-cao-hanoi.docx')],
  ['công văn đôn đốc', () => box.path('out', 'cong-van-don-doc.docx')],
])('%s không có lỗi, không có cảnh báo, kể cả khi in', (_, path) => {
  const { findings } = box.json<Linted>('lint', path());
  expect(findings.filter((f) => f.severity !== 'I')).toEqual([]);
});
