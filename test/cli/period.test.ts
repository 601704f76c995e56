/** What is said before anything is made: a period in which the plan does not run, a body that is not there on the cut-off day. */

import { Sandbox } from '../support/cli';

const box = new Sandbox();
afterAll(() => box.remove());
/** "cảnh báo[BC1308]" of each diagnostic. */
const codes = (...args: readonly string[]): readonly string[] =>
  box.run(...args, '--now', '2026-12-20').stderr.match(/^[\p{L} ]+\[BC\d+\]/gmu) ?? [];

const hcmc = ['--plan', 'hcmc-cchc-2024'];
const hanoi = ['--plan', 'hanoi-cchc-2026', '--period', '2026-Q1'];
const ENDED = ['--unit', 'Báo Kinh tế và Đô thị'];

it('a period outside the years of the plan is a warning', () => {
  expect(codes('evaluate', ...hcmc, '--period', '2026-Q1')).toContain('cảnh báo[BC1308]');
  expect(codes('evaluate', ...hcmc, '--period', '2024-Q1')).not.toContain('cảnh báo[BC1308]');
});

it('a body that has ended is a warning where it is looked at, with its heirs', () => {
  const { stderr, code } = box.run('evaluate', ...hanoi, ...ENDED, '--now', '2026-12-20');
  expect(code).toBe(0);
  expect(stderr).toMatch(/BC2009.*"Báo Kinh tế và Đô thị" không hoạt động vào ngày chốt số liệu 14\/03\/2026/s);
  expect(stderr).toMatch(/cơ quan kế thừa: \S/);
});

it('a report of it is made with the warning, and none is issued', () => {
  const out = ['--out', box.path('ra')];
  expect(codes('report', ...hanoi, ...ENDED, ...out)).toContain('cảnh báo[BC2009]');
  const issued = box.run('issue', ...hanoi, ...ENDED, '--number', '05', '--signed-on', '2026-03-18', ...out);
  expect([issued.code, issued.stderr]).toEqual([expect.any(Number), expect.stringContaining('lỗi[BC2009]')]);
  expect(issued.code).not.toBe(0);
  expect(box.run('issue', 'list').stdout).not.toContain('Báo Kinh tế và Đô thị');
});

it('a body of the day says nothing', () => {
  expect(codes('evaluate', ...hanoi, '--unit', 'Sở Tư pháp')).not.toContain('cảnh báo[BC2009]');
});
