/** `plan import FILE…`: reads a plan from the document as issued and writes `data/plans/<id>.json`, whole or not at all. */

import { basename, join, resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { importPlan, type ImportDefaults, type Imported, type SourceFile } from '../../app/plan-import';
import { planJson } from '../../app/plan';
import { diagnosticJson } from '../../i18n/render-diagnostic';
import { error, failed, hasErrors, ok, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import { reasonOf } from '../../lib/reason';
import { parseWith } from '../../lib/parse';
import { cleanText, slug } from '../../lib/text';
import { correctionsSchema, NO_CORRECTIONS, type Corrections } from '../../plan/import/corrections';
import { COLUMN_ROLES, type ColumnRole } from '../../plan/import/raw';
import { writeWhole } from '../../shell/files';
import { loadPlanFile, loadRegime, loadRegistry } from '../../shell/load';
import { choosePlan } from '../../shell/plan-data';
import { isThere, readBytes, readText, type Workspace } from '../../shell/workspace';
import { run, type CommonFlags } from '../run';

export interface ImportFlags extends CommonFlags {
  readonly files: readonly string[];
  readonly id: string;
  readonly year: string;
  readonly out?: string;
  readonly corrections?: string;
  readonly jurisdiction?: string;
  readonly regime?: string;
  readonly roles?: readonly string[];
  readonly force?: boolean;
}

/** Larger than any plan; looked at before a byte is read. */
const MAX_BYTES = 64_000_000;

const usage = (reason: string): Diagnostic => error('BC2001', {}, { reason, command: 'plan import' });

export const importCommand: CommandModule<object, ImportFlags> = {
  command: 'import <files..>',
  describe: 'Nhập kế hoạch từ văn bản ban hành (.docx, .xlsx, .txt)',
  builder: (y) =>
    y
      .positional('files', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: 'Tệp của kế hoạch, theo thứ tự',
      })
      .option('id', { type: 'string', demandOption: true, describe: 'Mã kế hoạch' })
      .option('year', { type: 'string', demandOption: true, describe: 'Năm (năm đầu) của kế hoạch' })
      .option('out', { type: 'string', describe: 'Tệp ghi ra (mặc định data/plans/<mã>.json)' })
      .option('corrections', {
        type: 'string',
        describe: 'Tệp đính chính (mặc định data/sources/<mã>.corrections.json)',
      })
      .option('jurisdiction', { type: 'string', describe: 'Danh mục cơ quan (data/units)' })
      .option('regime', { type: 'string', describe: 'Chế độ báo cáo (data/regimes)' })
      .option('roles', {
        type: 'string',
        array: true,
        describe: `Nghĩa của cột: "TÊN CỘT hoặc SỐ=NGHĨA" (${COLUMN_ROLES.join(', ')})`,
      })
      .option('force', { type: 'boolean', describe: 'Ghi đè tệp kế hoạch đã có' }),
  handler: (flags) =>
    run(flags, async ({ ws }) => {
      const made = prepare(ws, flags);
      if (!made.value) return failed(made.diagnostics);
      const { imported, path } = made.value;
      try {
        writeWhole(path, Buffer.from(imported.text));
      } catch (reason) {
        return failed([...made.diagnostics, error('BC1005', { file: ws.show(path) }, { reason: reasonOf(reason) })]);
      }
      const tasks = imported.plan.tasks.length;
      const looks = made.diagnostics.filter((d) => d.level === 'warning').length;
      const text = `${ws.show(path)}: ${tasks} nhiệm vụ, ${imported.plan.targets.length} chỉ tiêu, ${looks} điều cần xem.`;
      const json = { plan: planJson(imported.plan), diagnostics: made.diagnostics.map(diagnosticJson) };
      return ok({ json, text }, made.diagnostics);
    }),
};

function prepare(ws: Workspace, flags: ImportFlags): Outcome<{ imported: Imported; path: string }> {
  const wrong = flagFaults(flags);
  const path = flags.out === undefined ? join(ws.root, 'data', 'plans', `${flags.id}.json`) : resolve(flags.out);
  if (isThere(path) && !flags.force) wrong.push(error('BC1670', { file: ws.show(path) }, { path: ws.show(path) }));
  const roles = rolesOf(flags.roles ?? []);
  const files = readFiles(flags.files);
  const corrections = loadCorrections(ws, flags);
  const faults = [...wrong, ...roles.diagnostics, ...files.diagnostics, ...corrections.diagnostics];
  if (!roles.value || !files.value || !corrections.value || hasErrors(faults)) return failed(faults);
  const place = placeOf(ws, flags, corrections.value.content);
  const registry = loadRegistry(ws, place.jurisdiction);
  if (!registry.value) return failed(registry.diagnostics);
  const defaults = defaultsOf(ws, place);
  const imported = importPlan({
    id: flags.id,
    year: Number(flags.year),
    files: files.value,
    jurisdiction: place.jurisdiction,
    regime: flags.regime ?? null,
    roles: roles.value,
    corrections: corrections.value.content,
    correctionsName: corrections.value.name,
    registry: registry.value,
    defaults,
  });
  return imported.value ? ok({ imported: imported.value, path }, imported.diagnostics) : failed(imported.diagnostics);
}

function flagFaults({ id, year }: ImportFlags): Diagnostic[] {
  return [
    ...(id !== '' && slug(id) === id ? [] : [usage(`--id chỉ gồm chữ thường không dấu, số và gạch nối: "${id}"`)]),
    ...(/^(19|20|21)\d\d$/.test(year) ? [] : [usage(`--year phải là một năm: "${year}"`)]),
  ];
}

function rolesOf(given: readonly string[]): Outcome<Readonly<Record<string, ColumnRole>>> {
  const pairs = given
    .flatMap((line) => line.split(';'))
    .map((line) => /^(.+)=([a-zA-Z]+)$/s.exec(cleanText(line).trim()));
  const wrong = pairs.filter((p) => !p || !COLUMN_ROLES.includes(p[2] as ColumnRole)).length;
  if (wrong > 0) return failed([usage(`--roles viết dạng "Tiến độ=due"; các nghĩa: ${COLUMN_ROLES.join(', ')}`)]);
  return ok(Object.fromEntries(pairs.map((p) => [(p?.[1] ?? '').trim(), p?.[2] as ColumnRole])));
}

function readFiles(paths: readonly string[]): Outcome<readonly SourceFile[]> {
  const diagnostics: Diagnostic[] = [];
  const files = paths.flatMap((path): readonly SourceFile[] => {
    try {
      const bytes = readBytes(path, MAX_BYTES);
      if (bytes) return [{ name: basename(path), bytes }];
      diagnostics.push(error('BC1601', { file: path }, { what: 'tệp', limit: MAX_BYTES / 1_000_000 }));
      return [];
    } catch (reason) {
      diagnostics.push(error('BC1004', { file: path }, { reason: reasonOf(reason) }));
      return [];
    }
  });
  return diagnostics.length > 0 ? failed(diagnostics) : ok(files);
}

/** The file named, which must be there, or the plan's own in `data/sources`, which need not. */
function loadCorrections(
  ws: Workspace,
  { id, corrections }: ImportFlags,
): Outcome<{ content: Corrections; name: string }> {
  const path = corrections === undefined ? ws.find('data', 'sources', `${id}.corrections.json`) : resolve(corrections);
  if (path === undefined) return ok({ content: NO_CORRECTIONS, name: `${id}.corrections.json` });
  const name = ws.show(path);
  let json: unknown;
  try {
    json = JSON.parse(readText(path));
  } catch (reason) {
    const code = isThere(path) ? 'BC1003' : 'BC1004';
    return failed([error(code, { file: name }, { reason: reasonOf(reason) })]);
  }
  const content = parseWith(correctionsSchema, json, { file: name });
  return content.value ? ok({ content: content.value, name: basename(path) }) : failed(content.diagnostics);
}

interface ImportPlace {
  readonly jurisdiction: string;
  readonly regime: string | null;
  readonly indicators: string | null;
  readonly outline: string | null;
}

/** Where nobody says, a plan is taken to be of the same place as the workspace's one active plan. */
function placeOf(ws: Workspace, flags: ImportFlags, { plan: told }: Corrections): ImportPlace {
  const active = choosePlan(ws, undefined);
  const like = active.value === undefined ? undefined : loadPlanFile(ws, active.value).value;
  const jurisdiction = flags.jurisdiction ?? told.jurisdiction ?? like?.jurisdiction ?? '';
  const same = like !== undefined && like.jurisdiction === jurisdiction;
  return {
    jurisdiction,
    regime: flags.regime ?? told.regime ?? (same ? like.regime : null),
    indicators: like?.indicators ?? null,
    outline: like?.outline ?? null,
  };
}

function defaultsOf(ws: Workspace, { regime, indicators, outline }: ImportPlace): ImportDefaults {
  const loaded = regime === null ? undefined : loadRegime(ws, regime).value;
  return { regime, indicators, outline, issuer: loaded?.reporter ?? null };
}
