/**
 * The rules on tasks and on who answered what: completed without evidence, completed before the plan was signed,
 * late without a reason, a figure that belongs to another body, answers that are missing.
 */

import { inForce } from '../../calendar/range';
import type { PlainDate } from '../../calendar/plain-date';
import { groupBy } from '../../lib/group';
import type { Judgement, TaskEvent } from '../../obligations/status';
import { hasReason, isUnanswered, unansweredOf, type AskedIndicators, type AskingPeriod } from './answers';
import type { FigureBook, FigureEvent } from '../figures';
import type { IndicatorsFile } from '../schema';
import type { CollectionRule } from './schema';

/** Subjects of the findings that are about several answers at once. */
export const ALL_FIGURES = 'figures';
export const ALL_RESULTS = 'tasks';

/** Where a rule does not hold for a unit. */
export interface CollectionHit {
  readonly rule: CollectionRule;
  readonly subject: string;
  readonly codes: readonly string[];
  readonly obligations: readonly Judgement[];
  /** Figures as told, of this unit and of others that told the same. */
  readonly told: readonly FigureEvent[];
}

export interface Collected {
  readonly rules: readonly CollectionRule[];
  readonly file: IndicatorsFile;
  readonly period: AskingPeriod;
  readonly signedOn: PlainDate | null;
  /** Judgements by unit: every unit is looked at, a province has thousands. */
  readonly judgements: ReadonlyMap<string, readonly Judgement[]>;
  readonly asked: AskedIndicators;
  readonly book: FigureBook;
  /** Standing figures of the period by indicator, whoever told them. */
  readonly told: ReadonlyMap<string, readonly FigureEvent[]>;
  /** Units that have sent anything for the period: a silent unit is late, not wrong. */
  readonly reported: ReadonlySet<string>;
}

type Hit = Omit<CollectionHit, 'rule'>;

/** Every rule in force at the cut-off, for one unit. */
export function collectionHits(unit: string, from: Collected): readonly CollectionHit[] {
  const judgements = from.judgements.get(unit) ?? [];
  return from.rules
    .filter((rule) => inForce(rule, from.period.window.to))
    .flatMap((rule) =>
      HITS[rule.kind](unit, judgements, from).map(({ subject, codes, obligations, told }) => {
        // Member by member: a province has 60,000 of them, and a spread object takes twice the memory.
        return { rule, subject, codes, obligations, told };
      }),
    );
}

/** `12/1`: a due part of a task, as explanations name it. */
export function partSubject({ obligation: { part } }: Judgement): string {
  return `${part.task.id}/${part.no}`;
}

/** What most findings name nothing of is one empty list. */
const NONE: readonly never[] = [];

const aboutPart = (judgement: Judgement): Hit => ({
  subject: partSubject(judgement),
  codes: NONE,
  obligations: [judgement],
  told: NONE,
});

type Finder = (unit: string, judgements: readonly Judgement[], from: Collected) => readonly Hit[];

const HITS: Readonly<Record<CollectionRule['kind'], Finder>> = {
  'completed-without-evidence': (_, judgements, from) =>
    judgements
      .filter((j) => completions(j, from).length > 0 && j.events.every(({ fact }) => fact.evidence.length === 0))
      .map(aboutPart),
  'completed-before-signing': (_, judgements, from) =>
    judgements
      .filter((j) => completions(j, from).some(({ fact }) => from.signedOn !== null && fact.occurredOn < from.signedOn))
      .map(aboutPart),
  'late-without-reason': (_, judgements) =>
    judgements.filter((j) => isLate(j) && (j.reported || j.events.length > 0) && !hasReason(j)).map(aboutPart),
  'owner-claimed-twice': (unit, _, from) => foreignFigures(unit, from, 'claimed'),
  'not-asked': (unit, _, from) => foreignFigures(unit, from, 'idle'),
  'ratio-without-parts': (unit, _, from) => bareRatios(unit, from),
  'missing-figures': (unit, judgements, from) => {
    if (!from.reported.has(unit)) return [];
    const { indicators } = unansweredOf(unit, judgements, from);
    return indicators.length > 0 ? [{ subject: ALL_FIGURES, codes: indicators, obligations: [], told: [] }] : [];
  },
  'missing-results': (unit, judgements, from) => {
    if (!from.reported.has(unit)) return [];
    const silent = judgements.filter((j) => j.status === 'period-missing' && isUnanswered(j, from.period.window));
    return silent.length > 0 ? [{ subject: ALL_RESULTS, codes: [], obligations: silent, told: [] }] : [];
  },
};

/** Completions inside the window: those of earlier periods were looked at then. */
function completions({ events, completedOn }: Judgement, { period }: Collected): readonly TaskEvent[] {
  if (completedOn === null) return [];
  return events.filter(({ fact }) => fact.event === 'completed' && fact.occurredOn >= period.window.from);
}

const isLate = ({ status }: Judgement): boolean => status === 'overdue' || status === 'done-late';

/**
 * Figures that a unit told of an indicator it was not asked for. `claimed`: the indicator belongs to one owner who
 * answers for the whole city, and more than one told it; `idle`: the figure merely counts nowhere.
 */
function foreignFigures(unit: string, from: Collected, kind: 'claimed' | 'idle'): readonly Hit[] {
  const mine = new Set((from.asked.get(unit) ?? []).map((i) => i.code));
  return from.file.indicators.flatMap((indicator) => {
    if (mine.has(indicator.code) || indicator.derived !== null || !inForce(indicator, from.period.window.to)) return [];
    const told = from.told.get(indicator.code) ?? [];
    const own = told.find((e) => e.fact.unit === unit);
    if (!own) return [];
    const claimed = indicator.rollUp === 'owner' && told.length > 1;
    if (claimed !== (kind === 'claimed')) return [];
    return [{ subject: indicator.code, codes: [indicator.code], obligations: [], told: claimed ? told : [own] }];
  });
}

/** Percentages told without the two numbers behind them: they can be shown, but not added to those of others. */
function bareRatios(unit: string, { asked, told }: Collected): readonly Hit[] {
  return (asked.get(unit) ?? []).flatMap(({ code, type }) => {
    const own = type === 'ratio' ? told.get(code)?.find((e) => e.fact.unit === unit) : undefined;
    if (!own || own.fact.answer !== 'value' || own.fact.numerator !== null) return [];
    return [{ subject: code, codes: [code], obligations: [], told: [own] }];
  });
}

/** Standing figures of a period by indicator. */
export function toldByIndicator(book: FigureBook, period: string): Collected['told'] {
  const standing = [...book.values()].filter(({ fact }) => fact.period === period && fact.answer !== 'withdrawn');
  return groupBy(standing, ({ fact }) => fact.indicator);
}
