/** The command line as the contract has it: JSON shapes, exit codes, errors all at once. Each run is a process. */

import { readFileSync, writeFileSync, existsSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import { STATUSES } from '../../src/obligations/schema';
import { Sandbox } from '../support/cli';

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => box.remove());

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const counts = z.strictObject(Object.fromEntries(STATUSES.map((s) => [s, z.int().min(0)])));
const diagnostic = z.looseObject({
  code: z.string().regex(/^BC\d{4}$/),
  level: z.enum(['error', 'warning', 'info']),
  message: z.string().min(1),
  where: z.looseObject({}),
});

const evaluation = z.looseObject({
  plan: z.string(),
  period: z.string(),
  window: z.strictObject({ from: day, to: day }),
  asOf: z.string(),
  counts: z.strictObject({ byTask: counts, byObligation: counts }),
  rate: z.looseObject({ done: z.int(), of: z.int(), percent: z.number().nullable() }),
  rows: z.array(
    z.looseObject({
      task: z.string(),
      assignment: z.int(),
      part: z.int(),
      unit: z.string(),
      due: day.nullable(),
      status: z.enum(STATUSES),
      reported: z.boolean(),
      rule: z.string(),
      completedOn: day.nullable(),
      daysLate: z.int().nullable(),
      events: z.array(z.string()),
    }),
  ),
  indicators: z.array(
    z.looseObject({
      code: z.string(),
      value: z.number().nullable(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      reported: z.int(),
      of: z.int(),
    }),
  ),
  reporting: z.looseObject({ reported: z.int(), of: z.int() }),
});
type Evaluation = z.infer<typeof evaluation>;

const evaluate = (period: string, ...more: string[]): Evaluation =>
  evaluation.parse(box.json('evaluate', '--period', period, ...more));
const overdue = (e: Evaluation): readonly [number, number] => {
  const rows = e.rows.filter((r) => r.status === 'overdue');
  return [new Set(rows.map((r) => `${r.task}/${r.part}`)).size, new Set(rows.map((r) => r.task)).size];
};

describe('kỳ báo cáo và kế hoạch', () => {
  it('periods trả bốn kỳ của Hà Nội năm 2026 với khung, hai kênh và hạn gửi', () => {
    const periods = box.json<
      { id: string; window: object; submissions: { due: string; channel: string }[]; basis: string[] }[]
    >('periods', '--regime', 'hanoi-cchc', '--year', '2026');
    expect(periods.map((p) => [p.id, p.window, p.submissions.map((s) => s.due).sort()])).toEqual([
      ['2026-Q1', { from: '2025-12-15', to: '2026-03-14' }, ['2026-03-15', '2026-03-18']],
      ['2026-H1', { from: '2025-12-15', to: '2026-06-14' }, ['2026-06-15', '2026-06-18']],
      ['2026-Q3', { from: '2026-06-15', to: '2026-09-14' }, ['2026-09-15', '2026-09-18']],
      ['2026-Y', { from: '2025-12-15', to: '2026-12-14' }, ['2026-12-15', '2026-12-18']],
    ]);
    expect(periods.every((p) => p.basis.some((b) => b.includes('09/2019/NĐ-CP')))).toBe(true);
  });

  it('plan show trả 56 nhiệm vụ, 61 giao việc, 38 chỉ tiêu, mỗi thời hạn đã đọc', () => {
    const plan = box.json<{ tasks: { assignments: { due: { text: string; kind: string } }[] }[]; targets: unknown[] }>(
      'plan',
      'show',
      'hanoi-cchc-2026',
    );
    const assignments = plan.tasks.flatMap((t) => t.assignments);
    expect([plan.tasks.length, assignments.length, plan.targets.length]).toEqual([56, 61, 38]);
    expect(assignments.every((a) => a.due.text !== '' && a.due.kind !== 'unspecified')).toBe(true);
  });

  it('deadline đọc một thời hạn và in như hợp đồng', () => {
    expect(box.json('deadline', 'Chậm nhất tháng 6/2026', '--year', '2026')).toMatchObject({
      kind: 'by-date',
      end: '2026-06-30',
      unread: '',
    });
  });

  it('units list có 126 xã, phường và tên thật', () => {
    const units = box.json<{ id: string; name: string }[]>('units', 'list', '--group', 'ubnd-xa-phuong');
    expect(units).toHaveLength(126);
    expect(units).toContainEqual(
      expect.objectContaining({ id: 'phuong-ba-dinh', name: 'Ủy ban nhân dân phường Ba Đình' }),
    );
  });
});

describe('đánh giá khi chưa ghi sự kiện nào', () => {
  it.each([
    ['2026-Q1', 7, 5],
    ['2026-H1', 16, 14],
    ['2026-Q3', 22, 20],
    ['2026-Y', 26, 22],
  ])('%s: %i sản phẩm có hạn đã quá hạn, của %i nhiệm vụ', (period, deliverables, tasks) => {
    expect(overdue(evaluate(period))).toEqual([deliverables, tasks]);
  });

  it('tám sản phẩm hết hạn 31/3 không bị tính quá hạn trong quý I', () => {
    const rows = evaluate('2026-Q1').rows.filter((r) => r.due === '2026-03-31');
    expect(new Set(rows.map((r) => `${r.task}/${r.part}`)).size).toBe(8);
    expect(new Set(rows.map((r) => r.status))).toEqual(new Set(['not-due']));
  });
});

describe('ghi sự kiện', () => {
  const record = (...more: string[]): { code: number | null; stderr: string } =>
    box.run('record', '--unit', 'so-noi-vu', '--task', '4', '--event', 'completed', ...more);
  const task4 = (...more: string[]): string | undefined =>
    evaluate('2026-Q1', ...more).rows.find((r) => r.task === '4')?.status;

  it('hoàn thành lúc 23:59:59 ngày chốt số liệu thì được tính, một giây sau thì không', () => {
    expect(record('--on', '2026-03-14T23:59:59+07:00', '--now', '2026-03-15T09:00:00+07:00').code).toBe(0);
    expect(task4()).toBe('done-late');
    const other = new Sandbox();
    other.run(
      'record',
      '--unit',
      'so-noi-vu',
      '--task',
      '4',
      '--event',
      'completed',
      '--on',
      '2026-03-15T00:00:00+07:00',
      '--now',
      '2026-03-15T09:00:00+07:00',
    );
    const rows = evaluation.parse(other.json('evaluate', '--period', '2026-Q1')).rows;
    expect(rows.find((r) => r.task === '4')?.status).toBe('overdue');
    other.remove();
  });

  it('ghi sau thời điểm xét thì không đổi gì trong số liệu của kỳ', () => {
    const before = evaluate('2026-Q1', '--as-of', '2026-03-18');
    record('--on', '2026-03-10', '--now', '2026-03-25T08:00:00+07:00');
    const after = evaluate('2026-Q1', '--as-of', '2026-03-18');
    expect({ ...after }).toEqual({ ...before });
    expect(task4('--as-of', '2026-03-26')).toBe('done-late');
  });

  it('ghi hai lần cùng một tệp thì lần sau không thêm gì, sổ vẫn nguyên vẹn', () => {
    const line = {
      unit: 'Sở Nội vụ',
      plan: 'hanoi-cchc-2026',
      task: '4',
      event: 'completed',
      on: '2026-02-20',
      evidence: 'Văn bản mẫu số 01',
    };
    const figure = { unit: 'so-tu-phap', plan: 'hanoi-cchc-2026', indicator: '2.2.1', period: '2026-Q1', value: 0 };
    writeFileSync(box.path('su-kien.jsonl'), [line, figure, line].map((l) => JSON.stringify(l)).join('\n'));
    expect(box.json('record', '--from', box.path('su-kien.jsonl'))).toMatchObject({ recorded: 2, known: 1 });
    const head = box.json<{ head: unknown }>('ledger', 'verify');
    expect(box.json('record', '--from', box.path('su-kien.jsonl'))).toMatchObject({ recorded: 0, known: 3 });
    expect(box.json('ledger', 'verify')).toEqual({ ...head, ok: true, events: 2, broken: null });
  });

  it('một dòng sai thì không dòng nào được ghi, và mọi lỗi được nêu cùng lúc với số dòng', () => {
    const good = { unit: 'so-noi-vu', plan: 'hanoi-cchc-2026', task: '4', event: 'completed', on: '2026-02-20' };
    const lines = [
      good,
      { ...good, unit: 'so-noi-vụ-x' },
      { ...good, task: '99' },
      { ...good, on: '2026-02-30' },
      { ...good, event: 'extended' },
    ];
    writeFileSync(box.path('sai.jsonl'), `${lines.map((l) => JSON.stringify(l)).join('\n')}\n{`);
    const ran = box.run('record', '--from', box.path('sai.jsonl'), '--json');
    expect(ran.code).toBe(1);
    const { diagnostics } = z.strictObject({ diagnostics: z.array(diagnostic) }).parse(JSON.parse(ran.stdout));
    expect(diagnostics.map((d) => [d.code, d.where['line']])).toEqual([
      ['BC2101', 2],
      ['BC2102', 3],
      ['BC1001', 4],
      ['BC2105', 5],
      ['BC1003', 6],
    ]);
    expect(box.json('ledger', 'verify')).toMatchObject({ events: 0 });
  });

  it('thông báo lỗi nêu vị trí, căn cứ và gợi ý bằng tiếng Việt', () => {
    const { stderr, code } = box.run(
      'record',
      '--unit',
      'so-y-te',
      '--task',
      '4',
      '--event',
      'completed',
      '--on',
      '2026-02-20',
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/^lỗi\[BC2104\]: đơn vị "so-y-te" không chủ trì nhiệm vụ 4\n {2}= căn cứ: .*Sở Nội vụ/);
    expect(stderr).toContain('= gợi ý:');
  });

  it('ledger export in mỗi sự kiện một dòng JSON', () => {
    record('--on', '2026-02-20');
    record('--on', '2026-02-21', '--note', '=1+1');
    const lines = box
      .run('ledger', 'export')
      .stdout.trim()
      .split('\n')
      .map((l) => JSON.parse(l) as { seq: number; fact: { note: string | null } });
    expect(lines.map((l) => [l.seq, l.fact.note])).toEqual([
      [1, null],
      [2, '=1+1'],
    ]);
  });
});

describe('lập báo cáo và giải thích', () => {
  it('report và compile ghi tệp, in đường dẫn, mã băm, cỡ; lập lại thì đúng từng byte', () => {
    const args = [
      'report',
      '--period',
      '2026-Q1',
      '--unit',
      'Sở Nội vụ',
      '--formats',
      'docx,html',
      '--out',
      box.path('ra'),
    ] as const;
    const shape = z.strictObject({
      files: z.array(
        z.strictObject({
          path: z.string(),
          unit: z.string().nullable(),
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
          bytes: z.int().min(1000),
        }),
      ),
    });
    const first = shape.parse(box.json(...args));
    expect(first.files.map((f) => f.unit)).toEqual(['so-noi-vu', 'so-noi-vu']);
    expect(first.files.every((f) => existsSync(f.path) && readFileSync(f.path).length === f.bytes)).toBe(true);
    expect(shape.parse(box.json(...args))).toEqual(first);
    const city = shape.parse(box.json('compile', '--period', '2026-Q1', '--formats', 'xlsx,docx,html'));
    expect(city.files.map((f) => f.path.split('.').pop())).toEqual(['docx', 'html', 'xlsx', 'html']);
    expect(readdirSync(box.path('ra')).every((name) => !name.endsWith('.tmp'))).toBe(true);
  });

  it('explain đi từ con số xuống quy tắc, căn cứ và sự kiện', () => {
    box.run('record', '--unit', 'so-noi-vu', '--task', '4', '--event', 'completed', '--on', '2026-02-20');
    const task = box.run('explain', '--period', '2026-Q1', '--task', '4').stdout;
    expect(task).toContain('Hoàn thành đúng hạn');
    expect(task).toContain('quy tắc TT-06');
    expect(task).toMatch(/Sự kiện số 1: hoàn thành, xảy ra ngày 20\/02\/2026/);
    expect(box.json('explain', '--period', '2026-Q1', '--figure', '1.1.2')).toMatchObject({ value: '1 nhiệm vụ' });
  });
});

describe('mã thoát', () => {
  it.each([
    [2, ['khong-co-lenh']],
    [2, ['evaluate']],
    [2, ['evaluate', '--period', '2026-Q1', '--now', 'hôm qua']],
    [2, ['report', '--period', '2026-Q1']],
    [2, ['report', '--period', '2026-Q1', '--all', '--formats', 'odt']],
    [1, ['evaluate', '--period', '2026-Q2']],
    [1, ['plan', 'show', 'khong-co']],
    [0, ['plan', 'check', 'hanoi-cchc-2026']],
  ])('%i cho %j', (code, args) => {
    expect([args, box.run(...args).code]).toEqual([args, code]);
  });

  it('lỗi của lệnh với --json vẫn là đúng một tài liệu JSON', () => {
    const ran = box.run('evaluate', '--json');
    expect(z.strictObject({ diagnostics: z.array(diagnostic).min(1) }).safeParse(JSON.parse(ran.stdout)).success).toBe(
      true,
    );
  });
});
