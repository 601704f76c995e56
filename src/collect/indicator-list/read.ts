/**
 * A workbook of the indicator list back into a data file: every fault at once, each with its sheet and cell, and no
 * list at all while there is one.
 */

import { indicatorFaults, type Bodies, type IndicatorPlaces } from '../../figures/indicator-faults';
import { indicatorsSchema, type Indicator, type IndicatorsFile } from '../../figures/schema';
import { error, failed, hasErrors, ok, type Diagnostic, type Outcome, type Place } from '../../lib/diagnostic';
import { parseWith } from '../../lib/parse';
import { fold } from '../../lib/text';
import type { RawDocument } from '../../plan/import/raw';
import { cellsInto, type Cells } from './cells';
import { readFields } from './check-fields';
import { PROPERTIES, SHEETS, type SheetKey } from './sheets';
import { rowsOf, type ListRow, type ReadRows } from './table';
import { CONFIDENCES, KINDS, LEVELS, ROLL_UPS, TIMES, TYPES } from './words';

type ListRows = Readonly<Record<SheetKey, readonly ListRow[]>>;

export interface ListSource {
  readonly document: RawDocument;
  readonly file: string;
  /** Id that the list gets. */
  readonly id: string;
  /** Ids of all bodies and groups of the workspace's registries. */
  readonly bodies: Bodies;
}

export function readIndicatorList({ document, file, id, bodies }: ListSource): Outcome<IndicatorsFile> {
  const found: Diagnostic[] = [];
  const cells = cellsInto(found);
  const sheets = Object.fromEntries(
    (Object.keys(SHEETS) as SheetKey[]).map((key) => [key, rowsOf(document, key, file)]),
  ) as Record<SheetKey, ReadRows>;
  const rows = Object.fromEntries(Object.entries(sheets).map(([key, read]) => [key, read.rows])) as ListRows;
  found.push(...Object.values(sheets).flatMap((read) => read.diagnostics));
  const raw = {
    $schema: '../schemas/indicators.schema.json',
    id,
    ...propertiesIn(sheets.properties, cells, found),
    roles: rolesIn(rows.roles, cells),
    groups: rows.groups.map((row) => groupIn(row, cells)),
    indicators: rows.indicators.map((row) => indicatorIn(row, cells)).sort(byCode),
    checks: rows.checks.map((row) => checkIn(row, cells)),
  };
  const untold = cellFaults(rows);
  const all = [...untold, ...found.filter((f) => !untold.some((u) => isSameCell(u, f)))];
  if (hasErrors(all)) return failed(all);
  const parsed = parseWith(indicatorsSchema, raw, { file });
  if (!parsed.value) return failed(parsed.diagnostics.map((d) => ({ ...d, where: placeOf(d.where, rows) })));
  const faults = indicatorFaults(parsed.value, bodies, placesIn(rows, file));
  return hasErrors(faults) ? failed(faults) : ok(parsed.value, faults);
}

/** What is appended below comes to its group: 1.2.4 before 1.3, 1.10 after 1.9. */
const byCode = (a: { readonly code: string }, b: { readonly code: string }): number =>
  a.code.localeCompare(b.code, 'vi', { numeric: true });

const isSameCell = ({ where: a }: Diagnostic, { where: b }: Diagnostic): boolean =>
  a.sheet === b.sheet && a.cell === b.cell;

/** Codes that Excel took for numbers or dates: 1.1 is no longer told from 1.10. */
const CODES: Readonly<Partial<Record<SheetKey, readonly string[]>>> = {
  indicators: ['code', 'derived'],
  groups: ['code'],
};

/** Cells that hold no text where one belongs: a formula has no value that stays, an error has none at all. */
function cellFaults(rows: ListRows): readonly Diagnostic[] {
  return (Object.keys(SHEETS) as SheetKey[]).flatMap((sheet) =>
    SHEETS[sheet].columns.flatMap(({ key }) =>
      rows[sheet].flatMap((row) => {
        const kind = row.kind(key);
        if (kind === 'formula') return [error('BC2271', row.at(key), { what: 'công thức' })];
        if (kind === 'error') return [error('BC2271', row.at(key), { what: 'giá trị lỗi' })];
        const isCode = kind === 'number' && CODES[sheet]?.includes(key) === true;
        return isCode ? [error('BC2272', row.at(key), { value: row.text(key) })] : [];
      }),
    ),
  );
}

/** The cell of a part of the data file that is not of its shape; rules are read in the order of their rows. */
function placeOf(where: Place, rows: ListRows): Place {
  const [, index, field] = /^checks\[(\d+)\]\.(\w+)/.exec(where.path ?? '') ?? [];
  return (index !== undefined && field !== undefined && rows.checks[Number(index)]?.at(field)) || where;
}

/** Where each entry stands, so that a fault of the list as a whole names a cell. */
function placesIn(rows: ListRows, file: string): IndicatorPlaces {
  const sheets: Readonly<Record<Parameters<IndicatorPlaces>[0], SheetKey>> = {
    indicator: 'indicators',
    group: 'groups',
    check: 'checks',
    role: 'roles',
  };
  const codeOf = (key: SheetKey, row: ListRow, code: string): string => {
    if (key !== 'roles') return row.text('code');
    const registry = row.text('registry');
    return code.includes(' ') ? `${registry} ${row.text('role')}` : registry;
  };
  return (what, code, field): Place => {
    const key = sheets[what];
    const row = rows[key].filter((r) => codeOf(key, r, code) === code).at(-1);
    return row?.at(field ?? 'code') ?? { file };
  };
}

function propertiesIn({ rows, header }: ReadRows, cells: Cells, found: Diagnostic[]): object {
  const of = (label: string): ListRow | undefined => rows.find((row) => fold(row.text('label')) === fold(label));
  const [title, status, from, to] = [PROPERTIES.title, PROPERTIES.status, PROPERTIES.from, PROPERTIES.to].map(of);
  for (const label of [PROPERTIES.title, PROPERTIES.from])
    if (!of(label) && rows.length > 0) found.push(error('BC2275', header, { label }));
  return {
    title: title ? cells.required(title, 'value') : '',
    status: status ? cells.text(status, 'value') : '',
    from: from && cells.required(from, 'value') ? cells.day(from, 'value') : null,
    to: to ? cells.day(to, 'value') : null,
    basis: rows
      .filter((row) => fold(row.text('label')) === fold(PROPERTIES.basis) && row.text('value') !== '')
      .map((row) => row.text('value')),
  };
}

function rolesIn(rows: readonly ListRow[], cells: Cells): Record<string, Record<string, string>> {
  const roles: Record<string, Record<string, string>> = {};
  for (const row of rows) {
    const [registry, role] = [cells.required(row, 'registry'), cells.required(row, 'role')];
    const of = (roles[registry] ??= {});
    if (role in of) cells.fault(row, 'role', 'mỗi vai trò một dòng trong một danh mục');
    of[role] = cells.required(row, 'body');
  }
  return roles;
}

function groupIn(row: ListRow, cells: Cells): object {
  const area = cells.text(row, 'area');
  return { code: cells.required(row, 'code'), title: cells.required(row, 'title'), ...(area ? { area } : {}) };
}

function indicatorIn(row: ListRow, cells: Cells): { readonly code: string; readonly [key: string]: unknown } {
  const options = cells.options(row, 'options');
  const mixed = cells.number(row, 'mixed');
  const numerator = amountIn(row, 'numerator', cells);
  const denominator = amountIn(row, 'denominator', cells);
  const code = cells.required(row, 'code');
  return {
    code,
    label: cells.required(row, 'label'),
    unit: cells.required(row, 'unit'),
    type: cells.word(row, 'type', TYPES),
    ...(options ? { options } : {}),
    ...(mixed === undefined ? {} : { mixed }),
    time: cells.word(row, 'time', TIMES),
    rollUp: cells.word(row, 'rollUp', ROLL_UPS),
    owner: cells.text(row, 'owner') || null,
    answeredBy: cells.list(row, 'answeredBy'),
    ...(numerator ? { numerator } : {}),
    ...(denominator ? { denominator } : {}),
    derived: cells.derived(row, 'derived'),
    confidence: cells.word(row, 'confidence', CONFIDENCES),
    from: cells.required(row, 'from') && cells.day(row, 'from'),
    to: cells.day(row, 'to'),
    note: cells.text(row, 'note') || null,
  };
}

function amountIn(row: ListRow, key: 'numerator' | 'denominator', cells: Cells): Indicator['numerator'] {
  const label = cells.text(row, key);
  if (label === '' && cells.text(row, `${key}Unit`) === '') return undefined;
  return { label: cells.required(row, key), unit: cells.required(row, `${key}Unit`) };
}

function checkIn(row: ListRow, cells: Cells): object {
  const { fields, unread } = readFields(cells.text(row, 'fields'));
  for (const piece of unread) cells.fault(row, 'fields', `viết lại phần "${piece}" như mẫu ở trang hướng dẫn`);
  return {
    code: cells.required(row, 'code'),
    level: cells.word(row, 'level', LEVELS),
    kind: cells.word(row, 'kind', KINDS),
    fields,
    message: cells.required(row, 'message'),
    basis: cells.required(row, 'basis'),
  };
}
