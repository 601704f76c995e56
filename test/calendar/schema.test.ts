/** Days as they stand in data files: a day that does not exist never gets in. */

import { z } from 'zod';
import { datedFields, plainDateSchema } from '../../src/calendar/schema';

test.each(['2026-02-30', '2026-3-1', '', 20260314, null])('%j is refused in a data file', (value) => {
  expect(plainDateSchema.safeParse(value).success).toBe(false);
});

test('a thing in force to this day has no last day, but must say so', () => {
  const dated = z.strictObject(datedFields);
  expect(dated.parse({ from: '2025-03-01', to: null })).toEqual({ from: '2025-03-01', to: null });
  expect(dated.safeParse({ from: '2025-03-01' }).success).toBe(false);
});
