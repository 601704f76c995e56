/**
 * Scoring tables (bảng điểm) as they stand in `data/par-index`: dated, cited, with bands or a formula for the share of
 * work done and tests for the year's reports. The tables of the ministry's index were not seen; what is shipped is a
 * sample and says so.
 */

import { z } from 'zod';
import { datedFields } from '../../calendar/schema';
import { error, type Diagnostic } from '../../lib/diagnostic';
import { statusSchema } from '../../obligations/schema';
import { citationSchema, periodKindSchema } from '../../regulation/schema';

const points = z.number().min(0);
const percent = z.number().min(0).max(100);

/** From so many percent on, so many points: the first band that the share reaches. */
const bandsSchema = z.strictObject({
  kind: z.literal('bands'),
  bands: z.array(z.strictObject({ from: percent, points })).min(1),
});
/** Points in proportion to the share; none below the floor. */
const formulaSchema = z.strictObject({
  kind: z.literal('proportional'),
  max: points,
  floor: percent,
  decimals: z.int().min(0).max(4),
});

const REPORT_TESTS = ['submitted', 'complete', 'on-time'] as const;
const reportTestSchema = z.enum(REPORT_TESTS);
export type ReportTest = z.output<typeof reportTestSchema>;

const common = { code: z.string(), label: z.string(), basis: z.array(citationSchema).min(1) };

const tasksSchema = z.strictObject({
  kind: z.literal('tasks'),
  ...common,
  /** Parts of work, or tasks (one done when all the unit's parts of it are). */
  count: z.enum(['obligations', 'tasks']),
  done: z.array(statusSchema).min(1),
  /** Statuses that are no part of the whole. */
  leftOut: z.array(statusSchema),
  score: z.discriminatedUnion('kind', [bandsSchema, formulaSchema]),
});
export type TasksCriterion = z.output<typeof tasksSchema>;

const reportsSchema = z.strictObject({
  kind: z.literal('reports'),
  ...common,
  /** The report that the city is compiled from, or every report that the unit owes. */
  channels: z.enum(['main', 'all']),
  score: z.discriminatedUnion('kind', [
    /** All points when every report of the year passes every test; else none. */
    z.strictObject({ kind: z.literal('all-or-nothing'), tests: z.array(reportTestSchema).min(1), points }),
    /** Each test has its points, kept when every report of the year passes it. */
    z.strictObject({
      kind: z.literal('per-test'),
      tests: z.array(z.strictObject({ test: reportTestSchema, points })).min(1),
    }),
  ]),
});
export type ReportsCriterion = z.output<typeof reportsSchema>;

const criterionSchema = z.discriminatedUnion('kind', [tasksSchema, reportsSchema]);
export type Criterion = z.output<typeof criterionSchema>;

/** A day whose state is scored: the report's own cut-off (`day` null), or a day of the year for periods of a kind. */
const snapshotSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  day: z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) }).nullable(),
  periods: z.array(periodKindSchema).nullable(),
});
export type SnapshotRule = z.output<typeof snapshotSchema>;

const versionSchema = z.strictObject({
  ...datedFields,
  basis: z.array(citationSchema).min(1),
  snapshots: z.array(snapshotSchema).min(1),
  criteria: z.array(criterionSchema).min(1),
});
export type ScoringVersion = z.output<typeof versionSchema>;

export const parIndexSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string(),
  title: z.string(),
  /** True: not the index itself; every output says so. */
  sample: z.boolean(),
  status: z.string(),
  note: z.string(),
  versions: z.array(versionSchema).min(1),
});
export type ParIndexFile = z.output<typeof parIndexSchema>;

/** Faults that the shape does not show (BC3203): bands out of order or with a gap at the bottom, codes used twice. */
export function parIndexFaults(file: ParIndexFile, source: string): readonly Diagnostic[] {
  return file.versions.flatMap(({ from, criteria }) => {
    const fault = (code: string, what: string): Diagnostic =>
      error('BC3203', { file: source, path: `versions ${from} ${code}` }, { code, what });
    const codes = criteria.map((c) => c.code);
    const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
    return [
      ...twice.map((code) => fault(code, 'mã tiêu chí dùng hai lần')),
      ...criteria.flatMap(({ code, score }) =>
        (score.kind === 'bands' ? bandFaults(score.bands) : []).map((w) => fault(code, w)),
      ),
    ];
  });
}

function bandFaults(bands: readonly { readonly from: number; readonly points: number }[]): readonly string[] {
  const falling = bands.every((band, i) => i === 0 || band.from < (bands[i - 1] as typeof band).from);
  const growing = bands.every((band, i) => i === 0 || band.points <= (bands[i - 1] as typeof band).points);
  return [
    ...(falling ? [] : ['mức tỷ lệ phải xếp từ cao xuống thấp, mỗi mức một lần']),
    ...(growing ? [] : ['tỷ lệ thấp hơn không được nhiều điểm hơn']),
    ...(bands.at(-1)?.from === 0 ? [] : ['mức cuối phải bắt đầu từ 0']),
  ];
}
