/**
 * `plan import`: files of an issued plan in, the plan file's text and everything there is to say about it out. What
 * the plan says of itself comes from the flags, else from its corrections, else from the workspace. Writes nothing.
 */

import { plainDate } from '../calendar/plain-date';
import { error, failed, hasErrors, ok, warning, type Diagnostic, type Outcome } from '../lib/diagnostic';
import { checkPlan } from '../plan/check';
import { assemblePlan, type PlanHead } from '../plan/import/assemble';
import type { Corrections } from '../plan/import/corrections';
import { rawPlanOf } from '../plan/import/raw-plan';
import type { ColumnRole, RawDocument } from '../plan/import/raw';
import { readDocument } from '../plan/import/readers/document';
import { planOf, type Plan } from '../plan/plan';
import type { DueContext } from '../plan/deadline/due';
import type { PlanFile } from '../plan/schema';
import type { Registry } from '../units/registry';

export interface SourceFile {
  /** As shown to people; its ending says the format. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the workspace offers where neither flags nor corrections say. */
export interface ImportDefaults {
  readonly regime: string | null;
  readonly indicators: string | null;
  readonly outline: string | null;
  /** The body in whose name the place reports. */
  readonly issuer: string | null;
}

export interface ImportRequest {
  readonly id: string;
  readonly year: number;
  readonly files: readonly SourceFile[];
  readonly jurisdiction: string;
  readonly regime: string | null;
  readonly roles: Readonly<Record<string, ColumnRole>>;
  readonly corrections: Corrections;
  /** Name of the corrections file, for its diagnostics. */
  readonly correctionsName: string;
  readonly registry: Registry;
  readonly defaults: ImportDefaults;
  readonly calendar?: DueContext['addWorkingDays'] | undefined;
}

export interface Imported {
  readonly file: PlanFile;
  readonly plan: Plan;
  /** The plan file as it is written: the same request gives the same text. */
  readonly text: string;
}

/** Reads, assembles and checks; no value when the files cannot be read or a correction does not fit. */
export function importPlan(request: ImportRequest): Outcome<Imported> {
  const documents = request.files.map(({ name, bytes }) => readDocument(name, bytes));
  const notes: Diagnostic[] = documents.flatMap((d) => [...d.diagnostics]);
  const read = documents.flatMap(({ value }) => (value ? [value] : []));
  if (read.length < request.files.length) return failed(notes);
  const raw = rawPlanOf(together(read), { roles: { ...request.corrections.roles, ...request.roles } });
  notes.push(...raw.diagnostics);
  const head = headOf(request);
  notes.push(...head.diagnostics);
  if (!raw.value || !head.value) return failed(notes);
  const { corrections, registry } = request;
  const made = assemblePlan(raw.value, head.value, corrections, registry, { file: request.correctionsName });
  notes.push(...made.diagnostics);
  if (!made.value) return failed(notes);
  const source = `${request.id}.json`;
  const plan = planOf(made.value, registry, source, request.calendar);
  notes.push(...plan.diagnostics);
  if (!plan.value || hasErrors(notes)) return failed(notes);
  notes.push(...checkPlan(plan.value, registry, source).filter((d) => d.code !== 'BC1412' && d.code !== 'BC1413'));
  return ok({ file: made.value, plan: plan.value, text: `${JSON.stringify(made.value, null, 2)}\n` }, notes);
}

/** Several files are one plan: the decision in one, its annex in another. */
function together(documents: readonly RawDocument[]): RawDocument {
  const tables = documents.flatMap((d) => d.tables);
  return { kind: tables.length > 0 ? 'table' : 'prose', tables, paragraphs: documents.flatMap((d) => d.paragraphs) };
}

function headOf(request: ImportRequest): Outcome<PlanHead> {
  const { id, year, corrections, defaults, registry } = request;
  const told = corrections.plan;
  const place = { file: request.correctionsName };
  const issuer = told.issuer ?? defaults.issuer ?? registry.units[0]?.id ?? null;
  const regime = request.regime ?? told.regime ?? defaults.regime;
  const indicators = told.indicators ?? defaults.indicators;
  const outline = told.outline ?? defaults.outline;
  const missing = (what: string, flag: string): Diagnostic => error('BC1672', place, { what, flag });
  if (issuer === null || regime === null || indicators === null || outline === null) {
    return failed([
      ...(issuer === null ? [missing('cơ quan ban hành', '"issuer"')] : []),
      ...(regime === null ? [missing('chế độ báo cáo', '--regime')] : []),
      ...(indicators === null ? [missing('phụ lục thống kê', '"indicators"')] : []),
      ...(outline === null ? [missing('đề cương báo cáo', '"outline"')] : []),
    ]);
  }
  const title = told.title ?? `Kế hoạch ${id}`;
  const head: PlanHead = {
    id,
    title,
    issuer,
    issuerText: told.issuerText ?? registry.unit(issuer)?.fullName ?? issuer,
    number: told.number ?? null,
    signedOn: told.signedOn ?? null,
    from: told.from ?? plainDate(`${year}-01-01`),
    to: told.to ?? plainDate(`${year}-12-31`),
    jurisdiction: request.jurisdiction,
    regime,
    indicators,
    outline,
  };
  return ok(head, told.title === undefined ? [warning('BC1671', place, { title })] : []);
}
