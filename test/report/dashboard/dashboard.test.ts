/** The dashboard's numbers: those of the evaluation, and the same when they are counted again from its facts. */

import { totalOf } from '../../../src/figures/evaluation';
import { formatInteger, formatPercent } from '../../../src/i18n/format';
import { percentOf } from '../../../src/figures/percent';
import { OVERDUE_LISTED } from '../../../src/report/dashboard/lists';
import type { BoardCell, BoardTable, Dashboard } from '../../../src/report/dashboard/model';
import { shortened } from '../../../src/report/dashboard/facts';
import { dashboard, dashboardInput, sending } from '../../fixtures/dashboard';
import { rules } from '../../fixtures/evaluation';
import { figureFact, ledgerOf, submittedFact, taskFact } from '../../fixtures/events';
import { largeCity } from '../../fixtures/large-city';

const EVENTS = ledgerOf([
  taskFact('so-mau-01', '1', 'completed', '2026-02-20', {
    note: 'Đã ban hành văn bản mẫu',
    evidence: ['Văn bản mẫu 01'],
  }),
  taskFact('so-mau-02', '5', 'started', '2026-01-20', {
    part: 1,
    reason: 'Chờ hướng dẫn mẫu',
    remedy: 'Làm trong tháng 4',
  }),
  taskFact('xa-mau-01', '3', 'progress', '2026-03-01'),
  taskFact('xa-mau-02', '2', 'completed', '2026-03-02'),
  figureFact('so-mau-01', 'cong', 12),
  figureFact('so-mau-01', 'ty-le', [9, 10]),
  figureFact('so-mau-01', 'MT.1a', [99, 100]),
  submittedFact('so-mau-01'),
]);

const made = dashboard(
  EVENTS,
  {},
  { submissions: [sending('so-mau-01', 0), sending('so-mau-02', 2), sending('xa-mau-01', null)] },
);
const { evaluation } = dashboardInput(EVENTS);

const table = (of: Dashboard, id: string): BoardTable => {
  const found = of.tables.find((t) => t.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
};
const rowsOf = (t: BoardTable): readonly (readonly BoardCell[])[] => [
  ...t.groups.flatMap((g) => g.rows),
  ...(t.total ? [t.total] : []),
];

/** Sums of differences that run through all lists. */
function running(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let last = 0;
  return lists.map((list) => list.map((step) => (last += step)));
}

/** Counts again what a key counts, from nothing but the facts. */
function recount({ facts }: Dashboard, key: string): string {
  const [what, scope = '', set = ''] = key.split('/');
  const inside = (name: string): number => {
    const statuses = facts.sets[name];
    if (!statuses) throw new Error(`no set ${name}`);
    if (what === 't')
      return facts.tasks.filter(
        ([, area, status]) => statuses.includes(status) && (scope === 'all' || scope === `a${area}`),
      ).length;
    const { part, unit, status, reported } = facts.rows;
    return part.filter((p, i) => {
      const task = facts.parts[p]?.[0];
      const scopes = ['all', `u${unit[i]}`, `k${task}`, ...(reported[i] === 0 ? ['silent'] : [])];
      return statuses.includes(status[i] as number) && scopes.includes(scope);
    }).length;
  };
  if (set !== 'rate') return formatInteger(inside(set));
  const percent = percentOf(inside('done'), inside('of'), rules().rate);
  return percent === null ? '-' : formatPercent(percent);
}

/** The paragraphs that a key of a note leads to. */
function said({ facts }: Dashboard, key = ''): readonly string[] {
  const [kind, index] = key.split('/');
  return kind === 'n' ? (facts.notes[Number(index)] ?? []).map((t) => facts.texts[t] ?? '') : [];
}

describe('numbers', () => {
  it('the headline is the evaluation’s', () => {
    const { rate, counts } = evaluation;
    expect(made.tiles.slice(0, 3).map((t) => [t.value.text, t.notes[0]?.text])).toEqual([
      [formatPercent(rate.byTask.percent as number), `${rate.byTask.done}/${rate.byTask.of} nhiệm vụ`],
      [
        formatPercent(rate.byObligation.percent as number),
        `${rate.byObligation.done}/${rate.byObligation.of} phần việc`,
      ],
      [String(counts.byTask.overdue), `${counts.byObligation.overdue} phần việc quá hạn`],
    ]);
  });

  it('every count and rate that is printed comes out again from the facts behind it', () => {
    const cells = made.tables.flatMap(rowsOf).flat();
    const counts = cells.filter((c) => /^[to]\//.test(c.key ?? ''));
    expect(counts.length).toBeGreaterThan(150);
    for (const { key = '', text } of counts) expect([key, text]).toEqual([key, recount(made, key)]);
  });

  it('the facts hold every judgement with its rule and its events', () => {
    const { rows, events, texts } = made.facts;
    expect(rows.part).toHaveLength(evaluation.judgements.length);
    const all = running(rows.events);
    const seq = running([events.seq])[0];
    evaluation.judgements.forEach((j, i) => {
      expect(made.facts.rules[rows.rule[i] as number]).toMatchObject({ id: j.rule.id, reason: j.rule.reason });
      expect(all[i]?.map((e) => seq?.[e])).toEqual(j.events.map((e) => e.seq));
    });
    expect(events.text.map((t) => texts[t])).toContain(
      'Nội dung: Đã ban hành văn bản mẫu. Văn bản, minh chứng: Văn bản mẫu 01.',
    );
  });

  it('a status has its row, and the rows add up to all', () => {
    const statuses = table(made, 'trang-thai');
    const column = (at: number): number =>
      statuses.groups.flatMap((g) => g.rows).reduce((sum, row) => sum + Number(row[at]?.text), 0);
    expect([column(1), column(2)]).toEqual([
      totalOf(evaluation.counts.byTask),
      totalOf(evaluation.counts.byObligation),
    ]);
    expect(statuses.total?.map((c) => c.text)).toEqual(['Tổng số', String(column(1)), String(column(2))]);
  });

  it('every key leads to something that is there', () => {
    const cells = [...made.tables.flatMap(rowsOf).flat(), ...made.tiles.flatMap((t) => [t.value, ...t.notes])];
    const { facts } = made;
    const lists = {
      k: facts.tasks,
      j: facts.rows.part,
      i: facts.figures,
      q: facts.figures,
      s: facts.submissions,
      n: facts.notes,
    };
    for (const { key } of cells) {
      const [kind = '', index] = key?.split('/') ?? [];
      if (kind in lists) expect([key, lists[kind as keyof typeof lists][Number(index)]]).not.toEqual([key, undefined]);
      else expect([undefined, 't', 'o', 'r', 'm']).toContain(kind || undefined);
    }
  });
});

describe('explanations', () => {
  it('a rank says its block, its rate, and how equal rates stand', () => {
    const { groups } = table(made, 'don-vi');
    const row = groups.flatMap((g) => g.rows).find((r) => r[1]?.text === 'Sở Mẫu 01') ?? [];
    const [place, how] = said(made, row[0]?.key);
    expect(place).toMatch(
      /^Khối .*: hạng \d+ trên \d+ cơ quan, đơn vị được xếp hạng, tỷ lệ \d+,\d\d% \(\d+\/\d+ phần việc\)\./,
    );
    expect(how).toContain('Tỷ lệ bằng nhau thì cùng hạng');
  });

  it('who has answered an indicator are as many as are printed', () => {
    const { figures, unitSets } = made.facts;
    const rows = rowsOf(table(made, 'chi-tieu'));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const cell = row[4];
      const { who } = figures[Number(cell?.key?.slice(2))] ?? {};
      if (!who) continue;
      const [asked, silent] = who.map((set) => unitSets[set]?.length ?? 0) as [number, number];
      expect([row[0]?.text, cell?.text]).toEqual([row[0]?.text, `${asked - silent}/${asked}`]);
    }
  });

  it('a body that has reported says what it told', () => {
    const { units, texts, reporting } = made.facts;
    const told = new Map(reporting.reported.map((unit, i) => [units[unit], texts[reporting.told[i] as number]]));
    expect(told.get('Sở Mẫu 01')).toBe(
      'gửi báo cáo ngày 18/03/2026; 3 số liệu chỉ tiêu; 1 sự việc về nhiệm vụ trong kỳ',
    );
    expect(told.size).toBe(evaluation.reporting.reported.length);
  });

  it('a target says what is measured, the level and the verdict; one that cannot be judged says why', () => {
    const goals = (of: Dashboard): readonly (string | undefined)[] =>
      of.facts.figures.flatMap((f) => (f.goal ? [`${f.goal.measure} | ${f.goal.level} | ${f.goal.verdict}`] : []));
    expect(goals(made)[0]).toBe(
      'Tỷ lệ mẫu | từ 98% trở lên | Đạt: kết quả 99,00% (99/100), mức phải đạt từ 98% trở lên',
    );
    expect(goals(dashboard([]))[0]).toContain('Chưa đánh giá được: chưa có số liệu của kỳ');
  });

  it('every number of the head has its explanation', () => {
    for (const { value, notes } of made.tiles) for (const cell of [value, ...notes]) expect(cell.key).toBeDefined();
  });
});

describe('lists', () => {
  it('what is overdue stands under its task, with reason and remedy', () => {
    const { groups } = table(made, 'qua-han');
    expect(groups.map((g) => [g.title, g.rows.map((r) => r.map((c) => c.text))])).toContainEqual([
      'Nhiệm vụ 5: Nhiệm vụ mẫu 5 (phần của so-mau-02); 1 phần việc quá hạn',
      [['Sở Mẫu 02', '28/02/2026', '14', 'Có', 'Chờ hướng dẫn mẫu', 'Làm trong tháng 4']],
    ]);
  });

  it('the board of submissions has those first who still owe, and its picture counts each once', () => {
    const { groups, chart } = table(made, 'gui-bao-cao');
    expect(groups.map((g) => g.title)).toEqual([
      'Chưa gửi: 1 cơ quan, đơn vị',
      'Đã gửi, quá hạn: 1 cơ quan, đơn vị',
      'Đã gửi đúng hạn: 1 cơ quan, đơn vị',
    ]);
    expect(chart?.series[0]?.values).toEqual([0, 0, 0, 1, 1, 0, 0, 1]);
  });

  it('targets are compared and lead to what was told', () => {
    const [row] = table(made, 'chi-tieu-ke-hoach').groups.flatMap((g) => g.rows);
    expect(row?.map((c) => c.text)).toEqual([
      'MT.1a',
      'Tỷ lệ mẫu từ 98% trở lên',
      'Tỷ lệ mẫu',
      'từ 98% trở lên',
      '99,00% (99/100)',
      'Đạt',
    ]);
    const fact = made.facts.figures[Number(row?.[4]?.key?.slice(2))];
    expect(fact?.amounts.map((a) => made.facts.texts[a])).toEqual(['99/100']);
  });

  it('a city with everything overdue lists the longest and says how many more there are', () => {
    const city = largeCity(7, { late: true });
    const overdue = table(dashboard(city.events, city), 'qua-han');
    expect(overdue.groups.reduce((sum, g) => sum + g.rows.length, 0)).toBe(OVERDUE_LISTED);
    expect(overdue.notes).toEqual([
      'Bảng nêu 1.000 phần việc quá hạn lâu nhất; còn 9.080 phần việc khác có trong bảng tổng hợp Excel.',
    ]);
  });
});

describe('comparison', () => {
  const comparison = {
    name: 'quý I năm 2025',
    lines: [
      {
        label: 'Tỷ lệ hoàn thành',
        now: '26,00%',
        before: '24,00%',
        change: 'tăng 2,00 điểm phần trăm',
        tone: 'good' as const,
        why: { now: 't/all/rate', before: ['Kỳ trước mẫu.'], change: ['Hiệu mẫu.'] },
      },
    ],
    ranks: new Map([['so-mau-01', { text: '+2', why: ['Kỳ này hạng 1.', 'Kỳ trước hạng 3.'] }]]),
  };

  it('is not spoken of where there is none', () => {
    expect(made.tables.map((t) => t.id)).not.toContain('so-sanh');
    expect(table(made, 'don-vi').columns.map((c) => c.title)).not.toContain('Thay đổi thứ hạng');
  });

  it('stands first where there is one, and units show how their rank moved', () => {
    const with_ = dashboard(EVENTS, {}, { comparison });
    expect(with_.tables[0]?.title).toBe('So với quý I năm 2025');
    const [compared] = with_.tables.slice(0, 1).flatMap(rowsOf);
    expect(compared?.slice(1).map((c) => said(with_, c.key))).toEqual([[], ['Kỳ trước mẫu.'], ['Hiệu mẫu.']]);
    const units = table(with_, 'don-vi');
    expect(units.columns.map((c) => c.title).slice(0, 3)).toEqual(['Hạng', 'Thay đổi thứ hạng', 'Cơ quan, đơn vị']);
    for (const row of rowsOf(units)) expect(row).toHaveLength(units.columns.length);
    expect(units.groups[0]?.rows.map((r) => [r[1]?.text, r[2]?.text])).toContainEqual(['+2', 'Sở Mẫu 01']);
    const row = units.groups[0]?.rows.find((r) => r[2]?.text === 'Sở Mẫu 01') ?? [];
    expect(said(with_, row[1]?.key)).toEqual(['Kỳ này hạng 1.', 'Kỳ trước hạng 3.']);
    expect(said(with_, row[0]?.key).at(-1)).toBe('Kỳ trước hạng 3.');
    expect(row[0]?.key).toMatch(/^n\/\d+\/o\/u\d+\/rate$/);
  });
});

it('the sources name the window as an office does; the properties keep it as it was made', () => {
  const provenance = { plan: 'ke-hoach-mau', window: '2025-12-15/2026-03-14' };
  const { sources, properties } = dashboard(EVENTS, {}, { provenance });
  expect(sources.slice(1)).toEqual([
    ['Mã kế hoạch', 'ke-hoach-mau'],
    ['Khung chốt số liệu', '15/12/2025 – 14/03/2026'],
  ]);
  expect(properties.custom).toEqual(provenance);
});

it('a long text is cut at a word, and never inside a character', () => {
  expect(shortened('một hai ba bốn năm sáu bảy tám chín mười', 20)).toBe('một hai ba bốn năm…');
  expect(shortened('ngắn', 20)).toBe('ngắn');
  expect(shortened('😀'.repeat(30), 5)).toBe('😀😀…');
});
