/**
 * Reporting periods of a regime in a year: the cut-off window (thời gian chốt số liệu) of each, and its
 * submission deadlines (thời hạn gửi), which are another thing. Both ends of a window are included.
 * Windows follow the pattern of NĐ 09/2019/NĐ-CP, Điều 12; a regime's own document may narrow it.
 */

import { endOfMonth, dayOf, addDays, monthOf, yearOf, type PlainDate } from '../calendar/plain-date';
import { dateRange, type DateRange } from '../calendar/range';
import type { WorkingDays } from '../calendar/working-days';
import { error, failed, info, ok, type Diagnostic, type Outcome } from '../lib/diagnostic';
import type {
  Anchor,
  Citation,
  PeriodKind,
  PeriodRule,
  Regime,
  RegimeVersion,
  SubmissionDue,
  SubmissionRule,
} from './schema';

export interface Submission {
  readonly id: string;
  readonly channel: string;
  readonly who: readonly string[];
  readonly form: SubmissionRule['form'];
  /** Last day on which sending is still on time. */
  readonly due: PlainDate;
  /** The rule that gave the day, in Vietnamese. */
  readonly rule: string;
  readonly basis: readonly Citation[];
}

export interface Period {
  /** `2026-Q1` */
  readonly id: string;
  readonly key: string;
  readonly regime: string;
  readonly year: number;
  readonly kind: PeriodKind;
  /** "quý I năm 2026" */
  readonly name: string;
  readonly window: DateRange;
  readonly cumulative: boolean;
  /** The time ahead as this period's report names it, its first and its last day. */
  readonly next: { readonly name: string; readonly from: PlainDate; readonly until: PlainDate };
  readonly submissions: readonly Submission[];
  readonly basis: readonly Citation[];
  /** False where no document prints this year's windows and the pattern is carried over. */
  readonly printed: boolean;
}

/** The one version that serves the year; BC1301 when none does, BC1302 (showing both) when two do. */
export function versionFor(regime: Regime, year: number): Outcome<RegimeVersion> {
  const standing = regime.versions.filter((v) => v.years.from <= year && (v.years.to === null || year <= v.years.to));
  const [first, second] = standing;
  const where = { path: `regimes/${regime.id}` };
  if (!first) return failed([error('BC1301', where, { regime: regime.id, year })]);
  if (second) {
    const show = (v: RegimeVersion): string => `${v.years.from}–${v.years.to ?? ''}`;
    return failed([error('BC1302', where, { regime: regime.id, year, first: show(first), second: show(second) })]);
  }
  return ok(first);
}

/** All periods of the regime's year, in the order of their cut-off days. */
export function periodsOf(regime: Regime, year: number): Outcome<readonly Period[]> {
  const version = versionFor(regime, year);
  if (!version.value) return failed(version.diagnostics);
  const { printedYears, periods } = version.value;
  const diagnostics: Diagnostic[] = [];
  const built: Period[] = [];
  for (const rule of periods) {
    const period = buildPeriod(regime, version.value, rule, year);
    if (period.value) built.push(period.value);
    diagnostics.push(...period.diagnostics);
  }
  // A version that names no printed year is the general pattern itself: nothing is carried over.
  if (printedYears.length > 0 && !printedYears.includes(year)) {
    diagnostics.push(info('BC1303', { path: `regimes/${regime.id}` }, { year, printed: printedYears.join(', ') }));
  }
  built.sort((a, b) =>
    a.window.to === b.window.to ? (a.window.from < b.window.from ? 1 : -1) : a.window.to < b.window.to ? -1 : 1,
  );
  return { value: built, diagnostics };
}

/** `2026-Q1` in that regime; BC1304 lists the ids it does have. */
export function findPeriod(regime: Regime, id: string): Outcome<Period> {
  const match = /^(\d{4})-(.+)$/.exec(id.trim().toUpperCase());
  if (!match) return failed([error('BC1305', { path: 'period' }, { period: id })]);
  const all = periodsOf(regime, Number(match[1]));
  if (!all.value) return failed(all.diagnostics);
  const found = all.value.find((p) => p.key === match[2]);
  if (found) return { value: found, diagnostics: all.diagnostics };
  return failed([
    error(
      'BC1304',
      { path: 'period' },
      { period: id, regime: regime.id, known: all.value.map((p) => p.id).join(', ') },
    ),
  ]);
}

/**
 * The period whose cut-off day comes last before this one's. Where several end on that day (a month and its
 * quarter), the one of the same kind, else the longest.
 */
export function previousPeriod(regime: Regime, period: Period): Period | undefined {
  const candidates = [period.year - 1, period.year]
    .flatMap((year) => periodsOf(regime, year).value ?? [])
    .filter((p) => p.window.to < period.window.to);
  const last = candidates.filter((p) => p.window.to === candidates.at(-1)?.window.to);
  return last.find((p) => p.kind === period.kind) ?? last.at(-1);
}

/** The same period one year earlier, where the regime serves that year. */
export function samePeriodLastYear(regime: Regime, period: Period): Period | undefined {
  return periodsOf(regime, period.year - 1).value?.find((p) => p.key === period.key);
}

/** The period that is reported next after this one. */
export function nextPeriod(regime: Regime, period: Period): Period | undefined {
  const candidates = [period.year, period.year + 1].flatMap((year) => periodsOf(regime, year).value ?? []);
  return candidates.find((p) => p.window.to > period.window.to);
}

function anchorDay(anchor: Anchor, year: number): PlainDate | undefined {
  return dayOf(year + anchor.year, anchor.month, anchor.day);
}

/** Figures are closed inside the last month of what they are about: what is named next begins with the month after. */
const firstDayAhead = (cutOff: PlainDate): PlainDate => addDays(endOfMonth(yearOf(cutOff), monthOf(cutOff)), 1);

/** The last day ahead; 29/2 is the end of February in any year. */
function lastDayAhead(anchor: Anchor, year: number): PlainDate {
  return anchorDay(anchor, year) ?? endOfMonth(year + anchor.year, anchor.month);
}

function buildPeriod(regime: Regime, version: RegimeVersion, rule: PeriodRule, year: number): Outcome<Period> {
  const where = { path: `regimes/${regime.id}/${rule.key}` };
  const [from, to] = [anchorDay(rule.window.from, year), anchorDay(rule.window.to, year)];
  if (!from || !to || from > to)
    return failed([error('BC1306', where, { regime: regime.id, period: `${year}-${rule.key}` })]);
  const window = dateRange(from, to);
  const submissions = version.submissions.map((s) => buildSubmission(s, rule.key, window, year, regime.workingDays));
  if (submissions.includes(NO_CALENDAR))
    return failed([error('BC1307', where, { regime: regime.id, period: `${year}-${rule.key}`, year })]);
  return ok({
    id: `${year}-${rule.key}`,
    key: rule.key,
    regime: regime.id,
    year,
    kind: rule.kind,
    name: periodName(rule.name, year),
    window,
    cumulative: rule.cumulative,
    next: {
      name: periodName(rule.next.name, year + rule.next.year),
      from: firstDayAhead(to),
      until: lastDayAhead(rule.next.until, year),
    },
    submissions: submissions.filter((s): s is Submission => typeof s === 'object'),
    basis: version.basis,
    printed: version.printedYears.includes(year),
  });
}

/** "quý I năm 2026", but "6 tháng đầu năm 2026" and "năm 2026": the word "năm" is not said twice. */
function periodName(name: string, year: number): string {
  return /(^|\s)năm$/.test(name) ? `${name} ${year}` : `${name} năm ${year}`;
}

const NO_CALENDAR = Symbol('no calendar');

/** Undefined where the rule has no date for this period; NO_CALENDAR where working days of the year are not known. */
function buildSubmission(
  rule: SubmissionRule,
  key: string,
  window: DateRange,
  year: number,
  calendar: WorkingDays | undefined,
): Submission | typeof NO_CALENDAR | undefined {
  const named = submissionDay(rule.due, key, window, year, calendar);
  if (named === undefined) return undefined;
  if (named === NO_CALENDAR) return NO_CALENDAR;
  const due =
    rule.shift === 'none' ? named : calendar?.shift(named, rule.shift === 'next-working-day' ? 'next' : 'previous');
  if (!due) return NO_CALENDAR;
  const moved =
    due === named
      ? ''
      : `; ngày ${shortDay(named)} là ngày nghỉ nên tính ${due > named ? 'ngày làm việc liền sau' : 'ngày làm việc liền trước'}`;
  const { id, channel, who, form, basis } = rule;
  return { id, channel, who, form, due, rule: ruleText(rule.due, named) + moved, basis };
}

function submissionDay(
  due: SubmissionDue,
  key: string,
  window: DateRange,
  year: number,
  calendar: WorkingDays | undefined,
): PlainDate | typeof NO_CALENDAR | undefined {
  switch (due.rule) {
    case 'day-of-last-month': {
      const [y, m] = [yearOf(window.to), monthOf(window.to)];
      return dayOf(y, m, due.day) ?? endOfMonth(y, m);
    }
    case 'working-days-after-cut-off':
      return calendar?.add(window.to, due.days) ?? NO_CALENDAR;
    case 'on-date':
    case 'before-date': {
      const anchor = due.dates[key];
      const day = anchor && anchorDay(anchor, year);
      return day && (due.rule === 'before-date' ? addDays(day, -1) : day);
    }
  }
}

const shortDay = (day: PlainDate): string => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`;

function ruleText(due: SubmissionDue, day: PlainDate): string {
  switch (due.rule) {
    case 'day-of-last-month':
      return `chậm nhất ngày ${due.day} của tháng cuối kỳ báo cáo`;
    case 'working-days-after-cut-off':
      return `chậm nhất ${String(due.days).padStart(2, '0')} ngày làm việc kể từ ngày chốt số liệu`;
    case 'on-date':
      return 'chậm nhất ngày ấn định';
    case 'before-date':
      return `trước ngày ${shortDay(addDays(day, 1))}`;
  }
}
