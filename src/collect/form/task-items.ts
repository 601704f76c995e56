/** The obligations of a unit as rows of its form, each with its last day and what was told of it last. */

import { formatDate } from '../../i18n/format';
import type { Obligation } from '../../obligations/fan-out';
import { judge, type Judgement } from '../../obligations/status';
import { partsOf } from '../../plan/parts';
import { inSentence } from '../../report/wording';
import type { FormContext } from './context';
import type { TaskItem } from './model';

export function taskItems(context: FormContext, unit: string): readonly TaskItem[] {
  const input = {
    rules: context.rules.status,
    index: context.index,
    registry: context.registry,
    window: context.period.window,
    reportedUnits: new Set<string>(),
    addWorkingDays: context.regime.workingDays?.add,
  };
  const items = (context.obligations.get(unit) ?? []).map((o) => itemOf(o, judge(o, input), context));
  const times = new Map<string, number>();
  for (const { title } of items) times.set(title, (times.get(title) ?? 0) + 1);
  return items.map(({ lead, ...item }) =>
    (times.get(item.title) ?? 0) > 1 ? { ...item, title: `${item.title} (giao: ${lead})` } : item,
  );
}

/** The row's key: the task's id, with the part where the task has more than one. */
export function taskKey({ part }: Pick<Obligation, 'part'>): string {
  return partsOf(part.task).length > 1 ? `${part.task.id}/${part.no}` : part.task.id;
}

/** `lead`: whom the plan's own words give it to, for telling apart rows of one task. */
function itemOf(
  obligation: Obligation,
  judgement: Judgement,
  { plan }: FormContext,
): TaskItem & { readonly lead: string } {
  const { part } = obligation;
  const area = plan.areas.find((a) => a.code === part.task.area);
  const printed = inSentence(part.due.text);
  const title = inSentence(part.task.title);
  return {
    lead: inSentence(part.assignment.leadText),
    key: taskKey(obligation),
    task: part.task.id,
    part: part.no,
    cls: part.cls,
    area: { code: part.task.area, title: area?.title ?? '' },
    title: part.label ? `${title} (${inSentence(part.label)})` : title,
    product: inSentence(part.assignment.product ?? part.task.product ?? ''),
    dueText: judgement.due ? `${printed}\n(đến hết ${formatDate(judgement.due)})` : printed,
    due: judgement.due,
    known: knownText(judgement),
    settled: judgement.situation.cancelled || (part.cls !== 'periodic' && judgement.situation.delivery === 'done'),
  };
}

function knownText({ situation, completedOn, events, obligation }: Judgement): string {
  const last = events[events.length - 1]?.fact;
  if (situation.cancelled) return 'Đã cho dừng';
  if (situation.delivery === 'unsatisfactory') return 'Chưa đạt yêu cầu, phải thực hiện lại';
  if (completedOn && obligation.part.cls !== 'periodic') return `Đã hoàn thành ngày ${formatDate(completedOn)}`;
  if (!last) return 'Chưa có thông tin';
  const day = formatDate(last.occurredOn);
  if (last.event === 'not-started') return 'Chưa triển khai';
  if (obligation.part.cls === 'periodic' && situation.started) return `Kết quả gần nhất: ${day}`;
  if (situation.started) return 'Đang thực hiện';
  if (situation.triggered) return `Đã phát sinh ngày ${day}`;
  return last.event === 'extended' ? 'Được gia hạn' : 'Chưa có thông tin';
}
