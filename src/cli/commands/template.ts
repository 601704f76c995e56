/** `template`: an agency's own Word template - a sample to begin with, and what a template asks for. */

import { resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { error, failed, ok } from '../../lib/diagnostic';
import { reasonOf } from '../../lib/reason';
import { writeWhole } from '../../shell/files';
import { makeSampleTemplate, readWordTemplate } from '../../shell/word-template';
import { isThere } from '../../shell/workspace';
import { openPlan } from '../period';
import { run, type CommonFlags } from '../run';

const check: CommandModule<object, CommonFlags & { readonly file: string }> = {
  command: 'check <file>',
  describe: 'Xem một mẫu Word có những chỗ điền nào, sai ở đâu',
  builder: (y) => y.positional('file', { type: 'string', demandOption: true, describe: 'Tệp .docx' }),
  handler: (flags) =>
    run(flags, async () => {
      const template = await readWordTemplate(resolve(flags.file), flags.file);
      if (!template.value) return failed(template.diagnostics);
      const spots = template.value.spots.map(({ place, names, text }) => ({ place, names, text }));
      const text = spots.map(({ place, names }) => `${place}: ${names.filter((n) => n !== '!').join(', ')}`);
      return ok({
        json: { file: flags.file, sha256: template.value.sha256, placeholders: spots },
        text: text.join('\n'),
      });
    }),
};

const sample: CommandModule<object, CommonFlags & { readonly out: string; readonly force?: boolean }> = {
  command: 'sample',
  describe: 'Ghi một mẫu Word có lời dặn để cơ quan sửa theo ý mình',
  builder: (y) =>
    y
      .option('out', { type: 'string', demandOption: true, describe: 'Tệp .docx cần ghi' })
      .option('force', { type: 'boolean', describe: 'Ghi đè tệp đã có' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const path = resolve(flags.out);
      if (isThere(path) && !flags.force) return failed([error('BC3059', { file: path })]);
      const data = openPlan(context);
      if (!data.value) return failed(data.diagnostics);
      const bytes = await makeSampleTemplate(context.ws, data.value.registry.place);
      try {
        writeWhole(path, bytes);
      } catch (reason) {
        return failed([error('BC1005', { file: path }, { reason: reasonOf(reason) })]);
      }
      return ok({ json: { path, bytes: bytes.length }, text: path });
    }),
};

export const template: CommandModule = {
  command: 'template',
  describe: 'Mẫu Word của cơ quan',
  builder: (y) => y.command(check).command(sample).demandCommand(1, 'nêu một trong: check, sample'),
  handler: () => undefined,
};
