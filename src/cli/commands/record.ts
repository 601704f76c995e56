/** `record`: one fact from flags, or many from a JSONL file of any length; all or nothing. */

import type { CommandModule } from 'yargs';
import { FewNotes, lateNotes, placesOf } from '../../app/late';
import { recordPages, type Told } from '../../app/record';
import { bookingContext } from '../../app/plan-data';
import type { BookingContext } from '../../ledger/booking';
import type { LedgerStore } from '../../ledger/store/port';
import { error, failed, info, ok, warning, type Diagnostic, type Outcome, type PlacedLine } from '../../lib/diagnostic';
import { allIssues } from '../../shell/issue-source';
import { begun, linePages, UnreadableLines } from '../../shell/lines';
import { choosePlan, loadPlanData } from '../../shell/plan-data';
import { run, type Answer, type CommonFlags, type Run } from '../run';

interface RecordFlags extends CommonFlags {
  readonly from?: string;
  readonly unit?: string;
  readonly task?: string;
  readonly part?: number;
  readonly event?: string;
  readonly on?: string;
  readonly evidence?: readonly string[];
  readonly note?: string;
  readonly reason?: string;
  readonly remedy?: string;
  readonly due?: string;
  readonly basis?: string;
}

function lineFromFlags(flags: RecordFlags): Outcome<readonly PlacedLine[]> {
  const missing = (['unit', 'task', 'event', 'on'] as const).filter((key) => flags[key] === undefined);
  if (missing.length > 0)
    return failed([
      error('BC2001', {}, { reason: `thiếu ${missing.map((m) => `--${m}`).join(', ')} (hoặc dùng --from TỆP)` }),
    ]);
  const { unit, plan, task, part, event, on, evidence, note, reason, remedy, due, basis } = flags;
  return ok([
    {
      text: JSON.stringify({
        unit,
        plan,
        task: String(task),
        part,
        event,
        on,
        evidence,
        note,
        reason,
        remedy,
        due,
        basis,
      }),
      where: {},
    },
  ]);
}

/** Contexts by plan, each loaded once. */
function contexts({ ws }: Run): (plan: string) => Outcome<BookingContext> {
  const known = new Map<string, Outcome<BookingContext>>();
  return (plan) => {
    const found = known.get(plan);
    if (found) return found;
    const data = loadPlanData(ws, plan);
    const context = data.value ? ok(bookingContext(data.value)) : failed<BookingContext>(data.diagnostics);
    known.set(plan, context);
    return context;
  };
}

export const record: CommandModule<object, RecordFlags> = {
  command: 'record',
  describe: 'Ghi sự kiện vào sổ',
  builder: (y) =>
    y
      .option('from', { type: 'string', nargs: 1, describe: 'Tệp JSONL, mỗi dòng một sự kiện; "-" là đầu vào chuẩn' })
      .option('unit', { type: 'string', describe: 'Đơn vị (mã hoặc tên)' })
      .option('task', { type: 'string', describe: 'Số nhiệm vụ' })
      .option('part', { type: 'number', describe: 'Thứ tự phần việc; bỏ trống: mọi phần của đơn vị' })
      .option('event', {
        type: 'string',
        describe: 'started, progress, completed, unsatisfactory, triggered, extended, cancelled, corrected',
      })
      .option('on', { type: 'string', describe: 'Ngày xảy ra, YYYY-MM-DD' })
      .option('evidence', { type: 'string', array: true, describe: 'Văn bản, minh chứng' })
      .option('note', { type: 'string', describe: 'Kết quả' })
      .option('reason', { type: 'string', describe: 'Lý do chậm' })
      .option('remedy', { type: 'string', describe: 'Giải pháp khắc phục' })
      .option('due', { type: 'string', describe: 'Hạn mới (gia hạn, phát sinh)' })
      .option('basis', { type: 'string', describe: 'Văn bản căn cứ' }),
  handler: (flags) =>
    run(flags, async (context) => {
      const line = flags.from === undefined ? lineFromFlags(flags) : undefined;
      if (line && !line.value) return failed(line.diagnostics);
      try {
        const pages = flags.from === undefined ? onePage(line?.value ?? []) : await begun(linePages(flags.from));
        return await context.withLedger((ledger) => recordInto(context, ledger, pages));
      } catch (reason) {
        if (reason instanceof UnreadableLines) return failed([reason.diagnostic]);
        throw reason;
      }
    }),
};

async function* onePage(lines: readonly PlacedLine[]): AsyncGenerator<readonly PlacedLine[]> {
  yield lines;
}

/** More are counted in the answer. */
const MOST_KNOWN_SHOWN = 20;

async function recordInto(
  context: Run,
  ledger: LedgerStore,
  pages: AsyncIterable<readonly PlacedLine[]>,
): Promise<Outcome<Answer>> {
  const { flags, now, ws } = context;
  const issues = await allIssues(ledger);
  const late = new FewNotes();
  const notes: Diagnostic[] = [];
  const plans = new Set<string>();
  const events: { readonly seq: number; readonly id: string }[] = [];
  const told: Told = (batch, lines, { appended, known }) => {
    late.add(lateNotes(appended, issues.value ?? [], placesOf(batch, lines)));
    for (const { seq } of known.slice(0, MOST_KNOWN_SHOWN - notes.length)) notes.push(info('BC2118', {}, { seq }));
    for (const { fact } of batch) plans.add(fact.plan);
    if (flags.json) events.push(...appended.map(({ seq, id }) => ({ seq, id })));
  };
  const options = { now, sample: false, plan: choosePlan(ws, flags.plan).value, contextOf: contexts(context) };
  const done = await ledger.intake((intake) => recordPages(pages, options, intake, told));
  if (!done.value) return failed(done.diagnostics);
  const { recorded, known } = done.value;
  const mixed = recorded > 0 && (await hasSamples(ledger, plans));
  const text = `Đã ghi ${recorded} sự kiện mới, ${known} sự kiện đã có trong sổ.`;
  return ok({ json: { recorded, known, events }, text }, [
    ...done.diagnostics,
    ...notes,
    ...(recorded > 0 ? issues.diagnostics : []),
    ...late.all(),
    ...(mixed ? [warning('BC2119', {})] : []),
  ]);
}

async function hasSamples(ledger: Pick<LedgerStore, 'extent'>, plans: Iterable<string>): Promise<boolean> {
  for (const plan of plans) if ((await ledger.extent({ plan })).sampleEvents > 0) return true;
  return false;
}
