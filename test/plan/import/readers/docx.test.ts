/** Word files: the sample plan, and the things of Word that change what a reader of the page sees. */

import { readDocx } from '../../../../src/plan/import/readers/docx';
import { documentOf, planOf, wordOf } from '../reading';

const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const numbered = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
const tc = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const tbl = (...rows: string[][]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function withNumbering(numbering: string): Record<string, string> {
  return {
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${RELATIONS}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/numbering.xml': `<w:numbering ${W}>${numbering}</w:numbering>`,
  };
}

const lvl = (level: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const paragraphsOf = (body: string, numbering: string): string[] =>
  readDocx(wordOf(body, withNumbering(numbering))).paragraphs.map(({ text }) => text);

describe('the sample plan', () => {
  const plan = planOf('test/fixtures/plans/mau-ke-hoach.docx');

  test('imports cleanly', () => {
    expect(plan.diagnostics).toEqual([]);
    expect(plan.areas.map(({ code, title }) => [code, title])).toEqual([
      ['I', 'CHỈ ĐẠO, ĐIỀU HÀNH'],
      ['II', 'CẢI CÁCH THỂ CHẾ'],
    ]);
    expect(plan.tasks.map(({ no, area, title }) => [no, area, title])).toEqual([
      ['1', 'I', 'Ban hành Kế hoạch cải cách hành chính năm 2026'],
      ['2', 'I', 'Kiểm tra công tác cải cách hành chính'],
      [
        '3',
        'I',
        'Tuyên truyền cải cách hành chính theo Quyết định số 1024/QĐ-UBND của Ủy ban nhân dân Thành phố về truyền thông',
      ],
      ['4', 'II', 'Rà soát văn bản quy phạm pháp luật'],
      ['5', 'II', 'Theo dõi thi hành pháp luật'],
    ]);
  });

  test('reads two merged rows as two assignments with one product', () => {
    expect(plan.tasks[1]).toMatchObject({
      product: '- Kế hoạch kiểm tra\n- Báo cáo kết quả kiểm tra',
      assignments: [
        {
          leadText: 'Sở Nội vụ',
          supportText: 'Văn phòng UBND Thành phố',
          dueText: 'Hoàn thành trong tháng 10 năm 2026',
        },
        { leadText: 'UBND các xã, phường', supportText: 'Sở Nội vụ', dueText: 'Chậm nhất ngày 30/11/2026' },
      ],
    });
  });

  test('joins the row that goes on below a header typed again', () => {
    expect(plan.tasks[2]?.assignments[0]?.supportText).toBe('Các sở, ban, ngành và UBND các xã, phường');
  });

  test('finds its targets, and leaves letterhead and signature alone', () => {
    expect(plan.targets.map(({ code }) => code)).toEqual(['1', '2']);
    expect(documentOf('test/fixtures/plans/mau-ke-hoach.docx').tables).toHaveLength(4);
  });

  test('says in which row of which table a task stands', () => {
    expect(plan.tasks[4]?.where).toEqual({ file: 'mau-ke-hoach.docx', path: 'Bảng 3, hàng 1' });
  });
});

describe('automatic numbers', () => {
  test('count by level, restart under a higher one, and go on over lists of one kind', () => {
    const list = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'upperRoman', '%1.')}${lvl(1, 'decimal', '%2.')}</w:abstractNum>`;
    const nums =
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>';
    const body = [
      [1, 0],
      [1, 1],
      [2, 1],
      [1, 0],
      [1, 1],
    ]
      .map(([n = 0, l]) => p('x', numbered(n, l)))
      .join('');
    expect(paragraphsOf(body, list + nums)).toEqual(['I. x', '1. x', '2. x', 'II. x', '1. x']);
  });

  test('start again where the list says so', () => {
    const list = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'decimal', '%1.')}</w:abstractNum>`;
    const nums =
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const body = [1, 1, 2, 2].map((n) => p('x', numbered(n))).join('');
    expect(paragraphsOf(body, list + nums)).toEqual(['1. x', '2. x', '1. x', '2. x']);
  });

  test('take letters, zeros and several levels in one label', () => {
    const list = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'decimal', '%1')}${lvl(1, 'decimal', '%1.%2.')}${lvl(2, 'lowerLetter', '%3)')}</w:abstractNum>`;
    const nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const body = [0, 1, 1, 2].map((l) => p('x', numbered(1, l))).join('');
    expect(paragraphsOf(body, list + nums)).toEqual(['1 x', '1.1. x', '1.2. x', 'a) x']);
  });
});

test('cells merged across and down repeat their text; rows may begin late', () => {
  const down = '<w:vMerge w:val="restart"/>';
  const body = tbl(
    [tc(p('TT'), down), tc(p('Phân công'), '<w:gridSpan w:val="2"/>')],
    [tc(p(''), '<w:vMerge/>'), tc(p('Chủ trì')), tc(p('Phối hợp'))],
    ['<w:trPr><w:gridBefore w:val="1"/></w:trPr>', tc(p('Sở A')), tc(p('Sở B'))],
  );
  expect(readDocx(wordOf(body)).tables[0]?.rows.map(({ cells }) => cells)).toEqual([
    ['TT', 'Phân công', 'Phân công'],
    ['TT', 'Chủ trì', 'Phối hợp'],
    ['', 'Sở A', 'Sở B'],
  ]);
});

test('what was deleted under tracked changes is not read, what was inserted is', () => {
  const body =
    '<w:p><w:r><w:t>Quý </w:t></w:r><w:del><w:r><w:delText>I</w:delText></w:r></w:del><w:ins><w:r><w:t>II</w:t></w:r></w:ins></w:p>';
  expect(readDocx(wordOf(body)).paragraphs.map(({ text }) => text)).toEqual(['Quý II']);
});

test('content controls and links hold text like any other', () => {
  const body =
    `<w:sdt><w:sdtContent>${p('Trong khung')}</w:sdtContent></w:sdt>` +
    '<w:p><w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink></w:p>';
  expect(readDocx(wordOf(body)).paragraphs.map(({ text }) => text)).toEqual(['Trong khung', 'liên kết']);
});

test('a program may choose another prefix for the namespace', () => {
  const bytes = wordOf('', {
    'word/document.xml':
      '<d:document xmlns:d="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><d:body><d:p><d:r><d:t>Chào</d:t></d:r></d:p></d:body></d:document>',
  });
  expect(readDocx(bytes).paragraphs.map(({ text }) => text)).toEqual(['Chào']);
});
