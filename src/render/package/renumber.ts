/**
 * Random names inside a package, numbered in order of appearance: relationship ids that a library drew by lot
 * ("rIdV1StGXR8Z5jdHi6B") and GUIDs that only link two places of the same package. GUIDs that mean something
 * outside (extension `uri`, property set `fmtid`, class id, font obfuscation key) stay.
 */

const decoder = new TextDecoder();
const GUID = /(\b(?:uri|fmtid|clsid|w:fontKey)=")?\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\}/gi;
const PLAIN_ID = /^rId\d{1,7}$/;
const XML_PART = /\.(?:xml|rels|vml)$/;

/** "word/_rels/document.xml.rels" belongs to "word/document.xml". */
function ownerOf(relsName: string): string {
  return relsName.replace(/(^|\/)_rels\//, '$1').replace(/\.rels$/, '');
}

function freshIds(rels: string): Map<string, string> {
  const ids = [...rels.matchAll(/<Relationship\b[^>]*?\sId="([^"]*)"/g)].map((match) => match[1] as string);
  const taken = ids.filter((id) => PLAIN_ID.test(id)).map((id) => Number(id.slice(3)));
  let next = Math.max(0, ...taken) + 1;
  return new Map(ids.filter((id) => !PLAIN_ID.test(id)).map((id) => [id, `rId${next++}`]));
}

/** Only whole attribute values are replaced, so an id never matches inside another. */
function replaceIds(xml: string, ids: ReadonlyMap<string, string>): string {
  return xml.replace(/="([^"]*)"/g, (whole, value: string) => {
    const fresh = ids.get(value);
    return fresh === undefined ? whole : `="${fresh}"`;
  });
}

function renumberRelationships(texts: Map<string, string>): void {
  for (const [name, rels] of [...texts]) {
    if (!name.endsWith('.rels')) continue;
    const ids = freshIds(rels);
    if (ids.size === 0) continue;
    texts.set(name, replaceIds(rels, ids));
    const owner = texts.get(ownerOf(name));
    if (owner !== undefined) texts.set(ownerOf(name), replaceIds(owner, ids));
  }
}

function renumberGuids(texts: Map<string, string>): void {
  const seen = new Map<string, string>();
  for (const [name, xml] of [...texts]) {
    if (!xml.includes('{')) continue;
    const replaced = xml.replace(GUID, (whole: string, fixed: string | undefined) => {
      if (fixed !== undefined) return whole;
      const key = whole.toUpperCase();
      const known = seen.get(key) ?? `{00000000-0000-4000-8000-${String(seen.size + 1).padStart(12, '0')}}`;
      seen.set(key, known);
      return known;
    });
    if (replaced !== xml) texts.set(name, replaced);
  }
}

/** The parts with random relationship ids and GUIDs numbered; parts without any are handed back as they are. */
export function renumber(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array | string> {
  const before = new Map<string, string>();
  for (const [name, bytes] of parts) if (XML_PART.test(name)) before.set(name, decoder.decode(bytes));
  const texts = new Map(before);
  renumberRelationships(texts);
  renumberGuids(texts);
  const result = new Map<string, Uint8Array | string>(parts);
  for (const [name, xml] of texts) if (xml !== before.get(name)) result.set(name, xml);
  return result;
}
