/** Registry of public bodies of one place, as it stands in `data/units`: every entry dated, with its successors. */

import { z } from 'zod';
import { datedFields, plainDateSchema } from '../calendar/schema';

const unitId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const kindSchema = z.strictObject({
  name: z.string(),
  /** Quyền hạn, chức vụ người ký, upper case, one line an item. */
  signature: z.array(z.string()).min(1),
  /** Cơ quan chủ quản as printed above the issuer, `\n` between lines; null where none is printed. */
  parentLine: z.string().nullable(),
  note: z.string().nullish(),
});
export type UnitKind = z.output<typeof kindSchema>;

const groupSchema = z.strictObject({
  id: unitId,
  name: z.string(),
  variants: z.array(z.string()).default([]),
  /** False: an open group ("các đơn vị liên quan") that names nobody; nobody reports for it. */
  closed: z.boolean(),
  ...datedFields,
  note: z.string().nullish(),
});
export type Group = z.output<typeof groupSchema>;

const unitSchema = z.strictObject({
  id: unitId,
  name: z.string(),
  fullName: z.string(),
  /** Abbreviation in a document's ký hiệu ("SNV"); each body sets its own, so this is a default. */
  short: z.string(),
  kind: z.string(),
  /** The place a commune's body governs, "phường Ba Đình". */
  place: z.string().nullish(),
  /** Official code of the administrative unit. */
  code: z.string().nullish(),
  parent: unitId.nullable(),
  variants: z.array(z.string()).default([]),
  groups: z.array(z.strictObject({ id: unitId, ...datedFields })).default([]),
  signature: z.array(z.string()).nullish(),
  ...datedFields,
  successors: z.array(z.strictObject({ unit: unitId, on: plainDateSchema })).default([]),
  basis: z.array(z.string()).default([]),
  note: z.string().nullish(),
});
export type Unit = z.output<typeof unitSchema>;

export const unitsSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string(),
  name: z.string(),
  /** Địa danh of documents issued here. */
  place: z.string(),
  note: z.string().nullish(),
  sources: z.array(z.strictObject({ id: z.string(), citation: z.string(), note: z.string().nullish() })),
  kinds: z.record(z.string(), kindSchema),
  groups: z.array(groupSchema),
  units: z.array(unitSchema),
});
export type UnitsFile = z.output<typeof unitsSchema>;
