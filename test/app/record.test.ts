/**
 * Guards `record`: lines become events all or none, every fault of every line is told at once with file and line, and
 * what comes out is what the ledger takes without a word.
 */

import { bookLines, recordPages, type RecordOptions } from '../../src/app/record';
import { GENESIS } from '../../src/ledger/events';
import { fromRow, toRow } from '../../src/ledger/store/rows';
import { error, failed, ok, type Diagnostic, type PlacedLine } from '../../src/lib/diagnostic';
import { bookingContextOf } from '../fixtures/city';
import { instant } from '../fixtures/events';

const OPTIONS: RecordOptions = {
  now: instant('2026-04-01T09:00:00+07:00'),
  sample: false,
  plan: 'ke-hoach-mau',
  contextOf: (plan, where) =>
    plan === 'ke-hoach-mau' ? ok(bookingContextOf()) : failed([error('BC1002', where, { name: plan, known: '' })]),
};
const FILE = 'số liệu mẫu.jsonl';
const completed = { unit: 'so-mau-01', plan: 'ke-hoach-mau', task: '1', event: 'completed', on: '2026-02-10' };
const figure = { unit: 'so-mau-01', plan: 'ke-hoach-mau', indicator: 'cong', period: '2026-Q1', value: 3 };
const text = (...lines: readonly unknown[]): string =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
const linesOf = (content: string): readonly PlacedLine[] =>
  content.split('\n').flatMap((line, i) => (line.trim() ? [{ text: line, where: { file: FILE, line: i + 1 } }] : []));
const booked = (content: string, options = OPTIONS): ReturnType<typeof bookLines> =>
  bookLines(linesOf(content), options);
const at = (diagnostics: readonly Diagnostic[]): readonly unknown[] => diagnostics.map((d) => [d.where.line, d.code]);

describe('booking a file', () => {
  it('every line is an event, in the order of the file', () => {
    const { value, diagnostics } = booked(text(completed, figure));
    expect(diagnostics).toEqual([]);
    expect(value?.map((e) => e.fact.kind)).toEqual(['task', 'figure']);
    expect(value?.map((e) => [e.sample, e.statedAt])).toEqual([
      [false, null],
      [false, null],
    ]);
  });

  it('one wrong line keeps all out, and all wrong lines are told at once with their places', () => {
    const { value, diagnostics } = booked(
      text(
        completed,
        { ...completed, unit: 'so-mau-09' },
        '',
        '{"unit": "so-mau-01",',
        { ...completed, on: '2026-02-30', event: 'xong' },
        { ...figure, period: '2026-Q2', indicator: 'khong-co' },
        figure,
        '7',
      ),
    );
    expect(value).toBeUndefined();
    expect(at(diagnostics)).toEqual([
      [2, 'BC2101'],
      [4, 'BC1003'],
      [5, 'BC1001'],
      [5, 'BC1001'],
      [6, 'BC2109'],
      [6, 'BC2110'],
      ...Array<unknown>(4)
        .fill([8, 'BC1001'])
        .slice(0, diagnostics.length - 6),
    ]);
    for (const d of diagnostics) expect(d.where.file).toBe(FILE);
  });

  it('a warning keeps nothing out, and is told', () => {
    const { value, diagnostics } = booked(text({ ...completed, on: '2026-04-02' }, figure));
    expect(value).toHaveLength(2);
    expect(diagnostics.map((d) => [d.where.line, d.code, d.level])).toEqual([[1, 'BC2108', 'warning']]);
  });

  it('an error beside a warning keeps all out, and both are told', () => {
    const { value, diagnostics } = booked(text({ ...completed, on: '2026-04-02' }, { ...figure, value: -1 }));
    expect(value).toBeUndefined();
    expect(at(diagnostics)).toEqual([
      [1, 'BC2108'],
      [2, 'BC2122'],
    ]);
  });

  it('the same line twice is two tellings of one event: the ledger keeps one', () => {
    const { value } = booked(text(figure, { ...figure, value: 4 }, figure));
    expect(value).toHaveLength(3);
    expect(value?.[2]).toEqual(value?.[0]);
  });
});

describe('the plan of a line', () => {
  const { plan: _plan, ...withoutPlan } = completed;

  it('is the one that the line names, else the one of the command', () => {
    expect(booked(text(withoutPlan)).value?.[0]?.fact.plan).toBe('ke-hoach-mau');
    expect(at(booked(text({ ...completed, plan: 'khac' })).diagnostics)).toEqual([[1, 'BC1002']]);
  });

  it('must be named where the command has none', () => {
    const { diagnostics } = booked(text(withoutPlan), { ...OPTIONS, plan: undefined });
    expect(diagnostics).toMatchObject([{ code: 'BC1001', where: { file: FILE, line: 1, path: 'plan' } }]);
  });

  it('given as null is a fault, and is not filled in', () => {
    expect(booked(text({ ...completed, plan: null })).diagnostics).toMatchObject([
      { code: 'BC1001', where: { path: 'plan' } },
    ]);
  });
});

it('the sample mark is on every event of a sample', () => {
  const { value } = booked(text(completed, figure), { ...OPTIONS, sample: true });
  expect(value?.map((e) => e.sample)).toEqual([true, true]);
});

describe('recording page after page', () => {
  /** A transaction that remembers what was put into it. */
  function notebook(): {
    readonly intake: Parameters<typeof recordPages>[2];
    readonly appended: number[];
    readonly closed: number[];
  } {
    const appended: number[] = [];
    const closed: number[] = [];
    const standing = new Map<string, number>();
    let seq = 0;
    return {
      appended,
      closed,
      intake: {
        append: async (piece, now) => {
          const links = piece.map((event) => toRow(event, { seq, hash: GENESIS }, now));
          const known = links.flatMap(({ id }, index) =>
            standing.has(id) ? [{ index, seq: standing.get(id) ?? 0 }] : [],
          );
          const fresh = links.filter(({ id }) => !standing.has(id)).map((row) => fromRow({ ...row, seq: (seq += 1) }));
          for (const { id, seq: at } of fresh) standing.set(id, at);
          appended.push(piece.length);
          return { appended: fresh, known };
        },
        close: async (head) => void closed.push(head.seq),
      },
    };
  }
  async function* pages(...contents: readonly string[]): AsyncGenerator<readonly PlacedLine[]> {
    for (const content of contents) yield linesOf(content);
  }
  const nothing = (): undefined => undefined;
  const value = (n: number): object => ({ ...figure, value: n });

  it('makes one batch of all pages, and counts what the ledger held already', async () => {
    const book = notebook();
    const seen: number[] = [];
    const done = await recordPages(
      pages(text(value(1), value(2)), text(value(2), value(3))),
      OPTIONS,
      book.intake,
      (batch, lines, { known }) => seen.push(batch.length, lines.length, known.length),
    );
    expect(done).toEqual({ value: { recorded: 3, known: 1 }, diagnostics: [] });
    expect([book.appended, book.closed]).toEqual([[2, 2], [3]]);
    expect(seen).toEqual([2, 2, 0, 2, 2, 1]);
  });

  it('after the first fault it reads on, tells all of them and writes nothing more', async () => {
    const book = notebook();
    const content = pages(text(value(1)), text(value(-1)), text(value(2)), text('7'));
    const done = await recordPages(content, OPTIONS, book.intake, nothing);
    expect(done.value).toBeUndefined();
    expect(new Set(done.diagnostics.map((d) => d.code))).toEqual(new Set(['BC2122', 'BC1001']));
    expect([book.appended, book.closed]).toEqual([[1], []]);
  });

  it('closes nothing when all was known', async () => {
    const book = notebook();
    await recordPages(pages(text(value(1))), OPTIONS, book.intake, nothing);
    const again = await recordPages(pages(text(value(1))), OPTIONS, book.intake, nothing);
    expect(again.value).toEqual({ recorded: 0, known: 1 });
    expect(book.closed).toEqual([1]);
  });

  it('nothing to record is a fault, not a success', async () => {
    const book = notebook();
    expect((await recordPages(pages(), OPTIONS, book.intake, nothing)).diagnostics).toMatchObject([{ code: 'BC2117' }]);
  });
});
