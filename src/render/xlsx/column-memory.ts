/**
 * Answers about the texts and numbers of a column, each worked out once: a province has three million cells, and most
 * columns hold few different values. Beyond so many a column's texts are looked at each time, so that memory stays small.
 */

import type { CellStyle } from '../../report/workbook';

/** So many different values of a column and style are remembered. */
const REMEMBERED = 1_000;

/** An answer for each value, kept while there are not too many. */
class Remembered<T> {
  private readonly known = new Map<string | number, T>();

  get(value: string | number, make: (value: string | number) => T): T {
    const found = this.known.get(value);
    if (found !== undefined) return found;
    const made = make(value);
    if (this.known.size < REMEMBERED) this.known.set(value, made);
    return made;
  }
}

/** One memory for each column and style. */
export class ColumnMemory<T> {
  private readonly columns: Partial<Record<CellStyle, Remembered<T>>>[] = [];

  of(column: number, style: CellStyle): Remembered<T> {
    const styles = (this.columns[column] ??= {});
    return (styles[style] ??= new Remembered());
  }
}
