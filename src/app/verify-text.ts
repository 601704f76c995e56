/** What `verify` found, as a person reads it. */

import { formatDate, formatInteger } from '../i18n/format';
import type { Issue } from '../report/issue';
import type { Difference } from './verify/differences';
import type { Verified } from './verify';

const KINDS: Readonly<Record<Difference['kind'], string>> = {
  changed: 'đã thay đổi',
  added: 'được thêm vào',
  removed: 'bị bỏ đi',
  damaged: 'bị hỏng',
  text: 'khác lời',
};

const MOST_PARTS = 10;

function issueLine({ id, kind, plan, body, periodName, number, signedOn }: Issue): string {
  const whose = `${kind === 'correction' ? 'báo cáo bổ sung, đính chính' : 'báo cáo'} của ${body}`;
  const signed =
    number === null || signedOn === null ? 'chưa có số, ngày' : `số ${number}, ngày ${formatDate(signedOn)}`;
  return `${whose}, ${periodName}, ${signed} (mã ${id}, kế hoạch ${plan})`;
}

function differenceLine({ where, kind, before, after }: Difference): string {
  if (kind !== 'text') return `  ${where}: ${KINDS[kind]}`;
  return `  ${where}: "${shortened(before ?? '')}" → "${shortened(after ?? '')}"`;
}

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

export function verifiedText({ file, changed, issue, name, differences }: Verified): string {
  if (issue === null) return `${file}: không phải tệp đã phát hành theo sổ này.`;
  if (changed === false)
    return `${file}: đúng tệp đã phát hành, chưa thay đổi.\n  ${issueLine(issue)}\n  tên khi phát hành: ${name}`;
  const more = differences.length - MOST_PARTS * 2;
  return [
    `${file}: ĐÃ BỊ THAY ĐỔI so với tệp đã phát hành.`,
    `  ${issueLine(issue)}`,
    ...differences.slice(0, MOST_PARTS * 2).map(differenceLine),
    ...(more > 0 ? [`  và ${formatInteger(more)} chỗ khác`] : []),
  ].join('\n');
}
