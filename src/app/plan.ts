/** `plan show` and `deadline`: a plan and its due texts as JSON and as a person checks them. */

import { formatDate } from '../i18n/format';
import { partsOf } from '../plan/parts';
import type { Due, DueKind } from '../plan/deadline/due';
import type { Plan } from '../plan/plan';

export function planJson(plan: Plan): object {
  const { id, title, issuer, issuerText, number, signedOn, from, to, regime, areas, targets, notes } = plan;
  const tasks = plan.tasks.map(({ titlePrinted, ...t }) => ({
    ...t,
    title: titlePrinted ?? t.title,
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
  return [`${plan.title} (${formatDate(plan.from)} - ${formatDate(plan.to)})`, ...lines].join('\n');
}

const KINDS: Readonly<Record<DueKind, string>> = {
  month: 'tháng',
  quarter: 'quý',
  year: 'năm',
  'by-date': 'chậm nhất',
  window: 'khoảng thời gian',
  'multi-year': 'nhiều năm',
  recurring: 'định kỳ',
  continuous: 'thường xuyên',
  event: 'khi phát sinh',
  'with-periodic-report': 'theo kỳ báo cáo',
  milestones: 'nhiều mốc',
  unspecified: 'chưa xác định',
};

const EVERY = { week: 'tuần', month: 'tháng', quarter: 'quý', 'half-year': '6 tháng', year: 'năm' } as const;

/** One due on one line: text, kind, last day, what was not read; its milestones and alternatives below it. */
export function dueText(due: Due): string {
  const days = [due.start && `từ ${formatDate(due.start)}`, due.end && `đến hết ${formatDate(due.end)}`]
    .filter(Boolean)
    .join(' ');
  const extra = [
    due.recurrence && `lặp lại mỗi ${EVERY[due.recurrence.every]}`,
    due.trigger && `khi: ${due.trigger.text}`,
    due.alsoContinuous && 'và thường xuyên',
    due.condition && `điều kiện: ${due.condition}`,
    due.unread && `chưa đọc: "${due.unread}"`,
  ].filter(Boolean);
  const below = [
    ...due.parts.map((p) => `mốc ${dueText(p)}`),
    ...due.alternatives.map((a) => `phương án ${dueText(a)}`),
  ];
  const head = `"${due.text.replace(/\n/g, ' / ')}" → ${KINDS[due.kind]}${days ? `, ${days}` : ''}${extra.length ? ` (${extra.join('; ')})` : ''}`;
  return [head, ...below.map((line) => `      - ${line}`)].join('\n');
}
