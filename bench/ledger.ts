/**
 * How a large ledger behaves: EVENTS events (default 3 million, of which the last million is timed) go in by
 * `ledger import`, then one period of one plan is evaluated. Each step is a process of its own, its time and peak memory
 * printed, on SQLite and, where BAOCAO_TEST_POSTGRES names a server's database that may be filled, on PostgreSQL.
 */

import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseInstant, type Instant } from '../src/calendar/instant';
import { GENESIS, type NewEvent } from '../src/ledger/events';
import { fromRow, toRow } from '../src/ledger/store/rows';
import { openWorkspace } from '../src/shell/workspace';
import { loadPlanData } from '../src/shell/plan-data';
import { sampleLines } from '../src/app/sample';
import { bookLines } from '../src/app/record';
import { bookingContext, periodAndRules } from '../src/app/plan-data';
import { ok } from '../src/lib/diagnostic';

const EVENTS = Number(process.argv[2] ?? 3_000_000);
const TIMED = Math.min(1_000_000, EVENTS);
const PLAN = 'hanoi-cchc-2026';
const NOW = '2027-02-01T08:00:00+07:00';
const TOLD = parseInstant('2027-01-31T00:00:00+07:00') as Instant;
const PROGRAM = resolve(process.cwd(), 'bin', 'baocao.js');
const folder = mkdtempSync(join(tmpdir(), 'baocao-bench-'));

/** A period's facts of the real plan, and how they look in year after year of other plans. */
function facts(): readonly NewEvent[] {
  const ws = openWorkspace(process.cwd(), process.cwd());
  const data = loadPlanData(ws, PLAN).value;
  if (!data) throw new Error(`${PLAN} does not load`);
  const context = bookingContext(data);
  return ['2026-Q1', '2026-H1', '2026-Q3', '2026-Y'].flatMap((id, seed) => {
    const period = periodAndRules(data, id).value?.period;
    if (!period) throw new Error(`no period ${id}`);
    const options = { now: TOLD, sample: true, plan: PLAN, contextOf: () => ok(context) };
    return bookLines(sampleLines(data, period, seed + 1), options).value ?? [];
  });
}

/** Two files of lines: what comes before the timed part, and that part; the plan itself stands in both. */
function writeLines(): readonly string[] {
  const files = [join(folder, 'truoc.jsonl'), join(folder, 'do.jsonl')];
  const year = facts();
  let head = { seq: 0, hash: GENESIS };
  for (const [index, file] of files.entries()) {
    const fd = openSync(file, 'w');
    const until = index === 0 ? EVENTS - TIMED : EVENTS;
    let lines: string[] = [];
    while (head.seq < until) {
      const told = year[head.seq % year.length] as NewEvent;
      const copy = Math.floor(head.seq / year.length);
      const fact = copy === 0 ? told.fact : { ...told.fact, plan: `${PLAN}-${copy}` };
      const row = toRow({ ...told, fact }, head, TOLD);
      head = { seq: row.seq, hash: row.hash };
      if (lines.push(JSON.stringify(fromRow(row))) === 5000 || head.seq === until) {
        writeSync(fd, `${lines.join('\n')}\n`);
        lines = [];
      }
    }
    closeSync(fd);
  }
  return files;
}

function timed(what: string, ...args: readonly string[]): void {
  const start = process.hrtime.bigint();
  const ran = spawnSync(
    process.execPath,
    ['-r', resolve('bench', 'peak.cjs'), PROGRAM, ...args, '--now', NOW, '--json'],
    {
      encoding: 'utf8',
      maxBuffer: 512 * 1024 * 1024,
    },
  );
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (ran.status !== 0) throw new Error(ran.stderr);
  const peak = /peak (\d+ MB)/.exec(ran.stderr)?.[1] ?? '?';
  process.stdout.write(`${what}: ${seconds.toFixed(2)} s, bộ nhớ cao nhất ${peak}\n`);
}

try {
  const [before, measured] = writeLines() as [string, string];
  const server = process.env['BAOCAO_TEST_POSTGRES'];
  for (const db of [`sqlite:${join(folder, 'so.sqlite')}`, ...(server ? [server] : [])]) {
    const kind = db.split(':')[0] ?? '';
    if (EVENTS > TIMED) timed(`${kind}: nhận ${EVENTS - TIMED} sự kiện đầu`, 'ledger', 'import', before, '--db', db);
    timed(`${kind}: nhận ${TIMED} sự kiện`, 'ledger', 'import', measured, '--db', db);
    timed(
      `${kind}: evaluate một kỳ trong ${EVENTS} sự kiện`,
      'evaluate',
      '--plan',
      PLAN,
      '--period',
      '2026-Q1',
      '--db',
      db,
    );
    timed(`${kind}: ledger verify`, 'ledger', 'verify', '--db', db);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
