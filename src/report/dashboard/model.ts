/**
 * The dashboard as plain data: what a leader reads in two minutes, and the facts from which every number on it is
 * explained. A number carries the key of its explanation; the page looks the key up in `facts` when it is asked for.
 *
 * Keys: `t/<scope>/<set>` counts tasks, `o/<scope>/<set>` counts parts of work (phần việc); a scope is `all`,
 * `silent` (of units that have told nothing), or a
 * letter and an index of the facts: `a` area, `u` unit, `k` task; a set is one of `facts.sets`, or `rate`. `k/<n>` is
 * one task, `j/<n>` one part of work, `i/<n>` a figure, `s/<n>` the reports of a unit, `s/<state>` the units in that
 * state, `r/reported` the units that have told anything, `m/met` the targets that are met, `m/open` those that cannot
 * be judged, `q/<n>` who has answered figure n. `n/<n>` are paragraphs made beforehand, for what the facts cannot count
 * again (another period, a rank); `n/<n>/<key>` has that key's explanation after them.
 */

import type { PlainDate } from '../../calendar/plain-date';
import type { SUBMISSION_LABELS } from '../../i18n/submissions';
import type { Chart } from '../chart';
import type { Facts } from './facts';

export type Tone = 'good' | 'warn' | 'bad';

export interface BoardCell {
  /** Exactly what is printed. */
  readonly text: string;
  /** Where its explanation is found; absent for what needs none (a name, a date of a row that has its own). */
  readonly key?: string;
  readonly tone?: Tone;
  /** 0 to 100: drawn as a bar behind the text. */
  readonly share?: number;
}

export interface BoardColumn {
  readonly title: string;
  readonly kind: 'text' | 'center' | 'number';
  /** Offers its values for choice above the table. */
  readonly filter?: boolean;
}

export interface BoardGroup {
  /** A line across the table; null for a table without groups. */
  readonly title: string | null;
  /** Value of the table's `groupFilter`. */
  readonly filter?: string;
  readonly rows: readonly (readonly BoardCell[])[];
}

export interface BoardTable {
  readonly id: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly BoardColumn[];
  /** Which column names the row. */
  readonly head: number;
  readonly groups: readonly BoardGroup[];
  readonly total: readonly BoardCell[] | null;
  /** Can be searched by words. */
  readonly search: boolean;
  /** Label of the choice among groups; null where there is none. */
  readonly groupFilter: string | null;
  /** Said instead of a table without rows. */
  readonly empty: string;
  readonly chart: Chart | null;
}

export interface Tile {
  readonly label: string;
  readonly value: BoardCell;
  readonly notes: readonly BoardCell[];
}

/** One report owed by a unit through one channel, as the board of submissions tells it. */
export interface ChannelLine {
  readonly channel: string;
  readonly form: string;
  readonly due: PlainDate;
  /** What gave the last day, with its basis. */
  readonly rule: string;
  readonly basis: readonly string[];
  readonly state: keyof typeof SUBMISSION_LABELS;
  readonly submittedOn: PlainDate | null;
  /** Days after the last day; null while nothing was sent, since that depends on the day it is asked. */
  readonly daysLate: number | null;
  readonly returnNote: string | null;
}

export interface SubmissionLine {
  readonly unit: string;
  readonly told: number;
  readonly complete: boolean;
  /** Codes of indicators, and work as `12/1`, that wait for an answer. */
  readonly unanswered: { readonly indicators: readonly string[]; readonly obligations: readonly string[] };
  /** The main report first. */
  readonly channels: readonly ChannelLine[];
}

/** What changed since another period: texts made where periods are compared. */
export interface DashboardComparison {
  /** The other period, "quý I năm 2025". */
  readonly name: string;
  readonly lines: readonly {
    readonly label: string;
    readonly now: string;
    readonly before: string;
    readonly change: string;
    readonly tone: Tone | null;
    /** How each came about: the key of the present figure, paragraphs for the earlier one and for the change. */
    readonly why: {
      readonly now: string;
      readonly before: readonly string[];
      readonly change: readonly string[];
    };
  }[];
  /** Movement of rank by unit, in words with what it stands on; null where no units are compared. */
  readonly ranks: ReadonlyMap<string, { readonly text: string; readonly why: readonly string[] }> | null;
}

export interface Dashboard {
  readonly title: string;
  /** Plan, window and what was known, one sentence each. */
  readonly subtitle: readonly string[];
  /** Samples, figures that may still change. */
  readonly notices: readonly string[];
  readonly tiles: readonly Tile[];
  readonly tables: readonly BoardTable[];
  readonly facts: Facts;
  readonly sources: readonly (readonly [string, string])[];
  readonly properties: {
    readonly agency: string;
    readonly createdOn: PlainDate;
    readonly custom: Readonly<Record<string, string>>;
  };
}
