/** `indicators export | load`: the list of indicators out to Excel, and an edited one back as a data file. */

import { basename, join, resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { indicatorList, listChanges, listText, loadIndicatorList, type LoadedList } from '../../app/indicators';
import { error, failed, ok, type Outcome } from '../../lib/diagnostic';
import { reasonOf } from '../../lib/reason';
import { sha256 } from '../../lib/canonical-json';
import { slug } from '../../lib/text';
import { writeWhole } from '../../shell/files';
import { loadIndicators, loadPlanFile, loadRegistry } from '../../shell/load';
import { choosePlan } from '../../shell/plan-data';
import { openRenderers } from '../../shell/renderers';
import { isThere, readBytes, type Workspace } from '../../shell/workspace';
import { run, type Answer, type CommonFlags, type Run } from '../run';

/** Larger than any list; looked at before a byte is read. */
const MAX_BYTES = 20_000_000;

interface ExportFlags extends CommonFlags {
  readonly out: string;
  readonly id?: string;
  readonly force?: boolean;
}

interface LoadFlags extends CommonFlags {
  readonly file: string;
  readonly id: string;
  readonly force?: boolean;
}

/** Writes a file that is not there yet, or that may be written over. */
function write({ ws }: Run, path: string, bytes: Uint8Array, force: boolean | undefined): Outcome<true> {
  if (isThere(path) && !force) return failed([error('BC2269', { file: ws.show(path) }, { file: ws.show(path) })]);
  try {
    writeWhole(path, bytes);
    return ok(true);
  } catch (reason) {
    return failed([error('BC1005', { file: ws.show(path) }, { reason: reasonOf(reason) })]);
  }
}

/** The list named, else that of the plan. */
function listId(ws: Workspace, { id, plan }: ExportFlags): Outcome<string> {
  if (id !== undefined) return ok(id);
  const chosen = choosePlan(ws, plan);
  const file = chosen.value === undefined ? undefined : loadPlanFile(ws, chosen.value);
  return file?.value ? ok(file.value.indicators) : failed(file?.diagnostics ?? chosen.diagnostics);
}

async function exportList(context: Run, flags: ExportFlags): Promise<Outcome<Answer>> {
  const id = listId(context.ws, flags);
  if (id.value === undefined) return failed(id.diagnostics);
  const list = loadIndicators(context.ws, id.value);
  if (!list.value) return failed(list.diagnostics);
  const bytes = await indicatorList(list.value, openRenderers(context.ws));
  const path = resolve(flags.out);
  const written = write(context, path, bytes, flags.force);
  if (!written.value) return failed(written.diagnostics);
  return ok({ json: { id: id.value, path, sha256: sha256(bytes), bytes: bytes.length }, text: path });
}

function readList({ ws }: Run, { file, id }: LoadFlags): Outcome<LoadedList> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = readBytes(file, MAX_BYTES);
  } catch (reason) {
    return failed([error('BC1004', { file }, { reason: reasonOf(reason) })]);
  }
  if (!bytes) return failed([error('BC1601', { file }, { what: 'tệp', limit: MAX_BYTES / 1_000_000 })]);
  const registries = ws.list('data/units', '.json').flatMap((name) => loadRegistry(ws, name).value ?? []);
  const bodies = new Map(registries.map((r) => [r.id, new Set([...r.units, ...r.groups].map((entry) => entry.id))]));
  return loadIndicatorList({ name: basename(file), bytes }, id, bodies);
}

async function loadList(context: Run, flags: LoadFlags): Promise<Outcome<Answer>> {
  const { ws } = context;
  if (flags.id === '' || slug(flags.id) !== flags.id)
    return failed([
      error('BC2001', {}, { reason: `--id chỉ gồm chữ thường không dấu, số và gạch nối: "${flags.id}"` }),
    ]);
  const list = readList(context, flags);
  if (!list.value) return failed(list.diagnostics);
  const before = ws.find('data', 'indicators', `${flags.id}.json`) ? loadIndicators(ws, flags.id).value : undefined;
  const path = join(ws.root, 'data', 'indicators', `${flags.id}.json`);
  const written = write(context, path, Buffer.from(list.value.text), flags.force);
  if (!written.value) return failed([...list.diagnostics, ...written.diagnostics]);
  const changes = listChanges(before ?? null, list.value.file);
  const counts = { indicators: list.value.file.indicators.length, checks: list.value.file.checks.length };
  return ok(
    { json: { id: flags.id, path, ...counts, changes }, text: `${ws.show(path)}\n${listText(list.value, changes)}` },
    list.diagnostics,
  );
}

const exportCommand: CommandModule<object, ExportFlags> = {
  command: 'export',
  describe: 'Xuất danh sách chỉ tiêu ra Excel để sửa',
  builder: (y) =>
    y
      .option('out', { type: 'string', demandOption: true, describe: 'Tệp Excel ghi ra' })
      .option('id', { type: 'string', describe: 'Mã danh sách (mặc định: danh sách của kế hoạch)' })
      .option('force', { type: 'boolean', describe: 'Ghi đè tệp đã có' }),
  handler: (flags) => run(flags, (context) => exportList(context, flags)),
};

const loadCommand: CommandModule<object, LoadFlags> = {
  command: 'load <file>',
  describe: 'Nạp danh sách chỉ tiêu đã sửa trong Excel',
  builder: (y) =>
    y
      .positional('file', { type: 'string', demandOption: true, describe: 'Tệp Excel' })
      .option('id', { type: 'string', demandOption: true, describe: 'Mã danh sách ghi vào data/indicators' })
      .option('force', { type: 'boolean', describe: 'Ghi đè danh sách đã có' }),
  handler: (flags) => run(flags, (context) => loadList(context, flags)),
};

export const indicators: CommandModule = {
  command: 'indicators <việc>',
  describe: 'Danh sách chỉ tiêu thống kê: xuất ra Excel, nạp lại',
  builder: (y) => y.command(exportCommand).command(loadCommand).demandCommand(1, 'chưa nêu việc cần làm với danh sách'),
  handler: () => undefined,
};
