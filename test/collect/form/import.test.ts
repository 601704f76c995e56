/**
 * A form filled and taken back: what is told, what is tolerated, what stays four different answers, and how a later
 * workbook replaces what an earlier one said while the ledger keeps both.
 */

import { parseInstant, type Instant } from '../../../src/calendar/instant';
import { plainDate } from '../../../src/calendar/plain-date';
import type { FigureFact, LedgerEvent, TaskFact } from '../../../src/ledger/events';
import { evaluatePlan } from '../../../src/app/plan-data';
import { opened, planData } from '../../support/hanoi';
import { damage } from './damage';
import { held, modelOf, NOW, render, take, UNIT } from './forms';
import { FormPackage } from './package';

let blank: Uint8Array;
beforeAll(async () => {
  blank = await render(modelOf());
});

const filled = (how: string): Uint8Array => damage(blank, how);
const facts = (bytes: Uint8Array, before: readonly LedgerEvent[] = []): readonly object[] => {
  const { value, diagnostics } = take(bytes, before);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value.events.map((e) => e.fact);
};
const figure = (bytes: Uint8Array, code: string): FigureFact | undefined =>
  (facts(bytes) as FigureFact[]).find((f) => f.kind === 'figure' && f.indicator === code);

describe('bốn câu trả lời của một chỉ tiêu', () => {
  const bytes = (): Uint8Array =>
    filled(
      'number S|1.2.2|Giá trị|0 + text S|1.2.3|Trường hợp không có số|Không phát sinh + text S|1.4.1|Trường hợp không có số|Không áp dụng',
    );

  test('số 0, không phát sinh, không áp dụng được ghi; để trống thì không có gì', () => {
    expect(figure(bytes(), '1.2.2')).toMatchObject({ answer: 'value', value: 0 });
    expect(figure(bytes(), '1.2.3')).toMatchObject({ answer: 'nothing-arose', value: null });
    expect(figure(bytes(), '1.4.1')).toMatchObject({ answer: 'not-applicable', value: null });
    expect(figure(bytes(), '2.1.3')).toBeUndefined();
  });

  test('và vẫn là bốn câu trả lời trong số liệu của báo cáo', () => {
    const data = planData();
    const events = held([], take(bytes()).value?.events ?? []);
    const { indicators } = evaluatePlan(data, events, { ...opened(data, '2026-Q1'), unit: UNIT, asOf: NOW });
    expect(['1.2.2', '1.2.3', '1.4.1', '2.1.3'].map((c) => indicators.get(c)?.answer)).toEqual([
      'value',
      'nothing-arose',
      'not-applicable',
      'missing',
    ]);
    expect(indicators.get('1.2.2')?.value).toBe(0);
  });

  test('gõ chữ ngay vào ô số cũng được hiểu', () => {
    expect(figure(filled('text S|1.2.2|Giá trị|không phát sinh'), '1.2.2')).toMatchObject({ answer: 'nothing-arose' });
    expect(figure(filled('text S|3.3.4|Tử số|Không áp dụng'), '3.3.4')).toMatchObject({ answer: 'not-applicable' });
  });
});

describe('đọc rộng lòng', () => {
  const task = (bytes: Uint8Array, id = '3'): TaskFact | undefined =>
    (facts(bytes) as TaskFact[]).find((f) => f.kind === 'task' && f.task === id);
  const done = 'text N|3/2|Trạng thái|Đã hoàn thành + text N|3/2|Ngày hoàn thành|5/3/26';

  test('ngày gõ bằng chữ, số và ngày văn bản thành minh chứng', () => {
    const bytes = filled(`${done} + text N|3/2|Số, ký hiệu văn bản|12/KH-UBND + text N|3/2|Ngày văn bản|04-03-2026`);
    expect(task(bytes)).toMatchObject({
      event: 'completed',
      part: 2,
      occurredOn: '2026-03-05',
      evidence: ['12/KH-UBND ngày 04/03/2026'],
    });
  });

  test('số gõ bằng chữ, phần trăm, đơn vị đi kèm', () => {
    expect(figure(filled('text S|1.2.2|Giá trị|1.234'), '1.2.2')?.value).toBe(1234);
    expect(figure(filled('text S|1.2.2|Giá trị|12 vấn đề'), '1.2.2')?.value).toBe(12);
    const ratio = filled('text S|3.3.4|Tử số|1 234 + text S|3.3.4|Mẫu số|1.300');
    expect(figure(ratio, '3.3.4')).toMatchObject({ value: null, numerator: 1234, denominator: 1300 });
    expect(figure(filled('text S|3.3.4|Giá trị|98,5%'), '3.3.4')).toMatchObject({ value: 98.5, numerator: null });
  });

  test('số đếm có phần lẻ được ghi và được hỏi lại', () => {
    const { value, diagnostics } = take(filled('text S|1.2.2|Giá trị|1.234,5'));
    expect(value?.events.map((e) => e.fact)).toContainEqual(expect.objectContaining({ value: 1234.5 }));
    expect(diagnostics.map((d) => [d.code, d.level])).toEqual([['BC2228', 'warning']]);
  });

  test('chèn hàng trống, đổi tên trang, mã ẩn vẫn nhận', () => {
    const bytes = filled(
      `${done} + insert-rows N|7|3 + insert-rows S|2|2 + rename N|Nhiem vu (ban cuoi) + rename S|Bang so`,
    );
    expect(task(bytes)).toMatchObject({ event: 'completed', occurredOn: '2026-03-05' });
  });

  test('hàng đổi chỗ vẫn theo mã', () => {
    const form = new FormPackage(filled(done));
    const [a, b] = [form.row('Nhiệm vụ', 6), form.row('Nhiệm vụ', 7)];
    const renumber = (row: string, from: number, to: number): string =>
      row.replace(new RegExp(`r="([A-Z]*)${from}"`, 'g'), (_, column: string) => `r="${column}${to}"`);
    form.change(form.sheetPart('Nhiệm vụ'), (xml) => xml.replace(a + b, renumber(b, 7, 6) + renumber(a, 6, 7)));
    expect(task(form.bytes())).toMatchObject({ task: '3', part: 2, event: 'completed' });
  });

  test.each(['=1+1', '+84 24', '- Đã ban hành', '@so-noi-vu', "'nháy", '_x0041_ giữ nguyên'])(
    'chữ bắt đầu bằng %s giữ nguyên là chữ',
    (text) => {
      const escaped = text.replace(/_(?=x[0-9A-F]{4}_)/g, '_x005F_');
      const bytes = filled(
        `text N|14|Trạng thái|Đang thực hiện + text N|14|Kết quả thực hiện|${escaped} + text T|V|Nội dung kỳ này|${escaped}`,
      );
      expect(task(bytes, '14')?.note).toBe(text);
      expect(facts(bytes)).toContainEqual(expect.objectContaining({ kind: 'narrative', section: 'V', text }));
    },
  );

  test('lời kỳ trước bắt đầu bằng dấu bằng không thành công thức trong biểu kỳ sau', async () => {
    const events = held([], take(filled('text T|V|Nội dung kỳ này|=HYPERLINK("http://x")')).value?.events ?? []);
    const next = new FormPackage(await render(modelOf(UNIT, '2026-H1', events)));
    expect([...next.cells('Thuyết minh').values()]).toContain('=HYPERLINK("http://x")');
    expect(next.text(next.sheetPart('Thuyết minh'))).not.toContain('<f>');
  });
});

describe('giải trình ở trang Kiểm tra', () => {
  test('ghi theo mã kiểm tra và chỉ tiêu, và thôi hỏi nữa', () => {
    const clash = 'number S|4.2.1|Giá trị|10 + number S|4.2.2|Giá trị|12';
    expect(take(filled(clash)).diagnostics.map((d) => [d.code, d.level])).toEqual([['BC2246', 'warning']]);
    const form = new FormPackage(filled(clash));
    form.put('Kiểm tra', form.address('Kiểm tra', 'KT-12 (4.2.2)', 'Giải trình của đơn vị'), {
      is: 'text',
      value: 'Biên chế tạm giao thêm',
    });
    const { value, diagnostics } = take(form.bytes());
    expect(diagnostics).toEqual([]);
    expect(value?.events.map((e) => e.fact)).toContainEqual(
      expect.objectContaining({
        kind: 'explanation',
        check: 'KT-12',
        subject: '4.2.2',
        text: 'Biên chế tạm giao thêm',
      }),
    );
  });
});

describe('nạp lại', () => {
  const first =
    'text N|3/2|Trạng thái|Đã hoàn thành + text N|3/2|Ngày hoàn thành|05/03/2026 + number S|1.2.2|Giá trị|5 + text T|V|Nội dung kỳ này|Lời đầu';
  const corrected =
    'text N|3/2|Trạng thái|Đã hoàn thành + text N|3/2|Ngày hoàn thành|06/03/2026 + number S|1.2.2|Giá trị|7';

  test('đúng tệp cũ không thay đổi gì', () => {
    const bytes = filled(first);
    const ledger = held([], take(bytes).value?.events ?? []);
    const again = take(bytes, ledger);
    expect(again.value).toMatchObject({ known: true, events: [] });
    expect(again.diagnostics.map((d) => d.code)).toEqual(['BC2240']);
  });

  test('tệp lưu lại mà nội dung như cũ không thêm gì', () => {
    const ledger = held([], take(filled(first)).value?.events ?? []);
    const saved = new FormPackage(filled(first)).change('docProps/app.xml', (xml) => `${xml} `).bytes();
    expect(take(saved, ledger).value).toMatchObject({ known: false, events: [] });
  });

  test('bản sửa thay bản trước, sổ còn cả hai; ô số xóa trắng là rút lại, ô lời thì không', () => {
    const before = held([], take(filled(first)).value?.events ?? []);
    const changes = facts(filled(corrected), before) as (TaskFact | FigureFact)[];
    const old = before.find((e) => e.fact.kind === 'task');
    expect(changes).toMatchObject([
      { kind: 'task', event: 'corrected', occurredOn: '2026-03-05', voids: [old?.id] },
      { kind: 'task', event: 'completed', occurredOn: '2026-03-06' },
      { kind: 'figure', indicator: '1.2.2', value: 7 },
      { kind: 'submission', event: 'submitted' },
    ]);
    const after = held(before, take(filled(corrected), before).value?.events ?? []);
    const data = planData();
    const e = evaluatePlan(data, after, { ...opened(data, '2026-Q1'), unit: UNIT, asOf: NOW });
    expect(e.judgements.find((j) => j.obligation.part.task.id === '3')?.completedOn).toBe('2026-03-06');
    expect(e.indicators.get('1.2.2')?.value).toBe(7);
    expect(after.filter((x) => x.fact.kind === 'figure')).toHaveLength(2);
    // A figure that goes back to its old value is a new telling.
    const back = take(new FormPackage(filled(first)).change('docProps/app.xml', (xml) => `${xml} `).bytes(), after);
    expect(back.value?.events.map((x) => x.fact)).toContainEqual(
      expect.objectContaining({ indicator: '1.2.2', value: 5 }),
    );
  });

  test('điều ghi bằng cửa khác không bị ô trống rút đi', () => {
    const recorded =
      take(filled(first)).value?.events.map((e) => ({ ...e, fact: { ...e.fact, source: undefined } })) ?? [];
    const ledger = held(
      [],
      recorded.filter((e) => e.fact.kind !== 'submission'),
    );
    expect(facts(blank, ledger)).toMatchObject([{ kind: 'submission', note: 'nộp nhưng trống' }]);
  });

  test('sau khi bị trả lại, cùng tệp ấy gửi lại là một lần gửi mới', () => {
    const bytes = filled(first);
    const sent = held([], take(bytes).value?.events ?? []);
    const submission = sent[sent.length - 1] as LedgerEvent;
    const returned = held(sent, [
      { fact: { ...submission.fact, event: 'returned', source: undefined } as never, statedAt: null, sample: false },
    ]);
    expect(facts(bytes, returned)).toMatchObject([{ kind: 'submission', event: 'submitted' }]);
  });
});

describe('kỳ sau', () => {
  const LATER = parseInstant('2026-06-16T08:00:00+07:00') as Instant;
  const done = 'text N|3/2|Trạng thái|Đã hoàn thành + text N|3/2|Ngày hoàn thành|05/03/2026';
  const after = (): readonly LedgerEvent[] => held([], take(filled(done)).value?.events ?? []);
  const half = async (how: string): Promise<ReturnType<typeof take>> => {
    const bytes = damage(await render(modelOf(UNIT, '2026-H1', after())), how);
    return take(bytes, after(), { now: LATER, receivedOn: plainDate('2026-06-16') });
  };

  test('nhiệm vụ đã hoàn thành không phải điền lại, điền lại y như cũ cũng không thêm gì', async () => {
    const model = modelOf(UNIT, '2026-H1', after());
    expect(model.tasks.find((t) => t.task === '3')).toMatchObject({
      settled: true,
      known: 'Đã hoàn thành ngày 05/03/2026',
    });
    const { value } = await half(done);
    expect(value?.events.map((e) => e.fact.kind)).toEqual(['submission']);
  });

  test('báo lùi phải nêu lý do; nêu rồi thì lần trước được đính chính', async () => {
    const back = await half('text N|3/2|Trạng thái|Đang thực hiện');
    expect(back.value).toBeUndefined();
    expect(back.diagnostics.map((d) => d.code)).toContain('BC2243');
    const explained = await half(
      'text N|3/2|Trạng thái|Đang thực hiện + text N|3/2|Nguyên nhân chậm|Lần trước báo nhầm',
    );
    expect(explained.value?.events.map((e) => e.fact)).toMatchObject([
      { event: 'corrected', occurredOn: '2026-03-05' },
      { event: 'started', reason: 'Lần trước báo nhầm' },
      { kind: 'submission' },
    ]);
  });

  test('ngày hoàn thành khác lần trước thay ngày cũ và được nói ra', async () => {
    const { value, diagnostics } = await half(done.replace('05/03', '06/03'));
    expect(diagnostics.map((d) => d.code)).toContain('BC2241');
    expect(value?.events.map((e) => e.fact)).toMatchObject([
      { event: 'corrected' },
      { event: 'completed', occurredOn: '2026-03-06' },
      { kind: 'submission' },
    ]);
  });
});

describe('biểu không đúng chỗ', () => {
  const codes = (more: Parameters<typeof take>[2]): readonly string[] =>
    take(blank, [], more).diagnostics.map((d) => d.code);

  test('của đơn vị khác, kỳ khác, kế hoạch khác, kỳ chưa bắt đầu', () => {
    expect(codes({ unit: 'so-noi-vu' })).toContain('BC2204');
    expect(codes({ name: 'phieu-2026-Q1-phuong-hoan-kiem.xlsx' })).toContain('BC2204');
    expect(codes({ name: 'phieu-2026-Q1-phuong-ba-dinh da dien (1).xlsx' })).toEqual(['BC2239']);
    expect(codes({ period: '2026-H1' })).toContain('BC2205');
    expect(codes({ plan: 'ke-hoach-khac' })).toEqual(['BC2203']);
    expect(codes({ receivedOn: plainDate('2025-12-01') })).toContain('BC2207');
  });

  test('của phiên bản cũ', async () => {
    const model = modelOf();
    const old = await render({ ...model, identity: { ...model.identity, version: '0-00000000' } });
    expect(take(old).diagnostics.map((d) => d.code)).toEqual(['BC2206']);
  });
});

describe('lời đã gửi không bao giờ mất', () => {
  const LATER = parseInstant('2026-06-16T08:00:00+07:00') as Instant;
  const words = (text: string): string => `text T|V|Nội dung kỳ này|${text}`;
  const told = (events: readonly LedgerEvent[]): readonly string[] =>
    events.flatMap(({ fact }) => (fact.kind === 'narrative' ? [fact.text] : []));
  const printed = (events: readonly LedgerEvent[]): readonly string[] => {
    const data = planData();
    const { narratives } = evaluatePlan(data, events, { ...opened(data, '2026-Q1'), unit: UNIT, asOf: NOW });
    return narratives.map(({ fact }) => fact.text);
  };
  const before = (events: readonly LedgerEvent[]): string | undefined =>
    modelOf(UNIT, '2026-H1', events).sections.find((s) => s.id === 'V')?.previous;
  let first: readonly LedgerEvent[];
  beforeAll(() => {
    first = held([], take(filled(words('Lời đầu'))).value?.events ?? []);
  });

  test('kỳ sau thấy lời kỳ trước bên cạnh ô, và ô để trống của kỳ sau không động tới lời ấy', async () => {
    expect(before(first)).toBe('Lời đầu');
    const next = await render(modelOf(UNIT, '2026-H1', first));
    const more = { now: LATER, receivedOn: plainDate('2026-06-16') };
    const sent = held(first, take(next, first, more).value?.events ?? [], LATER);
    expect([told(sent), printed(sent)]).toEqual([['Lời đầu'], ['Lời đầu']]);
  });

  test('bản gửi lại trong kỳ mà ô để trống: lời cũ vẫn in, và người gửi được báo', () => {
    const { value, diagnostics } = take(filled('number S|1.2.2|Giá trị|7'), first);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'BC2270', level: 'info', params: { section: 'V' } }),
    );
    const after = held(first, value?.events ?? []);
    expect([told(after), printed(after), before(after)]).toEqual([['Lời đầu'], ['Lời đầu'], 'Lời đầu']);
  });

  test('bản bị trả lại không để lại gì, lời cũ còn nguyên', () => {
    const { value, diagnostics } = take(filled(`${words('Lời sai')} + text S|1.2.2|Giá trị|mười hai`), first);
    expect([value, diagnostics.map((d) => d.code)]).toEqual([undefined, ['BC2226']]);
    expect([told(first), printed(first)]).toEqual([['Lời đầu'], ['Lời đầu']]);
  });

  test('bản sửa thay lời cũ; sổ còn cả hai', () => {
    const after = held(first, take(filled(words('Lời sửa')), first).value?.events ?? []);
    expect([told(after), printed(after), before(after)]).toEqual([['Lời đầu', 'Lời sửa'], ['Lời sửa'], 'Lời sửa']);
  });

  test('lời rút lại bằng sổ thôi in, nhưng vẫn đứng bên ô kỳ sau', () => {
    const last = first.find((e) => e.fact.kind === 'narrative') as LedgerEvent;
    const taken = { fact: { ...last.fact, text: '', source: undefined } as never, statedAt: null, sample: false };
    const after = held(first, [taken]);
    expect([told(after), before(after)]).toEqual([['Lời đầu', ''], 'Lời đầu']);
  });
});
