/**
 * The city's summary for 168 bodies × 60 tasks × 80 indicators and for 3,321 × 60: `evaluate`, then the workbook (the
 * model: who has sent, what the checks found, sheets; the writing: widths, rows, package), and for the city the dashboard.
 * Then the whole command `compile`, as an office runs it on a ledger of SQLite. The same sheets are then written by
 * XlsxWriter (constant memory) and openpyxl (write only), from cells that are ready: theirs is the time of writing alone,
 * ours is compared whole. Each in a process of its own, so that peak memory is its own. The floors stand beside; on a
 * busy machine, where the clock runs ahead of the processor's time, the latter is held against them. Not a test:
 * machines differ.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, openSync, writeSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cityDashboard } from '../src/app/dashboard';
import { summaryInput } from '../src/app/outputs';
import { evaluatePlan } from '../src/app/plan-data';
import { layOut } from '../src/render/xlsx/layout';
import { renderXlsx } from '../src/render/xlsx/render-xlsx';
import { SheetDirectory } from '../src/render/xlsx/sheet-names';
import { parseWorkbookStyles } from '../src/render/xlsx/workbook-styles';
import { summaryWorkbook } from '../src/report/summary';
import type { SheetCell, Workbook } from '../src/report/workbook';
import { openRenderers } from '../src/shell/renderers';
import { openWorkspace } from '../src/shell/workspace';
import { holdDownHeap } from '../src/shell/memory';
import { generated, generatedWorkspace, PERIOD, PLAN, type Size } from './generated';

/** What is asked of a size: seconds, MB, and the share of XlsxWriter's time. */
interface Floors {
  readonly evaluate: number | null;
  /** `evaluate` and the workbook together: what `compile` does once it has read the ledger. */
  readonly compile: number | null;
  readonly ratio: number | null;
  readonly memory: number;
  /** MB of the dashboard; null: none is made. */
  readonly dashboard: number | null;
}

const SIZES: Readonly<Record<string, { readonly size: Size; readonly floors: Floors }>> = {
  'thành phố': {
    size: { units: 168, tasks: 60, indicators: 80 },
    floors: { evaluate: null, compile: 2, ratio: null, memory: 300, dashboard: 1.5 },
  },
  'toàn quốc': {
    size: { units: 3321, tasks: 60, indicators: 0 },
    floors: { evaluate: 3, compile: null, ratio: 0.6, memory: 400, dashboard: null },
  },
};
const SEED = 2026;
/** The clock may run ahead of the processor's time by so much on a machine that has nothing else to do. */
const QUIET = 1.25;
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
const plus = (a: Spent, b: Spent): Spent => ({ wall: a.wall + b.wall, cpu: a.cpu + b.cpu });

interface Measured {
  readonly obligations: number;
  readonly events: number;
  readonly evaluate: Spent;
  readonly model: Spent;
  readonly writing: Spent;
  readonly bytes: number;
  /** MB held before the workbook was begun. */
  readonly before: number;
  /** Of the whole process up to the end of the workbook, in MB: the facts and how they were made are in it. */
  readonly peak: number;
  readonly dashboard: { readonly spent: Spent; readonly bytes: number } | null;
}

/** The workbook's cells as lines of JSON: what the other programs are given to write. */
function dump(workbook: Workbook, file: string): void {
  const out = openSync(file, 'w');
  const directory = new SheetDirectory(workbook.sheets.map((s) => s.name));
  const cellJson = (c: SheetCell): unknown => [
    ...[c.style, c.value, c.formula ?? 0, c.span ?? 1],
    ...[c.link === undefined ? 0 : directory.location(c.link), c.tip ?? 0],
  ];
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

const megabytes = (bytes: number): number => bytes / 2 ** 20;

async function measure(name: string, file: string, cells: string | undefined): Promise<Measured> {
  const { size, floors } = SIZES[name] as (typeof SIZES)[string];
  holdDownHeap(size.units * size.tasks); // as a command does before it reads a ledger
  const { data, request } = generated(size, SEED);
  const evaluating = stopwatch();
  const evaluation = evaluatePlan(data, request.events, { ...request, unit: null });
  const evaluate = evaluating();
  const before = Math.round(megabytes(process.memoryUsage().rss));
  const modelling = stopwatch();
  const input = summaryInput(data, request, { evaluation, comparisons: [] });
  const workbook = summaryWorkbook(input);
  const model = modelling();
  const writingOf = stopwatch();
  const bytes = await renderXlsx(workbook, styles);
  const writing = writingOf();
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  writeFileSync(file, bytes);
  if (cells !== undefined) dump(workbook, cells);
  let dashboard: Measured['dashboard'] = null;
  if (floors.dashboard !== null && cells === undefined) {
    const { reporter, provenance } = input;
    const drawing = stopwatch();
    const renderers = openRenderers(openWorkspace(process.cwd(), process.cwd()));
    const page = cityDashboard({ data, request, evaluation, reporter, provenance, comparison: null });
    const html = await renderers.dashboardHtml(page);
    dashboard = { spent: drawing(), bytes: Buffer.byteLength(html) };
  }
  const [obligations, events] = [evaluation.judgements.length, request.events.length];
  return { obligations, events, evaluate, model, writing, bytes: bytes.length, before, peak, dashboard };
}

const PROGRAM = resolve('bin', 'baocao.js');
/** After the period's cut-off. */
const LATER = '2026-07-01T08:00:00+07:00';

/** `compile` as an office runs it: the same data in a workspace, the facts in its ledger; seconds and MB of the whole. */
function command(name: string, folder: string): { readonly seconds: number; readonly peak: number } {
  const { size } = SIZES[name] as (typeof SIZES)[string];
  generatedWorkspace(size, SEED, folder);
  const baocao = (...args: readonly string[]): string => {
    const common = ['--workspace', folder, '--now', LATER];
    const ran = spawnSync(process.execPath, ['-r', resolve('bench', 'peak.cjs'), PROGRAM, ...args, ...common], {
      encoding: 'utf8',
    });
    if (ran.status !== 0) throw new Error(ran.stderr);
    return ran.stderr;
  };
  baocao('ledger', 'import', join(folder, 'facts.jsonl'));
  const start = process.hrtime.bigint();
  const told = baocao('compile', '--plan', PLAN, '--period', PERIOD, '--formats', 'xlsx');
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { seconds, peak: Number(/peak (\d+) MB/.exec(told)?.[1] ?? NaN) };
}

/** Runs this file again for one size and reads what it measured. */
function child(name: string, file: string, cells?: string): Measured {
  const args = [__filename, name, file, ...(cells ? [cells] : [])];
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as Measured;
}

interface Other extends Spent {
  readonly peak: number;
}

function other(program: string, cells: string, file: string): Other | null {
  const ran = spawnSync('/usr/bin/python3', ['-W', 'ignore', resolve('bench', 'summary.py'), program, cells, file], {
    encoding: 'utf8',
  });
  if (ran.status !== 0) {
    say(`  ${program}: không chạy được (${ran.stderr.trim().split('\n').at(-1) ?? ''})`);
    return null;
  }
  return JSON.parse(ran.stdout) as Other;
}

const f = (n: number): string => n.toFixed(2);
const both = ({ wall, cpu }: Spent): string => `${f(wall)} s (bộ xử lý ${f(cpu)} s)`;

/** "sàn 2 s: đạt"; nothing where no floor is set. */
function held(value: number, floor: number | null, unit: string): string {
  return floor === null ? '' : `; sàn ${floor}${unit}: ${value <= floor ? 'đạt' : 'KHÔNG ĐẠT'}`;
}

/** The seconds that are held against a floor. */
const fair = ({ wall, cpu }: Spent): number => (wall > cpu * QUIET ? cpu : wall);

function sayOurs(name: string, ours: Measured, floors: Floors): void {
  const { evaluate, model, writing, dashboard, peak } = ours;
  const workbook = plus(model, writing);
  const compile = plus(evaluate, workbook);
  say(`${name}: ${ours.obligations} phần việc, ${ours.events} sự kiện`);
  say(`  evaluate ${both(evaluate)}${held(fair(evaluate), floors.evaluate, ' s')}`);
  say(`  bảng tổng hợp ${both(workbook)}: lập mô hình ${both(model)}, viết tệp ${both(writing)}`);
  say(`  evaluate và bảng ${both(compile)}${held(fair(compile), floors.compile, ' s')}`);
  say(
    `  tệp ${f(megabytes(ours.bytes))} MB; bộ nhớ cao nhất ${peak} MB (trước khi lập bảng ${ours.before} MB)${held(peak, floors.memory, ' MB')}`,
  );
  if (!dashboard) return;
  const size = megabytes(dashboard.bytes);
  say(`  trang theo dõi ${both(dashboard.spent)}, ${f(size)} MB${held(size, floors.dashboard, ' MB')}`);
}

function report(name: string, folder: string): void {
  const { floors } = SIZES[name] as (typeof SIZES)[string];
  const [file, cells] = [join(folder, 'ours.xlsx'), join(folder, 'cells.jsonl')];
  const ours = child(name, file);
  sayOurs(name, ours, floors);
  const whole = command(name, join(folder, `workspace-${SIZES[name]?.size.units}`));
  const memory = held(whole.peak, floors.memory, ' MB');
  say(`  cả lệnh compile từ sổ SQLite: ${f(whole.seconds)} s, bộ nhớ cao nhất ${whole.peak} MB${memory}`);
  child(name, file, cells);
  const workbook = plus(ours.model, ours.writing);
  for (const program of ['xlsxwriter', 'openpyxl']) {
    const their = other(program, cells, join(folder, `${program}.xlsx`));
    if (!their) continue;
    // Of two processes on a busy machine, only the processor's time compares.
    const ratio = workbook.cpu / their.cpu;
    const floor = program === 'xlsxwriter' ? held(ratio, floors.ratio, '') : '';
    say(`  ${program} ${both(their)}, ${their.peak} MB; tỷ lệ theo bộ xử lý ${f(ratio)}${floor}`);
    say(`    theo đồng hồ ${f(workbook.wall / their.wall)}; riêng viết tệp ${f(ours.writing.cpu / their.cpu)}`);
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
