/** `export`: the numbers of a period for other systems, as CSV tables, as JSON, and as a sheet to type from. */

import type { UnitSubmission } from '../collect/submissions';
import { SUBMISSION_LABELS } from '../i18n/submissions';
import type { LedgerEvent } from '../ledger/events';
import { rateOf } from '../figures/evaluation';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import { renderCsv, type Separator } from '../render/csv/render-csv';
import { exportData } from '../report/export/data';
import { entryWorkbook, type EntryForm } from '../report/export/entry-form';
import type { ExportData, ExportedSubmission } from '../report/export/schema';
import { exportTables } from '../report/export/tables';
import type { Registry } from '../units/registry';
import type { OutputFile, Renderers } from './outputs';
import { evaluatePlan, type EvaluateRequest, type PlanData } from './plan-data';
import { boardOf } from './submissions';

export const EXPORT_FORMATS = ['csv', 'json', 'bnv-form'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportRequest extends Pick<EvaluateRequest, 'period' | 'rules' | 'asOf' | 'past'> {
  readonly events: readonly LedgerEvent[];
  readonly separator: Separator;
  /** The entry form of the plan's indicators; asked for by `bnv-form` alone. */
  readonly form: EntryForm | null;
}

const utf8 = new TextEncoder();

/** The data that every format is made of; equal to `evaluate` and `submissions`. */
export function exportedData(data: PlanData, request: Omit<ExportRequest, 'separator' | 'form'>): ExportData {
  const { registry, indicators } = data;
  const evaluation = evaluatePlan(data, request.events, { ...request, unit: null });
  const { units } = boardOf(data, request.events, request);
  const submissions = units.flatMap((u) => submissionRows(u, registry));
  return exportData({ evaluation, registry, indicators, rules: request.rules, submissions });
}

function submissionRows({ unit, channels, complete }: UnitSubmission, registry: Registry): ExportedSubmission[] {
  return channels.map(({ channel, form, due, submittedOn, status, state, daysLate, approvedOn, returnedOn }) => ({
    ...{ unit, unitName: registry.unit(unit)?.name ?? unit, channel, form, due, submittedOn, status, state },
    stateText: SUBMISSION_LABELS[state],
    daysLate: submittedOn === null ? null : daysLate,
    ...{ complete, approvedOn, returnedOn },
  }));
}

/** All files of the formats, or none: BC3208 where a sheet to type from is asked for and no form takes the list. */
export async function exportFiles(
  data: PlanData,
  request: ExportRequest,
  formats: readonly ExportFormat[],
  render: Pick<Renderers, 'xlsx'>,
): Promise<Outcome<readonly OutputFile[]>> {
  const folder = `${request.period.id}/so-lieu`;
  const file = (name: string, bytes: Uint8Array): OutputFile => ({ name: `${folder}/${name}`, unit: null, bytes });
  const { form } = request;
  if (formats.includes('bnv-form') && form === null)
    return failed([error('BC3208', { path: `plans/${data.plan.id}` }, { indicators: data.indicators.id })]);
  const exported = exportedData(data, request);
  const files: OutputFile[] = [];
  if (formats.includes('csv'))
    files.push(...exportTables(exported).map((t) => file(`${t.name}.csv`, renderCsv(t, request.separator))));
  if (formats.includes('json')) files.push(file('so-lieu.json', utf8.encode(`${JSON.stringify(exported, null, 2)}\n`)));
  if (formats.includes('bnv-form') && form !== null)
    files.push(file('phieu-nhap.xlsx', await render.xlsx(entrySheet(data, request, form))));
  return ok(files);
}

function entrySheet(data: PlanData, request: ExportRequest, form: EntryForm): ReturnType<typeof entryWorkbook> {
  const { regime, registry, plan, indicators } = data;
  const evaluation = evaluatePlan(data, request.events, { ...request, unit: null });
  const reporter = regime.reporter ?? plan.issuer;
  const { ledger, period } = evaluation;
  return entryWorkbook({
    ...{ form, evaluation, indicators },
    rateOf: (counts) => rateOf(counts, request.rules),
    agency: registry.unit(reporter)?.fullName ?? reporter,
    provenance: { plan: plan.id, period: period.id, ledgerPosition: String(ledger.lastSeq), entryForm: form.id },
  });
}
