/**
 * Charts of a workbook as parts of its package: one drawing a sheet, one part a chart, and the relationships between
 * them, numbered in the order of the sheets. exceljs has no charts; LibreOffice and Excel open these.
 */

import type { Sheet, SheetChart, Workbook } from '../../../report/workbook';
import { cleanText } from '../../../lib/text';
import { escapeXml } from '../cell-text';
import { OFFICE_RELATIONS, PACKAGE_RELATIONS, relsName, XML_HEAD } from '../../../office-file/relationships';
import type { Layout } from '../layout';
import type { Part } from '../package-patch';
import type { SheetDirectory } from '../sheet-names';
import type { WorkbookStyles } from '../workbook-styles';
import { chartXml } from './chart-xml';

const DRAWING_NS = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const MAIN_NS = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART_NS = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const RELATION = 'rId1';

const EMU_PER_POINT = 12_700;
const EMU_PER_MM = 36_000;
const POINTS_PER_MM = 72 / 25.4;
const DEFAULT_HEIGHT = 15;

export interface ChartParts {
  readonly parts: readonly Part[];
  /** The relationship of a sheet to its drawing; null for a sheet without charts. */
  readonly drawingOf: (sheet: number) => string | null;
}

const relations = (items: readonly { readonly id: string; readonly type: string; readonly target: string }[]): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}">${items
    .map((r) => `<Relationship Id="${r.id}" Type="${OFFICE_RELATIONS}/${r.type}" Target="${r.target}"/>`)
    .join('')}</Relationships>`;

/** Millimetres that a chart is high: as many rows as it asks for; one with a bar a line grows with its bars. */
export function chartHeight(chart: SheetChart, { charts }: WorkbookStyles): number {
  const bars = chart.kind === 'bars' ? chart.categories.values.length * charts.barHeight + charts.barHeight * 4 : 0;
  const asked = ((chart.rows ?? 0) * DEFAULT_HEIGHT) / POINTS_PER_MM;
  return Math.max(charts.height, bars, asked);
}

/** The row and the points below its top edge that lie `points` below the top of the sheet. */
function rowAt(points: number, layout: Layout): { readonly row: number; readonly rest: number } {
  let [row, rest] = [0, points];
  for (;;) {
    const cells = layout.rows.at(row);
    const height = (cells && layout.heightOf(cells)) ?? DEFAULT_HEIGHT;
    if (rest < height) return { row, rest };
    rest -= height;
    row += 1;
  }
}

function topOf(row: number, layout: Layout): number {
  let points = 0;
  for (let i = 0; i < row - 1; i += 1) {
    const cells = layout.rows.at(i);
    points += (cells && layout.heightOf(cells)) ?? DEFAULT_HEIGHT;
  }
  return points;
}

function anchor(chart: SheetChart, top: number, no: number, layout: Layout, styles: WorkbookStyles): string {
  const { row, rest } = rowAt(top, layout);
  const size = `cx="${styles.charts.width * EMU_PER_MM}" cy="${Math.round(chartHeight(chart, styles) * EMU_PER_MM)}"`;
  const place =
    `<xdr:from><xdr:col>${layout.widths.length + 1}</xdr:col><xdr:colOff>0</xdr:colOff>` +
    `<xdr:row>${row}</xdr:row><xdr:rowOff>${Math.round(rest * EMU_PER_POINT)}</xdr:rowOff></xdr:from><xdr:ext ${size}/>`;
  const words = `name="${escapeXml(`Biểu đồ ${no}`)}" descr="${escapeXml(cleanText(chart.alt))}" title="${escapeXml(cleanText(chart.title))}"`;
  return (
    `<xdr:oneCellAnchor>${place}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${no + 1}" ${words}/>` +
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART_NS}"><c:chart xmlns:c="${CHART_NS}" xmlns:r="${OFFICE_RELATIONS}" r:id="rId${no}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>'
  );
}

/** The drawing of a sheet: its charts below one another, none over the one before it. */
function drawingXml(sheet: Sheet, layout: Layout, styles: WorkbookStyles): string {
  let free = 0;
  const anchors = (sheet.charts ?? []).map((chart, i) => {
    const top = Math.max(free, topOf(chart.row, layout));
    free = top + (chartHeight(chart, styles) + styles.charts.gap) * POINTS_PER_MM;
    return anchor(chart, top, i + 1, layout, styles);
  });
  return `${XML_HEAD}<xdr:wsDr xmlns:xdr="${DRAWING_NS}" xmlns:a="${MAIN_NS}">${anchors.join('')}</xdr:wsDr>`;
}

/** All parts of all charts. */
export function chartParts(
  workbook: Workbook,
  layouts: readonly Layout[],
  directory: SheetDirectory,
  styles: WorkbookStyles,
): ChartParts {
  const parts: Part[] = [];
  const drawn = new Set<number>();
  let charts = 0;
  workbook.sheets.forEach((sheet, i) => {
    const own = sheet.charts ?? [];
    if (own.length === 0) return;
    drawn.add(i);
    const drawing = drawn.size;
    const add = (name: string, content: string, type: string | null): unknown => parts.push({ name, content, type });
    const target = `../drawings/drawing${drawing}.xml`;
    add(relsName(`xl/worksheets/sheet${i + 1}.xml`), relations([{ id: RELATION, type: 'drawing', target }]), null);
    add(`xl/drawings/drawing${drawing}.xml`, drawingXml(sheet, layouts[i] as Layout, styles), DRAWING_TYPE);
    const links = own.map((chart, k) => {
      charts += 1;
      add(`xl/charts/chart${charts}.xml`, chartXml(chart, styles, directory), CHART_TYPE);
      return { id: `rId${k + 1}`, type: 'chart', target: `../charts/chart${charts}.xml` };
    });
    add(relsName(`xl/drawings/drawing${drawing}.xml`), relations(links), null);
  });
  return { parts, drawingOf: (sheet) => (drawn.has(sheet) ? RELATION : null) };
}
