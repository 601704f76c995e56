/** Faults of an indicator list that a schema cannot see: codes used twice, names of nothing, sums in a circle. */

import { error, type Diagnostic, type Place } from '../lib/diagnostic';
import type { FigureCheck, Indicator, IndicatorsFile } from './schema';

/** Where an entry of the list stands; `field` is the key of its part. */
export type IndicatorPlaces = (what: 'indicator' | 'group' | 'check', code: string, field?: string) => Place;

/** Places inside the data file itself. */
export const inFile =
  (file: string): IndicatorPlaces =>
  (what, code, field) => ({ file, path: [what, code, field].filter(Boolean).join(' ') });

/** Everything at once. `bodies`: ids of the bodies and groups that there are. */
export function indicatorFaults(
  file: IndicatorsFile,
  bodies: ReadonlySet<string>,
  at: IndicatorPlaces,
): readonly Diagnostic[] {
  const codes = new Set(file.indicators.map((i) => i.code));
  return [
    ...twice(file, at),
    ...file.indicators.flatMap((i) => [...shapeFaults(i, file, at), ...nameFaults(i, file, codes, bodies, at)]),
    ...circles(file, at),
    ...file.checks.flatMap((check) =>
      codesOf(check)
        .filter((code) => !codes.has(code))
        .map((code) => error('BC2265', at('check', check.code, 'fields'), { code, by: check.code })),
    ),
  ];
}

function twice({ indicators, groups, checks }: IndicatorsFile, at: IndicatorPlaces): readonly Diagnostic[] {
  const of = (
    what: Parameters<IndicatorPlaces>[0],
    list: readonly { readonly code: string }[],
  ): readonly Diagnostic[] => {
    const all = list.map((entry) => entry.code);
    const again = [...new Set(all.filter((code, index) => all.indexOf(code) !== index))];
    return again.map((code) => error('BC2264', at(what, code), { code }));
  };
  return [...of('indicator', indicators), ...of('group', groups), ...of('check', checks)];
}

/** What an indicator of its type must have. */
function shapeFaults(i: Indicator, { groups }: IndicatorsFile, at: IndicatorPlaces): readonly Diagnostic[] {
  const lacks = (field: string, what: string): Diagnostic =>
    error('BC2266', at('indicator', i.code, field), { code: i.code, what });
  const ratio = i.type === 'ratio';
  const chosen = i.type === 'bool' || i.type === 'enum';
  return [
    ...(ratio && !i.numerator ? [lacks('numerator', 'chỉ tiêu tỷ lệ phải có tử số')] : []),
    ...(ratio && !i.denominator ? [lacks('denominator', 'chỉ tiêu tỷ lệ phải có mẫu số')] : []),
    ...(chosen && !i.options ? [lacks('options', 'phải nêu các lựa chọn')] : []),
    ...(i.derived === null && i.answeredBy.length === 0 ? [lacks('answeredBy', 'phải có đơn vị trả lời')] : []),
    ...(i.derived !== null && i.answeredBy.length > 0
      ? [lacks('answeredBy', 'chỉ tiêu tự tính không giao đơn vị trả lời')]
      : []),
    ...(i.to !== null && i.to < i.from ? [lacks('to', 'ngày cuối áp dụng trước ngày đầu')] : []),
    ...(groups.some((g) => i.code === g.code || i.code.startsWith(`${g.code}.`))
      ? []
      : [lacks('code', 'không thuộc nhóm nào')]),
  ];
}

function nameFaults(
  i: Indicator,
  { roles }: IndicatorsFile,
  codes: ReadonlySet<string>,
  bodies: ReadonlySet<string>,
  at: IndicatorPlaces,
): readonly Diagnostic[] {
  const known = new Set([...bodies, ...Object.values(roles).flatMap((of) => Object.keys(of))]);
  const who = [
    ...i.answeredBy.map((name) => ({ name, field: 'answeredBy' })),
    ...(i.owner === null ? [] : [{ name: i.owner, field: 'owner' }]),
  ];
  return [
    ...who
      .filter(({ name }) => !known.has(name))
      .map(({ name, field }) => error('BC2267', at('indicator', i.code, field), { name, code: i.code })),
    ...partsOf(i)
      .filter((code) => !codes.has(code))
      .map((code) => error('BC2265', at('indicator', i.code, 'derived'), { code, by: i.code })),
  ];
}

function partsOf({ derived }: Indicator): readonly string[] {
  if (derived === null || 'from' in derived) return [];
  const { formula } = derived;
  return formula.op === 'sum' ? formula.of : [formula.numerator, formula.denominator];
}

/** Indicators that are computed from themselves, through however many others. */
function circles({ indicators }: IndicatorsFile, at: IndicatorPlaces): readonly Diagnostic[] {
  const parts = new Map(indicators.map((i) => [i.code, partsOf(i)]));
  const reaches = (from: string, wanted: string, seen: Set<string>): boolean =>
    (parts.get(from) ?? []).some((next) => {
      if (next === wanted) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, wanted, seen);
    });
  return indicators
    .filter(({ code }) => reaches(code, code, new Set()))
    .map(({ code }) => error('BC2268', at('indicator', code, 'derived'), { code }));
}

/** Codes of indicators that a check names. */
function codesOf({ fields }: FigureCheck): readonly string[] {
  const named = fields as { readonly [key: string]: unknown };
  return ['ratios', 'part', 'whole', 'left', 'right', 'codes', 'except'].flatMap((key) => {
    const value = named[key];
    return Array.isArray(value) ? (value as readonly string[]) : [];
  });
}
