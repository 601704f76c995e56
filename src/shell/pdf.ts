/**
 * PDF through LibreOffice: DOCX files in, PDF/A-2 out, several at a time, each run with a user profile of its own
 * (two runs that share one refuse each other). The bytes are LibreOffice's: its embedded fonts carry the time, so a
 * PDF is not byte-identical from run to run; the DOCX it is made of is.
 */

import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { error, failed, ok, type Diagnostic, type Outcome } from '../lib/diagnostic';

export interface PdfSource {
  readonly name: string;
  readonly docx: Uint8Array;
}

const PROGRAMS = ['soffice', 'libreoffice'] as const;
/** PDF/A-2 with tags; LibreOffice 7 and later. */
const EXPORT = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}';
const MINUTES_A_FILE = 2;

/** The LibreOffice command of this machine, undefined when it is not installed. */
export function findLibreOffice(): string | undefined {
  return PROGRAMS.find((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0);
}

function convert(program: string, profile: string, files: readonly string[], out: string): Promise<number | null> {
  return new Promise((resolve) => {
    const args = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--convert-to', EXPORT];
    const child = spawn(program, [...args, '--outdir', out, ...files], {
      stdio: 'ignore',
      timeout: files.length * MINUTES_A_FILE * 60_000,
    });
    child.on('error', () => resolve(null));
    child.on('exit', (code) => resolve(code));
  });
}

/** Converts one share of the files in a folder of its own; a file that gives no PDF is reported (BC3102). */
async function convertShare(
  program: string,
  folder: string,
  share: readonly PdfSource[],
): Promise<Outcome<readonly Uint8Array[]>> {
  const out = join(folder, 'pdf');
  await mkdir(out, { recursive: true });
  const files = await Promise.all(
    share.map(async ({ docx }, index) => {
      const file = join(folder, `${index}.docx`);
      await writeFile(file, docx);
      return file;
    }),
  );
  const code = await convert(program, join(folder, 'profile'), files, out);
  const diagnostics: Diagnostic[] = [];
  const made: Uint8Array[] = [];
  for (const [index, { name }] of share.entries()) {
    try {
      made.push(await readFile(join(out, `${index}.pdf`)));
    } catch {
      diagnostics.push(error('BC3102', { file: name }, { program, code: String(code) }));
    }
  }
  return diagnostics.length > 0 ? failed(diagnostics) : ok(made);
}

/** PDFs in the order of the sources, all or none; BC3101 when LibreOffice is not installed. */
export async function toPdf(
  sources: readonly PdfSource[],
  parallel = availableParallelism(),
): Promise<Outcome<readonly Uint8Array[]>> {
  if (sources.length === 0) return ok([]);
  const program = findLibreOffice();
  if (!program) return failed([error('BC3101', {})]);
  const size = Math.ceil(sources.length / Math.min(parallel, sources.length));
  const shares = Array.from({ length: Math.ceil(sources.length / size) }, (_, i) =>
    sources.slice(i * size, (i + 1) * size),
  );
  const folder = await mkdtemp(join(tmpdir(), 'baocao-pdf-'));
  try {
    const parts = await Promise.all(
      shares.map(async (share, index) => {
        const own = join(folder, String(index));
        await mkdir(own);
        return convertShare(program, own, share);
      }),
    );
    const diagnostics = parts.flatMap((p) => p.diagnostics);
    return diagnostics.length > 0 ? failed(diagnostics) : ok(parts.flatMap((p) => p.value ?? []));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
