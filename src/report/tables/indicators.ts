/** Annex of statistics, and the plan's targets with what was reached. */

import { inForce } from '../../calendar/range';
import type { FigureResult } from '../../figures/figures';
import { answerersOf } from '../../figures/indicators';
import type { Indicator, IndicatorsFile } from '../../figures/schema';
import { formatInteger } from '../../i18n/format';
import { METS } from '../../i18n/measures';
import type { Row, Table } from '../document';
import { upperFirst } from '../../i18n/words';
import { levelText, reachedText } from '../targets';
import type { ViewInput } from '../view';
import { wholeNote } from '../whole';
import { figureCell, inSentence } from '../wording';

function figureRow(indicator: Indicator, figure: FigureResult, input: ViewInput): Row {
  const text = figureCell(figure, indicator);
  const city = input.evaluation.unit === null;
  const base =
    city && figure.of > 1 ? `${formatInteger(figure.reported)}/${formatInteger(figure.of)} đơn vị đã báo cáo` : '';
  const note = [base, wholeNote(indicator, figure, input)].filter((t) => t !== '').join('; ');
  return {
    kind: 'data',
    cells: [
      { text: indicator.code },
      { text: indicator.label },
      { text: indicator.unit === '-' ? '' : indicator.unit },
      {
        text: upperFirst(text),
        value: figure.value ?? undefined,
        figure: `indicator/${indicator.code}`,
      },
      { text: upperFirst(note) },
    ],
  };
}

/** Annex of statistics: all indicators in force for a city; for a unit those that it answers. */
export function indicatorTable(input: ViewInput): Table {
  const { evaluation, registry, indicators } = input;
  const on = evaluation.period.window.to;
  const city = evaluation.unit === null;
  const own = (i: Indicator): boolean => city || answerersOf(i, indicators, registry, on).includes(evaluation.unit);
  const standing = indicators.indicators.filter((i) => inForce(i, on) && evaluation.indicators.has(i.code) && own(i));
  const opened = new Set<string>();
  const rows = standing.flatMap((indicator) => {
    const fresh = groupsAbove(indicator.code, indicators).filter(({ code }) => !opened.has(code));
    for (const { code } of fresh) opened.add(code);
    const headings = fresh.map(({ code, title }): Row => ({
      kind: 'group',
      cells: [{ text: code }, { text: title, span: 4 }],
    }));
    return [...headings, figureRow(indicator, evaluation.indicators.get(indicator.code) as FigureResult, input)];
  });
  return {
    id: 'indicators',
    caption: null,
    columns: [
      { key: 'code', title: 'Mã', weight: 9, align: 'left' },
      { key: 'label', title: 'Chỉ tiêu thống kê', weight: 43, align: 'left' },
      { key: 'unit', title: 'Đơn vị tính', weight: 12, align: 'center' },
      { key: 'value', title: 'Kết quả', weight: 18, align: 'right' },
      { key: 'note', title: 'Ghi chú', weight: 18, align: 'left' },
    ],
    rows,
    numberColumns: true,
  };
}

/** Groups that hold the code, the widest first: each stands as a heading over the first indicator in it. */
function groupsAbove(code: string, { groups }: IndicatorsFile): IndicatorsFile['groups'] {
  return groups
    .filter((g) => code === g.code || code.startsWith(`${g.code}.`))
    .sort((a, b) => a.code.length - b.code.length);
}

/** Annex of targets; empty (and so left out) while nothing has been reported for any of them. */
export function targetTable(input: ViewInput): Table {
  const reported = input.evaluation.targets.filter((t) => t.figure.answer !== 'missing');
  const rows = reported.map((result): Row => {
    const { target, measure, figure, met } = result;
    return {
      kind: 'data',
      cells: [
        { text: measure.code },
        { text: inSentence(target.text) },
        { text: levelText(result) },
        {
          text: upperFirst(reachedText(result)),
          value: figure.value ?? undefined,
          figure: `target/${measure.code}`,
        },
        { text: METS[String(met) as keyof typeof METS] },
      ],
    };
  });
  return {
    id: 'targets',
    caption: null,
    columns: [
      { key: 'code', title: 'Mã', weight: 8, align: 'left' },
      { key: 'target', title: 'Chỉ tiêu trong kế hoạch', weight: 45, align: 'left' },
      { key: 'goal', title: 'Mức phải đạt', weight: 16, align: 'left' },
      { key: 'value', title: 'Kết quả', weight: 18, align: 'right' },
      { key: 'met', title: 'Đánh giá', weight: 13, align: 'center' },
    ],
    rows,
    numberColumns: true,
  };
}
