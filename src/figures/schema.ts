/** Indicators (chỉ tiêu thống kê) as they stand in `data/indicators`: what is counted, by whom, and how it adds. */

import { z } from 'zod';
import { datedFields } from '../calendar/schema';
import { periodKeySchema } from '../regulation/schema';

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

const codes = z.array(z.string()).min(1);
const scope = { scope: z.enum(['unit', 'city']).optional() };
/** Indicators that a rule over time looks at: all, those of one kind of time, or those listed. */
const selection = {
  codes: z.union([z.enum(['all', 'flow', 'cumulative', 'stock', 'since']), codes]),
  types: z.array(z.enum(['count', 'ratio', 'bool', 'enum'])).optional(),
  except: z.array(z.string()).optional(),
};
/** Keys of periods ("Y", "H1"): the later one holds at least what the earlier ones hold together. */
const covers = z.strictObject({
  rule: z.string().optional(),
  ...selection,
  later: periodKeySchema,
  earlier: z.array(periodKeySchema).min(1),
});

const checkFields = { code: z.string(), level: z.enum(['stop', 'explain', 'note']) };
const checkWords = { message: z.string(), basis: z.string() };
const checkOf = <K extends string, F extends z.ZodType>(kind: K, fields: F) =>
  z.strictObject({ ...checkFields, kind: z.literal(kind), fields, ...checkWords });

const checkSchema = z.discriminatedUnion('kind', [
  checkOf(
    'part-of',
    z.union([
      z.strictObject({ ratios: codes, ...scope }),
      z.strictObject({ part: codes, whole: codes, span: z.literal('year-to-date').optional(), ...scope }),
    ]),
  ),
  checkOf('cross-foot', z.strictObject({ left: codes, right: codes, ...scope })),
  checkOf('cumulative-growth', z.union([covers, z.strictObject({ ...selection, within: z.literal('year') })])),
  checkOf('year-covers', covers),
  checkOf(
    'jump',
    z.strictObject({
      ...selection,
      /** A change counts when it is both so many times and so much. */
      factor: z.number().min(1),
      absolute: z.number().min(0),
      against: z.literal('last-period'),
      /** Kinds of time whose figures are compared by the day: periods are not equally long. */
      perDay: z.array(z.enum(['flow', 'cumulative', 'stock', 'since'])).optional(),
    }),
  ),
]);
export type FigureCheck = z.output<typeof checkSchema>;

export const indicatorsSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string(),
  title: z.string(),
  status: z.string(),
  ...datedFields,
  basis: z.array(z.string()),
  /** Registry id → role → id of a unit, or of the group that answers there for it. */
  roles: z.record(z.string(), z.record(z.string(), z.string())),
  groups: z.array(z.strictObject({ code: z.string(), title: z.string(), area: z.string().optional() })),
  indicators: z.array(indicatorSchema),
  checks: z.array(checkSchema),
});
export type IndicatorsFile = z.output<typeof indicatorsSchema>;
