/** The renderers with their style files read; each library is loaded only when its format is asked for. */

import type { Renderers } from '../app/outputs';
import { textIn, type Workspace } from './workspace';

function json(ws: Workspace, ...parts: string[]): unknown {
  return JSON.parse(text(ws, ...parts));
}

function text(ws: Workspace, ...parts: string[]): string {
  const path = ws.find(...parts);
  if (!path) throw new Error(`missing template file ${parts.join('/')}`);
  return textIn(ws, path);
}

/** Reads a thing once, when first asked for. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

export async function openRenderers(ws: Workspace, formats: readonly string[]): Promise<Renderers> {
  const docx = once(async () => {
    const [{ renderDocx }, { parseStyleSheet }] = [
      await import('../render/docx/render-docx'),
      await import('../render/docx/style-sheet'),
    ];
    const styles = parseStyleSheet(json(ws, 'templates', 'styles', 'nghi-dinh-30.json'));
    return { renderDocx, styles };
  });
  const xlsx = once(async () => {
    const [{ renderXlsx }, { parseWorkbookStyles }] = [
      await import('../render/xlsx/render-xlsx'),
      await import('../render/xlsx/workbook-styles'),
    ];
    const styles = parseWorkbookStyles(json(ws, 'templates', 'styles', 'workbook.json'));
    return { renderXlsx, styles };
  });
  const dashboard = once(async () => {
    const [{ renderDashboard }, { openCharts }] = [
      await import('../render/html/render-dashboard'),
      await import('../render/html/chart'),
    ];
    const asset = (name: string): string => text(ws, 'templates', 'html', name);
    return {
      renderDashboard,
      assets: { css: asset('dashboard.css'), script: asset('dashboard.js'), draw: await openCharts() },
    };
  });
  const html = formats.includes('html')
    ? {
        ...(await import('../render/html/render-document')),
        reportCss: text(ws, 'templates', 'html', 'report.css'),
      }
    : undefined;
  const needHtml = (): NonNullable<typeof html> => {
    if (!html) throw new Error('html was not asked for when the renderers were opened');
    return html;
  };
  return {
    docx: async (document) => {
      const { renderDocx, styles } = await docx();
      return renderDocx(document, styles);
    },
    xlsx: async (workbook) => {
      const { renderXlsx, styles } = await xlsx();
      return renderXlsx(workbook, styles);
    },
    documentHtml: (document) => needHtml().renderDocumentHtml(document, needHtml().reportCss),
    dashboardHtml: async (model) => {
      const { renderDashboard, assets } = await dashboard();
      return renderDashboard(model, assets);
    },
  };
}
