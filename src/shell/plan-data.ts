/** Gathers from a workspace all that the use cases on a plan need. */

import { join } from 'node:path';
import { z } from 'zod';
import type { PlanData } from '../app/plan-data';
import { canonicalJson, sha256, type Json } from '../lib/canonical-json';
import type { ChecksFile } from '../figures/checks/schema';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import { outlineSchema, type Outline } from '../report/outline';
import type { Regime } from '../regulation/schema';
import type { ProseSet } from '../report/prose';
import { all, loadChecks, loadIndicators, loadInstruments, loadPlan, loadRules, planIds, readJson } from './load';
import { textIn, type Workspace } from './workspace';

const settingsSchema = z.strictObject({ $schema: z.string().optional(), activePlans: z.array(z.string()) });

/** The plan named, else the one active plan of the workspace; BC2002 lists them when there are several. */
export function choosePlan(ws: Workspace, given: string | undefined): Outcome<string> {
  if (given !== undefined) return ok(given.trim());
  const path = ws.find('data', 'workspace.json');
  const settings = path ? readJson(ws, path, settingsSchema) : ok({ activePlans: planIds(ws) });
  if (!settings.value) return failed(settings.diagnostics);
  const [only, ...others] = settings.value.activePlans;
  if (only !== undefined && others.length === 0) return ok(only);
  return failed([error('BC2002', {}, { known: settings.value.activePlans.join(', ') || '(không có)' })]);
}

/** An outline by its id: the plan's, or that of a correcting report. */
export function loadOutline(ws: Workspace, id: string): Outcome<Outline> {
  const path = ws.find('templates', id, 'outline.json');
  if (!path)
    return failed([
      error('BC1002', { file: `templates/${id}/outline.json` }, { name: id, known: 'templates/*/outline.json' }),
    ]);
  return readJson(ws, path, outlineSchema);
}

/** Prose files of an outline by name; a file of the workspace wins over the installed one of the same name. */
export function loadProse(ws: Workspace, outline: string): ProseSet {
  const names = ['', 'unit', 'city'].flatMap((scope) =>
    ws.list(join('templates', outline, 'prose', scope), '.hbs').map((name) => (scope ? `${scope}/${name}` : name)),
  );
  return new Map(
    names.map((name) => [name, textIn(ws, ws.find('templates', outline, 'prose', `${name}.hbs`) as string)]),
  );
}

/** The other forms that the regime names. */
function loadForms(ws: Workspace, regime: Regime): Outcome<NonNullable<PlanData['forms']>> {
  const ids = [...new Set(regime.versions.flatMap((version) => version.thematic?.outline ?? []))];
  const outlines = ids.map((id) => ({ id, outline: loadOutline(ws, id) }));
  const diagnostics = outlines.flatMap(({ outline }) => outline.diagnostics);
  const forms = outlines.flatMap(({ id, outline: { value } }) =>
    value ? [[id, { outline: value, prose: loadProse(ws, id) }] as const] : [],
  );
  return forms.length < ids.length ? failed(diagnostics) : ok(new Map(forms), diagnostics);
}

const proseHash = (prose: ProseSet): string => sha256([...prose].map(([name, text]) => `${name}\n${text}`).join('\n'));

/** SHA-256 of the inputs that a figure stands on, for the outputs' properties. */
function fingerprints(
  ws: Workspace,
  files: Readonly<Record<string, readonly string[]>>,
  prose: ProseSet,
  forms: NonNullable<PlanData['forms']>,
): Readonly<Record<string, string>> {
  const others = [...forms].map(
    ([id, form]) => `${id} ${canonicalJson(form.outline as Json)} ${proseHash(form.prose)}`,
  );
  const words = ws.list(join('templates', 'word'), '.docx').map((name) => {
    const path = ws.find('templates', 'word', `${name}.docx`);
    return `${name} ${path ? sha256(ws.bytes(path)) : ''}`;
  });
  const hashes = Object.entries(files).map(([key, parts]): readonly [string, string] => [
    `${key}Sha256`,
    sha256(textIn(ws, ws.find(...parts) as string)),
  ]);
  return {
    ...Object.fromEntries(hashes),
    proseSha256: proseHash(prose),
    ...(others.length > 0 && { formsSha256: sha256(others.join('\n')) }),
    ...(words.length > 0 && { wordTemplatesSha256: sha256(words.join('\n')) }),
  };
}

export function loadPlanData(ws: Workspace, planId: string): Outcome<PlanData> {
  const loaded = loadPlan(ws, planId);
  if (!loaded.value) return failed(loaded.diagnostics);
  const { plan, registry, regime } = loaded.value;
  const parts = all({
    rules: loadRules(ws, regime.rules),
    indicators: loadIndicators(ws, plan.indicators),
    checks: regime.checks ? loadChecks(ws, regime.checks) : ok<ChecksFile | null>(null),
    instruments: loadInstruments(ws),
    outline: loadOutline(ws, plan.outline),
    forms: loadForms(ws, regime),
  });
  if (!parts.value) return failed([...loaded.diagnostics, ...parts.diagnostics]);
  const prose = loadProse(ws, plan.outline);
  const files = {
    plan: ['data', 'plans', `${planId}.json`],
    units: ['data', 'units', `${plan.jurisdiction}.json`],
    regime: ['data', 'regimes', `${plan.regime}.json`],
    rules: ['data', 'rules', `${regime.rules}.json`],
    indicators: ['data', 'indicators', `${plan.indicators}.json`],
    ...(parts.value.checks ? { checks: ['data', 'rules', `${parts.value.checks.id}.json`] } : {}),
  };
  return ok(
    { plan, registry, regime, ...parts.value, prose, fingerprints: fingerprints(ws, files, prose, parts.value.forms) },
    [...loaded.diagnostics, ...parts.diagnostics],
  );
}
