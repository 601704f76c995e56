/**
 * Faults of an indicator list that a schema cannot see: codes used twice, names of nothing, sums in a circle, a
 * roll-up or a formula that does not suit what is counted.
 */

import { error, type Diagnostic, type Place } from '../lib/diagnostic';
import type { FigureCheck, Indicator, IndicatorsFile } from './schema';

/** Where an entry of the list stands; `field` is the key of its part. */
export type IndicatorPlaces = (what: 'indicator' | 'group' | 'check' | 'role', code: string, field?: string) => Place;

/** Ids of the bodies and groups that there are, by registry. */
export type Bodies = ReadonlyMap<string, ReadonlySet<string>>;

/** Places inside the data file itself. */
export const inFile =
  (file: string): IndicatorPlaces =>
  (what, code, field) => ({ file, path: [what, code, field].filter(Boolean).join(' ') });

/** What no evaluation can stand on: codes used twice or of nothing, formulas that do not suit, sums in a circle. */
export function structureFaults(file: IndicatorsFile, at: IndicatorPlaces): readonly Diagnostic[] {
  const codes = new Set(file.indicators.map((i) => i.code));
  return [
    ...twice(file, at),
    ...file.indicators.flatMap((i) => [...partFaults(i, codes, at), ...formulaFaults(i, file, at)]),
    ...circles(file, at),
    ...file.checks.flatMap((check) =>
      codesOf(check)
        .filter((code) => !codes.has(code))
        .map((code) => error('BC2265', at('check', check.code, 'fields'), { code, by: check.code })),
    ),
  ];
}

/** Everything at once. */
export function indicatorFaults(file: IndicatorsFile, bodies: Bodies, at: IndicatorPlaces): readonly Diagnostic[] {
  const known = new Set([
    ...[...bodies.values()].flatMap((ids) => [...ids]),
    ...Object.values(file.roles).flatMap((of) => Object.keys(of)),
  ]);
  return [
    ...structureFaults(file, at),
    ...file.indicators.flatMap((i) => [...shapeFaults(i, file, at), ...nameFaults(i, known, at)]),
    ...roleFaults(file, bodies, at),
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

/** How figures of a type can be rolled up: a ratio never by adding, a choice never as a count. */
const ROLL_UPS_OF: Readonly<Record<Indicator['type'], readonly Indicator['rollUp'][]>> = {
  count: ['sum', 'owner', 'latest'],
  ratio: ['ratio-of-sums'],
  bool: ['max', 'owner', 'count-of'],
  enum: ['count-of', 'owner'],
};

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
    ...(ROLL_UPS_OF[i.type].includes(i.rollUp)
      ? []
      : [lacks('rollUp', 'cách tổng hợp không hợp với kiểu của chỉ tiêu')]),
    ...(i.rollUp === 'owner' && i.owner === null ? [lacks('owner', 'phải nêu cơ quan theo dõi báo cáo')] : []),
    ...(i.rollUp === 'owner' && i.answeredBy.some((who) => who !== i.owner)
      ? [lacks('answeredBy', 'chỉ cơ quan theo dõi trả lời; nhiều đơn vị cùng trả lời thì chọn cách tổng hợp khác')]
      : []),
    ...(i.to !== null && i.to < i.from ? [lacks('to', 'ngày cuối áp dụng trước ngày đầu')] : []),
    ...(groups.some((g) => i.code === g.code || i.code.startsWith(`${g.code}.`))
      ? []
      : [lacks('code', 'không thuộc nhóm nào')]),
  ];
}

function nameFaults(i: Indicator, known: ReadonlySet<string>, at: IndicatorPlaces): readonly Diagnostic[] {
  const who = [
    ...i.answeredBy.map((name) => ({ name, field: 'answeredBy' })),
    ...(i.owner === null ? [] : [{ name: i.owner, field: 'owner' }]),
  ];
  return who
    .filter(({ name }) => !known.has(name))
    .map(({ name, field }) => error('BC2267', at('indicator', i.code, field), { name, code: i.code }));
}

function partFaults(i: Indicator, codes: ReadonlySet<string>, at: IndicatorPlaces): readonly Diagnostic[] {
  return partsOf(i)
    .filter((code) => !codes.has(code))
    .map((code) => error('BC2265', at('indicator', i.code, 'derived'), { code, by: i.code }));
}

/**
 * A sum is a count of counts, each once; a ratio divides one count by another, and both are there as long as it is:
 * a sum loses a part that has ended, a ratio cannot.
 */
function formulaFaults(i: Indicator, { indicators }: IndicatorsFile, at: IndicatorPlaces): readonly Diagnostic[] {
  const { derived } = i;
  if (derived === null) return [];
  const lacks = (field: string, what: string): Diagnostic =>
    error('BC2266', at('indicator', i.code, field), { code: i.code, what });
  const ratio = 'formula' in derived && derived.formula.op === 'ratio';
  const codes = partsOf(i);
  const parts = indicators.filter(({ code }) => codes.includes(code));
  const uncounted = parts.filter(({ type }) => type !== 'count').map(({ code }) => code);
  const ended = parts.filter((part) => ratio && !covers(part, i)).map(({ code }) => code);
  return [
    ...((i.type === 'ratio') === ratio && (ratio || i.type === 'count')
      ? []
      : [lacks('type', 'phép chia cho một tỷ lệ; phép cộng và số đếm từ sổ cho một số đếm')]),
    ...(uncounted.length > 0 ? [lacks('derived', `chỉ tính được từ số đếm, không từ ${uncounted.join(', ')}`)] : []),
    ...(new Set(codes).size < codes.length ? [lacks('derived', 'một chỉ tiêu được nêu hai lần')] : []),
    ...(ended.length > 0 ? [lacks('derived', `${ended.join(', ')} không áp dụng suốt thời gian của tỷ lệ`)] : []),
  ];
}

const covers = (part: Indicator, whole: Indicator): boolean =>
  part.from <= whole.from && (part.to === null || (whole.to !== null && part.to >= whole.to));

/** A role that leads to no body leaves its indicators unasked. */
function roleFaults({ roles }: IndicatorsFile, bodies: Bodies, at: IndicatorPlaces): readonly Diagnostic[] {
  return Object.entries(roles).flatMap(([registry, of]) => {
    const known = bodies.get(registry);
    if (!known)
      return [error('BC2273', at('role', registry, 'registry'), { registry, known: [...bodies.keys()].join(', ') })];
    return Object.entries(of)
      .filter(([, body]) => !known.has(body))
      .map(([role, body]) => error('BC2274', at('role', `${registry} ${role}`, 'body'), { role, body, registry }));
  });
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
