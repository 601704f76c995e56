/**
 * XML of an Office part as a tree of elements and texts. No document type and no entities of its own: a part that
 * brings one is refused, so nothing can expand. Bounded in nodes and depth. Names have the usual prefix (`w:tbl`,
 * none in workbooks) whatever prefix the program that wrote the part chose for the namespace.
 */

import { SaxesParser } from 'saxes';
import { MAX_XML_DEPTH, MAX_XML_NODES } from './limits';
import { Refusal, tooMany } from './refusal';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Namespaces by the end of their name, which the transitional and the strict form of the format share. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml(?:\/2006)?\/main$/, 'w:'],
  [/spreadsheetml(?:\/2006)?\/main$/, ''],
  [/officeDocument(?:\/2006)?\/relationships$/, 'r:'],
  [/package\/2006\/relationships$/, ''],
];

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** The root element; throws a Refusal for XML that is not well formed or brings a document type. */
export function parseXml(text: string, part: string): XmlElement {
  const top: Open = { name: '', attributes: {}, children: [] };
  const stack: Open[] = [top];
  const refuse = (reason: string): never => {
    throw new Refusal('BC1610', { part, reason });
  };
  let nodes = 0;
  let named: Naming = asWritten;
  const parser = new SaxesParser();
  parser.on('error', (cause) => refuse(cause.message));
  parser.on('doctype', () => refuse('có khai báo DOCTYPE'));
  parser.on('opentag', (tag) => {
    if (++nodes > MAX_XML_NODES) throw tooMany('phần tử XML', MAX_XML_NODES);
    if (stack.length > MAX_XML_DEPTH) refuse('lồng nhau quá sâu');
    const written = tag.attributes as Record<string, string>;
    if (nodes === 1) named = namingOf(written);
    const element: Open = { name: named(tag.name, true), attributes: renamed(written, named), children: [] };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  const addText = (content: string): void => {
    if (stack.length > 1) stack.at(-1)?.children.push(content);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => void stack.pop());
  parser.write(text).close();
  const root = top.children.find((child) => typeof child !== 'string');
  return root ?? refuse('không có nội dung');
}

type Naming = (name: string, isElement?: boolean) => string;

const asWritten: Naming = (name) => name;

/** How names read under the prefixes that the root element declares. */
function namingOf(root: Readonly<Record<string, string>>): Naming {
  const usual = new Map<string, string>();
  for (const [key, uri] of Object.entries(root)) {
    const own = key === 'xmlns' ? '' : key.startsWith('xmlns:') ? `${key.slice(6)}:` : undefined;
    const prefix = PREFIXES.find(([pattern]) => pattern.test(uri))?.[1];
    if (own !== undefined && prefix !== undefined && own !== prefix) usual.set(own, prefix);
  }
  if (usual.size === 0) return asWritten;
  return (name, isElement = false) => {
    const own = name.slice(0, name.indexOf(':') + 1);
    // The default namespace holds for elements only: an attribute without a prefix has none.
    return own === '' && !isElement ? name : (usual.get(own) ?? own) + name.slice(own.length);
  };
}

function renamed(attributes: Readonly<Record<string, string>>, named: Naming): Readonly<Record<string, string>> {
  if (named === asWritten) return attributes;
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [named(name), value]));
}

/** Child elements of that name, in order. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  if (element === undefined) return [];
  return element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** The first child element of that name; with more names, the first of the last below the first of the others. */
export function childOf(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let found = element;
  for (const name of names) {
    found = found?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
  }
  return found;
}

/** All text below an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
