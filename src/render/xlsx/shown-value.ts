/**
 * What a cell shows to a Vietnamese reader: 1.234 · 98,63% · 05/02/2026. The workbook keeps numbers and dates
 * and lets Excel format them; this is the same text for measuring columns and for the HTML page.
 */

import { parsePlainDate } from '../../calendar/plain-date';
import { formatDate, formatDecimal, formatNumber } from '../../i18n/format';
import type { CellStyle, SheetCell } from '../../report/workbook';
import { finite, shownText } from './cell-text';

type Kind = 'integer' | 'decimal' | 'percent' | 'date' | 'general';

const KINDS: Readonly<Partial<Record<CellStyle, Kind>>> = {
  integer: 'integer',
  total: 'integer',
  totalDecimal: 'decimal',
  countLink: 'integer',
  decimal: 'decimal',
  percent: 'percent',
  totalPercent: 'percent',
  date: 'date',
};

/** How the style's number format treats a value. */
export function kindOf(style: CellStyle): Kind {
  return KINDS[style] ?? 'general';
}

/** `value × 10^shift`, rounded to `decimals` half away from zero on its 15 digits, as Excel shows numbers. */
function roundShown(value: number, decimals: number, shift = 0): number {
  if (Math.abs(value) >= 1e15) return value * 10 ** shift;
  const digits = String(Number(Math.abs(value).toPrecision(15)));
  if (digits.includes('e')) return 0;
  const rounded = Number(`${Math.round(Number(`${digits}e${decimals + shift}`))}e-${decimals}`);
  return rounded === 0 ? 0 : Math.sign(value) * rounded;
}

function shownNumber(value: number, kind: Kind): string {
  if (kind === 'integer') return formatDecimal(roundShown(value, 0), 0);
  if (kind === 'decimal') return formatDecimal(roundShown(value, 2), 2);
  if (kind === 'percent') return `${formatDecimal(roundShown(value, 2, 2), 2)}%`;
  // Excel's General format does not group: a year stays 2026.
  return formatNumber(value).replaceAll('.', '');
}

/** The text of the cell on screen and paper. */
export function shownValue(cell: SheetCell): string {
  const { value } = cell;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const kind = kindOf(cell.style);
  if (typeof value === 'number') return shownNumber(finite(value), kind);
  const day = kind === 'date' ? parsePlainDate(value) : undefined;
  return day ? formatDate(day) : shownText(value);
}
