/** `form export`: one entry form for each unit, from what is owed and what is already known. */

import type { Instant } from '../calendar/instant';
import { formModel, formUnits } from '../collect/form/build';
import { formContext, type FormContext } from '../collect/form/context';
import type { FormModel } from '../collect/form/model';
import type { PastYear } from '../figures/past-year';
import type { LedgerEvent } from '../ledger/events';
import { hasErrors, failed, ok, type Diagnostic, type Outcome } from '../lib/diagnostic';
import type { Rules } from '../obligations/rules';
import type { Period } from '../regulation/periods';
import { proseOf } from '../report/prose';
import type { OutputFile } from './outputs';
import type { PlanData } from './plan-data';
import { thematicSections } from './thematic';

export interface FormRequest {
  readonly period: Period;
  readonly rules: Rules;
  readonly asOf: Instant;
  readonly events: readonly LedgerEvent[];
  readonly past?: PastYear | null;
}

/** What the forms of a period are made from. */
export function formContextOf(data: PlanData, request: FormRequest): FormContext {
  const { plan, registry, regime, indicators, outline, prose } = data;
  const own = thematicSections(data, request.period);
  return formContext({ plan, registry, regime, indicators, outline, prose: proseOf(prose), own, ...request });
}

/** `phieu-2026-Q1-<unit>.xlsx` */
export const formFileName = (period: Period, unit: string): string =>
  `${period.id}/phieu/phieu-${period.id}-${unit}.xlsx`;

/** Forms of the units named, or of all that owe one; every one or none. */
export async function formFiles(
  data: PlanData,
  request: FormRequest,
  units: readonly string[] | null,
  render: (model: FormModel) => Promise<Uint8Array>,
  onFile: (name: string) => void,
): Promise<Outcome<readonly OutputFile[]>> {
  const context = formContextOf(data, request);
  const models = (units ?? formUnits(context)).map((unit) => formModel(context, unit));
  const diagnostics: Diagnostic[] = models.flatMap((m) => [...m.diagnostics]);
  if (hasErrors(diagnostics)) return failed(diagnostics);
  const files: OutputFile[] = [];
  for (const { value } of models) {
    if (!value) continue;
    const name = formFileName(request.period, value.identity.unit);
    files.push({ name, unit: value.identity.unit, bytes: await render(value) });
    onFile(name);
  }
  return ok(files, diagnostics);
}
