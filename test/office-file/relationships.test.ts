/** Guards how parts of an Office package are found from one another, wherever a program puts them. */

import { relationshipsIn, relsName, resolvePart } from '../../src/office-file/relationships';

it.each([
  ['word/document.xml', 'word/_rels/document.xml.rels'],
  ['', '_rels/.rels'],
])('the relations of "%s" stand in %s', (part, name) => {
  expect(relsName(part)).toBe(name);
});

it.each([
  ['word/document.xml', 'styles.xml', 'word/styles.xml'],
  ['word/document.xml', './media/anh.png', 'word/media/anh.png'],
  ['word/document.xml', '/customXml/item1.xml', 'customXml/item1.xml'],
  ['xl/worksheets/sheet1.xml', '../drawings/drawing1.xml', 'xl/drawings/drawing1.xml'],
  ['', 'word/document.xml', 'word/document.xml'],
  ['word/document.xml', '../../../etc/passwd', 'etc/passwd'],
])('from %s the target %s is %s', (part, target, found) => {
  expect(resolvePart(part, target)).toBe(found);
});

it('a relation that leads out of the package is none', () => {
  const [office, outside] = ['http://x/officeDocument', 'http://x/hyperlink'];
  const elements = [
    { attributes: { Id: 'rId1', Type: `${office}/styles`, Target: 'styles.xml' } },
    { attributes: { Id: 'rId2', Type: outside, Target: 'http://ngoai.invalid/', TargetMode: 'External' } },
  ];
  expect(relationshipsIn(elements, 'word/document.xml')).toEqual([
    { id: 'rId1', type: 'styles', target: 'word/styles.xml' },
  ]);
});
