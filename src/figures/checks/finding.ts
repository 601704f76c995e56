/** What a check found, and the unit's answer to it. Plain data: how it reads is the report's business. */

import type { ExplanationFact, LedgerEvent } from '../../ledger/events';
import type { Judgement } from '../../obligations/status';
import type { Answer } from '../figures';
import type { CheckLevel } from './schema';

export type ExplanationEvent = LedgerEvent & { readonly fact: ExplanationFact };

/** A figure that a finding shows: whose, of which period, what was answered. */
export interface ShownFigure {
  readonly code: string;
  readonly period: string;
  /** Null: the body that the finding is about. */
  readonly unit: string | null;
  readonly answer: Answer;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export interface Finding {
  readonly code: string;
  readonly level: CheckLevel;
  /** Null: the city's totals. */
  readonly unit: string | null;
  /** What an explanation names: an indicator's code, `12/1` for a due part, or a word for several answers at once. */
  readonly subject: string;
  readonly codes: readonly string[];
  readonly figures: readonly ShownFigure[];
  readonly obligations: readonly Judgement[];
  readonly message: string;
  readonly basis: string;
  readonly explanation: ExplanationEvent | null;
  /** Something is still to be done: a figure to correct, or a reason to give. */
  readonly open: boolean;
}

/** A reason answers a warning; a contradiction stays until the figure is right; a note asks for nothing. */
export function isOpen(level: CheckLevel, explanation: ExplanationEvent | null): boolean {
  return level === 'stop' || (level === 'explain' && explanation === null);
}
