/**
 * Checks that look at tasks and at who answered what, as they stand in `data/rules`: cited like every rule. The
 * arithmetic of indicators is checked by the rules that stand beside the indicators themselves.
 */

import { z } from 'zod';
import { datedFields } from '../../calendar/schema';
import { citationSchema } from '../../regulation/schema';

/** Stop: the figure must be corrected. Explain: the unit corrects it or gives its reason. Note: to be known. */
export const CHECK_LEVELS = ['stop', 'explain', 'note'] as const;
export type CheckLevel = (typeof CHECK_LEVELS)[number];

export const COLLECTION_KINDS = [
  'completed-without-evidence',
  'completed-before-signing',
  'late-without-reason',
  'owner-claimed-twice',
  'not-asked',
  'ratio-without-parts',
  'missing-figures',
  'missing-results',
] as const;

const ruleSchema = z.strictObject({
  code: z.string(),
  level: z.enum(CHECK_LEVELS),
  kind: z.enum(COLLECTION_KINDS),
  ...datedFields,
  message: z.string().min(1),
  basis: z.array(citationSchema).min(1),
});
export type CollectionRule = z.output<typeof ruleSchema>;

export const checksSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string(),
  title: z.string(),
  rules: z.array(ruleSchema).min(1),
});
export type ChecksFile = z.output<typeof checksSchema>;
