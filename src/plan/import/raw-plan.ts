/**
 * From a document to the raw plan: its tables where one has a header that reads like a plan's, else its running
 * text. A wide table without such a header stops the import, and so does a table whose columns are gone: prose
 * around it must not be taken for the plan.
 */

import { error, failed, hasErrors, ok, type Outcome, type Place } from '../../lib/diagnostic';
import { headerDiagnostics, type Roles } from './columns';
import { lostTable, proseTasks } from './prose';
import type { ColumnRole, RawDocument, RawPlan } from './raw';
import { taskRowsOf, tasksOf } from './rows';
import { targetsOf } from './targets';

/** A letterhead and a signature block are tables too, of two columns. */
const NARROW = 2;

/**
 * Reads areas, tasks and targets. `roles` says what a column means, by its header text or its number from 1.
 * BC1605 table without a header, BC1606 table that lost its columns, BC1608 no task; what was read with a doubt is
 * in the plan's own diagnostics.
 */
export function rawPlanOf(
  document: RawDocument,
  options: { readonly roles?: Readonly<Record<string, ColumnRole>> } = {},
): Outcome<RawPlan> {
  const given: Roles = options.roles ?? {};
  const file = fileOf(document);
  const found = taskRowsOf(document.tables, given);
  if (found.headers.length > 0) {
    const overrides = headerDiagnostics(found.headers, given, file);
    const { areas, tasks, diagnostics } = tasksOf(found);
    const all = [...overrides, ...diagnostics];
    if (hasErrors(overrides)) return failed(overrides);
    if (tasks.length === 0) return failed([...all, error('BC1608', file)]);
    return ok({ areas, tasks, targets: targetsOf(document, areas, given), diagnostics: all }, all);
  }
  const wide = document.tables.find((table) => (table.rows[0]?.cells.length ?? 0) > NARROW && table.rows.length > 1);
  if (wide) {
    const [first] = wide.rows;
    const cells = (first?.cells ?? []).filter((cell) => cell !== '').map((cell) => cell.slice(0, 40));
    return failed([error('BC1605', first?.where ?? file, { first: cells.join(' | ') })]);
  }
  const lost = lostTable(document);
  if (lost.length > 0) return failed(lost);
  const { areas, tasks } = proseTasks(document);
  if (tasks.length === 0) return failed([error('BC1608', file)]);
  return ok({ areas, tasks, targets: targetsOf(document, areas, given), diagnostics: [] });
}

/** The document's own file; nothing where the document is empty. */
function fileOf({ tables, paragraphs }: RawDocument): Place {
  const file = (tables[0]?.rows[0]?.where ?? paragraphs[0]?.where)?.file;
  return file === undefined ? {} : { file };
}
