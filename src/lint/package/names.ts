/**
 * One spelling of names. A writer may call the WordprocessingML namespace `w`, `ns0` or nothing at all, and may use
 * the strict namespaces of ISO/IEC 29500; everything after this file sees the usual prefixes only.
 */

import type { XmlElement } from '../../office-file/xml';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';

/** Namespaces below both roots, the strict ones without the year: `wordprocessingml/main` → `w`. */
const OFFICE: Readonly<Record<string, string>> = {
  'wordprocessingml/main': 'w',
  'officeDocument/relationships': 'r',
  'drawingml/wordprocessingDrawing': 'wp',
  'drawingml/main': 'a',
  'drawingml/picture': 'pic',
  'officeDocument/math': 'm',
  'markup-compatibility': 'mc',
  'package/relationships': '',
};

const OTHERS: Readonly<Record<string, string>> = {
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
};

const isStrict = (uri: string): boolean => uri.startsWith(STRICT);

/** The usual prefix of a namespace; undefined for one that the linter does not read. */
function usualPrefix(uri: string): string | undefined {
  const office = [TRANSITIONAL, STRICT].find((root) => uri.startsWith(root));
  if (office === undefined) return OTHERS[uri];
  return OFFICE[uri.slice(office.length).replace(/\/2006(?=\/|$)/, '')];
}

type Scope = ReadonlyMap<string, string>;

function scopeOf(element: XmlElement, outer: Scope): Scope {
  const declared = Object.entries(element.attributes).filter(([name]) => /^xmlns(:|$)/.test(name));
  if (declared.length === 0) return outer;
  const inner = new Map(outer);
  for (const [name, uri] of declared) {
    const prefix = name.slice(6);
    inner.set(prefix, usualPrefix(uri) ?? (prefix === 'w' ? 'unknown' : prefix));
  }
  return inner;
}

function spelled(name: string, scope: Scope, isElement: boolean): string {
  const colon = name.indexOf(':');
  if (colon < 0 && !isElement) return name;
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const usual = scope.get(prefix);
  if (usual === undefined || usual === prefix) return name;
  return usual === '' ? name.slice(colon + 1) : `${usual}:${name.slice(colon + 1)}`;
}

function renamed(element: XmlElement, outer: Scope): XmlElement {
  const scope = scopeOf(element, outer);
  const name = spelled(element.name, scope, true);
  const entries = Object.entries(element.attributes).map(
    ([key, value]) => [spelled(key, scope, false), value] as const,
  );
  const children = element.children.map((child) => (typeof child === 'string' ? child : renamed(child, scope)));
  return { name, attributes: Object.fromEntries(entries), children };
}

function declaresOddly(element: XmlElement): boolean {
  const odd = Object.entries(element.attributes).some(([name, uri]) => {
    if (!/^xmlns(:|$)/.test(name)) return false;
    const usual = usualPrefix(uri);
    return usual === undefined ? name === 'xmlns:w' : usual !== name.slice(6);
  });
  return odd || element.children.some((child) => typeof child !== 'string' && declaresOddly(child));
}

/** The tree with the usual prefixes; the same object where it has them already. */
export function usualNames(root: XmlElement): XmlElement {
  return declaresOddly(root) ? renamed(root, new Map()) : root;
}

/** Whether the part is written in the strict namespaces. */
export function isStrictPart(root: XmlElement): boolean {
  return Object.entries(root.attributes).some(([name, uri]) => name.startsWith('xmlns') && isStrict(uri));
}
