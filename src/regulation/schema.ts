/** Instruments (văn bản) and reporting regimes (chế độ báo cáo) as they stand in `data/`. */

import { z } from 'zod';
import { plainDateSchema } from '../calendar/schema';
import type { WorkingDays } from '../calendar/working-days';

/** A provision cited: "nd-09-2019" and the place in it ("Điều 12"). */
export const citationSchema = z.strictObject({ instrument: z.string(), at: z.string().nullable() });
export type Citation = z.output<typeof citationSchema>;

export const instrumentSchema = z.strictObject({
  id: z.string(),
  /** As cited in Vietnamese, without the provision: "Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ". */
  citation: z.string(),
  issuedOn: plainDateSchema.nullable(),
  inForceFrom: plainDateSchema.nullable(),
  /** How sure we are of what is quoted from it. */
  confidence: z.enum(['đã đọc', 'qua văn bản dẫn chiếu', 'chưa đối chiếu']),
  note: z.string().nullable(),
});
export type Instrument = z.output<typeof instrumentSchema>;

export const instrumentsSchema = z.strictObject({
  $schema: z.string().optional(),
  instruments: z.array(instrumentSchema),
});

/** A day of the year relative to the reporting year: 15/12 of the year before is `{month: 12, day: 15, year: -1}`. */
const anchorSchema = z.strictObject({
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  year: z.int().min(-1).max(1),
});
export type Anchor = z.output<typeof anchorSchema>;

export const periodKindSchema = z.enum(['month', 'quarter', 'half-year', 'nine-month', 'year']);
export type PeriodKind = z.output<typeof periodKindSchema>;

/** "Q1", "H1", "9M", "Y", "M03": what a period is called in any year. */
export const periodKeySchema = z.string().regex(/^(Q[1-4]|H[12]|9M|Y|M(0[1-9]|1[0-2]))$/);

const periodRuleSchema = z.strictObject({
  key: periodKeySchema,
  kind: periodKindSchema,
  /** Inside a sentence, without the year: "quý I", "6 tháng đầu năm", "năm". */
  name: z.string(),
  window: z.strictObject({ from: anchorSchema, to: anchorSchema }),
  /**
   * What a report of this period calls the time ahead ("quý II" after quý I, "6 tháng cuối năm" after 6 tháng), the
   * year it lies in, and its last day: tasks that fall due until then are named as the next ones.
   */
  next: z.strictObject({ name: z.string(), year: z.int().min(0).max(1), until: anchorSchema }),
  /** Does it start with the reporting year, and so hold the shorter periods before it? */
  cumulative: z.boolean(),
});
export type PeriodRule = z.output<typeof periodRuleSchema>;

/** When a report must have been sent. Each form names its own last day; "before" excludes the day it names. */
const submissionDueSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('day-of-last-month'), day: z.int().min(1).max(31) }),
  z.strictObject({ rule: z.literal('on-date'), dates: z.record(z.string(), anchorSchema) }),
  z.strictObject({ rule: z.literal('before-date'), dates: z.record(z.string(), anchorSchema) }),
  /** "02 ngày làm việc kể từ ngày chốt số liệu": counted from the day after the window's last day. */
  z.strictObject({ rule: z.literal('working-days-after-cut-off'), days: z.int().min(1) }),
]);
export type SubmissionDue = z.output<typeof submissionDueSchema>;

const submissionRuleSchema = z.strictObject({
  id: z.string(),
  channel: z.string(),
  /** Units or groups that owe it. */
  who: z.array(z.string()).min(1),
  form: z.enum(['tổng hợp', 'chuyên đề']),
  due: submissionDueSchema,
  /** What happens to a last day on a weekend; nothing unless a provision says so. */
  shift: z.enum(['none', 'previous-working-day', 'next-working-day']),
  basis: z.array(citationSchema).min(1),
});
export type SubmissionRule = z.output<typeof submissionRuleSchema>;

/** The report that a body makes of its whole field for the place (báo cáo chuyên đề), besides its own. */
const thematicSchema = z.strictObject({
  /** Outline in `templates`. */
  outline: z.string(),
  /** Body → fields of the ministry's outline (1 to 7) that it follows. */
  fields: z.record(z.string(), z.array(z.int().min(1)).min(1)),
  basis: z.array(citationSchema).min(1),
  note: z.string().nullable(),
});
export type Thematic = z.output<typeof thematicSchema>;

const regimeVersionSchema = z.strictObject({
  /** Reporting years this version serves, both included; `to` null: until replaced. */
  years: z.strictObject({ from: z.int(), to: z.int().nullable() }),
  /** Years whose windows a document prints day by day; for others the pattern is carried over and said so. */
  printedYears: z.array(z.int()),
  basis: z.array(citationSchema).min(1),
  periods: z.array(periodRuleSchema).min(1),
  submissions: z.array(submissionRuleSchema),
  thematic: thematicSchema.nullish(),
});
export type RegimeVersion = z.output<typeof regimeVersionSchema>;

export const regimeSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string(),
  name: z.string(),
  timeZone: z.literal('Asia/Ho_Chi_Minh'),
  jurisdiction: z.string().nullable(),
  /** The body that compiles the units' reports, and the one in whose name the city reports. */
  compiler: z.string().nullable(),
  reporter: z.string().nullable(),
  /** Calendar of working days in `data/calendars`, for send dates and due texts that count them. */
  calendar: z.string().nullish(),
  /** Decision tables of `data/rules` that judge its obligations. */
  rules: z.string(),
  /** Rules of `data/rules` that check what units told; none where it names none. */
  checks: z.string().nullish(),
  /** Letter of `templates` that reminds units of what they have not sent. */
  reminder: z.string().nullish(),
  versions: z.array(regimeVersionSchema).min(1),
  note: z.string().nullable(),
});
/** A regime with its calendar of working days, when it names one and the file is there. */
export type Regime = z.output<typeof regimeSchema> & { readonly workingDays?: WorkingDays };
