/**
 * Rows of the plan's tables put together into areas and tasks. Pages cut tables and rows; a row without a number is
 * the rest of the row before, a further assignment of the same task, or a task that was given no number: the
 * narrowest reading that holds is taken, and the last one is reported.
 */

import { info, warning, type Diagnostic } from '../../lib/diagnostic';
import { fold } from '../../lib/text';
import { findHeader, isColumnNumberRow, isHeaderRow, type Header, type Roles } from './columns';
import { addAssignment, draftOf, goOn, taskOf, type Draft } from './drafts';
import type { RawPlan, RawTable } from './raw';
import { headingOf, isRoman, numberOf, planRow, type Heading, type PlanRow } from './row-kinds';
import { sequenceProblems } from './sequence';

export type Area = RawPlan['areas'][number];

export interface TaskRows {
  readonly headers: readonly Header[];
  readonly rows: readonly PlanRow[];
}

/** The rows of all tables that carry tasks; a table without a header goes on with the one before if it is as wide. */
export function taskRowsOf(tables: readonly RawTable[], given: Roles): TaskRows {
  const headers: Header[] = [];
  const rows: PlanRow[] = [];
  let header: Header | undefined;
  for (const table of tables) {
    const own = findHeader(table, given);
    const width = table.rows[0]?.cells.length;
    if (own === undefined && (header === undefined || width !== header.roles.length)) continue;
    header = own ?? header;
    if (header === undefined || header.targets) continue;
    if (own !== undefined) headers.push(own);
    let afterBreak = rows.length > 0;
    for (const row of table.rows.slice(own?.end ?? 0)) {
      const isRepeat = isHeaderRow(row, given) || isColumnNumberRow(row);
      if (!isRepeat && row.cells.some((cell) => cell !== '')) rows.push(planRow(row, header.roles, afterBreak));
      afterBreak = isRepeat;
    }
  }
  return { headers, rows };
}

/** Areas and tasks of the rows, in order. */
export function tasksOf({ headers, rows }: TaskRows): Pick<RawPlan, 'areas' | 'tasks' | 'diagnostics'> {
  const walk = new Walk(
    headers[0]?.titles[headers[0].roles.indexOf('title')] ?? '',
    headers[0]?.roles.includes('no') ?? true,
  );
  rows.forEach((row, index) => {
    const heading = headingOf(row, after(rows, index));
    if (heading) walk.heading(heading, row);
    else walk.row(row);
  });
  const read = walk.drafts.map(taskOf);
  const tasks = read.map(({ task }) => task);
  const diagnostics = [...walk.diagnostics, ...read.flatMap((one) => one.diagnostics), ...sequenceProblems(tasks)];
  return { areas: walk.areas, tasks, diagnostics };
}

function* after(rows: readonly PlanRow[], index: number): Iterable<PlanRow> {
  for (let next = index + 1; next < rows.length; next++) yield rows[next] as PlanRow;
}

/** Where the reading stands: the part and area that hold, and the task that may still go on. */
class Walk {
  readonly areas: Area[] = [];
  readonly drafts: Draft[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly known = new Map<string, Area>();
  private readonly counts = new Map<string, number>();
  private part: { label: string; title: string } | null = null;
  private area: Area | null = null;
  private romanAreas = false;

  constructor(
    private readonly tableTitle: string,
    private readonly numbered: boolean,
  ) {}

  heading({ kind, label, title }: Heading, row: PlanRow): void {
    const inRoman = this.romanAreas && kind === 'area' && label !== null && !isRoman(label);
    if (kind === 'group' || inRoman) {
      this.diagnostics.push(info('BC1614', row.where, { no: label ?? '', title }));
    } else if (kind === 'part' && label !== null) {
      this.part = { label, title };
      this.area = null;
    } else {
      this.romanAreas ||= label !== null && isRoman(label);
      this.area = this.newArea(label ?? String(this.areas.length + 1), title);
    }
  }

  row(row: PlanRow): void {
    const before = this.drafts.at(-1);
    const last = before && this.stillIn(before) ? before : undefined;
    const no = numberOf(row.texts.no);
    const { title, lead, leadAndSupport, due, product } = row.texts;
    if (no !== null || !this.numbered) {
      this.numberedRow(row, no, last);
    } else if (last && isRest(row)) {
      goOn(last, row);
    } else if (title !== '') {
      this.diagnostics.push(warning('BC1615', row.where, { title: title.slice(0, 120) }));
      this.add(row, null);
    } else if (last && lead + leadAndSupport + due + product === '') {
      goOn(last, row);
    } else if (last) {
      addAssignment(last, row);
    } else {
      const text = row.cells.filter((cell) => cell !== '').join(' ');
      this.diagnostics.push(warning('BC1616', row.where, { text: text.slice(0, 120) }));
    }
  }

  private numberedRow(row: PlanRow, no: string | null, last: Draft | undefined): void {
    const same = last !== undefined && no !== null && no === last.no;
    if (same && (row.texts.title === '' || row.texts.title === last.title)) addAssignment(last, row);
    else if (no === null && last !== undefined && (isRest(row) || row.texts.title === '')) goOn(last, row);
    else this.add(row, no);
  }

  private stillIn(draft: Draft): boolean {
    return draft.area === this.area?.code && draft.part === this.area.part;
  }

  private add(row: PlanRow, no: string | null): void {
    this.area ??= this.areaForAll(row);
    this.drafts.push(draftOf(row, no, this.part?.label ?? null, this.area.code));
  }

  /** Tasks before any area row stand under the part, or under the name of the table's own column. */
  private areaForAll(row: PlanRow): Area {
    if (this.part) return this.newArea(this.part.label, this.part.title);
    this.diagnostics.push(info('BC1617', row.where, { title: this.tableTitle }));
    return this.newArea('1', this.tableTitle);
  }

  /** An area printed again goes on; another one under the same number in the same part gets a code of its own. */
  private newArea(label: string, title: string): Area {
    const part = this.part?.label ?? null;
    const numbered = `${part ?? ''}/${label}`;
    const named = `${numbered}/${fold(title)}`;
    const known = this.known.get(named);
    if (known) return known;
    const count = (this.counts.get(numbered) ?? 0) + 1;
    const area = { code: count === 1 ? label : `${label}_${count}`, title: title.replace(/\n/g, ' '), part };
    this.counts.set(numbered, count);
    this.known.set(named, area);
    this.areas.push(area);
    return area;
  }
}

/** The rest of a row that a page cut: every cell goes on in lower case, or it stands right after a page break. */
function isRest(row: PlanRow): boolean {
  const filled = row.cells.filter((cell) => cell !== '');
  if (filled.every((cell) => /^[\p{Ll},;.)]/u.test(cell))) return true;
  const whole = filled.every((cell) => /^[\p{Lu}\d]/u.test(cell)) && row.texts.lead !== '' && row.texts.due !== '';
  return row.afterBreak && !whole;
}
