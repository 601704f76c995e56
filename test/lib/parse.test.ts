/** Unknown JSON to a typed value: every fault at once, each with its path, or the value and nothing else. */

import { z } from 'zod';
import { parseWith } from '../../src/lib/parse';

const schema = z.strictObject({
  id: z.string(),
  rows: z.array(z.strictObject({ no: z.int(), note: z.string().nullable() })),
});

test('a value of the right shape comes back with no diagnostics', () => {
  const input = { id: 'mẫu', rows: [{ no: 1, note: null }] };
  expect(parseWith(schema, input, { file: 'mau.json' })).toEqual({ value: input, diagnostics: [] });
});

test('every fault is told in one go, with the file and the path as a person writes it', () => {
  const input = {
    rows: [
      { no: 1, note: null },
      { no: 1.5, note: 7, more: true },
    ],
  };
  const { value, diagnostics } = parseWith(schema, input, { file: 'mau.json', line: 3 });
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code, level, where }) => [code, level, where])).toEqual(
    ['id', 'rows[1].no', 'rows[1].note', 'rows[1]'].map((path) => [
      'BC1001',
      'error',
      { file: 'mau.json', line: 3, path },
    ]),
  );
});

test('a fault of the whole document has an empty path', () => {
  expect(parseWith(schema, 'not an object', {}).diagnostics.map((d) => d.where)).toEqual([{ path: '' }]);
});
