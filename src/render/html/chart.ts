/**
 * A chart as inline SVG, drawn by ECharts without a browser. The library numbers its ids and classes through the whole
 * process and adds what only its own script in a page would use: both are taken out, so that one chart is the same
 * bytes wherever and whenever it is drawn. Colours are variables of the page's style sheet, patterns tell the series
 * apart where colours do not, and the figures stand in words in the description.
 */

import { formatInteger } from '../../i18n/format';
import { chartText, type Chart } from '../../report/chart';
import { attributes, escapeHtml } from './markup';

type Library = typeof import('echarts');
export type DrawChart = (chart: Chart) => string;

/** A chart under its title. */
export function figureHtml(chart: Chart, draw: DrawChart): string {
  return `<figure>\n<figcaption>${escapeHtml(chart.title)}</figcaption>\n${draw(chart)}</figure>\n`;
}

const WIDTH = 760;
const ROW = 46;
const COLUMNS_HEIGHT = 300;
const LEGEND_ROW = 22;
/** An estimate for the legend only: how wide a character and a mark are. */
const [LETTER, MARK] = [6.6, 46];

/** ECharts in one packaged file: loads in 0.15 s, where its hundreds of modules take 0.8 s. */
export async function openCharts(): Promise<DrawChart> {
  const library = await import('echarts');
  return (chart) => drawChart(library, chart);
}

function legendHeight({ series }: Chart): number {
  const width = series.reduce((sum, { label }) => sum + label.length * LETTER + MARK, 0);
  return series.length > 1 ? Math.ceil(width / (WIDTH - 40)) * LEGEND_ROW + 8 : 0;
}

function axes({ kind, categories }: Chart): object {
  const ink = { color: 'currentColor', fontSize: 13 };
  const quiet = { show: true, lineStyle: { color: 'var(--line)' } };
  const names = {
    type: 'category',
    data: categories,
    inverse: kind === 'bars',
    axisTick: { show: false },
    axisLine: { lineStyle: { color: 'var(--line)' } },
    axisLabel: {
      ...ink,
      interval: 0,
      overflow: 'break',
      width: kind === 'bars' ? 230 : (WIDTH - 70) / categories.length,
    },
  };
  const amounts = {
    type: 'value',
    minInterval: 1,
    splitLine: quiet,
    axisLabel: { ...ink, formatter: (value: number) => formatInteger(value) },
  };
  return kind === 'bars' ? { xAxis: amounts, yAxis: names } : { xAxis: names, yAxis: amounts };
}

/** A label wants a segment that holds it; the table beside the chart has every value. */
function smallestLabelled({ series, categories }: Chart): number {
  const totals = categories.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
  return Math.max(...totals, 0) * 0.05;
}

function seriesOf(chart: Chart): readonly object[] {
  const { series, kind } = chart;
  const least = smallestLabelled(chart);
  return series.map(({ label, values, place }, index) => ({
    name: label,
    type: 'bar',
    stack: 'all',
    data: values,
    barMaxWidth: kind === 'bars' ? 26 : 56,
    silent: true,
    emphasis: { disabled: true },
    itemStyle: { color: `var(--c${place ?? index})` },
    label: {
      show: true,
      color: 'var(--on)',
      fontSize: 12,
      textBorderWidth: 0,
      formatter: ({ value }: { value: number }) =>
        value > 0 && (kind === 'bars' || value >= least) ? formatInteger(value) : '',
    },
    labelLayout: { hideOverlap: true },
  }));
}

function optionOf(chart: Chart, legend: number): Record<string, unknown> {
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit', color: 'currentColor' },
    aria: { enabled: true, label: { enabled: false }, decal: { show: chart.series.length > 1 } },
    legend: { show: legend > 0, bottom: 0, selectedMode: false, textStyle: { color: 'currentColor', fontSize: 13 } },
    grid: { left: 12, right: 24, top: 10, bottom: legend + 8, outerBoundsMode: 'same' },
    ...axes(chart),
    series: seriesOf(chart),
  };
}

function drawChart({ init }: Library, chart: Chart): string {
  const legend = legendHeight(chart);
  const height = (chart.kind === 'bars' ? chart.categories.length * ROW + 40 : COLUMNS_HEIGHT) + legend;
  // What is not disposed keeps the process alive.
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    drawing.setOption(optionOf(chart, legend));
    return described(drawing.renderToSVGString(), chart, height);
  } finally {
    drawing.dispose();
  }
}

/** The drawing with a name and a description of its own, and without the library's traces. */
function described(svg: string, chart: Chart, height: number): string {
  const inner = svg
    .replace(/^<svg[^>]*>\s*/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style[^>]*>[\s\S]*?<\/style>\s*/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events|xml:space)="[^"]*"/g, '')
    .replace(/\bzr\d+-([a-z]+)(\d+)\b/g, `${chart.id}-$1$2`)
    .replace(/<(\/?)(\w+)\s*>\s*/g, '<$1$2>');
  const [title, text] = [`${chart.id}-ten`, `${chart.id}-loi`];
  const head = attributes({
    role: 'img',
    viewbox: `0 0 ${WIDTH} ${height}`,
    'aria-labelledby': `${title} ${text}`,
  }).replace('viewbox', 'viewBox');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg"${head}>\n<title${attributes({ id: title })}>${escapeHtml(chart.title)}</title>\n` +
    `<desc${attributes({ id: text })}>${escapeHtml(chartText(chart, formatInteger))}</desc>\n${inner}</svg>\n`
  );
}
