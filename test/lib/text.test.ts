/**
 * Text from outside is cleaned once, and names are looked up without marks: what a DOCX cannot hold is gone, what a
 * person wrote stays, and two spellings of one Vietnamese name meet in one key.
 */

import fc from 'fast-check';
import { cleanText, compareVietnamese, fold, slug, squeeze } from '../../src/lib/text';

const unicode = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) });

describe('cleanText', () => {
  test.each([
    ['to\u0300a', 'tòa', 'NFD becomes NFC'],
    ['Sở\u200b Nội\u2060 vụ\ufeff', 'Sở Nội vụ', 'zero-width marks and the BOM go'],
    ['a\u0000b\u0008c\u001fd\u007fe\u009ff', 'abcdef', 'control characters go'],
    ['a\tb\nc', 'a\tb\nc', 'tab and line feed stay'],
    ['a\r\nb\rc', 'a\nb\nc', 'line ends become line feeds'],
    ['a\ud800b\udc00c', 'abc', 'lone surrogates go'],
    ['😀', '😀', 'a pair of surrogates stays'],
    ['a\ufffeb\uffffc', 'abc', 'characters that XML forbids go'],
    ['Điều\u00a012', 'Điều\u00a012', 'the no-break space stays'],
    ['=1+1', '=1+1', 'text that looks like a formula is left to the writer of cells'],
  ])('%j gives %j: %s', (given, wanted) => {
    expect(cleanText(given)).toBe(wanted);
  });

  test('leaves nothing that XML 1.0 forbids, and cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(unicode, (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/);
        expect(clean).not.toMatch(/\p{Surrogate}/u);
        expect(clean).toBe(clean.normalize('NFC'));
        expect(cleanText(clean)).toBe(clean);
      }),
      { numRuns: 500 },
    );
  });

  test('no character is let through unseen: each alone and after a letter comes out as NFC, or not at all', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0xffff; code += 1) {
      for (const text of [String.fromCharCode(code), `a${String.fromCharCode(code)}`]) {
        const clean = cleanText(text);
        if (clean !== clean.normalize('NFC') || /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/.test(clean))
          wrong.push(code.toString(16));
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('squeeze', () => {
  test.each([
    ['  Sở\n Nội\t\tvụ ', 'Sở Nội vụ'],
    ['a\u00a0 \u2003b', 'a b'],
    ['', ''],
  ])('%j is one line: %j', (given, wanted) => {
    expect(squeeze(given)).toBe(wanted);
  });
});

describe('fold and slug', () => {
  test.each([
    ['Ủy ban nhân dân', 'UỶ BAN  NHÂN DÂN'],
    ['Văn hoá', 'văn hóa'],
    ['Sở Nội vụ', 'SỞ NỘI VỤ'],
    ['Đông Anh', 'đông anh'.normalize('NFD')],
    ['Quý', 'quý'],
    ['Thuỷ lợi', 'Thủy Lợi'],
  ])('%s and %s are one key', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  test('every Vietnamese letter folds to a plain one', () => {
    const letters = 'aàảãáạăằẳẵắặâầẩẫấậdđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ';
    expect(fold(letters + letters.toUpperCase())).toMatch(/^[adeiouy]+$/);
    expect([...fold(letters)]).toHaveLength([...letters].length);
  });

  test.each([
    ['Sở Nội vụ', 'so-noi-vu'],
    ['Ban Quản lý các khu công nghệ cao & khu công nghiệp', 'ban-quan-ly-cac-khu-cong-nghe-cao-khu-cong-nghiep'],
    ['Xã Đông Anh', 'xa-dong-anh'],
    ['(Sở) Quy hoạch - Kiến trúc.', 'so-quy-hoach-kien-truc'],
    ['...', ''],
  ])('the id of "%s" is "%s"', (name, id) => {
    expect(slug(name)).toBe(id);
    expect(slug(id)).toBe(id);
  });
});

describe('compareVietnamese', () => {
  test.each([
    [
      ['Đông Anh', 'Dương Nội', 'Ba Vì', 'Ân Thi', 'An Khánh', 'Ea Súp'],
      'An Khánh, Ân Thi, Ba Vì, Dương Nội, Đông Anh, Ea Súp',
    ],
    [['Quý 10', 'Quý 2', 'Quý 1'], 'Quý 1, Quý 2, Quý 10'],
    [['ma', 'mạ', 'mã', 'má', 'mà', 'mả'], 'ma, mà, mả, mã, má, mạ'],
    [['ơ', 'ô', 'o', 'ư', 'u'], 'o, ô, ơ, u, ư'],
  ])('%j sorts to %s', (names, wanted) => {
    expect([...names].sort(compareVietnamese).join(', ')).toBe(wanted);
  });
});
