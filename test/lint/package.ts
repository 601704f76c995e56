/** Small changes to a Word file: a part's text in, another text out; a change that changes nothing is a mistake. */

import { canonicalPackage, partText, readPackage } from '../../src/render/package/canonical';

export type Parts = Map<string, string>;
export type Change = (parts: Parts) => void;

export const DOCUMENT = 'word/document.xml';
export const STYLES = 'word/styles.xml';

/** Replaces the first occurrence in a part. */
export function inPart(name: string, from: string | RegExp, to: string): Change {
  return (parts) => {
    const text = parts.get(name) ?? '';
    const changed = text.replace(from, () => to);
    if (changed === text) throw new Error(`${name} has no ${String(from)}`);
    parts.set(name, changed);
  };
}

/** Replaces the first occurrence in the text of the document. */
export const inText = (from: string | RegExp, to: string): Change => inPart(DOCUMENT, from, to);

/** Replaces inside the definition of one style. */
export function inStyle(id: string, from: string | RegExp, to: string): Change {
  return (parts) => {
    const text = parts.get(STYLES) ?? '';
    const style = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(text)?.[0];
    const changed = style?.replace(from, () => to);
    if (style === undefined || changed === style) throw new Error(`style ${id} has no ${String(from)}`);
    parts.set(
      STYLES,
      text.replace(style, () => changed as string),
    );
  };
}

const opening = (style: string): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/>`;

/** Puts XML before the nth paragraph of a style (from 0). */
export function before(style: string, xml: string, nth = 0): Change {
  return (parts) => {
    const text = parts.get(DOCUMENT) ?? '';
    let at = text.indexOf(opening(style));
    for (let i = 0; i < nth && at >= 0; i++) at = text.indexOf(opening(style), at + 1);
    if (at < 0) throw new Error(`no paragraph of ${style}`);
    parts.set(DOCUMENT, text.slice(0, at) + xml + text.slice(at));
  };
}

/** Takes the nth paragraph of a style (from 0) and gives what it becomes; an empty text takes it away. */
export function paragraph(style: string, change: (xml: string) => string, nth = 0): Change {
  return (parts) => {
    const text = parts.get(DOCUMENT) ?? '';
    let at = text.indexOf(opening(style));
    for (let i = 0; i < nth && at >= 0; i++) at = text.indexOf(opening(style), at + 1);
    if (at < 0) throw new Error(`no paragraph of ${style}`);
    const end = text.indexOf('</w:p>', at) + 6;
    const old = text.slice(at, end);
    const changed = change(old);
    if (changed === old) throw new Error(`${style} did not change`);
    parts.set(DOCUMENT, text.slice(0, at) + changed + text.slice(end));
  };
}

export const all =
  (...changes: readonly Change[]): Change =>
  (parts) =>
    changes.forEach((change) => change(parts));

/** A paragraph of a style. */
export const para = (style: string, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A paragraph with its form on it and no style of ours. */
export function plain(text: string, paragraphXml = '', runXml = ''): string {
  const properties = paragraphXml === '' ? '' : `<w:pPr>${paragraphXml}</w:pPr>`;
  return `<w:p>${properties}<w:r><w:rPr>${runXml}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

const unpacked = new WeakMap<Uint8Array, ReadonlyMap<string, string>>();

/** The parts of a file as texts; a file that is changed again and again is unpacked once. */
function textsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const known = unpacked.get(bytes);
  if (known) return known;
  const parts = readPackage(bytes);
  const texts = new Map([...parts.keys()].map((name) => [name, partText(parts, name) as string]));
  unpacked.set(bytes, texts);
  return texts;
}

/** The file with the change made. */
export function changed(bytes: Uint8Array, change: Change): Uint8Array {
  const texts: Parts = new Map(textsOf(bytes));
  change(texts);
  return canonicalPackage(texts);
}
