/** What a due text was read as (thời hạn hoàn thành). The text itself is data and stays verbatim. */

import type { Diagnostic } from '../../lib/diagnostic';
import type { PlainDate } from '../../calendar/plain-date';

export const DUE_KINDS = [
  'month',
  'quarter',
  'year',
  'by-date',
  'window',
  'multi-year',
  'recurring',
  'continuous',
  'event',
  'with-periodic-report',
  'milestones',
  'unspecified',
] as const;

export type DueKind = (typeof DUE_KINDS)[number];

/** Half-open `[from, to)` offsets, in UTF-16 units, into the text that was handed in. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** How often a recurring obligation comes back, and the day in the period where one is named. */
export interface Recurrence {
  readonly every: 'week' | 'month' | 'quarter' | 'half-year' | 'year';
  /** The last day on time where one is named ("chậm nhất ngày 25 hằng tháng" 25, "trước ngày 25" 24), else null. */
  readonly dayOfMonth: number | null;
  /**
   * The months of each period in which it falls, counted inside that period: "Quý I hằng năm" 1 to 3,
   * "tháng cuối quý" 3 to 3. Null: anywhere in it. Without it two different texts would read the same.
   */
  readonly months: { readonly from: number; readonly to: number } | null;
}

/** What sets an event obligation off, as the plan words it, and the offset in days that runs from it. */
export interface Trigger {
  readonly text: string;
  readonly offset: { readonly days: number; readonly working: boolean } | null;
  /** The trigger is the signing of the plan's own decision, whose date the plan may know. */
  readonly signing: boolean;
}

export interface Due {
  readonly text: string;
  readonly kind: DueKind;
  /** First day, or null where the text names none. */
  readonly start: PlainDate | null;
  /** Last day on which it is still on time, or null: never due, or not known yet. */
  readonly end: PlainDate | null;
  readonly recurrence: Recurrence | null;
  readonly trigger: Trigger | null;
  /** "Quý II năm 2026 và thường xuyên": the dated part is due, the rest goes on. */
  readonly alsoContinuous: boolean;
  /** For `milestones`: the parts in the order of the text, each with its own label, days and span. */
  readonly parts: readonly Due[];
  /** The deliverable a milestone names ("ban hành Kế hoạch"), else null. */
  readonly label: string | null;
  /** Alternatives that the text leaves open ("12/2026 hoặc 1/2027, tuỳ …"); kept, never chosen from. */
  readonly alternatives: readonly Due[];
  /** The condition that decides between them, verbatim, else null. */
  readonly condition: string | null;
  readonly span: Span;
  /** What could not be read, verbatim; empty when everything was. */
  readonly unread: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface DueContext {
  /** The plan's year, for texts that print none. */
  readonly year: number;
  /** The day the plan's decision was signed, null while it is blank. */
  readonly signedOn: PlainDate | null;
  /** Working-day arithmetic; absent: a text that needs it is reported (BC1206), not guessed. */
  readonly addWorkingDays?: (from: PlainDate, days: number) => PlainDate | undefined;
}
