/** A small reader of well-formed XML without comments or CDATA: enough for the parts that the renderer writes. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const TOKEN = /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|</g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function unescapeXml(text: string): string {
  return text.replace(/&(\w+);/g, (_, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined) throw new Error(`unknown entity ${name}`);
    return character;
  });
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name, value]) => [name, unescapeXml(value as string)]),
  );
}

/** The root element; throws where tags do not match. */
export function parseXml(xml: string): Element {
  const root: Element = { name: '#document', attributes: {}, children: [] };
  const open = [root];
  for (const [whole, closing, name, attributes, empty, text] of xml.matchAll(TOKEN)) {
    const parent = open.at(-1) as Element;
    if (whole.startsWith('<?')) continue;
    if (text !== undefined) parent.children.push(unescapeXml(text));
    else if (name === undefined) throw new Error(`stray "<" in ${parent.name}`);
    else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> does not close ${parent.name}`);
    } else {
      const element: Element = { name, attributes: attributesOf(attributes ?? ''), children: [] };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)?.name} is not closed`);
  return elements(root)[0] as Element;
}

/** Child elements, of that name when one is given. */
export function elements(of: Element, name?: string): Element[] {
  return of.children.filter((child): child is Element => typeof child !== 'string' && (!name || child.name === name));
}

/** Every element of that name at any depth, in document order. */
export function descendants(of: Element, name: string): Element[] {
  return elements(of).flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}

/** The `w:val`, or another attribute, of the first descendant of that name. */
export function valueOf(of: Element, name: string, attribute = 'w:val'): string | undefined {
  return descendants(of, name)[0]?.attributes[attribute];
}
