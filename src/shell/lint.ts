/** What the linter needs of the machine: the file, its rule table, official names, and the file as it prints. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { error, failed, info, ok, type Diagnostic, type Outcome } from '../lib/diagnostic';
import { reasonOf } from '../lib/reason';
import { ruleTableSchema, type RuleTable } from '../lint/rule-table';
import type { Rendering } from '../lint/rendered/rendered';
import { MAX_FILE_BYTES } from '../office-file/limits';
import { loadRegistry, readJson } from './load';
import { findLibreOffice, toPdf } from './pdf';
import type { Workspace } from './workspace';

/** Bytes of a Word file; BC1004 when it cannot be read, BC2504 when it is larger than the linter takes. */
export function readWordFile(path: string): Outcome<Uint8Array> {
  try {
    if (statSync(path).size > MAX_FILE_BYTES)
      return failed([error('BC2504', { file: path }, { limit: Math.round(MAX_FILE_BYTES / 1_000_000) })]);
    return ok(new Uint8Array(readFileSync(path)));
  } catch (reason) {
    return failed([error('BC1004', { file: path }, { reason: reasonOf(reason) })]);
  }
}

/** A rule table of the workspace, else of the program. */
export function loadRuleTable(ws: Workspace, id: string): Outcome<RuleTable> {
  const path = ws.find('data', 'lint', `${id}.json`);
  if (path) return readJson(ws, path, ruleTableSchema);
  const known = ws.list('data/lint', '.json').join(', ') || '(không có)';
  return failed([error('BC1002', { file: `data/lint/${id}.json` }, { name: id, known })]);
}

/** Names that begin with a kind of place are places in a sentence, and are written in small letters there. */
const PLACE = /^(phường|xã|thành phố|tỉnh|quận|huyện|thị trấn|thị xã|đặc khu)(?!\p{L})/iu;

/** Official names of the bodies of every registry that can be read. */
export function officialNames(ws: Workspace): readonly string[] {
  const registries = ws.list('data/units', '.json').flatMap((id) => loadRegistry(ws, id).value ?? []);
  const names = registries.flatMap((registry) => registry.units.map((unit) => unit.name));
  return [...new Set(names)].filter((name) => name.split(' ').length >= 3 && !PLACE.test(name));
}

function output(program: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: 120_000,
  });
  return status === 0 ? stdout : undefined;
}

const missing = (file: string, reason: string): { rendering: undefined; notes: readonly Diagnostic[] } => ({
  rendering: undefined,
  notes: [info('BC2510', { file }, { reason })],
});

/** The file as it prints; without LibreOffice or poppler, or where they fail, a note says why there is none. */
export async function renderForLint(
  file: string,
  docx: Uint8Array,
): Promise<{ readonly rendering: Rendering | undefined; readonly notes: readonly Diagnostic[] }> {
  if (findLibreOffice() === undefined) return missing(file, 'máy chưa cài LibreOffice');
  if (spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error) return missing(file, 'máy chưa cài poppler-utils');
  const pdfs = await toPdf([{ name: file, docx }], 1);
  const [pdf] = pdfs.value ?? [];
  if (!pdf) return missing(file, 'LibreOffice không dựng được tệp này');
  const rendering = readPrint(pdf);
  return rendering ? { rendering, notes: [] } : missing(file, 'poppler không đọc được bản in');
}

/** What poppler says of a PDF; undefined where it cannot read it. */
export function readPrint(pdf: Uint8Array): Rendering | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'baocao-lint-'));
  try {
    const path = join(folder, 'in.pdf');
    writeFileSync(path, pdf);
    const fonts = output('pdffonts', [path]);
    const layout = output('pdftotext', ['-bbox-layout', path, '-']);
    return fonts === undefined || layout === undefined ? undefined : { fonts, layout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
