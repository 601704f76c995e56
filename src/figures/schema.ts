/** Indicators (chỉ tiêu thống kê) as they stand in `data/indicators`: what is counted, by whom, and how it adds. */

import { z } from 'zod';
import { datedFields } from '../calendar/schema';

const amountSchema = z.strictObject({ label: z.string(), unit: z.string() });

const derivedSchema = z.union([
  z.strictObject({ from: z.literal('ledger'), measure: z.enum(['tasks-total', 'tasks-done']) }),
  z.strictObject({
    formula: z.discriminatedUnion('op', [
      z.strictObject({ op: z.literal('sum'), of: z.array(z.string()).min(1) }),
      z.strictObject({ op: z.literal('ratio'), numerator: z.string(), denominator: z.string() }),
    ]),
  }),
]);

const indicatorSchema = z.strictObject({
  code: z.string(),
  label: z.string(),
  unit: z.string(),
  type: z.enum(['count', 'ratio', 'bool', 'enum']),
  options: z.array(z.strictObject({ value: z.number(), label: z.string() })).optional(),
  /** For an enum: the option the city answers when its units differ. */
  mixed: z.number().optional(),
  time: z.enum(['flow', 'cumulative', 'stock', 'since']),
  rollUp: z.enum(['sum', 'owner', 'ratio-of-sums', 'latest', 'count-of', 'max']),
  /** Role of the body that answers for the whole city; see `roles`. */
  owner: z.string().nullable(),
  answeredBy: z.array(z.string()),
  numerator: amountSchema.optional(),
  denominator: amountSchema.optional(),
  derived: derivedSchema.nullable(),
  confidence: z.enum(['M+', 'M', 'M-']),
  ...datedFields,
  note: z.string().nullable(),
});
export type Indicator = z.output<typeof indicatorSchema>;

const checkSchema = z.strictObject({
  code: z.string(),
  level: z.enum(['stop', 'explain', 'note']),
  kind: z.enum(['part-of', 'cross-foot', 'cumulative-growth', 'year-covers', 'jump']),
  fields: z.record(z.string(), z.unknown()),
  message: z.string(),
  basis: z.string(),
});

export const indicatorsSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string(),
  title: z.string(),
  status: z.string(),
  ...datedFields,
  basis: z.array(z.string()),
  /** Registry id → role → unit id. */
  roles: z.record(z.string(), z.record(z.string(), z.string())),
  groups: z.array(z.strictObject({ code: z.string(), title: z.string(), area: z.string().optional() })),
  indicators: z.array(indicatorSchema),
  checks: z.array(checkSchema),
});
export type IndicatorsFile = z.output<typeof indicatorsSchema>;
