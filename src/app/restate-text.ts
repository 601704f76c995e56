/** The listing of `restate` as a person reads it. */

import { formatDate, formatInteger } from '../i18n/format';
import { localDay } from '../calendar/instant';
import { factText } from '../report/restatement/correction';
import type { Restatement } from './restate';

export function restatementText({ before, changes, causes, corrective }: Restatement): string {
  const { issue, data } = before;
  const head = `Báo cáo ${issue.id} (${issue.number === null ? 'chưa có số' : `số ${issue.number}`}), lập theo những gì đã ghi đến ${formatDate(localDay(issue.asOf))}:`;
  if (changes.length === 0)
    return `${head} không có nội dung, số liệu nào thay đổi; không phải đính chính.${causes.length > 0 ? ` (${formatInteger(causes.length)} sự kiện ghi sau đó không làm thay đổi báo cáo.)` : ''}`;
  return [
    head,
    `${formatInteger(causes.length)} sự kiện ghi sau:`,
    ...causes.map(({ event, moved }) => {
      const kind = corrective.has(event.id) ? 'sửa lại' : 'ghi muộn';
      return `  số ${event.seq} [${kind}] ${factText(event, data.registry, issue.unit === null)}: ${moved.length > 0 ? `thay đổi ${formatInteger(moved.length)} nội dung, số liệu` : 'không làm thay đổi báo cáo'}`;
    }),
    `${formatInteger(changes.length)} nội dung, số liệu thay đổi:`,
    ...changes.map(
      ({ label, before: was, after }) => `  ${label}: ${was ?? '(không nêu)'} → ${after ?? '(không nêu)'}`,
    ),
  ].join('\n');
}
