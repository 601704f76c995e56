/**
 * What a unit has answered of what a period asks: its indicators, and those of its obligations that cannot be passed
 * over in silence. Judged from what was told, never from a report having been sent.
 */

import { contains, inForce, type DateRange } from '../../calendar/range';
import type { PlainDate } from '../../calendar/plain-date';
import type { Judgement } from '../../obligations/status';
import type { Registry } from '../../units/registry';
import { figureKey, type FigureBook } from '../figures';
import { answerersOf } from '../indicators';
import type { Indicator, IndicatorsFile } from '../schema';

/** Indicators that each unit is asked for on a day, by unit. */
export type AskedIndicators = ReadonlyMap<string, readonly Indicator[]>;

export function askedIndicators(file: IndicatorsFile, registry: Registry, on: PlainDate): AskedIndicators {
  const asked = new Map<string, Indicator[]>();
  for (const indicator of file.indicators) {
    if (indicator.derived !== null || !inForce(indicator, on)) continue;
    for (const unit of answerersOf(indicator, file, registry, on)) {
      const list = asked.get(unit);
      if (list) list.push(indicator);
      else asked.set(unit, [indicator]);
    }
  }
  return asked;
}

/** "Không phát sinh" and "không áp dụng" are answers; a figure that was withdrawn is none. */
export function isAnswered(book: FigureBook, period: string, unit: string, code: string): boolean {
  const told = book.get(figureKey(period, unit, code));
  return told !== undefined && told.fact.answer !== 'withdrawn';
}

/** A reason given for a delay, by any fact of the obligation. */
export function hasReason({ events }: Judgement): boolean {
  return events.some(({ fact }) => fact.reason !== null);
}

/**
 * Does the period ask for a word on it that was not given? Work that is not due yet may be passed over; of what goes
 * on, any word in the window is an answer, be it that nothing has arisen.
 */
export function isUnanswered(judgement: Judgement, window: DateRange): boolean {
  if (judgement.status === 'overdue') return !hasReason(judgement);
  if (judgement.status !== 'period-missing' && judgement.status !== 'no-report') return false;
  return !judgement.events.some(({ fact }) => contains(window, fact.occurredOn));
}

export interface AskingPeriod {
  readonly id: string;
  readonly window: DateRange;
}

export interface Unanswered {
  readonly indicators: readonly string[];
  readonly obligations: readonly Judgement[];
}

/** What is still to be answered by one unit; its report is complete when nothing is. */
export function unansweredOf(
  unit: string,
  judgements: readonly Judgement[],
  from: { readonly asked: AskedIndicators; readonly book: FigureBook; readonly period: AskingPeriod },
): Unanswered {
  const indicators = (from.asked.get(unit) ?? [])
    .map((i) => i.code)
    .filter((code) => !isAnswered(from.book, from.period.id, unit, code));
  const own = judgements.filter((j) => j.obligation.unit === unit);
  return { indicators, obligations: own.filter((j) => isUnanswered(j, from.period.window)) };
}
