/** Small makers shared by the tables of a report. */

import type { Counts, Rate } from '../../figures/evaluation';
import { formatInteger, formatPercent } from '../../i18n/format';
import type { Status } from '../../obligations/schema';
import type { Cell } from '../document';

export const sumOf = (counts: Counts, statuses: readonly Status[]): number =>
  statuses.reduce((sum, s) => sum + counts[s], 0);

export const numberCell = (value: number, figure: string): Cell => ({ text: formatInteger(value), value, figure });

/** The rate as printed; a dash where nothing is owed. */
export const rateCell = (rate: Rate, figure: string): Cell =>
  rate.percent === null ? { text: '-' } : { text: formatPercent(rate.percent), value: rate.percent, figure };
