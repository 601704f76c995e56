/** `doctor`: what is installed, what is missing, what it costs. Changes nothing; exit 1 when the work cannot be done. */

import type { CommandModule } from 'yargs';
import { checksOf, checksText, isFit, type DueFacts, type LedgerFacts } from '../../app/doctor';
import { readDueBook, type DueBook } from '../../app/due/book';
import { decideDue, nextAction } from '../../app/due/decide';
import { diagnosticJson } from '../../i18n/render-diagnostic';
import { ok, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import type { LedgerStore } from '../../ledger/store/port';
import { askMachine, askPrograms, isUnmade } from '../../shell/doctor';
import { ledgerPlace, type LedgerPlace } from '../../shell/ledger';
import { shownUrl } from '../../shell/ledger-faults';
import { openPlan } from '../period';
import { run, type Answer, type CommonFlags, type Run } from '../run';
import { openTimetable, type Timetable } from '../run-due';

interface Asked {
  readonly facts: LedgerFacts;
  readonly book: DueBook | null;
}

const sentence = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics
    .filter((d) => d.level === 'error')
    .map((d) => diagnosticJson(d).message)
    .join('; ');

function shownStore({ ws }: Run, place: Outcome<LedgerPlace>): string {
  if (!place.value) return '';
  return place.value.kind === 'sqlite' ? ws.show(place.value.path) : shownUrl(place.value.url);
}

async function look(ledger: LedgerStore, store: string, plan: string | undefined): Promise<Asked> {
  const verification = await ledger.verify();
  const from = Math.max(1, verification.head.seq);
  const last = verification.head.seq > 0 ? (await ledger.read({ sinceSeq: from })).at(-1) : undefined;
  const facts = { store, verification, fault: null, lastRecordedAt: last?.recordedAt ?? null };
  return { facts, book: plan === undefined ? null : await readDueBook(ledger.register, plan) };
}

/** A ledger that is not there is not made by looking at it. */
async function askLedger(context: Run, plan: string | undefined): Promise<Asked> {
  const place = ledgerPlace(context.ws, context.flags.db);
  const store = shownStore(context, place);
  const none: LedgerFacts = { store, verification: null, fault: null, lastRecordedAt: null };
  if (place.value && isUnmade(place.value)) return { facts: none, book: null };
  const asked = await context.withLedger(async (ledger) => ok(await look(ledger, store, plan)));
  return asked.value ?? { facts: { ...none, fault: sentence(asked.diagnostics) }, book: null };
}

function dueFacts({ now }: Run, table: Outcome<Timetable>, book: DueBook | null): DueFacts {
  if (!table.value) return { fault: sentence(table.diagnostics), next: undefined, waiting: [], reminder: false };
  const { actions, data, schedule } = table.value;
  const state = book ?? { settled: new Set<string>(), failures: new Map(), startedAt: null };
  const failedBefore = decideDue(actions, state, schedule.retry, now).filter((d) => state.failures.has(d.action.key));
  return {
    fault: table.diagnostics.length > 0 ? sentence(table.diagnostics) : null,
    next: nextAction(actions, state, now),
    waiting: failedBefore.map((d) => d.action.key),
    reminder: Boolean(data.regime.reminder),
  };
}

async function answer(context: Run): Promise<Outcome<Answer>> {
  const plan = openPlan(context);
  const table = openTimetable(context);
  const { facts, book } = await askLedger(context, plan.value?.plan.id);
  const checks = checksOf({
    now: context.now,
    programs: askPrograms(),
    machine: askMachine(context.ws),
    ledger: facts,
    data: plan.value ?? null,
    planFault: plan.value ? null : sentence(plan.diagnostics),
    due: dueFacts(context, table, book),
  });
  const fit = isFit(checks);
  return ok({ json: { ok: fit, now: context.now, checks }, text: checksText(checks), failed: !fit });
}

export const doctor: CommandModule<object, CommonFlags> = {
  command: 'doctor',
  describe: 'Xem máy có đủ những gì cần, thiếu gì thì mất việc gì',
  handler: (flags) => run(flags, answer),
};
