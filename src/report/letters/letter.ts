/**
 * A letter as it stands in `templates`: what it says of itself, to whom it goes, who gets copies. Its sentences are
 * prose files, so that an office can change them and keep the rest.
 */

import { z } from 'zod';

const formSchema = z.strictObject({
  addressees: z.array(z.string()).min(1),
  /** Name of the prose file that writes the body. */
  body: z.string(),
  noiNhan: z.array(z.string()).min(1),
  /** Title of the list that goes with it. */
  list: z.string().optional(),
});

export const letterSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string(),
  version: z.string(),
  title: z.string(),
  /** Ký hiệu after the slash: the sender and the office that drafts. */
  symbol: z.string(),
  /** After "V/v". */
  subject: z.string(),
  /** To one body, and to all at once. */
  unit: formSchema,
  city: formSchema,
});
export type Letter = z.output<typeof letterSchema>;
