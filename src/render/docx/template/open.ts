/**
 * An agency's Word template, opened once: its package, the texts of its body, headers, footers and notes, and every
 * placeholder in them checked against the known ones. Faults come all at once, each with its place.
 */

import { cleanText, squeeze } from '../../../lib/text';
import { error, failed, hasErrors, ok, type Diagnostic, type Outcome } from '../../../lib/diagnostic';
import { partText, readPackage } from '../../package/canonical';
import { blockFaults } from './block-places';
import { BLOCK_PLACES, KNOWN_NAMES, REQUIRED, TEXT_PLACES } from './names';
import { paragraphsOf, type Paragraph } from './paragraphs';
import { attributeOf, scan, type Scanned } from './scan';

/** A part with text: the body, a header, a footer, notes. */
export interface Story {
  readonly part: string;
  readonly label: string;
  readonly xml: string;
  readonly root: Scanned;
  readonly paragraphs: readonly Paragraph[];
}

export interface WordTemplate {
  /** As shown to people. */
  readonly file: string;
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly main: Story;
  /** The body first. */
  readonly stories: readonly Story[];
}

/** A template is a form, not an archive of pictures: what unpacks to more is refused. */
const MOST_BYTES = 128 * 1024 * 1024;
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const LABELS: Readonly<Record<string, string>> = {
  header: 'đầu trang',
  footer: 'chân trang',
  footnotes: 'cước chú',
  endnotes: 'chú thích cuối',
};

/** Relationships of a part: type without its address, and the part that is meant. */
export function relationsOf(parts: ReadonlyMap<string, Uint8Array>, part: string): readonly (readonly [string, string])[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const rels = partText(parts, `${folder}_rels/${part.slice(folder.length)}.rels`) ?? '';
  return (rels.match(/<Relationship\b[^>]*>/g) ?? []).flatMap((xml): [string, string][] => {
    const [type, target] = [attributeOf(xml, 'Type') ?? '', attributeOf(xml, 'Target') ?? ''];
    if (attributeOf(xml, 'TargetMode') === 'External') return [];
    const path = target.startsWith('/') ? target.slice(1) : new URL(target, `x:/${folder}`).pathname.slice(1);
    return [[type.slice(type.lastIndexOf('/') + 1), path]];
  });
}

function storyOf(parts: ReadonlyMap<string, Uint8Array>, part: string, label: string): Story | undefined {
  const xml = partText(parts, part);
  const root = xml === undefined ? undefined : scan(xml);
  if (xml === undefined || !root || attributeOf(xml.slice(root.start), 'xmlns:w') !== WORD) return undefined;
  return { part, label, xml, root, paragraphs: paragraphsOf(root, xml) };
}

function unread(file: string, reason: string): Outcome<WordTemplate> {
  return failed([error('BC3111', { file }, { reason })]);
}

function parsed(bytes: Uint8Array, file: string): Outcome<WordTemplate> {
  let parts: ReadonlyMap<string, Uint8Array>;
  try {
    parts = readPackage(bytes, MOST_BYTES);
  } catch {
    return unread(file, 'tệp không phải gói .docx hoặc quá lớn khi giải nén');
  }
  const body = relationsOf(parts, '').find(([type]) => type === 'officeDocument')?.[1];
  const main = body === undefined ? undefined : storyOf(parts, body, 'thân văn bản');
  if (body === undefined || !main || main.root.name !== 'w:document')
    return unread(file, 'không có thân văn bản Word; hãy lưu lại bằng Word dạng "Word Document (.docx)"');
  const others = relationsOf(parts, body).filter(([type]) => LABELS[type] !== undefined);
  const stories = [...new Map(others.map(([type, part]) => [part, storyOf(parts, part, LABELS[type] as string)]))];
  const lost = stories.find(([, story]) => story === undefined);
  if (lost) return unread(file, `phần ${lost[0]} không đọc được`);
  return ok({ file, parts, main, stories: [main, ...stories.flatMap(([, story]) => story ?? [])] });
}

/** "thân văn bản, đoạn 12: …" */
export function placeOf({ file }: { readonly file: string }, story: Story, { no, text }: Paragraph): Diagnostic['where'] {
  const shown = squeeze(cleanText(text));
  return { file, path: `${story.label}, đoạn ${no}: ${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}` };
}

function faultsOf(template: WordTemplate): readonly Diagnostic[] {
  const known = KNOWN_NAMES.join(', ');
  const found = template.stories.flatMap((story) =>
    story.paragraphs.flatMap((paragraph): Diagnostic[] => {
      const where = placeOf(template, story, paragraph);
      const unknown = paragraph.placeholders.filter(({ name }) => !TEXT_PLACES[name] && !BLOCK_PLACES[name]);
      return [
        ...(paragraph.broken ? [error('BC3115', where)] : []),
        ...unknown.map(({ name }) => error('BC3112', where, { name, known })),
        ...blockFaults(paragraph, story === template.main).map(({ name, reason }) =>
          error('BC3114', where, { name, reason }),
        ),
      ];
    }),
  );
  const names = new Set(template.stories.flatMap((s) => s.paragraphs.flatMap((p) => p.placeholders.map((h) => h.name))));
  const lacking = REQUIRED.filter((name) => !names.has(name));
  return [...found, ...lacking.map((name) => error('BC3113', { file: template.file }, { name, known }))];
}

/** Reads and checks a template. */
export function openTemplate(bytes: Uint8Array, file: string): Outcome<WordTemplate> {
  const template = parsed(bytes, file);
  if (!template.value) return template;
  const faults = faultsOf(template.value);
  return hasErrors(faults) ? failed(faults) : ok(template.value, faults);
}
