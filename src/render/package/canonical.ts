/**
 * OOXML packages as bytes that depend on their content only: entries sorted with `[Content_Types].xml` first,
 * one zip date, one level, one platform. The compressor is fflate (pinned, plain JavaScript), so that another
 * Node or zlib gives the same bytes too. Shared by the DOCX and the XLSX renderers.
 */

import { unzipSync, zipSync, type Zippable } from 'fflate';
import type { PlainDate } from '../../calendar/plain-date';
import { renumber } from './renumber';

export type Parts = ReadonlyMap<string, Uint8Array | string>;

const CONTENT_TYPES = '[Content_Types].xml';
export const UNIX = 3;
export const REGULAR_FILE = (0o100644 << 16) >>> 0;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The zip header holds local wall-clock fields: a local date gives the same fields in every time zone. */
export const zipDate = (): Date => new Date(1980, 0, 1, 12, 0, 0);

function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  if (a === CONTENT_TYPES) return -1;
  if (b === CONTENT_TYPES) return 1;
  return a < b ? -1 : 1;
}

/** Zips the parts. Same names and contents, in whatever order, give the same bytes. */
export function canonicalPackage(parts: Parts): Uint8Array {
  const entries: Zippable = {};
  for (const name of [...parts.keys()].sort(compareNames)) {
    const content = parts.get(name) as Uint8Array | string;
    entries[name] = typeof content === 'string' ? encoder.encode(content) : content;
  }
  return zipSync(entries, { level: 6, mtime: zipDate(), os: UNIX, attrs: REGULAR_FILE });
}

/**
 * The parts of a package, in canonical order, folders left out. Throws on bytes that are no zip and on a package
 * that says it unpacks to more than `maxBytes`.
 */
export function readPackage(bytes: Uint8Array, maxBytes = 512 * 1024 * 1024): Map<string, Uint8Array> {
  let total = 0;
  const files = unzipSync(bytes, {
    filter: (file) => {
      total += file.originalSize;
      if (total > maxBytes) throw new RangeError(`package unpacks to more than ${maxBytes} bytes`);
      return !file.name.endsWith('/');
    },
  });
  const names = Object.keys(files).sort(compareNames);
  return new Map(names.map((name) => [name, files[name] as Uint8Array]));
}

/** One part as text; undefined when the package has no such part. */
export function partText(parts: Parts, name: string): string | undefined {
  const content = parts.get(name);
  return content === undefined || typeof content === 'string' ? content : decoder.decode(content);
}

function fixDates(coreXml: string, createdOn: PlainDate): string {
  return coreXml.replace(
    /(<dcterms:(created|modified)\b[^>]*>)[^<]*(<\/dcterms:\2>)/g,
    (_, open: string, __, close: string) => `${open}${createdOn}T00:00:00Z${close}`,
  );
}

/**
 * Makes a package written by `docx` or `exceljs` depend on its content only: the two dates in `docProps/core.xml`
 * become the fixed day, random relationship ids and GUIDs are numbered in order, and it is zipped again.
 */
export function canonicalise(bytes: Uint8Array, options: { readonly createdOn: PlainDate }): Uint8Array {
  const parts = new Map<string, Uint8Array | string>(renumber(readPackage(bytes)));
  const core = partText(parts, 'docProps/core.xml');
  if (core !== undefined) parts.set('docProps/core.xml', fixDates(core, options.createdOn));
  return canonicalPackage(parts);
}
