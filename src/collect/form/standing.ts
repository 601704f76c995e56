/**
 * What already stands for a unit when its workbook comes in: facts that still hold, and which of them came from
 * earlier workbooks of the same period. A workbook takes back what an earlier one of its period said and it no longer
 * says; what was told otherwise (by another door, in another period) it adds to.
 */

import type { Instant } from '../../calendar/instant';
import type { PlainDate } from '../../calendar/plain-date';
import {
  byTelling,
  type ExplanationFact,
  type FigureFact,
  type LedgerEvent,
  type NarrativeFact,
  type SubmissionFact,
} from '../../ledger/events';
import { indexTaskEvents, type TaskEvent, type TaskEventIndex } from '../../obligations/status';

export interface Standing {
  readonly index: TaskEventIndex;
  /** Hashes of workbooks of the period that were accepted before. */
  readonly sources: ReadonlySet<string>;
  /** Last told figure, text and reason of the period, by code, section, or check and subject. */
  readonly figures: ReadonlyMap<string, FigureFact>;
  readonly texts: ReadonlyMap<string, NarrativeFact>;
  readonly reasons: ReadonlyMap<string, ExplanationFact>;
  /** Last submission fact of the period. */
  readonly submission: SubmissionFact | null;
}

export const reasonKey = (check: string, subject: string): string => `${check}\u0000${subject}`;

/** `events` of one unit and plan, in whatever order. */
export function standingOf(events: readonly LedgerEvent[], period: string, asOf: Instant): Standing {
  const told = events.filter((e) => e.recordedAt <= asOf).sort(byTelling);
  const figures = new Map<string, FigureFact>();
  const texts = new Map<string, NarrativeFact>();
  const reasons = new Map<string, ExplanationFact>();
  const sources = new Set<string>();
  let submission: SubmissionFact | null = null;
  for (const { fact } of told) {
    if (fact.kind === 'task' || fact.period !== period) continue;
    if (fact.kind === 'figure') figures.set(fact.indicator, fact);
    else if (fact.kind === 'narrative') texts.set(fact.section, fact);
    else if (fact.kind === 'explanation') reasons.set(reasonKey(fact.check, fact.subject), fact);
    else {
      submission = fact;
      if (fact.source !== undefined) sources.add(fact.source);
    }
  }
  return { index: indexTaskEvents(told), sources, figures, texts, reasons, submission };
}

/** The day after every day: facts are looked at whenever they happened. */
export const EVER = '9999-12-31' as PlainDate;

/** Did an earlier workbook of this period say it? */
export function isEarlierForm(
  { fact }: { readonly fact: Pick<TaskEvent['fact'], 'source'> },
  { sources }: Pick<Standing, 'sources'>,
): boolean {
  return fact.source !== undefined && sources.has(fact.source);
}
