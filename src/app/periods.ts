/** `periods`: windows and send dates, with the provisions they stand on. */

import { formatDate } from '../i18n/format';
import { citationText, type Instruments } from '../regulation/citations';
import type { Period } from '../regulation/periods';

export function periodsJson(periods: readonly Period[], instruments: Instruments): readonly object[] {
  return periods.map((p) => ({
    id: p.id,
    name: p.name,
    kind: p.kind,
    window: p.window,
    cumulative: p.cumulative,
    submissions: p.submissions.map((s) => ({
      channel: s.channel,
      id: s.id,
      who: s.who,
      form: s.form,
      due: s.due,
      rule: s.rule,
      basis: s.basis.map((b) => citationText(instruments, b)),
    })),
    basis: p.basis.map((b) => citationText(instruments, b)),
    printed: p.printed,
  }));
}

export function periodsText(periods: readonly Period[], instruments: Instruments): string {
  return periods
    .map((p) =>
      [
        `${p.id}  ${p.name}: chốt số liệu từ ${formatDate(p.window.from)} đến hết ${formatDate(p.window.to)}`,
        ...p.submissions.map((s) => `    gửi ${s.channel} (${s.who.join(', ')}): ${formatDate(s.due)}, ${s.rule}`),
        `    căn cứ: ${p.basis.map((b) => citationText(instruments, b)).join('; ')}`,
      ].join('\n'),
    )
    .join('\n');
}
