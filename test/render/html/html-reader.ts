/** A strict little reader of the HTML that the renderers write: tags must balance, attributes must be quoted. */

const VOID = new Set(['meta', 'hr', 'br', 'col', 'link', 'img']);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s[a-z][\w:-]*(?:="[^"<>]*")?)*)\s*>/g;

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Names of the elements around it, outermost first. */
  readonly inside: readonly string[];
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, value ?? '']),
  );
}

/** Every opening tag in order. Throws where tags do not balance or a "<" stands alone. */
export function readTags(html: string): Tag[] {
  const body = html
    .replace(/^<!DOCTYPE html>\n/, '')
    .replace(/<style>.*?<\/style>/s, '<style></style>')
    .replace(/(<script[^>]*>).*?<\/script>/gs, '$1</script>');
  if (body.replace(TAG, '').includes('<')) throw new Error('a "<" that is no tag');
  const open: string[] = [];
  const found: Tag[] = [];
  for (const [whole, closing, name = '', attributes = ''] of body.matchAll(TAG)) {
    if (closing) {
      if (open.pop() !== name) throw new Error(`${whole} closes nothing`);
      continue;
    }
    found.push({ name, attributes: attributesOf(attributes), inside: [...open] });
    if (!VOID.has(name)) open.push(name);
  }
  if (open.length > 0) throw new Error(`${open.join(' ')} not closed`);
  return found;
}

/** `id`s of the page; throws on one that stands twice. */
export function idsOf(tags: readonly Tag[]): Set<string> {
  const ids = tags.map((tag) => tag.attributes['id']).filter((id) => id !== undefined);
  if (new Set(ids).size !== ids.length) throw new Error('an id stands twice');
  return new Set(ids);
}
