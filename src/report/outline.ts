/**
 * The structure of a report: what stands where. Outline, prose and style are three files, so that an agency can
 * change one and keep the others. Sections named here take an officer's own text in their place.
 */

import { z } from 'zod';
import type { Plan } from '../plan/plan';
import type { Area } from '../plan/schema';
import { periodKindSchema, type PeriodKind } from '../regulation/schema';

/** `changes`, `corrected-by-area`: of a correcting report; the second only where a figure of it has changed. */
export const LEAF_TABLES = ['by-area', 'overdue', 'rate-bands', 'changes', 'corrected-by-area'] as const;
export type LeafTable = (typeof LEAF_TABLES)[number];

const leafSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Name of the prose file that writes it. */
  prose: z.string(),
  /** The plan area its prose is about, by field of the ministry's outline. */
  area: z.strictObject({ field: z.int() }).optional(),
  tables: z.array(z.enum(LEAF_TABLES)).default([]),
  /** Pictures of a city's report, each after the table of its figures. */
  charts: z.array(z.enum(['by-area', 'rate-bands'])).default([]),
  narrative: z.boolean(),
  /** Only in reports of these kinds of period (a year's report draws lessons); absent: in all. */
  kinds: z.array(periodKindSchema).optional(),
});
export type LeafSection = z.output<typeof leafSchema>;

/** One sub-section for each area of the plan: `areas` without the direction of the work (field 1), `all-areas` with it. */
const repeatSchema = z.strictObject({
  over: z.enum(['areas', 'all-areas']),
  prose: z.string(),
  narrative: z.boolean(),
  /** Prose that ends the section of a unit's report in place of the areas that have nothing of the unit; absent: each stands. */
  rest: z.string().optional(),
});

const sectionSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  prose: z.string().optional(),
  tables: z.array(z.enum(LEAF_TABLES)).default([]),
  narrative: z.boolean().default(false),
  sections: z.array(leafSchema).optional(),
  repeat: repeatSchema.optional(),
});

const scopeSchema = z.strictObject({ addressees: z.array(z.string()), noiNhan: z.array(z.string()).min(1) });

export const outlineSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string(),
  version: z.string(),
  title: z.string(),
  status: z.string(),
  typeName: z.string(),
  typeSymbol: z.string(),
  subject: z.string(),
  scopes: z.strictObject({ unit: scopeSchema, city: scopeSchema }),
  /** The outline of the report that corrects one of this outline. */
  correction: z.string().optional(),
  opening: z.string(),
  sections: z.array(sectionSchema).min(1),
  /** What a city's report takes of its units' words; absent: all of them. */
  excerpts: z
    .strictObject({
      most: z.int().min(1),
      characters: z.int().min(80),
      order: z.array(z.enum(['named-lead', 'longest'])),
    })
    .optional(),
  appendices: z.array(
    z.strictObject({
      table: z.enum(['indicators', 'tasks', 'targets', 'units', 'narratives']),
      /** Left out where the table has no rows, and in reports of other scopes. */
      scopes: z.array(z.enum(['unit', 'city'])).default(['unit', 'city']),
      title: z.string(),
      orientation: z.enum(['portrait', 'landscape']),
      /** Reasons that the body gave to the checks, below the table; left out where it gave none. */
      notes: z.strictObject({ title: z.string(), about: z.enum(['figures', 'tasks']) }).optional(),
    }),
  ),
});
export type Outline = z.output<typeof outlineSchema>;

export type Scope = 'unit' | 'city';

/** A section with its place in the tree settled for a plan: areas spelled out, numbers given. */
export interface PlacedSection {
  readonly id: string;
  readonly title: string;
  readonly prose: string | null;
  readonly area: Area | null;
  readonly tables: readonly LeafTable[];
  readonly charts: LeafSection['charts'];
  readonly narrative: boolean;
  /** Of a section over areas; see `repeatSchema`. */
  readonly rest: string | null;
  readonly children: readonly PlacedSection[];
}

/** `kind` null: every section that a report of any period may have. */
export function placeSections(
  outline: Outline,
  plan: Pick<Plan, 'areas'>,
  kind: PeriodKind | null,
): readonly PlacedSection[] {
  const wanted = (leaf: LeafSection): boolean => kind === null || !leaf.kinds || leaf.kinds.includes(kind);
  return outline.sections.map((section) => ({
    id: section.id,
    title: section.title,
    prose: section.prose ?? null,
    area: null,
    tables: section.tables,
    charts: [],
    narrative: section.narrative,
    rest: section.repeat?.rest ?? null,
    children: section.repeat
      ? repeated(section.id, section.repeat, plan)
      : (section.sections ?? []).filter(wanted).map((leaf) => placed(leaf, plan)),
  }));
}

function placed(leaf: LeafSection, plan: Pick<Plan, 'areas'>): PlacedSection {
  const area = leaf.area ? (plan.areas.find((a) => a.field === leaf.area?.field) ?? null) : null;
  return {
    id: leaf.id,
    title: leaf.title,
    prose: leaf.prose,
    area,
    tables: leaf.tables,
    charts: leaf.charts,
    narrative: leaf.narrative,
    rest: null,
    children: [],
  };
}

function repeated(
  id: string,
  repeat: z.output<typeof repeatSchema>,
  plan: Pick<Plan, 'areas'>,
): readonly PlacedSection[] {
  return plan.areas
    .filter((area) => repeat.over === 'all-areas' || area.field !== 1)
    .map((area, index) => ({
      id: `${id}.${index + 1}`,
      title: area.title,
      prose: repeat.prose,
      area,
      tables: [],
      charts: [],
      narrative: repeat.narrative,
      rest: null,
      children: [],
    }));
}

/** Ids of the sections that take an officer's text. */
export function narrativeSections(sections: readonly PlacedSection[]): readonly string[] {
  return sections.flatMap((s) => [...(s.narrative ? [s.id] : []), ...narrativeSections(s.children)]);
}
