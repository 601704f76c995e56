/** What a query asks of the event table, in SQL that both stores understand; `?` stands for each value in turn. */

import type { EventQuery } from './port';

export interface Question {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

export const EVENT_COLUMNS =
  'seq, id, recorded_at, stated, sample, kind, plan, unit, period, occurred_on, body, prev, hash';

/** What an event is read from; the other columns are copies of what the body says, to look things up by. */
export const READ_COLUMNS = 'seq, id, recorded_at, sample, body, prev, hash';

function conditionsOf(query: EventQuery): { readonly parts: string[]; readonly values: (string | number)[] } {
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
  add('seq <= ?', query.untilSeq);
  return { parts, values };
}

const whereOf = (parts: readonly string[]): string => (parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '');

/** Rows of the query from `table`, without an order; facts of no period and those of the periods are two questions. */
export function eventsOf(query: EventQuery, table: string): Question {
  const { parts, values } = conditionsOf(query);
  const select = (more: readonly string[]): string =>
    `SELECT ${READ_COLUMNS} FROM ${table} ${whereOf([...parts, ...more])}`;
  if (query.periods === undefined) return { sql: select([]), values };
  const named = `period IN (${query.periods.map(() => '?').join(', ') || 'NULL'})`;
  return {
    sql: `${select(['period IS NULL'])} UNION ALL ${select([named])}`,
    values: [...values, ...values, ...query.periods],
  };
}

/** `Extent` of the query: counted on an index, no fact is read. */
export function extentOf(query: Pick<EventQuery, 'plan' | 'asOf'>, table: string): Question {
  const { parts, values } = conditionsOf(query);
  const counts = 'count(*) AS events, coalesce(sum(sample), 0) AS samples, coalesce(max(seq), 0) AS last';
  return { sql: `SELECT ${counts}, max(recorded_at) AS told FROM ${table} ${whereOf(parts)}`, values };
}

/** `?` by turn to `$1`, `$2` …, as PostgreSQL writes them. */
export function numbered(sql: string): string {
  let n = 0;
  return sql.replace(/\?/g, () => `$${(n += 1)}`);
}
