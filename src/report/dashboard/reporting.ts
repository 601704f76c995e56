/** What each body that counts as having reported has told, in a line. */

import { contains } from '../../calendar/range';
import type { Evaluation } from '../../figures/evaluation';
import { formatDate, formatInteger } from '../../i18n/format';
import { groupBy } from '../../lib/group';
import type { SubmissionLine } from './model';

/** Ids by unit, each thing once. */
function idsByUnit(told: readonly (readonly [string, string | number])[]): ReadonlyMap<string, number> {
  const groups = groupBy(told, ([unit]) => unit);
  return new Map([...groups].map(([unit, own]) => [unit, new Set(own.map(([, id]) => id)).size]));
}

/** Figures told for the period: answers to indicators and to the measures of the plan's targets. */
function figuresTold({ indicators, targets }: Evaluation): ReadonlyMap<string, number> {
  const events = [...indicators.values(), ...targets.map((t) => t.figure)].flatMap((f) => f.events);
  return idsByUnit(events.map((e) => [e.fact.unit, e.seq]));
}

/** Facts about work that happened within the window. */
function workTold({ judgements, period }: Evaluation): ReadonlyMap<string, number> {
  const events = judgements.flatMap((j) => j.events).filter((e) => contains(period.window, e.fact.occurredOn));
  return idsByUnit(events.map((e) => [e.fact.unit, e.seq]));
}

function sentText(line: SubmissionLine | undefined): string {
  const days = line?.channels.flatMap((c) => (c.submittedOn ? [formatDate(c.submittedOn)] : [])) ?? [];
  return days.length > 0 ? `gửi báo cáo ngày ${[...new Set(days)].join(', ')}` : '';
}

/** A text for each of `reporting.reported`, in its order: when its report was sent, how many things it told. */
export function toldTexts(evaluation: Evaluation, submissions: readonly SubmissionLine[]): readonly string[] {
  const lines = new Map(submissions.map((line) => [line.unit, line]));
  const [figures, work] = [figuresTold(evaluation), workTold(evaluation)];
  const words = idsByUnit(evaluation.narratives.map((e) => [e.fact.unit, e.seq]));
  return evaluation.reporting.reported.map((unit) => {
    const counts = [
      [figures.get(unit), 'số liệu chỉ tiêu'],
      [work.get(unit), 'sự việc về nhiệm vụ trong kỳ'],
      [words.get(unit), 'nội dung báo cáo bằng lời'],
    ] as const;
    const parts = counts.flatMap(([n, noun]) => (n ? [`${formatInteger(n)} ${noun}`] : []));
    return [sentText(lines.get(unit)), ...parts].filter((t) => t !== '').join('; ') || 'thông tin khác của kỳ';
  });
}
