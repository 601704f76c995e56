/** `run-due` as data and as lines: the JSON of an action, what a dry run lists, the last line of a run. */

import { localDay, localTime, type Instant } from '../../calendar/instant';
import { MAKE_LABELS, SKIP_LABELS } from '../../i18n/due';
import { formatDate, formatInteger } from '../../i18n/format';
import { justBefore, type DueAction } from './actions';
import type { Inputs, MadeFile } from './book';
import type { Decision, SkipReason } from './decide';

/** How an action stands after a run, or before it in a dry run. */
export type ActionReport = {
  readonly action: DueAction;
  readonly inputs: Inputs | null;
} & (
  | { readonly status: 'due'; readonly attempt: number }
  | {
      readonly status: 'done';
      readonly attempt: number;
      readonly files: readonly MadeFile[];
      readonly lateFacts: number;
    }
  | { readonly status: 'skipped'; readonly reason: SkipReason; readonly by: string | null }
  | { readonly status: 'waiting'; readonly attempt: number; readonly nextAt: Instant }
  | {
      readonly status: 'failed';
      readonly attempt: number;
      readonly nextAt: Instant;
      readonly codes: readonly string[];
      readonly reason: string;
    }
);

/** What a dry run says of a decision. */
export function foreseen(decision: Decision): ActionReport {
  const { action } = decision;
  switch (decision.state) {
    case 'due':
      return { action, inputs: null, status: 'due', attempt: decision.attempt };
    case 'skipped':
      return { action, inputs: null, status: 'skipped', reason: decision.reason, by: decision.by };
    case 'waiting':
      return { action, inputs: null, status: 'waiting', attempt: decision.attempt, nextAt: decision.nextAt };
  }
}

/** One action as JSON; the same in the log line and in the document of `--json`. */
export function actionJson(report: ActionReport, plan: string): object {
  const { action, inputs, ...rest } = report;
  const { key, period, rule, submission, dueAt } = action;
  return {
    ...{ key, plan, period: period.id, make: rule.make, channel: submission?.id ?? null, dueAt },
    asOf: inputs?.asOf ?? (rule.knownAt === 'due' ? justBefore(dueAt) : null),
    ...rest,
  };
}

/** The log's line: what was made is counted, not listed, for loggers cut long lines; the register lists it. */
export function logLine(report: ActionReport, plan: string, at: Instant, codes: readonly string[]): string {
  const made = report.status === 'done' ? { files: report.files.length } : {};
  return JSON.stringify({ at, ...actionJson(report, plan), ...made, diagnostics: codes });
}

export const instantText = (at: Instant): string => `${localTime(at)} ngày ${formatDate(localDay(at))}`;

function actionText(report: ActionReport): string {
  const { key, period, rule, submission, dueAt } = report.action;
  const what = `${MAKE_LABELS[rule.make]}, ${period.name}${rule.make === 'reminder' && submission ? `, ${submission.channel}` : ''}`;
  const head = `  ${key}: ${what}; đến hạn ${instantText(dueAt)}`;
  switch (report.status) {
    case 'skipped':
      return `${head}; bỏ qua: ${SKIP_LABELS[report.reason]}${report.by === null ? '' : ` (${report.by})`}`;
    case 'waiting':
      return `${head}; lần trước không làm được, làm lại từ ${instantText(report.nextAt)}`;
    default:
      return head;
  }
}

const countOf = (reports: readonly ActionReport[], status: ActionReport['status']): number =>
  reports.filter((r) => r.status === status).length;

/** What a dry run prints: nothing was done. */
export function dryRunText(reports: readonly ActionReport[], next: DueAction | undefined, now: Instant): string {
  const coming = next
    ? `Việc kế tiếp: ${next.key}, đến hạn ${instantText(next.dueAt)}.`
    : 'Không còn việc nào sắp tới.';
  const head =
    reports.length === 0
      ? `Đến ${instantText(now)} không có việc đến hạn.`
      : `Đến ${instantText(now)} có ${formatInteger(countOf(reports, 'due'))} việc phải làm:`;
  return [head, ...reports.map(actionText), coming].join('\n');
}

/** The last line of a run. */
export function closingText(reports: readonly ActionReport[], next: DueAction | undefined): string {
  const [done, skipped, failed, waiting] = (['done', 'skipped', 'failed', 'waiting'] as const).map((s) =>
    countOf(reports, s),
  ) as [number, number, number, number];
  const parts = [
    failed > 0 && `KHÔNG LÀM ĐƯỢC ${formatInteger(failed)} việc (${keysOf(reports, 'failed')})`,
    waiting > 0 && `${formatInteger(waiting)} việc chờ làm lại (${keysOf(reports, 'waiting')})`,
    done > 0 && `đã làm ${formatInteger(done)} việc`,
    skipped > 0 && `bỏ qua ${formatInteger(skipped)} việc không còn cần`,
  ].filter(Boolean);
  const coming = next ? `; việc kế tiếp ${next.key}, đến hạn ${instantText(next.dueAt)}` : '';
  return `run-due: ${parts.length > 0 ? parts.join('; ') : 'không có việc đến hạn'}${coming}.`;
}

const keysOf = (reports: readonly ActionReport[], status: ActionReport['status']): string =>
  reports
    .filter((r) => r.status === status)
    .map((r) => r.action.key)
    .join(', ');
