/** What a city's report takes of its units' words: by the rule, never losing a word, ends at sentences. */

import fc from 'fast-check';
import { cutAtSentence, gatherExcerpts, type ExcerptRule, type Told } from '../../src/report/excerpts';
import { squeeze } from '../../src/lib/text';

const rule: ExcerptRule = { most: 2, characters: 100, order: ['named-lead', 'longest'] };
const NOBODY: ReadonlySet<string> = new Set();
const told = (...texts: readonly string[]): readonly Told[] => texts.map((text, i) => ({ unit: `dv-${i + 1}`, text }));

describe('a text that is too long', () => {
  it.each([
    ['Câu thứ nhất mẫu. Câu thứ hai mẫu dài hơn nhiều.', 30, 'Câu thứ nhất mẫu…'],
    ['Đã làm xong việc mẫu; đang làm việc mẫu khác; sẽ làm tiếp.', 40, 'Đã làm xong việc mẫu…'],
    ['Tốt. Trong kỳ đơn vị đã triển khai đầy đủ các nội dung được giao', 40, 'Tốt. Trong kỳ đơn vị đã triển khai đầy…'],
    ['Một câu mẫu rất dài không có dấu nào ở giữa cả', 20, 'Một câu mẫu rất…'],
    ['Vừa đủ.', 7, 'Vừa đủ.'],
  ])('%s (%i)', (text, characters, expected) => {
    expect(cutAtSentence(text, characters)).toBe(expected);
  });

  it('never grows beyond its room, and is a beginning of what was written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), fc.integer({ min: 80, max: 200 }), (text, room) => {
        const cut = cutAtSentence(text, room);
        expect(cut.length).toBeLessThanOrEqual(room);
        expect(squeeze(text).startsWith(cut.replace(/…$/, ''))).toBe(true);
      }),
    );
  });
});

describe('which texts a section takes', () => {
  it('the longest, printed in the order of the registry; the others stand in the annex', () => {
    const { shown, left } = gatherExcerpts(told('Ngắn.', 'Câu vừa phải.', 'Câu dài nhất trong ba câu.'), rule, NOBODY);
    expect(shown.map((e) => e.units)).toEqual([['dv-2'], ['dv-3']]);
    expect(left).toEqual([{ units: ['dv-1'], text: 'Ngắn.', whole: 'Ngắn.' }]);
  });

  it('bodies that the plan names in the area come before longer texts of others', () => {
    const { shown } = gatherExcerpts(told('Ngắn.', 'Câu vừa phải.', 'Câu dài nhất.'), rule, new Set(['dv-1']));
    expect(shown.map((e) => e.units)).toEqual([['dv-1'], ['dv-2']]);
  });

  it('the same words are said once, with all who said them', () => {
    const { shown, left } = gatherExcerpts(told('Đề nghị tập huấn.', 'Không có.', 'đề nghị  tập huấn.'), rule, NOBODY);
    expect(shown.map((e) => [e.units, e.text])).toEqual([
      [['dv-1', 'dv-3'], 'Đề nghị tập huấn.'],
      [['dv-2'], 'Không có.'],
    ]);
    expect(left).toEqual([]);
  });

  it('no word is lost: each text is shown whole or kept whole for the annex', () => {
    const texts = fc.array(fc.string({ minLength: 1, maxLength: 300 }), { maxLength: 20 });
    fc.assert(
      fc.property(texts, (list) => {
        const { shown, left } = gatherExcerpts(told(...list), rule, NOBODY);
        expect(shown.length).toBeLessThanOrEqual(rule.most);
        const all = [...shown, ...left];
        expect(all.flatMap((e) => e.units)).toHaveLength(list.length);
        for (const { whole, text } of all) expect(list).toContain(whole ?? text);
      }),
    );
  });
});
