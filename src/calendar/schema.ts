/** Days and dated things as they stand in data files. */

import { z } from 'zod';
import { parsePlainDate, type PlainDate } from './plain-date';

export const plainDateSchema = z
  .string()
  .refine((text) => parsePlainDate(text) !== undefined, { message: 'ngày dạng YYYY-MM-DD, có thật' })
  .transform((text) => text as PlainDate)
  .meta({ format: 'date' });

/** `from` and `to` are both included; `to` null means still in force. */
export const datedFields = { from: plainDateSchema, to: plainDateSchema.nullable() };
