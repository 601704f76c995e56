/**
 * Where each element of a part stands in its text. The tree was read by the bounded reader; here only tags are
 * counted, in the same order, so that a correction can change a few characters and leave every other byte alone.
 */

import type { XmlElement } from '../../office-file/xml';

export interface Span {
  /** The opening tag, from "<" to behind ">". */
  readonly open: readonly [number, number];
  readonly selfClosing: boolean;
  /** Behind the closing tag. */
  end: number;
  /** Before the closing tag; the end of the opening one where there is none. */
  closeStart: number;
  /** Name as the file spells it. */
  readonly name: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/[^>]*>|<([^\s/>!?]+)(?:[^>"']|"[^"]*"|'[^']*')*>/g;

/** Spans of all elements in the order in which they open. */
export function spansOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  const stack: Span[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [token, name] = match;
    const at = match.index;
    const after = at + token.length;
    if (name !== undefined) {
      const selfClosing = token.endsWith('/>');
      const span: Span = { open: [at, after], selfClosing, end: after, closeStart: after, name };
      spans.push(span);
      if (!selfClosing) stack.push(span);
    } else if (token.startsWith('</')) {
      const span = stack.pop();
      if (span) {
        span.closeStart = at;
        span.end = after;
      }
    }
  }
  return spans;
}

/** The span of every element of the tree; undefined when tree and text do not match. */
export function placedElements(root: XmlElement, text: string): ReadonlyMap<XmlElement, Span> | undefined {
  const spans = spansOf(text);
  const placed = new Map<XmlElement, Span>();
  let next = 0;
  const walk = (element: XmlElement): void => {
    const span = spans[next++];
    if (span) placed.set(element, span);
    for (const child of element.children) if (typeof child !== 'string') walk(child);
  };
  walk(root);
  return next === spans.length ? placed : undefined;
}
