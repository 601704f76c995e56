/** Any file at all: damaged, strange, huge or no Word file, it gets findings or one clear error, and soon. */

import fc from 'fast-check';
import { lintDocument, fixFile } from '../../src/lint/lint';
import { canonicalPackage, partText, readPackage } from '../../src/render/package/canonical';
import { diagnosticText } from '../../src/i18n/render-diagnostic';
import { changed, DOCUMENT, inPart } from './package';
import { letter, lintBytes, render, report, table } from './support';
import { p, wordFile } from './word-file';

let base: Uint8Array;
let parts: ReadonlyMap<string, string>;

beforeAll(async () => {
  base = await render(letter);
  const read = readPackage(base);
  parts = new Map([...read.keys()].map((name) => [name, partText(read, name) as string]));
});

const codes = (bytes: Uint8Array): readonly string[] => {
  const { diagnostics, value } = lintDocument({ file: 'x.docx', bytes, table });
  diagnostics.forEach((each) => expect(diagnosticText(each)).not.toBe(''));
  return value ? value.diagnostics.map(({ code }) => code) : diagnostics.map(({ code }) => code);
};

describe('what is no Word file', () => {
  it.each([
    ['nothing', new Uint8Array(), 'BC2501'],
    ['text', new TextEncoder().encode('Kính gửi: Bộ Nội vụ'), 'BC2501'],
    ['an old .doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'BC2501'],
    ['half a zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'BC2502'],
    ['a zip of something else', canonicalPackage(new Map([['a.txt', 'x']])), 'BC2502'],
    ['a workbook', canonicalPackage(new Map([['xl/workbook.xml', '<workbook/>']])), 'BC2502'],
    ['broken XML', canonicalPackage(new Map([[DOCUMENT, '<w:document><w:body>']])), 'BC2502'],
    [
      'XML with a DOCTYPE',
      canonicalPackage(new Map([[DOCUMENT, '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']])),
      'BC2502',
    ],
  ])('%s gets one clear error', (_, bytes, code) => {
    expect(codes(bytes)).toEqual([code]);
    expect(fixFile({ file: 'x.docx', bytes, table }).diagnostics.map((d) => d.code)).toEqual([code]);
  });
});

describe('what is a poor one', () => {
  it('without styles, page or text it is told so', () => {
    expect(codes(wordFile({ body: '<w:p/>', styles: null }))).toEqual(['BC2506', 'BC2508', 'BC2509']);
    const { findings } = lintBytes(wordFile({ body: '<w:p/>', styles: null }));
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['PG-01', 'PG-03', 'HD-01', 'TI-01']));
  });

  it('a style that is not there is named', () => {
    expect(codes(wordFile({ body: `${p('x', '<w:pStyle w:val="Khong"/>')}<w:sectPr/>` }))).toEqual(['BC2507']);
  });

  it('a broken side part counts as missing and is told', () => {
    const bytes = changed(base, inPart('word/styles.xml', '</w:styles>', ''));
    expect(codes(bytes)).toEqual(expect.arrayContaining(['BC2503', 'BC2506']));
  });

  it('a text box in a text box, a table in a table and a loop of styles come to an end', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    const nest = (depth: number): string =>
      depth === 0
        ? p('x', '<w:pStyle w:val="A"/>')
        : `<w:tbl><w:tr><w:tc>${nest(depth - 1)}<w:p/></w:tc></w:tr></w:tbl>`;
    expect(lintBytes(wordFile({ styles, body: nest(40) })).counts.E).toBeGreaterThan(0);
  });

  it('a letter in a font of the system, without any of our styles, is linted as a letter', () => {
    const body =
      `<w:tbl><w:tr><w:tc>${p('UBND TỈNH MẪU')}${p('SỞ MẪU', '', '<w:b/>')}</w:tc><w:tc>${p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '', '<w:b/>')}</w:tc></w:tr></w:tbl>` +
      p('Kính gửi: Đơn vị mẫu');
    const rules = new Set(lintBytes(wordFile({ body })).findings.map(({ rule }) => rule));
    for (const rule of ['FN-01', 'HD-06', 'HD-12', 'HD-14', 'HD-19', 'SG-01']) expect([...rules]).toContain(rule);
  });
});

describe('size', () => {
  it('ten thousand faulty paragraphs are counted, not all listed', () => {
    const body = Array.from({ length: 10_000 }, (_, i) => p(`Đoạn thứ ${i}, sai phông chữ.`)).join('');
    const { findings, counts, omitted } = lintBytes(wordFile({ body }));
    expect(counts.E).toBeGreaterThan(10_000);
    expect(findings.length).toBeLessThan(1_000);
    expect(omitted['FN-01']).toBe(10_000 - 50);
  });

  it('one very long paragraph and one very long word do not stop it', () => {
    expect(
      lintBytes(wordFile({ body: p('chữ '.repeat(100_000)) + p('x'.repeat(200_000)) + p(' ,'.repeat(50_000)) })).counts
        .E,
    ).toBeGreaterThan(0);
  });
});

/** One wild change of a part's text. */
type Wild = (text: string) => string;
const position = fc.double({ min: 0, max: 1, noNaN: true });
const wild: fc.Arbitrary<Wild> = fc.oneof(
  fc.tuple(position, fc.integer({ min: 1, max: 60 })).map(([at, n]): Wild => (text) => {
    const i = Math.floor(at * text.length);
    return text.slice(0, i) + text.slice(i + n);
  }),
  fc
    .tuple(
      position,
      fc.constantFrom(
        '<',
        '>',
        '"',
        '&',
        '\u0000',
        '<w:tbl/>',
        '<w:p/>',
        '<w:sectPr/>',
        '<w:fldChar w:fldCharType="end"/>',
        '</w:p>',
      ),
    )
    .map(([at, s]): Wild => (text) => {
      const i = Math.floor(at * text.length);
      return text.slice(0, i) + s + text.slice(i);
    }),
  fc
    .tuple(position, fc.constantFrom('-1', '1e9', 'NaN', '', '99999999999', 'abc', '０'))
    .map(([at, v]): Wild => (text) => {
      let seen = 0;
      const all = text.match(/="[^"]*"/g)?.length ?? 1;
      const target = Math.floor(at * all);
      return text.replace(/="[^"]*"/g, (m) => (seen++ === target ? `="${v}"` : m));
    }),
  fc
    .tuple(
      position,
      fc.constantFrom(
        'w:p',
        'w:r',
        'w:tbl',
        'w:tr',
        'w:tc',
        'w:t',
        'w:pPr',
        'w:rPr',
        'w:sectPr',
        'w:tblGrid',
        'w:body',
      ),
    )
    .map(([at, name]): Wild => (text) => {
      const tags = [...text.matchAll(new RegExp(`<${name}(?=[ >/])[^>]*?(/?)>`, 'g'))];
      const tag = tags[Math.floor(at * tags.length)];
      if (!tag) return text;
      const end = tag[1] === '/' ? tag.index + tag[0].length : text.indexOf(`</${name}>`, tag.index) + name.length + 3;
      return text.slice(0, tag.index) + text.slice(Math.max(end, tag.index));
    }),
);

describe('mutated packages', () => {
  const names = [
    'word/document.xml',
    'word/styles.xml',
    'word/header1.xml',
    'word/settings.xml',
    'word/numbering.xml',
    'word/_rels/document.xml.rels',
    '_rels/.rels',
    'word/theme/theme1.xml',
  ];

  it('never crash the linter nor the correction: findings or one error of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), wild), { minLength: 1, maxLength: 3 }), (changes) => {
        const files = new Map<string, string>(parts);
        for (const [name, change] of changes) files.set(name, change(files.get(name) ?? ''));
        const bytes = canonicalPackage(files);
        const { value, diagnostics } = lintDocument({ file: 'x.docx', bytes, table });
        expect(value !== undefined || diagnostics.every(({ code }) => /^BC25/.test(code))).toBe(true);
        for (const { message, basis, help } of value?.findings ?? []) {
          expect(`${message}${basis}${help}`).not.toMatch(/undefined|NaN|\{found\}|null/);
        }
        const corrected = fixFile({ file: 'x.docx', bytes, table });
        expect(corrected.value !== undefined).toBe(value !== undefined);
      }),
      { numRuns: 250 },
    );
  });

  it('never crash it with damaged bytes either', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(position, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 }),
        (hits) => {
          const bytes = base.slice();
          for (const [at, value] of hits) bytes[Math.min(bytes.length - 1, Math.floor(at * bytes.length))] = value;
          const { value, diagnostics } = lintDocument({ file: 'x.docx', bytes, table });
          expect(value !== undefined || diagnostics.every(({ code }) => /^BC25/.test(code))).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the same file', () => {
  it('gives the same report each time', async () => {
    const bytes = await render(report);
    expect(lintBytes(bytes)).toEqual(lintBytes(bytes));
  });
});
