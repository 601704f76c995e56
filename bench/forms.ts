/**
 * How long it takes to read the forms of a city back: 168 filled workbooks, one `form import` as a process of its own,
 * time and peak memory of the whole process printed. Not a test: machines differ.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { canonicalPackage, partText, readPackage } from '../src/render/package/canonical';

const FORMS = 168;
const PROGRAM = resolve(process.cwd(), 'bin', 'baocao.js');
const NOW = '2026-06-20T08:00:00+07:00';

const folder = mkdtempSync(join(tmpdir(), 'baocao-bench-'));
const baocao = (...args: readonly string[]): string => {
  const ran = spawnSync(process.execPath, [PROGRAM, '--workspace', folder, ...args], {
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout;
};

/** Cells with a validation of that type, with what its first formula begins with. */
function ranges(xml: string, type: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const rules = new RegExp(
    `<dataValidation type="${type}"[^>]*sqref="([A-Z]+)(\\d+)(?::[A-Z]+(\\d+))?"[^>]*><formula1>(?:&quot;)?([^,&<]*)`,
    'g',
  );
  for (const [, column, first, last, choice] of xml.matchAll(rules))
    for (let row = Number(first); row <= Number(last ?? first); row += 1) found.set(`${column}${row}`, choice ?? '');
  return found;
}

/** First choice of each cell that has a list. */
const choices = (xml: string): ReadonlyMap<string, string> => ranges(xml, 'list');

const text = (value: string): string => ` t="inlineStr"><is><t>${value}</t></is></c>`;

/** Every task with a state, a day and words, every figure with a number or a choice, every section with a text. */
function fill(bytes: Uint8Array): Uint8Array {
  const parts = new Map<string, Uint8Array | string>(readPackage(bytes));
  const sheet = (no: number, cell: (ref: string, column: string) => string | undefined): void => {
    const name = `xl/worksheets/sheet${no}.xml`;
    const xml = partText(parts, name) ?? '';
    const filled = xml.replace(
      /<c r="([A-Z]+)(\d+)"( s="\d+")\/>/g,
      (whole, column: string, row: string, style: string) => {
        const value = cell(`${column}${row}`, column);
        return value === undefined ? whole : `<c r="${column}${row}"${style}${value}`;
      },
    );
    parts.set(name, filled);
  };
  const states = choices(partText(parts, 'xl/worksheets/sheet2.xml') ?? '');
  sheet(2, (ref, column) => {
    const state = states.get(ref.replace(/^[A-Z]+/, 'F'));
    if (state === undefined) return undefined;
    if (column === 'F') return text(state);
    if (column === 'G') return '><v>46086</v></c>';
    return ['H', 'J', 'K', 'L'].includes(column) ? text(`Đã thực hiện theo kế hoạch (${ref})`) : undefined;
  });
  const figures = partText(parts, 'xl/worksheets/sheet3.xml') ?? '';
  const [options, numbers] = [choices(figures), ranges(figures, 'decimal')];
  sheet(3, (ref, column) => {
    const option = column === 'G' ? options.get(ref) : undefined;
    if (option !== undefined) return text(option);
    const isRatio = numbers.has(ref.replace(/^[A-Z]+/, 'E'));
    if (!numbers.has(ref) || (isRatio && column === 'G')) return undefined;
    return `><v>${column === 'F' ? 12 : 9}</v></c>`;
  });
  sheet(4, (_, column) => (column === 'D' ? text('Nội dung thuyết minh của đơn vị. '.repeat(30)) : undefined));
  return canonicalPackage(parts);
}

try {
  const [out, filled] = [join(folder, 'out'), join(folder, 'filled')];
  mkdirSync(filled);
  for (const period of ['2026-Q1', '2026-H1'])
    baocao('form', 'export', '--period', period, '--all', '--out', out, '--quiet', '--now', NOW);
  const names = readdirSync(out).sort().reverse().slice(0, FORMS);
  for (const name of names) writeFileSync(join(filled, name), fill(readFileSync(join(out, name))));
  const start = process.hrtime.bigint();
  const run = spawnSync(
    process.execPath,
    [
      '-r',
      resolve('bench', 'peak.cjs'),
      PROGRAM,
      '--workspace',
      folder,
      'form',
      'import',
      filled,
      '--now',
      NOW,
      '--json',
    ],
    { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 },
  );
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { imported, rejected } = JSON.parse(run.stdout) as { imported: { events: number }[]; rejected: unknown[] };
  const events = imported.reduce((sum, f) => sum + f.events, 0);
  const peak = /peak (\d+ MB)/.exec(run.stderr)?.[1] ?? '?';
  process.stdout.write(
    `${imported.length} biểu, ${events} sự kiện, ${rejected.length} bị trả lại: ${seconds.toFixed(2)} s, bộ nhớ cao nhất ${peak}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
