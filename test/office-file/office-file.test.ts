/** The bounds of the room that opens Office files: whatever a sender packs, a reader holds no more than it said. */

import { openArchive } from '../../src/office-file/zip';
import { mainPartOf } from '../../src/office-file/package';
import { Refusal } from '../../src/office-file/refusal';
import { childOf, parseXml, textOf } from '../../src/office-file/xml';
import { packageOf, workbookOf } from '../plan/import/reading';

/** The code with which a reader refuses. */
function refusalOf(read: () => unknown): string {
  try {
    read();
  } catch (cause) {
    if (cause instanceof Refusal) return cause.code;
    throw cause;
  }
  return 'none';
}

describe('an archive', () => {
  const small = { part: 1_000, total: 2_500 };

  test('gives the text of a part by its name, and nothing for a part that is not there', () => {
    const archive = openArchive(packageOf({ 'a.xml': '<a/>' }));
    expect([archive.names(), archive.text('a.xml'), archive.text('b.xml')]).toEqual([['a.xml'], '<a/>', undefined]);
  });

  test('refuses a part above the limit, whatever size its directory claims', () => {
    const bytes = packageOf({ 'a.xml': ' '.repeat(5_000) });
    expect(refusalOf(() => openArchive(bytes, small).text('a.xml'))).toBe('BC1601');
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entry = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    expect(view.getUint32(entry + 24, true)).toBe(5_000);
    view.setUint32(entry + 24, 10, true);
    expect(refusalOf(() => openArchive(bytes, small).text('a.xml'))).toBe('BC1601');
  });

  test('refuses the part that makes all parts together too large, counting a part each time it is read', () => {
    const archive = openArchive(packageOf({ 'a.xml': ' '.repeat(1_000) }), small);
    const codes = [1, 2, 3].map(() => refusalOf(() => archive.text('a.xml')));
    expect(codes).toEqual(['none', 'none', 'BC1601']);
  });
});

describe('the XML of a part', () => {
  test('is a tree with the usual prefixes, whatever prefix the writer chose', () => {
    const root = parseXml(
      '<x:a xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:b>c</x:b></x:a>',
      'p',
    );
    const found = childOf(root, 'w:b');
    expect([root.name, found && textOf(found)]).toEqual(['w:a', 'c']);
  });

  test.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'BC1610'],
    ['elements one in the other without end', '<a>'.repeat(300) + '</a>'.repeat(300), 'BC1610'],
    ['elements without end', `<a>${'<b/>'.repeat(1_500_001)}</a>`, 'BC1607'],
    ['no element', '  ', 'BC1610'],
  ])('%s is refused', (_, xml, code) => {
    expect(refusalOf(() => parseXml(xml, 'p'))).toBe(code);
  });
});

test('the main part is found by what the package says, and must be of the kind that is asked for', () => {
  const workbook = openArchive(workbookOf('<row r="1"/>'));
  expect(mainPartOf(workbook, 'xl/workbook.xml', 'workbook', 'Excel').byId('rId1')?.name).toBe('worksheet');
  expect(refusalOf(() => mainPartOf(workbook, 'xl/workbook.xml', 'w:document', 'Word'))).toBe('BC1603');
});
