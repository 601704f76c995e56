/**
 * A workbook of the indicator list back into a data file: every fault at once, each with its sheet and cell, and no
 * list at all while there is one.
 */

import { indicatorFaults, type IndicatorPlaces } from '../../figures/indicator-faults';
import { indicatorsSchema, type Indicator, type IndicatorsFile } from '../../figures/schema';
import { failed, hasErrors, ok, type Diagnostic, type Outcome, type Place } from '../../lib/diagnostic';
import { parseWith } from '../../lib/parse';
import { fold } from '../../lib/text';
import type { RawDocument } from '../../plan/import/raw';
import { cellsInto, type Cells } from './cells';
import { readFields } from './check-fields';
import { PROPERTIES, SHEETS, type SheetKey } from './sheets';
import { rowsOf, type ListRow } from './table';
import { CONFIDENCES, KINDS, LEVELS, ROLL_UPS, TIMES, TYPES } from './words';

export interface ListSource {
  readonly document: RawDocument;
  readonly file: string;
  /** Id that the list gets. */
  readonly id: string;
  /** Ids of all bodies and groups of the workspace's registries. */
  readonly bodies: ReadonlySet<string>;
}

export function readIndicatorList({ document, file, id, bodies }: ListSource): Outcome<IndicatorsFile> {
  const found: Diagnostic[] = [];
  const cells = cellsInto(found);
  const rows = Object.fromEntries(
    (Object.keys(SHEETS) as SheetKey[]).map((key) => {
      const read = rowsOf(document, key, file);
      found.push(...read.diagnostics);
      return [key, read.rows];
    }),
  ) as Record<SheetKey, readonly ListRow[]>;
  const raw = {
    $schema: '../schemas/indicators.schema.json',
    id,
    ...propertiesIn(rows.properties, cells),
    roles: rolesIn(rows.roles, cells),
    groups: rows.groups.map((row) => groupIn(row, cells)),
    indicators: rows.indicators.map((row) => indicatorIn(row, cells)),
    checks: rows.checks.map((row) => checkIn(row, cells)),
  };
  if (hasErrors(found)) return failed(found);
  const parsed = parseWith(indicatorsSchema, raw, { file });
  if (!parsed.value) return failed(parsed.diagnostics);
  const faults = indicatorFaults(parsed.value, bodies, placesIn(rows, file));
  return hasErrors(faults) ? failed(faults) : ok(parsed.value, faults);
}

/** Where each entry stands, so that a fault of the list as a whole names a cell. */
function placesIn(rows: Record<SheetKey, readonly ListRow[]>, file: string): IndicatorPlaces {
  const sheets: Readonly<Record<Parameters<IndicatorPlaces>[0], SheetKey>> = {
    indicator: 'indicators',
    group: 'groups',
    check: 'checks',
  };
  return (what, code, field): Place => {
    const key = sheets[what];
    const row = rows[key].filter((r) => r.text('code') === code).at(-1);
    return row?.at(field ?? 'code') ?? { file };
  };
}

function propertiesIn(rows: readonly ListRow[], cells: Cells): object {
  const of = (label: string): ListRow | undefined => rows.find((row) => fold(row.text('label')) === fold(label));
  const [title, status, from, to] = [PROPERTIES.title, PROPERTIES.status, PROPERTIES.from, PROPERTIES.to].map(of);
  return {
    title: title ? cells.required(title, 'value') : '',
    status: status ? cells.text(status, 'value') : '',
    from: from ? cells.day(from, 'value') : null,
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

function indicatorIn(row: ListRow, cells: Cells): object {
  const options = cells.options(row, 'options');
  const mixed = cells.number(row, 'mixed');
  const numerator = amountIn(row, 'numerator', cells);
  const denominator = amountIn(row, 'denominator', cells);
  return {
    code: cells.required(row, 'code'),
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
