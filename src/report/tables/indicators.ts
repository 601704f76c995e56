/** Annex of statistics, and the plan's targets with what was reached. */

import { inForce } from '../../calendar/range';
import type { FigureResult } from '../../figures/figures';
import { answerersOf } from '../../figures/indicators';
import type { Indicator, IndicatorsFile } from '../../figures/schema';
import { formatInteger } from '../../i18n/format';
import { comparatorText, METS } from '../../i18n/measures';
import type { Row, Table } from '../document';
import { upperFirst } from '../../i18n/words';
import type { ViewInput } from '../view';
import { figureCell, figureText, inSentence } from '../wording';

function figureRow(indicator: Indicator, figure: FigureResult, city: boolean): Row {
  const text = figureCell(figure, indicator);
  const base =
    city && figure.of > 1 ? `${formatInteger(figure.reported)}/${formatInteger(figure.of)} đơn vị đã báo cáo` : '';
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
      { text: base },
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
  const rows = indicators.groups.flatMap((group) => {
    const within = standing.filter((i) => i.code === group.code || i.code.startsWith(`${group.code}.`));
    if (within.length === 0) return [];
    const heading: Row = { kind: 'group', cells: [{ text: group.code }, { text: group.title, span: 4 }] };
    const direct = within.filter((i) => nearestGroup(i.code, indicators) === group.code);
    return [heading, ...direct.map((i) => figureRow(i, evaluation.indicators.get(i.code) as FigureResult, city))];
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

function nearestGroup(code: string, { groups }: IndicatorsFile): string | undefined {
  const holds = groups.filter((g) => code === g.code || code.startsWith(`${g.code}.`));
  return holds.reduce<string | undefined>(
    (best, g) => (best === undefined || g.code.length > best.length ? g.code : best),
    undefined,
  );
}

/** Annex of targets; empty (and so left out) while nothing has been reported for any of them. */
export function targetTable(input: ViewInput): Table {
  const reported = input.evaluation.targets.filter((t) => t.figure.answer !== 'missing');
  const rows = reported.map(({ target, measure, figure, met }): Row => {
    const shape = { unit: measure.unit ?? '', type: measure.unit === '%' ? ('ratio' as const) : ('count' as const) };
    return {
      kind: 'data',
      cells: [
        { text: measure.code },
        { text: inSentence(target.text) },
        { text: comparatorText(measure) },
        {
          text: upperFirst(figureText(figure, shape)),
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
