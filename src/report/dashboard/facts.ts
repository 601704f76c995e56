/**
 * What every number of the dashboard stands on, each thing once: bodies, tasks, parts, rules with their basis, the
 * judgements as columns of numbers, the events behind them, texts in one pool. Small enough to travel in the page;
 * complete enough that its script can count again what the tables print.
 */

import { localDay } from '../../calendar/instant';
import type { Evaluation } from '../../figures/evaluation';
import { EVENT_WORDS } from '../../i18n/events';
import { formatDate } from '../../i18n/format';
import { STATUS_LABELS } from '../../i18n/statuses';
import { squeeze } from '../../lib/text';
import { STATUSES, type RulesFile, type Status } from '../../obligations/schema';
import type { Judgement, TaskEvent } from '../../obligations/status';
import type { DuePart } from '../../plan/parts';
import type { Citation } from '../../regulation/schema';
import type { Registry } from '../../units/registry';
import { AREA_COLUMNS } from '../tables/by-area';
import { inSentence, partTitle, shortName } from '../wording';
import type { FigureFacts } from './figure-facts';

export interface RuleFact {
  readonly id: string;
  readonly reason: string;
  readonly basis: readonly string[];
}

/**
 * Every number is an index of the list that its name says; in `due`, `done` and `texts` 0 is "none". `seq` and the
 * events of rows are written as differences to the one before, through all rows: long runs of equal small numbers
 * take no room once they are packed.
 */
export interface Facts {
  readonly units: readonly string[];
  readonly areas: readonly string[];
  readonly statuses: readonly string[];
  readonly sets: Readonly<Record<string, readonly number[]>>;
  readonly rules: readonly RuleFact[];
  /** The rule of the rate. */
  readonly rate: number;
  /** Title, area, status, rule. */
  readonly tasks: readonly (readonly [string, number, number, number])[];
  /** Task, title, due text of the plan. */
  readonly parts: readonly (readonly [number, string, string])[];
  readonly rows: {
    readonly part: readonly number[];
    readonly unit: readonly number[];
    readonly status: readonly number[];
    readonly rule: readonly number[];
    readonly due: readonly number[];
    readonly done: readonly number[];
    readonly late: readonly number[];
    readonly reported: readonly number[];
    readonly events: readonly (readonly number[])[];
  };
  readonly events: {
    readonly seq: readonly number[];
    readonly word: readonly number[];
    readonly on: readonly number[];
    readonly told: readonly number[];
    readonly text: readonly number[];
    readonly sample: readonly number[];
  };
  readonly figures: readonly FigureFacts[];
  /** Unit, state of its main report, then a text for each channel. */
  readonly submissions: readonly (readonly [number, string, ...number[]])[];
  /** What each that has reported told (a text). */
  readonly reporting: {
    readonly reported: readonly number[];
    readonly told: readonly number[];
    readonly expected: readonly number[];
  };
  /** Explanations made beforehand: texts of their paragraphs. */
  readonly notes: readonly (readonly number[])[];
  /** Sets of units that many figures share. */
  readonly unitSets: readonly (readonly number[])[];
  readonly texts: readonly string[];
}

/** Words of a unit in an explanation are cut here; the whole text is in its report. */
const TEXT_LIMIT = 400;

export interface Pool<T> {
  /** The index of the thing with that key, made when it is first asked for. */
  readonly of: (key: string, make: () => T) => number;
  readonly list: readonly T[];
}

export function poolOf<T>(first: readonly T[] = []): Pool<T> {
  const ids = new Map<string, number>();
  const list: T[] = [...first];
  const of = (key: string, make: () => T): number => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, list.length);
    list.push(make());
    return list.length - 1;
  };
  return { of, list };
}

/** Texts by themselves; 0 is the empty one. */
export function textPool(): { readonly of: (text: string | null) => number; readonly list: readonly string[] } {
  const pool = poolOf<string>(['']);
  return { of: (text) => (text ? pool.of(text, () => text) : 0), list: pool.list };
}

export type TextPool = ReturnType<typeof textPool>;

/** Lists of numbers by themselves: sets of units, paragraphs of a note. */
export function listPool(): {
  readonly of: (list: readonly number[]) => number;
  readonly list: readonly (readonly number[])[];
} {
  const pool = poolOf<readonly number[]>();
  return { of: (list) => pool.of(list.join(' '), () => list), list: pool.list };
}

export type ListPool = ReturnType<typeof listPool>;

export function shortened(text: string, limit = TEXT_LIMIT): string {
  const line = squeeze(text);
  if (line.length <= limit) return line;
  // Not inside a pair of surrogates, and at a word where there is one near.
  const cut = line.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/\s+\S{0,20}$/, '')}…`;
}

export interface FactsInput {
  readonly evaluation: Evaluation;
  readonly registry: Registry;
  readonly rate: RulesFile['rate'];
  readonly cite: (basis: readonly Citation[]) => readonly string[];
}

export interface Lookup {
  readonly unit: (id: string) => number;
  readonly area: (code: string) => number;
  readonly task: (id: string) => number;
  readonly row: (judgement: Judgement) => number;
}

/** Each number less the one before; the first as it is. */
export const differences = (numbers: readonly number[]): readonly number[] =>
  numbers.map((n, i) => n - (i === 0 ? 0 : (numbers[i - 1] as number)));

/** The same through lists of lists, as if they were one. */
function runningDifferences(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let last = 0;
  return lists.map((list) =>
    list.map((n) => {
      const step = n - last;
      last = n;
      return step;
    }),
  );
}

const indices = (statuses: readonly Status[]): readonly number[] => statuses.map((s) => STATUSES.indexOf(s));

/** Sets of statuses that the tables count: each status, the columns of the report's Table 1, and those of the rate. */
export function statusSets({ done, leftOut }: RulesFile['rate']): Facts['sets'] {
  const of = STATUSES.filter((s) => !leftOut.includes(s));
  return {
    all: indices(STATUSES),
    ...Object.fromEntries(STATUSES.map((s) => [s, indices([s])])),
    ...Object.fromEntries(AREA_COLUMNS.map((c) => [`c-${c.key}`, indices(c.statuses)])),
    done: indices(done),
    of: indices(of),
    'left-out': indices(leftOut),
  };
}

/** "Kết quả: …. Minh chứng: …": what the fact says besides that it happened. */
function eventText({ fact }: TaskEvent): string {
  const parts: readonly (readonly [string, string | null])[] = [
    ['Nội dung', fact.note],
    ['Văn bản, minh chứng', fact.evidence.length > 0 ? fact.evidence.map(inSentence).join('; ') : null],
    ['Hạn mới', fact.due ? formatDate(fact.due) : null],
    ['Căn cứ', fact.basis],
    ['Lý do', fact.reason],
    ['Giải pháp', fact.remedy],
  ];
  return parts.flatMap(([label, text]) => (text ? [`${label}: ${shortened(inSentence(text))}.`] : [])).join(' ');
}

type TaskFacts = Pick<Facts, 'units' | 'rules' | 'rate' | 'tasks' | 'parts' | 'rows' | 'events'>;

/** Tasks, judgements, rules and events; what the other facts and the tables need to point at them. */
export function taskFacts(input: FactsInput, texts: TextPool): { readonly facts: TaskFacts; readonly at: Lookup } {
  const { evaluation, registry, cite } = input;
  const { judgements, tasks, plan } = evaluation;
  const units = poolOf<string>();
  const unit = (id: string): number => units.of(id, () => shortName(id, registry));
  const rules = poolOf<RuleFact>();
  const rule = (r: { id: string; reason: string; basis: readonly Citation[] }): number =>
    rules.of(r.id, () => ({ id: r.id, reason: r.reason, basis: cite(r.basis) }));
  const area = (code: string): number => plan.areas.findIndex((a) => a.code === code);
  const taskIndex = new Map(tasks.map((t, index) => [t.task.id, index]));
  const task = (id: string): number => taskIndex.get(id) as number;
  const parts = poolOf<Facts['parts'][number]>();
  const part = (p: DuePart): number =>
    parts.of(`${p.task.id}/${p.no}`, () => [task(p.task.id), partTitle(p), inSentence(p.due.text)]);
  const events = poolOf<TaskEvent>();
  const rowIndex = new Map(judgements.map((j, index) => [j, index]));
  const rows = {
    part: judgements.map((j) => part(j.obligation.part)),
    unit: judgements.map((j) => unit(j.obligation.unit)),
    status: judgements.map((j) => STATUSES.indexOf(j.status)),
    rule: judgements.map((j) => rule(j.rule)),
    due: judgements.map((j) => texts.of(j.due && formatDate(j.due))),
    done: judgements.map((j) => texts.of(j.completedOn && formatDate(j.completedOn))),
    late: judgements.map((j) => j.daysLate ?? 0),
    reported: judgements.map((j) => Number(j.reported)),
    events: runningDifferences(judgements.map((j) => j.events.map((e) => events.of(e.id, () => e)))),
  };
  const facts: TaskFacts = {
    units: units.list,
    rules: rules.list,
    rate: rules.of('TL-01', () => ({ id: 'TL-01', reason: input.rate.reason, basis: cite(input.rate.basis) })),
    tasks: tasks.map((t) => [
      `${t.task.id}: ${inSentence(t.task.title)}`,
      area(t.task.area),
      STATUSES.indexOf(t.status),
      rule(t.rule),
    ]),
    parts: parts.list,
    rows,
    events: eventColumns(events.list, texts),
  };
  return { facts, at: { unit, area, task, row: (j) => rowIndex.get(j) as number } };
}

function eventColumns(events: readonly TaskEvent[], texts: TextPool): Facts['events'] {
  return {
    seq: differences(events.map((e) => e.seq)),
    word: events.map((e) => texts.of(EVENT_WORDS[e.fact.event] ?? e.fact.event)),
    on: events.map((e) => texts.of(formatDate(e.fact.occurredOn))),
    told: events.map((e) => texts.of(formatDate(localDay(e.recordedAt)))),
    text: events.map((e) => texts.of(eventText(e))),
    sample: events.map((e) => Number(e.sample)),
  };
}

export const statusLabels = (): readonly string[] => STATUSES.map((s) => STATUS_LABELS[s]);
