/** One unit's form: everything it is asked in the period. Pure; the same facts give the same form. */

import type { PlainDate } from '../../calendar/plain-date';
import { failed, hasErrors, ok, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import { upperFirst } from '../../i18n/words';
import type { PlacedSection } from '../../report/outline';
import { inSentence } from '../../report/wording';
import { narrativeKey, type FormContext } from './context';
import { figureItems, formChecks } from './figure-items';
import { FORM_LAYOUT, type FormModel, type SectionItem } from './model';
import { versionOf } from './seal';
import { taskItems } from './task-items';

/** Before the sections of a thematic report, which has some of the titles of the unit's own report. */
const THEMATIC = 'Báo cáo chuyên đề: ';

/** Units that are sent a form: those that owe something, and those that answer for a figure. */
export function formUnits(context: FormContext): readonly string[] {
  return context.registry.units
    .map((unit) => unit.id)
    .filter((id) => context.obligations.has(id) || figureItems(context, id).some((f) => f.kind !== 'derived'));
}

/** The form of a unit; BC3001 when a section's title cannot be made. */
export function formModel(context: FormContext, unit: string): Outcome<FormModel> {
  const { plan, registry, regime, period, outline, previous } = context;
  const sections = sectionItems(context, unit);
  if (!sections.value) return failed(sections.diagnostics);
  const tasks = taskItems(context, unit);
  const figures = figureItems(context, unit);
  const asked = { tasks, figures, sections: sections.value };
  const compiler = regime.compiler ?? regime.reporter ?? plan.issuer;
  return ok({
    identity: { form: outline.id, version: versionOf(FORM_LAYOUT, asked), plan: plan.id, period: period.id, unit },
    unitName: registry.unit(unit)?.name ?? unit,
    planTitle: inSentence(plan.title),
    periodName: period.name,
    window: period.window,
    cumulative: period.cumulative,
    previousName: previous?.name ?? null,
    compilerName: registry.unit(compiler)?.name ?? compiler,
    submissions: submissionsOf(context, unit),
    ...asked,
    checks: formChecks(context, figures),
    sample: context.sample,
  });
}

/** Deadlines of the reports that the unit owes in this period. */
export function submissionsOf(
  { period, registry }: Pick<FormContext, 'period' | 'registry'>,
  unit: string,
): readonly { readonly channel: string; readonly due: PlainDate; readonly rule: string }[] {
  const owes = (who: readonly string[]): boolean =>
    who.some((id) => registry.membersOf(id, period.window.to).some((u) => u.id === unit));
  return period.submissions.filter((s) => owes(s.who)).map(({ channel, due, rule }) => ({ channel, due, rule }));
}

function sectionItems(context: FormContext, unit: string): Outcome<readonly SectionItem[]> {
  const { period, next, previous, plan, prose, registry, narratives } = context;
  const view = {
    isCity: false,
    body: { name: registry.unit(unit)?.name ?? unit },
    plan: { title: plan.title, shortTitle: inSentence(plan.title) },
    period: { id: period.id, name: period.name, cutOff: period.window.to },
    next: { name: period.next.name, cutOff: next?.window.to ?? period.window.to },
  };
  const diagnostics: Diagnostic[] = [];
  const item = (section: PlacedSection, prefix: string): SectionItem => {
    const title = prose.inline(section.title, view);
    diagnostics.push(...title.diagnostics);
    const before = previous && narratives.get(narrativeKey(previous.id, unit, section.id))?.text;
    return { id: section.id, title: prefix + sentenceCase(title.value ?? ''), previous: before ?? '' };
  };
  const items = [
    ...context.sections.map((section) => item(section, '')),
    ...(context.thematic.get(unit) ?? []).map((section) => item(section, THEMATIC)),
  ];
  return hasErrors(diagnostics) ? failed(diagnostics) : ok(items, diagnostics);
}

/** Headings of the first level are printed in capitals; in a table they read better as sentences. */
function sentenceCase(title: string): string {
  if (title !== title.toLocaleUpperCase('vi')) return title;
  const lower = title.replace(/[^\s,;]+/g, (word) => (/^[IVX]+$/.test(word) ? word : word.toLocaleLowerCase('vi')));
  return upperFirst(lower);
}
