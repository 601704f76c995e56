/** Changes to one part, noted element by element and made all at once. */

import { childOf, type XmlElement } from '../../office-file/xml';
import { placedElements, type Span } from './source';

interface Change {
  /** Attributes to set, or to take away (null). */
  readonly attributes: Map<string, string | null>;
  /** New children by the name of the child they stand before; '' for the end. */
  readonly children: { readonly xml: string; readonly before: XmlElement | null }[];
  text?: string;
  removed: boolean;
}

export interface Patch {
  readonly root: XmlElement;
  readonly changed: () => boolean;
  set(element: XmlElement, attribute: string, value: string | null): void;
  /** Puts a child in, before the first of its followers that is there, else at the end. */
  insert(parent: XmlElement, xml: string, followers: readonly string[]): void;
  /** Replaces the text of an element that holds nothing else. */
  setText(element: XmlElement, text: string): void;
  remove(element: XmlElement): void;
  /** Says a property of a run: changes it where the run has it, else adds it. */
  setRun(run: XmlElement, name: string, attributes: Readonly<Record<string, string>>): void;
  result(): string;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function withAttribute(tag: string, name: string, value: string | null): string {
  const found = new RegExp(`(\\s+)${name.replace('.', '\\.')}\\s*=\\s*("[^"]*"|'[^']*')`);
  if (value === null) return tag.replace(found, '');
  if (found.test(tag)) return tag.replace(found, (_, space: string) => `${space}${name}="${escaped(value)}"`);
  return tag.replace(/\s*\/?>$/, (end) => ` ${name}="${escaped(value)}"${end.trim()}`);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function editsOf(span: Span, change: Change, text: string, places: ReadonlyMap<XmlElement, Span>): readonly Edit[] {
  if (change.removed) return [{ start: span.open[0], end: span.end, text: '' }];
  let tag = text.slice(...span.open);
  for (const [name, value] of change.attributes) tag = withAttribute(tag, name, value);
  const atEnd = change.children
    .filter(({ before }) => before === null)
    .map(({ xml }) => xml)
    .join('');
  const content = change.text === undefined ? undefined : escaped(change.text);
  if (span.selfClosing) {
    const inner = `${content ?? ''}${atEnd}`;
    const whole = inner === '' ? tag : `${tag.replace(/\s*\/>$/, '>')}${inner}</${span.name}>`;
    return [{ start: span.open[0], end: span.open[1], text: whole }];
  }
  const edits: Edit[] = [{ start: span.open[0], end: span.open[1], text: tag }];
  if (content !== undefined) edits.push({ start: span.open[1], end: span.closeStart, text: content });
  for (const { xml, before } of change.children) {
    const place = before && places.get(before);
    if (place) edits.push({ start: place.open[0], end: place.open[0], text: xml });
  }
  if (atEnd !== '') edits.push({ start: span.closeStart, end: span.closeStart, text: atEnd });
  return edits;
}

const FORMAT_FOLLOWERS = [
  'w:t',
  'w:tab',
  'w:br',
  'w:fldChar',
  'w:instrText',
  'w:drawing',
  'w:pict',
  'mc:AlternateContent',
  'w:sym',
  'w:cr',
  'w:noBreakHyphen',
  'w:footnoteReference',
  'w:lastRenderedPageBreak',
  'w:ptab',
  'w:softHyphen',
];

/** Properties that runs were not told yet, by run or by its `w:rPr`. */
type Wanted = Map<XmlElement, Map<string, string>>;

function setRunProperty(
  patch: Pick<Patch, 'set'>,
  wanted: Wanted,
  run: XmlElement,
  name: string,
  attributes: Readonly<Record<string, string>>,
): void {
  const properties = childOf(run, 'w:rPr');
  const own = childOf(properties, name);
  if (own) {
    for (const key of Object.keys(own.attributes)) if (!(key in attributes)) patch.set(own, key, null);
    for (const [key, value] of Object.entries(attributes)) patch.set(own, key, value);
    return;
  }
  const text = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join('');
  const target = properties ?? run;
  const list = wanted.get(target) ?? new Map<string, string>();
  list.set(name, `<${name}${text}/>`);
  wanted.set(target, list);
}

function flushRuns(patch: Pick<Patch, 'insert'>, wanted: Wanted): void {
  for (const [target, list] of wanted) {
    const xml = [...list.values()].join('');
    if (target.name === 'w:rPr') patch.insert(target, xml, []);
    else patch.insert(target, `<w:rPr>${xml}</w:rPr>`, FORMAT_FOLLOWERS);
  }
  wanted.clear();
}

function applied(text: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Starts a list of changes to a part; undefined where text and tree do not fit together. */
export function patchOf(root: XmlElement, text: string): Patch | undefined {
  const places = placedElements(root, text);
  if (!places || !places.get(root)?.name.startsWith('w:')) return undefined;
  const changes = new Map<XmlElement, Change>();
  const wanted: Wanted = new Map();
  const of = (element: XmlElement): Change => {
    const known = changes.get(element) ?? { attributes: new Map(), children: [], removed: false };
    changes.set(element, known);
    return known;
  };
  const patch: Patch = {
    root,
    changed: () => changes.size + wanted.size > 0,
    set: (element, attribute, value) => void of(element).attributes.set(attribute, value),
    insert: (parent, xml, followers) => {
      const before = parent.children.find(
        (child): child is XmlElement => typeof child !== 'string' && followers.includes(child.name),
      );
      of(parent).children.push({ xml, before: before ?? null });
    },
    setText: (element, value) => void (of(element).text = value),
    remove: (element) => void (of(element).removed = true),
    setRun: (run, name, attributes) => setRunProperty(patch, wanted, run, name, attributes),
    result: () => {
      flushRuns(patch, wanted);
      const edits = [...changes].flatMap(([element, change]) => {
        const span = places.get(element);
        return span ? editsOf(span, change, text, places) : [];
      });
      return applied(text, edits);
    },
  };
  return patch;
}
