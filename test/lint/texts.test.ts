/** Wordings, from a table that a clerk can check: what each rule says of a line, draft lines included. */

import { readTable, type Row } from '../fixtures/tables';
import { changed, before, para, paragraph, type Change } from './package';
import { lintBytes, lineOf, render, report } from './support';

let base: Uint8Array;

beforeAll(async () => {
  base = await render(report);
});

const texts =
  (text: string) =>
  (xml: string): string =>
    xml.replace(/<w:r>.*<\/w:r>/s, () => `<w:r><w:t xml:space="preserve">${text.replace(/&/g, '&amp;')}</w:t></w:r>`);

const PLACES: Readonly<Record<string, (text: string) => Change>> = {
  soKyHieu: (text) => paragraph('D30SoKyHieu', texts(text)),
  diaDanh: (text) => paragraph('D30DiaDanh', texts(text)),
  luu: (text) => paragraph('D30NoiNhanItem', texts(text), 2),
  body: (text) => before('D30Heading1', para('D30Body', text.replace(/&/g, '&amp;')), 1),
};

const rows = readTable('lint.csv').map((row): [string, string, Row] => [row['rule'] ?? '', row['text'] ?? '', row]);

describe('wordings', () => {
  it.each(rows)('%s: %s', (rule, text, row) => {
    const { findings } = lintBytes(changed(base, (PLACES[row['where'] ?? ''] as (text: string) => Change)(text)));
    const mine = findings.filter((each) => each.rule === rule && !/"đạt"/.test(each.where.text ?? ''));
    const expected = row['verdict'] === 'đạt' ? 0 : 1;
    expect({ found: mine.map(lineOf), count: Math.min(1, mine.length) }).toMatchObject({
      count: expected,
    });
  });
});
