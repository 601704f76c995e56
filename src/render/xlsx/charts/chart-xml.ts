/**
 * A native chart as DrawingML: bars, stacked bars, or columns with a line, over ranges of the workbook, with the values
 * that stand there kept beside each range, so that a viewer that does not calculate draws it too.
 */

import { OFFICE_RELATIONS } from '../../../office-file/relationships';
import type { ChartRange, ChartSeries, SheetChart } from '../../../report/workbook';
import { cleanText } from '../../../lib/text';
import { escapeXml, finite } from '../cell-text';
import { storedDate } from '../sheet-data';
import type { SheetDirectory } from '../sheet-names';
import type { WorkbookStyles } from '../workbook-styles';

const CHART_NS = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const MAIN_NS = 'http://schemas.openxmlformats.org/drawingml/2006/main';

interface Look {
  readonly styles: WorkbookStyles;
  readonly directory: SheetDirectory;
}

const FORMATS = { integer: '#,##0', percent: '0%' } as const;
/** Labels on the bars: what is 0 has none. */
const LABEL_FORMATS = { integer: '#,##0;;', percent: '0.00%' } as const;
const DAY = 'dd/mm';

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

/** Character properties: size in hundredths of a point, the workbook's own font. */
function characters(tag: string, size: number, colour: string, { font }: WorkbookStyles, bold = false): string {
  const face = `<a:latin typeface="${escapeXml(font)}"/><a:cs typeface="${escapeXml(font)}"/>`;
  return `<a:${tag} lang="vi-VN" sz="${Math.round(size * 100)}" b="${Number(bold)}">${solid(colour)}${face}</a:${tag}>`;
}

function textProperties(size: number, colour: string, styles: WorkbookStyles): string {
  const body = '<a:bodyPr/><a:lstStyle/>';
  return `<c:txPr>${body}<a:p><a:pPr>${characters('defRPr', size, colour, styles)}</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;
}

function titleXml(title: string, styles: WorkbookStyles): string {
  const { titleSize, textColor } = styles.charts;
  const run = `<a:r>${characters('rPr', titleSize, textColor, styles, true)}<a:t>${escapeXml(cleanText(title))}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** A range with its cached points; an empty cell has none. */
function cached({ ref, values, dates }: ChartRange, format: string | null, { directory }: Look): string {
  const formula = `<c:f>${escapeXml(directory.rewrite(ref))}</c:f>`;
  const stored = values.map((v) => (dates && typeof v === 'string' ? storedDate(v) : v));
  const points = stored.flatMap((v, i) => {
    if (v === null) return [];
    const text = typeof v === 'number' ? String(finite(v)) : escapeXml(cleanText(String(v)));
    return [`<c:pt idx="${i}"><c:v>${text}</c:v></c:pt>`];
  });
  const count = `<c:ptCount val="${values.length}"/>`;
  if (format === null) return `<c:strRef>${formula}<c:strCache>${count}${points.join('')}</c:strCache></c:strRef>`;
  const code = `<c:formatCode>${escapeXml(format)}</c:formatCode>`;
  return `<c:numRef>${formula}<c:numCache>${code}${count}${points.join('')}</c:numCache></c:numRef>`;
}

/** Black on light colours, white on dark ones. */
function inkOn(colour: string): string {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((i) => parseInt(colour.slice(i, i + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b < 140 ? 'FFFFFF' : '202020';
}

function labels(chart: SheetChart, colour: string, { styles }: Look): string {
  const inside = chart.kind === 'stacked-bars';
  const ink = inside ? inkOn(colour) : styles.charts.textColor;
  const place = inside ? 'ctr' : 'outEnd';
  const shown = ['ShowLegendKey', 'ShowVal', 'ShowCatName', 'ShowSerName', 'ShowPercent', 'ShowBubbleSize'];
  const flags = shown.map((f) => `<c:s${f.slice(1)} val="${f === 'ShowVal' ? 1 : 0}"/>`).join('');
  return (
    `<c:dLbls><c:numFmt formatCode="${escapeXml(LABEL_FORMATS[chart.format])}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` +
    `${textProperties(styles.charts.textSize, ink, styles)}<c:dLblPos val="${place}"/>${flags}</c:dLbls>`
  );
}

function seriesXml(chart: SheetChart, series: ChartSeries, index: number, look: Look): string {
  const colour = look.styles.charts.tones[series.tone];
  const start = `<c:idx val="${index}"/><c:order val="${index}"/><c:tx>${cached(series.name, null, look)}</c:tx>`;
  const category = `<c:cat>${cached(chart.categories, chart.categories.dates ? DAY : null, look)}</c:cat>`;
  const values = `<c:val>${cached(series.values, FORMATS[chart.format], look)}</c:val>`;
  if (series.line) {
    const line = `<c:spPr><a:ln w="28575" cap="rnd">${solid(colour)}<a:round/></a:ln></c:spPr>`;
    return `<c:ser>${start}${line}<c:marker><c:symbol val="none"/></c:marker>${category}${values}<c:smooth val="0"/></c:ser>`;
  }
  const fill = `<c:spPr>${solid(colour)}</c:spPr><c:invertIfNegative val="0"/>`;
  return `<c:ser>${start}${fill}${labels(chart, colour, look)}${category}${values}</c:ser>`;
}

const AXES = { category: 111_111_111, value: 222_222_222 } as const;
const AXIS_IDS = `<c:axId val="${AXES.category}"/><c:axId val="${AXES.value}"/>`;

function plots(chart: SheetChart, look: Look): string {
  const all = chart.series.map((s, i) => ({ s, xml: seriesXml(chart, s, i, look) }));
  const of = (line: boolean): string =>
    all
      .filter(({ s }) => (s.line === true) === line)
      .map(({ xml }) => xml)
      .join('');
  const stacked = chart.kind === 'stacked-bars';
  const direction = chart.kind === 'columns' ? 'col' : 'bar';
  const bars =
    `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>` +
    `${of(false)}<c:gapWidth val="50"/>${stacked ? '<c:overlap val="100"/>' : ''}${AXIS_IDS}</c:barChart>`;
  const lines = of(true);
  const line = `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines}<c:marker val="1"/>${AXIS_IDS}</c:lineChart>`;
  return lines === '' ? bars : bars + line;
}

function axes(chart: SheetChart, { styles }: Look): string {
  const { gridColor, textColor, textSize } = styles.charts;
  const upright = chart.kind === 'columns';
  const text = textProperties(textSize, textColor, styles);
  const line = `<c:spPr><a:ln w="9525">${solid(gridColor)}</a:ln></c:spPr>`;
  const ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>';
  const days = chart.categories.dates ? `<c:numFmt formatCode="${DAY}" sourceLinked="0"/>` : '';
  // Bars are read from the top: the first category first, the values' axis below them.
  const category =
    `<c:catAx><c:axId val="${AXES.category}"/><c:scaling><c:orientation val="${upright ? 'minMax' : 'maxMin'}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${upright ? 'b' : 'l'}"/>${days}${ticks}<c:tickLblPos val="low"/>${line}${text}` +
    `<c:crossAx val="${AXES.value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
  const most = chart.format === 'percent' ? '<c:max val="1"/><c:min val="0"/>' : '<c:min val="0"/>';
  const value =
    `<c:valAx><c:axId val="${AXES.value}"/><c:scaling><c:orientation val="minMax"/>${most}</c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${upright ? 'l' : 'b'}"/><c:majorGridlines>${line}</c:majorGridlines>` +
    `<c:numFmt formatCode="${FORMATS[chart.format]}" sourceLinked="0"/>${ticks}<c:tickLblPos val="nextTo"/>${line}${text}` +
    `<c:crossAx val="${AXES.category}"/><c:crosses val="${upright ? 'autoZero' : 'max'}"/><c:crossBetween val="between"/></c:valAx>`;
  return category + value;
}

/** The key of the colours; the title of plain bars says what they are. */
function legend(chart: SheetChart, { styles }: Look): string {
  if (chart.kind === 'bars' && chart.series.length < 2) return '';
  const { textSize, textColor } = styles.charts;
  return `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textProperties(textSize, textColor, styles)}</c:legend>`;
}

/** The part of one chart. */
export function chartXml(chart: SheetChart, styles: WorkbookStyles, directory: SheetDirectory): string {
  const look = { styles, directory };
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<c:chartSpace xmlns:c="${CHART_NS}" xmlns:a="${MAIN_NS}" xmlns:r="${OFFICE_RELATIONS}"><c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/>` +
    `<c:chart>${titleXml(chart.title, styles)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${plots(chart, look)}${axes(chart, look)}</c:plotArea>` +
    `${legend(chart, look)}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${solid('FFFFFF')}<a:ln w="9525">${solid(styles.charts.gridColor)}</a:ln></c:spPr></c:chartSpace>`
  );
}
