/**
 * The status of an obligation at a cut-off, from the facts known: which happened, on or before the cut-off day,
 * the last day in force with its extensions, and the rule that decides. Pure: same facts, same answer,
 * in whatever order facts of different days were told.
 */

import { daysBetween, type PlainDate } from '../calendar/plain-date';
import { contains, type DateRange } from '../calendar/range';
import type { LedgerEvent, TaskFact } from '../ledger/events';
import type { Registry } from '../units/registry';
import type { Obligation } from './fan-out';
import { decideStatus } from './rules';
import type { Situation, Status, StatusRule } from './schema';

export type TaskEvent = LedgerEvent & { readonly fact: TaskFact };

export interface Judgement {
  readonly obligation: Obligation;
  readonly status: Status;
  readonly rule: StatusRule;
  readonly situation: Situation;
  /** Last day in force at the cut-off, extensions counted; null where there is none or it is not known. */
  readonly due: PlainDate | null;
  readonly completedOn: PlainDate | null;
  /** Days from the last day in force to completion, or to the cut-off while overdue; null when not late. */
  readonly daysLate: number | null;
  readonly reported: boolean;
  /** The events the answer stands on, in the order they happened. */
  readonly events: readonly TaskEvent[];
}

/** Facts of one task of one unit, by unit and task; built once for a plan and period. */
export type TaskEventIndex = ReadonlyMap<string, readonly TaskEvent[]>;

export const indexKey = (unit: string, task: string): string => `${unit}\u0000${task}`;

/** Groups task facts by unit and task, in ledger order. */
export function indexTaskEvents(events: readonly LedgerEvent[]): TaskEventIndex {
  const index = new Map<string, TaskEvent[]>();
  for (const event of events) {
    if (event.fact.kind !== 'task') continue;
    const key = indexKey(event.fact.unit, event.fact.task);
    const list = index.get(key);
    if (list) list.push(event as TaskEvent);
    else index.set(key, [event as TaskEvent]);
  }
  return index;
}

/**
 * Facts of this obligation that happened on or before the cut-off, oldest first. A correction (đính chính) voids
 * what was recorded before it for the same part. A merged unit inherits what its predecessors reported.
 */
function factsOf(obligation: Obligation, index: TaskEventIndex, registry: Registry, cutOff: PlainDate): readonly TaskEvent[] {
  const { unit, part } = obligation;
  const units = [unit, ...registry.predecessorsOf(unit, cutOff).map((u) => u.id)];
  const all = units.flatMap((id) => index.get(indexKey(id, part.task.id)) ?? []);
  if (all.length === 0) return all;
  const own = all.filter(({ fact }) => fact.part === null || fact.part === part.no);
  const standing = own.filter(
    (event) => event.fact.event !== 'corrected' && !own.some((c) => c.fact.event === 'corrected' && c.seq > event.seq && c.fact.unit === event.fact.unit),
  );
  return standing
    .filter(({ fact }) => fact.occurredOn <= cutOff)
    .sort((a, b) => (a.fact.occurredOn < b.fact.occurredOn ? -1 : a.fact.occurredOn > b.fact.occurredOn ? 1 : a.seq - b.seq));
}

interface Delivery {
  readonly state: Situation['delivery'];
  readonly on: PlainDate | null;
}

/** The state after the last judgement; completion counts from its first telling since then. */
function deliveryOf(events: readonly TaskEvent[]): Delivery {
  let delivery: Delivery = { state: 'none', on: null };
  for (const { fact } of events) {
    if (fact.event === 'unsatisfactory') delivery = { state: 'unsatisfactory', on: fact.occurredOn };
    else if (fact.event === 'completed' && delivery.state !== 'done') delivery = { state: 'done', on: fact.occurredOn };
  }
  return delivery;
}

/** After a merger a deliverable is done only when every predecessor that had to has done it, or the new unit has. */
function mergedDelivery(obligation: Obligation, events: readonly TaskEvent[], registry: Registry, cutOff: PlainDate): Delivery {
  const predecessors = registry.predecessorsOf(obligation.unit, cutOff);
  const own = deliveryOf(events.filter((e) => e.fact.unit === obligation.unit));
  if (predecessors.length === 0 || own.state !== 'none') return own;
  const each = predecessors.map((u) => deliveryOf(events.filter((e) => e.fact.unit === u.id)));
  const unsatisfactory = each.find((d) => d.state === 'unsatisfactory');
  if (unsatisfactory) return unsatisfactory;
  if (!each.every((d) => d.state === 'done')) return { state: 'none', on: null };
  return { state: 'done', on: each.reduce<PlainDate | null>((last, d) => (last === null || (d.on ?? last) > last ? d.on : last), null) };
}

function dueInForce(obligation: Obligation, events: readonly TaskEvent[]): PlainDate | null {
  const moved = events.filter(({ fact }) => fact.due !== null && (fact.event === 'extended' || fact.event === 'triggered'));
  return moved[moved.length - 1]?.fact.due ?? obligation.part.due.end;
}

/** Was there a result inside the window that was not turned down afterwards? */
function resultInPeriod(events: readonly TaskEvent[], window: DateRange): boolean {
  let result = false;
  for (const { fact } of events) {
    if (!contains(window, fact.occurredOn)) continue;
    if (fact.event === 'progress' || fact.event === 'completed') result = true;
    if (fact.event === 'unsatisfactory') result = false;
  }
  return result;
}

export interface JudgeInput {
  readonly rules: readonly StatusRule[];
  readonly index: TaskEventIndex;
  readonly registry: Registry;
  readonly window: DateRange;
  /** Units that have sent anything at all for this period. */
  readonly reportedUnits: ReadonlySet<string>;
}

const has = (events: readonly TaskEvent[], ...names: readonly TaskFact['event'][]): boolean =>
  events.some(({ fact }) => names.includes(fact.event));

/** Judges one obligation at the end of the window's last day (a last day equal to the cut-off day has passed then). */
export function judge(obligation: Obligation, input: JudgeInput): Judgement {
  const cutOff = input.window.to;
  const events = factsOf(obligation, input.index, input.registry, cutOff);
  const delivery = mergedDelivery(obligation, events, input.registry, cutOff);
  const due = dueInForce(obligation, events);
  const duePassed = due !== null && due <= cutOff;
  const situation: Situation = {
    class: obligation.part.cls,
    cancelled: has(events, 'cancelled'),
    triggered: has(events, 'triggered'),
    started: has(events, 'started', 'progress', 'completed'),
    delivery: delivery.state,
    timing: delivery.state !== 'done' ? 'none' : due === null ? 'no-due-date' : (delivery.on as PlainDate) <= due ? 'on-time' : 'late',
    duePassed,
    periodResult: resultInPeriod(events, input.window),
    reported: input.reportedUnits.has(obligation.unit),
  };
  const rule = decideStatus(input.rules, situation);
  const completedOn = delivery.state === 'done' ? delivery.on : null;
  return {
    obligation,
    status: rule.status,
    rule,
    situation,
    due,
    completedOn,
    daysLate: daysLate(rule.status, due, completedOn, cutOff),
    reported: situation.reported,
    events,
  };
}

function daysLate(status: Status, due: PlainDate | null, completedOn: PlainDate | null, cutOff: PlainDate): number | null {
  if (due === null) return null;
  if (status === 'done-late' && completedOn) return daysBetween(due, completedOn);
  return status === 'overdue' ? daysBetween(due, cutOff) : null;
}
