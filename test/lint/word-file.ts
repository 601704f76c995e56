/** Word files made by hand, as small as they may be: any part in, a package out. */

import { canonicalPackage } from '../../src/render/package/canonical';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export const NAMESPACES = [
  `xmlns:w="${W}" xmlns:r="${R}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

export interface WordFile {
  /** Inside of `w:body`. */
  readonly body: string;
  /** Inside of `w:styles`; null for a file without the part. */
  readonly styles?: string | null;
  readonly numbering?: string;
  readonly settings?: string;
  readonly theme?: string;
  readonly footnotes?: string;
  /** Inside of `w:hdr` by file name; relationships are `rh1`, `rh2`, … */
  readonly headers?: readonly string[];
}

const NAMES = { styles: 'styles', numbering: 'numbering', settings: 'settings', footnotes: 'footnotes' } as const;

/** The package of a hand-made file. */
export function wordFile({ body, theme, headers = [], ...parts }: WordFile): Uint8Array {
  const files = new Map<string, string>();
  const relationships: string[] = [];
  const relate = (id: string, type: string, target: string): void =>
    void relationships.push(`<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"/>`);
  for (const name of Object.values(NAMES)) {
    const inner = name === 'styles' && parts.styles === undefined ? '' : parts[name];
    if (inner === undefined || inner === null) continue;
    files.set(`word/${name}.xml`, `<w:${name} ${NAMESPACES}>${inner}</w:${name}>`);
    relate(name, name, `${name}.xml`);
  }
  if (theme !== undefined) {
    const a = 'http://schemas.openxmlformats.org/drawingml/2006/main';
    files.set(
      'word/theme/theme1.xml',
      `<a:theme xmlns:a="${a}"><a:themeElements><a:fontScheme>${theme}</a:fontScheme></a:themeElements></a:theme>`,
    );
    relate('theme', 'theme', 'theme/theme1.xml');
  }
  headers.forEach((inner, i) => {
    files.set(`word/header${i + 1}.xml`, `<w:hdr ${NAMESPACES}>${inner}</w:hdr>`);
    relate(`rh${i + 1}`, 'header', `header${i + 1}.xml`);
  });
  files.set('word/document.xml', `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`);
  files.set(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="${PACKAGE}">${relationships.join('')}</Relationships>`,
  );
  files.set(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  files.set(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  );
  return canonicalPackage(files);
}

export const p = (text: string, paragraph = '', run = ''): string =>
  `<w:p><w:pPr>${paragraph}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
