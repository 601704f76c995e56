/**
 * The city's summary for 168 bodies × 60 tasks × 80 indicators and for 3,321 × 60: `evaluate`, then the workbook; the
 * same sheets then written by XlsxWriter (constant memory) and openpyxl (write only), and the ratio. Each in a process of
 * its own, so that peak memory is its own. Not a test: machines differ.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, openSync, writeSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { summaryInput } from '../src/app/outputs';
import { evaluatePlan } from '../src/app/plan-data';
import { layOut } from '../src/render/xlsx/layout';
import { renderXlsx } from '../src/render/xlsx/render-xlsx';
import { parseWorkbookStyles } from '../src/render/xlsx/workbook-styles';
import { summaryWorkbook } from '../src/report/summary';
import type { SheetCell, Workbook } from '../src/report/workbook';
import { generated, type Size } from './generated';

const SIZES: Readonly<Record<string, Size>> = {
  'thành phố': { units: 168, tasks: 60, indicators: 80 },
  'toàn quốc': { units: 3321, tasks: 60, indicators: 0 },
};
const SEED = 2026;
const styles = parseWorkbookStyles(JSON.parse(readFileSync(join('templates', 'styles', 'workbook.json'), 'utf8')));

/** A clock and the processor's time of this process: on a busy machine only the second compares. */
interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

function stopwatch(): () => Spent {
  const [from, used] = [process.hrtime.bigint(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { wall: Number(process.hrtime.bigint() - from) / 1e9, cpu: (user + system) / 1e6 };
  };
}
const say = (text: string): unknown => process.stdout.write(`${text}\n`);

interface Measured {
  readonly obligations: number;
  readonly events: number;
  readonly evaluate: Spent;
  readonly workbook: Spent;
  readonly bytes: number;
  /** MB held before the workbook was begun. */
  readonly before: number;
}

/** The workbook's cells as lines of JSON: what the other programs are given to write. */
function dump(workbook: Workbook, file: string): void {
  const out = openSync(file, 'w');
  const cellJson = (c: SheetCell): unknown => [c.style, c.value, c.formula ?? 0, c.span ?? 1];
  for (const sheet of workbook.sheets) {
    const layout = layOut(sheet, styles);
    writeSync(out, `${JSON.stringify({ sheet: sheet.name, widths: layout.widths })}\n`);
    let lines = '';
    for (const row of layout.rows) {
      lines += `${JSON.stringify([layout.heightOf(row) ?? 0, row.map(cellJson)])}\n`;
      if (lines.length < 1 << 20) continue;
      writeSync(out, lines);
      lines = '';
    }
    writeSync(out, lines);
  }
  closeSync(out);
}

async function measure(name: string, file: string, cells: string | undefined): Promise<Measured> {
  const { data, request } = generated(SIZES[name] as Size, SEED);
  const evaluating = stopwatch();
  const evaluation = evaluatePlan(data, request.events, { ...request, unit: null });
  const evaluated = evaluating();
  const before = Math.round(process.memoryUsage().rss / 2 ** 20);
  const writing = stopwatch();
  const workbook = summaryWorkbook(summaryInput(data, request, { evaluation, comparisons: [] }));
  const bytes = await renderXlsx(workbook, styles);
  const written = writing();
  writeFileSync(file, bytes);
  if (cells !== undefined) dump(workbook, cells);
  const { length } = evaluation.judgements;
  return {
    obligations: length,
    events: request.events.length,
    evaluate: evaluated,
    workbook: written,
    bytes: bytes.length,
    before,
  };
}

/** Runs this file again for one size and reads what it measured, and its peak. */
function child(name: string, file: string, cells?: string): Measured & { readonly peak: string } {
  const args = ['-r', resolve('bench', 'peak.cjs'), __filename, name, file, ...(cells ? [cells] : [])];
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return { ...(JSON.parse(ran.stdout) as Measured), peak: /peak (\d+ MB)/.exec(ran.stderr)?.[1] ?? '?' };
}

interface Other extends Spent {
  readonly peak: number;
}

function other(program: string, cells: string, file: string): Other | null {
  const ran = spawnSync('/usr/bin/python3', [resolve('bench', 'summary.py'), program, cells, file], {
    encoding: 'utf8',
  });
  if (ran.status !== 0) {
    say(`  ${program}: không chạy được (${ran.stderr.trim().split('\n').at(-1) ?? ''})`);
    return null;
  }
  return JSON.parse(ran.stdout) as Other;
}

function report(name: string, folder: string): void {
  const [file, cells] = [join(folder, 'ours.xlsx'), join(folder, 'cells.jsonl')];
  const ours = child(name, file);
  const f = (n: number): string => n.toFixed(2);
  const both = ({ wall, cpu }: Spent): string => `${f(wall)} s (bộ xử lý ${f(cpu)} s)`;
  say(`${name}: ${ours.obligations} phần việc, ${ours.events} sự kiện`);
  say(
    `  evaluate ${both(ours.evaluate)}; bảng tổng hợp ${both(ours.workbook)}, ${f(ours.bytes / 2 ** 20)} MB; bộ nhớ cao nhất ${ours.peak} (trước khi lập bảng ${ours.before} MB)`,
  );
  child(name, file, cells);
  for (const program of ['xlsxwriter', 'openpyxl']) {
    const their = other(program, cells, join(folder, `${program}.xlsx`));
    if (their)
      say(
        `  ${program}: ${both(their)}, ${their.peak} MB; tỷ lệ ${f(ours.workbook.wall / their.wall)} (bộ xử lý ${f(ours.workbook.cpu / their.cpu)})`,
      );
  }
}

async function main(): Promise<void> {
  const [name, file, cells] = process.argv.slice(2);
  if (name !== undefined && file !== undefined) {
    process.stdout.write(JSON.stringify(await measure(name, file, cells)));
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'baocao-bench-'));
  try {
    for (const size of name === undefined ? Object.keys(SIZES) : [name]) report(size, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
