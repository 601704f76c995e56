/**
 * The published JSON Schemas are those the program reads data with, every data file keeps to its schema, and the
 * schemas refuse what the program refuses. A stale file fails here: run `npm run schemas`.
 */

import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { jsonSchemaOf, schemaFiles, type SchemaName } from '../../src/devtools/schemas';
import { jsonFiles, readJson } from '../support/data';

const ROOT = join(__dirname, '..', '..');

/** Files without a schema of their own, each with the reason. */
const FREE: Readonly<Record<string, string>> = {
  'data/workspace.json': 'settings of one place, read by the shell',
  'templates/styles/nghi-dinh-30.json': 'read by the renderer of Word, with its own schema',
  'templates/styles/workbook.json': 'read by the renderer of Excel, with its own schema',
};

/** Schemas of what the program gives, not of a file that comes with it. */
const GIVEN: readonly SchemaName[] = ['export'];

const names = schemaFiles().map(({ path }) => /([\w-]+)\.schema\.json$/.exec(path)?.[1] as SchemaName);

/** Every JSON file of data and templates with the schema that it names. */
const files = ['data', 'templates']
  .flatMap((top) => readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((name) => posix(top, name)))
  .filter((path) => path.endsWith('.json') && !path.startsWith('data/schemas/') && !(path in FREE))
  .sort()
  .map((path) => {
    const { $schema } = readJson(...path.split('/')) as { readonly $schema?: string };
    const named = $schema === undefined ? undefined : posix(dirname(path), $schema);
    return { path, named, schema: names.find((name) => named === `data/schemas/${name}.schema.json`) as SchemaName };
  });

function posix(...parts: readonly string[]): string {
  return join(...parts).split(sep).join('/');
}

/** The JSON Schema as a check, read back from its published form. */
function validator(name: SchemaName): z.ZodType {
  const schema = readJson('data', 'schemas', `${name}.schema.json`);
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
}

type Node = Record<string, unknown>;

/** The document with one change made somewhere in it. */
function withChange(path: string, change: (document: Node) => void): unknown {
  const document = structuredClone(readJson(...path.split('/'))) as Node;
  change(document);
  return document;
}

describe('the published schemas', () => {
  test.each(schemaFiles())('$path is what the program reads with', ({ path, text }) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
  });

  test('are the only ones there, in draft 2020-12', () => {
    expect(jsonFiles('data', 'schemas')).toEqual(schemaFiles().map((f) => f.path.replace('data/schemas/', '')).sort());
    for (const name of names) {
      expect(jsonSchemaOf(name).$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    }
  });

  test.each<[SchemaName, string, (document: Node) => void]>([
    ['plan', 'data/plans/hanoi-cchc-2026.json', (d) => (d.extra = 1)],
    ['plan', 'data/plans/hanoi-cchc-2026.json', (d) => (d.signedOn = '15/01/2026')],
    ['plan', 'data/plans/hanoi-cchc-2026.json', (d) => delete d.tasks],
    ['plan', 'data/plans/hanoi-cchc-2026.json', (d) => (d.id = 'Kế hoạch')],
    ['units', 'data/units/hanoi.json', (d) => ((d.units as Node[])[0]!.from = null)],
    ['units', 'data/units/hanoi.json', (d) => ((d.units as Node[])[0]!.id = 'Sở Nội vụ')],
    ['regime', 'data/regimes/hanoi-cchc.json', (d) => (d.versions = [])],
    ['regime', 'data/regimes/hanoi-cchc.json', (d) => (d.timeZone = 'UTC')],
    ['rules', 'data/rules/bao-cao-cchc.json', (d) => ((d.rate as Node).rounding = 'half-even')],
    ['rules', 'data/rules/bao-cao-cchc.json', (d) => ((d.rate as Node).basis = [])],
    ['indicators', 'data/indicators/bnv-cchc.json', (d) => ((d.indicators as Node[])[0]!.rollUp = 'average')],
    ['instruments', 'data/regulations/instruments.json', (d) => ((d.instruments as Node[])[0]!.citation = null)],
    ['outline', 'templates/bao-cao-cchc/outline.json', (d) => delete (d.scopes as Node).city],
  ])('the schema of %s refuses what is wrong in %s: %s', (schema, path, change) => {
    const check = validator(schema);
    expect(check.safeParse(withChange(path, () => undefined)).success).toBe(true);
    expect(check.safeParse(withChange(path, change)).success).toBe(false);
  });
});

describe('data files', () => {
  test('every one names a published schema, and every schema has a file', () => {
    expect(files.filter((f) => f.schema === undefined).map((f) => [f.path, f.named])).toEqual([]);
    expect(names.filter((name) => !GIVEN.includes(name) && !files.some((f) => f.schema === name))).toEqual([]);
  });

  test.each(files)('$path keeps to the schema it names', ({ schema, path }) => {
    expect(validator(schema).safeParse(readJson(...path.split('/'))).error?.issues ?? []).toEqual([]);
  });

  test('a file is named by the id in it, a template by its folder', () => {
    for (const { path } of files) {
      const { id } = readJson(...path.split('/')) as { readonly id?: string };
      if (id !== undefined) expect([path, path.split(/[/.]/).includes(id)]).toEqual([path, true]);
    }
  });

  test('all texts are composed and clean, so that they are found and printed as typed', () => {
    for (const { path } of files) {
      const text = readFileSync(join(ROOT, path), 'utf8');
      expect(text).toBe(text.normalize('NFC'));
      expect([path, text.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200d\u2060\ufeff]/u)?.index]).toEqual([path, undefined]);
    }
  });
});
