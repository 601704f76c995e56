/**
 * `kill -9` at random points of the commands that write, on both stores: the ledger is sound, files are whole or
 * absent, and finishing gives what an undisturbed run gives. The whole run (200 points a store) is `npm run
 * test:kills`; the suite takes a share of it. BAOCAO_KILLS says how many, BAOCAO_SEED which.
 */

import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Schedule } from '../../src/regulation/schedule';
import { readJson } from '../support/data';
import { points, round, rounds, SOUND, undisturbed, type Killed } from '../support/kills';
import { ended, Office, type StoreKind } from '../support/office';
import { describePostgres } from '../support/postgres';

const COUNT = Number(process.env['BAOCAO_KILLS'] ?? 24);
const SEED = Number(process.env['BAOCAO_SEED'] ?? 20260315);

const PLAN = ['--plan', 'cchc-2026-2030'];
const NOW = ['--now', '2026-03-20T00:00:01+07:00'];
const Q1 = ['--period', '2026-Q1'];
const UNIT = ['--unit', 'so-noi-vu'];

const told = (unit: string, task: string, on: string, at = '2026-03-14T20:00:00+07:00'): string =>
  JSON.stringify({ unit, plan: PLAN[1], task, event: 'completed', on, evidence: ['Văn bản mẫu'], recordedAt: at });
/** Forty facts in one batch, all told on one day. */
const BATCH = Array.from({ length: 40 }, (_, i) =>
  told('so-noi-vu', 'I.2', '2026-02-10', `2026-03-19T08:${10 + i}:00Z`),
);

interface Entry {
  readonly kind: string;
  readonly key: string;
  readonly body: { readonly asOf: string; readonly files: unknown };
}

/** How often it was begun differs; events, and what was done with which files, do not. */
function whatWasDone(line: string): string | undefined {
  const { entry } = JSON.parse(line) as { entry?: Entry };
  if (!entry) return line;
  return entry.kind === 'done' ? JSON.stringify([entry.key, entry.body.asOf, entry.body.files]) : undefined;
}

/** The same command again; when it says that the report is issued already, its files are asked for. */
async function issueAgain(office: Office): ReturnType<typeof ended> {
  const again = await ended(office.start(['issue', ...Q1, ...UNIT, ...PLAN, ...NOW]));
  if (!again.stderr.includes('BC4001')) return again;
  return ended(office.start(['issue', 'reprint', '2026-Q1/so-noi-vu/1', ...NOW]));
}

const LATER = ['run-due', ...PLAN, '--now', '2026-03-21T00:00:01+07:00'];
const COMMANDS: readonly Killed[] = [
  { name: 'record', args: ['record', '--from', 'su-kien.jsonl', ...PLAN, ...NOW] },
  { name: 'form import', args: ['form', 'import', 'bieu', ...PLAN, ...NOW] },
  { name: 'report', args: ['report', '--all', ...Q1, ...PLAN, ...NOW] },
  { name: 'compile', args: ['compile', ...Q1, ...PLAN, ...NOW] },
  { name: 'issue', args: ['issue', ...Q1, ...UNIT, ...PLAN, ...NOW], finish: issueAgain },
  {
    name: 'run-due',
    args: ['run-due', ...PLAN, ...NOW],
    finish: (office) => ended(office.start(LATER)), // killed more than once, it waits a while
    keeps: whatWasDone,
  },
];

/** Facts, forms that came back (one of them under another unit's name), the night's reports due. */
async function prepared(kind: StoreKind): Promise<Office> {
  const office = await Office.open(kind);
  const schedule = readJson('data', 'schedules', 'chung.json') as Schedule;
  const actions = schedule.actions.filter(({ make }) => make === 'reports' || make === 'summary');
  writeFileSync(`${office.folderMade('data', 'schedules')}/chung.json`, JSON.stringify({ ...schedule, actions }));
  writeFileSync(office.path('su-kien.jsonl'), BATCH.join('\n'));
  const first = [told('so-noi-vu', 'I.3', '2026-02-12'), told('so-tu-phap', 'II.1', '2026-03-02')].join('\n');
  expect(office.runWith({ input: first }, 'record', '--from=-', ...PLAN, ...NOW).code).toBe(0);
  const forms = office.folderMade('bieu');
  expect(office.run('form', 'export', '--all', ...Q1, ...PLAN, ...NOW, '--out', forms).code).toBe(0);
  const own = readdirSync(forms).find((name) => name.includes('so-noi-vu')) ?? '';
  cpSync(`${forms}/${own}`, `${forms}/${own.replace('so-noi-vu', 'so-tu-phap-ban-2')}`);
  mkdirSync(office.path('output'), { recursive: true });
  return office;
}

function killed(kind: StoreKind): void {
  let base: Office;
  beforeAll(async () => {
    base = await prepared(kind);
  });
  afterAll(() => base.close());

  it.each(COMMANDS.map((command, index) => ({ ...command, index })))(
    '$name',
    async ({ index, ...command }) => {
      const whole = await undisturbed(base, command);
      expect(whole.lines.length).toBeGreaterThan(0);
      const share = Math.floor(COUNT / COMMANDS.length) + (index < COUNT % COMMANDS.length ? 1 : 0);
      let [landed, drafts] = [0, 0];
      for (let draw = 0; landed < share && draw < 20; draw += 1)
        for (const at of rounds(points(SEED + 1000 * index + draw, share - landed))) {
          const told = await round(base, command, whole, at);
          landed += told.landed;
          drafts += told.drafts;
          const expected = {
            seen: at.map(() => SOUND),
            end: { code: whole.code, tree: whole.tree, lines: whole.lines },
          };
          const got = { seen: told.seen, end: told.end };
          if (!isDeepStrictEqual(got, expected)) process.stderr.write(`${JSON.stringify(at)}\n${told.said}\n`);
          expect(got).toEqual(expected);
        }
      process.stderr.write(
        `${kind} ${command.name}: ${landed} lần giết khi đang làm (${whole.steps} bước, ${whole.milliseconds} ms), ` +
          `${drafts} bản nháp còn lại rồi được dọn; hạt giống ${SEED}\n`,
      );
      expect(landed).toBe(share);
    },
    3_600_000,
  );
}

describe('killed anywhere, with the embedded ledger', () => killed('sqlite'));
describePostgres('killed anywhere, with PostgreSQL', () => killed('postgres'));
