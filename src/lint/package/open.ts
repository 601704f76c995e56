/**
 * A Word file as parts: found by relationships from the root of the package, read within the bounds of the plan
 * readers, names spelled one way. A side part that is broken counts as missing and is told; a broken main part is not.
 */

import { error, failed, ok, warning, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import { MAX_FILE_BYTES } from '../../office-file/limits';
import { Refusal, unlessRefused } from '../../office-file/refusal';
import { relationshipsIn, relsName, type Relationship } from '../../office-file/relationships';
import { childrenOf, parseXml, type XmlElement } from '../../office-file/xml';
import { openArchive, type Archive } from '../../office-file/zip';
import { isStrictPart, usualNames } from './names';

export interface LintPackage {
  /** Name and root of the main part. */
  readonly mainName: string;
  readonly main: XmlElement;
  readonly strict: boolean;
  readonly relationships: readonly Relationship[];
  /** The part's root; undefined where there is no such part or it is broken. */
  part(name: string | undefined): XmlElement | undefined;
  /** The part of that relationship of the main part. */
  related(type: string): XmlElement | undefined;
  /** Problems met while reading parts so far. */
  problems(): readonly Diagnostic[];
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

function relationshipsOf(archive: Archive, part: string): readonly Relationship[] {
  const name = relsName(part);
  const text = archive.text(name);
  return text === undefined ? [] : relationshipsIn(childrenOf(usualNames(parseXml(text, name)), 'Relationship'), part);
}

function mainPart(archive: Archive): string {
  const found = unlessRefused(() => relationshipsOf(archive, ''))?.find((r) => r.type === 'officeDocument')?.target;
  return found !== undefined && archive.has(found) ? found : 'word/document.xml';
}

function reasonOf(refusal: Refusal): string {
  const { reason, what, part } = refusal.params;
  return [part, reason ?? what ?? refusal.code].filter(Boolean).join(': ');
}

function opened(file: string, bytes: Uint8Array): LintPackage {
  const archive = openArchive(bytes);
  const mainName = mainPart(archive);
  const text = archive.text(mainName);
  if (text === undefined) throw new Refusal('BC2502', { reason: `không có phần ${mainName}` });
  const main = usualNames(parseXml(text, mainName));
  if (main.name !== 'w:document') throw new Refusal('BC2502', { reason: `phần ${mainName} không phải văn bản Word` });
  const problems: Diagnostic[] = [];
  const read = new Map<string, XmlElement | undefined>();
  const tell = (path: string, reason: string): void =>
    void problems.push(warning('BC2503', { file, path }, { reason }));
  const attempt = <T>(path: string, work: () => T): T | undefined => {
    try {
      return work();
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      tell(path, reasonOf(cause));
      return undefined;
    }
  };
  const relationships = attempt(`${mainName}.rels`, () => relationshipsOf(archive, mainName)) ?? [];
  const part = (name: string | undefined): XmlElement | undefined => {
    if (name === undefined) return undefined;
    if (!read.has(name)) {
      read.set(
        name,
        attempt(name, () => {
          const content = archive.text(name);
          return content === undefined ? undefined : usualNames(parseXml(content, name));
        }),
      );
    }
    return read.get(name);
  };
  return {
    mainName,
    main,
    strict: isStrictPart(main),
    relationships,
    part,
    related: (type) => part(relationships.find((r) => r.type === type)?.target),
    problems: () => problems,
  };
}

/** Opens a Word file. Never throws for bad bytes: BC2501 (no Word file), BC2502 (damaged), BC2504 (too large). */
export function openPackage(file: string, bytes: Uint8Array): Outcome<LintPackage> {
  if (bytes.byteLength > MAX_FILE_BYTES)
    return failed([error('BC2504', { file }, { limit: Math.round(MAX_FILE_BYTES / 1_000_000) })]);
  if (OLE.every((byte, index) => bytes[index] === byte))
    return failed([error('BC2501', { file }, { reason: 'tệp .doc đời cũ hoặc tệp có mật khẩu' })]);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    return failed([error('BC2501', { file }, { reason: 'nội dung không phải tệp .docx' })]);
  try {
    return ok(opened(file, bytes));
  } catch (cause) {
    const reason = cause instanceof Refusal ? reasonOf(cause) : 'cấu trúc bên trong không như mong đợi';
    const large = cause instanceof Refusal && (cause.code === 'BC1601' || cause.code === 'BC1607');
    return failed([
      large
        ? error('BC2504', { file }, { limit: Math.round(MAX_FILE_BYTES / 1_000_000) })
        : error('BC2502', { file }, { reason }),
    ]);
  }
}
