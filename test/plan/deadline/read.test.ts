/** What the tables do not show: diagnostics, spans, relative days with a calendar. */

import { addDays, plainDate } from '../../../src/calendar/plain-date';
import type { Diagnostic } from '../../../src/lib/diagnostic';
import type { Due, DueContext } from '../../../src/plan/deadline/due';
import { countedFrom, daysFromEvent } from '../../../src/plan/deadline/counted';
import { readDue } from '../../../src/plan/deadline/read';

const context: DueContext = { year: 2026, signedOn: null };
const read = (text: string, more: Partial<DueContext> = {}): Due => readDue(text, { ...context, ...more });
const codes = (due: Due): readonly string[] => due.diagnostics.map((d: Diagnostic) => `${d.level} ${d.code}`);

describe('diagnostics', () => {
  it('what was not read stands verbatim in BC1201', () => {
    const due = read('Tháng 6/2026 cho kịp kỳ họp');
    expect(due.diagnostics).toEqual([
      {
        code: 'BC1201',
        level: 'warning',
        where: { path: 'due' },
        params: { text: 'Tháng 6/2026 cho kịp kỳ họp', unread: 'cho kịp kỳ họp' },
      },
    ]);
  });
  it('a text of which nothing was read is BC1202 and unspecified', () => {
    const due = read('Chưa xác định');
    expect(codes(due)).toEqual(['warning BC1202']);
    expect(due).toMatchObject({ kind: 'unspecified', start: null, end: null, unread: 'Chưa xác định' });
  });
  it('a day that does not exist is an error that names it', () => {
    expect(read('Trước ngày 31/02/2026').diagnostics).toEqual([
      {
        code: 'BC1203',
        level: 'error',
        where: { path: 'due' },
        params: { text: 'Trước ngày 31/02/2026', date: '31/02/2026' },
      },
    ]);
  });
  it('a reversed range is an error that shows both ends', () => {
    const [problem] = read('Từ tháng 12/2026 đến tháng 3/2026').diagnostics;
    expect(problem).toMatchObject({ code: 'BC1204', level: 'error', params: { from: '2026-12-01', to: '2026-03-31' } });
  });
  it('alternatives are kept with their condition and none is chosen', () => {
    const due = read('12/2026 hoặc 1/2027 (tuỳ thời điểm tổ chức kỳ họp thứ 49)');
    expect(codes(due)).toEqual(['info BC1205']);
    expect(due).toMatchObject({ end: null, condition: 'tuỳ thời điểm tổ chức kỳ họp thứ 49' });
    expect(due.alternatives.map((choice) => choice.end)).toEqual(['2026-12-31', '2027-01-31']);
  });
  it.each(['', '   ', '\n\t'])('an empty text %j is BC1207', (text) => {
    expect(codes(read(text))).toEqual(['warning BC1207']);
  });
  it('a part that was not read is reported by the whole too', () => {
    const due = read('- Quý III/2026: ban hành Kế hoạch - Báo cáo tổng kết');
    expect(codes(due)).toEqual(['warning BC1201']);
    expect(due.parts.map(codes)).toEqual([[], ['warning BC1202']]);
  });
});

describe('days that run from the signing', () => {
  const text = 'Chậm nhất 20 ngày kể từ ngày Quyết định này được UBND Thành phố ký ban hành';
  it('are unknown while the signing date is blank', () => {
    expect(read(text)).toMatchObject({ kind: 'by-date', end: null, trigger: { signing: true } });
  });
  it('are counted from the day after the signing', () => {
    expect(read(text, { signedOn: plainDate('2026-01-20') }).end).toBe('2026-02-09');
  });
  it('working days need a calendar and say so without one', () => {
    const signedOn = plainDate('2026-01-20');
    const working = '10 ngày làm việc kể từ ngày ký';
    expect(codes(read(working, { signedOn }))).toEqual(['warning BC1206']);
    const due = read(working, { signedOn, addWorkingDays: (from, days) => addDays(from, days + 4) });
    expect(due).toMatchObject({ end: '2026-02-03', diagnostics: [] });
  });
  it('a calendar that does not reach that far is reported, too', () => {
    const due = read('10 ngày làm việc kể từ ngày ký', {
      signedOn: plainDate('2026-01-20'),
      addWorkingDays: () => undefined,
    });
    expect(due.end).toBeNull();
    expect(codes(due)).toEqual(['warning BC1206']);
  });
});

describe('days that run from another event', () => {
  const counted = (text: string): unknown => daysFromEvent(read(text));
  it('are known before the event is', () => {
    const due = read('Trong thời hạn 15 ngày kể từ ngày Thủ tướng Chính phủ ban hành kế hoạch trọng tâm, liên ngành');
    expect(due).toMatchObject({ kind: 'event', end: null });
    expect(daysFromEvent(due)).toEqual({ days: 15, working: false });
    expect(counted('Sau 10 ngày làm việc kể từ ngày nhận được văn bản')).toEqual({ days: 10, working: true });
  });
  it('run as those from the signing do', () => {
    const signedOn = plainDate('2026-02-01');
    const { end } = read('Trong thời hạn 15 ngày kể từ ngày ký ban hành', { signedOn });
    expect(countedFrom(signedOn, { days: 15, working: false }, undefined)).toBe(end);
  });
  it.each([
    ['an event without a number of days', 'Khi có phát sinh'],
    ['days before something, of which a part stays unread', 'Trước 05 ngày diễn ra kỳ họp'],
    ['days from the signing of the plan itself', 'Chậm nhất 20 ngày kể từ ngày ký'],
    ['a month', 'Tháng 3/2026'],
  ])('%s has none', (_, text) => expect(counted(text)).toBeNull());
});

describe('the text', () => {
  it('stays verbatim, and a part says where it stands in it', () => {
    const text = '- Tháng 3/2026\n- Báo cáo kết \nquả: Tháng \n12/2026';
    const due = read(text);
    expect(due.text).toBe(text);
    expect(due.parts.map((part) => text.slice(part.span.from, part.span.to))).toEqual(
      due.parts.map((part) => part.text),
    );
    expect(due.parts.map((part) => part.label)).toEqual([null, 'Báo cáo kết quả']);
  });
  it('may be wrapped anywhere, as a page of a PDF is', () => {
    expect(read('Từ tháng 3/2026 \nđến tháng \n12/2026')).toMatchObject({ start: '2026-03-01', end: '2026-12-31' });
    expect(read('Báo cáo kết quả \nthực hiện (lồng \nghép trong kỳ \nBáo cáo CCHC)').kind).toBe('with-periodic-report');
  });
  it('may carry html debris', () => {
    const due = read(
      '<ul style="list-style-type: none"> - Quý I: trình - Tháng 10 năm 2026: Các sản phẩm còn lại </ul>',
    );
    expect(due.parts.map((part) => [part.end, part.label])).toEqual([
      ['2026-03-31', 'trình'],
      ['2026-10-31', 'Các sản phẩm còn lại'],
    ]);
  });
});
