/** The work of `form import`: read in workers, decide, append workbook by workbook, mark what is sent back. */

import { resolve } from 'node:path';
import { formContextOf } from '../app/form-export';
import { identityOf, importForm, type Filled, type ImportOptions, type ReturnedFile } from '../app/form-import';
import { bookingContext, periodAndRules, type PlanData } from '../app/plan-data';
import type { PlainDate } from '../calendar/plain-date';
import type { FormContext } from '../collect/form/context';
import type { FormIdentity } from '../collect/form/model';
import { marksOf } from '../collect/form/marks';
import { error, failed, hasErrors, ok, type Diagnostic, type Outcome } from '../lib/diagnostic';
import { groupBy } from '../lib/group';
import type { LedgerEvent } from '../ledger/events';
import type { LedgerStore } from '../ledger/store/port';
import { upperFirst } from '../i18n/words';
import { diagnosticJson } from '../i18n/render-diagnostic';
import { writeWhole } from '../shell/files';
import type { FoundFile } from '../shell/form-files';
import { openFormReader, type FormReader } from '../shell/form-reader';
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
  readonly files: readonly FoundFile[];
  readonly data: PlanData;
  readonly receivedOn: PlainDate;
  readonly unit: string | null;
  readonly period: string | null;
  /** Folder for marked copies. */
  readonly out: string;
}

type Read = FoundFile & { readonly read: Outcome<ReturnedFile>; readonly identity: FormIdentity | null };

/** All workbooks, each whole or not at all. */
export async function importForms(
  context: Run,
  request: ImportRequest,
  progress: Progress,
): Promise<Outcome<ImportRun>> {
  const reader = openFormReader();
  try {
    const files = await readAll(reader, request.files);
    return await context.withLedger((ledger) => decideAll(context, request, files, { ledger, reader, progress }));
  } finally {
    await reader.close();
  }
}

function readAll(reader: FormReader, files: readonly FoundFile[]): Promise<readonly Read[]> {
  return Promise.all(
    files.map(async ({ path, name }) => {
      const read = await reader.read(path, name);
      if (!read.value) return { path, name, read: failed<ReturnedFile>(read.diagnostics), identity: null };
      const file = { name, ...read.value };
      return { path, name, read: ok(file), identity: identityOf(file).value ?? null };
    }),
  );
}

interface Hands {
  readonly ledger: LedgerStore;
  readonly reader: FormReader;
  readonly progress: Progress;
}

async function decideAll(
  context: Run,
  request: ImportRequest,
  files: readonly Read[],
  hands: Hands,
): Promise<Outcome<ImportRun>> {
  const { data } = request;
  const events = await hands.ledger.read({ plan: data.plan.id, asOf: context.now });
  const ofUnit = new Map([...groupBy(events, (e) => e.fact.unit)].map(([unit, own]) => [unit, [...own]]));
  const options = importOptions(context, request, events);
  const doubled = doubledFiles(files, ofUnit);
  const imported: ImportedFile[] = [];
  const rejected: RejectedFile[] = [];
  for (const file of files) {
    const clash = doubled.get(file);
    const own = ofUnit.get(file.identity?.unit ?? '') ?? [];
    const decided = clash ? failed<never>([clash]) : decide(file, own, options);
    if (!decided.value) {
      rejected.push(await reject(file, decided.diagnostics, request, hands));
      hands.progress.step(
        `bị trả lại: ${file.name} (${decided.diagnostics.filter((d) => d.level === 'error').length} lỗi)`,
      );
      continue;
    }
    const { identity, events: batch, filled, empty, known } = decided.value;
    const { appended } = batch.length > 0 ? await hands.ledger.append(batch, context.now) : { appended: [] };
    ofUnit.set(identity.unit, [...own, ...appended]);
    imported.push({
      file: file.path,
      identity,
      eventIds: appended.map((e) => e.id),
      filled,
      empty,
      known,
      notes: decided.diagnostics,
    });
    hands.progress.step(`${known ? 'đã có' : 'đã nạp'}: ${file.name} (${appended.length} sự kiện)`);
  }
  return ok({ imported, rejected });
}

function decide(file: Read, own: readonly LedgerEvent[], options: ImportOptions): ReturnType<typeof importForm> {
  return file.read.value ? importForm(file.read.value, own, options) : failed(file.read.diagnostics);
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

/** Different workbooks of one unit and period, new ones all: nobody but the sender knows which is the last. */
function doubledFiles(
  files: readonly Read[],
  known: ReadonlyMap<string, readonly LedgerEvent[]>,
): ReadonlyMap<Read, Diagnostic> {
  const isNew = ({ read, identity }: Read): boolean =>
    identity !== null && known.get(identity.unit)?.some((e) => e.fact.source === read.value?.sha256) !== true;
  const fresh = files.filter(isNew);
  const groups = groupBy(fresh, ({ identity }) => `${identity?.plan}\u0000${identity?.period}\u0000${identity?.unit}`);
  const found = new Map<Read, Diagnostic>();
  for (const group of groups.values()) {
    if (new Set(group.map((f) => f.read.value?.sha256)).size < 2) continue;
    for (const file of group) {
      const { unit = '', period = '' } = file.identity ?? {};
      const params = { unit, period, files: group.map((f) => f.name).join(', ') };
      found.set(file, error('BC2208', { file: file.name }, params));
    }
  }
  return found;
}

/** What is written on a cell that is sent back. */
function noteText(diagnostic: Diagnostic): string {
  const { code, message, help } = diagnosticJson(diagnostic);
  return `${upperFirst(message)}.${help ? `\nCách sửa: ${help}.` : ''} (${code})`;
}

async function reject(
  file: Read,
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
