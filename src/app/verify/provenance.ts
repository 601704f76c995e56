/** The facts of the make that a file carries: custom properties of Word and Excel files, meta elements of HTML. */

import { Refusal } from '../../office-file/refusal';
import { childrenOf, parseXml, textOf } from '../../office-file/xml';
import { openArchive, type Archive } from '../../office-file/zip';

export interface FoundProvenance {
  readonly format: 'docx' | 'xlsx' | 'html';
  readonly properties: Readonly<Record<string, string>>;
}

/** Null where the file is none of ours, or is too damaged to say. */
export function provenanceIn(bytes: Uint8Array): FoundProvenance | null {
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? inPackage(bytes) : inHtml(bytes);
}

function inPackage(bytes: Uint8Array): FoundProvenance | null {
  try {
    const archive = openArchive(bytes);
    const format = archive.has('xl/workbook.xml') ? 'xlsx' : 'docx';
    return { format, properties: customProperties(archive) };
  } catch (cause) {
    if (cause instanceof Refusal) return null;
    throw cause;
  }
}

function customProperties(archive: Archive): Readonly<Record<string, string>> {
  const text = archive.text('docProps/custom.xml');
  if (text === undefined) return {};
  const properties = childrenOf(parseXml(text, 'docProps/custom.xml'), 'property');
  return Object.fromEntries(properties.map((p) => [p.attributes['name'] ?? '', textOf(p)]));
}

const META = /<meta name="baocao:(\w+)" content="([^"<>]*)">/g;

function inHtml(bytes: Uint8Array): FoundProvenance | null {
  const found = [...new TextDecoder().decode(bytes).matchAll(META)];
  if (found.length === 0) return null;
  return { format: 'html', properties: Object.fromEntries(found.map((m) => [m[1] ?? '', m[2] ?? ''])) };
}
