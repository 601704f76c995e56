/**
 * The HTML of reports in a real browser, from a folder and without a network: headings and tables for a screen reader,
 * nothing asked for from outside, and a print on the paper of Nghị định 30.
 */

import { readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { Sandbox } from '../support/cli';
import { openBrowser, openFile, seriousFindings, type OpenedPage } from './browser';
import { itWith } from './tools';

const inBrowser = itWith('chromium');
const box = new Sandbox();
const FILES: readonly (readonly [string, readonly string[]])[] = [
  ['đơn vị', ['output', '2026-Q1', 'don-vi', 'bao-cao-so-noi-vu.html']],
  ['thành phố', ['output', '2026-Q1', 'bao-cao-hanoi.html']],
];
let browser: Browser | undefined;

async function open(parts: readonly string[]): Promise<OpenedPage> {
  browser ??= await openBrowser();
  return openFile(browser, box.path(...parts));
}

beforeAll(() => {
  const made = box.run('demo', '--plan', 'hanoi-cchc-2026', '--period', '2026-Q1');
  expect([made.code, made.stderr]).toEqual([0, '']);
  expect(readdirSync(box.path('output', '2026-Q1', 'don-vi'))).toContain('bao-cao-so-noi-vu.html');
});
afterAll(async () => {
  await browser?.close();
  box.remove();
});

describe.each(FILES)('báo cáo của %s', (_, parts) => {
  inBrowser('axe-core không thấy lỗi nặng; không gọi ra ngoài, không báo lỗi', async () => {
    const { page, complaints, requests } = await open(parts);
    expect(await seriousFindings(page)).toEqual([]);
    expect([complaints, requests]).toEqual([[], []]);
    await page.context().close();
  });

  inBrowser('đề mục đủ bậc, không nhảy; mọi bảng có hàng tiêu đề', async () => {
    const { page } = await open(parts);
    const levels = await page
      .locator('h1, h2, h3, h4')
      .evaluateAll((all) => all.map((h) => Number(h.tagName.slice(1))));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
    const bare = await page
      .locator('table:has(td):not([role=presentation])')
      .evaluateAll((all) => all.filter((table) => table.querySelector('th') === null).length);
    expect(bare).toBe(0);
    await page.context().close();
  });

  inBrowser('in ra khổ A4, lề theo Nghị định 30', async () => {
    const { page } = await open(parts);
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) =>
      [Number(w), Number(h)].sort((a, b) => a - b).map(Math.round),
    );
    expect(boxes.length).toBeGreaterThan(0);
    for (const [short, long] of boxes) {
      expect(Math.abs((short as number) - 595)).toBeLessThanOrEqual(1);
      expect(Math.abs((long as number) - 842)).toBeLessThanOrEqual(1);
    }
    await page.context().close();
  });
});
