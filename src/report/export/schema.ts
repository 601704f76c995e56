/**
 * What other systems get of a period (`export --format json`), published as `data/schemas/export.schema.json`. Keys
 * and codes are English and stable; names and titles are the Vietnamese ones. No clock: what was known is told by the
 * ledger's last position.
 */

import { z } from 'zod';
import { plainDateSchema } from '../../calendar/schema';
import { STATUSES, statusSchema } from '../../obligations/schema';
import { comparatorSchema } from '../../plan/schema';

export const EXPORT_FORMAT = 'baocao-export';
export const EXPORT_VERSION = 2;

const whole = z.int().min(0);
const day = plainDateSchema.nullable();
const countsSchema = z.strictObject(
  Object.fromEntries(STATUSES.map((s) => [s, whole])) as Record<(typeof STATUSES)[number], typeof whole>,
);
const rateSchema = z.strictObject({ done: whole, of: whole, percent: z.number().nullable() });

const obligationSchema = z.strictObject({
  task: z.string(),
  assignment: z.int().min(1),
  part: z.int().min(1),
  label: z.string().nullable(),
  area: z.string(),
  unit: z.string(),
  unitName: z.string(),
  class: z.enum(['dated', 'periodic', 'event']),
  due: day,
  dueText: z.string(),
  status: statusSchema,
  statusText: z.string(),
  reported: z.boolean(),
  rule: z.string(),
  completedOn: day,
  daysLate: whole.nullable(),
  reason: z.string().nullable(),
  remedy: z.string().nullable(),
  /** The documents that gave more time or stopped the work, in words; null where none did. */
  basis: z.string().nullable(),
  events: z.array(z.string()),
});

const taskSchema = z.strictObject({
  task: z.string(),
  no: z.string(),
  part: z.string().nullable(),
  area: z.string(),
  title: z.string(),
  product: z.string().nullable(),
  status: statusSchema,
  statusText: z.string(),
  rule: z.string(),
  obligations: whole,
  done: whole,
  of: whole,
});

const unitSchema = z.strictObject({
  unit: z.string(),
  name: z.string(),
  /** The bodies among which it is ranked (khối). */
  block: z.string(),
  reported: z.boolean(),
  counts: countsSchema,
  total: whole,
  done: whole,
  of: whole,
  percent: z.number().nullable(),
  /** Among the units of its block, equal shares in one place; null for a unit that owes nothing. */
  rank: z.int().min(1).nullable(),
  /** How many units share that place. */
  tied: z.int().min(1).nullable(),
});

const answerSchema = z.enum(['value', 'nothing-arose', 'not-applicable', 'missing']);

const indicatorSchema = z.strictObject({
  code: z.string(),
  label: z.string(),
  measure: z.string(),
  type: z.enum(['count', 'ratio', 'bool', 'enum']),
  time: z.enum(['flow', 'cumulative', 'stock', 'since']),
  /** Null: the city's figure; else what that unit told. */
  unit: z.string().nullable(),
  answer: answerSchema,
  value: z.number().nullable(),
  /** The words of the value where the list gives it a label ("Có", "Đã hoàn thành"). */
  valueText: z.string().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** Units that answered, of those asked; null on a unit's own row. */
  reported: whole.nullable(),
  of: whole.nullable(),
});

/** A measure of a target that the plan sets, and what the city reached. */
const targetSchema = z.strictObject({
  code: z.string(),
  area: z.string(),
  text: z.string(),
  scope: z.string(),
  unit: z.string().nullable(),
  /** Null: in words only. `increase`, `decrease`: against the year before. */
  comparator: comparatorSchema.nullable(),
  level: z.number().nullable(),
  levelText: z.string(),
  /** The indicator of the list that measures it; null where it is told under its own code. */
  indicator: z.string().nullable(),
  answer: answerSchema,
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** The figure of the year before, where the measure compares with it and it is known. */
  previous: z.number().nullable(),
  /** Null: cannot be said. */
  met: z.boolean().nullable(),
});

const submissionSchema = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  channel: z.string(),
  form: z.string(),
  due: plainDateSchema,
  submittedOn: day,
  status: z.enum(['on-time', 'late', 'missing', 'returned']),
  state: z.string(),
  stateText: z.string(),
  /** Null while nothing stands: it would grow with the clock. */
  daysLate: whole.nullable(),
  complete: z.boolean(),
  approvedOn: day,
  returnedOn: day,
});

export const exportSchema = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  plan: z.strictObject({
    id: z.string(),
    title: z.string(),
    issuer: z.string(),
    number: z.string().nullable(),
    signedOn: day,
  }),
  period: z.strictObject({
    id: z.string(),
    name: z.string(),
    window: z.strictObject({ from: plainDateSchema, to: plainDateSchema }),
  }),
  ledger: z.strictObject({ lastSeq: whole, events: whole, lastRecordedAt: z.string().nullable() }),
  /** Made of sample facts, in part or whole: not to be taken for real. */
  sample: z.boolean(),
  preliminary: z.boolean(),
  counts: z.strictObject({ byTask: countsSchema, byObligation: countsSchema }),
  rate: z.strictObject({ byTask: rateSchema, byObligation: rateSchema, dated: rateSchema }),
  reporting: z.strictObject({ reported: whole, of: whole }),
  obligations: z.array(obligationSchema),
  tasks: z.array(taskSchema),
  units: z.array(unitSchema),
  indicators: z.array(indicatorSchema),
  targets: z.array(targetSchema),
  submissions: z.array(submissionSchema),
});

export type ExportData = z.output<typeof exportSchema>;
export type ExportedSubmission = ExportData['submissions'][number];
