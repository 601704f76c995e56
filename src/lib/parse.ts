/** One way from unknown JSON to a typed value: every fault of the document at once, each with its path. */

import type { z } from 'zod';
import { error, failed, ok, type Outcome, type Place } from './diagnostic';

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'nhóm trường',
  record: 'nhóm trường',
  null: 'null',
};

const shown = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : String(value));

/** A fault of the commonest kinds in words; undefined leaves it to the schema's library. */
function say(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = TYPES[issue.expected] ?? issue.expected;
      if (issue.input === undefined) return `thiếu trường này (${expected})`;
      return `phải là ${expected}`;
    }
    case 'invalid_value':
      return `phải là ${issue.values.length > 1 ? 'một trong: ' : ''}${issue.values.map(shown).join(', ')}`;
    case 'unrecognized_keys':
      return `trường lạ: ${issue.keys.join(', ')}`;
    case 'too_small':
      return `quá ngắn hoặc quá nhỏ, ít nhất ${String(issue.minimum)}`;
    case 'too_big':
      return `quá dài hoặc quá lớn, nhiều nhất ${String(issue.maximum)}`;
    case 'invalid_union':
      return 'không đúng dạng nào trong các dạng được nhận';
    case 'invalid_format':
      return 'chữ không đúng dạng được nhận';
    default:
      return undefined;
  }
}

/** BC1001 for each place where `input` is not of the schema's shape; `where` names the file or line. */
export function parseWith<S extends z.ZodType>(schema: S, input: unknown, where: Place): Outcome<z.output<S>> {
  const result = schema.safeParse(input, { error: say });
  if (result.success) return ok(result.data);
  return failed(
    result.error.issues.map((issue) =>
      error('BC1001', { ...where, path: pathText(issue.path) }, { expected: issue.message }),
    ),
  );
}
