/**
 * What is made once a form, by the `docx` library: styles, numbering, settings, headers, footers, theme and the
 * properties of each section. The shell of a style sheet is kept; only body and properties differ by document.
 */

import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type ISectionOptions,
} from 'docx';
import { partText, readPackage } from '../package/canonical';
import { fontTableXml, tableStylesXml } from './shell-parts';
import { paragraphStyles } from './shell-styles';
import type { StyleSheet } from './style-sheet';
import { escapeXml } from './xml';

export interface Shell {
  /** Every part but `word/document.xml`, `docProps/core.xml` and `docProps/custom.xml`. */
  readonly parts: ReadonlyMap<string, Uint8Array | string>;
  /** Section properties: of the main text, and of appendices, whose pages count from 1 again. */
  readonly main: string;
  readonly appendix: Readonly<Record<'portrait' | 'landscape', string>>;
}

/** Stands in the footers until the document's own notice takes its place. */
const NOTICE_MARK = 'D30-NOTICE';

function section(styles: StyleSheet, orientation: 'portrait' | 'landscape', restart: boolean): ISectionOptions {
  const { top, bottom, left, right } = styles.page[orientation];
  const { width, height } = styles.page.portrait;
  const { header, footer } = styles.page;
  return {
    properties: {
      titlePage: true,
      page: {
        // The library turns the page itself: it takes the portrait sizes and the orientation.
        size: { width, height, orientation: PageOrientation[orientation === 'portrait' ? 'PORTRAIT' : 'LANDSCAPE'] },
        margin: { top, bottom, left, right, header, footer, gutter: 0 },
        pageNumbers: restart ? { start: 1 } : {},
      },
    },
    children: [new Paragraph('')],
  };
}

function mainSection(styles: StyleSheet, withNotice: boolean): ISectionOptions {
  const number = new Paragraph({
    style: 'D30PageNumber',
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
  const footer = (): Footer => new Footer({ children: [new Paragraph({ style: 'D30Notice', text: NOTICE_MARK })] });
  return {
    ...section(styles, 'portrait', true),
    headers: {
      default: new Header({ children: [number] }),
      first: new Header({ children: [new Paragraph({ style: 'D30PageNumber', children: [] })] }),
    },
    ...(withNotice && { footers: { default: footer(), first: footer() } }),
  };
}

async function libraryPackage(styles: StyleSheet, withNotice: boolean): Promise<Map<string, Uint8Array>> {
  const document = new Document({
    styles: {
      default: {
        document: { run: { font: styles.font, size: 28, language: { value: styles.language } } },
      },
      paragraphStyles: paragraphStyles(styles),
    },
    sections: [mainSection(styles, withNotice), section(styles, 'portrait', true), section(styles, 'landscape', true)],
  });
  return readPackage(new Uint8Array(await Packer.toBuffer(document)));
}

/** The three section properties; appendices name the headers and footers of the main text as their own. */
function sections(documentXml: string): Pick<Shell, 'main' | 'appendix'> {
  const found = documentXml.match(/<w:sectPr\b.*?<\/w:sectPr>/gs) ?? [];
  const [main, portrait, landscape] = found;
  if (!main || !portrait || !landscape) throw new Error('the library made no three sections');
  const references = (main.match(/<w:(?:header|footer)Reference\b[^>]*\/>/g) ?? []).join('');
  const withReferences = (sectPr: string): string =>
    sectPr.replace(/<w:(?:header|footer)Reference\b[^>]*\/>/g, '').replace(/<w:sectPr\b[^>]*>/, `$&${references}`);
  return { main, appendix: { portrait: withReferences(portrait), landscape: withReferences(landscape) } };
}

async function buildShell(styles: StyleSheet, withNotice: boolean): Promise<Shell> {
  const made = await libraryPackage(styles, withNotice);
  const parts = new Map<string, Uint8Array | string>(made);
  const documentXml = partText(made, 'word/document.xml') ?? '';
  const stylesXml = partText(made, 'word/styles.xml') ?? '';
  for (const name of ['word/document.xml', 'docProps/core.xml', 'docProps/custom.xml']) parts.delete(name);
  parts.set('word/styles.xml', tableStylesXml(stylesXml, styles));
  parts.set('word/fontTable.xml', fontTableXml(styles.font));
  return { parts, ...sections(documentXml) };
}

const shells = new WeakMap<StyleSheet, Map<boolean, Promise<Shell>>>();

function cachedShell(styles: StyleSheet, withNotice: boolean): Promise<Shell> {
  const known = shells.get(styles) ?? new Map<boolean, Promise<Shell>>();
  shells.set(styles, known);
  const shell = known.get(withNotice) ?? buildShell(styles, withNotice);
  known.set(withNotice, shell);
  return shell;
}

/** The shell of a style sheet, with that notice in the foot of every page, or no footer at all. */
export async function shellFor(styles: StyleSheet, notice: string | null): Promise<Shell> {
  const shell = await cachedShell(styles, notice !== null);
  if (notice === null) return shell;
  const parts = new Map(shell.parts);
  for (const name of parts.keys()) {
    if (!/^word\/footer\d+\.xml$/.test(name)) continue;
    parts.set(
      name,
      (partText(parts, name) as string).replace(NOTICE_MARK, () => escapeXml(notice)),
    );
  }
  return { ...shell, parts };
}
