/** What a query asks of the event table, in SQL that both stores understand; `?` stands for each value in turn. */

import type { EventQuery } from './port';

export interface Conditions {
  readonly where: string;
  readonly values: readonly (string | number)[];
}

export const EVENT_COLUMNS =
  'seq, id, recorded_at, stated, sample, kind, plan, unit, period, occurred_on, body, prev, hash';

export function conditionsOf(query: EventQuery): Conditions {
  const parts: string[] = [];
  const values: (string | number)[] = [];
  const add = (condition: string, value: string | number | undefined): void => {
    if (value === undefined) return;
    parts.push(condition);
    values.push(value);
  };
  add('plan = ?', query.plan);
  add('unit = ?', query.unit);
  add('recorded_at <= ?', query.asOf);
  add('recorded_at >= ?', query.sinceRecordedAt);
  add('seq >= ?', query.sinceSeq);
  return { where: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', values };
}

/** `?` by turn to `$1`, `$2` …, as PostgreSQL writes them. */
export function numbered(sql: string): string {
  let n = 0;
  return sql.replace(/\?/g, () => `$${(n += 1)}`);
}
