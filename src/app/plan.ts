/** `plan show` and `deadline`: a plan and its due texts as JSON and as a person checks them. */

import { formatDate } from '../i18n/format';
import { partsOf } from '../plan/parts';
import type { Due } from '../plan/deadline/due';
import type { Plan } from '../plan/plan';

export function planJson(plan: Plan): object {
  const { id, title, issuer, issuerText, number, signedOn, from, to, regime, areas, targets, notes } = plan;
  const tasks = plan.tasks.map((t) => ({
    ...t,
    assignments: t.assignments.map((a) => ({
      no: a.no,
      product: a.product ?? null,
      lead: a.lead,
      leadText: a.leadText,
      support: a.support,
      supportText: a.supportText,
      due: a.due,
    })),
  }));
  return { id, title, issuer, issuerText, number, signedOn, from, to, regime, areas, tasks, targets, notes };
}

export function planText(plan: Plan): string {
  const lines = plan.tasks.map((task) => {
    const parts = partsOf(task).map(
      (p) => `    ${p.no}. ${p.assignment.leadText.replace(/\n/g, '; ')}: ${dueText(p.due)}`,
    );
    return [`${task.id}. ${task.title}`, ...parts].join('\n');
  });
  return [`${plan.title} (${plan.from} - ${plan.to})`, ...lines].join('\n');
}

/** One due on one line: text, kind, last day, what was not read. */
export function dueText(due: Due): string {
  const days = [due.start && `từ ${formatDate(due.start)}`, due.end && `đến hết ${formatDate(due.end)}`]
    .filter(Boolean)
    .join(' ');
  const parts = due.parts.map((p) => `\n      - ${dueText(p)}`).join('');
  const extra = [
    due.recurrence && `lặp: ${due.recurrence.every}`,
    due.trigger && `khi: ${due.trigger.text}`,
    due.alsoContinuous && 'và thường xuyên',
    due.condition && `điều kiện: ${due.condition}`,
    due.unread && `chưa đọc: "${due.unread}"`,
  ].filter(Boolean);
  return `"${due.text.replace(/\n/g, ' / ')}" → ${due.kind}${days ? `, ${days}` : ''}${extra.length ? ` (${extra.join('; ')})` : ''}${parts}`;
}
