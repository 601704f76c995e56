/** An agency's Word template filled: texts where they are asked for, blocks in place of their paragraph, nothing lost. */

import fc from 'fast-check';
import { documentFaults, fillTemplate } from '../../../../src/render/docx/template/fill';
import { sampleTemplate } from '../../../../src/render/docx/template/sample';
import { openTemplate } from '../../../../src/render/docx/template/template';
import type { OfficialDocument } from '../../../../src/report/document';
import { faultsOf as lintFaults } from '../../../lint/support';
import { letter, report, statistics, tasks } from '../sample';
import { styles } from '../styles';
import { breakAfter, filled, footer, header, opened, p, paragraphs, partsOf, run, sectPr, wordFile } from './word';

const MAIN = 'word/document.xml';
const FIELDS = {
  ky_bao_cao: 'quý I năm 2026',
  thoi_gian_chot: 'từ ngày 15 đến ngày 14',
  ngay_chot: 'ngày 14 tháng 3 năm 2026',
  ten_ke_hoach: 'Kế hoạch mẫu',
  so_nhiem_vu: '24',
  so_hoan_thanh: '14',
  ty_le_hoan_thanh: '58,33%',
};
const small: OfficialDocument = {
  ...report,
  fields: FIELDS,
  notice: null,
  urgency: null,
  body: [{ kind: 'paragraph', runs: [{ text: 'Nội dung mẫu.' }] }],
  appendices: [],
};
const END = p('{{noi_dung}}') + p('{{phu_luc}}') + sectPr();

describe('texts', () => {
  it('stand where they are asked for, also when Word cut the tag into runs, in cells and in headers', async () => {
    const cell = `<w:tbl><w:tr><w:tc>${p('{', '{ten_', 'loai}', '} nay')}</w:tc></w:tr></w:tbl>`;
    const made = {
      body: `${p('A {{ky_', 'bao_cao}} B ', '{{so_hoan_thanh}}', '/{{ so_nhiem_vu }} C')}${cell}${END.replace('<w:sectPr>', '<w:sectPr><w:headerReference w:type="default" r:id="header1.xml"/>')}`,
      others: { 'header1.xml': header(p('{{ty_le_', 'hoan_thanh}}')) },
    };
    const parts = await filled(made, small);
    expect(paragraphs(parts.get(MAIN)).slice(0, 2)).toEqual(['A quý I năm 2026 B 14/24 C', 'BÁO CÁO nay']);
    expect(paragraphs(parts.get('word/header1.xml'))).toEqual(['58,33%']);
  });

  it('take the format of the run in which the tag begins', async () => {
    const body = `<w:p>${run('{{ten_', '<w:b/>')}${run('loai}}', '<w:i/>')}</w:p>${END}`;
    const parts = await filled({ body }, small);
    expect(parts.get(MAIN)).toContain('<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">BÁO CÁO</w:t></w:r>');
  });

  it('are found in a text box and in both halves of an alternative content', async () => {
    const box = (inner: string): string => `<w:txbxContent>${inner}</w:txbxContent>`;
    const body = `<w:p><w:r><w:pict>${box(p('{{ten_loai}}'))}</w:pict></w:r></w:p>${END}`;
    const parts = await filled({ body }, small);
    expect(parts.get(MAIN)).toContain('BÁO CÁO');
    expect(parts.get(MAIN)).not.toContain('{{');
  });

  it('of several lines make a paragraph each where they stand alone, else line breaks', async () => {
    const body = `${p('{{noi_nhan}}')}${p('Gửi: {{co_quan_chu_quan}}')}${END}`;
    const texts = paragraphs((await filled({ body }, small)).get(MAIN));
    expect(texts.slice(0, 4)).toEqual([
      '- Như trên;',
      '- Lãnh đạo đơn vị;',
      '- Lưu: VT, TH.',
      'Gửi: ỦY BAN NHÂN DÂN|THÀNH PHỐ MẪU',
    ]);
  });

  it('that are empty leave no line behind, but a cell keeps its paragraph and a name its place', async () => {
    const cell = `<w:tbl><w:tr><w:tc>${p('{{co_quan_chu_quan}}')}</w:tc><w:tc>${p('{{co_quan_chu_quan}}')}${p('B')}</w:tc></w:tr></w:tbl>`;
    const body = `${p('{{do_khan}}')}${p('{{can_cu}}')}${cell}${p('{{ho_ten}}')}${END}`;
    const document = { ...small, ...{ letterhead: letter.letterhead, legalBases: [], signature: letter.signature } };
    expect(paragraphs((await filled({ body }, document)).get(MAIN)).slice(0, 4)).toEqual([
      '',
      'B',
      '',
      'Nội dung mẫu./.',
    ]);
  });

  it('of a draft leave room for a pen', async () => {
    const body = `${p('{{so_ky_hieu}}')}${p('{{dia_danh_ngay}}')}${p('{{ngay}}/{{thang}}/{{nam}}')}${END}`;
    const texts = paragraphs((await filled({ body }, { ...small, letterhead: letter.letterhead })).get(MAIN));
    expect(texts.slice(0, 3).map((t) => t.replace(/\u00a0+/g, '_'))).toEqual([
      'Số: _/ĐVM-TH',
      'Hà Nội, ngày _ tháng 3 năm 2026',
      '_/3/2026',
    ]);
  });

  it('that look like tags are only text', async () => {
    const subject = 'xem {{ten_loai}} và {{noi_dung}} & <w:p/>';
    const parts = await filled({ body: `${p('{{trich_yeu}}; {{ten_loai}}')}${END}` }, { ...small, subject });
    expect(paragraphs(parts.get(MAIN))[0]).toBe(`${subject}; BÁO CÁO`);
  });

  it('of any characters come out as they are, once for each tag, whatever runs the tags are cut into', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((t) => !/[\p{C}\s]/u.test(t));
    await fc.assert(
      fc.asyncProperty(
        text,
        text,
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }),
        async (a, b, cuts) => {
          const line = 'x{{trich_yeu}}y{{dia_danh}}z{{trich_yeu}}';
          const pieces: string[] = [];
          for (let at = 0, i = 0; at < line.length; i++) {
            const size = cuts[i % cuts.length] as number;
            pieces.push(line.slice(at, at + size));
            at += size;
          }
          const document = { ...small, subject: a, letterhead: { ...small.letterhead, place: b } };
          const [first] = paragraphs((await filled({ body: `${p(...pieces)}${END}` }, document)).get(MAIN));
          expect(first).toBe(`x${a.normalize('NFC')}y${b.normalize('NFC')}z${a.normalize('NFC')}`.normalize('NFC'));
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });

  it('advice of the template is not printed', async () => {
    const body = `${p('{{! Lời dặn cho người sửa mẫu }}')}${p('A{{! dặn }}B')}${END}`;
    expect(paragraphs((await filled({ body }, small)).get(MAIN))[0]).toBe('AB');
  });
});

describe('blocks', () => {
  it('take the width of the place they stand in', async () => {
    const table: OfficialDocument = { ...small, body: [{ kind: 'table', table: statistics }] };
    const xml = (await filled({ body: END }, table)).get(MAIN) ?? '';
    const widths = [...(/<w:tblGrid>(.*?)<\/w:tblGrid>/.exec(xml)?.[1] ?? '').matchAll(/w:w="(\d+)"/g)];
    expect(widths.reduce((sum, m) => sum + Number(m[1]), 0)).toBe(11906 - 1701 - 1134);
  });

  it('the rule under a name is a third to a half of it, inside its cell', async () => {
    const cell = (inner: string): string => `<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${inner}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell(p('{{ten_co_quan}}') + p('{{gach_ten_co_quan}}'))}</w:tr></w:tbl>${END}`;
    const xml = (await filled({ body }, small)).get(MAIN) ?? '';
    const sides = /<w:pStyle w:val="D30Rule"\/><w:ind w:left="(\d+)" w:right="\1"\/>/.exec(xml);
    const length = 4000 - 2 * 108 - 2 * Number(sides?.[1]);
    expect(length).toBeGreaterThan(600);
    expect(length).toBeLessThan(1100);
  });
});

/** "dọc", "ngang 1" (counts from 1) for each section, and how many paragraphs and tables it holds. */
function sectionsOf(xml: string): readonly string[] {
  return (xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? []).map((section) => {
    const turned = /w:orient="landscape"/.test(section) ? 'ngang' : 'dọc';
    return /<w:pgNumType[^>]*w:start="1"/.test(section) ? `${turned} 1` : turned;
  });
}

describe('appendices', () => {
  const attached = { ...report, fields: FIELDS, notice: null };

  it('each get a section of their own, and the last one ends the file: no empty page is left', async () => {
    const xml = (await filled({ body: END }, attached)).get(MAIN) ?? '';
    expect(sectionsOf(xml)).toEqual(['dọc', 'dọc 1', 'ngang 1', 'dọc 1']);
    expect(xml.endsWith('</w:sectPr></w:body></w:document>')).toBe(true);
    expect(paragraphs(xml).filter((t) => /^Phụ lục/.test(t))).toEqual(['Phụ lục I', 'Phụ lục II', 'Phụ lục III']);
  });

  it('may be placed one by one, in sections that the agency made, with text after them', async () => {
    const body =
      p('{{noi_dung}}') +
      breakAfter(sectPr()) +
      p('{{phu_luc_2}}') +
      breakAfter(sectPr('', 'w:w="16838" w:h="11906" w:orient="landscape"')) +
      p('{{phu_luc_1}}') +
      p('') +
      p('{{phu_luc_3}}') +
      p('Hết.') +
      sectPr();
    const xml = (await filled({ body }, attached)).get(MAIN) ?? '';
    expect(sectionsOf(xml)).toEqual(['dọc', 'ngang 1', 'dọc 1', 'dọc 1', 'dọc']);
    expect(paragraphs(xml).filter((t) => /^(Phụ lục|Hết)/.test(t))).toEqual([
      'Phụ lục II',
      'Phụ lục I',
      'Phụ lục III',
      'Hết.',
    ]);
  });

  it('keep the headers of the section they are asked for in', async () => {
    const reference = '<w:headerReference w:type="default" r:id="header1.xml"/>';
    const made = {
      body: END.replace('<w:sectPr>', `<w:sectPr>${reference}`),
      others: { 'header1.xml': header(p('Đầu trang')) },
    };
    const xml = (await filled(made, attached)).get(MAIN) ?? '';
    expect(xml.split(reference).length - 1).toBe(4);
  });

  it('that the template has no place for, or that the document has not, are faults and not left out', () => {
    const codes = (body: string, document: OfficialDocument): readonly string[] =>
      documentFaults(opened({ body }), document)
        .filter(({ level }) => level === 'error')
        .map((d) => `${d.code} ${d.params['name'] ?? d.params['appendices']}`);
    expect(codes(p('{{noi_dung}}') + sectPr(), attached)).toEqual(['BC3058 I, II, III']);
    expect(codes(p('{{noi_dung}}') + p('{{phu_luc_2}}') + sectPr(), attached)).toEqual(['BC3058 I, III']);
    expect(codes(p('{{noi_dung}}') + p('{{phu_luc_4}}') + p('{{phu_luc_1}}') + sectPr(), small)).toEqual([
      'BC3054 phu_luc_4',
      'BC3054 phu_luc_1',
    ]);
    expect(codes(p('{{ky_bao_cao}}') + END, letter)).toEqual(['BC3054 ky_bao_cao']);
    expect(codes(END, attached)).toEqual([]);
  });
});

describe('styles', () => {
  const used = { ...small, body: [{ kind: 'list', items: [[{ text: 'Một.' }]] }] } as OfficialDocument;
  const style = (id: string, name: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr><w:sz w:val="99"/></w:rPr></w:style>`;

  it('come along, whole in themselves, with those that follow them when a person goes on writing', async () => {
    const xml = (await filled({ body: END }, used)).get('word/styles.xml') ?? '';
    const list = /<w:style [^>]*w:styleId="D30List".*?<\/w:style>/s.exec(xml)?.[0] ?? '';
    expect(list).toContain('w:ascii="Times New Roman"');
    expect(list).toContain('<w:sz w:val="28"/>');
    expect(list).toContain('<w:lang w:val="vi-VN"/>');
    expect(list).not.toContain('basedOn');
    expect(xml.match(/w:styleId="D30List"/g)).toHaveLength(1);
  });

  it('that the agency has under our name are the agency’s, whatever id they go by', async () => {
    const parts = await filled({ body: END, styles: style('Gchu', 'D30 Gạch đầu dòng') }, used);
    expect(parts.get(MAIN)).toContain('<w:pStyle w:val="Gchu"/>');
    expect(parts.get('word/styles.xml')).not.toContain('w:styleId="D30List"');
  });

  it('of another name keep their id; ours gets a free one', async () => {
    const parts = await filled({ body: END, styles: style('D30List', 'Của cơ quan') }, used);
    expect(parts.get(MAIN)).toContain('<w:pStyle w:val="D30List_1"/>');
    expect(parts.get('word/styles.xml')).toContain('w:styleId="D30List_1"');
  });
});

describe('the notice that figures are samples', () => {
  const sample = { ...small, notice: 'Số liệu mẫu.' };

  it('stands below what the footers have, and on every kind of page', async () => {
    const made = {
      body: END.replace('<w:sectPr>', '<w:sectPr><w:footerReference w:type="default" r:id="footer1.xml"/>').replace(
        '</w:sectPr>',
        '<w:titlePg/></w:sectPr>',
      ),
      others: { 'footer1.xml': footer(p('Chân trang')) },
    };
    const parts = await filled(made, sample);
    expect(paragraphs(parts.get('word/footer1.xml'))).toEqual(['Chân trang', 'Số liệu mẫu.']);
    expect(paragraphs(parts.get('word/footer2.xml'))).toEqual(['Số liệu mẫu.']);
    expect(parts.get(MAIN)).toMatch(/<w:footerReference w:type="first" r:id="rId\d+"\/>/);
    expect(parts.get('[Content_Types].xml')).toContain('/word/footer2.xml');
  });

  it('is there where the template has no footer at all', async () => {
    const parts = await filled({ body: END }, sample);
    expect(paragraphs(parts.get('word/footer1.xml'))).toEqual(['Số liệu mẫu.']);
  });
});

describe('the file', () => {
  it('is a document with our properties, also when it was made from a .dotx', async () => {
    const parts = await filled({ body: END, mainType: 'template' }, small);
    expect(parts.get('[Content_Types].xml')).toContain('wordprocessingml.document.main+xml');
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Báo cáo mẫu</dc:title>');
    expect(parts.get('docProps/core.xml')).toContain('<dc:language>vi-VN</dc:language>');
    expect(parts.get('docProps/custom.xml')).toContain('2026-Q1');
    expect(parts.get('_rels/.rels')).toContain('metadata/core-properties');
  });

  it('is the same byte for byte each time', async () => {
    const bytes = wordFile({ body: END });
    const make = async (): Promise<Uint8Array> => {
      const template = openTemplate('mau.docx', bytes).value;
      return template ? fillTemplate(template, report, styles) : new Uint8Array();
    };
    const attached = { ...report, fields: FIELDS };
    const [a, b] = [await make(), await make()];
    expect(Buffer.compare(a, b)).toBe(0);
    expect((await filled({ body: END }, attached)).size).toBeGreaterThan(5);
  });
});

describe('the sample template', () => {
  it.each([
    ['an issued report', { ...report, fields: FIELDS, urgency: null }],
    [
      'a draft',
      {
        ...report,
        fields: FIELDS,
        urgency: null,
        letterhead: { ...letter.letterhead, symbol: 'BC-ĐVM' },
        addressees: ['Đơn vị mẫu 02'],
        signature: letter.signature,
      },
    ],
    [
      'a report with ten pages of tasks',
      {
        ...report,
        fields: FIELDS,
        urgency: null,
        appendices: [
          {
            ...(report.appendices[1] as never as object),
            number: null,
            blocks: [{ kind: 'table', table: tasks(200) }],
          },
        ],
      },
    ],
  ] as const)(
    'filled with %s says all that our own form says and keeps every rule of the decree',
    async (_, document) => {
      const template = openTemplate('mau.docx', await sampleTemplate(document.letterhead.place, styles)).value;
      if (!template) throw new Error('no template');
      const bytes = await fillTemplate(template, document as OfficialDocument, styles);
      expect(lintFaults(bytes).filter((f) => !/^(AP-05|BD-20)/.test(f))).toEqual(
        document.appendices.length === 1 ? expect.anything() : [],
      );
      const { renderDocx } = await import('../../../../src/render/docx/render-docx');
      const own = paragraphs(partsOf(await renderDocx(document as OfficialDocument, styles)).get(MAIN));
      const there = new Set(paragraphs(partsOf(bytes).get(MAIN)).flatMap((t) => t.split('|')));
      expect(own.flatMap((t) => t.split('|')).filter((t) => t !== '' && !there.has(t))).toEqual([]);
      expect([...there].filter((t) => t.includes('{{'))).toEqual([]);
    },
  );
});

describe('the mark of urgency', () => {
  const urgent: OfficialDocument = { ...small, urgency: 'KHẨN' };

  it('is printed where the template has a place for it', async () => {
    const parts = await filled({ body: `${p('{{do_khan}}')}${END}` }, urgent);
    expect(paragraphs(parts.get(MAIN))[0]).toBe('KHẨN');
  });

  it('without a place is missed with a warning, and the document is made all the same', async () => {
    const template = opened({ body: END });
    expect(documentFaults(template, urgent)).toMatchObject([
      { code: 'BC3071', level: 'warning', params: { urgency: 'KHẨN', name: 'do_khan' } },
    ]);
    expect(documentFaults(template, small)).toEqual([]);
    await expect(fillTemplate(template, urgent, styles)).resolves.toBeInstanceOf(Uint8Array);
  });
});
