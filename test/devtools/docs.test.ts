/** The generated pages are those of the tables they are made from: a stale page fails here, run `npm run docs`. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docFiles } from '../../src/devtools/docs';
import { MESSAGES } from '../../src/i18n/messages';
import { STATUS_LABELS } from '../../src/i18n/statuses';
import { STATUSES } from '../../src/obligations/schema';

const pages = new Map(docFiles().map((f) => [f.path, f.text]));
const page = (name: string): string => pages.get(name) ?? '';

test.each(docFiles())('$path is up to date', ({ path, text }) => {
  expect(readFileSync(join(__dirname, '..', '..', path), 'utf8')).toBe(text);
});

test('the catalogue has every code once, in order, under a heading that a link can name', () => {
  const headings = [...page('docs/errors.md').matchAll(/^### (BC\d{4})$/gm)].map((m) => m[1]);
  expect(headings).toEqual(Object.keys(MESSAGES).sort());
});

test.each(Object.entries(MESSAGES))(
  '%s stands in the catalogue with its title, sentence, ground and help',
  (code, entry) => {
    const [, section = ''] = page('docs/errors.md').split(`### ${code}\n`);
    const [own = ''] = section.split(/^##/m);
    for (const line of [entry.title, entry.message, entry.basis ?? '', entry.help ?? '']) expect(own).toContain(line);
  },
);

test('the glossary has every status with its code and its label', () => {
  for (const status of STATUSES)
    expect(page('docs/glossary.md')).toContain(`| ${STATUS_LABELS[status]} | \`${status}\` |`);
});

test('a cell of a table never breaks it', () => {
  const widths = page('docs/glossary.md')
    .split('\n')
    .filter((l) => l.startsWith('|'))
    .map((l) => l.split('|').length);
  expect(new Set(widths)).toEqual(new Set([5]));
});
