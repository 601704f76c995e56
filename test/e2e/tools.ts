/**
 * Programs that the end-to-end tests need beside Node. Where one is missing its test is skipped with a line that
 * names the Debian package; in CI a missing program is a failure.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PACKAGES = {
  soffice: 'libreoffice-writer-nogui libreoffice-calc-nogui',
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  xmllint: 'libxml2-utils',
  python3: 'python3 python3-openpyxl python3-docx',
  chromium: 'chromium',
  cron: 'cron',
  faketime: 'faketime',
  'systemd-analyze': 'systemd',
  sqlite3: 'sqlite3',
  psql: 'postgresql-client',
  unshare: 'util-linux, và quyền root (hoặc sudo không hỏi mật khẩu) để dựng ngăn riêng',
} as const;
export type Tool = keyof typeof PACKAGES;

/** Debian's Python has the two libraries; another one earlier on the PATH may not. */
const PYTHON = ['/usr/bin/python3', 'python3'].find((p) => spawnSync(p, ['-c', 'import openpyxl, docx']).status === 0);

/** Words before a command that needs a mount of its own; undefined where nothing gives that right. */
export const AS_ROOT = [[], ['sudo', '-n']].find((prefix) => {
  const [command = '', ...args] = [...prefix, 'unshare', '--mount', 'true'];
  return spawnSync(command, args).status === 0;
});

function has(tool: Tool): boolean {
  if (tool === 'python3') return PYTHON !== undefined;
  if (tool === 'unshare') return AS_ROOT !== undefined;
  return spawnSync('sh', ['-c', `PATH="$PATH:/usr/sbin:/sbin"; command -v ${tool}`]).status === 0;
}

/** `it`, or a skipped `it` with the package to install; in CI always `it`, so that a missing tool fails. */
export function itWith(...tools: readonly Tool[]): jest.It {
  const missing = tools.filter((tool) => !has(tool));
  if (missing.length === 0 || process.env['CI']) return it;
  process.stderr.write(`bỏ qua: cần cài ${missing.map((t) => PACKAGES[t]).join(' ')}\n`);
  return it.skip;
}

function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

const profile = mkdtempSync(join(tmpdir(), 'lo-profile-'));

/**
 * Converts by LibreOffice in a profile of its own; the profile makes it recalculate every formula on load, which it
 * does not do by default for files of other programs.
 */
export function convert(file: string, format: string, folder: string): string {
  return convertAll([file], format, folder)[0] as string;
}

/** Many files in one start of the program; their paths in the order given. */
export function convertAll(files: readonly string[], format: string, folder: string): readonly string[] {
  const settings =
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>';
  run('sh', [
    '-c',
    `mkdir -p "$1/user" && printf '%s' "$2" > "$1/user/registrymodifications.xcu"`,
    'sh',
    profile,
    settings,
  ]);
  run('soffice', [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    '--convert-to',
    format,
    '--outdir',
    folder,
    ...files,
  ]);
  return files.map((file) => join(folder, `${basename(file).replace(/\.[^.]+$/, '')}.${format.split(':')[0]}`));
}

export const pdfText = (pdf: string): string => run('pdftotext', ['-layout', pdf, '-']);
export const pdfFonts = (pdf: string): string => run('pdffonts', [pdf]);
export const python = (script: string, ...args: readonly string[]): string =>
  run(PYTHON ?? 'python3', ['-c', script, ...args]);
/** A script beside the tests. */
export const pythonFile = (script: string, ...args: readonly string[]): string =>
  run(PYTHON ?? 'python3', [join(__dirname, script), ...args]);
