/**
 * What a unit answered of its figures. Nought, a blank, "không phát sinh" and "không áp dụng" are four answers: the
 * first and the last two are told, a blank is nothing told.
 */

import { error, warning, type Place } from '../../lib/diagnostic';
import { fold } from '../../lib/text';
import { amountIn, shownContent, textIn, type AmountIn, type Faults } from './cell-values';
import { NO_FIGURE, type FigureColumn } from './columns';
import type { FigureItem, FormModel } from './model';
import type { AskedCell, ReturnedForm } from './returned';

export interface FigureAnswer {
  readonly item: FigureItem;
  readonly answer: 'value' | keyof typeof NO_FIGURE;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly note: string | null;
  readonly where: Place;
}

type Cells = Readonly<Record<FigureColumn, AskedCell>>;

const WORDS: Readonly<Record<string, keyof typeof NO_FIGURE>> = {
  'khong phat sinh': 'nothing-arose',
  'khong co phat sinh': 'nothing-arose',
  kps: 'nothing-arose',
  'khong ap dung': 'not-applicable',
  kad: 'not-applicable',
  'n/a': 'not-applicable',
};

/** "Không phát sinh" and the like, wherever in the row they were typed. */
function noFigureIn({ cell }: AskedCell): keyof typeof NO_FIGURE | undefined {
  return typeof cell?.value === 'string' && cell.kind === 'text'
    ? WORDS[fold(cell.value).replace(/\.$/, '')]
    : undefined;
}

export function figureAnswers(form: ReturnedForm, model: FormModel, faults: Faults): readonly FigureAnswer[] {
  return model.figures
    .filter((item) => item.kind !== 'derived')
    .flatMap((item) => {
      const row = form.rows.figures.get(item.code);
      return row ? (figureAnswer(item, row.cells, faults) ?? []) : [];
    });
}

const BLANK = { value: null, numerator: null, denominator: null };

function figureAnswer(item: FigureItem, cells: Cells, faults: Faults): FigureAnswer | undefined {
  const note = textIn(cells.note, faults) || null;
  const inputs = [cells.numerator, cells.denominator, cells.value];
  const typedAnswer = answerIn(cells.answer, faults);
  const words = inputs.map(noFigureIn).filter((w) => w !== undefined);
  const answer = typedAnswer ?? words[0];
  const where = (inputs.find((c) => c.cell !== undefined) ?? cells[item.parts ? 'numerator' : 'value']).where;
  const base = { item, note };
  if (answer !== undefined) {
    const clash = inputs.find((c) => c.cell !== undefined && noFigureIn(c) !== answer);
    if (clash) faults.push(error('BC2231', clash.where, { code: item.code, answer: NO_FIGURE[answer] }));
    return { ...base, ...BLANK, answer, where: cells.answer.cell ? cells.answer.where : where };
  }
  const numbers = item.parts ? ratioOf(item, cells, faults) : singleOf(item, cells, faults);
  if (numbers === undefined) {
    if (note !== null && inputs.every((c) => c.cell === undefined))
      faults.push(warning('BC2247', cells.note.where, { code: item.code }));
    return undefined;
  }
  return { ...base, ...BLANK, ...numbers, answer: 'value', where };
}

function answerIn(asked: AskedCell, faults: Faults): keyof typeof NO_FIGURE | undefined {
  const text = textIn(asked, faults);
  if (text === '') return undefined;
  const answer = WORDS[fold(text).replace(/\.$/, '')];
  if (answer === undefined)
    faults.push(
      error('BC2242', asked.where, { shown: shownContent(asked), choices: Object.values(NO_FIGURE).join('; ') }),
    );
  return answer;
}

type Numbers = Partial<Pick<FigureAnswer, 'value' | 'numerator' | 'denominator'>>;

function ratioOf(item: FigureItem, cells: Cells, faults: Faults): Numbers | undefined {
  const before = faults.length;
  const parts = [cells.numerator, cells.denominator].map((cell) => amountIn(cell, '', faults));
  const share = amountIn(cells.value, '%', faults);
  const [top, bottom] = parts as [AmountIn | null, AmountIn | null];
  if (faults.length > before) return undefined;
  for (const [i, part] of parts.entries())
    if (part?.percent)
      faults.push(error('BC2236', (i === 0 ? cells.numerator : cells.denominator).where, { code: item.code }));
  if (top === null && bottom === null) return share === null ? undefined : bareShare(item, share, cells, faults);
  if (top === null || bottom === null) {
    const where = (top === null ? cells.numerator : cells.denominator).where;
    faults.push(error('BC2229', where, { code: item.code, missing: top === null ? 'tử số' : 'mẫu số' }));
    return undefined;
  }
  if (share !== null && (bottom.value === 0 || Math.abs((top.value / bottom.value) * 100 - share.value) > 0.05))
    faults.push(error('BC2233', cells.value.where, { code: item.code }));
  return { numerator: top.value, denominator: bottom.value };
}

/** A percentage without its parts can be shown for the unit, never added up. */
function bareShare(item: FigureItem, share: AmountIn, cells: Cells, faults: Faults): Numbers {
  if (item.kind === 'ratio') faults.push(warning('BC2248', cells.value.where, { code: item.code }));
  return { value: share.value };
}

function singleOf(item: FigureItem, cells: Cells, faults: Faults): Numbers | undefined {
  for (const shut of [cells.numerator, cells.denominator])
    if (shut.cell !== undefined) faults.push(error('BC2233', shut.where, { code: item.code }));
  if (item.kind === 'choice') return choiceOf(item, cells.value, faults);
  const read = amountIn(cells.value, item.unit, faults);
  if (read === null) return undefined;
  if (read.percent && item.unit !== '%')
    faults.push(error('BC2226', cells.value.where, { shown: shownContent(cells.value) }));
  else if (item.whole && !Number.isInteger(read.value))
    faults.push(warning('BC2228', cells.value.where, { code: item.code, shown: shownContent(cells.value) }));
  return { value: read.value };
}

function choiceOf(item: FigureItem, asked: AskedCell, faults: Faults): Numbers | undefined {
  if (asked.cell === undefined) return undefined;
  const typed = fold(textIn(asked, faults));
  if (typed === '') return undefined;
  const option =
    item.options.find((o) => fold(o.label) === typed) ?? item.options.find((o) => String(o.value) === typed);
  if (option) return { value: option.value };
  const choices = item.options.map((o) => o.label).join('; ');
  faults.push(error('BC2232', asked.where, { code: item.code, shown: shownContent(asked), choices }));
  return undefined;
}
