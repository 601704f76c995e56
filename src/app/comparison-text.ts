/** `compare` for a person: headline, areas, the units whose rank moved, indicators; why where nothing is compared. */

import type { Comparison, IndicatorChange, TallyChange } from '../figures/comparison';
import type { FigureValue } from '../figures/comparison/indicators';
import type { Rate } from '../figures/evaluation';
import type { IndicatorsFile } from '../figures/schema';
import { WHY_NOT_TEXTS } from '../i18n/comparison';
import { formatInteger, formatNumber, formatPercent } from '../i18n/format';
import { changeText } from '../report/comparisons';
import { figureText, shortName, unitNames } from '../report/wording';
import type { Registry } from '../units/registry';
import type { Comparisons } from './comparison';

const rateText = ({ done, of, percent }: Rate): string =>
  percent === null ? 'không phát sinh' : `${formatPercent(percent)} (${formatInteger(done)}/${formatInteger(of)})`;

/** "71,43% (20/28), trước 65,00% (13/20): tăng 6,43 điểm phần trăm" */
function tallyText({ now, then, points, whyNot }: TallyChange): string {
  const before = then ? `, trước ${rateText(then.rate)}` : '';
  const change = points !== null ? changeText(points) : whyNot ? `không so sánh: ${WHY_NOT_TEXTS[whyNot]}` : '';
  return `${rateText(now.rate)}${before}: ${change}`;
}

export function comparisonsText(
  { lastPeriod, lastYear }: Comparisons,
  registry: Registry,
  indicators: IndicatorsFile,
): string {
  const blocks = [lastPeriod, lastYear].flatMap((c) => (c ? [comparisonText(c, registry, indicators)] : []));
  return blocks.length > 0
    ? blocks.join('\n\n')
    : 'Kỳ này, hoặc kỳ trước và cùng kỳ năm trước, chưa có cơ quan, đơn vị nào báo cáo để so sánh.';
}

function comparisonText(c: Comparison, registry: Registry, indicators: IndicatorsFile): string {
  const what = c.against === 'last-year' ? 'cùng kỳ năm trước' : 'kỳ trước';
  const merged = c.origins.length > 1 ? ` (gộp ${unitNames(c.origins, registry, 5)})` : '';
  return [
    `${c.now.name} so với ${what}, ${c.then.name}${merged}`,
    `  Đã báo cáo: ${c.now.reported}/${c.now.expected} đơn vị, trước ${c.then.reported}/${c.then.expected}`,
    `  Nhiệm vụ: ${tallyText(c.byTask)}`,
    `  Phần việc: ${tallyText(c.byObligation)}`,
    ...c.areas.map((a) => `  Lĩnh vực ${a.area}: ${tallyText(a)}`),
    ...unitLines(c, registry),
    ...indicatorLines(c.indicators, indicators),
  ].join('\n');
}

function unitLines({ units }: Comparison, registry: Registry): readonly string[] {
  return units.map((u) => {
    const others = (u.rank?.sharedBy.length ?? 1) - 1;
    const tie = others > 0 ? ` (cùng ${formatInteger(others)} đơn vị khác)` : '';
    const place = u.rank && `hạng ${formatInteger(u.rank.place)}/${formatInteger(u.rank.of)} trong khối${tie}`;
    const rank = place ?? 'không xếp hạng';
    const up = u.movement?.up ?? 0;
    const moved = up === 0 ? '' : `, ${up > 0 ? 'lên' : 'xuống'} ${formatInteger(Math.abs(up))} bậc`;
    return `  ${shortName(u.unit, registry)}: ${rank}${moved}; ${tallyText(u)}`;
  });
}

/** Indicators that can be compared, and how many cannot. */
function indicatorLines(changes: readonly IndicatorChange[], file: IndicatorsFile): readonly string[] {
  const labels = new Map(file.indicators.map((i) => [i.code, i]));
  const lines = changes.flatMap((c) => {
    const indicator = labels.get(c.code);
    if (!indicator || c.whyNot !== null) return [];
    const partial = c.partial ? ' (chưa đủ đơn vị báo cáo)' : '';
    const told = (value: FigureValue): string => figureText({ code: c.code, events: [], ...value }, indicator);
    const before = c.then ? `, trước ${told(c.then)}` : '';
    const change = changeOf(c, indicator.type === 'ratio');
    return [`  ${c.code} ${indicator.label}: ${told(c.now)}${before}: ${change}${partial}`];
  });
  const left = changes.length - lines.length;
  return left > 0
    ? [...lines, `  ${formatInteger(left)} chỉ tiêu không so sánh được; lý do từng chỉ tiêu: --json`]
    : lines;
}

function changeOf({ basis, difference, sign }: IndicatorChange, ratio: boolean): string {
  if (difference === null) return sign === 0 ? 'như trước' : 'khác trước';
  if (ratio) return changeText(difference);
  if (difference === 0) return 'không thay đổi';
  const size = formatNumber(Math.abs(difference));
  if (basis === 'growth') return `${difference > 0 ? 'thêm' : 'giảm'} ${size}`;
  return `${difference > 0 ? 'tăng' : 'giảm'} ${size}`;
}
