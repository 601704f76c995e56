/**
 * Thematic reports (báo cáo chuyên đề): a body that follows a field of the plan reports on that field for the whole
 * place, from the facts of all bodies, besides the report on its own work. Who follows what is data of the regime.
 */

import type { Finding } from '../figures/checks/finding';
import type { Evaluation } from '../figures/evaluation';
import type { IndicatorsFile } from '../figures/schema';
import { error, failed, hasErrors, ok, type Diagnostic, type Outcome } from '../lib/diagnostic';
import type { Plan } from '../plan/plan';
import { versionFor, type Period } from '../regulation/periods';
import { composeReport, type ComposeInput } from '../report/compose';
import { placeSections, type PlacedSection } from '../report/outline';
import { proseOf, type Prose } from '../report/prose';
import { explainedBy } from './check';
import {
  composeInput,
  documentFiles,
  templateFaults,
  type OutputFile,
  type OutputRequest,
  type Renderers,
  type ReportFormat,
} from './outputs';
import { evaluatePlan, type PlanData } from './plan-data';

/** Bodies that owe a thematic report of the period, in the order of the regime; none where it asks for none. */
export function thematicBodies(data: PlanData, period: Period): readonly string[] {
  const thematic = versionFor(data.regime, period.year).value?.thematic;
  const fields = new Set(data.plan.areas.map((area) => area.field));
  return Object.entries(thematic?.fields ?? {}).flatMap(([body, own]) =>
    own.some((f) => fields.has(f)) ? [body] : [],
  );
}

/** Sections of the thematic report that take the body's own words, numbered for the fields that it follows. */
export function thematicSections(data: PlanData, period: Period): ReadonlyMap<string, readonly PlacedSection[]> {
  const thematic = versionFor(data.regime, period.year).value?.thematic;
  const outline = thematic && data.forms?.get(thematic.outline)?.outline;
  if (!outline) return new Map();
  return new Map(
    thematicBodies(data, period).map((body) => {
      const own = planOfFields(data.plan, thematic.fields[body] ?? []);
      return [body, placeSections(outline, own, period.kind)];
    }),
  );
}

/** The plan with the areas of those fields only, and what belongs to them. */
function planOfFields(plan: Plan, fields: readonly number[]): Plan {
  const areas = plan.areas.filter((area) => typeof area.field === 'number' && fields.includes(area.field));
  const codes = new Set(areas.map((area) => area.code));
  return {
    ...plan,
    areas,
    tasks: plan.tasks.filter((task) => codes.has(task.area)),
    targets: plan.targets.filter((target) => codes.has(target.area)),
  };
}

const inFields = (code: string, fields: readonly number[]): boolean => fields.includes(Number(code.split('.')[0]));

function indicatorsOfFields(file: IndicatorsFile, fields: readonly number[]): IndicatorsFile {
  return {
    ...file,
    groups: file.groups.filter(({ code }) => inFields(code, fields)),
    indicators: file.indicators.filter(({ code }) => inFields(code, fields)),
  };
}

/** What of a finding belongs to the fields: nothing, or the finding with what it lists of other fields left out. */
function ofFields(finding: Finding, codes: ReadonlySet<string>, areas: ReadonlySet<string>): readonly Finding[] {
  const obligations = finding.obligations.filter((j) => areas.has(j.obligation.part.task.area));
  const own = finding.codes.filter((code) => codes.has(code));
  if (obligations.length + own.length === 0) return [];
  return [{ ...finding, obligations, codes: finding.figures.length > 0 ? finding.codes : own }];
}

/** Figures come from the whole plan (the number of its tasks is one of them), everything else from the field. */
function fieldInput(
  data: PlanData,
  request: OutputRequest,
  asked: { readonly body: string; readonly fields: readonly number[]; readonly prose: Prose },
): Outcome<ComposeInput> {
  const { body, fields, prose } = asked;
  const whole = evaluatePlan(data, request.events, { ...request, unit: null });
  const own = { ...data, plan: planOfFields(data.plan, fields) };
  const input = composeInput(own, { ...request, past: null }, prose, null);
  if (!input.value) return input;
  const indicators = indicatorsOfFields(data.indicators, fields);
  const codes = new Set(indicators.indicators.map(({ code }) => code));
  const evaluation: Evaluation = {
    ...input.value.evaluation,
    indicators: new Map([...whole.indicators].filter(([code]) => codes.has(code))),
  };
  const areas = new Set(own.plan.areas.map(({ code }) => code));
  const findings = explainedBy(body, data, request.events, request, whole).flatMap((f) => ofFields(f, codes, areas));
  const notes = { ...input.value.notes, findings };
  return ok({ ...input.value, evaluation, indicators, notes, body }, input.diagnostics);
}

/** Thematic reports of those bodies, every one or none; BC3060 for a body that follows no field. */
export async function thematicReports(
  data: PlanData,
  bodies: readonly string[],
  request: OutputRequest,
  formats: readonly ReportFormat[],
  render: Renderers,
): Promise<Outcome<readonly OutputFile[]>> {
  const thematic = versionFor(data.regime, request.period.year).value?.thematic;
  const form = thematic ? data.forms?.get(thematic.outline) : undefined;
  const known = thematicBodies(data, request.period);
  const others = bodies.filter((body) => !known.includes(body));
  if (!thematic || !form || others.length > 0)
    return failed([
      error('BC3060', {}, { bodies: others.join(', ') || '(mọi đơn vị)', known: known.join(', ') || '(không có)' }),
    ]);
  const own: PlanData = { ...data, outline: form.outline, prose: form.prose };
  const prose = proseOf(form.prose);
  const files: OutputFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const body of bodies) {
    const input = fieldInput(own, request, { body, fields: thematic.fields[body] ?? [], prose });
    const document = input.value ? composeReport(input.value) : failed<never>(input.diagnostics);
    diagnostics.push(...document.diagnostics, ...(await templateFaults(document.value, formats, render)));
    if (!document.value || hasErrors(diagnostics)) continue;
    const name = `${request.period.id}/chuyen-de/bao-cao-chuyen-de-${body}`;
    files.push(...(await documentFiles(document.value, name, body, formats, render)));
  }
  return hasErrors(diagnostics) ? failed(diagnostics) : ok(files, diagnostics);
}
