/**
 * Sheet names that Excel accepts (31 characters, no `: \ / ? * [ ]`, unique whatever the case) and references
 * that follow a renamed sheet: in formulas, defined names and links.
 */

import { cleanText, squeeze } from '../../lib/text';

const MAX = 31;

function cut(name: string, length: number): string {
  return name
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

function safeName(name: string): string {
  const plain = squeeze(cleanText(name).replace(/[:\\/?*[\]]/g, '-')).replace(/^'+|'+$/g, '');
  const safe = cut(plain, MAX);
  if (safe === '') return 'Trang tính';
  return safe.toLowerCase() === 'history' ? `${safe} ` + '(1)' : safe;
}

/** One safe name for each given name, in order; a name met before gets " (2)", " (3)", … */
export function safeSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base = safeName(name);
    let candidate = base;
    for (let n = 2; taken.has(candidate.toLowerCase()); n += 1) {
      const suffix = ` (${n})`;
      candidate = cut(base, MAX - suffix.length) + suffix;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

/** `'Sở Nội vụ'`: always quoted, which is always right. */
export function quoteSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** Safe names by the model's names, in Unicode's composed form and without regard to case, as Excel compares. */
export class SheetDirectory {
  private readonly safeByName = new Map<string, string>();
  /** Sheets that links have led to: a province has a hundred thousand links to one sheet. */
  private readonly safeByWritten = new Map<string, string>();

  constructor(names: readonly string[]) {
    const safe = safeSheetNames(names);
    names.forEach((name, i) => {
      const key = SheetDirectory.key(name);
      if (!this.safeByName.has(key)) this.safeByName.set(key, safe[i] as string);
    });
  }

  private static key(name: string): string {
    return name.normalize('NFC').toLowerCase();
  }

  /** The safe name of the model's sheet; undefined when the workbook has no such sheet. */
  find(name: string): string | undefined {
    return this.safeByName.get(SheetDirectory.key(name));
  }

  /** "Chi tiết!A5" or "'Chi tiết'!A5" as a location that Excel follows. Throws on a link to nowhere: a bug. */
  location(link: string): string {
    const at = link.lastIndexOf('!');
    const cell = link.slice(at + 1);
    const safe = at > 0 ? this.findWritten(link.slice(0, at)) : undefined;
    if (safe === undefined || !/^\$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?$/.test(cell)) {
      throw new RangeError(`link to nowhere: ${link}`);
    }
    return `${quoteSheet(safe)}!${cell}`;
  }

  /** The same for a name as it stands in a reference, in quotes or not. */
  private findWritten(written: string): string | undefined {
    let safe = this.safeByWritten.get(written);
    if (safe === undefined) {
      safe = this.find(/^'.*'$/.test(written) ? written.slice(1, -1).replace(/''/g, "'") : written);
      if (safe !== undefined) this.safeByWritten.set(written, safe);
    }
    return safe;
  }

  /** The formula with the names of renamed sheets replaced; texts in double quotes stay. */
  rewrite(formula: string): string {
    if (!formula.includes('!')) return formula;
    return formula.replace(/"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu, (whole, quoted, bare) => {
      const written = (quoted as string | undefined)?.replace(/''/g, "'") ?? (bare as string | undefined);
      const safe = written === undefined ? undefined : this.find(written);
      return safe === undefined ? whole : `${quoteSheet(safe)}!`;
    });
  }
}
