/** A line of `record --from FILE.jsonl`, and what the flags of `record` are turned into: outside data, not yet facts. */

import { z } from 'zod';
import { parseInstant, parseOccurredOn, type Instant } from '../calendar/instant';
import { parsePlainDate, type PlainDate } from '../calendar/plain-date';
import { failed, type Outcome, type Place } from '../lib/diagnostic';
import { parseWith } from '../lib/parse';
import { cleanText } from '../lib/text';
import { SUBMISSION_EVENTS, TASK_EVENTS } from './events';

const words = z
  .string()
  .max(20_000, { message: 'văn bản không quá 20.000 ký tự' })
  .transform((text) => cleanText(text).trim());

const on = z
  .string()
  .refine((text) => parseOccurredOn(text) !== undefined, { message: 'ngày YYYY-MM-DD hoặc thời điểm ISO 8601' })
  .transform((text) => parseOccurredOn(text) as PlainDate);

const day = z
  .string()
  .refine((text) => parsePlainDate(text) !== undefined, { message: 'ngày YYYY-MM-DD có thật' })
  .transform((text) => text as PlainDate);

const recordedAt = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, {
    message: 'thời điểm ISO 8601, ví dụ 2026-03-15T08:00:00+07:00',
  })
  .transform((text) => parseInstant(text) as Instant)
  .nullish();

const words1 = words.pipe(z.string().min(1, { message: 'không được để trống' }));
const texts = z.union([z.array(words).max(50), words.transform((one) => [one])]);
const number = z
  .number()
  .refine((n) => Number.isFinite(n) && Math.abs(n) <= 1e15, { message: 'số trong khoảng ±10^15' })
  .refine((n) => Number(n.toFixed(6)) === n, { message: 'số có không quá 6 chữ số thập phân' });
const amount = number.refine((n) => n >= 0, { message: 'số không âm' });

const common = { unit: words1, plan: words1, recordedAt };

const taskLine = z.strictObject({
  ...common,
  task: words1,
  part: z.int().min(1).nullish(),
  event: z.enum(TASK_EVENTS),
  on,
  evidence: texts.nullish(),
  note: words.nullish(),
  reason: words.nullish(),
  remedy: words.nullish(),
  due: day.nullish(),
  basis: words.nullish(),
});

const figureLine = z.strictObject({
  ...common,
  indicator: words1,
  period: words1,
  value: number.nullish(),
  numerator: amount.nullish(),
  denominator: amount.nullish(),
  /** "Không phát sinh" and "không áp dụng" are answers; "withdrawn" makes the figure blank again. */
  answer: z.enum(['value', 'nothing-arose', 'not-applicable', 'withdrawn']).nullish(),
  note: words.nullish(),
});

const narrativeLine = z.strictObject({ ...common, period: words1, section: words1, text: words });

const submissionLine = z.strictObject({
  ...common,
  period: words1,
  event: z.enum(SUBMISSION_EVENTS),
  on: on.nullish(),
  channel: words.nullish(),
  note: words.nullish(),
});

/** A unit's answer to a check; `subject` is what the finding was about (an indicator's code, a task, `12/1`). */
const explanationLine = z.strictObject({ ...common, period: words1, check: words1, subject: words1, text: words1 });

export type TaskLine = z.output<typeof taskLine>;
export type FigureLine = z.output<typeof figureLine>;
export type NarrativeLine = z.output<typeof narrativeLine>;
export type SubmissionLine = z.output<typeof submissionLine>;
export type ExplanationLine = z.output<typeof explanationLine>;

export type Line =
  | { readonly is: 'task'; readonly line: TaskLine }
  | { readonly is: 'figure'; readonly line: FigureLine }
  | { readonly is: 'narrative'; readonly line: NarrativeLine }
  | { readonly is: 'submission'; readonly line: SubmissionLine }
  | { readonly is: 'explanation'; readonly line: ExplanationLine };

const SCHEMAS = {
  task: taskLine,
  figure: figureLine,
  narrative: narrativeLine,
  submission: submissionLine,
  explanation: explanationLine,
} as const;

function shapeOf(input: unknown): Line['is'] {
  const has = (key: string): boolean => typeof input === 'object' && input !== null && key in input;
  if (has('check')) return 'explanation';
  if (has('task')) return 'task';
  if (has('indicator')) return 'figure';
  return has('section') ? 'narrative' : 'submission';
}

/** Reads one line by the key that tells its form; BC1001 for every fault in it. */
export function readLine(input: unknown, where: Place): Outcome<Line> {
  const is = shapeOf(input);
  const parsed = parseWith<z.ZodType>(SCHEMAS[is], input, where);
  if (parsed.value === undefined) return failed(parsed.diagnostics);
  return { value: { is, line: parsed.value } as Line, diagnostics: [] };
}
