/** The exported data as flat tables, one file each: columns by their key, cells of plain values. */

import { STATUSES } from '../../obligations/schema';
import type { Scalar } from '../workbook';
import type { ExportData } from './schema';

export interface DataTable {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Scalar[])[];
}

export const EXPORT_TABLES = ['obligations', 'tasks', 'units', 'indicators', 'targets', 'submissions'] as const;

/** Columns of each table in their order; `counts` becomes a column for each status. */
const COLUMNS: Readonly<Record<(typeof EXPORT_TABLES)[number], readonly string[]>> = {
  obligations: [
    ...['task', 'assignment', 'part', 'label', 'area', 'unit', 'unitName', 'class', 'due', 'dueText', 'status'],
    ...['statusText', 'reported', 'rule', 'completedOn', 'daysLate', 'reason', 'remedy', 'basis', 'events'],
  ],
  tasks: [
    ...['task', 'no', 'part', 'area', 'title', 'product', 'status', 'statusText', 'rule', 'obligations', 'done', 'of'],
  ],
  units: ['unit', 'name', 'block', 'reported', ...STATUSES, 'total', 'done', 'of', 'percent', 'rank', 'tied'],
  indicators: [
    ...['code', 'label', 'measure', 'type', 'time', 'unit', 'answer', 'value', 'valueText', 'numerator'],
    ...['denominator', 'reported', 'of'],
  ],
  targets: [
    ...['code', 'area', 'text', 'scope', 'unit', 'comparator', 'level', 'levelText', 'indicator', 'answer', 'value'],
    ...['numerator', 'denominator', 'previous', 'met'],
  ],
  submissions: [
    ...['unit', 'unitName', 'channel', 'form', 'due', 'submittedOn', 'status', 'state', 'stateText', 'daysLate'],
    ...['complete', 'approvedOn', 'returnedOn'],
  ],
};

export function exportTables(data: ExportData): readonly DataTable[] {
  return EXPORT_TABLES.map((name) => ({
    name,
    columns: COLUMNS[name],
    rows: data[name].map((row) => cellsOf(row, COLUMNS[name])),
  }));
}

/** A list in one cell is joined by spaces: event ids have none. */
function cellsOf(row: object, columns: readonly string[]): readonly Scalar[] {
  const flat = 'counts' in row ? { ...row, ...(row.counts as object) } : row;
  const values = flat as Readonly<Record<string, Scalar | readonly string[] | undefined>>;
  return columns.map((column) => {
    const value = values[column];
    if (value === undefined) throw new Error(`no value for the column ${column}`);
    return Array.isArray(value) ? value.join(' ') : (value as Scalar);
  });
}
