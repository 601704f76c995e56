/** How a task, a due date, a figure and a body are put into words; the same everywhere. */

import { localDay, localTime, type Instant } from '../calendar/instant';
import { formatDate, formatInteger, formatLongDate, formatNumber, formatPercent } from '../i18n/format';
import { ANSWER_LABELS } from '../i18n/measures';
import { lowerFirst, upperFirst } from '../i18n/words';
import { squeeze } from '../lib/text';
import type { FigureEvent, FigureResult } from '../figures/figures';
import type { Indicator } from '../figures/schema';
import type { Judgement, TaskEvent } from '../obligations/status';
import type { DuePart } from '../plan/parts';
import type { Registry } from '../units/registry';

/** A unit's words as it told them. */
export const verbatim = (text: string): string => text;

/** What `inSentence` would change: a province has hundreds of thousands of texts, and most hold none of it. */
const OUTSIDE_A_SENTENCE = /[^\S ]|\s\s|^[\s-]|[.;,:\s]$/;

/** The dash of a list; one before a digit may be a minus. */
const LIST_DASH = /(^|\n)[^\S\n]*-(?!\d)\s*/g;

/** A plan's text set into a sentence: one line, without its end mark and its list dashes. */
export function inSentence(text: string): string {
  if (!OUTSIDE_A_SENTENCE.test(text)) return text;
  const lines = text.replace(LIST_DASH, '$1').replace(/([.;,:])[^\S\n]*\n\s*/g, '$1 ');
  return squeeze(lines.replace(/\n/g, '; ')).replace(/[.;,:\s]+$/, '');
}

/**
 * The title with what tells this part from the others of its task: its own label or product, or, where one title is
 * given to several bodies ("Sở Nội vụ" and then "các sở, ban, ngành"), whose part it is.
 */
export function partTitle(part: DuePart): string {
  const { task, assignment } = part;
  const shared = task.assignments.length > 1 ? `phần của ${inSentence(assignment.leadText)}` : null;
  const label = part.label ?? assignment.product ?? shared;
  const title = inSentence(task.title);
  return label ? `${title} (${inSentence(label)})` : title;
}

/** The last day in the short form, else the plan's own words. */
export function dueText(judgement: Pick<Judgement, 'due' | 'obligation'>): string {
  return judgement.due ? formatDate(judgement.due) : inSentence(judgement.obligation.part.due.text);
}

/** What was done, for a list: the unit's words, else the day; documents in brackets. */
export function resultText(judgement: Judgement): string {
  const text = wordsAndDay(judgement, lowerFirst);
  const papers = evidenceOf(judgement);
  return papers.length > 0 ? `${text} (${papers.join('; ')})` : text;
}

/** The same for a table that has a column of its own for documents: a cell begins as the unit wrote it. */
export function resultWithoutEvidence(judgement: Judgement): string {
  return upperFirst(wordsAndDay(judgement, verbatim));
}

function wordsAndDay(judgement: Judgement, begun: (told: string) => string): string {
  const last = judgement.events.findLast(({ fact }) => fact.note !== null)?.fact.note;
  const done = judgement.completedOn
    ? `hoàn thành ${formatLongDate(judgement.completedOn)}`
    : judgement.status === 'period-done' && !last
      ? 'đã có kết quả trong kỳ'
      : '';
  const told = last ? begun(inSentence(last)) : '';
  return told !== '' && done !== '' ? `${told}, ${done}` : told || done;
}

/** Most rows of a province have no document: they share one empty list. */
const NO_TEXTS: readonly string[] = [];

export function evidenceOf(judgement: Judgement): readonly string[] {
  if (judgement.events.every(({ fact }) => fact.evidence.length === 0)) return NO_TEXTS;
  return [...new Set(judgement.events.flatMap(({ fact }) => fact.evidence.map(inSentence)))];
}

/** "Gia hạn đến 31/12/2027 theo Công văn số …", "Dừng thực hiện theo Công văn số …": by which document, in its words. */
function decisionText({ fact }: TaskEvent, written: (text: string) => string): string {
  const what = fact.event === 'extended' && fact.due ? `Gia hạn đến ${formatDate(fact.due)}` : 'Dừng thực hiện';
  return fact.basis ? `${what} theo ${written(fact.basis)}` : what;
}

/** What gave more time or stopped the work, each document once, set into a sentence unless wanted `verbatim`. */
export function decisionsOf(
  { decisions }: Pick<Judgement, 'decisions'>,
  written: (text: string) => string = inSentence,
): readonly string[] {
  return decisions.length === 0 ? NO_TEXTS : [...new Set(decisions.map((event) => decisionText(event, written)))];
}

/** For the column of documents: what shows the result, then what changed the task. */
export function papersOf(judgement: Judgement): readonly string[] {
  const decisions = decisionsOf(judgement);
  return decisions.length === 0 ? evidenceOf(judgement) : [...evidenceOf(judgement), ...decisions];
}

/** The last reason and remedy that the unit gave, set into a sentence unless they are wanted `verbatim`. */
export function reasonOf(
  judgement: Judgement,
  written: (text: string) => string = inSentence,
): { readonly reason: string | null; readonly remedy: string | null } {
  const last = (key: 'reason' | 'remedy'): string | null => {
    const found = judgement.events.findLast(({ fact }) => fact[key] !== null)?.fact[key];
    return found ? written(found) : null;
  };
  return { reason: last('reason'), remedy: last('remedy') };
}

/** A figure as a report prints it, with its unit: "98,63% (16.051/16.274 hồ sơ)", "12 văn bản", "không phát sinh". */
export function figureText(
  figure: FigureResult,
  indicator: Pick<Indicator, 'unit' | 'type' | 'options' | 'denominator'>,
): string {
  if (figure.answer === 'nothing-arose') return 'không phát sinh';
  if (figure.answer === 'not-applicable') return 'không áp dụng';
  if (figure.answer === 'missing' || figure.value === null) return 'chưa có số liệu';
  const option = indicator.options?.find((o) => o.value === figure.value);
  if (option) return option.label;
  if (indicator.type === 'ratio') return ratioText(figure, indicator.denominator?.unit);
  return indicator.unit === '-' ? formatNumber(figure.value) : `${formatNumber(figure.value)} ${indicator.unit}`;
}

function ratioText(figure: FigureResult, unit: string | undefined): string {
  const percent = formatPercent(figure.value as number);
  if (figure.numerator === null || figure.denominator === null) return percent;
  return `${percent} (${formatNumber(figure.numerator)}/${formatNumber(figure.denominator)}${unit ? ` ${unit}` : ''})`;
}

/** What one body told: "195/200", "Kết hợp", "không phát sinh"; a percentage without its parts says that it adds to nothing. */
export function toldText({ fact }: FigureEvent, { type, options }: Pick<Indicator, 'type' | 'options'>): string {
  if (fact.answer !== 'value') return ANSWER_LABELS[fact.answer];
  if (fact.numerator !== null && fact.denominator !== null)
    return `${formatNumber(fact.numerator)}/${formatNumber(fact.denominator)}`;
  if (fact.value === null) return '';
  const option = options?.find((o) => o.value === fact.value);
  if (option) return option.label;
  return type === 'ratio' ? `${formatPercent(fact.value)}, ${BARE}` : formatNumber(fact.value);
}

const BARE = 'không có tử số, mẫu số nên không cộng được';

/** The bare figure for a table whose unit stands in a column of its own. */
export function figureCell(
  figure: FigureResult,
  indicator: Pick<Indicator, 'unit' | 'type' | 'options' | 'denominator'>,
): string {
  if (figure.answer !== 'value' || figure.value === null || indicator.type === 'ratio')
    return figureText(figure, indicator);
  return indicator.options?.find((o) => o.value === figure.value)?.label ?? formatNumber(figure.value);
}

/** "Sở Nội vụ, Sở Tư pháp và 3 đơn vị khác". */
export function unitNames(ids: readonly string[], registry: Registry, most: number): string {
  const names = ids.map((id) => shortName(id, registry));
  if (names.length <= most)
    return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} và ${names[names.length - 1]}`;
  return `${names.slice(0, most).join(', ')} và ${formatInteger(names.length - most)} cơ quan, đơn vị khác`;
}

/** "UBND phường Ba Đình": the customary short form inside lists and tables. */
export function shortName(id: string, registry: Registry): string {
  const unit = registry.unit(id);
  return inBrief(unit?.name ?? registry.group(id)?.name ?? id);
}

/** The customary abbreviation at the head of a name. */
export const inBrief = (name: string): string => name.replace(/^Ủy ban nhân dân/, 'UBND');

/** When the last fact was recorded: "08:00 ngày 15/06/2026". */
export const recordedText = (last: Instant): string => `${localTime(last)} ngày ${formatDate(localDay(last))}`;
