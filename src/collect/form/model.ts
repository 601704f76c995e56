/**
 * What a unit is asked in a period: tasks, figures, texts, each with what is already known beside it. Plain data; a
 * renderer makes a workbook of it, and the reader of a returned workbook is held against it.
 */

import type { PlainDate } from '../../calendar/plain-date';
import type { DateRange } from '../../calendar/range';
import type { ObligationClass } from '../../plan/parts';

/** Grows when columns or answers change their meaning: a workbook of another number is not read. */
export const FORM_LAYOUT = 1;

/** What the hidden sheet says. */
export interface FormIdentity {
  /** Id of the outline that the form collects for. */
  readonly form: string;
  /** Layout and a hash of what is asked: "1-3f2a9c04". */
  readonly version: string;
  readonly plan: string;
  readonly period: string;
  readonly unit: string;
}

export interface TaskItem {
  /** `12`, or `12/2` for the second due part of a task that has several. */
  readonly key: string;
  readonly task: string;
  readonly part: number;
  readonly cls: ObligationClass;
  readonly area: { readonly code: string; readonly title: string };
  readonly title: string;
  readonly product: string;
  readonly dueText: string;
  /** Last day in force, extensions counted. */
  readonly due: PlainDate | null;
  /** What was told last, in words. */
  readonly known: string;
  /** Completed or cancelled before: nothing need be answered. */
  readonly settled: boolean;
}

/** How a figure is answered: a number, two numbers, two numbers or else their percentage, a choice, or not at all. */
export type FigureKind = 'count' | 'ratio' | 'share' | 'choice' | 'derived';

export interface FigureItem {
  readonly code: string;
  readonly kind: FigureKind;
  readonly group: string;
  readonly label: string;
  readonly unit: string;
  /** Counted in whole things. */
  readonly whole: boolean;
  /** What a numerator above its denominator is: a contradiction, what a check asks to explain, or worth a note beside it. */
  readonly excess: 'stop' | 'explain' | 'note';
  /** What the two parts are. */
  readonly parts: { readonly numerator: string; readonly denominator: string } | null;
  readonly options: readonly { readonly value: number; readonly label: string }[];
  readonly formula:
    | { readonly op: 'sum'; readonly of: readonly string[] }
    | { readonly op: 'ratio'; readonly numerator: string; readonly denominator: string }
    | null;
  /** Last period's answer as printed, and as a number where it is one. */
  readonly previous: string;
  readonly previousValue: number | null;
}

export interface SectionItem {
  readonly id: string;
  readonly title: string;
  readonly previous: string;
}

/** A check that the workbook itself can do, on figures of this form; `subject` is what an answer to it names. */
export interface FormCheck {
  readonly code: string;
  readonly subject: string;
  readonly level: 'stop' | 'explain' | 'note';
  readonly message: string;
  readonly rule:
    | { readonly kind: 'part-of'; readonly part: readonly string[]; readonly whole: readonly string[] }
    | { readonly kind: 'cross-foot'; readonly left: readonly string[]; readonly right: readonly string[] }
    | { readonly kind: 'ratio'; readonly code: string };
}

export interface FormModel {
  readonly identity: FormIdentity;
  readonly unitName: string;
  readonly planTitle: string;
  readonly periodName: string;
  readonly window: DateRange;
  readonly cumulative: boolean;
  readonly previousName: string | null;
  /** Where the workbook goes back to, until when. */
  readonly compilerName: string;
  readonly submissions: readonly { readonly channel: string; readonly due: PlainDate; readonly rule: string }[];
  readonly tasks: readonly TaskItem[];
  readonly figures: readonly FigureItem[];
  readonly sections: readonly SectionItem[];
  readonly checks: readonly FormCheck[];
  /** Figures beside the questions that come from the sample generator: the form says so. */
  readonly sample: boolean;
}
