/**
 * What changed since a report was issued: the statements that read differently, and the facts told since that made
 * them so. Pure: two lists of statements, or a way to state any set of events, in; the differences out.
 */

import { byTelling, occurredOn, periodOf, type Fact, type LedgerEvent } from '../../ledger/events';
import type { IssueBody } from '../issue';
import { STATEMENT_KINDS, type Statement, type StatementKind } from './statements';

export interface Change {
  readonly key: string;
  readonly kind: StatementKind;
  readonly label: string;
  /** As it was reported; null where the report did not state it. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Statements that are not the same in both, by kind and then in the order of the report. */
export function changesBetween(before: readonly Statement[], after: readonly Statement[]): readonly Change[] {
  const [was, is] = [byKey(before), byKey(after)];
  const keys = [...new Set([...is.keys(), ...was.keys()])];
  const moved = keys.flatMap((key): readonly Change[] => {
    const [old, now] = [was.get(key), is.get(key)];
    const { kind, label } = (now ?? old) as Statement;
    if (old?.text === now?.text) return [];
    return [{ key, kind, label, before: old?.text ?? null, after: now?.text ?? null }];
  });
  return STATEMENT_KINDS.flatMap((kind) => moved.filter((change) => change.kind === kind));
}

function byKey(statements: readonly Statement[]): ReadonlyMap<string, Statement> {
  const found = new Map<string, Statement>();
  for (const statement of statements) {
    if (found.has(statement.key)) throw new Error(`stated twice: ${statement.key}`);
    found.set(statement.key, statement);
  }
  return found;
}

/** Does the fact belong to what the report is about: its body, its window or its period? */
export function touches(issue: Pick<IssueBody, 'plan' | 'period' | 'unit' | 'window'>, fact: Fact): boolean {
  if (fact.plan !== issue.plan || (issue.unit !== null && issue.unit !== fact.unit)) return false;
  const day = occurredOn(fact);
  return fact.kind === 'task' ? day !== null && day <= issue.window.to : periodOf(fact) === issue.period;
}

/** Was the event known to the report: written by its position and told by its time? */
export function wasKnown({ ledger, asOf }: Pick<IssueBody, 'ledger' | 'asOf'>, event: LedgerEvent): boolean {
  return event.seq <= ledger.seq && event.recordedAt <= asOf;
}

export interface Cause {
  readonly event: LedgerEvent;
  /** Keys of the statements that it moved, told in its turn after those before it. */
  readonly moved: readonly string[];
}

/** More steps than this are not told apart: events of one step share what they moved together. */
const MOST_STEPS = 200;

/**
 * Which statements each event moved, one after the other in the order of telling. A stretch of events that moves
 * nothing is not looked at further, so many facts without effect cost little.
 */
export function causesOf(
  known: readonly LedgerEvent[],
  since: readonly LedgerEvent[],
  state: (events: readonly LedgerEvent[]) => readonly Statement[],
): readonly Cause[] {
  const ordered = [...since].sort(byTelling);
  const step = Math.ceil(ordered.length / MOST_STEPS);
  const upTo = (count: number): readonly LedgerEvent[] => [...known, ...ordered.slice(0, count)];
  const walk = (
    from: number,
    to: number,
    before: readonly Statement[],
    after: readonly Statement[],
  ): readonly Cause[] => {
    const moved = changesBetween(before, after).map((c) => c.key);
    if (to - from <= step || (moved.length === 0 && to - from > 1))
      return ordered.slice(from, to).map((event) => ({ event, moved }));
    const middle = Math.floor((from + to) / 2);
    const between = state(upTo(middle));
    return [...walk(from, middle, before, between), ...walk(middle, to, between, after)];
  };
  return ordered.length === 0 ? [] : walk(0, ordered.length, state(known), state(upTo(ordered.length)));
}
