/**
 * A disk that is full or read-only, under the ledger and under the output: a message in Vietnamese with its code, the
 * right exit code, nothing half-written, nothing lost; with room again, the same bytes as if nothing had been.
 */

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { Sandbox, type Ran } from '../support/cli';
import { describeSmallDisk, SmallDisk } from '../support/small-disk';

const PLAN = ['--plan', 'cchc-2026-2030'];
const NOW = ['--now', '2026-03-20T10:00:00+07:00'];
const lines = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      ...{ unit: 'so-noi-vu', plan: PLAN[1], period: '2026-Q1', section: 'I.1' },
      ...{ text: `Nội dung mẫu ${from + i}`, recordedAt: '2026-03-01T08:00:00+07:00' },
    }),
  ).join('\n');

const codes = ({ stderr }: Ran): readonly string[] =>
  [...stderr.matchAll(/(?:lỗi|cảnh báo)\[(BC\d+)\]/g)].map(([, c]) => c ?? '');
/** No stack, no words of a driver or of the system. */
const FOREIGN =
  /\n\s+at |ENOSPC:|EROFS:|no space left|read-only file system|database or disk is full|disk I\/O error|SqliteError/;

let box: Sandbox;
let disk: SmallDisk;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => {
  disk.remove();
  box.remove();
});

const run = (...args: readonly string[]): Ran => box.run(...args, ...PLAN);
const record = (text: string, db: string): Ran =>
  box.runWith({ input: text }, 'record', '--from=-', ...PLAN, ...NOW, '--db', db);
const told = (ran: Ran, code: string): void => {
  expect([ran.code, codes(ran)]).toEqual([1, [code]]);
  expect(ran.stderr).not.toMatch(FOREIGN);
};
const exported = (db: string): string => box.run('ledger', 'export', '--db', db).stdout;

describeSmallDisk('the ledger on a disk that is full', () => {
  beforeEach(() => {
    disk = new SmallDisk(700);
  });
  const db = (): string => `sqlite:${disk.path('so.sqlite')}`;
  const other = (): string => `sqlite:${box.path('khac.sqlite')}`;

  it('a batch that does not fit is not written at all; the ledger stays sound, and with room it goes in as it would have', () => {
    for (const place of [db(), other()]) expect(record(lines(0, 5), place).code).toBe(0);
    const before = exported(db());
    disk.fill(200);
    const full = record(lines(5, 1500), db());
    told(full, 'BC2134');
    expect(full.stderr).toMatch(/đĩa đã đầy|đĩa đầy/);
    expect(box.run('ledger', 'verify', '--db', db())).toMatchObject({ code: 0 });
    expect(exported(db())).toBe(before);
    disk.empty();
    for (const place of [db(), other()]) expect(record(lines(5, 300), place).code).toBe(0);
    expect(exported(db())).toBe(exported(other()));
    expect(exported(db()).split('\n').filter(Boolean)).toHaveLength(305);
    expect(box.run('ledger', 'verify', '--db', db()).code).toBe(0);
  });

  it('not a byte left: reading and writing say so and leave the ledger as it is', () => {
    expect(record(lines(0, 5), db()).code).toBe(0);
    const before = exported(db());
    disk.fill(0);
    told(record(lines(5, 5), db()), 'BC2134');
    told(box.run('ledger', 'verify', '--db', db()), 'BC2134');
    told(box.run('ledger', 'verify', '--db', `sqlite:${disk.path('moi.sqlite')}`), 'BC2134');
    disk.empty();
    expect(exported(db())).toBe(before);
  });

  it('run-due enters what it can, says what failed and does it when there is room, the same as elsewhere', () => {
    const due = (now: string, place: string): Ran => run('run-due', '--now', now, '--db', place);
    const tree = (): readonly string[] => readdirSync(box.path('output'), { recursive: true }).map(String).sort();
    expect(record(lines(0, 5), db()).code).toBe(0);
    expect(run('run-due', '--dry-run', '--now', '2026-03-15T00:00:01+07:00', '--db', db()).code).toBe(0);
    disk.fill(0);
    const full = due('2026-03-15T00:00:01+07:00', db());
    expect([full.code, codes(full)[0]]).toEqual([1, 'BC2134']);
    expect(full.stderr).not.toMatch(FOREIGN);
    disk.empty();
    const mended = due('2026-03-15T02:00:01+07:00', db());
    expect([mended.code, codes(mended).filter((c) => c !== 'BC4105')]).toEqual([0, []]);
    const made = tree();
    expect(record(lines(0, 5), other()).code).toBe(0);
    due('2026-03-15T00:00:01+07:00', other());
    expect(tree()).toEqual(made);
  });

  it('a copy that does not fit is not left behind, and the ledger is not blamed', () => {
    expect(record(lines(0, 300), other()).code).toBe(0);
    disk.fill(50);
    told(box.run('ledger', 'backup', disk.path('sao.sqlite'), '--db', other()), 'BC2146');
    expect(readdirSync(disk.folder)).toEqual(['day']);
    disk.empty();
    expect(box.run('ledger', 'backup', disk.path('sao.sqlite'), '--db', other()).code).toBe(0);
    expect(exported(`sqlite:${disk.path('sao.sqlite')}`)).toBe(exported(other()));
  });
});

const MAKERS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['report', ['report', '--all', '--period', '2026-Q1'], ['BC1005']],
  ['form export', ['form', 'export', '--all', '--period', '2026-Q1'], ['BC1005']],
  ['issue', ['issue', '--unit', 'so-noi-vu', '--period', '2026-Q1'], ['BC1005', 'BC4015']],
];

describeSmallDisk('output on a disk that is full or read-only', () => {
  beforeEach(() => {
    disk = new SmallDisk(1500);
  });
  const out = (): readonly string[] => ['--out', disk.path('ra')];
  const files = (): readonly string[] => readdirSync(disk.path('ra')).sort();

  it.each(MAKERS)('%s: no file at all, and all of them when there is room', (name, args, expected) => {
    disk.fill(20);
    const full = run(...args, ...NOW, ...out());
    expect([full.code, codes(full)]).toEqual([1, expected]);
    expect(full.stderr).toContain('đĩa đã đầy (ENOSPC)');
    expect(full.stderr).not.toMatch(FOREIGN);
    expect(files()).toEqual([]);
    disk.empty();
    const again = name === 'issue' ? ['issue', 'reprint', '2026-Q1/so-noi-vu/1'] : args;
    expect(run(...again, ...NOW, ...out()).code).toBe(0);
    const elsewhere = box.path('noi-khac');
    expect(run(...again, ...NOW, '--out', elsewhere).code).toBe(0);
    expect(files()).toEqual(readdirSync(elsewhere).sort());
    expect(files().length).toBeGreaterThan(0);
  });

  it.each(MAKERS)(
    '%s into a folder that is read-only: told with the file’s own name, what stands there stays',
    (_, args, expected) => {
      mkdirSync(disk.path('ra'));
      writeFileSync(disk.path('ra', 'cu.txt'), 'tệp cũ');
      disk.shut();
      const shut = run(...args, ...NOW, ...out());
      expect([shut.code, codes(shut)]).toEqual([1, expected]);
      expect(shut.stderr).toContain('ổ đĩa chỉ cho đọc (EROFS)');
      expect(shut.stderr).not.toMatch(FOREIGN);
      expect(shut.stderr).not.toContain('.tmp');
      expect(files()).toEqual(['cu.txt']);
    },
  );

  it('a ledger on a read-only disk says that it cannot be written to, and is as it was when it can', () => {
    const db = `sqlite:${disk.path('so.sqlite')}`;
    expect(record(lines(0, 5), db).code).toBe(0);
    disk.shut();
    told(record(lines(5, 5), db), 'BC2135');
    disk.opened();
    const again = box.run('ledger', 'verify', '--db', db);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('5 sự kiện')]);
  });
});
