/**
 * Facts told after a report went out that they belong to (số liệu ghi muộn): they stand in the ledger and count in the
 * next cumulative report; the issued one says them only through its correcting report.
 */

import { localDay } from '../calendar/instant';
import { EVENT_WORDS } from '../i18n/events';
import { formatDate } from '../i18n/format';
import { eventId, type Fact, type LedgerEvent, type NewEvent } from '../ledger/events';
import { info, type Diagnostic, type Place } from '../lib/diagnostic';
import { inSeries, type Issue } from '../report/issue';
import { touches } from '../report/restatement/changes';

/** The last issue of each report: the one that a correction would be about. */
export function standingIssues(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter((issue) => issues.filter(inSeries(issue)).at(-1) === issue);
}

/** More are counted in one line. */
const MOST_SHOWN = 20;

/** BC4020 for each event and report that it comes too late for; `places` of the lines, by the id of their event. */
export function lateNotes(
  appended: readonly LedgerEvent[],
  issues: readonly Issue[],
  places: ReadonlyMap<string, Place>,
): readonly Diagnostic[] {
  const standing = standingIssues(issues);
  return appended.flatMap((event) =>
    standing.filter((issue) => touches(issue, event.fact)).map((issue) => noteOf(event, issue, places.get(event.id))),
  );
}

/** The first of many notes, with BC4021 for how many more there are; they may come piece by piece. */
export class FewNotes {
  private readonly shown: Diagnostic[] = [];
  private more = 0;

  add(notes: readonly Diagnostic[]): this {
    const room = MOST_SHOWN - this.shown.length;
    this.shown.push(...notes.slice(0, room));
    this.more += Math.max(0, notes.length - room);
    return this;
  }

  all(): readonly Diagnostic[] {
    return this.more > 0 ? [...this.shown, info('BC4021', {}, { count: this.more })] : this.shown;
  }
}

/** Where each event of a batch was told; of two same lines the first. */
export function placesOf(batch: readonly NewEvent[], lines: readonly { readonly where: Place }[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [index, event] of batch.entries()) {
    const id = eventId(event);
    const where = lines[index]?.where;
    if (where && !places.has(id)) places.set(id, where);
  }
  return places;
}

function noteOf({ fact, recordedAt }: LedgerEvent, issue: Issue, where: Place = {}): Diagnostic {
  return info('BC4020', where, {
    period: issue.periodName,
    issue: issue.id,
    what: factLabel(fact),
    recorded: formatDate(localDay(recordedAt)),
    from: formatDate(issue.window.from),
    to: formatDate(issue.window.to),
    basis: issue.windowBasis,
  });
}

function factLabel(fact: Fact): string {
  switch (fact.kind) {
    case 'task':
      return `nhiệm vụ ${fact.task}, ${EVENT_WORDS[fact.event]} ngày ${formatDate(fact.occurredOn)}`;
    case 'figure':
      return `chỉ tiêu ${fact.indicator}`;
    case 'narrative':
      return `nội dung mục ${fact.section}`;
    case 'explanation':
      return `giải trình ${fact.subject}`;
    case 'submission':
      return 'việc gửi báo cáo';
  }
}
