/**
 * The work of `run-due`: under the ledger's lock, what is due is made, written and entered in the register, one action
 * after the other. What fails is entered too, and the rest goes on. Killed anywhere, the next run finishes the work:
 * an action's inputs are entered before it is made, and it is done only when its entry says so.
 */

import { dueActions, justBefore, type DueAction } from '../app/due/actions';
import {
  begunEntry,
  doneEntry,
  failedEntry,
  readDueBook,
  skippedEntry,
  startEntry,
  type DueBook,
  type Inputs,
} from '../app/due/book';
import { enterDeaths } from '../app/due/deaths';
import { decideDue, nextAction, nextAttempt, type Decision } from '../app/due/decide';
import { makeDue, type Makers } from '../app/due/make';
import {
  actionJson,
  closingText,
  dryRunText,
  foreseen,
  instantText,
  logLine,
  type ActionReport,
} from '../app/due/words';
import type { PlanData } from '../app/plan-data';
import { localDay, type Instant } from '../calendar/instant';
import { yearOf } from '../calendar/plain-date';
import { diagnosticJson } from '../i18n/render-diagnostic';
import { occurredOn, periodOf, type LedgerEvent } from '../ledger/events';
import type { LedgerStore } from '../ledger/store/port';
import { error, failed, hasErrors, info, ok, warning, type Diagnostic, type Outcome } from '../lib/diagnostic';
import { reasonOf } from '../lib/reason';
import type { Schedule } from '../regulation/schedule';
import { ledgerPlace } from '../shell/ledger';
import { ledgerFault } from '../shell/ledger-faults';
import { loadLetter } from '../shell/letters';
import { withPdf } from '../shell/pdf-files';
import { openRenderers } from '../shell/renderers';
import { loadSchedule } from '../shell/schedule';
import { runnerOf } from './jobs';
import { writeFiles, type WrittenFile } from './output-files';
import { openPlan } from './period';
import type { Answer, Run } from './run';

export interface Timetable {
  readonly data: PlanData;
  readonly schedule: Schedule;
  /** Every action of the plan up to the end of next year. */
  readonly actions: readonly DueAction[];
}

export function openTimetable(context: Run): Outcome<Timetable> {
  const data = openPlan(context);
  if (!data.value) return failed(data.diagnostics);
  const schedule = loadSchedule(context.ws, data.value.regime);
  if (!schedule.value) return failed(schedule.diagnostics);
  const nextYear = yearOf(localDay(context.now)) + 1;
  const actions = dueActions(data.value.plan, data.value.regime, schedule.value, nextYear);
  return ok({ data: data.value, schedule: schedule.value, actions: actions.value ?? [] }, actions.diagnostics);
}

/** What would be done now; nothing is made or entered. */
export async function foresee(context: Run, table: Timetable, ledger: LedgerStore): Promise<Outcome<Answer>> {
  const { plan } = table.data;
  const state = await stateOf(context, table, ledger);
  const reports = decideDue(table.actions, state, table.schedule.retry, context.now).map(foreseen);
  const next = nextAction(table.actions, state, context.now);
  const json = { ...documentOf(context, table, reports, next), dryRun: true, busy: false };
  return ok({ json: { plan: plan.id, ...json }, text: dryRunText(reports, next, context.now) });
}

/** Does what is due, unless another process of the ledger is at it. `log` takes one JSON line an action. */
export async function runDue(
  context: Run,
  table: Timetable,
  ledger: LedgerStore,
  log: (line: string) => void,
): Promise<Outcome<Answer>> {
  const held = await ledger.exclusively('run-due', () => settleAll(context, table, ledger, log));
  if (held) return held.value;
  const json = { plan: table.data.plan.id, ...documentOf(context, table, [], undefined), dryRun: false, busy: true };
  return ok({ json, text: '' }, [info('BC4104', {})]);
}

function documentOf(
  { now }: Run,
  { data }: Timetable,
  reports: readonly ActionReport[],
  next: DueAction | undefined,
): object {
  return {
    now,
    actions: reports.map((r) => actionJson(r, data.plan.id)),
    next: next ? { key: next.key, dueAt: next.dueAt } : null,
  };
}

/** The register's word on the plan; where it has none yet, the plan begins with its first fact, or now. */
async function stateOf({ now }: Run, { data }: Timetable, ledger: LedgerStore): Promise<DueBook> {
  const book = await readDueBook(ledger.register, data.plan.id);
  if (book.startedAt !== null) return book;
  const events = await ledger.read({ plan: data.plan.id });
  const startedAt = events.reduce<Instant>((first, e) => (e.recordedAt < first ? e.recordedAt : first), now);
  return { ...book, startedAt };
}

async function settleAll(
  context: Run,
  table: Timetable,
  ledger: LedgerStore,
  log: (line: string) => void,
): Promise<Outcome<Answer>> {
  const { data, actions, schedule } = table;
  const found = await stateOf(context, table, ledger);
  await ledger.register.add(startEntry(data.plan.id, found.startedAt ?? context.now), context.now);
  const deaths = await enterDeaths(ledger.register, data.plan.id, actions, found, schedule.retry, context.now);
  const book = deaths.size === 0 ? found : await stateOf(context, table, ledger);
  const hands: Hands = {
    context,
    table,
    ledger,
    book,
    makers: makersOf(context, data, ledger),
    facts: factsOf(ledger, data),
  };
  const reports: ActionReport[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const decision of decideDue(actions, book, schedule.retry, context.now)) {
    const settled = await settle(hands, decision);
    const death = deaths.get(decision.action.key);
    const notes = death ? [death, ...settled.diagnostics] : settled.diagnostics;
    reports.push(settled.report);
    diagnostics.push(...notes);
    log(logLine(settled.report, data.plan.id, context.now, [...new Set(notes.map((d) => d.code))]));
  }
  const done = new Set([...book.settled, ...reports.filter(isSettled).map((r) => r.action.key)]);
  const next = nextAction(actions, { ...book, settled: done }, context.now);
  const json = { plan: data.plan.id, ...documentOf(context, table, reports, next), dryRun: false, busy: false };
  const open = reports.some((r) => r.status === 'failed' || r.status === 'waiting');
  return ok({ json, text: '', failed: open, last: closingText(reports, next) }, diagnostics);
}

const isSettled = ({ status }: ActionReport): boolean => status === 'done' || status === 'skipped';

interface Facts {
  readonly seq: number;
  readonly events: readonly LedgerEvent[];
}

interface Hands {
  readonly context: Run;
  readonly table: Timetable;
  readonly ledger: LedgerStore;
  readonly book: DueBook;
  readonly makers: Makers;
  /** The plan's events, read once when first wanted. */
  readonly facts: () => Promise<Facts>;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

function factsOf(ledger: LedgerStore, { plan }: PlanData): () => Promise<Facts> {
  return once(async () => {
    const { seq } = await ledger.head();
    return { seq, events: await ledger.read({ plan: plan.id }) };
  });
}

function makersOf(context: Run, { regime }: PlanData, ledger: LedgerStore): Makers {
  return {
    run: runnerOf(context, ledger),
    renderers: async () => openRenderers(context.ws),
    letter: () => loadLetter(context.ws, regime),
    withPdf,
  };
}

interface Settled {
  readonly report: ActionReport;
  readonly diagnostics: readonly Diagnostic[];
}

async function settle(hands: Hands, decision: Decision): Promise<Settled> {
  const { context, table, ledger } = hands;
  const { action } = decision;
  switch (decision.state) {
    case 'waiting': {
      const { key } = action;
      const params = { key, failures: decision.attempt - 1, next: instantText(decision.nextAt) };
      return { report: foreseen(decision), diagnostics: [warning('BC4103', {}, params)] };
    }
    case 'skipped':
      await ledger.register.add(skippedEntry(table.data.plan.id, action, decision.reason, decision.by), context.now);
      return { report: foreseen(decision), diagnostics: [] };
    case 'due':
      return attempt(hands, action, decision.attempt);
  }
}

/** One attempt: inputs entered, files made and written, the action entered as done; or the failure entered. */
async function attempt(hands: Hands, action: DueAction, no: number): Promise<Settled> {
  const { context, table, ledger } = hands;
  let inputs: Inputs | null = null;
  let made: Outcome<readonly WrittenFile[]>;
  let facts: Facts | null = null;
  try {
    facts = await hands.facts();
    inputs = await begin(hands, action, no, facts);
    made = await produce(hands, action, inputs, facts);
    if (made.value) {
      const shown = made.value.map((file) => ({ ...file, path: context.ws.show(file.path) }));
      await ledger.register.add(doneEntry(table.data.plan.id, action, no, inputs, shown), context.now);
    }
  } catch (reason) {
    // A full disk, a store that went away, a bug: it is entered and told as this action's failure, the rest goes on.
    made = failed([troubleOf(reason, action, context)]);
  }
  if (!made.value || !inputs || !facts) return fail(hands, action, no, inputs, made.diagnostics);
  const late = lateFacts(action, inputs, facts);
  const told = { key: action.key, late, asOf: instantText(inputs.asOf) };
  const note = late > 0 ? [warning('BC4105', {}, told)] : [];
  return {
    report: { action, inputs, status: 'done', attempt: no, files: made.value, lateFacts: late },
    diagnostics: [...made.diagnostics.filter((d) => d.level !== 'info'), ...note],
  };
}

/** A fault of the store in its own words; anything else is told with its stack, for whoever maintains the program. */
function troubleOf(reason: unknown, { key }: DueAction, { ws, flags }: Run): Diagnostic {
  const store = ledgerFault(reason, ledgerPlace(ws, flags.db).value?.url ?? '');
  if (store) return store;
  process.stderr.write(`${(reason as Error).stack ?? ''}\n`);
  return error('BC4102', {}, { key, reason: reasonOf(reason) });
}

/** The inputs of the attempt, entered before anything is made: those of the one that died before it, else as it is now. */
async function begin(
  { context, table, ledger, book }: Hands,
  action: DueAction,
  no: number,
  { seq }: Facts,
): Promise<Inputs> {
  const asOf = action.rule.knownAt === 'due' ? justBefore(action.dueAt) : context.now;
  const inputs = book.inputsOf(action.key, no) ?? { asOf, seq };
  await ledger.register.add(begunEntry(table.data.plan.id, action, no, inputs), context.now);
  return inputs;
}

async function produce(
  { context, table, makers }: Hands,
  action: DueAction,
  inputs: Inputs,
  { events }: Facts,
): Promise<Outcome<readonly WrittenFile[]>> {
  const made = await makeDue(table.data, { action, inputs }, events, makers);
  if (!made.value) return failed(made.diagnostics);
  const written = writeFiles(context, made.value, undefined);
  return written.value ? ok(written.value, made.diagnostics) : failed([...made.diagnostics, ...written.diagnostics]);
}

/** Facts of the period told after the instant that a report of the night stands on. */
function lateFacts({ rule, period }: DueAction, { asOf }: Inputs, { events }: Facts): number {
  if (rule.make !== 'reports' && rule.make !== 'summary') return 0;
  const { from, to } = period.window;
  const inPeriod = ({ fact }: LedgerEvent): boolean => {
    const on = occurredOn(fact);
    return fact.kind === 'task' ? on !== null && from <= on && on <= to : periodOf(fact) === period.id;
  };
  return events.filter((e) => e.recordedAt > asOf && inPeriod(e)).length;
}

async function fail(
  { context, table, ledger }: Hands,
  action: DueAction,
  no: number,
  inputs: Inputs | null,
  diagnostics: readonly Diagnostic[],
): Promise<Settled> {
  const failure = { attempt: no, at: context.now, died: 0 };
  const nextAt = nextAttempt(failure, table.schedule.retry);
  const errors = diagnostics.filter((d) => d.level === 'error');
  const codes = [...new Set(errors.map((d) => d.code))];
  const reason = errors.map((d) => diagnosticJson(d).message).join('; ');
  const notes = [...diagnostics, error('BC4101', {}, { key: action.key, attempt: no, next: instantText(nextAt) })];
  const entry = failedEntry(table.data.plan.id, action, failure, nextAt, codes, reason);
  try {
    await ledger.register.add(entry, context.now);
  } catch (trouble) {
    // Without its entry there is no back-off: it is tried again at the next run, which is no harm.
    notes.push(troubleOf(trouble, action, context));
  }
  return {
    report: { action, inputs, status: 'failed', attempt: no, nextAt, codes, reason },
    diagnostics: hasErrors(notes) ? notes : [],
  };
}
