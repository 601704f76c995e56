/** Links gathered while rows are written: in their order, safe in XML, and never more than Excel takes in one sheet. */

import { MAX_LINKS, SheetLinks } from '../../../src/render/xlsx/sheet-links';

const decoder = new TextDecoder();
const textOf = (links: SheetLinks): string =>
  [...links.xml()].map((piece) => (typeof piece === 'string' ? piece : decoder.decode(piece))).join('');

test('no link, nothing written', () => {
  expect(textOf(new SheetLinks())).toBe('');
});

test('each link with its place and what is said of it', () => {
  const links = new SheetLinks();
  links.add('B7', "'Chi tiết'!A9:O20", 'Dòng đầu trong 12 dòng; lọc “a & b” < "c"');
  links.add('C7', "'Chi tiết'!A9");
  expect(textOf(links)).toBe(
    '<hyperlinks>' +
      `<hyperlink ref="B7" location="'Chi tiết'!A9:O20" tooltip="Dòng đầu trong 12 dòng; lọc “a &amp; b” &lt; &quot;c&quot;"/>` +
      `<hyperlink ref="C7" location="'Chi tiết'!A9"/>` +
      '</hyperlinks>',
  );
});

test('Excel takes 65.530 links a sheet: those beyond are left out, the others stand whole and in order', () => {
  const links = new SheetLinks();
  for (let row = 1; row <= MAX_LINKS + 5; row += 1) links.add(`A${row}`, `'Chi tiết'!A${row}`, 'Đến dòng');
  const rows = [
    ...textOf(links).matchAll(/<hyperlink ref="A(\d+)" location="'Chi tiết'!A(\d+)" tooltip="Đến dòng"\/>/g),
  ];
  expect(rows).toHaveLength(MAX_LINKS);
  expect(rows.every(([, cell, target], i) => cell === String(i + 1) && target === cell)).toBe(true);
});
