/** One way from unknown JSON to a typed value: every fault of the document at once, each with its path. */

import type { z } from 'zod';
import { error, failed, ok, type Outcome, type Place } from './diagnostic';

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

/** BC1001 for each place where `input` is not of the schema's shape; `where` names the file or line. */
export function parseWith<S extends z.ZodType>(schema: S, input: unknown, where: Place): Outcome<z.output<S>> {
  const result = schema.safeParse(input);
  if (result.success) return ok(result.data);
  return failed(
    result.error.issues.map((issue) =>
      error('BC1001', { ...where, path: pathText(issue.path) }, { expected: issue.message }),
    ),
  );
}
