/**
 * The rules that stand beside the indicators, on the figures of one body or of the city. A figure that is missing is
 * never taken for zero: what cannot be compared is passed over, and asked for by another rule.
 */

import { inForce } from '../../calendar/range';
import { lengthOf } from '../../calendar/range';
import type { Period } from '../../regulation/periods';
import { compareRatios } from '../percent';
import type { FigureCheck, Indicator, IndicatorsFile } from '../schema';
import { amountOf, figureIn, isWhole, sumOf, yearToDate, type Dated, type Series } from './series';

/** Where a rule does not hold: what it is about, and the figures that contradict one another. */
export interface FigureHit {
  readonly rule: FigureCheck;
  readonly subject: string;
  readonly figures: readonly Dated[];
}

type Of<K extends FigureCheck['kind']> = Extract<FigureCheck, { kind: K }>;
type Hits = readonly Omit<FigureHit, 'rule'>[];

export interface FigureScope {
  readonly file: IndicatorsFile;
  /** In a city's totals, figures of the plan's ledger count too, and only whole ones unless the rule is for cities. */
  readonly scope: 'unit' | 'city';
}

/** Every rule of the form, in its order. */
export function figureHits(series: Series, { file, scope }: FigureScope): readonly FigureHit[] {
  return file.checks.flatMap((rule) => {
    const own = 'scope' in rule.fields ? (rule.fields.scope ?? 'unit') : 'unit';
    if (own === 'city' && scope === 'unit') return [];
    const hits = hitsOf(rule, series, { file, scope });
    const stands = scope === 'unit' || own === 'city' ? hits : hits.filter((h) => h.figures.every(isWhole));
    return stands.map((hit) => ({ rule, ...hit }));
  });
}

function hitsOf(rule: FigureCheck, series: Series, scope: FigureScope): Hits {
  switch (rule.kind) {
    case 'part-of':
      return partOf(rule, series);
    case 'cross-foot':
      return crossFoot(rule, series);
    case 'cumulative-growth':
      return 'within' in rule.fields ? growth(rule.fields, series, scope) : covers(rule.fields, series, scope);
    case 'year-covers':
      return covers(rule.fields, series, scope);
    case 'jump':
      return jumps(rule, series, scope);
  }
}

function partOf({ fields }: Of<'part-of'>, series: Series): Hits {
  if ('ratios' in fields) return fields.ratios.flatMap((code) => ratioHit(code, series));
  const periods = fields.span ? yearToDate(series, series.period) : [series.period];
  if (!periods) return [];
  const all = (codes: readonly string[]): readonly (Dated | undefined)[] =>
    codes.flatMap((code) => periods.map((p) => figureIn(series, p, code)));
  // Counts are never negative: the parts that are known already tell when the whole is too small.
  const [part, whole] = [sumOf(all(fields.part), 'any'), sumOf(all(fields.whole), 'all')];
  if (!part || !whole || part.sum <= whole.sum) return [];
  return [{ subject: fields.part[0] as string, figures: [...part.of, ...whole.of] }];
}

function ratioHit(code: string, series: Series): Hits {
  const dated = figureIn(series, series.period, code);
  if (!dated) return [];
  const { numerator, denominator, value } = dated.figure;
  const more =
    numerator !== null && denominator !== null
      ? numerator > denominator
      : dated.figure.answer === 'value' && (value as number) > 100;
  return more ? [{ subject: code, figures: [dated] }] : [];
}

function crossFoot({ fields }: Of<'cross-foot'>, series: Series): Hits {
  const all = (codes: readonly string[]): readonly (Dated | undefined)[] =>
    codes.map((code) => figureIn(series, series.period, code));
  const [left, right] = [sumOf(all(fields.left), 'all'), sumOf(all(fields.right), 'all')];
  if (!left || !right || left.sum === right.sum) return [];
  return [{ subject: fields.left[0] as string, figures: [...left.of, ...right.of] }];
}

type Selection = Pick<Of<'jump'>['fields'], 'codes' | 'types' | 'except'>;

/** Derived figures follow from their parts: a rule looks at them only where it names them. */
function selected(fields: Selection, series: Series, { file, scope }: FigureScope): readonly Indicator[] {
  const { codes, types, except } = fields;
  const named = (i: Indicator): boolean =>
    typeof codes !== 'string' ? codes.includes(i.code) : i.derived === null && (codes === 'all' || i.time === codes);
  return file.indicators.filter(
    (i) =>
      named(i) &&
      inForce(i, series.period.window.to) &&
      (types?.includes(i.type) ?? true) &&
      except?.includes(i.code) !== true &&
      (scope === 'city' || i.derived === null || !('from' in i.derived)),
  );
}

/** The later period holds the earlier ones: at least as much as what is known of them. */
function covers(
  fields: Selection & { later: string; earlier: readonly string[] },
  series: Series,
  scope: FigureScope,
): Hits {
  if (series.period.key !== fields.later) return [];
  const earlier = series.year.filter((p) => fields.earlier.includes(p.key));
  return selected(fields, series, scope).flatMap(({ code }) => {
    const now = figureIn(series, series.period, code);
    const before = sumOf(
      earlier.map((p) => figureIn(series, p, code)),
      'any',
    );
    const amount = now && amountOf(now);
    if (!now || !before || amount === null || amount === undefined || amount >= before.sum) return [];
    return [{ subject: code, figures: [now, ...before.of] }];
  });
}

/** A figure counted from the beginning of the year is never smaller than in the period before. */
function growth(fields: Selection, series: Series, scope: FigureScope): Hits {
  const previous = before(series, true);
  if (!previous) return [];
  return selected(fields, series, scope).flatMap(({ code }) => {
    const pair = pairOf(series, previous, code);
    return pair && pair.now < pair.then ? [{ subject: code, figures: pair.figures }] : [];
  });
}

function before({ previous, period }: Series, sameYear: boolean): Period | undefined {
  return previous && (!sameYear || previous.year === period.year) ? previous : undefined;
}

function pairOf(
  series: Series,
  previous: Period,
  code: string,
): { readonly now: number; readonly then: number; readonly figures: readonly Dated[] } | undefined {
  const [a, b] = [figureIn(series, series.period, code), figureIn(series, previous, code)];
  const [now, then] = [a && amountOf(a), b && amountOf(b)];
  if (!a || !b || now === null || now === undefined || then === null || then === undefined) return undefined;
  return { now, then, figures: [a, b] };
}

function jumps({ fields }: Of<'jump'>, series: Series, scope: FigureScope): Hits {
  return selected(fields, series, scope).flatMap(({ code, time }) => {
    // What is counted from the beginning of the year starts again with the year.
    const previous = before(series, time === 'cumulative');
    const pair = previous && pairOf(series, previous, code);
    if (!previous || !pair) return [];
    const perDay = fields.perDay?.includes(time) ?? false;
    const days = perDay ? [lengthOf(series.period.window), lengthOf(previous.window)] : [1, 1];
    const [now, then] = [
      [pair.now, days[0] as number],
      [pair.then, days[1] as number],
    ] as const;
    const [more, less] = compareRatios(now, then) >= 0 ? [now, then] : [then, now];
    const times = compareRatios(more, [less[0] * fields.factor, less[1]]) >= 0;
    const expected = (pair.then * now[1]) / then[1];
    return times && Math.abs(pair.now - expected) >= fields.absolute && more[0] > 0
      ? [{ subject: code, figures: pair.figures }]
      : [];
  });
}
