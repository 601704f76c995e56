/** `lint FILE.docx`: the form of a Word file against Nghị định 30/2020/NĐ-CP; `--fix` writes a corrected copy. */

import { resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { fixJson, fixText, lintJson, lintText } from '../../app/lint';
import { error, failed, ok, type Outcome } from '../../lib/diagnostic';
import { reasonOf } from '../../lib/reason';
import { fixFile, lintDocument, type LintRequest } from '../../lint/lint';
import { writeWhole } from '../../shell/files';
import { loadRuleTable, officialNames, readWordFile, renderForLint } from '../../shell/lint';
import { isThere } from '../../shell/workspace';
import { run, type Answer, type CommonFlags, type Run } from '../run';

interface LintFlags extends CommonFlags {
  readonly file: string;
  readonly fix?: boolean;
  readonly out?: string;
  readonly force?: boolean;
  readonly render?: boolean;
  readonly upward?: boolean;
}

/** The copy beside the file: `bao-cao.docx` → `bao-cao.sua.docx`. */
const copyName = (file: string): string => file.replace(/(?:\.docx)?$/i, '.sua.docx');

function request({ ws }: Run, flags: LintFlags): Outcome<LintRequest> {
  const table = loadRuleTable(ws, 'nghi-dinh-30');
  const bytes = readWordFile(resolve(flags.file));
  if (!table.value || !bytes.value) return failed([...table.diagnostics, ...bytes.diagnostics]);
  const names = officialNames(ws);
  return ok({ file: flags.file, bytes: bytes.value, table: table.value, names, upward: flags.upward === true });
}

async function check(asked: LintRequest, flags: LintFlags): Promise<Outcome<Answer>> {
  const first = lintDocument(asked);
  if (!first.value) return failed(first.diagnostics);
  const printed = flags.render === false ? undefined : await renderForLint(asked.file, asked.bytes);
  const report = printed?.rendering
    ? (lintDocument({ ...asked, rendering: printed.rendering }).value ?? first.value)
    : first.value;
  const notes = [...report.diagnostics, ...(printed?.notes ?? [])];
  const whole = { ...report, diagnostics: notes };
  return ok(
    { json: lintJson(asked.file, whole), text: lintText(asked.file, whole), failed: report.counts.E > 0 },
    notes,
  );
}

function correct(asked: LintRequest, flags: LintFlags): Outcome<Answer> {
  const path = resolve(flags.out ?? copyName(flags.file));
  if (path === resolve(flags.file))
    return failed([error('BC2001', {}, { reason: 'không ghi đè tệp gốc: chọn tên khác cho --out' })]);
  if (isThere(path) && !flags.force) return failed([error('BC2512', { file: path })]);
  const fixed = fixFile(asked);
  if (!fixed.value) return failed(fixed.diagnostics);
  try {
    writeWhole(path, fixed.value.bytes);
  } catch (reason) {
    return failed([error('BC1005', { file: path }, { reason: reasonOf(reason) })]);
  }
  const notes = [...fixed.value.diagnostics, ...fixed.value.left.diagnostics];
  const answer = { json: fixJson(asked.file, path, fixed.value), text: fixText(path, fixed.value) };
  return ok({ ...answer, failed: fixed.value.left.counts.E > 0 }, notes);
}

export const lint: CommandModule<object, LintFlags> = {
  command: 'lint <file>',
  describe: 'Soát thể thức tệp Word theo Nghị định 30/2020/NĐ-CP',
  builder: (y) =>
    y
      .positional('file', { type: 'string', demandOption: true, describe: 'Tệp .docx' })
      .option('fix', { type: 'boolean', describe: 'Ghi một bản đã sửa những gì sửa được bằng máy' })
      .option('out', { type: 'string', describe: 'Tên bản đã sửa (mặc định: TỆP.sua.docx)' })
      .option('force', { type: 'boolean', describe: 'Ghi đè bản đã sửa cũ' })
      .option('render', { type: 'boolean', default: true, describe: 'Dùng --no-render để không soát bản in' })
      .option('upward', { type: 'boolean', describe: 'Báo cáo gửi cấp trên: phải có Kính gửi' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const asked = request(context, flags);
      if (!asked.value) return failed(asked.diagnostics);
      return flags.fix ? correct(asked.value, flags) : check(asked.value, flags);
    }),
};
