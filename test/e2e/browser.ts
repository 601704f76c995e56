/** Debian's Chromium, driven without a network: what a page says, asks for and logs is kept. */

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}

export interface OpenedPage {
  readonly page: Page;
  /** Messages on the console and errors of scripts. */
  readonly complaints: string[];
  /** Addresses asked for besides the file itself. */
  readonly requests: string[];
}

export async function openFile(
  browser: Browser,
  file: string,
  options: { readonly colorScheme?: 'light' | 'dark'; readonly javaScriptEnabled?: boolean } = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  const address = pathToFileURL(file).href;
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (reason) => complaints.push(reason.message));
  page.on('request', (request) => {
    if (request.url().replace(/#.*/, '') !== address) requests.push(request.url());
  });
  await page.goto(address);
  return { page, complaints, requests };
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Findings of axe-core that are serious or worse, as "impact rule: element". */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(`${AXE};0`);
  const found = await page.evaluate<readonly { impact: string; id: string; nodes: readonly { html: string }[] }[]>(
    'axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations)',
  );
  return found
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ impact, id, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`);
}
