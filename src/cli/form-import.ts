/** The work of `form import`: decide while workers read, append, mark what is sent back. */

import { resolve } from 'node:path';
import { doubledFiles } from '../app/form-doubles';
import { formContextOf } from '../app/form-export';
import { importForm, type Filled, type ImportedForm, type ImportOptions } from '../app/form-import';
import { lateNotes, placesOf } from '../app/late';
import { bookingContext, periodAndRules, type PlanData } from '../app/plan-data';
import type { PlainDate } from '../calendar/plain-date';
import type { FormContext } from '../collect/form/context';
import type { FormIdentity } from '../collect/form/model';
import { marksOf } from '../collect/form/marks';
import { failed, hasErrors, ok, type Diagnostic, type Outcome } from '../lib/diagnostic';
import { groupBy } from '../lib/group';
import type { LedgerEvent } from '../ledger/events';
import type { LedgerStore } from '../ledger/store/port';
import { upperFirst } from '../i18n/words';
import { diagnosticJson } from '../i18n/render-diagnostic';
import type { Issue } from '../report/issue';
import { writeWhole } from '../shell/files';
import type { FormReader } from '../shell/form-reader';
import { allIssues } from '../shell/issue-source';
import { Appends } from './form-appends';
import type { ReadForm, Reading } from './form-reading';
import type { Progress } from './progress';
import type { Run } from './run';

export interface ImportedFile {
  readonly file: string;
  readonly identity: FormIdentity;
  readonly eventIds: readonly string[];
  readonly filled: Filled;
  readonly empty: boolean;
  readonly known: boolean;
  readonly notes: readonly Diagnostic[];
  /** Facts of it that come after an issued report (BC4020). */
  readonly late: readonly Diagnostic[];
}

export interface RejectedFile {
  readonly file: string;
  readonly identity: FormIdentity | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The marked copy to send back; null where the file could not even be opened. */
  readonly marked: string | null;
}

export interface ImportRun {
  readonly imported: readonly ImportedFile[];
  readonly rejected: readonly RejectedFile[];
}

export interface ImportRequest {
  readonly data: PlanData;
  readonly receivedOn: PlainDate;
  readonly unit: string | null;
  readonly period: string | null;
  /** Folder for marked copies. */
  readonly out: string;
}

/** All workbooks, each whole or not at all; facts that come after an issued report are noted. */
export async function importForms(
  context: Run,
  request: ImportRequest,
  { reader, forms }: Reading,
  progress: Progress,
): Promise<Outcome<ImportRun>> {
  return context.withLedger(async (ledger) => {
    const events = await ledger.read({ plan: request.data.plan.id, asOf: context.now });
    const ofUnit = new Map<string, readonly LedgerEvent[]>(groupBy(events, (e) => e.fact.unit));
    const options = importOptions(context, request, events);
    const files = await Promise.all(forms.map(async (form) => decideAhead(await form, ofUnit, options)));
    const issues = await allIssues(ledger);
    const hands = { ledger, reader, progress, ofUnit, options, issues: issues.value ?? [] };
    return ok(await takeIn(context, request, files, hands), issues.diagnostics);
  });
}

type Decided = ReturnType<typeof importForm>;

/** A workbook with what was decided of it on what the ledger held of its unit then. */
interface Ahead {
  readonly form: ReadForm;
  readonly own: readonly LedgerEvent[];
  readonly decided: Decided;
}

const NOTHING: readonly LedgerEvent[] = [];

/** Decided while others are still being read; it stands when nothing has been told of the unit since. */
function decideAhead(
  form: ReadForm,
  ofUnit: ReadonlyMap<string, readonly LedgerEvent[]>,
  options: ImportOptions,
): Ahead {
  const own = ofUnit.get(form.identity?.unit ?? '') ?? NOTHING;
  return { form, own, decided: decide(form, own, options) };
}

function decide({ read }: ReadForm, own: readonly LedgerEvent[], options: ImportOptions): Decided {
  return read.value ? importForm(read.value, own, options) : failed(read.diagnostics);
}

interface Hands {
  readonly ledger: LedgerStore;
  readonly reader: FormReader;
  readonly progress: Progress;
  /** What the ledger holds of each unit, kept up as workbooks go in. */
  readonly ofUnit: Map<string, readonly LedgerEvent[]>;
  readonly options: ImportOptions;
  readonly issues: readonly Issue[];
}

/** One after the other in their order: into the ledger, or sent back. */
async function takeIn(context: Run, request: ImportRequest, files: readonly Ahead[], hands: Hands): Promise<ImportRun> {
  const { ofUnit, options, progress, issues } = hands;
  const imported: ImportedFile[] = [];
  const rejected: RejectedFile[] = [];
  const appends = new Appends<Ahead>(hands.ledger, context.now, ({ form, decided }, taken, appended) => {
    const { unit } = taken.identity;
    if (appended.length > 0) ofUnit.set(unit, [...(ofUnit.get(unit) ?? NOTHING), ...appended]);
    const late = lateNotes(appended, issues, placesOf(taken.events, taken.places));
    imported.push(importedFile(form, taken, appended, { notes: decided.diagnostics, late }));
    progress.step(`${taken.known ? 'đã có' : 'đã nạp'}: ${form.name} (${appended.length} sự kiện)`);
  });
  const doubled = doubledFiles(
    files.map((f) => f.form),
    ofUnit,
  );
  for (const file of files) {
    const decided = await decidedNow(file, doubled.get(file.form), appends, { ofUnit, options });
    if (decided.value) {
      await appends.add({ ...file, decided }, decided.value);
      continue;
    }
    await appends.flush();
    rejected.push(await reject(file.form, decided.diagnostics, request, hands));
    const faults = decided.diagnostics.filter((d) => d.level === 'error').length;
    progress.step(`bị trả lại: ${file.form.name} (${faults} lỗi)`);
  }
  await appends.flush();
  return { imported, rejected };
}

/** What holds of a workbook when its turn has come: an earlier one of the same unit may have gone in before it. */
async function decidedNow(
  { form, own, decided }: Ahead,
  clash: Diagnostic | undefined,
  appends: Appends<Ahead>,
  { ofUnit, options }: Pick<Hands, 'ofUnit' | 'options'>,
): Promise<Decided> {
  if (clash) return failed([clash]);
  const unit = form.identity?.unit ?? '';
  if (appends.holds(unit)) await appends.flush();
  const stands = ofUnit.get(unit) ?? NOTHING;
  return stands === own ? decided : decide(form, stands, options);
}

function importedFile(
  { path }: ReadForm,
  { identity, filled, empty, known }: ImportedForm,
  appended: readonly LedgerEvent[],
  said: Pick<ImportedFile, 'notes' | 'late'>,
): ImportedFile {
  return { file: path, identity, eventIds: appended.map((e) => e.id), filled, empty, known, ...said };
}

function importOptions(
  context: Run,
  { data, receivedOn, unit, period }: ImportRequest,
  events: readonly LedgerEvent[],
): ImportOptions {
  const made = new Map<string, Outcome<FormContext>>();
  const contextOf = (id: string): Outcome<FormContext> => {
    const known = made.get(id);
    if (known) return known;
    const both = periodAndRules(data, id);
    const fresh = both.value
      ? ok(formContextOf(data, { ...both.value, asOf: context.now, events }))
      : failed<FormContext>(both.diagnostics);
    made.set(id, fresh);
    return fresh;
  };
  const plan = data.plan.id;
  return { booking: bookingContext(data), contextOf, plan, now: context.now, receivedOn, unit, period };
}

/** What is written on a cell that is sent back. */
function noteText(diagnostic: Diagnostic): string {
  const { code, message, help } = diagnosticJson(diagnostic);
  return `${upperFirst(message)}.${help ? `\nCách sửa: ${help}.` : ''} (${code})`;
}

async function reject(
  file: ReadForm,
  diagnostics: readonly Diagnostic[],
  { out }: ImportRequest,
  { reader }: Hands,
): Promise<RejectedFile> {
  const base = { file: file.path, identity: file.identity, diagnostics };
  if (!file.read.value) return { ...base, marked: null };
  const marks = marksOf(diagnostics, file.read.value.workbook, noteText);
  const marked = await reader.mark(file.path, file.name, marks);
  if (!marked.value || hasErrors(marked.diagnostics)) return { ...base, marked: null };
  const path = resolve(
    out,
    file.name.replace(/(\.[^.]+)?$/, (extension) => `-tra-lai${extension}`),
  );
  writeWhole(path, marked.value);
  return { ...base, marked: path };
}
