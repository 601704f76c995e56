/**
 * XML read for where things stand, not for what they mean: each element with its offsets in the text, so that an edit
 * touches the characters it names and every other character of a part stays as its program wrote it.
 */

export interface Scanned {
  readonly name: string;
  /** Offsets of `<`, of the end of the opening tag, of the closing tag, and of the end. */
  readonly start: number;
  readonly open: number;
  close: number;
  end: number;
  readonly parent: Scanned | null;
  readonly children: Scanned[];
}

/** Replaces the characters from `start` to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!|<(\/?)([^\s/<>"'=]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>|</g;

/** The root element; undefined for what is not well formed, and for a document type, which no Office part has. */
export function scan(xml: string): Scanned | undefined {
  const top: Scanned = { name: '', start: 0, open: 0, close: xml.length, end: xml.length, parent: null, children: [] };
  let parent = top;
  for (const match of xml.matchAll(TOKEN)) {
    const [whole, closing, name, attributes] = match;
    if (whole.startsWith('<!--') || whole.startsWith('<![') || whole.startsWith('<?')) continue;
    if (name === undefined) return undefined;
    if (closing) {
      if (parent.name !== name || parent.parent === null) return undefined;
      parent.close = match.index;
      parent.end = match.index + whole.length;
      parent = parent.parent;
      continue;
    }
    const end = match.index + whole.length;
    const node: Scanned = { name, start: match.index, open: end, close: end, end, parent, children: [] };
    parent.children.push(node);
    if (!attributes?.endsWith('/')) parent = node;
  }
  return parent === top && top.children.length === 1 ? top.children[0] : undefined;
}

/** Every element of that name below this one, in the order of the text. */
export function below(node: Scanned, name: string): readonly Scanned[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...below(child, name)]);
}

/** Child elements of that name. */
export const childrenOf = (node: Scanned | undefined, name: string): readonly Scanned[] =>
  node?.children.filter((child) => child.name === name) ?? [];

/** The nearest element of that name above this one. */
export function above(node: Scanned, name: string): Scanned | undefined {
  for (let at = node.parent; at; at = at.parent) if (at.name === name) return at;
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Characters behind references; an unknown reference stays as it is. */
export function unescaped(xml: string): string {
  return xml.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Value of an attribute of the element that begins the text. */
export function attributeOf(element: string, name: string): string | undefined {
  const tag = element.slice(0, element.indexOf('>') + 1);
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match ? unescaped(match[1] ?? match[2] ?? '') : undefined;
}

/** The text with all edits made. They may not overlap. */
export function edited(xml: string, edits: readonly Edit[]): string {
  let made = '';
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) throw new Error('edits overlap');
    made += xml.slice(at, start) + text;
    at = end;
  }
  return made + xml.slice(at);
}
