/**
 * Native Word charts. `docx` makes each one in a document of its own, with the workbook that Word edits it in; the
 * drawing goes into our body, the parts into our package under names that count through the document. What the library
 * draws by lot (relationship ids) gets a fixed name, so a chart is the same bytes every time.
 */

import type { Chart } from '../../report/chart';
import { chartText } from '../../report/chart';
import { formatInteger } from '../../i18n/format';
import type { OfficialDocument } from '../../report/document';
import { canonicalPackage, partText, readPackage } from '../package/canonical';
import { textWidthOf, type StyleSheet } from './style-sheet';

/** `<w:drawing>` of each chart of a document. */
export type DrawingXml = ReadonlyMap<Chart, string>;

export interface DrawnChart {
  readonly chart: Chart;
  readonly drawing: string;
  readonly parts: ReadonlyMap<string, Uint8Array | string>;
  readonly relationship: string;
  readonly contentTypes: string;
}

const NS = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const BOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TWIPS_PER_PIXEL = 15;

/** Dark enough for white figures on them, and apart in black and white print by their lightness. */
const COLOURS = ['1B6E3C', '8A5A00', '2F6DA8', '5B6673', 'B3261E', '7B4A9E', '3F4A55'] as const;

/** Charts of the document in order; one that stands twice is drawn once. */
function chartsIn({ body, appendices }: OfficialDocument): readonly Chart[] {
  const blocks = [...body, ...appendices.flatMap((a) => a.blocks)];
  return [...new Set(blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])))];
}

/** Nothing is loaded for a document without charts. */
export async function drawCharts(
  document: OfficialDocument,
  styles: StyleSheet,
  /** Number of the first chart: a template may have some of its own. */
  first = 1,
): Promise<readonly DrawnChart[]> {
  const charts = chartsIn(document);
  return Promise.all(charts.map((chart, index) => drawChart(chart, index + first, styles)));
}

function heightOf({ kind, categories }: Chart): number {
  return kind === 'bars' ? 120 + categories.length * 40 : 330;
}

async function libraryPackage(chart: Chart, no: number, styles: StyleSheet): Promise<ReadonlyMap<string, Uint8Array>> {
  const [{ Document, Packer, Paragraph }, { ChartRun }] = await Promise.all([import('docx'), import('docx/charts')]);
  const font = (size: number, color = '000000') => ({ name: styles.font, size, color });
  const run = new ChartRun({
    type: chart.kind === 'bars' ? 'bar' : 'column',
    stacking: 'stacked',
    categories: chart.categories,
    series: chart.series.map(({ label, values, place }, i) => ({
      name: label,
      values,
      color: COLOURS[(place ?? i) % COLOURS.length] as string,
    })),
    font: { name: styles.font, color: '000000' },
    legend: chart.series.length > 1 ? { position: 'bottom', font: font(11) } : false,
    // The first category stands at the top, as in the table; its axis then takes the numbers with it.
    categoryAxis: { font: font(11), ...(chart.kind === 'bars' ? { reverseOrder: true } : {}) },
    valueAxis: { font: font(11), numberFormat: '#,##0', ...(chart.kind === 'bars' ? { visible: false } : {}) },
    // A zero needs no label.
    dataLabels: { value: true, position: 'center', numberFormat: '#,##0;;', font: font(10, 'FFFFFF') },
    chartArea: { fill: 'none', border: 'none' },
    transformation: { width: textWidthOf(styles.page.portrait) / TWIPS_PER_PIXEL, height: heightOf(chart) },
    altText: {
      id: String(no),
      name: `Biểu đồ ${no}`,
      title: chart.title,
      description: chartText(chart, formatInteger),
    },
  });
  const document = new Document({ sections: [{ children: [new Paragraph({ children: [run] })] }] });
  return readPackage(new Uint8Array(await Packer.toBuffer(document)));
}

async function drawChart(chart: Chart, no: number, styles: StyleSheet): Promise<DrawnChart> {
  const made = await libraryPackage(chart, no, styles);
  const drawing = /<w:drawing>.*<\/w:drawing>/s.exec(partText(made, 'word/document.xml') ?? '')?.[0];
  const part = partText(made, 'word/charts/chart1.xml');
  const book = made.get('word/embeddings/Microsoft_Excel_Worksheet1.xlsx');
  const rels = partText(made, 'word/charts/_rels/chart1.xml.rels');
  const drawn = /\bId="([^"]*)"/.exec(rels ?? '')?.[1];
  if (!drawing || !part || !book || !rels || !drawn) throw new Error('the library made no chart');
  const id = `bieuDo${no}`;
  return {
    chart,
    drawing: drawing
      .replace('<wp:inline ', `<wp:inline xmlns:wp="${NS}" `)
      .replace(/(<c:chart\b[^>]*\br:id=")[^"]*"/, `$1${id}"`)
      .replace(/(<wp:docPr\b[^>]*?\bid=")[^"]*"/, `$1${no}"`),
    parts: new Map<string, Uint8Array | string>([
      [
        `word/charts/chart${no}.xml`,
        part.replaceAll('"en-US"', `"${styles.language}"`).replaceAll(`"${drawn}"`, '"rId1"'),
      ],
      [
        `word/charts/_rels/chart${no}.xml.rels`,
        rels.replace(drawn, 'rId1').replace('Worksheet1.xlsx', `Worksheet${no}.xlsx`),
      ],
      [`word/embeddings/Microsoft_Excel_Worksheet${no}.xlsx`, canonicalPackage(readPackage(book))],
    ]),
    relationship: `<Relationship Id="${id}" Type="${RELATION}" Target="charts/chart${no}.xml"/>`,
    contentTypes:
      `<Override ContentType="${CHART_TYPE}" PartName="/word/charts/chart${no}.xml"/>` +
      `<Override ContentType="${BOOK_TYPE}" PartName="/word/embeddings/Microsoft_Excel_Worksheet${no}.xlsx"/>`,
  };
}

/** The parts of the shell with the charts' own among them. */
export function withCharts(
  shell: ReadonlyMap<string, Uint8Array | string>,
  charts: readonly DrawnChart[],
  relationships = 'word/_rels/document.xml.rels',
): Map<string, Uint8Array | string> {
  const parts = new Map(shell);
  if (charts.length === 0) return parts;
  const append = (name: string, end: string, xml: string): void => {
    const text = partText(parts, name);
    if (!text?.includes(end)) throw new Error(`no ${end} in ${name}`);
    parts.set(
      name,
      text.replace(end, () => `${xml}${end}`),
    );
  };
  for (const chart of charts) for (const [name, content] of chart.parts) parts.set(name, content);
  append(relationships, '</Relationships>', charts.map((c) => c.relationship).join(''));
  append('[Content_Types].xml', '</Types>', charts.map((c) => c.contentTypes).join(''));
  return parts;
}
