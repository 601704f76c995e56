/** Small templates as another program might leave them: plain parts, other defaults, whatever XML a test puts in. */

import { canonicalPackage, partText, readPackage } from '../../../../src/render/package/canonical';
import { fillTemplate } from '../../../../src/render/docx/template/fill';
import { openTemplate, type WordTemplate } from '../../../../src/render/docx/template/template';
import type { Diagnostic } from '../../../../src/lib/diagnostic';
import type { OfficialDocument } from '../../../../src/report/document';
import { styles } from '../styles';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const p = (...texts: readonly string[]): string => `<w:p>${texts.map((t) => run(t)).join('')}</w:p>`;
export const sectPr = (more = '', size = 'w:w="11906" w:h="16838"'): string =>
  `<w:sectPr>${more}<w:pgSz ${size}/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
/** A paragraph that ends a section. */
export const breakAfter = (section: string): string => `<w:p><w:pPr>${section}</w:pPr></w:p>`;

export interface Made {
  readonly body: string;
  readonly styles?: string;
  /** Parts that the text points at: name in `word/` → XML. */
  readonly others?: Readonly<Record<string, string>>;
  readonly mainType?: string;
}

/** The file; relationship ids are the names of the parts. */
export function wordFile({ body, styles: own = '', others = {}, mainType = 'document' }: Made): Uint8Array {
  const kind = (name: string): string => name.replace(/\d*\.xml$/, '');
  const names = ['styles.xml', ...Object.keys(others)];
  const parts = new Map<string, string>([
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${mainType.includes('/') ? mainType : `${TYPE}${mainType}.main+xml`}"/>${names.map((n) => `<Override PartName="/word/${n}" ContentType="${TYPE}${kind(n)}+xml"/>`).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((n) => `<Relationship Id="${n}" Type="${REL}${kind(n)}" Target="${n}"/>`).join('')}</Relationships>`,
    ],
    ['word/document.xml', `<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`],
    [
      'word/styles.xml',
      `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${own}</w:styles>`,
    ],
  ]);
  for (const [name, xml] of Object.entries(others)) parts.set(`word/${name}`, xml);
  return canonicalPackage(parts);
}

export const header = (inner: string): string => `<w:hdr ${W}>${inner}</w:hdr>`;
export const footer = (inner: string): string => `<w:ftr ${W}>${inner}</w:ftr>`;

export function opened(made: Made): WordTemplate {
  const outcome = openTemplate('mau.docx', wordFile(made));
  if (!outcome.value) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

export const faultsOf = (made: Made): readonly Diagnostic[] => openTemplate('mau.docx', wordFile(made)).diagnostics;

/** The filled file's parts as text. */
export async function filled(made: Made, document: OfficialDocument): Promise<ReadonlyMap<string, string>> {
  return partsOf(await fillTemplate(opened(made), document, styles));
}

export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = readPackage(bytes);
  return new Map([...parts.keys()].map((name) => [name, partText(parts, name) as string]));
}

/** Text of each paragraph; `|` is a line break. */
export function paragraphs(xml: string | undefined): readonly string[] {
  return (xml?.match(/<w:p[ >].*?<\/w:p>|<w:p\/>/gs) ?? []).map((each) =>
    each
      .replace(/<w:br\/>/g, '|')
      .replace(/<[^>]+>/g, '')
      .replace(/&amp;/g, '&')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"'),
  );
}
