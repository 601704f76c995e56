/** Agencies' Word templates: the file that a person named, and those that the workspace keeps for its forms. */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { GivenTemplate } from '../app/jobs';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import { reasonOf } from '../lib/reason';
import type { WordTemplate } from '../render/docx/template/template';
import { frozen, over } from './frozen-workspace';
import { textIn, type Workspace } from './workspace';

/** Reads and checks a template; BC1004 when the file cannot be read. */
export async function readWordTemplate(file: string, shown = file): Promise<Outcome<WordTemplate>> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(file));
  } catch (reason) {
    return failed([error('BC1004', { file: shown }, { reason: reasonOf(reason) })]);
  }
  const { openTemplate } = await import('../render/docx/template/template');
  return openTemplate(shown, bytes);
}

/** The template that a person named, checked, as a job carries it; null where none was named. */
export async function givenTemplate(given: string | undefined): Promise<Outcome<GivenTemplate | null>> {
  if (given === undefined) return ok(null);
  const checked = await readWordTemplate(resolve(given), given);
  if (!checked.value) return failed(checked.diagnostics);
  return ok({ file: given, base64: readFileSync(resolve(given)).toString('base64') }, checked.diagnostics);
}

/** The template of a job. */
export async function openGiven({ file, base64 }: GivenTemplate): Promise<Outcome<WordTemplate>> {
  const { openTemplate } = await import('../render/docx/template/template');
  return openTemplate(file, new Uint8Array(Buffer.from(base64, 'base64')));
}

/** The template that the workspace keeps for a form (`templates/word/<form>.docx`); null where it keeps none. */
export async function workspaceTemplate(ws: Workspace, form: string): Promise<Outcome<WordTemplate | null>> {
  const path = ws.find('templates', 'word', `${form}.docx`);
  if (path === undefined) return ok(null);
  const { openTemplate } = await import('../render/docx/template/template');
  return openTemplate(ws.show(path), ws.bytes(path));
}

/** The workspace with a template that a person named in the place of its own for that form. */
export function withTemplate(ws: Workspace, form: string, given: GivenTemplate | undefined): Workspace {
  if (given === undefined) return ws;
  const bytes = new Uint8Array(Buffer.from(given.base64, 'base64'));
  return over(frozen(new Map([[`templates/word/${form}.docx`, bytes]])), ws);
}

/** The sample template, in the workspace's own styles, for bodies that sign in that place. */
export async function makeSampleTemplate(ws: Workspace, place: string): Promise<Uint8Array> {
  const [{ sampleTemplate }, { parseStyleSheet }] = [
    await import('../render/docx/template/sample'),
    await import('../render/docx/style-sheet'),
  ];
  const path = ws.find('templates', 'styles', 'nghi-dinh-30.json');
  if (path === undefined) throw new Error('missing template file templates/styles/nghi-dinh-30.json');
  return sampleTemplate(place, parseStyleSheet(JSON.parse(textIn(ws, path))));
}
