/** Documents for the importer's tests: the issued texts, tables written in a line each, and packages part by part. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { RawDocument, RawPlan } from '../../../src/plan/import/raw';
import { rawPlanOf } from '../../../src/plan/import/raw-plan';
import { readDocument } from '../../../src/plan/import/readers/document';

const ROOT = join(__dirname, '../../..');

export function bytesOf(path: string): Uint8Array {
  return readFileSync(join(ROOT, path));
}

/** The document of a file that must be readable. */
export function documentOf(path: string): RawDocument {
  const { value, diagnostics } = readDocument(path.slice(path.lastIndexOf('/') + 1), bytesOf(path));
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** The raw plan of a file that must import. */
export function planOf(path: string): RawPlan {
  const { value, diagnostics } = rawPlanOf(documentOf(path));
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** A text table: a row is a line, cells stand between `|`. */
export function textTable(...rows: readonly string[]): RawDocument {
  const text = rows
    .map((row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .join('\t'),
    )
    .join('\n');
  const { value } = readDocument('bang.txt', strToU8(text));
  if (value === undefined) throw new Error('not read');
  return value;
}

/** Tasks per area, in order: `{ 'A I': 24 }`. */
export function countsOf({ areas, tasks }: RawPlan): Readonly<Record<string, number>> {
  const named = areas.map(({ part, code }) => [
    [part, code].filter(Boolean).join(' '),
    tasks.filter((task) => task.part === part && task.area === code).length,
  ]);
  return Object.fromEntries(named) as Record<string, number>;
}

/** A package of text parts, packed as Office does. */
export function packageOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files = Object.entries(parts).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(files) as Zippable, { level: 1 });
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word file with that body, and more parts if given. */
export function wordOf(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return packageOf({ 'word/document.xml': `<w:document ${WORD}><w:body>${body}</w:body></w:document>`, ...more });
}

/** A workbook of one sheet with those rows (the content of `sheetData`) and what follows them. */
export function workbookOf(sheetData: string, after = '', styles?: string): Uint8Array {
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  return packageOf({
    'xl/workbook.xml': `<workbook ${SHEET} xmlns:r="${RELATIONS}"><sheets><sheet name="Trang" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
      relation(1, 'worksheet', 'worksheets/sheet1.xml') + (styles ? relation(2, 'styles', 'styles.xml') : '')
    }</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${SHEET}><sheetData>${sheetData}</sheetData>${after}</worksheet>`,
    ...(styles ? { 'xl/styles.xml': `<styleSheet ${SHEET}>${styles}</styleSheet>` } : {}),
  });
}
