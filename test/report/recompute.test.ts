/**
 * Opens the finished DOCX, takes every percentage and count out of its text and recomputes it from the tables of
 * the same DOCX, knowing nothing of the program's figures.
 */

import { STATUS_LABELS, STATUS_PHRASES } from '../../src/i18n/statuses';
import { decideTask } from '../../src/obligations/rules';
import { STATUSES, type Status } from '../../src/obligations/schema';
import { opened, outputsOf, planData, requestFor, sampleEvents } from '../support/hanoi';
import { column, numberOf, printedPercent, seen, tableWith, type SeenDocument, type SeenTable } from './docx-facts';

const data = planData();
const DONE: readonly Status[] = ['done-on-time', 'done-late', 'period-done'];
const LEFT_OUT: readonly Status[] = ['not-triggered', 'cancelled'];
const statusOf = (label: string): Status => {
  const found = STATUSES.find((s) => STATUS_LABELS[s] === label);
  if (!found) throw new Error(`"${label}" is no status`);
  return found;
};

type Tally = Map<Status, number>;
const tally = (statuses: readonly Status[]): Tally =>
  new Map(STATUSES.map((s) => [s, statuses.filter((x) => x === s).length]));
const sum = (of: Tally, statuses: readonly Status[]): number => statuses.reduce((n, s) => n + (of.get(s) ?? 0), 0);

/** Tasks by area with their status, read from the annex of tasks. */
interface SeenTask {
  readonly area: string;
  readonly no: string;
  readonly status: Status;
}

function tasksFromAnnex(
  table: SeenTable,
  statusesOfRow: (row: readonly string[]) => Status | null,
  unit: boolean,
): readonly SeenTask[] {
  const rules = opened(data, '2026-Q1').rules.task;
  const found = new Map<string, { area: string; statuses: Status[] }>();
  let area = '';
  for (const row of table.rows) {
    if (row.length < table.header.length) {
      area = row[1] as string;
      continue;
    }
    const no = row[0] as string;
    const status = statusesOfRow(row);
    const entry = found.get(no) ?? { area, statuses: [] };
    found.set(no, entry);
    if (status) entry.statuses.push(status);
  }
  return [...found].map(([no, { area: at, statuses }]) => {
    const status = unit ? decideTask(rules, statuses)?.status : statuses[0];
    return { area: at, no, status: status as Status };
  });
}

/** Checks "3 nhiệm vụ hoàn thành đúng hạn, … và …" phrases against a tally; returns how many were checked. */
function checkPhrases(text: string, of: Tally): number {
  let checked = 0;
  for (const status of STATUSES) {
    const pattern = new RegExp(`(\\d[\\d.]*) nhiệm vụ ${STATUS_PHRASES[status]}(?=[,.;]| và |$)`, 'g');
    for (const match of text.matchAll(pattern)) {
      expect([status, numberOf(match[1] as string)]).toEqual([status, of.get(status)]);
      checked += 1;
    }
  }
  return checked;
}

const paragraph = (document: SeenDocument, words: string): string => {
  const found = document.paragraphs.find((p) => p.includes(words));
  if (!found) throw new Error(`no paragraph with "${words}"`);
  return found;
};

/** Every percentage of the text stands beside its two numbers and is what they give. */
function checkPercents(document: SeenDocument): number {
  let checked = 0;
  const texts = [
    ...document.paragraphs,
    ...document.tables.flatMap((t) => t.rows.flat().filter((c) => c.includes('/'))),
  ];
  for (const text of texts) {
    const beside = [
      ...text.matchAll(/(\d[\d.]*)\/(\d[\d.]*) (?:nhiệm vụ|phần việc)[^%/]*?, đạt (\d[\d.]*,\d\d%)/g),
      ...[...text.matchAll(/(\d[\d.]*,\d\d%) \((\d[\d.,]*)\/(\d[\d.,]*)/g)].map(
        (m) => [m[0], m[2], m[3], m[1]] as const,
      ),
    ];
    for (const [, part, whole, percent] of beside) {
      expect(percent).toBe(printedPercent(numberOf(part as string), numberOf(whole as string)));
    }
    const all = [...text.matchAll(/\d,\d\d%/g)].length;
    expect([text, beside.length]).toEqual([text, all]);
    checked += all;
  }
  return checked;
}

function checkAreaTable(document: SeenDocument, tasks: readonly SeenTask[]): void {
  const table = tableWith(document, 'Lĩnh vực', 'Tổng số nhiệm vụ');
  for (const row of table.rows) {
    const own = row[0] === 'Tổng cộng' ? tasks : tasks.filter((t) => t.area === row[0]);
    const of = tally(own.map((t) => t.status));
    const groups: readonly (readonly Status[])[] = [
      STATUSES,
      ['done-on-time'],
      ['done-late'],
      ['period-done'],
      ['in-progress', 'not-due'],
      ['overdue'],
      ['done-unsatisfactory', 'period-missing', 'no-report'],
      LEFT_OUT,
    ];
    expect([row[0], ...row.slice(1, 9).map(numberOf)]).toEqual([row[0], ...groups.map((g) => sum(of, g))]);
    const base = own.length - sum(of, LEFT_OUT);
    expect([row[0], row[9]]).toEqual([row[0], base === 0 ? '-' : printedPercent(sum(of, DONE), base)]);
  }
}

describe('báo cáo của thành phố, ba hạt giống số liệu', () => {
  const cases = [2026, 7, 99];
  const documents = new Map<number, SeenDocument>();
  beforeAll(async () => {
    for (const seed of cases) {
      const files = await outputsOf(data, requestFor(data, '2026-Q1', sampleEvents(data, '2026-Q1', seed)), []);
      documents.set(seed, seen(files.get('2026-Q1/bao-cao-hanoi.docx') as Uint8Array));
    }
  });
  const cityTasks = (document: SeenDocument): readonly SeenTask[] => {
    const annex = tableWith(document, 'STT', 'Trạng thái nhiệm vụ');
    return tasksFromAnnex(annex, (row) => (row[9] ? statusOf(row[9]) : null), false);
  };

  it.each(cases)('mọi tỷ lệ phần trăm tính lại được từ hai số in cạnh nó (hạt giống %i)', (seed) => {
    expect(checkPercents(documents.get(seed) as SeenDocument)).toBeGreaterThan(10);
  });

  it.each(cases)('số nhiệm vụ theo trạng thái trong lời văn bằng số đếm trong phụ lục (hạt giống %i)', (seed) => {
    const document = documents.get(seed) as SeenDocument;
    const tasks = cityTasks(document);
    const of = tally(tasks.map((t) => t.status));
    const text = paragraph(document, 'không kể') + paragraph(document, ' giao ');
    expect(checkPhrases(text, of)).toBeGreaterThan(4);
    const [, done, base] = /hoàn thành (\d[\d.]*)\/(\d[\d.]*) nhiệm vụ/.exec(text) ?? [];
    expect([done, base].map((t) => numberOf(t as string))).toEqual([sum(of, DONE), tasks.length - sum(of, LEFT_OUT)]);
    expect(numberOf(/giao (\d+) nhiệm vụ/.exec(text)?.[1] as string)).toBe(tasks.length);
  });

  it.each(cases)('đoạn về từng lĩnh vực đếm đúng nhiệm vụ của lĩnh vực đó trong phụ lục (hạt giống %i)', (seed) => {
    const document = documents.get(seed) as SeenDocument;
    const tasks = cityTasks(document);
    const areas = [...new Set(tasks.map((t) => t.area))];
    const texts = document.paragraphs.filter((p) => p.includes('nhiệm vụ thuộc lĩnh vực này'));
    expect(texts).toHaveLength(areas.length);
    // Direction stands in part I, the other areas follow in the order of the plan: the order of the annex too.
    areas.forEach((area, index) => {
      const own = tasks.filter((t) => t.area === area);
      expect(numberOf(/giao (\d+) nhiệm vụ/.exec(texts[index] as string)?.[1] as string)).toBe(own.length);
      expect(checkPhrases(texts[index] as string, tally(own.map((t) => t.status)))).toBeGreaterThan(0);
    });
  });

  it.each(cases)('bảng theo lĩnh vực cộng đúng từ phụ lục nhiệm vụ (hạt giống %i)', (seed) => {
    const document = documents.get(seed) as SeenDocument;
    checkAreaTable(document, cityTasks(document));
  });

  it.each(cases)('số phần việc và số đơn vị đã báo cáo cộng đúng từ hai phụ lục (hạt giống %i)', (seed) => {
    const document = documents.get(seed) as SeenDocument;
    const annex = tableWith(document, 'STT', 'Trạng thái nhiệm vụ');
    const units = tableWith(document, 'Cơ quan, đơn vị', 'Số liệu của kỳ');
    const add = (t: SeenTable, title: string, rows = column(t, title)): number =>
      rows.reduce((n, c) => n + numberOf(c), 0);
    const total = add(annex, 'Số phần việc');
    const ofUnits = (title: string): number => add(units, title, column(units, title).slice(0, -1));
    for (const title of ['Số phần việc', 'Đã hoàn thành', 'Quá hạn', 'Chưa phát sinh']) {
      expect([title, ofUnits(title)]).toEqual([title, add(annex, title)]);
      expect([title, numberOf(column(units, title).at(-1) as string)]).toEqual([title, add(annex, title)]);
    }
    const counted = paragraph(document, 'Tính theo phần việc');
    const [, done, base] = /hoàn thành (\d[\d.]*)\/(\d[\d.]*) phần việc/.exec(counted) ?? [];
    expect([done, base].map((t) => numberOf(t as string))).toEqual([
      add(annex, 'Đã hoàn thành'),
      total - add(annex, 'Chưa phát sinh'),
    ]);
    const sent = column(units, 'Số liệu').slice(0, -1);
    const given = paragraph(document, 'đã có thông tin báo cáo của');
    const [, reported, expected] = /đã có thông tin báo cáo của (\d+)\/(\d+) cơ quan, đơn vị/.exec(given) ?? [];
    expect([Number(reported), Number(expected)]).toEqual([sent.filter((s) => s === 'Có').length, sent.length]);
    expect(given).toContain(`gồm ${total.toLocaleString('de-DE')} phần việc`);
  });

  it.each(cases)('mỗi số liệu nêu trong lời văn là số của phụ lục thống kê (hạt giống %i)', (seed) => {
    const document = documents.get(seed) as SeenDocument;
    const annex = tableWith(document, 'Mã', 'Chỉ tiêu thống kê');
    const byLabel = new Map(annex.rows.filter((r) => r.length === 5).map((r) => [r[1] as string, r]));
    let checked = 0;
    for (const text of document.paragraphs) {
      const match = /^- (.+?): (\d[\d.]*(?:,\d+)?%?)(?=[ ;.(])/.exec(text);
      const row = match && byLabel.get(match[1] as string);
      if (!row) continue;
      expect([row[1], (row[3] as string).split(' ')[0]]).toEqual([row[1], match[2]]);
      const base = /\((\d+\/\d+) đơn vị đã báo cáo\)/.exec(text)?.[1];
      expect([row[1], row[4]]).toEqual([row[1], base ? `${base} đơn vị đã báo cáo` : '']);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(15);
  });

  it.each(cases)('số chỉ tiêu đạt, số đã đánh giá đếm đúng từ phụ lục chỉ tiêu (hạt giống %i)', (seed) => {
    const document = documents.get(seed) as SeenDocument;
    const met = column(tableWith(document, 'Mã', 'Mức phải đạt'), 'Đánh giá');
    const [, got, compared] =
      /Đã đạt (\d+)\/(\d+) nội dung chỉ tiêu/.exec(paragraph(document, 'chỉ tiêu đánh giá được')) ?? [];
    expect([Number(got), Number(compared)]).toEqual([
      met.filter((m) => m === 'Đạt').length,
      met.filter((m) => m !== 'Chưa đánh giá').length,
    ]);
  });
});

describe('báo cáo của đơn vị', () => {
  const units = ['so-noi-vu', 'phuong-ba-dinh', 'van-phong-ubnd-thanh-pho'];
  const documents = new Map<string, SeenDocument>();
  beforeAll(async () => {
    const files = await outputsOf(data, requestFor(data, '2026-H1', sampleEvents(data, '2026-H1', 5)), units);
    for (const unit of units) documents.set(unit, seen(files.get(`2026-H1/don-vi/bao-cao-${unit}.docx`) as Uint8Array));
  });

  it.each(units)('mọi tỷ lệ và số đếm của %s tính lại được từ phụ lục của chính nó', (unit) => {
    const document = documents.get(unit) as SeenDocument;
    const annex = tableWith(document, 'STT', 'Trạng thái', 'Ngày hoàn thành');
    const tasks = tasksFromAnnex(annex, (row) => statusOf(row[6] as string), true);
    const of = tally(tasks.map((t) => t.status));
    checkPercents(document);
    checkAreaTable(document, tasks);
    const text = paragraph(document, 'được giao chủ trì');
    expect(numberOf(/chủ trì (\d+) nhiệm vụ/.exec(text)?.[1] as string)).toBe(tasks.length);
    expect(checkPhrases(text, of)).toBeGreaterThan(2);
  });

  it.each(units)('số phần việc quá hạn của %s bằng số hàng quá hạn trong phụ lục', (unit) => {
    const document = documents.get(unit) as SeenDocument;
    const overdue = column(tableWith(document, 'STT', 'Trạng thái', 'Ngày hoàn thành'), 'Trạng thái').filter(
      (s) => s === STATUS_LABELS.overdue,
    ).length;
    const said = document.paragraphs.map((p) => /^Còn (\d+) phần việc quá hạn/.exec(p)?.[1]).find(Boolean);
    expect(Number(said ?? 0)).toBe(overdue);
  });
});
