/** The decision tables of status and of task roll-up as they stand in `data/rules`: ordered, first match wins, cited. */

import { z } from 'zod';
import { datedFields } from '../calendar/schema';
import { citationSchema } from '../regulation/schema';

/** Statuses in the order in which reports list them. */
export const STATUSES = [
  'done-on-time',
  'done-late',
  'done-unsatisfactory',
  'in-progress',
  'not-due',
  'overdue',
  'period-done',
  'period-missing',
  'no-report',
  'not-triggered',
  'cancelled',
] as const;
export const statusSchema = z.enum(STATUSES);
export type Status = z.output<typeof statusSchema>;

/** What is known of an obligation at the cut-off; the only things a rule may ask. */
export const situationSchema = z.strictObject({
  class: z.enum(['dated', 'periodic', 'event']),
  cancelled: z.boolean(),
  triggered: z.boolean(),
  started: z.boolean(),
  delivery: z.enum(['none', 'done', 'unsatisfactory']),
  /** Of a delivery that is done: against the last day in force. */
  timing: z.enum(['none', 'on-time', 'late', 'no-due-date']),
  duePassed: z.boolean(),
  periodResult: z.boolean(),
  reported: z.boolean(),
});
export type Situation = z.output<typeof situationSchema>;

const ruleFields = {
  id: z.string(),
  reason: z.string().min(1),
  basis: z.array(citationSchema).min(1),
};

const statusRuleSchema = z.strictObject({ ...ruleFields, status: statusSchema, when: situationSchema.partial() });
export type StatusRule = z.output<typeof statusRuleSchema>;

/** `of` narrows the obligations looked at; `all` and `any` ask about those; an empty set matches nothing. */
const taskRuleSchema = z.strictObject({
  ...ruleFields,
  status: statusSchema,
  of: z.array(statusSchema).nullable(),
  all: z.array(statusSchema).optional(),
  any: z.array(statusSchema).optional(),
});
export type TaskRule = z.output<typeof taskRuleSchema>;

const tableVersion = <T extends z.ZodType>(rule: T) => z.strictObject({ ...datedFields, rules: z.array(rule).min(1) });

export const rulesSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string(),
  title: z.string(),
  status: z.array(tableVersion(statusRuleSchema)).min(1),
  task: z.array(tableVersion(taskRuleSchema)).min(1),
  /** Which statuses are "done", and which are left out of the whole, in the headline rate. */
  rate: z.strictObject({
    done: z.array(statusSchema),
    leftOut: z.array(statusSchema),
    decimals: z.int().min(0).max(4),
    rounding: z.literal('half-up'),
    basis: z.array(citationSchema).min(1),
    reason: z.string(),
  }),
});
export type RulesFile = z.output<typeof rulesSchema>;
