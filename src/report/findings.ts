/** How a finding of the checks reads: what it is about, the figures that contradict one another, the unit's reason. */

import type { Finding, ShownFigure } from '../figures/checks/finding';
import { partSubject } from '../figures/checks/collection-rules';
import type { IndicatorsFile } from '../figures/schema';
import { formatDate, formatInteger } from '../i18n/format';
import { lowerFirst } from '../i18n/words';
import type { Registry } from '../units/registry';
import { figureText, inSentence, partTitle, shortName } from './wording';

export interface FindingWords {
  readonly indicators: IndicatorsFile;
  readonly registry: Registry;
  /** The period that the finding is of: its figures need no period beside them. */
  readonly period: string;
  /** "quý I năm 2026" for an id. */
  readonly periodName: (id: string) => string;
}

/** "Chỉ tiêu 1.2.3", "Nhiệm vụ 12, phần việc 1", or what a finding about several answers counts. */
export function subjectText({ subject, codes, obligations, figures }: Finding): string {
  const [only] = obligations;
  if (obligations.length === 1 && only && subject.includes('/')) {
    const { part } = only.obligation;
    return `Nhiệm vụ ${part.task.id}, phần việc ${part.no}`;
  }
  if (obligations.length > 0) return `${formatInteger(obligations.length)} phần việc`;
  return figures.length === 0 ? `${formatInteger(codes.length)} chỉ tiêu` : `Chỉ tiêu ${subject}`;
}

/** The figures with their periods and bodies; for work, its title and days; for several answers, all that lack. */
export function detailText(finding: Finding, words: FindingWords): string {
  const { figures, obligations, codes, subject } = finding;
  if (figures.length > 0) return figures.map((f) => shownText(f, words)).join('; ');
  if (obligations.length === 1 && subject.includes('/')) {
    return obligations
      .map((j) => {
        const done = j.completedOn ? `; hoàn thành ngày ${formatDate(j.completedOn)}` : '';
        return `${partTitle(j.obligation.part)} (thời hạn ${j.due ? formatDate(j.due) : inSentence(j.obligation.part.due.text)}${done})`;
      })
      .join('; ');
  }
  return obligations.length > 0 ? obligations.map(partSubject).join(', ') : codes.join(', ');
}

function shownText({ code, period, unit, ...figure }: ShownFigure, words: FindingWords): string {
  const indicator = words.indicators.indicators.find((i) => i.code === code);
  const text = figureText(
    { code, reported: 1, of: 1, events: [], ...figure },
    indicator ?? { unit: '-', type: 'count' },
  );
  const when = period === words.period ? '' : ` ${words.periodName(period)}`;
  const whose = unit === null ? '' : ` (${shortName(unit, words.registry)})`;
  return `${code}${when}${whose}: ${text}`;
}

/** What is the case: the first sentence of the rule's message; the others say what to do about it. */
export function statementText({ message }: Finding): string {
  return inSentence(message.split(/(?<=\.)\s+(?=\p{Lu})/u)[0] ?? message);
}

/** One line of a report's notes: what was asked about, with its figures, and the reason given. */
export function noteText(finding: Finding, words: FindingWords): string {
  const reason = inSentence(finding.explanation?.fact.text ?? '');
  const statement = lowerFirst(statementText(finding));
  return `${subjectText(finding)}: ${statement} (${detailText(finding, words)}). Giải trình: ${lowerFirst(reason)}`;
}
