/** The renderers with their style files read; each library is loaded only when its format is asked for. */

import type { Renderers } from '../app/outputs';
import { ok, type Outcome } from '../lib/diagnostic';
import type { OfficialDocument } from '../report/document';
import type { WordTemplate } from '../render/docx/template/template';
import { workspaceTemplate } from './word-template';
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

/** The template that a document goes into: the one given, else the one that the workspace keeps for its form. */
function templates(
  ws: Workspace,
  given: WordTemplate | null,
): (document: OfficialDocument) => Promise<Outcome<WordTemplate | null>> {
  const known = new Map<string, Promise<Outcome<WordTemplate | null>>>();
  return ({ form }) => {
    if (given || form === undefined) return Promise.resolve(ok(given));
    const template = known.get(form) ?? workspaceTemplate(ws, form);
    known.set(form, template);
    return template;
  };
}

/** What makes Word files, loaded when the first is wanted. */
const docxTools = (ws: Workspace) =>
  once(async () => {
    const [{ renderDocx }, { parseStyleSheet }] = [
      await import('../render/docx/render-docx'),
      await import('../render/docx/style-sheet'),
    ];
    const styles = parseStyleSheet(json(ws, 'templates', 'styles', 'nghi-dinh-30.json'));
    return { renderDocx, styles };
  });

/** The same of workbooks. */
const xlsxTools = (ws: Workspace) =>
  once(async () => {
    const [{ renderXlsx }, { parseWorkbookStyles }] = [
      await import('../render/xlsx/render-xlsx'),
      await import('../render/xlsx/workbook-styles'),
    ];
    const styles = parseWorkbookStyles(json(ws, 'templates', 'styles', 'workbook.json'));
    return { renderXlsx, styles };
  });

/** A page's style sheet, with the one that all charts share. */
const pageCss = (ws: Workspace, name: string): string =>
  [text(ws, 'templates', 'html', 'chart.css').trim(), text(ws, 'templates', 'html', name)].join('\n');

/** What makes pages of documents; what draws is loaded for the first that has a chart. */
const htmlTools = (ws: Workspace) =>
  once(async () => {
    const page = await import('../render/html/render-document');
    const charts = once(async () => (await import('../render/html/chart')).openCharts());
    return { ...page, css: pageCss(ws, 'report.css'), charts };
  });

/** The same of the dashboard. */
const dashboardTools = (ws: Workspace) =>
  once(async () => {
    const [{ renderDashboard }, { openCharts }] = [
      await import('../render/html/render-dashboard'),
      await import('../render/html/chart'),
    ];
    const asset = (name: string): string => text(ws, 'templates', 'html', name);
    return {
      renderDashboard,
      assets: { css: pageCss(ws, 'dashboard.css'), script: asset('dashboard.js'), draw: await openCharts() },
    };
  });

/** For a document that was seen to have none. */
const noCharts = (): never => {
  throw new Error('a chart in a document that has none');
};

/** `given`: an agency's Word template; without one, a form that the workspace keeps a template for is made with that. */
export function openRenderers(ws: Workspace, given: WordTemplate | null = null): Renderers {
  const [docx, xlsx, html, dashboard] = [docxTools(ws), xlsxTools(ws), htmlTools(ws), dashboardTools(ws)] as const;
  const templateFor = templates(ws, given);
  return {
    docx: async (document) => {
      const [{ renderDocx, styles }, template] = [await docx(), (await templateFor(document)).value];
      if (!template) return renderDocx(document, styles);
      const { fillTemplate } = await import('../render/docx/template/fill');
      return fillTemplate(template, document, styles);
    },
    docxFaults: async (document) => {
      const template = await templateFor(document);
      if (!template.value) return template.diagnostics;
      const { documentFaults } = await import('../render/docx/template/fill');
      return documentFaults(template.value, document);
    },
    xlsx: async (workbook) => {
      const { renderXlsx, styles } = await xlsx();
      return renderXlsx(workbook, styles);
    },
    documentHtml: async (document) => {
      const { renderDocumentHtml, hasCharts, css, charts } = await html();
      return renderDocumentHtml(document, css, hasCharts(document) ? await charts() : noCharts);
    },
    dashboardHtml: async (model) => {
      const { renderDashboard, assets } = await dashboard();
      return renderDashboard(model, assets);
    },
  };
}
