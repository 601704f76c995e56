/** `baocao`: the command line. Thin: it reads flags, calls a use case, prints. Help is Vietnamese. */

import yargs from 'yargs';
import { diagnosticJson, diagnosticText } from '../i18n/render-diagnostic';
import { error } from '../lib/diagnostic';
import { commandsIn } from './commands';
import { YARGS_STRINGS } from './strings';

/** Wrong words on the command line: nothing has been done yet. */
class UsageError extends Error {}

function usageError(reason: string, json: boolean): void {
  const diagnostic = error('BC2001', {}, { reason });
  process.stderr.write(`${diagnosticText(diagnostic)}\n`);
  if (json) process.stdout.write(`${JSON.stringify({ diagnostics: [diagnosticJson(diagnostic)] })}\n`);
  process.exitCode = 2;
}

/** A flag that is no list, given twice: which one is meant is nobody's guess. */
function eachFlagOnce(flags: Readonly<Record<string, unknown>>, known: { readonly array?: readonly string[] }): true {
  const lists = new Set(known.array ?? []);
  const twice = Object.keys(flags).find((key) => key !== '_' && Array.isArray(flags[key]) && !lists.has(key));
  if (twice !== undefined) throw new UsageError(`tham số --${twice} chỉ nêu một lần`);
  return true;
}

/** Words of a person may be empty; of anything else an empty value is a value that was forgotten. */
const MAY_BE_EMPTY = new Set(['text', 'note', 'reason', 'remedy', 'evidence']);

function eachFlagSaid(flags: Readonly<Record<string, unknown>>): true {
  const empty = Object.keys(flags).find((key) => {
    const values = [flags[key]].flat();
    return key !== '_' && !MAY_BE_EMPTY.has(key) && values.some((value) => value === '' || Number.isNaN(value));
  });
  if (empty !== undefined) throw new UsageError(`thiếu giá trị của tham số: ${empty}`);
  return true;
}

const FLAG = /^--?[a-z][a-z-]*(=|$)/;

/** Words of a person may begin with a dash ("- Đã ban hành", "-5%"): they are joined to their flag, and are none themselves. */
function withDashedWords(args: readonly string[]): string[] {
  const takesWords = (arg: string | undefined): boolean =>
    arg?.startsWith('--') === true && MAY_BE_EMPTY.has(arg.slice(2));
  const joined: string[] = [];
  for (const [i, arg] of args.entries()) {
    if (takesWords(args[i - 1]) && arg.startsWith('-') && !FLAG.test(arg)) joined.push(`${joined.pop()}=${arg}`);
    else joined.push(arg);
  }
  return joined;
}

/** A reader that has seen enough (`| head`) closes the pipe: that is no fault, and the exit code stands. */
function endQuietly(failure: NodeJS.ErrnoException): void {
  if (failure.code !== 'EPIPE') throw failure;
}

export async function main(args: readonly string[]): Promise<void> {
  process.stdout.on('error', endQuietly);
  process.stderr.on('error', endQuietly);
  let parser = yargs(withDashedWords(args))
    .scriptName('baocao')
    .locale('en')
    .updateStrings(YARGS_STRINGS)
    .usage('$0 <lệnh>  Lập báo cáo định kỳ từ kế hoạch và sổ sự kiện')
    .options({
      workspace: { type: 'string', describe: 'Thư mục làm việc (có data/, templates/, output/)', global: true },
      db: {
        type: 'string',
        describe: 'Sổ sự kiện: sqlite:ĐƯỜNG_DẪN hoặc postgres://… (mặc định: DATABASE_URL, hoặc data/ledger.sqlite)',
        global: true,
      },
      artifacts: {
        type: 'string',
        describe: 'Nơi các máy để tệp đã lập: postgres, thư mục chung, s3://KHO (mặc định: postgres)',
        global: true,
      },
      plan: { type: 'string', describe: 'Mã kế hoạch', global: true },
      now: { type: 'string', describe: 'Đồng hồ, dạng ISO 8601 (mặc định: đồng hồ của máy)', global: true },
      'as-of': {
        type: 'string',
        describe: 'Chỉ xét những gì đã ghi đến thời điểm này (mặc định: --now)',
        global: true,
      },
      json: { type: 'boolean', describe: 'In đúng một tài liệu JSON', global: true },
      quiet: { type: 'boolean', describe: 'Không nói gì ngoài kết quả', global: true },
      color: { type: 'boolean', default: true, describe: 'Dùng --no-color để bỏ màu', global: true },
    })
    .demandCommand(1, 'chưa nêu lệnh')
    .check(eachFlagOnce)
    .check(eachFlagSaid)
    .strict()
    .recommendCommands()
    .parserConfiguration({ 'duplicate-arguments-array': true, 'parse-numbers': false })
    .wrap(100)
    .version()
    .help();
  for (const command of await commandsIn(args)) parser = parser.command(command);
  parser = parser.exitProcess(false).fail((message, failure) => {
    // What the reader of the command line itself throws is about its words; anything else is ours.
    if (failure && failure.name !== 'YError') throw failure;
    throw new UsageError(message ?? failure?.message);
  });
  try {
    await parser.parseAsync();
  } catch (failure) {
    if (!(failure instanceof UsageError)) throw failure;
    usageError(failure.message, args.includes('--json'));
  }
}
