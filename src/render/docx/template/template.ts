/**
 * An agency's Word template, opened and looked through: every place that asks for something, and every fault of it
 * at once, with its paragraph. A template that passes can be filled any number of times.
 */

import { error, failed, hasErrors, ok, type Diagnostic, type Outcome } from '../../../lib/diagnostic';
import { sha256 } from '../../../lib/canonical-json';
import { MAX_FILE_BYTES, MAX_UNPACKED_BYTES } from '../../../office-file/limits';
import { Refusal } from '../../../office-file/refusal';
import { readPackage } from '../../package/canonical';
import { knownNames, placeholderOf, type Placeholder } from './names';
import { mainPartOf, relationshipsOf, wordTree, type PartMap } from './package';
import { lineOf, type Line } from './tags';
import { textOf, walk, type Node } from './tree';

/** A paragraph that asks for something. */
export interface Spot {
  readonly part: string;
  /** "thân văn bản, đoạn 12". */
  readonly place: string;
  readonly text: string;
  readonly names: readonly string[];
}

export interface WordTemplate {
  readonly file: string;
  readonly sha256: string;
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly main: string;
  /** Parts with text: the main one, headers, footers, notes. */
  readonly textParts: readonly string[];
  readonly spots: readonly Spot[];
}

const TEXT_PARTS: Readonly<Record<string, string>> = {
  header: 'đầu trang',
  footer: 'chân trang',
  footnotes: 'chú thích cuối trang',
  endnotes: 'chú thích cuối văn bản',
};

export function excerpt(text: string): string {
  const short = text.replace(/\s+/g, ' ').trim();
  return short.length > 80 ? `${short.slice(0, 79)}…` : short;
}

/** Paragraphs of a part in order, each with what holds it. */
export function linesOf(root: Node): readonly { readonly line: Line; readonly above: readonly Node[] }[] {
  return [...walk(root)].flatMap(({ node, above }) => (node.name === 'w:p' ? [{ line: lineOf(node), above }] : []));
}

/** Opens a template; every fault that stands in it whatever it is filled with. BC3050 when it is no Word file. */
export function openTemplate(file: string, bytes: Uint8Array): Outcome<WordTemplate> {
  if (bytes.length > MAX_FILE_BYTES)
    return failed([error('BC3050', { file }, { reason: `lớn hơn ${Math.round(MAX_FILE_BYTES / 1_000_000)} MB` })]);
  let parts: Map<string, Uint8Array>;
  try {
    parts = readPackage(bytes, MAX_UNPACKED_BYTES);
  } catch {
    return failed([error('BC3050', { file }, { reason: 'nội dung không phải tệp .docx' })]);
  }
  try {
    return looked(file, sha256(bytes), parts);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const reason = String(cause.params['reason'] ?? cause.params['what'] ?? cause.code);
    return failed([error('BC3050', { file }, { reason })]);
  }
}

function looked(file: string, hash: string, parts: Map<string, Uint8Array>): Outcome<WordTemplate> {
  const open: PartMap = new Map(parts);
  const main = mainPartOf(open);
  const others = relationshipsOf(open, main).filter(({ type, target }) => type in TEXT_PARTS && parts.has(target));
  const named = [
    { name: main, label: 'thân văn bản' },
    ...others.map(({ type, target }) => ({ name: target, label: `${TEXT_PARTS[type]} (${target.split('/').at(-1)})` })),
  ];
  const spots: Spot[] = [];
  const faults: Diagnostic[] = [];
  for (const { name, label } of named) {
    const root = wordTree(open, name);
    linesOf(root).forEach(({ line, above }, index) => {
      const place = `${label}, đoạn ${index + 1}`;
      const names = line.tags.map((tag) => tag.name);
      if (names.some((each) => each !== '!')) spots.push({ part: name, place, text: excerpt(line.text), names });
      faults.push(...lineFaults(line, above, name === main, { file, path: place }));
    });
    faults.push(...strayFaults(root, { file, path: label }));
  }
  faults.push(...setFaults(spots, file));
  const template = { file, sha256: hash, parts, main, textParts: named.map(({ name }) => name), spots };
  return hasErrors(faults) ? failed(faults) : ok(template, faults);
}

interface At {
  readonly file: string;
  readonly path: string;
}

function lineFaults(line: Line, above: readonly Node[], inMain: boolean, where: At): readonly Diagnostic[] {
  const text = excerpt(line.text);
  const faults: Diagnostic[] = line.unclosed ? [error('BC3056', where, { text })] : [];
  for (const tag of line.tags) {
    if (tag.name === '!') continue;
    const asked = placeholderOf(tag.name);
    if (!asked) faults.push(error('BC3051', where, { name: tag.name, text, known: knownNames() }));
    else if (asked.kind !== 'text' && !standsRight(asked, line, above, inMain))
      faults.push(error('BC3052', where, { name: tag.name, text }));
  }
  return faults;
}

/** A block has its paragraph to itself: in the text itself, or for a rule in a cell too. */
function standsRight(asked: Placeholder, line: Line, above: readonly Node[], inMain: boolean): boolean {
  if (!inMain || !line.alone) return false;
  const parent = above[0]?.name;
  return parent === 'w:body' || (asked.kind === 'block' && asked.place === 'line' && parent === 'w:tc');
}

/** Braces where no value can go: words in a drawing or a chart, not in a paragraph. */
function strayFaults(root: Node, where: At): readonly Diagnostic[] {
  return [...walk(root)].flatMap(({ node }) => {
    if (!/^(a|m):t$/.test(node.name)) return [];
    const text = textOf(node);
    return text.includes('{{') ? [error('BC3057', where, { text: excerpt(text) })] : [];
  });
}

/** What must stand once, and what may. */
function setFaults(spots: readonly Spot[], file: string): readonly Diagnostic[] {
  const blocks = spots.flatMap(({ names, place }) =>
    names.flatMap((name) => {
      const asked = placeholderOf(name);
      return asked && asked.kind !== 'text' ? [{ asked, name, place }] : [];
    }),
  );
  const faults = blocks.flatMap(({ asked, name, place }, index) => {
    const before = blocks
      .slice(0, index)
      .find(
        (b) =>
          b.name === name ||
          (asked.kind === 'appendix' && b.asked.kind === 'appendix' && (asked.no === null || b.asked.no === null)),
      );
    const again = before && !(asked.kind === 'block' && asked.place === 'line');
    return again ? [error('BC3055', { file, path: place }, { name, first: before.place })] : [];
  });
  const hasBody = blocks.some(({ name }) => name === 'noi_dung');
  return hasBody ? faults : [...faults, error('BC3053', { file }, { name: 'noi_dung', known: knownNames() })];
}
