/**
 * The dashboard in a real browser, from a folder and without a network: numbers explain themselves by keyboard, tables
 * are searched and filtered, it can be used with a screen reader and in the dark, and it prints.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { renderDashboard } from '../../src/render/html/render-dashboard';
import { dashboard, dashboardAssets } from '../fixtures/dashboard';
import { ledgerOf, taskFact } from '../fixtures/events';
import { Sandbox } from '../support/cli';
import { openBrowser, openFile, seriousFindings, type OpenedPage } from './browser';
import { itWith, pdfText } from './tools';

const inBrowser = itWith('chromium');
const box = new Sandbox();
const FILE = box.path('output', '2026-Q1', 'tong-hop-hanoi.html');
let browser: Browser | undefined;
let opened: OpenedPage[] = [];

const open = async (
  ...args: Parameters<typeof openFile> extends [Browser, ...infer R] ? R : never
): Promise<OpenedPage> => {
  browser ??= await openBrowser();
  const page = await openFile(browser, ...args);
  opened.push(page);
  return page;
};

beforeAll(() => {
  const made = box.run('demo', '--plan', 'hanoi-cchc-2026', '--period', '2026-Q1');
  expect([made.code, made.stderr]).toEqual([0, '']);
});
afterEach(async () => {
  for (const { page } of opened) await page.context().close();
  opened = [];
});
afterAll(async () => {
  await browser?.close();
  box.remove();
});

const shownRows = (page: Page, id: string): Promise<number> =>
  page.locator(`#${id} tbody tr:not(.group):visible`).count();

inBrowser('mở từ thư mục, không có lỗi, không gọi ra ngoài', async () => {
  const { page, complaints, requests } = await open(FILE);
  expect(await page.title()).toBe('Tổng hợp quý I năm 2026');
  await page.locator('.tiles button').first().click();
  await page.locator('dialog p.value').waitFor();
  await page.locator('dialog summary').first().click();
  expect([complaints, requests]).toEqual([[], []]);
});

inBrowser(
  'một con số mở ra giải trình bằng bàn phím: quy tắc, căn cứ, sự kiện; Escape đóng lại đúng chỗ cũ',
  async () => {
    const { page } = await open(FILE);
    const number = page.locator('#linh-vuc tbody tr').first().locator('button').last();
    await number.focus();
    const text = await number.textContent();
    await page.keyboard.press('Enter');
    const dialog = page.locator('dialog[open]');
    await dialog.locator('summary').first().waitFor();
    expect(await dialog.locator('p.value').textContent()).toBe(text);
    expect(await dialog.textContent()).toMatch(/Quy tắc TL-01: .*Căn cứ: /s);
    for (const fold of ['summary', 'details details summary', 'details details details summary']) {
      await dialog.locator(fold).first().focus();
      await page.keyboard.press('Enter');
    }
    await dialog.locator('ul.events li').first().waitFor();
    expect(await dialog.locator('ul.events li').first().textContent()).toMatch(
      /^Sự kiện số .*, xảy ra ngày .*, ghi ngày /,
    );
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await number.evaluate((node) => node === node.ownerDocument.activeElement)).toBe(true);
  },
);

inBrowser('mọi số đếm mở ra đúng bấy nhiêu nhiệm vụ, phần việc', async () => {
  const { page } = await open(FILE);
  const wrong = await page.evaluate<readonly string[]>(`(async () => {
    const wrong = [];
    const dialog = document.querySelector('dialog');
    for (const place of document.querySelectorAll('.tiles [data-k], #linh-vuc [data-k], #trang-thai [data-k], #don-vi tbody:nth-of-type(1) [data-k]')) {
      const [what, , set] = place.dataset.k.split('/');
      if (!'to'.includes(what) || set === 'rate') continue;
      place.querySelector('button').click();
      const second = () => dialog.querySelector('#giai-trinh-nd p:nth-of-type(2)');
      while (!second()) await new Promise((done) => setTimeout(done, 5));
      const said = second().textContent;
      const want = place.textContent === '0' ? 'Không có ' : place.textContent.split(/[ /]/)[0] + ' ';
      if (!said.startsWith(want)) wrong.push(place.dataset.k + ': ' + place.textContent + ' / ' + said);
      dialog.close();
    }
    return wrong;
  })()`);
  expect(wrong).toEqual([]);
});

inBrowser('chỉ tiêu và lần gửi báo cáo cũng có giải trình', async () => {
  const { page } = await open(FILE);
  await page.locator('#chi-tieu tbody tr:has-text("1.1") button').first().click();
  await page.locator('dialog[open]').waitFor();
  await expect(page.locator('dialog').textContent()).resolves.toContain('đơn vị đã báo cáo');
  await page.keyboard.press('Escape');
  await page.locator('#gui-bao-cao tbody button').first().click();
  await page.locator('dialog[open] p:has-text("hạn gửi")').waitFor();
  expect(await page.locator('dialog').textContent()).toContain('Căn cứ: ');
});

inBrowser(
  'mọi con số của bảng so sánh, thứ hạng, chỉ tiêu mở ra giải trình có chữ; nút tự nói tên của nó',
  async () => {
    const why = { now: 't/all/rate', before: ['Kỳ so sánh mẫu.'], change: ['Hiệu mẫu.'] };
    const line = {
      label: 'Tỷ lệ mẫu',
      now: '50,00%',
      before: '40,00%',
      change: 'Tăng 10,00',
      tone: 'good' as const,
      why,
    };
    const ranks = new Map([['so-mau-01', { text: 'Tăng 2 bậc', why: ['Kỳ này hạng 1.', 'Kỳ trước hạng 3.'] }]]);
    const events = ledgerOf([taskFact('so-mau-01', '1', 'completed', '2026-02-20')]);
    const made = dashboard(events, {}, { comparison: { name: 'quý I năm 2025', lines: [line], ranks } });
    const folder = mkdtempSync(join(tmpdir(), 'baocao-'));
    try {
      const file = join(folder, 'thu.html');
      writeFileSync(file, renderDashboard(made, await dashboardAssets()));
      const { page, complaints } = await open(file);
      const bare = await page.evaluate<readonly string[]>(`(async () => {
      const bare = [];
      const dialog = document.querySelector('dialog');
      for (const place of document.querySelectorAll('[data-k]')) {
        const button = place.querySelector('button');
        button.click();
        const end = Date.now() + 2000;
        while (dialog.querySelectorAll('#giai-trinh-nd > *').length < 2 && Date.now() < end)
          await new Promise((done) => setTimeout(done, 5));
        const said = dialog.querySelector('#giai-trinh-nd > :nth-child(2)')?.textContent ?? '';
        const name = dialog.querySelector('h2').textContent + ': ' + place.textContent;
        if (said === '' || button.getAttribute('aria-label') !== name) bare.push(place.dataset.k + ': ' + name);
        dialog.close();
      }
      return bare;
    })()`);
      expect([bare, complaints]).toEqual([[], []]);
      await page.locator('#so-sanh tbody button').nth(1).click();
      await page.locator('dialog p:has-text("Kỳ so sánh mẫu.")').waitFor();
      expect(await page.locator('#giai-trinh-de').textContent()).toBe('Tỷ lệ mẫu: Kỳ so sánh');
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

inBrowser('tìm không cần dấu và lọc theo cột; không khớp thì nói rõ', async () => {
  const { page } = await open(FILE);
  const all = await shownRows(page, 'don-vi');
  await page.locator('#don-vi input[type=search]').fill('phuong ba dinh');
  expect(await shownRows(page, 'don-vi')).toBe(1);
  expect(await page.locator('#don-vi tbody tr:visible').last().textContent()).toContain('UBND phường Ba Đình');
  expect(await page.locator('#don-vi [role=status]').textContent()).toBe(`Hiện 1/${all} dòng.`);
  await page.locator('#don-vi input[type=search]').fill('khong co don vi nay');
  expect(await page.locator('#don-vi [role=status]').textContent()).toBe('Không có dòng nào khớp.');
  await page.locator('#don-vi input[type=search]').fill('');
  await page.locator('#don-vi select').first().selectOption('Sở, Ban, Ngành');
  const departments = await shownRows(page, 'don-vi');
  expect([departments > 0, departments < all]).toEqual([true, true]);
  const overdue = await shownRows(page, 'qua-han');
  await page.locator('#qua-han label:has-text("Số liệu của kỳ") select').selectOption('Chưa có');
  const silent = await shownRows(page, 'qua-han');
  expect([silent > 0, silent < overdue]).toEqual([true, true]);
  const cells = await page.locator('#qua-han tbody tr:not(.group):visible td:nth-child(4)').allTextContents();
  expect(new Set(cells)).toEqual(new Set(['Chưa có']));
});

/** What stands in a column, from 1, of the rows shown. */
const shownNames = (page: Page, id: string, at: number): Promise<readonly string[]> =>
  page.locator(`#${id} tbody tr:not(.group):visible > :nth-child(${at})`).allTextContents();

const HOA_XA = ['UBND xã Hòa Xá'];
const DONG = ['UBND xã Đông Anh', 'UBND phường Hà Đông', 'UBND phường Đông Ngạc'];
const WANTED: readonly (readonly [string, readonly string[]])[] = [
  // A phrase, and not words here and there; "hoa" is not in "hoạch" either.
  ['hòa xá', HOA_XA],
  // The tone sits on either vowel, the text may come in pieces, capitals do not matter.
  ['hoà xá', HOA_XA],
  ['hòa xá'.normalize('NFD'), HOA_XA],
  [' HÒA  XÁ ', HOA_XA],
  // Without marks it finds all that it can stand for; with marks only those letters and that tone.
  ['hoa xa', HOA_XA],
  ['hoa xá', HOA_XA],
  ['hóa xá', []],
  ['đông', DONG],
  ['đống', ['UBND phường Đống Đa']],
  ['dong', [...DONG, 'UBND xã Sơn Đồng', 'UBND phường Đống Đa', 'UBND xã Phù Đổng']],
  // Only the last word may be begun, and its tone may be still to come.
  ['xã hòa', [...HOA_XA, 'UBND xã Hòa Lạc', 'UBND xã Hòa Phú', 'UBND xã Hoài Đức']],
  ['ba đi', ['UBND phường Ba Đình']],
  ['phường ba đìn', ['UBND phường Ba Đình']],
  ['b đình', ['UBND phường Ba Đình']],
  ['ình', []],
];

inBrowser('tìm theo cụm từ, có dấu hay không dấu', async () => {
  const { page } = await open(FILE);
  for (const [query, rows] of WANTED) {
    await page.locator('#don-vi input[type=search]').fill(query);
    expect([query, [...(await shownNames(page, 'don-vi', 2))].sort()]).toEqual([query, [...rows].sort()]);
  }
});

inBrowser('không dòng nào có cụm từ thì tìm dòng có đủ các từ, và nói rõ; cụm từ không nối hai ô', async () => {
  const { page } = await open(FILE);
  const status = page.locator('#qua-han [role=status]');
  const find = (query: string): Promise<void> => page.locator('#qua-han input[type=search]').fill(query);
  await find('hòa xá');
  expect(new Set(await shownNames(page, 'qua-han', 1))).toEqual(new Set(HOA_XA));
  expect(await status.textContent()).toMatch(/^Hiện /);
  for (const query of ['xá hòa', 'hòa xá 28/02', 'tuyên truyền CCHC hòa xá']) {
    await find(query);
    expect(new Set(await shownNames(page, 'qua-han', 1))).toEqual(new Set(HOA_XA));
    expect(await status.textContent()).toMatch(/^Không có cụm từ này; hiện \d+\/\d+ dòng có đủ các từ\.$/);
  }
  await find('kế hoạch tuyên truyền');
  expect(await status.textContent()).toMatch(/^Hiện 46\//);
});

inBrowser('màn hình hẹp: nguồn số liệu đọc được, trang không tràn ngang', async () => {
  const { page } = await open(FILE);
  await page.setViewportSize({ width: 390, height: 800 });
  const widths = await page.locator('dl.sources dd').evaluateAll((all) => all.map((node) => node.clientWidth));
  expect(Math.min(...widths)).toBeGreaterThan(300);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
});

inBrowser('một chữ dài không dấu cách không lấn các cột khác; thanh tỷ lệ nằm ngang với con số', async () => {
  const { page } = await open(FILE);
  const width = (): Promise<readonly number[]> =>
    page.locator('#qua-han thead th').evaluateAll((all) => all.map((node) => node.clientWidth));
  const before = await width();
  await page
    .locator('#qua-han tbody tr:not(.group) td:nth-child(5)')
    .first()
    .evaluate((cell) => {
      cell.textContent = 'x'.repeat(400);
    });
  const after = await width();
  for (const [at, now] of after.entries()) expect(now).toBeGreaterThan(Math.min(70, (before[at] ?? 0) / 2));
  expect(await page.locator('#qua-han table').evaluate((table) => table.clientWidth)).toBeLessThan(1280);
  const share = await page.evaluate<string>(
    `getComputedStyle(document.querySelector('#nhiem-vu td.share')).backgroundPositionY`,
  );
  expect(share).toMatch(/px$/);
});

inBrowser.each(['light', 'dark'] as const)(
  'axe-core không thấy lỗi nặng, kể cả khi mở giải trình (%s)',
  async (colorScheme) => {
    const { page } = await open(FILE, { colorScheme });
    expect(await seriousFindings(page)).toEqual([]);
    await page.locator('.tiles button').first().click();
    await page.locator('dialog summary').first().click();
    await page.locator('dialog details details').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  },
);

inBrowser('không có kịch bản vẫn đọc được', async () => {
  const { page } = await open(FILE, { javaScriptEnabled: false });
  expect(await page.locator('#don-vi tbody tr').count()).toBeGreaterThan(100);
  expect(await page.locator('.tiles .value').first().textContent()).toMatch(/%$/);
  expect(await page.locator('.filters').count()).toBe(0);
  expect(await page.locator('noscript .notice').textContent()).toContain('các bảng vẫn đọc được đầy đủ');
  expect(await page.locator('noscript .notice').isVisible()).toBe(true);
});

itWith('chromium', 'pdftotext')('in ra PDF đủ các bảng', async () => {
  const { page } = await open(FILE);
  const pdf = box.path('tong-hop.pdf');
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  const text = pdfText(pdf).normalize('NFC');
  for (const title of [
    'Tổng hợp quý I năm 2026',
    'Theo lĩnh vực',
    'Tình hình gửi báo cáo',
    'Chỉ tiêu thống kê',
    'Nguồn số liệu',
  ])
    expect(text).toContain(title);
  // A heading, its note and its picture are on one page.
  const pages = text.split('\f');
  const heading = pages.find((p) => p.includes('Tình hình gửi báo cáo'));
  expect(heading).toContain('Thời điểm gửi báo cáo so với hạn gửi');
});

inBrowser('lời của đơn vị không thoát ra thành mã, ở bảng cũng như trong giải trình', async () => {
  const hostile = '</script><img src=x onerror="document.title=1"><b>đậm</b>';
  const events = ledgerOf([
    taskFact('so-mau-02', '5', 'started', '2026-01-20', { part: 1, note: hostile, reason: hostile }),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'baocao-'));
  try {
    const file = join(folder, 'thu.html');
    writeFileSync(file, renderDashboard(dashboard(events), await dashboardAssets()));
    const { page, complaints } = await open(file);
    await page.locator('#qua-han tbody tr:has-text("onerror") button').click();
    await page.locator('dialog ul.events').waitFor();
    expect(await page.locator('dialog ul.events').textContent()).toContain(hostile);
    expect(await page.locator('img, dialog b, td b').count()).toBe(0);
    expect([await page.title(), complaints]).toEqual(['Tổng hợp quý I năm 2026', []]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
