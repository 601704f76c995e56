/** The five issued plans, whole: tasks per area, numbers as printed, nothing of the pages left in the texts. */

import type { RawPlan, RawTask } from '../../../src/plan/import/raw';
import { rawPlanOf } from '../../../src/plan/import/raw-plan';
import { targetsOf } from '../../../src/plan/import/targets';
import { countsOf, documentOf, planOf } from './reading';

const task = (plan: RawPlan, no: string, part: string | null = null, area?: string): RawTask => {
  const found = plan.tasks.find((one) => one.no === no && one.part === part && (area ?? one.area) === one.area);
  if (!found) throw new Error(`no task ${no}`);
  return found;
};

describe('hcmc-theme-2026: a tab table with parts, labels in the cells and pages in between', () => {
  const plan = planOf('data/sources/hcmc-theme-2026.txt');

  test('has 115 tasks in part A and 9 in part B', () => {
    expect(countsOf(plan)).toEqual({
      ...{ 'A I': 24, 'A II': 19, 'A III': 41, 'A IV': 19, 'A V': 12 },
      ...{ 'B I': 2, 'B II': 2, 'B III': 2, 'B IV': 3 },
    });
    expect(plan.tasks.filter(({ part }) => part === 'A').map(({ no }) => no)).toEqual(
      Array.from({ length: 115 }, (_, index) => String(index + 1)),
    );
  });

  test('joins what a page cut: title, labels and product', () => {
    expect(task(plan, '18', 'A')).toMatchObject({
      title: 'Xây dựng quy định chức năng, nhiệm vụ của các cơ quan chuyên môn',
      product: '100% cơ quan ban hành quy định chức năng, nhiệm vụ mới',
      solutions: ['Rà soát quy chế hiện hành', 'Cập nhật phù hợp mô hình hai cấp'],
      assignments: [{ supportText: 'Các sở, ban, ngành', dueText: 'Năm 2026' }],
    });
  });

  test('joins a cell that a page cut in mid-sentence', () => {
    const { title, solutions } = task(plan, '60', 'A');
    expect(title).toMatch(/^Thực hiện Nghị quyết số 260\/2025\/QH15 .* đặc thù phát triển Thành phố$/);
    expect(solutions[1]).toMatch(/của các cơ quan chuyên môn thuộc Ủy ban nhân dân Thành phố cho Ban Quản lý/);
  });

  test('keeps the list of a product as lines', () => {
    expect(task(plan, '7', 'B').product).toBe(
      '- Tỷ lệ hồ sơ đúng và trước hạn đạt từ 98% trở lên\n- Giảm tỷ lệ hồ sơ trễ hạn',
    );
  });

  test('says the one label that it had to interpret, and nothing else', () => {
    expect(plan.diagnostics.map(({ code, params }) => [code, params.task])).toEqual([['BC1619', '56']]);
  });
});

describe('cchc-2026-2030: numbers restart in each area, cells go on over two pages', () => {
  const plan = planOf('data/sources/cchc-2026-2030.txt');

  test('has 43 tasks', () => {
    expect(countsOf(plan)).toEqual({ I: 4, II: 13, III: 9, IV: 3, V: 2, VI: 4, VII: 8 });
    expect(plan.diagnostics).toEqual([]);
  });

  test('joins a list over three pages and leaves no tag of it', () => {
    const lines = task(plan, '11', null, 'II').product?.split('\n') ?? [];
    expect(lines).toHaveLength(5);
    expect(lines[1]).toBe('- Văn bản hướng dẫn áp dụng văn bản quy phạm pháp luật theo thẩm quyền;');
    expect(lines[4]).toMatch(/tổ chức, theo dõi thi hành pháp luật theo quy định\.$/);
  });

  test('joins every cell of a row that a page cut after its first words', () => {
    expect(task(plan, '9', null, 'III')).toMatchObject({
      title: expect.stringMatching(/^Tiếp tục đẩy mạnh .* trong thực hiện TTHC, .* các ngành$/),
      product: 'Các văn bản được ban hành',
      assignments: [
        {
          leadText: 'Các sở, ban, ngành thành phố; UBND cấp xã',
          supportText: 'Văn phòng UBND thành phố, Sở Tư pháp',
          dueText: 'Thường xuyên',
        },
      ],
    });
  });
});

describe('hcmc-cchc-2024: decimal numbers, running text before the table', () => {
  const plan = planOf('data/sources/hcmc-cchc-2024.txt');

  test('has 102 tasks under seven areas that are numbered like tasks', () => {
    expect(countsOf(plan)).toEqual({ 1: 16, 2: 10, 3: 19, 4: 11, 5: 16, 6: 12, 7: 18 });
  });

  test('prints "1.2." as 1.2, and a number that only groups is no task', () => {
    expect(plan.tasks.slice(0, 7).map(({ no }) => no)).toEqual(['1.1', '1.2', '1.3', '1.4.1', '1.4.2', '1.4.3', '1.5']);
    expect(plan.diagnostics.map(({ code, params }) => [code, params.no])).toEqual([['BC1614', '1.4']]);
  });

  test('has exactly one task without a due text', () => {
    expect(plan.tasks.filter(({ assignments }) => assignments[0]?.dueText === '').map(({ no }) => no)).toEqual(['7.7']);
  });

  test('keeps a hyphen inside a name and parts a list at the others', () => {
    expect(task(plan, '1.12').assignments[0]?.supportText.split('\n')).toEqual([
      '- Giám đốc Sở Thông tin và Truyền thông, Giám đốc Sở Nội vụ, Chánh Văn phòng UBND Thành phố',
      '- Thủ trưởng sở, ban, ngành; Chủ tịch UBND quận, huyện, thành phố Thủ Đức',
      '- Mời Ban Tuyên giáo Thành ủy, Ban Dân vận Thành ủy phối hợp với Mặt trận Tổ quốc Việt Nam và các đoàn thể chính trị - xã hội Thành phố',
    ]);
  });

  test('has 21 targets, the leaves of its list, without footnote marks', () => {
    expect(plan.targets.map(({ code }) => code).join(' ')).toBe(
      '1 2 3.1 3.2 3.3 3.4 3.5 3.6 3.7 4.1 4.2 5 6 7 8 9 10.1 10.2 10.3 10.4 10.5',
    );
    expect(plan.targets.find(({ code }) => code === '10.4')?.text).toMatch(/ngày 17 tháng 6 năm 2011\.$/);
  });
});

describe('hcmc-theme-2022: running text by agency', () => {
  const plan = planOf('data/sources/hcmc-theme-2022.txt');

  test('has 55 tasks: 49 bullets and 6 undashed paragraphs', () => {
    expect(countsOf(plan)).toEqual({
      ...{ '1.1': 2, '1.2': 6, '1.3': 10, '2.1': 8, '2.2.1': 4, '2.2.2': 3, '2.2.3': 4, '2.2.4': 7, '2.2.5': 1 },
      ...{ '2.2.6': 1, '2.2.7': 1, '2.2.8': 2, '2.2.9': 1, '2.2.10': 3, '2.2.11': 1, '2.2.12': 1 },
    });
    expect(plan.tasks.every(({ no }) => no === null)).toBe(true);
  });

  test('gives each task the agency of its heading, as printed', () => {
    const leads = new Map(plan.tasks.map((one) => [one.area, one.assignments[0]?.leadText]));
    expect(leads.get('2.2.1')).toBe('Sở Y tế');
    expect(leads.get('2.2.10')).toBe('Ngân hàng Nhà nước - Chi nhảnh Thành phô');
    expect(leads.get('2.1')).toMatch(/^Thủ trưởng các sở, ngành, Chủ tịch .* và các quận, huyện$/);
    expect(leads.get('1.1')).toBe('');
  });

  test('joins a sentence over a page and its number', () => {
    expect(plan.tasks.find(({ area }) => area === '2.2.3')?.title).toMatch(
      /^Tham mưu ủ y ban nhân dân Thành phố: Ban hành .* thông tin mạng, Chương trình nghiên cứu .* truyền thông\.$/,
    );
  });

  test('opens each bullet with the words that open the list', () => {
    const titles = plan.tasks.filter(({ area }) => area === '2.2.3').map(({ title }) => title);
    expect(titles.every((title) => title.startsWith('Tham mưu ủ y ban nhân dân Thành phố: '))).toBe(true);
  });
});

describe('hanoi-cchc-2026', () => {
  test('cannot be read from the text of the PDF, and the answer says why and where', () => {
    const { value, diagnostics } = rawPlanOf(documentOf('data/sources/hanoi-cchc-2026.raw.txt'));
    expect(value).toBeUndefined();
    expect(diagnostics).toEqual([
      {
        code: 'BC1606',
        level: 'error',
        where: { file: 'hanoi-cchc-2026.raw.txt', line: 746 },
        params: { header: 'TT Nhiệm vụ', times: 20 },
      },
    ]);
  });
});

describe('targets of hanoi-cchc-2026', () => {
  test('can be read from the same text, and are those of the typed table word for word', () => {
    const typed = planOf('data/sources/hanoi-cchc-2026.xlsx');
    const read = targetsOf(documentOf('data/sources/hanoi-cchc-2026.raw.txt'), typed.areas);
    const plain = (targets: RawPlan['targets']): string[][] =>
      targets.map(({ code, area, text }) => [code, area, text]);
    expect(read).toHaveLength(38);
    expect(plain(read)).toEqual(plain(typed.targets));
  });
});

describe('every plan', () => {
  const names = ['hcmc-theme-2026', 'cchc-2026-2030', 'hcmc-cchc-2024', 'hcmc-theme-2022'];
  const tasks = names.flatMap((name) => planOf(`data/sources/${name}.txt`).tasks.map((one) => ({ name, one })));

  test('together with Hà Nội there are 380 tasks', () => {
    expect(tasks.length + 56).toBe(380);
  });

  test('titles are whole: they start with a capital and hold no header, tag or page number', () => {
    const odd = tasks.filter(
      ({ one }) => !/^[\p{Lu}\d]/u.test(one.title) || /\t|<\w|\bSTT\b|Thời gian hoàn thành|\s\d{1,2}$/.test(one.title),
    );
    expect(odd.filter(({ one }) => !/số \d$/.test(one.title)).map(({ one }) => one.title)).toEqual([]);
  });

  test('no cell starts in the middle of a word or holds what the pages left', () => {
    const cells = tasks.flatMap(({ one }) => [
      one.product ?? '',
      ...one.solutions,
      ...one.assignments.flatMap(({ leadText, supportText, dueText }) => [leadText, supportText, dueText]),
    ]);
    expect(cells.filter((cell) => /^[\p{Ll},;]/u.test(cell) || /\t|<\/?(?:ul|p|br|li)|\bSTT\b/.test(cell))).toEqual([]);
  });
});
