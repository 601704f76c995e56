/** What commands that make files share: the formats asked for, PDFs of the Word files, writing all or none. */

import { join, resolve } from 'node:path';
import type { OutputFile } from '../app/outputs';
import { sha256 } from '../lib/canonical-json';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import { reasonOf } from '../lib/reason';
import { writeAll } from '../shell/files';
import type { Answer, Run } from './run';

/** "docx,html" → the formats, BC2001 for one that is not known. */
export function formatsOf<F extends string>(text: string, known: readonly F[]): Outcome<readonly F[]> {
  const asked = text
    .split(',')
    .map((f) => f.trim())
    .filter(Boolean);
  const unknown = asked.filter((f) => !known.includes(f as F));
  if (unknown.length > 0 || asked.length === 0)
    return failed([
      error(
        'BC2001',
        {},
        { reason: `định dạng không có: ${unknown.join(', ') || text}; các định dạng: ${known.join(', ')}` },
      ),
    ]);
  return ok([...new Set(asked)] as F[]);
}

export interface WrittenFile {
  readonly path: string;
  readonly unit: string | null;
  readonly sha256: string;
  readonly bytes: number;
}

/** Writes all files or none of them; BC1005 when one cannot be written. */
export function writeFiles(
  { ws }: Run,
  files: readonly OutputFile[],
  out: string | undefined,
): Outcome<readonly WrittenFile[]> {
  const placed = files.map(({ name, unit, bytes }) => {
    const path = out === undefined ? ws.output(name) : join(resolve(out), name.replace(/^.*\//, ''));
    return { path, unit, bytes };
  });
  try {
    writeAll(placed);
  } catch (reason) {
    const failure = reason as NodeJS.ErrnoException;
    return failed([error('BC1005', { file: failure.path ?? out ?? ws.output() }, { reason: reasonOf(failure) })]);
  }
  return ok(placed.map(({ path, unit, bytes }) => ({ path, unit, sha256: sha256(bytes), bytes: bytes.length })));
}

export function filesAnswer(written: readonly WrittenFile[]): Answer {
  return { json: { files: written }, text: written.map((f) => f.path).join('\n') };
}
