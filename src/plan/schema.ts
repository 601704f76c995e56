/**
 * A plan as it stands in `data/plans`: the issued text as data, verbatim; what was read out of it beside it.
 * Due texts are stored as printed and read when the plan is loaded (`deadline/`), so a better reader needs no
 * second typing; `dueReadAs` holds a person's correction where the printed text cannot be read.
 */

import { z } from 'zod';
import { datedFields, plainDateSchema } from '../calendar/schema';

export const comparatorSchema = z.enum(['>=', '>', '<=', '<', '=', 'increase', 'decrease']);
export type Comparator = z.output<typeof comparatorSchema>;

const bodyIds = z.array(z.string());

const assignmentSchema = z.strictObject({
  /** A product of this row of its own, else null: the task's product holds. */
  product: z.string().nullish(),
  leadText: z.string(),
  lead: bodyIds,
  supportText: z.string(),
  support: bodyIds,
  dueText: z.string(),
  dueReadAs: z.string().nullish(),
});
export type AssignmentEntry = z.output<typeof assignmentSchema>;

const taskSchema = z.strictObject({
  id: z.string(),
  no: z.string(),
  part: z.string().nullable(),
  area: z.string(),
  title: z.string().min(1),
  /** A person's right reading where the printed title has slips of typing or scanning; else absent. */
  titleReadAs: z.string().nullish(),
  product: z.string().nullable(),
  leaderText: z.string().nullish(),
  solutions: z.array(z.string()).nullish(),
  assignments: z.array(assignmentSchema),
});
export type TaskEntry = z.output<typeof taskSchema>;

const measureSchema = z.strictObject({
  code: z.string(),
  scope: z.string(),
  comparator: comparatorSchema.nullable(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  /** Indicator of the annex that answers this measure; null: reported under the measure's own code. */
  indicator: z.string().nullish(),
});
export type Measure = z.output<typeof measureSchema>;

const targetSchema = z.strictObject({
  code: z.string(),
  area: z.string(),
  text: z.string().min(1),
  measures: z.array(measureSchema),
});
export type Target = z.output<typeof targetSchema>;

export const areaSchema = z.strictObject({
  code: z.string(),
  title: z.string(),
  part: z.string().nullish(),
  /** Field of the ministry's outline, 1 direction … 7 digital government; null where the plan has other areas. */
  field: z.int().min(1).max(7).nullish(),
});
export type Area = z.output<typeof areaSchema>;

export const planSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string(),
  issuer: z.string(),
  issuerText: z.string(),
  number: z.string().nullable(),
  signedOn: plainDateSchema.nullable(),
  ...datedFields,
  to: plainDateSchema,
  jurisdiction: z.string(),
  regime: z.string(),
  indicators: z.string(),
  outline: z.string(),
  areas: z.array(areaSchema),
  tasks: z.array(taskSchema),
  targets: z.array(targetSchema),
  notes: z.array(z.strictObject({ where: z.string(), judgement: z.string(), reason: z.string() })),
});
export type PlanFile = z.output<typeof planSchema>;
