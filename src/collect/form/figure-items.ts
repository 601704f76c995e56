/**
 * The figures that a unit answers for, in the order of the form, with last period's answer beside each, and the
 * derived ones that stand on nothing else. The compiler also answers the plan's own measures.
 */

import { inForce } from '../../calendar/range';
import { comparatorText } from '../../i18n/measures';
import { upperFirst } from '../../i18n/words';
import { figureKey, rollUp, type FigureResult } from '../../figures/figures';
import type { Indicator } from '../../figures/schema';
import type { Measure } from '../../plan/schema';
import { figureText, inSentence } from '../../report/wording';
import type { FormContext } from './context';
import type { FigureItem, FormCheck } from './model';

type Shape = Pick<Indicator, 'code' | 'type' | 'rollUp' | 'unit' | 'options' | 'denominator'>;

export function figureItems(context: FormContext, unit: string): readonly FigureItem[] {
  const { indicators: file, period, answerers } = context;
  const standing = file.indicators.filter((i) => inForce(i, period.window.to));
  const asked = new Set(standing.map((i) => i.code).filter((code) => answerers.get(code)?.has(unit)));
  const shown = withDerived(standing, asked);
  const items = standing.filter((i) => shown.has(i.code)).map((i) => indicatorItem(i, context, unit));
  return [...items, ...measureItems(context, unit)];
}

/** Codes asked, and those derived from nothing but shown ones: they appear as live formulas. */
function withDerived(standing: readonly Indicator[], asked: ReadonlySet<string>): ReadonlySet<string> {
  const shown = new Set(asked);
  for (let before = -1; before < shown.size;) {
    before = shown.size;
    for (const { code, derived } of standing) {
      if (derived === null || !('formula' in derived)) continue;
      const { formula } = derived;
      const parts = formula.op === 'sum' ? formula.of : [formula.numerator, formula.denominator];
      if (parts.every((p) => shown.has(p))) shown.add(code);
    }
  }
  return shown;
}

function indicatorItem(indicator: Indicator, context: FormContext, unit: string): FigureItem {
  const { code, derived, type } = indicator;
  const group = groupOf(code, context);
  const kind = derived !== null ? 'derived' : indicator.options ? 'choice' : type === 'ratio' ? 'ratio' : 'count';
  const amount = (a: { label: string; unit: string } | undefined, otherwise: string): string =>
    a ? `${a.label} (${a.unit})` : otherwise;
  return {
    code,
    kind,
    group,
    label: indicator.label,
    unit: indicator.unit === '-' ? '' : indicator.unit,
    whole: kind === 'count',
    excess: excessOf(code, context),
    parts:
      kind === 'ratio'
        ? {
            numerator: amount(indicator.numerator, 'số đạt'),
            denominator: amount(indicator.denominator, 'tổng số'),
          }
        : null,
    options: indicator.options ?? [],
    formula: derived !== null && 'formula' in derived ? derived.formula : null,
    ...previousOf(indicator, context, unit),
  };
}

/** Title of the indicator's group: the longest code that begins it. */
function groupOf(code: string, { indicators }: FormContext): string {
  const main = indicators.groups.find((g) => g.code === code.split('.')[0]);
  return main ? `${main.code}. ${main.title}` : '';
}

function measureItems(context: FormContext, unit: string): readonly FigureItem[] {
  if (unit !== context.regime.compiler) return [];
  return context.plan.targets.flatMap((target) =>
    target.measures
      .filter((m) => !m.indicator && m.comparator !== null && m.unit !== null)
      .map((m) => measureItem(m, context, unit)),
  );
}

function measureItem(measure: Measure, context: FormContext, unit: string): FigureItem {
  const ratio = measure.unit === '%';
  const shape: Shape = {
    code: measure.code,
    type: ratio ? 'ratio' : 'count',
    rollUp: ratio ? 'ratio-of-sums' : 'sum',
    unit: measure.unit ?? '',
  };
  return {
    code: measure.code,
    kind: ratio ? 'share' : 'count',
    group: 'Chỉ tiêu của Kế hoạch',
    label: `${upperFirst(inSentence(measure.scope))} (chỉ tiêu: ${comparatorText(measure)})`,
    unit: measure.unit ?? '',
    whole: false,
    excess: 'note',
    parts: ratio ? { numerator: 'số đạt', denominator: 'tổng số' } : null,
    options: [],
    formula: null,
    ...previousOf(shape, context, unit),
  };
}

function previousOf(
  shape: Shape,
  { previous, figures, rules }: FormContext,
  unit: string,
): Pick<FigureItem, 'previous' | 'previousValue'> {
  const event = previous && figures.get(figureKey(previous.id, unit, shape.code));
  if (!event) return { previous: '', previousValue: null };
  const result: FigureResult = rollUp(shape, [unit], [event], rules.rate);
  return {
    previous: result.answer === 'missing' ? '' : figureText(result, shape),
    previousValue: result.answer === 'value' ? result.value : null,
  };
}

/** Checks whose figures all stand in this form and that compare figures of one period. */
export function formChecks(context: FormContext, figures: readonly FigureItem[]): readonly FormCheck[] {
  const known = new Map(figures.map((f) => [f.code, f]));
  const all = (codes: readonly string[]): boolean => codes.every((c) => known.has(c));
  return context.indicators.checks.flatMap((check): readonly FormCheck[] => {
    const base = { code: check.code, level: check.level, message: check.message };
    if (check.kind === 'part-of') {
      const { fields } = check;
      if (fields.scope === 'city') return [];
      if ('ratios' in fields) {
        return fields.ratios
          .filter((c) => known.get(c)?.kind === 'ratio')
          .map((code) => ({ ...base, subject: code, rule: { kind: 'ratio', code } }));
      }
      // A year-to-date comparison of flows needs other periods, which the workbook has not.
      if (fields.span !== undefined || !all([...fields.part, ...fields.whole])) return [];
      const [subject] = fields.part as [string];
      return [{ ...base, subject, rule: { kind: 'part-of', part: fields.part, whole: fields.whole } }];
    }
    if (check.kind !== 'cross-foot' || check.fields.scope === 'city') return [];
    const { left, right } = check.fields;
    const sumsItself = left.length === 1 && known.get(left[0] as string)?.kind === 'derived';
    if (!all([...left, ...right]) || sumsItself) return [];
    return [{ ...base, subject: left[0] as string, rule: { kind: 'cross-foot', left, right } }];
  });
}

/** As the rules of the list have it: work left from earlier periods may be more than came in. */
function excessOf(code: string, { indicators }: FormContext): FigureItem['excess'] {
  const levels = indicators.checks.flatMap(({ kind, level, fields }) =>
    kind === 'part-of' && 'ratios' in fields && fields.ratios.includes(code) ? [level] : [],
  );
  return levels.includes('stop') ? 'stop' : levels.includes('explain') ? 'explain' : 'note';
}
