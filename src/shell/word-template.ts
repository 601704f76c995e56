/** An agency's Word template: the file named, else the one that the workspace keeps for that form. */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import type { WordTemplate } from '../render/docx/template/template';
import { readText, type Workspace } from './workspace';

/** Reads and checks a template; BC1004 when the file cannot be read. */
export async function readWordTemplate(file: string, shown = file): Promise<Outcome<WordTemplate>> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(file));
  } catch (reason) {
    return failed([error('BC1004', { file: shown }, { reason: (reason as Error).message })]);
  }
  const { openTemplate } = await import('../render/docx/template/template');
  return openTemplate(shown, bytes);
}

/** The template to fill; null where none was named and the workspace keeps none, or where no Word file is made. */
export async function wordTemplate(
  ws: Workspace,
  given: string | undefined,
  form: string,
  formats: readonly string[],
): Promise<Outcome<WordTemplate | null>> {
  if (given !== undefined) return readWordTemplate(resolve(given), given);
  const path = ws.find('templates', 'word', `${form}.docx`);
  if (path === undefined || !formats.includes('docx')) return ok(null);
  return readWordTemplate(path, ws.show(path));
}

/** The sample template, in the workspace's own styles, for bodies that sign in that place. */
export async function makeSampleTemplate(ws: Workspace, place: string): Promise<Uint8Array> {
  const [{ sampleTemplate }, { parseStyleSheet }] = [
    await import('../render/docx/template/sample'),
    await import('../render/docx/style-sheet'),
  ];
  const path = ws.find('templates', 'styles', 'nghi-dinh-30.json');
  if (path === undefined) throw new Error('missing template file templates/styles/nghi-dinh-30.json');
  return sampleTemplate(place, parseStyleSheet(JSON.parse(readText(path))));
}
