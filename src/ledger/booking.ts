/**
 * Booking: from a line as told to a fact that the ledger may hold. Names become ids, and every line is checked
 * against plan, registry, regime and form; what is wrong is reported all at once and nothing is guessed.
 */

import { localDay, type Instant } from '../calendar/instant';
import type { PlainDate } from '../calendar/plain-date';
import { error, failed, hasErrors, ok, warning, type Diagnostic, type Outcome, type Place } from '../lib/diagnostic';
import { leadsOn } from '../plan/leads';
import { partsOf } from '../plan/parts';
import type { Plan, Task } from '../plan/plan';
import type { Registry } from '../units/registry';
import type { Fact, NewEvent } from './events';
import { bookExplanation } from './explanations';
import type { FigureLine, Line, NarrativeLine, SubmissionLine, TaskLine } from './lines';

/** What a plan's lines are checked against. */
export interface BookingContext {
  readonly plan: Plan;
  readonly registry: Registry;
  /** Does the regime have a period of that id? */
  readonly hasPeriod: (id: string) => boolean;
  /** Codes of the form's indicators, with whether each is a ratio and whether it is computed. */
  readonly indicators: ReadonlyMap<string, { readonly ratio: boolean; readonly derived: boolean }>;
  /** Narrative sections of the outline. */
  readonly sections: ReadonlySet<string>;
  /** Codes of the checks that a unit may be asked to explain, with their level. */
  readonly checks: ReadonlyMap<string, 'stop' | 'explain' | 'note'>;
}

type Booked<F> = Outcome<F>;

/** One line to one event; `now` is the recording instant, to notice days that have not come. */
export function book(
  line: Line,
  context: BookingContext,
  where: Place,
  now: Instant,
  sample: boolean,
): Outcome<NewEvent> {
  const unit = context.registry.find(line.line.unit);
  if (unit === undefined || !context.registry.unit(unit))
    return failed([unknownUnit(line.line.unit, context.registry, where)]);
  const fact = bookFact(line, unit, context, where, now);
  const statedAt = line.line.recordedAt ?? null;
  // What was told cannot have been told later than now: it would be left out of every report until then. Samples may
  // play a period that is still to come.
  const early =
    !sample && statedAt !== null && statedAt > now ? [error('BC2126', where, { recordedAt: statedAt })] : [];
  if (fact.value === undefined || early.length > 0) return failed([...early, ...fact.diagnostics]);
  return ok({ fact: fact.value, statedAt, sample }, fact.diagnostics);
}

function bookFact(line: Line, unit: string, context: BookingContext, where: Place, now: Instant): Booked<Fact> {
  switch (line.is) {
    case 'task':
      return bookTask(line.line, unit, context, where, now);
    case 'figure':
      return bookFigure(line.line, unit, context, where);
    case 'narrative':
      return bookNarrative(line.line, unit, context, where);
    case 'submission':
      return bookSubmission(line.line, unit, context, where, now);
    case 'explanation':
      return bookExplanation(line.line, unit, context, where);
  }
}

function unknownUnit(text: string, registry: Registry, where: Place): Diagnostic {
  const nearest = registry
    .nearest(text.replace(/-/g, ' '), 6)
    .flatMap((id) => registry.unit(id)?.name ?? [])
    .slice(0, 3);
  return error('BC2101', where, { unit: text, nearest: nearest.join(', ') || '(không có)' });
}

/** `12`, or the number without needless zeros and spaces. */
export function findTask(plan: Plan, text: string): Task | undefined {
  const wanted = text.trim();
  return (
    plan.tasks.find((t) => t.id === wanted) ??
    plan.tasks.find((t) => t.id.toLowerCase() === wanted.toLowerCase().replace(/^0+(?=\d)/, ''))
  );
}

/** Does the unit lead the part on the day of the fact, or at the plan's end (a successor told of later)? */
function owes(task: Task, part: number | null, unit: string, context: BookingContext, day: PlainDate): boolean {
  const { plan, registry } = context;
  return partsOf(task).some(
    (p) =>
      (part === null || p.no === part) &&
      [day, plan.to].some((on) => leadsOn(p.assignment, registry, on).includes(unit)),
  );
}

function bookTask(line: TaskLine, unit: string, context: BookingContext, where: Place, now: Instant): Booked<Fact> {
  const task = findTask(context.plan, line.task);
  if (!task) return failed([error('BC2102', where, { task: line.task, plan: context.plan.id })]);
  const found: Diagnostic[] = [];
  const part = line.part ?? null;
  const parts = partsOf(task).length;
  if (part !== null && part > parts) found.push(error('BC2103', where, { task: task.id, part, parts }));
  else if (!owes(task, part, unit, context, line.on))
    found.push(
      error('BC2104', where, { task: task.id, unit, lead: task.assignments.map((a) => a.leadText).join('; ') }),
    );
  if (line.event === 'extended' && (!line.due || !line.basis)) found.push(error('BC2105', where, { task: task.id }));
  if (line.event === 'cancelled' && !line.basis) found.push(error('BC2106', where, { task: task.id }));
  if (line.due && line.event !== 'extended' && line.event !== 'triggered')
    found.push(error('BC2107', where, { event: line.event }));
  if (line.on > localDay(now)) found.push(warning('BC2108', where, { on: line.on }));
  if (hasErrors(found)) return failed(found);
  return ok(
    {
      kind: 'task',
      plan: context.plan.id,
      unit,
      task: task.id,
      part,
      event: line.event,
      occurredOn: line.on,
      evidence: (line.evidence ?? []).filter((e) => e !== ''),
      note: line.note || null,
      reason: line.reason || null,
      remedy: line.remedy || null,
      due: line.due ?? null,
      basis: line.basis || null,
    },
    found,
  );
}

function checkPeriod(period: string, context: BookingContext, where: Place): Diagnostic[] {
  return context.hasPeriod(period) ? [] : [error('BC2109', where, { period, plan: context.plan.id })];
}

function bookFigure(line: FigureLine, unit: string, context: BookingContext, where: Place): Booked<Fact> {
  const found = checkPeriod(line.period, context, where);
  const indicator = context.indicators.get(line.indicator);
  if (!indicator) found.push(error('BC2110', where, { indicator: line.indicator }));
  if (indicator?.derived) found.push(error('BC2111', where, { indicator: line.indicator }));
  const answer = line.answer ?? 'value';
  const [value, numerator, denominator] = [line.value ?? null, line.numerator ?? null, line.denominator ?? null];
  const parts = numerator !== null && denominator !== null;
  if ((numerator === null) !== (denominator === null))
    found.push(error('BC2112', where, { indicator: line.indicator }));
  if (answer === 'value' && value === null && !parts) found.push(error('BC2113', where, { indicator: line.indicator }));
  if (answer !== 'value' && (value !== null || parts))
    found.push(error('BC2114', where, { indicator: line.indicator, answer }));
  if (indicator && !indicator.ratio && parts) found.push(error('BC2115', where, { indicator: line.indicator }));
  if (indicator && !indicator.ratio && value !== null && value < 0)
    found.push(error('BC2122', where, { indicator: line.indicator, value }));
  if (hasErrors(found)) return failed(found);
  const { indicator: code, period } = line;
  return ok(
    {
      kind: 'figure',
      plan: context.plan.id,
      unit,
      indicator: code,
      period: period.toUpperCase(),
      answer,
      value,
      numerator,
      denominator,
      note: line.note || null,
    },
    found,
  );
}

function bookNarrative(line: NarrativeLine, unit: string, context: BookingContext, where: Place): Booked<Fact> {
  const found = checkPeriod(line.period, context, where);
  if (!context.sections.has(line.section)) {
    found.push(error('BC2116', where, { section: line.section, known: [...context.sections].join(', ') }));
  }
  if (hasErrors(found)) return failed(found);
  return ok({
    kind: 'narrative',
    plan: context.plan.id,
    unit,
    period: line.period.toUpperCase(),
    section: line.section,
    text: line.text,
  });
}

function bookSubmission(
  line: SubmissionLine,
  unit: string,
  context: BookingContext,
  where: Place,
  now: Instant,
): Booked<Fact> {
  const found = checkPeriod(line.period, context, where);
  if (line.on && line.on > localDay(now)) found.push(warning('BC2108', where, { on: line.on }));
  if (hasErrors(found)) return failed(found);
  return ok(
    {
      kind: 'submission',
      plan: context.plan.id,
      unit,
      period: line.period.toUpperCase(),
      event: line.event,
      occurredOn: line.on ?? null,
      channel: line.channel || null,
      note: line.note || null,
    },
    found,
  );
}
