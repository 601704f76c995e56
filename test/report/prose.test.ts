/** What the reports say of some facts: sentences that a reader would act upon. */

import type { LedgerEvent } from '../../src/ledger/events';
import { totalOf } from '../../src/figures/evaluation';
import { owingUnits } from '../../src/obligations/fan-out';
import type { Block, OfficialDocument } from '../../src/report/document';
import { figureFact, ledgerOf, narrativeFact, taskFact, type Told } from '../fixtures/events';
import { documentOf, sectionOf, textOf } from '../support/documents';
import { evaluationFor, planData, requestFor, sampleEvents } from '../support/hanoi';

const hanoi = planData();
const theme = planData('hcmc-theme-2022');

const ahead = async (period: string, events: readonly LedgerEvent[], unit: string | null): Promise<readonly string[]> =>
  sectionOf(await documentOf(hanoi, requestFor(hanoi, period, events), unit), 'PHƯƠNG HƯỚNG');

/** The days that the items of a list name as their last. */
const daysIn = (list: string | undefined): readonly string[] =>
  [...(list ?? '').matchAll(/thời hạn (\d\d)\/(\d\d)\/(\d{4})/g)].map(([, day, month, year]) =>
    [year, month, day].join('-'),
  );

describe('phương hướng', () => {
  it('a year’s report leaves what is due on its last days to the year that ends', async () => {
    const said = await ahead('2026-Y', sampleEvents(hanoi, '2026-Y', 5), null);
    const at = said.findIndex((text) => /^Từ nay đến hết năm 2026, hoàn thành \d+ nội dung đến hạn:$/.test(text));
    const days = daysIn(said[at + 1]);
    expect(days.length).toBeGreaterThan(3);
    expect(days.filter((day) => day < '2026-12-15' || day > '2026-12-31')).toEqual([]);
    expect(said.filter((text) => text.startsWith('Trong năm 2027'))).toEqual([]);
  });

  it('a quarter’s report parts what is due before the next quarter begins from what is due in it', async () => {
    const said = await ahead('2026-Q1', [], null);
    const lists = ['Từ nay đến hết tháng 3 năm 2026, hoàn thành', 'Trong quý II năm 2026 (đến hết ngày 30 tháng 6'].map(
      (begin) => daysIn(said[said.findIndex((text) => text.startsWith(begin)) + 1]),
    );
    const [rest = [], next = []] = lists;
    expect([rest.length, next.length].every((n) => n > 0)).toBe(true);
    expect(rest.filter((day) => day < '2026-03-15' || day > '2026-03-31')).toEqual([]);
    expect(next.filter((day) => day < '2026-04-01' || day > '2026-06-30')).toEqual([]);
  });
});

describe('nhiệm vụ chưa hoàn thành', () => {
  const request = requestFor(theme, '2022-H1', sampleEvents(theme, '2022-H1', 5));
  const units = owingUnits(theme.plan, theme.registry, request.period.window.to);
  const openOf = (unit: string | null): number => {
    const { counts, rate } = evaluationFor(theme, request, unit);
    return totalOf(counts.byTask) - counts.byTask.cancelled - counts.byTask['not-triggered'] - rate.byTask.done;
  };

  it('are counted where they have no day in the time ahead, with those overdue among them', async () => {
    const events = sampleEvents(hanoi, '2026-Y', 5);
    const { overdue } = evaluationFor(hanoi, requestFor(hanoi, '2026-Y', events)).counts.byTask;
    expect((await ahead('2026-Y', events, null))[0]).toMatch(
      new RegExp(
        `^Tiếp tục thực hiện \\d+ nhiệm vụ chưa hoàn thành, trong đó khắc phục dứt điểm ${overdue} nhiệm vụ đã`,
      ),
    );
    const said = sectionOf(await documentOf(theme, request), 'PHƯƠNG HƯỚNG');
    expect(openOf(null)).toBeGreaterThan(10);
    expect(said).toEqual([`Tiếp tục thực hiện ${openOf(null)} nhiệm vụ chưa hoàn thành.`]);
  });

  it('are not said of a body that has none', async () => {
    const [open, none] = [units.find((u) => openOf(u) > 0), units.find((u) => openOf(u) === 0)];
    if (!open || !none) throw new Error('the sample has no such bodies');
    const said = async (unit: string): Promise<readonly string[]> =>
      sectionOf(await documentOf(theme, request, unit), 'PHƯƠNG HƯỚNG');
    expect((await said(open))[0]).toBe(`Tiếp tục thực hiện ${openOf(open)} nhiệm vụ chưa hoàn thành.`);
    expect(await said(none)).toEqual(['Không có nhiệm vụ đến hạn trong kỳ tới.']);
  });
});

describe('kiểm tra cải cách hành chính', () => {
  const sample = sampleEvents(hanoi, '2026-Q1', 2026);
  /** The section of a report made from facts among which these figures alone are told of inspections. */
  const said = async (figures: Readonly<Record<string, Told>>, unit: string | null): Promise<readonly string[]> => {
    const others = sample.filter(({ fact }) => fact.kind === 'task' || fact.kind === 'submission').map((e) => e.fact);
    const told = Object.entries(figures).flatMap(([code, value]) => {
      const body = code === '1.2.1' || unit === null ? 'so-noi-vu' : unit;
      return { ...figureFact(body, code, value), plan: hanoi.plan.id };
    });
    const document = await documentOf(hanoi, requestFor(hanoi, '2026-Q1', ledgerOf([...others, ...told])), unit);
    return sectionOf(document, 'Về kiểm tra');
  };

  it.each<[string, Readonly<Record<string, Told>>, string | null, RegExp]>([
    [
      'the number of bodies inspected is missing beside the problems found',
      { '1.2.2': 59, '1.2.3': 40 },
      'so-noi-vu',
      /^Số vấn đề phát hiện qua kiểm tra trong kỳ: 59 vấn đề; số vấn đề đã xử lý xong: 40 vấn đề\. Số cơ quan, đơn vị đã kiểm tra chưa được báo cáo\.$/,
    ],
    [
      'it is missing from a city too',
      { '1.2.2': 59 },
      null,
      /: 59 vấn đề \(1\/\d+ .* đã kiểm tra chưa được báo cáo\.$/,
    ],
    ['a body is not asked for it', { '1.2.2': 3, '1.2.3': 1 }, 'so-tu-phap', /: 3 vấn đề; [^.]*: 1 vấn đề\.$/],
    [
      'only what was settled is known',
      { '1.2.3': 2 },
      'so-tu-phap',
      /xong trong kỳ: 2 vấn đề\. Số vấn đề .* chưa được/,
    ],
    [
      'none arose',
      { '1.2.1': 'nothing-arose' },
      'so-noi-vu',
      /^Số cơ quan, đơn vị đã kiểm tra trong kỳ: không phát sinh; /,
    ],
    ['none is known', {}, 'so-noi-vu', /^Chưa có số liệu về kiểm tra công tác CCHC trong kỳ\.$/],
  ])('%s', async (_, figures, unit, wanted) => {
    const [text, ...more] = await said(figures, unit);
    expect(text).toMatch(wanted);
    expect(more).toEqual([]);
  });
});

describe('báo cáo chủ đề, các phần mang tên lĩnh vực hay tên cơ quan', () => {
  const request = requestFor(theme, '2022-H1', sampleEvents(theme, '2022-H1', 5));
  const results = async (events: readonly LedgerEvent[], unit: string | null): Promise<readonly string[]> =>
    sectionOf(await documentOf(theme, { ...request, events }, unit), 'KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG');
  const numbers = (said: readonly string[]): readonly string[] => said.flatMap((t) => /^\d+\.(?= )/.exec(t)?.[0] ?? []);
  const LAST = 'Các phần còn lại của Kế hoạch không giao Ủy ban nhân dân Quận 1 chủ trì nhiệm vụ nào.';

  it('a city’s report calls none of them a field', async () => {
    const said = await results(request.events, null);
    expect(numbers(said)).toHaveLength(theme.plan.areas.length);
    expect(said[said.indexOf('5. Sở Y tế') + 1]).toMatch(/^Phần này của Kế hoạch có 4 nhiệm vụ: /);
    expect(said.filter((text) => /lĩnh vực này/.test(text))).toEqual([]);
  });

  it('a unit’s report has only those with its tasks, numbered through, and one sentence on the others', async () => {
    const said = await results(request.events, 'quan-1');
    const tasks = new Set(evaluationFor(theme, request, 'quan-1').tasks.map((t) => t.task.area));
    expect(numbers(said)).toEqual([...tasks].map((_, i) => `${i + 1}.`));
    expect(tasks.size).toBeLessThan(theme.plan.areas.length);
    expect(said.filter((text) => /không chủ trì|không giao/.test(text))).toEqual([LAST]);
    expect(said.at(-1)).toBe(LAST);
  });

  it('one without its tasks stands where the unit has told something of it', async () => {
    const text = { ...narrativeFact('quan-1', 'II.16', 'Đã phối hợp.', '2022-H1'), plan: theme.plan.id };
    const said = await results(ledgerOf([text]), 'quan-1');
    const at = said.findIndex((line) => line.endsWith('Cục Hải quan Thành phố'));
    expect(said.slice(at + 1)).toEqual(['Đã phối hợp.', LAST]);
  });
});

describe('báo cáo năm, khi chưa đủ đơn vị báo cáo', () => {
  const work = { ...taskFact('so-tu-phap', '5', 'progress', '2026-02-10'), plan: hanoi.plan.id };
  const yearly = documentOf(hanoi, requestFor(hanoi, '2026-Y', ledgerOf([work])));

  it('says that causes were not told while work is overdue, never that there was none', async () => {
    const said = (await yearly).body.map(textOf).join('\n');
    expect(said).toContain('Các đơn vị có nhiệm vụ quá hạn chưa nêu nguyên nhân.');
    expect(said).not.toMatch(/không phát sinh (?:nguyên nhân|nội dung cần rút kinh nghiệm)|Không có kiến nghị/);
  });

  it('says of a point on which nobody wrote that nothing is known of it', async () => {
    const at = (await yearly).body.findIndex((b) => b.kind === 'heading' && /kinh nghiệm/i.test(b.text));
    expect(textOf((await yearly).body[at + 1] as Block)).toBe('Chưa có thông tin báo cáo về nội dung này.');
  });
});

describe('phụ lục chỉ tiêu', () => {
  const request = requestFor(hanoi, '2026-Q1', sampleEvents(hanoi, '2026-Q1', 3));
  const noteIn = ({ appendices }: OfficialDocument): string | undefined => {
    const rows = appendices.flatMap((a) => a.blocks).flatMap((b) => (b.kind === 'table' ? b.table.rows : []));
    return rows.find((row) => row.cells[0]?.text === '1.1.3')?.cells[4]?.text;
  };

  it('says of the rate over all tasks what it has besides the rate in the text', async () => {
    const { counts, rate } = evaluationFor(hanoi, request);
    const left = counts.byTask['not-triggered'];
    expect([left > 0, counts.byTask.cancelled, totalOf(counts.byTask) - rate.byTask.of]).toEqual([true, 0, left]);
    expect(noteIn(await documentOf(hanoi, request))).toBe(
      `Tính trên tổng số ${totalOf(counts.byTask)} nhiệm vụ, kể cả ${left} nhiệm vụ chưa phát sinh`,
    );
  });

  it('names each kind that was left out', async () => {
    const task = hanoi.plan.tasks.find(({ assignments: [first, ...more] }) => {
      return more.length === 0 && first?.lead.join() === 'so-noi-vu';
    });
    const stopped = { ...taskFact('so-noi-vu', task?.id ?? '', 'cancelled', '2026-03-01'), plan: hanoi.plan.id };
    const facts = [...request.events.map((e) => e.fact), stopped];
    const document = await documentOf(hanoi, { ...request, events: ledgerOf(facts) });
    expect(noteIn(document)).toMatch(/, kể cả \d+ nhiệm vụ chưa phát sinh và 1 nhiệm vụ dừng, không thực hiện$/);
  });

  it('says nothing where both rates stand on the same tasks', async () => {
    const states = evaluationFor(hanoi, request).tasks;
    const tasks = states.filter((s) => s.status !== 'not-triggered').map((s) => s.task);
    const plan = { ...hanoi.plan, tasks };
    expect(noteIn(await documentOf({ ...hanoi, plan }, request))).toBe('');
  });
});
