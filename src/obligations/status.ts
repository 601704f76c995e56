/**
 * The status of an obligation at a cut-off, from the facts known: which happened, on or before the cut-off day,
 * the last day in force with its extensions, and the rule that decides. Pure: same facts, same answer,
 * in whatever order facts of different days were told.
 */

import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date';
import { contains, type DateRange } from '../calendar/range';
import { byTelling, type LedgerEvent, type TaskFact } from '../ledger/events';
import { countedFrom, daysFromEvent } from '../plan/deadline/counted';
import type { DueContext } from '../plan/deadline/due';
import { leadsOn } from '../plan/leads';
import type { DuePart } from '../plan/parts';
import type { Registry } from '../units/registry';
import type { Obligation } from './fan-out';
import { decisionOf } from './rules';
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
  /** Those among them that gave more time or stopped the work, each with its document. */
  readonly decisions: readonly TaskEvent[];
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
 * Bodies whose share of the part has passed to this one: those that ended in it and owed the part until then. None
 * where the body owed the part beside them already: it keeps its own obligation, and theirs ended with them.
 */
function heritageOf(part: DuePart, unit: string, registry: Registry, cutOff: PlainDate): readonly string[] {
  const owed = (id: string, on: PlainDate): boolean => leadsOn(part.assignment, registry, on).includes(id);
  const merged = registry.predecessorsOf(unit, cutOff).flatMap(({ id, successors }) => {
    const step = successors.find((next) => next.unit === unit && next.on <= cutOff);
    return step ? [{ id, lastDay: addDays(step.on, -1) }] : [];
  });
  if (merged.some(({ lastDay }) => owed(unit, lastDay))) return [];
  return merged.filter(({ id, lastDay }) => owed(id, lastDay)).map(({ id }) => id);
}

/** What is told of one body's share of a part, with the shares that passed to it. */
interface Share {
  /** The body's own facts, oldest first. */
  readonly events: readonly TaskEvent[];
  readonly inherited: readonly Share[];
}

function shareOf({ part, unit }: Obligation, input: Pick<JudgeInput, 'index' | 'registry' | 'window'>): Share {
  const cutOff = input.window.to;
  return {
    events: factsOf(part, unit, input.index, cutOff),
    inherited: heritageOf(part, unit, input.registry, cutOff).map((id) => shareOf({ part, unit: id }, input)),
  };
}

/** Most obligations of a city have nothing told of them: they share one empty list. */
const NO_EVENTS: readonly TaskEvent[] = [];

const oldestFirst = (a: TaskEvent, b: TaskEvent): number =>
  a.fact.occurredOn < b.fact.occurredOn ? -1 : a.fact.occurredOn > b.fact.occurredOn ? 1 : byTelling(a, b);

/**
 * Facts of a unit about a part that happened on or before the cut-off, oldest first. A correction (đính chính)
 * obeys the two clocks like any other fact, and voids what was told before it for the same part: all of it, or the
 * events that it names.
 */
export function factsOf(part: DuePart, unit: string, index: TaskEventIndex, cutOff: PlainDate): readonly TaskEvent[] {
  const all = index.get(indexKey(unit, part.task.id));
  if (!all) return NO_EVENTS;
  const counts = ({ fact }: TaskEvent): boolean =>
    fact.occurredOn <= cutOff && (fact.part === null || fact.part === part.no);
  // Mostly all facts of the task count and stand in order: the list of the index serves then, no other is made.
  const [first] = all;
  if (all.length === 1 && first && first.fact.event !== 'corrected') return counts(first) ? all : NO_EVENTS;
  const own = all.filter(counts);
  const corrections = own.filter(({ fact }) => fact.event === 'corrected');
  return own
    .filter((event) => event.fact.event !== 'corrected' && !corrections.some((c) => takesBack(c, event)))
    .sort(oldestFirst);
}

function takesBack(correction: TaskEvent, event: TaskEvent): boolean {
  const { voids } = correction.fact;
  return byTelling(event, correction) < 0 && (voids === undefined || voids.includes(event.id));
}

const eventsOf = (share: Share): readonly TaskEvent[] =>
  share.inherited.length === 0
    ? share.events
    : [share.events, ...share.inherited.map(eventsOf)].flat().sort(oldestFirst);

interface Delivery {
  readonly state: Situation['delivery'];
  readonly on: PlainDate | null;
}

/** The state after the last judgement; completion counts from its first telling since then. */
function ownDelivery(events: readonly TaskEvent[]): Delivery {
  let delivery: Delivery = { state: 'none', on: null };
  for (const { fact } of events) {
    if (fact.event === 'unsatisfactory') delivery = { state: 'unsatisfactory', on: fact.occurredOn };
    else if (fact.event === 'completed' && delivery.state !== 'done') delivery = { state: 'done', on: fact.occurredOn };
  }
  return delivery;
}

/** After a merger a deliverable is done only when every share that stands has been done, or the new unit has done it. */
function deliveryOf(share: Share): Delivery {
  const own = ownDelivery(share.events);
  if (own.state !== 'none') return own;
  const each = share.inherited.filter((s) => !isCancelled(s)).map(deliveryOf);
  const unsatisfactory = each.find((d) => d.state === 'unsatisfactory');
  if (unsatisfactory) return unsatisfactory;
  if (each.length === 0 || each.some((d) => d.state === 'none')) return own;
  return each.reduce((last, d) => ((d.on as PlainDate) > (last.on as PlainDate) ? d : last));
}

/** Stopping one share does not stop those of the other bodies that were merged with it. */
function isCancelled({ events, inherited }: Share): boolean {
  return has(events, 'cancelled') || (inherited.length > 0 && inherited.every(isCancelled));
}

/**
 * The day that the days of an event due run from: the first on which its event was told to have happened. Telling it
 * again gives no new time for what is owed already; a wrong day is corrected. Null where the text counts no days.
 */
export function runsFrom({ due }: DuePart, events: readonly TaskEvent[]): PlainDate | null {
  if (daysFromEvent(due) === null) return null;
  return events.find(({ fact }) => fact.event === 'triggered')?.fact.occurredOn ?? null;
}

/** The last day by the plan's own words: printed, or counted from the event once that has happened. */
function plannedEnd(part: DuePart, events: readonly TaskEvent[], add: JudgeInput['addWorkingDays']): PlainDate | null {
  const [days, from] = [daysFromEvent(part.due), runsFrom(part, events)];
  return days && from ? (countedFrom(from, days, add) ?? null) : part.due.end;
}

/**
 * The events that set another last day than the plan's. An extension told for the whole task gives its parts more
 * time; it does not bring forward a part that is due later than the new day.
 */
function movedBy(end: PlainDate | null, events: readonly TaskEvent[]): readonly TaskEvent[] {
  if (events.length === 0) return NO_EVENTS;
  return events.filter(({ fact }) => {
    if (fact.due === null || (fact.event !== 'extended' && fact.event !== 'triggered')) return false;
    return fact.part !== null || fact.event === 'triggered' || end === null || fact.due >= end;
  });
}

/** Extensions that count, and what stopped the work; a share that stopped while others of a merger go on stops nothing. */
function decisionsAmong(
  events: readonly TaskEvent[],
  moved: readonly TaskEvent[],
  cancelled: boolean,
): readonly TaskEvent[] {
  if (moved.length === 0 && !cancelled) return NO_EVENTS;
  return events.filter((e) =>
    e.fact.event === 'extended' ? moved.includes(e) : e.fact.event === 'cancelled' && cancelled,
  );
}

/** Was there a result inside the window, of any share, that was not turned down afterwards? */
function resultInPeriod({ events, inherited }: Share, window: DateRange): boolean {
  let result = false;
  for (const { fact } of events) {
    if (!contains(window, fact.occurredOn)) continue;
    if (fact.event === 'progress' || fact.event === 'completed') result = true;
    if (fact.event === 'unsatisfactory') result = false;
  }
  return result || inherited.some((share) => resultInPeriod(share, window));
}

export interface JudgeInput {
  readonly rules: readonly StatusRule[];
  readonly index: TaskEventIndex;
  readonly registry: Registry;
  readonly window: DateRange;
  /** Units that have sent anything at all for this period. */
  readonly reportedUnits: ReadonlySet<string>;
  /** Working days of the regime's calendar, for texts that count in them; undefined where it names none. */
  readonly addWorkingDays: DueContext['addWorkingDays'] | undefined;
}

const has = (events: readonly TaskEvent[], ...names: readonly TaskFact['event'][]): boolean =>
  events.some(({ fact }) => names.includes(fact.event));

/** Judges one obligation at the end of the window's last day (a last day equal to the cut-off day has passed then). */
export function judge(obligation: Obligation, input: JudgeInput): Judgement {
  const cutOff = input.window.to;
  const share = shareOf(obligation, input);
  const events = eventsOf(share);
  const delivery = deliveryOf(share);
  const end = plannedEnd(obligation.part, events, input.addWorkingDays);
  const moved = movedBy(end, events);
  const due = moved[moved.length - 1]?.fact.due ?? end;
  const duePassed = due !== null && due <= cutOff;
  const { situation, rule } = decisionOf(input.rules, {
    class: obligation.part.cls,
    cancelled: isCancelled(share),
    triggered: has(events, 'triggered'),
    started: has(events, 'started', 'progress', 'completed'),
    delivery: delivery.state,
    timing:
      delivery.state !== 'done'
        ? 'none'
        : due === null
          ? 'no-due-date'
          : (delivery.on as PlainDate) <= due
            ? 'on-time'
            : 'late',
    duePassed,
    periodResult: resultInPeriod(share, input.window),
    reported: input.reportedUnits.has(obligation.unit),
  });
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
    decisions: decisionsAmong(events, moved, situation.cancelled),
  };
}

function daysLate(
  status: Status,
  due: PlainDate | null,
  completedOn: PlainDate | null,
  cutOff: PlainDate,
): number | null {
  if (due === null) return null;
  if (status === 'done-late' && completedOn) return daysBetween(due, completedOn);
  return status === 'overdue' ? daysBetween(due, cutOff) : null;
}
