/** Problems are values: the three levels, and the one question whether any of them is an error. */

import { error, failed, hasErrors, info, ok, warning } from '../../src/lib/diagnostic';

test('each maker gives its own level, the place and the values of the sentence', () => {
  const where = { file: 'mau.xlsx', sheet: 'Nhiệm vụ', cell: 'G12' };
  expect([error, warning, info].map((make) => make('BC1001', where, { expected: 'số' }))).toEqual(
    ['error', 'warning', 'info'].map((level) => ({ code: 'BC1001', level, where, params: { expected: 'số' } })),
  );
});

test('warnings and notes are not errors', () => {
  expect(hasErrors([])).toBe(false);
  expect(hasErrors([warning('BC1207', {}), info('BC1205', {})])).toBe(false);
  expect(hasErrors([info('BC1205', {}), error('BC1001', {})])).toBe(true);
});

test('an outcome that failed has no value, one that came out keeps its notes', () => {
  const note = info('BC1205', {});
  expect(failed([note])).toEqual({ value: undefined, diagnostics: [note] });
  expect(ok(0, [note])).toEqual({ value: 0, diagnostics: [note] });
});
