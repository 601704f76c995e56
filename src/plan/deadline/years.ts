/**
 * A year printed once counts for the parts that print none: first inside a list or range, then from the part
 * before, then from the part after where the order of the text allows it, else the plan's own year.
 */

import { isDated, type DatedPhrase, type Item, type Phrase, type Point } from './ast';

/** Fills every missing year; each point of the result has one. */
export function fillYears(items: readonly Item[], planYear: number): readonly Item[] {
  const settled = items.map((item) => mapDated(item, (phrase) => fillInside(phrase, planYear)));
  const following = nextPrinted(settled);
  let before: Point | undefined;
  return settled.map((item, i) => {
    const mine = undatedPoint(item);
    // "Tháng 12/2026: …; tháng 2: …" is next year's or a list out of order: nobody can tell, so it stays unread.
    if (mine && before && order(mine) < order(before) && before.unit !== 'year') return unsure(item);
    const fallback = before?.year ?? sameOrder(mine, following[i], planYear);
    const filled = mapDated(item, (phrase) => setYear(phrase, fallback));
    before = lastPoint(filled) ?? before;
    return filled;
  });
}

function undatedPoint(item: Item): Point | undefined {
  return datedOf(item)
    .flatMap(points)
    .find((p) => p.year === null);
}

function unsure(item: Item): Item {
  const vague = (phrase: Phrase): Phrase => {
    const lacks = datesOf(phrase).some((dated) => points(dated).some((p) => p.year === null));
    return lacks ? { type: 'vague', from: phrase.from, to: phrase.to } : phrase;
  };
  return { ...item, phrases: item.phrases.map(vague), alternatives: item.alternatives.map(vague) };
}

function mapDated(item: Item, change: (phrase: DatedPhrase) => DatedPhrase): Item {
  const one = (phrase: Phrase): Phrase => {
    if (isDated(phrase)) return change(phrase);
    if ((phrase.type === 'recurring' || phrase.type === 'continuous') && phrase.within) {
      return { ...phrase, within: change(phrase.within) };
    }
    return phrase;
  };
  return { ...item, phrases: shared(item.phrases).map(one), alternatives: shared(item.alternatives).map(one) };
}

/** "Tháng 6 hoặc tháng 7/2026", "quý I và trước ngày 15/6/2026": inside one entry the year printed last serves all. */
function shared(phrases: readonly Phrase[]): readonly Phrase[] {
  let year: number | null = null;
  return phrases
    .toReversed()
    .map((phrase) => {
      if (!isDated(phrase)) return phrase;
      const filled = year !== null && points(phrase).every((p) => p.year === null) ? setYear(phrase, year) : phrase;
      year = points(filled)[0]?.year ?? year;
      return filled;
    })
    .toReversed();
}

function points(phrase: DatedPhrase): readonly Point[] {
  if (phrase.type === 'period') return phrase.points;
  return phrase.first ? [phrase.first, phrase.last] : [phrase.last];
}

function setYear(phrase: DatedPhrase, year: number): DatedPhrase {
  const set = (p: Point): Point => (p.year === null ? { ...p, year } : p);
  if (phrase.type === 'period') return { ...phrase, points: phrase.points.map(set) };
  return { ...phrase, first: phrase.first && set(phrase.first), last: set(phrase.last) };
}

/** Inside a list the year comes from the next point that prints one, else from the one before. */
function fillInside(phrase: DatedPhrase, planYear: number): DatedPhrase {
  if (phrase.type === 'range') return fillRange(phrase, planYear);
  let year: number | null = null;
  const backward = phrase.points.toReversed().map((p) => {
    year = p.year ?? year;
    return p.year === null ? { ...p, year } : p;
  });
  year = null;
  const filled = backward.toReversed().map((p) => {
    year = p.year ?? year;
    return p.year === null ? { ...p, year } : p;
  });
  return { ...phrase, points: filled };
}

type Range = Extract<DatedPhrase, { type: 'range' }>;

/**
 * "từ tháng 3 đến tháng 12/2026" is all in 2026; "từ tháng 11 đến tháng 2/2027" begins in the plan's year,
 * because only so does it run forward. A last point without its year takes the first one's.
 */
function fillRange(range: Range, planYear: number): Range {
  const { first, last } = range;
  if (!first) return range;
  const end: Point = last.year === null && first.year !== null ? { ...last, year: first.year } : last;
  const month =
    first.unit === 'day' && first.month === null && end.unit === 'day' ? { ...first, month: end.month } : first;
  if (month.year !== null || end.year === null) return { ...range, first: month, last: end };
  const runs = order(month) <= order(end) || planYear >= end.year;
  return { ...range, first: { ...month, year: runs ? end.year : planYear }, last: end };
}

/** Where in its year a point begins, for comparing two points of one year. */
function order(point: Point): number {
  if (point.unit === 'day') return (point.month ?? 0) * 100 + point.day;
  if (point.unit === 'month') return point.month * 100;
  if (point.unit === 'quarter') return (point.quarter * 3 - 2) * 100;
  return point.unit === 'year' ? 0 : point.first * 100;
}

function datedOf(item: Item): readonly DatedPhrase[] {
  return [...item.phrases, ...item.alternatives].flatMap(datesOf);
}

function datesOf(phrase: Phrase): readonly DatedPhrase[] {
  if (isDated(phrase)) return [phrase];
  return (phrase.type === 'recurring' || phrase.type === 'continuous') && phrase.within ? [phrase.within] : [];
}

/** The entry's last point, where all its points agree on the year. */
function lastPoint(item: Item): Point | undefined {
  const all = datedOf(item).flatMap(points);
  const last = all.at(-1);
  return last && all.every((p) => p.year === last.year) ? last : undefined;
}

function nextPrinted(items: readonly Item[]): readonly (Point | undefined)[] {
  let next: Point | undefined;
  return items
    .toReversed()
    .map((item) => {
      const after = next;
      next =
        datedOf(item)
          .flatMap(points)
          .find((p) => p.year !== null) ?? next;
      return after;
    })
    .toReversed();
}

/** The year of the next part, unless this part would then come after it: "Quý IV: …; tháng 2/2027: …". */
function sameOrder(mine: Point | undefined, next: Point | undefined, planYear: number): number {
  if (!mine || !next || next.year === null) return planYear;
  return order(mine) <= order(next) || next.unit === 'year' ? next.year : planYear;
}
