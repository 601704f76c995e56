/**
 * An issued report (báo cáo đã phát hành) as the register holds it: whose it is, its number and day, and everything
 * that its bytes depend on, by hash. What an issue says never changes; a later one corrects it or gives it its number.
 */

import { z } from 'zod';
import type { Instant } from '../calendar/instant';
import { parseInstant } from '../calendar/instant';
import { plainDateSchema } from '../calendar/schema';
import { slug } from '../lib/text';
import { SIGNERS } from './signature';

const URGENCIES = ['HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN'] as const;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z
  .string()
  .refine((text) => parseInstant(text) === text)
  .transform((text) => text as Instant);

export const issueSchema = z.strictObject({
  form: z.literal(1),
  /** `correction`: a report that corrects the one in `corrects`. */
  kind: z.enum(['report', 'correction']),
  plan: z.string(),
  period: z.string(),
  periodName: z.string(),
  window: z.strictObject({ from: plainDateSchema, to: plainDateSchema }),
  /** The provision that sets the window, in words. */
  windowBasis: z.string(),
  /** Null for the city's report. */
  unit: z.string().nullable(),
  /** The body whose report it is, by name. */
  body: z.string(),
  number: z.string().nullable(),
  signedOn: plainDateSchema.nullable(),
  /** The issue without a number whose frozen content this one numbers. */
  numbers: z.string().nullable(),
  corrects: z.string().nullable(),
  /** The end of the ledger when it was frozen, and the recording time up to which facts count. */
  ledger: z.strictObject({ seq: z.int().min(0), hash }),
  asOf: instant,
  /** Who signs, where it is not the head, and how urgent it is; a Word template stands among the inputs. */
  signing: z.strictObject({ as: z.enum(SIGNERS), title: z.string().nullable() }).optional(),
  urgency: z.enum(URGENCIES).optional(),
  program: z.string(),
  formats: z.array(z.string()).min(1),
  fingerprints: z.record(z.string(), hash),
  inputs: z.array(z.strictObject({ path: z.string(), sha256: hash })),
  files: z.array(z.strictObject({ name: z.string(), sha256: hash, bytes: z.int() })).min(1),
});
export type IssueBody = z.output<typeof issueSchema>;

export interface Issue extends IssueBody {
  /** `2026-Q1/so-noi-vu/1` */
  readonly id: string;
}

/** How an issue is signed and marked, as a request for its document has it. */
export function lookOfIssue({ signing, urgency }: Pick<IssueBody, 'signing' | 'urgency'>): IssueLook {
  return { ...(signing && { signing }), ...(urgency && { urgency }) };
}

export interface IssueLook {
  readonly signing?: NonNullable<IssueBody['signing']>;
  readonly urgency?: NonNullable<IssueBody['urgency']>;
}

/** What stands in an id for the city, where a unit's report has the unit. */
const CITY = slug('thành phố');

export interface Series {
  readonly plan: string;
  readonly period: string;
  readonly unit: string | null;
}

export const inSeries =
  ({ plan, period, unit }: Series) =>
  (issue: Series): boolean =>
    issue.plan === plan && issue.period === period && issue.unit === unit;

/** The first id that is free: another plan's report of the same unit and period counts on. */
export function nextIssueId({ period, unit }: Omit<Series, 'plan'>, taken: ReadonlySet<string>): string {
  let no = 1;
  while (taken.has(`${period}/${unit ?? CITY}/${no}`)) no++;
  return `${period}/${unit ?? CITY}/${no}`;
}

/** Below the output folder: `2026-Q1/phat-hanh/so-noi-vu-1`. */
export function issueFolder(id: string): string {
  const [period = '', unit = '', no = ''] = id.split('/');
  return `${period}/phat-hanh/${unit}-${no}`;
}
