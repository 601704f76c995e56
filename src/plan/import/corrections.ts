/**
 * A person's corrections to one plan's source, kept beside it in `data/sources/<id>.corrections.json` so that anybody
 * can see and question them. Each names the text it was made for; where the source no longer has that text the
 * import fails (BC166x), because a correction that fits nothing is either out of date or about to be wrong.
 */

import { z } from 'zod';
import { plainDateSchema } from '../../calendar/schema';
import { areaSchema, comparatorSchema } from '../schema';
import { COLUMN_ROLES } from './raw';

const reason = z.string().min(1);
const ids = z.array(z.string());

const settingsSchema = z.strictObject({
  title: z.string().optional(),
  issuer: z.string().optional(),
  issuerText: z.string().optional(),
  number: z.string().nullish(),
  signedOn: plainDateSchema.nullish(),
  from: plainDateSchema.optional(),
  to: plainDateSchema.optional(),
  jurisdiction: z.string().optional(),
  regime: z.string().optional(),
  indicators: z.string().optional(),
  outline: z.string().optional(),
});

/** Text fields of a task or of one of its assignments. */
const fieldSchema = z.enum(['title', 'product', 'leadText', 'supportText', 'dueText']);
export type CorrectedField = z.output<typeof fieldSchema>;

/** `from` is a part of the field's text that occurs once; assignments count from 1. */
const fixSchema = z.strictObject({
  task: z.string(),
  assignment: z.int().min(1).optional(),
  field: fieldSchema,
  from: z.string(),
  to: z.string(),
  reason,
});
export type Fix = z.output<typeof fixSchema>;

export const correctionsSchema = z.strictObject({
  $schema: z.string().optional(),
  plan: settingsSchema.default({}),
  /** Roles of columns whose headers say too little, by header text or number. */
  roles: z.record(z.string(), z.enum(COLUMN_ROLES)).default({}),
  /** Titles and fields of areas; `from` is the title as the source has it. */
  areas: z.array(areaSchema.partial({ title: true }).extend({ from: z.string().optional() })).default([]),
  /** Text that the extraction broke: the plan's own text is restored. */
  fixes: z.array(fixSchema).default([]),
  /** Slips of the printed text: it stays, a title's right reading stands beside it (`titleReadAs`), the rest in a note. */
  readings: z.array(fixSchema).default([]),
  /** Slips of scanning that come again and again: right readings for every title that has them. */
  scanned: z
    .strictObject({ reason, slips: z.array(z.strictObject({ from: z.string().min(1), to: z.string() })) })
    .optional(),
  dueReadAs: z
    .array(z.strictObject({ task: z.string(), assignment: z.int().min(1), from: z.string(), text: z.string(), reason }))
    .default([]),
  /** Who a stretch of a cell means; an empty list: nobody of the registry. */
  bodies: z.array(z.strictObject({ text: z.string(), bodies: ids, reason })).default([]),
  /** Who leads or supports where the plan says it elsewhere than in the row. */
  assignments: z
    .array(
      z.strictObject({
        /** A task's id, or the code of an area for all its tasks. */
        at: z.string(),
        assignment: z.int().min(1).optional(),
        leadText: z.string().optional(),
        lead: ids.optional(),
        supportText: z.string().optional(),
        support: ids.optional(),
        reason,
      }),
    )
    .default([]),
  /** Areas of targets where the plan numbers them apart from its areas; what the extraction left in their text. */
  targets: z
    .array(
      z.strictObject({
        code: z.string(),
        area: z.string().optional(),
        from: z.string().optional(),
        to: z.string().optional(),
        reason,
      }),
    )
    .default([]),
  /** A measure's scope in a person's shorter words, or what the reader made of it put right. */
  measures: z
    .array(
      z.strictObject({
        code: z.string(),
        from: z.string(),
        scope: z.string().optional(),
        comparator: comparatorSchema.nullish(),
        value: z.number().nullish(),
        unit: z.string().nullish(),
        indicator: z.string().optional(),
        reason: reason.optional(),
      }),
    )
    .default([]),
  notes: z.array(z.strictObject({ where: z.string(), judgement: z.string(), reason: z.string() })).default([]),
});
export type Corrections = z.output<typeof correctionsSchema>;

/** No corrections: what a plan without a file of them is imported with. */
export const NO_CORRECTIONS: Corrections = correctionsSchema.parse({});
