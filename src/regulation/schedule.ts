/**
 * What an office has made by itself, and when: the catalogue of actions of a reporting period as it stands in
 * `data/schedules`. A moment is counted from the period's own days, in Hà Nội time; nothing here names a year.
 */

import { z } from 'zod';

const days = z.int().min(-366).max(366);
/** Hà Nội wall clock; "00:00" is the first instant of the day. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A day of the period, so many days before (negative) or after it, and the hour. */
const momentSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('window-opening'), days, time }),
  z.strictObject({ from: z.literal('cut-off'), days, time }),
  /** `main`: the send date of the general report; `each`: one action for every channel. */
  z.strictObject({ from: z.literal('send-date'), of: z.enum(['main', 'each']), days, time }),
]);

const fields = {
  /** Stable for ever, below the period: `reports/cut-off`. `{channel}` stands for the channel's id. */
  key: z.string().regex(/^[a-z0-9{}-]+(\/[a-z0-9{}-]+)*$/),
  when: momentSchema,
  /**
   * Which facts it stands on: `due`, those known just before it became due, whenever it is made; `run`, those known
   * when it is first taken up.
   */
  knownAt: z.enum(['due', 'run']),
  /** Folder of its own inside the period's, so that no action writes over another's files; null for the usual place. */
  folder: z
    .string()
    .regex(/^[a-z0-9{}-]+$/)
    .nullable(),
};

const actionSchema = z.discriminatedUnion('make', [
  z.strictObject({ make: z.literal('forms'), ...fields }),
  z.strictObject({ make: z.literal('reports'), ...fields, formats: z.array(z.enum(['docx', 'html', 'pdf'])).min(1) }),
  z.strictObject({
    make: z.literal('summary'),
    ...fields,
    formats: z.array(z.enum(['xlsx', 'docx', 'html', 'pdf'])).min(1),
  }),
  z.strictObject({ make: z.literal('reminder'), ...fields, formats: z.array(z.enum(['docx', 'html', 'pdf'])).min(1) }),
]);
export type ActionRule = z.output<typeof actionSchema>;

/** When a thing that failed is tried again: after `minutes`, each time `factor` times later, at most `mostMinutes`. */
const retrySchema = z.strictObject({
  minutes: z.int().min(1),
  factor: z.int().min(1).max(10),
  mostMinutes: z.int().min(1),
});
export type Retry = z.output<typeof retrySchema>;

const CHANNEL = '{channel}';

function faultsOf(actions: readonly ActionRule[]): readonly string[] {
  const faults: string[] = [];
  const taken = new Set<string>();
  for (const { key, make, when, folder } of actions) {
    const each = when.from === 'send-date' && when.of === 'each';
    if (taken.has(key)) faults.push(`khóa "${key}" dùng hai lần`);
    if (taken.has(`${make} ${folder}`)) faults.push(`"${key}" ghi đè tệp của việc khác: cần thư mục riêng`);
    if (key.includes(CHANNEL) !== each) faults.push(`"${key}": ${CHANNEL} đi cùng "of": "each"`);
    if (each && folder?.includes(CHANNEL) !== true) faults.push(`"${key}": thư mục phải có ${CHANNEL}`);
    if (make === 'reminder' && !each) faults.push(`"${key}": đôn đốc tính từ hạn gửi của từng kênh`);
    taken.add(key).add(`${make} ${folder}`);
  }
  return faults;
}

export const scheduleSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: z.string(),
    name: z.string(),
    /** How often the machine looks, in minutes; divides the hour, so that midnight is looked at. */
    everyMinutes: z.int().refine((n) => n >= 1 && 60 % n === 0, { message: 'ước của 60' }),
    actions: z.array(actionSchema).min(1),
    retry: retrySchema,
    note: z.string().nullable(),
  })
  .superRefine(({ actions }, context) => {
    for (const message of faultsOf(actions)) context.addIssue({ code: 'custom', path: ['actions'], message });
  });
export type Schedule = z.output<typeof scheduleSchema>;
