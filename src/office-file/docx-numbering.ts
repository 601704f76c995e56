/**
 * Automatic numbers of Word paragraphs. What a reader of the page sees ("3.", "II.", "1.4.2", "-") is not in the
 * text of the paragraph but counted by Word; here it is counted again. Lists that share an abstract list go on
 * counting together, a `startOverride` starts again, a deeper level restarts when a higher one moves.
 */

import { childOf, childrenOf, type XmlElement } from './xml';

export interface Numbering {
  /** The label before a paragraph, with a space, or ''. Word counts empty paragraphs too: so do number columns. */
  labelFor(properties: XmlElement | undefined, filled: boolean): string;
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

interface List {
  readonly key: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startsAgain: ReadonlyMap<number, number>;
}

interface Reference {
  readonly list: string;
  readonly level: number;
}

const value = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val'];

/** Counters over a document's `numbering.xml` and `styles.xml`, either of which may be missing. */
export function numberingOf(numbering: XmlElement | undefined, styles: XmlElement | undefined): Numbering {
  const lists = listsOf(numbering);
  const byStyle = stylesWithNumbers(styles);
  const counters = new Map<string, number[]>();
  const started = new Set<string>();
  return {
    labelFor: (properties, filled) => {
      const reference = ownReference(properties) ?? byStyle.get(value(childOf(properties, 'w:pStyle')) ?? '');
      const list = reference && lists.get(reference.list);
      const level = list?.levels.get(reference?.level ?? 0);
      if (!reference || !list || !level) return '';
      if (level.format === 'bullet') return filled ? '- ' : '';
      const counts = counters.get(list.key) ?? [];
      counters.set(list.key, counts);
      count(counts, list, reference, started);
      return labelText(level, list, counts);
    },
  };
}

function count(counts: number[], list: List, { list: id, level }: Reference, started: Set<string>): void {
  const again = list.startsAgain.get(level);
  const key = `${id}/${level}`;
  const restart = again !== undefined && !started.has(key);
  started.add(key);
  const before = restart ? again - 1 : (counts[level] ?? (list.levels.get(level)?.start ?? 1) - 1);
  counts[level] = before + 1;
  counts.length = level + 1;
}

function labelText(level: Level, list: List, counts: readonly number[]): string {
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const shown = list.levels.get(index);
    return inFormat(counts[index] ?? shown?.start ?? 1, shown?.format ?? 'decimal');
  });
  return text === '' ? '' : `${text} `;
}

function inFormat(n: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(n);
    case 'lowerRoman':
      return roman(n).toLowerCase();
    case 'upperLetter':
      return letter(n);
    case 'lowerLetter':
      return letter(n).toLowerCase();
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(n);
  }
}

const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
];

function roman(n: number): string {
  let rest = Math.min(Math.max(n, 0), 399);
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** A … Z, AA, BB: Word doubles the letter. */
function letter(n: number): string {
  const index = Math.max(0, n - 1);
  return String.fromCharCode(65 + (index % 26)).repeat(Math.min(5, Math.floor(index / 26) + 1));
}

function ownReference(properties: XmlElement | undefined): Reference | undefined {
  const numbers = childOf(properties, 'w:numPr');
  const list = value(childOf(numbers, 'w:numId'));
  return list === undefined ? undefined : { list, level: Number(value(childOf(numbers, 'w:ilvl')) ?? 0) };
}

/** Styles that number their paragraphs, also by the style they are based on. */
function stylesWithNumbers(styles: XmlElement | undefined): ReadonlyMap<string, Reference> {
  const found = new Map<string, Reference>();
  const all = childrenOf(styles, 'w:style');
  for (const style of all) {
    const reference = ownReference(childOf(style, 'w:pPr'));
    if (reference) found.set(style.attributes['w:styleId'] ?? '', reference);
  }
  for (const style of all) {
    const base = found.get(value(childOf(style, 'w:basedOn')) ?? '');
    const id = style.attributes['w:styleId'] ?? '';
    if (base && !found.has(id)) found.set(id, base);
  }
  return found;
}

function listsOf(numbering: XmlElement | undefined): ReadonlyMap<string, List> {
  const abstracts = new Map(
    childrenOf(numbering, 'w:abstractNum').map((list) => [list.attributes['w:abstractNumId'] ?? '', levelsOf(list)]),
  );
  return new Map(
    childrenOf(numbering, 'w:num').map((num) => {
      const key = value(childOf(num, 'w:abstractNumId')) ?? '';
      const overrides = childrenOf(num, 'w:lvlOverride');
      const startsAgain = overrides.flatMap((override): [number, number][] => {
        const start = value(childOf(override, 'w:startOverride'));
        return start === undefined ? [] : [[Number(override.attributes['w:ilvl'] ?? 0), Number(start)]];
      });
      const levels = new Map([...(abstracts.get(key) ?? []), ...overrides.flatMap((o) => [...levelsOf(o)])]);
      return [num.attributes['w:numId'] ?? '', { key, levels, startsAgain: new Map(startsAgain) }];
    }),
  );
}

function levelsOf(list: XmlElement): ReadonlyMap<number, Level> {
  return new Map(
    childrenOf(list, 'w:lvl').map((level) => [
      Number(level.attributes['w:ilvl'] ?? 0),
      {
        format: value(childOf(level, 'w:numFmt')) ?? 'decimal',
        text: value(childOf(level, 'w:lvlText')) ?? '',
        start: Number(value(childOf(level, 'w:start')) ?? 1),
      },
    ]),
  );
}
