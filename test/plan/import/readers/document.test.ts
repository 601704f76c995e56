/** Files that are not what they should be: one clear error each, and never a throw. */

import fc from 'fast-check';
import { MESSAGES } from '../../../../src/i18n/messages';
import { rawPlanOf } from '../../../../src/plan/import/raw-plan';
import { readDocument } from '../../../../src/plan/import/readers/document';
import { bytesOf, packageOf, wordOf, workbookOf } from '../reading';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const word = bytesOf('test/fixtures/plans/mau-ke-hoach.docx');
const excel = bytesOf('test/fixtures/plans/mau-ke-hoach.xlsx');

/** What reading and understanding a file comes to: the codes of its errors. */
function errorsOf(name: string, bytes: Uint8Array): string[] {
  const read = readDocument(name, bytes);
  const plan = read.value && rawPlanOf(read.value);
  return [...read.diagnostics, ...(plan?.diagnostics ?? [])]
    .filter(({ level }) => level === 'error')
    .map(({ code }) => code);
}

const OLE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]);
const cutShort = word.slice(0, word.length - 200);
const damaged = Uint8Array.from(word, (byte, index) => (index > 300 && index < 340 ? byte ^ 0xff : byte));

describe('a file that cannot be read has exactly one error', () => {
  test.each([
    ['200 MB of nothing', 'ke-hoach.docx', () => new Uint8Array(200_000_000), 'BC1601'],
    ['200 MB of nothing in a text', 'ke-hoach.txt', () => new Uint8Array(200_000_000), 'BC1601'],
    ['a text of 11 MB', 'ke-hoach.txt', () => new Uint8Array(11_000_000).fill(32), 'BC1601'],
    ['a zip bomb in Word', 'bom.docx', () => wordOf('', { 'word/document.xml': ' '.repeat(31_000_000) }), 'BC1601'],
    ['many parts that are large together', 'bom.xlsx', () => packageOf(manySheets()), 'BC1601'],
    ['an old Word file', 'ke-hoach.doc', () => text('x'), 'BC1602'],
    ['a PDF', 'ke-hoach.pdf', () => text('%PDF-1.7'), 'BC1602'],
    ['no extension', 'ke-hoach', () => text('x'), 'BC1602'],
    ['not a zip', 'ke-hoach.docx', () => text('xin chào'), 'BC1603'],
    ['nothing at all', 'ke-hoach.xlsx', () => new Uint8Array(), 'BC1603'],
    ['a zip cut short', 'ke-hoach.docx', () => cutShort, 'BC1603'],
    ['a damaged part', 'ke-hoach.docx', () => damaged, 'BC1603'],
    ['a workbook called a document', 'ke-hoach.docx', () => excel, 'BC1603'],
    ['a document called a workbook', 'ke-hoach.xlsx', () => word, 'BC1603'],
    ['a password', 'ke-hoach.xlsx', () => OLE, 'BC1604'],
    ['a password in Word', 'ke-hoach.docx', () => OLE, 'BC1604'],
    ['a table without a header', 'bang.txt', () => text('1\tViệc\tSở A\tQuý I\n2\tViệc\tSở B\tQuý II\n'), 'BC1605'],
    ['too many rows', 'bang.txt', () => text('1\tx\n'.repeat(20_001)), 'BC1607'],
    ['too many columns', 'bang.txt', () => text('x\t'.repeat(300)), 'BC1607'],
    [
      'a cell at the far end of a sheet',
      'xa.xlsx',
      () => workbookOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
      'BC1607',
    ],
    ['merged cells without end', 'o.xlsx', () => manyMerges(), 'BC1607'],
    ['an empty text', 'rong.txt', () => new Uint8Array(), 'BC1608'],
    ['a plan without tasks', 'khac.txt', () => text('I. MỤC ĐÍCH\n\n- Nâng cao chất lượng.\n'), 'BC1608'],
    ['a header without rows', 'bang.txt', () => text('TT\tNhiệm vụ\tChủ trì\tThời gian\n'), 'BC1608'],
    ['bytes that are no text', 'ke-hoach.txt', () => Uint8Array.from([0x54, 0x00, 0x01]), 'BC1609'],
    ['text in another code', 'ke-hoach.txt', () => Uint8Array.from([0x4b, 0xd5, 0x20, 0xe8]), 'BC1609'],
    [
      'a document type',
      'dtd.docx',
      () => wordOf('', { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'BC1610',
    ],
    ['broken XML', 'xml.docx', () => wordOf('<w:p>'), 'BC1610'],
    ['XML nested without end', 'sau.docx', () => wordOf('<w:p>'.repeat(300) + '</w:p>'.repeat(300)), 'BC1610'],
  ])('%s', (_, name, make, code) => {
    expect(errorsOf(name, make())).toEqual([code]);
    expect(MESSAGES[code]?.help ?? '').not.toBe('');
  });
});

function manySheets(): Record<string, string> {
  const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const names = ['a', 'b', 'c'];
  const sheet = `<worksheet ${MAIN}><sheetData/></worksheet>${' '.repeat(25_000_000)}`;
  return {
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${REL}"><sheets>${names.map((n) => `<sheet name="${n}" r:id="${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((n) => `<Relationship Id="${n}" Type="${REL}/worksheet" Target="${n}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(names.map((n) => [`xl/${n}.xml`, sheet])),
  };
}

function manyMerges(): Uint8Array {
  const cell = (column: string): string => `<c r="${column}1" t="inlineStr"><is><t>x</t></is></c>`;
  const rows = Array.from({ length: 1000 }, (_, i) => `<row r="${i + 2}"/>`).join('');
  const merges = '<mergeCell ref="A1:GR1001"/>'.repeat(10);
  return workbookOf(`<row r="1">${cell('A')}${cell('GR')}</row>${rows}`, `<mergeCells>${merges}</mergeCells>`);
}

describe('whatever the bytes are', () => {
  const names = fc.constantFrom('a.txt', 'a.docx', 'a.xlsx', 'a.doc', 'a', '');

  test('reading never throws, and says why it could not', () => {
    fc.assert(
      fc.property(names, fc.uint8Array({ maxLength: 300 }), (name, bytes) => {
        const { value, diagnostics } = readDocument(name, bytes);
        expect(value !== undefined || diagnostics.length === 1).toBe(true);
        if (value) rawPlanOf(value);
      }),
    );
  });

  test('a real file with bytes changed is read or refused', () => {
    const change = fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom('docx', 'xlsx'), change, (kind, changes) => {
        const bytes = Uint8Array.from(kind === 'docx' ? word : excel);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const { value, diagnostics } = readDocument(`a.${kind}`, bytes);
        expect(value !== undefined || diagnostics.length === 1).toBe(true);
        if (value) rawPlanOf(value);
      }),
    );
  });
});

describe('whatever the text is', () => {
  const word = fc.constantFrom(
    'TT',
    'Nhiệm vụ',
    'Chủ trì:',
    'I.',
    '1.1',
    'II',
    'A.',
    '\t',
    '\n',
    '- ',
    '+ ',
    ' - ',
    'Sở',
    '<ul>',
    'Thời gian',
    '(1)',
    '¹',
    '\f',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.oneof(word, fc.string({ maxLength: 5 })), { maxLength: 80 }).map((all) => all.join('')),
  );

  test('a plan comes out or an error, never a throw', () => {
    fc.assert(
      fc.property(anything, (content) => {
        const { value } = readDocument('a.txt', text(content));
        if (value === undefined) return;
        const plan = rawPlanOf(value);
        expect(plan.value !== undefined || plan.diagnostics.some(({ level }) => level === 'error')).toBe(true);
        for (const task of plan.value?.tasks ?? [])
          expect(plan.value?.areas.some(({ code }) => code === task.area)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('as rows under a header, every task has its area and its assignments', () => {
    const cell = fc.oneof(word, fc.string({ maxLength: 8 })).map((content) => content.replace(/[\t\n\f]/g, ''));
    const rows = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 20 });
    fc.assert(
      fc.property(rows, (cells) => {
        const content = ['TT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian', ...cells.map((row) => row.join('\t'))].join(
          '\n',
        );
        const { value } = readDocument('a.txt', text(content));
        const plan = value && rawPlanOf(value);
        for (const { area, assignments } of plan?.value?.tasks ?? []) {
          expect(plan?.value?.areas.map(({ code }) => code)).toContain(area);
          expect(assignments.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
