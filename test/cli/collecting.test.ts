/** `submissions`, `check`, `remind` and `indicators` as a person or cron calls them: JSON, exit codes, files. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { Sandbox } from '../support/cli';

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => box.remove());

const NOW = ['--now', '2026-03-20T10:00:00+07:00'];
const PERIOD = ['--period', '2026-Q1'];

/** Records lines; those without a time of their own are told on 16 March. */
function record(...lines: readonly object[]): void {
  const text = lines.map((l) => JSON.stringify({ recordedAt: '2026-03-16T08:00:00+07:00', ...l })).join('\n');
  const { code, stderr } = box.runWith({ input: text }, 'record', '--from=-', ...NOW);
  if (code !== 0) throw new Error(stderr);
}

const figure = (unit: string, indicator: string, value: number): object => ({
  unit,
  indicator,
  period: '2026-Q1',
  value,
});
const sent = (unit: string, on: string, event = 'submitted'): object => ({ unit, period: '2026-Q1', event, on });

describe('submissions', () => {
  const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
  const board = z.looseObject({
    period: z.literal('2026-Q1'),
    due: day,
    units: z.array(
      z.looseObject({
        unit: z.string(),
        submittedAt: z.string().nullable(),
        status: z.enum(['on-time', 'late', 'missing', 'returned']),
        state: z.enum(['on-time', 'late', 'missing', 'returned', 'approved', 'empty']),
        complete: z.boolean(),
        daysLate: z.int().min(0),
        channels: z.array(z.looseObject({ channel: z.string(), due: day, status: z.string() })).min(1),
      }),
    ),
    counts: z.looseObject({ of: z.int(), 'on-time': z.int(), late: z.int(), missing: z.int(), returned: z.int() }),
  });

  it('is of the contract’s shape, and its counts add up to its units', () => {
    record(
      figure('so-noi-vu', '1.4.1', 3),
      sent('so-noi-vu', '2026-03-17'),
      figure('so-tu-phap', '1.4.1', 3),
      sent('so-tu-phap', '2026-03-19'),
      sent('so-tai-chinh', '2026-03-17'),
      sent('phuong-ba-dinh', '2026-03-17'),
      sent('phuong-ba-dinh', '2026-03-18', 'returned'),
    );
    const { due, units, counts } = board.parse(box.json('submissions', ...PERIOD, ...NOW));
    const of = (id: string): object => {
      const { status, state, daysLate, submittedAt } = units.find((u) => u.unit === id) ?? {};
      return { status, state, daysLate, submittedAt };
    };
    expect(due).toBe('2026-03-18');
    expect(of('so-noi-vu')).toEqual({ status: 'on-time', state: 'on-time', daysLate: 0, submittedAt: '2026-03-17' });
    expect(of('so-tu-phap')).toMatchObject({ status: 'late', daysLate: 1 });
    expect(of('so-tai-chinh')).toMatchObject({ status: 'on-time', state: 'empty' });
    expect(of('phuong-ba-dinh')).toMatchObject({ status: 'returned', daysLate: 2, submittedAt: null });
    expect(of('xa-dong-anh')).toMatchObject({ status: 'missing', daysLate: 2, submittedAt: null });
    expect(counts['on-time'] + counts.late + counts.missing + counts.returned).toBe(counts.of);
    expect(counts.of).toBe(units.length);
  });

  it('on a terminal says who first, and how many of how many', () => {
    record(figure('so-noi-vu', '1.4.1', 3), sent('so-noi-vu', '2026-03-17'));
    const { stdout, code } = box.run('submissions', ...PERIOD, ...NOW);
    expect(code).toBe(0);
    expect(stdout).toContain('1/143 đơn vị đã gửi; hạn gửi 18/03/2026');
    expect(stdout).toContain('Chưa gửi: 142');
  });

  it('knows only what was told by then', () => {
    record(sent('so-noi-vu', '2026-03-17'));
    const { counts } = board.parse(box.json('submissions', ...PERIOD, ...NOW, '--as-of', '2026-03-15'));
    expect(counts.missing).toBe(counts.of);
  });
});

describe('check', () => {
  const wrong = [figure('so-tu-phap', '2.2.1', 5), figure('so-tu-phap', '2.2.2', 6)];

  it('fails while a figure contradicts another, and not once it is right', () => {
    record(...wrong);
    const first = box.run('check', ...PERIOD, ...NOW, '--unit', 'Sở Tư pháp');
    expect(first.code).toBe(1);
    expect(first.stdout).toContain('dừng[KT-05] Chỉ tiêu 2.2.2');
    expect(first.stdout).toContain('2.2.2: 6 văn bản; 2.2.1: 5 văn bản');
    record({ ...figure('so-tu-phap', '2.2.2', 5), recordedAt: '2026-03-17T08:00:00+07:00' });
    expect(box.run('check', ...PERIOD, ...NOW).code).toBe(0);
  });

  it('a warning does not fail, and is closed by the unit’s reason', () => {
    record(figure('so-tu-phap', '2.2.1', 9), figure('so-tu-phap', '2.2.2', 5), figure('so-tu-phap', '2.2.3.1', 6));
    const findings = z.looseObject({
      findings: z.array(z.looseObject({ code: z.string(), level: z.string(), open: z.boolean(), basis: z.string() })),
      counts: z.looseObject({ stop: z.int(), explain: z.int(), note: z.int(), open: z.int() }),
    });
    const asked = (): z.infer<typeof findings> =>
      findings.parse(box.json('check', ...PERIOD, ...NOW, '--unit', 'so-tu-phap'));
    const [open] = asked().findings.filter((f) => f.code === 'KT-06');
    expect(open).toMatchObject({ level: 'explain', open: true });
    const answer = { unit: 'so-tu-phap', period: '2026-Q1', check: 'KT-06', subject: '2.2.3.1', text: 'Việc tồn' };
    record(answer);
    expect(asked().findings.find((f) => f.code === 'KT-06')).toMatchObject({
      open: false,
      explanation: { text: 'Việc tồn' },
    });
  });

  it('one of nothing finds nothing', () => {
    const { code, stdout } = box.run('check', ...PERIOD, ...NOW);
    expect([code, stdout.trim()]).toEqual([0, 'quý I năm 2026: dừng 0, giải trình 0, lưu ý 0; đã giải trình 0.']);
  });

  it('refuses a reason for a check that there is not', () => {
    const line = { unit: 'so-tu-phap', period: '2026-Q1', check: 'KT-99', subject: '2.2.2', text: 'x' };
    const { code, stderr } = box.runWith({ input: JSON.stringify(line) }, 'record', '--from=-', ...NOW);
    expect([code, stderr.includes('BC2123')]).toEqual([1, true]);
  });
});

describe('a text that is to go', () => {
  const text = (words: string, at: string): object => ({
    ...{ unit: 'so-noi-vu', period: '2026-Q1', section: 'I.1', text: words },
    recordedAt: `2026-03-${at}T08:00:00+07:00`,
  });
  const report = (): string => {
    const out = ['--formats', 'html', '--out', box.path('bc')];
    expect(box.run('report', ...PERIOD, ...NOW, '--unit', 'so-noi-vu', ...out).code).toBe(0);
    return readFileSync(box.path('bc', 'bao-cao-so-noi-vu.html'), 'utf8');
  };

  it('is in the report until an empty one is recorded for its section', () => {
    record(text('Lời thứ nhất của đơn vị mẫu.', '16'));
    expect(report()).toContain('Lời thứ nhất của đơn vị mẫu');
    record(text('', '17'));
    expect(report()).not.toContain('Lời thứ nhất của đơn vị mẫu');
    record(text('Lời thứ hai của đơn vị mẫu.', '18'), text('', '19'));
    expect(report()).not.toContain('của đơn vị mẫu');
  });
});

describe('remind', () => {
  it('writes one letter to all, or one to each, and says whom it is about', () => {
    record(figure('so-noi-vu', '1.4.1', 3), sent('so-noi-vu', '2026-03-17'));
    const all = box.json<{ units: { unit: string }[]; files: { path: string; unit: string | null }[] }>(
      ...['remind', ...PERIOD, ...NOW, '--all', '--out', box.path('thu')],
    );
    expect(all.files.map((f) => f.unit)).toEqual([null]);
    expect(all.units.map((u) => u.unit)).not.toContain('so-noi-vu');
    expect(all.units).toHaveLength(142);
    const named = ['--unit', 'Phường Ba Đình', '--unit', 'so-tu-phap', '--each', '--by', '2026-03-23'];
    expect(box.run('remind', ...PERIOD, ...NOW, ...named, '--out', box.path('rieng')).code).toBe(0);
    expect(readdirSync(box.path('rieng')).sort()).toEqual([
      'cong-van-don-doc-phuong-ba-dinh.docx',
      'cong-van-don-doc-so-tu-phap.docx',
    ]);
  });

  it('makes none for a unit that has sent, and says so', () => {
    record(figure('xa-dong-anh', '1.4.1', 3), sent('xa-dong-anh', '2026-03-17'));
    const { code, stdout, stderr } = box.run(
      'remind',
      ...PERIOD,
      ...NOW,
      '--unit',
      'xa-dong-anh',
      '--out',
      box.path('x'),
    );
    expect(code).toBe(0);
    expect(stderr).toContain('BC2251');
    expect(stdout).toContain('không lập công văn; còn 141 cơ quan, đơn vị khác phải đôn đốc');
    expect(existsSync(box.path('x'))).toBe(false);
  });

  it.each([
    [['--period', '2026-Q1'], 2, 'BC2001'],
    [['--period', '2026-Q1', '--all', '--by', '32/3'], 2, 'BC2004'],
    [['--period', '2026-Q1', '--unit', 'khong-co'], 2, 'BC2003'],
    [['--period', '2026-Q2', '--all'], 1, 'BC1304'],
  ])('%j is refused', (args, exit, diagnostic) => {
    const { code, stderr } = box.run('remind', ...args, ...NOW);
    expect([code, stderr.includes(diagnostic)]).toEqual([exit, true]);
  });
});

describe('indicators', () => {
  it('out and back is the same list; nothing is written over unless asked', () => {
    const out = box.path('ds.xlsx');
    expect(box.run('indicators', 'export', '--out', out).code).toBe(0);
    const again = box.run('indicators', 'export', '--out', out);
    expect([again.code, again.stderr.includes('BC2269')]).toEqual([1, true]);
    expect(box.run('indicators', 'load', out, '--id', 'cua-toi').code).toBe(0);
    const made = JSON.parse(readFileSync(box.path('data', 'indicators', 'cua-toi.json'), 'utf8')) as object;
    const own = JSON.parse(readFileSync('data/indicators/bnv-cchc.json', 'utf8')) as object;
    expect(made).toEqual({ ...own, id: 'cua-toi' });
    expect(box.run('indicators', 'load', out, '--id', 'cua-toi').stderr).toContain('BC2269');
    expect(box.run('indicators', 'load', out, '--id', 'cua-toi', '--force').code).toBe(0);
  });

  it('a file that is no workbook, or an id that is none, leaves nothing behind', () => {
    writeFileSync(box.path('x.xlsx'), 'không phải Excel');
    expect(box.run('indicators', 'load', box.path('x.xlsx'), '--id', 'a').code).toBe(1);
    expect(box.run('indicators', 'load', box.path('khong-co.xlsx'), '--id', 'a').code).toBe(1);
    expect(box.run('indicators', 'load', box.path('x.xlsx'), '--id', '../a').code).toBe(2);
    expect(existsSync(box.path('data', 'indicators'))).toBe(false);
  });
});
