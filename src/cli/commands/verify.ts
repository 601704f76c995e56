/** `verify FILE`: whose issued file this is, and whether it is unchanged. Exit 0 only for an unchanged issued file. */

import { resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { verifyFile, verifyJson, type Verified } from '../../app/verify';
import { verifiedText } from '../../app/verify-text';
import { sha256 } from '../../lib/canonical-json';
import { error, failed, info, ok, warning, type Diagnostic, type Outcome } from '../../lib/diagnostic';
import { allIssues } from '../../shell/issue-source';
import { readBytes } from '../../shell/workspace';
import { reasonOf } from '../../lib/reason';
import { run, type CommonFlags } from '../run';

const MAX_BYTES = 256 * 1024 * 1024;

function read(path: string): Outcome<Uint8Array> {
  try {
    const bytes = readBytes(resolve(path), MAX_BYTES);
    return bytes ? ok(bytes) : failed([error('BC1004', { file: path }, { reason: 'tệp lớn quá 256 MB' })]);
  } catch (reason) {
    return failed([error('BC1004', { file: path }, { reason: reasonOf(reason) })]);
  }
}

function notesOf({ file, known, changed, issue, provenance }: Verified): readonly Diagnostic[] {
  if (known) return changed && issue ? [warning('BC4030', { file }, { issue: issue.id })] : [];
  const { issue: named, plan, period } = provenance?.properties ?? {};
  if (named !== undefined) return [warning('BC4033', { file }, { issue: named })];
  if (plan !== undefined && period !== undefined) return [info('BC4032', { file }, { plan, period })];
  return [info('BC4031', { file })];
}

export const verify: CommandModule<object, CommonFlags & { file: string }> = {
  command: 'verify <file>',
  describe: 'Tệp này có phải tệp đã phát hành không, có bị thay đổi không',
  builder: (y) =>
    y.positional('file', { type: 'string', demandOption: true, describe: 'Tệp Word, Excel, HTML hoặc PDF' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const bytes = read(flags.file);
      if (!bytes.value) return failed(bytes.diagnostics);
      const content = bytes.value;
      return context.withLedger(async (ledger) => {
        const issues = await allIssues(ledger);
        if (!issues.value) return failed(issues.diagnostics);
        const kept = (hash: string): Promise<Uint8Array | undefined> => ledger.register.blob(hash);
        const asked = { file: flags.file, bytes: content, sha256: sha256(content), issues: issues.value, kept };
        const verified = await verifyFile(asked);
        const isIntact = verified.known && verified.changed === false;
        const answer = { json: verifyJson(verified), text: verifiedText(verified), failed: !isIntact };
        return ok(answer, notesOf(verified));
      });
    }),
};
