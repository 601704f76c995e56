/** `record`: one fact from flags, or many from a JSONL file; all or nothing. */

import type { CommandModule } from 'yargs';
import { lateNotes, placesOf } from '../../app/late';
import { bookLines, jsonLines, type TextLine } from '../../app/record';
import { bookingContext } from '../../app/plan-data';
import type { BookingContext } from '../../ledger/booking';
import { error, failed, info, ok, warning, type Outcome } from '../../lib/diagnostic';
import { reasonOf } from '../../lib/reason';
import type { Issue } from '../../report/issue';
import { allIssues } from '../../shell/issue-source';
import { choosePlan, loadPlanData } from '../../shell/plan-data';
import { readStandardInput, readText } from '../../shell/workspace';
import { run, type CommonFlags, type Run } from '../run';

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

const MAX_BYTES = 512 * 1024 * 1024;

function linesFromFile(path: string): Outcome<readonly TextLine[]> {
  try {
    const text = path === '-' ? readStandardInput() : readText(path);
    if (text.length > MAX_BYTES) return failed([error('BC1004', { file: path }, { reason: 'tệp lớn quá 512 MB' })]);
    return ok(jsonLines(text, path));
  } catch (reason) {
    return failed([error('BC1004', { file: path }, { reason: reasonOf(reason) })]);
  }
}

function lineFromFlags(flags: RecordFlags): Outcome<readonly TextLine[]> {
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
      const lines = flags.from === undefined ? lineFromFlags(flags) : linesFromFile(flags.from);
      if (!lines.value) return failed(lines.diagnostics);
      const plan = choosePlan(context.ws, flags.plan);
      const events = bookLines(lines.value, {
        now: context.now,
        sample: false,
        plan: plan.value,
        contextOf: contexts(context),
      });
      if (!events.value) return failed(events.diagnostics);
      const batch = events.value;
      return context.withLedger(async (ledger) => {
        const { appended, known } = await ledger.append(batch, context.now);
        const notes = known.slice(0, 20).map(({ seq }) => info('BC2118', {}, { seq }));
        const mixed =
          appended.length > 0 &&
          (await hasSamples(
            ledger,
            batch.map((e) => e.fact.plan),
          ));
        const issues = appended.length > 0 ? await allIssues(ledger) : ok<readonly Issue[]>([]);
        const late = lateNotes(appended, issues.value ?? [], placesOf(batch, lines.value ?? []));
        const json = {
          recorded: appended.length,
          known: known.length,
          events: appended.map((e) => ({ seq: e.seq, id: e.id })),
        };
        const text = `Đã ghi ${appended.length} sự kiện mới, ${known.length} sự kiện đã có trong sổ.`;
        return ok({ json, text }, [
          ...events.diagnostics,
          ...notes,
          ...issues.diagnostics,
          ...late,
          ...(mixed ? [warning('BC2119', {})] : []),
        ]);
      });
    }),
};

async function hasSamples(
  ledger: { extent(q: { plan: string }): Promise<{ readonly sampleEvents: number }> },
  plans: readonly string[],
): Promise<boolean> {
  for (const plan of new Set(plans)) if ((await ledger.extent({ plan })).sampleEvents > 0) return true;
  return false;
}
