/**
 * Every code that the source raises has a sentence, every value a sentence asks for is given where the code is
 * raised, and no sentence is there for nothing. Read off the syntax of src, so that a new code cannot be forgotten.
 */

import { MESSAGES, type Message } from '../../src/i18n/messages';
import { diagnosticJson } from '../../src/i18n/render-diagnostic';
import type { Diagnostic } from '../../src/lib/diagnostic';
import { parse, sources } from '../architecture/sources';
import { allRaises, codesNamed, raisesIn } from './codes';

const raises = allRaises();
const raised = new Set(sources().flatMap(codesNamed));

/** Levels at which each code is raised, where the syntax tells. */
const levels = new Map([...raised].map((code) => [code, raises.filter((r) => r.code === code).map((r) => r.level)]));

/** Codes whose sentence stays although nothing raises them, each with the reason. */
const KEPT: Readonly<Record<string, string>> = {};

/** Values that a sentence asks for; none for a code without a sentence, which another test reports. */
function placeholders({ message, basis = '', help = '' }: Partial<Message> = {}): readonly string[] {
  return [...new Set([...`${message ?? ''} ${basis} ${help}`.matchAll(/\{(\w+)\}/g)].map((m) => m[1] as string))];
}

test('a raise is read off the source with its level and the names of its values', () => {
  const text =
    "const p = { a, b: 1 }; f(error('BC1001', here, { expected, got: 2 }), info('BC1205', {}), warning('BC1203', w, p), error('BC1204', w, g()))";
  expect(raisesIn(parse('plan/x.ts', text)).map(({ code, level, params }) => [code, level, params])).toEqual([
    ['BC1001', 'error', ['expected', 'got']],
    ['BC1205', 'info', []],
    ['BC1203', 'warning', ['a', 'b']],
    ['BC1204', 'error', undefined],
  ]);
});

test('every code named anywhere in src has a message', () => {
  const named = sources().flatMap((file) => codesNamed(file).map((code) => `${file.path}: ${code}`));
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((n) => !MESSAGES[n.slice(-6)])).toEqual([]);
});

test('every value that a message asks for is given where its code is raised', () => {
  const lacking = raises.flatMap(({ code, at, params }) => {
    const wanted = placeholders(MESSAGES[code]);
    if (params === undefined) return [`${at}: ${code} cannot be followed`];
    return wanted.filter((name) => !params.includes(name)).map((name) => `${at}: ${code} lacks {${name}}`);
  });
  expect(lacking).toEqual([]);
});

test('no message is there for nothing', () => {
  expect(Object.keys(MESSAGES).filter((code) => !raised.has(code) && !KEPT[code])).toEqual([]);
  expect(Object.keys(KEPT).filter((code) => raised.has(code) || !MESSAGES[code])).toEqual([]);
});

test.each(Object.entries(MESSAGES))(
  '%s is four figures, one line each, and says what to do unless it is only a note',
  (code, entry) => {
    expect(code).toMatch(/^BC\d{4}$/);
    const lines = [entry.title, entry.message, ...(entry.basis === undefined ? [] : [entry.basis])];
    const noted = levels.get(code)?.every((level) => level === 'info') ?? false;
    if (entry.help !== undefined || !noted) lines.push(entry.help ?? '');
    for (const line of lines) {
      expect(line).toBe(line.normalize('NFC').trim());
      expect(line).not.toMatch(/\n|\s\s|[.;:]$/);
      expect(line.length).toBeGreaterThan(5);
    }
    expect(entry.title.charAt(0)).toBe(entry.title.charAt(0).toLocaleUpperCase('vi'));
  },
);

test.each(Object.entries(MESSAGES))('%s is printed whole when its values are there', (code, entry) => {
  const params = Object.fromEntries(placeholders(entry).map((name) => [name, 'mẫu']));
  const { message, basis, help } = diagnosticJson({
    code: code as Diagnostic['code'],
    level: 'error',
    where: {},
    params,
  });
  expect([message, basis ?? '', help ?? ''].join(' ')).not.toMatch(/[{}]|undefined/);
  expect(message).toBe(entry.message.replace(/\{\w+\}/g, 'mẫu'));
});
