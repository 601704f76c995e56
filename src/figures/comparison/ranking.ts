/**
 * Units ranked by their rate, the highest first. Competition ranking (1, 2, 2, 4): units with equal shares stand in
 * one place, and the places after them are left out. Shares are compared exactly, not by the printed percentage. A
 * unit that owes nothing has no place.
 */

import type { Rate } from '../evaluation';
import { compareRatios } from '../percent';

export interface Rated {
  readonly unit: string;
  readonly rate: Rate;
}

export interface Place {
  readonly place: number;
  /** How many have a place. */
  readonly of: number;
  /** Every unit in this place, itself among them: more than one is a tie, to be said. */
  readonly sharedBy: readonly string[];
}

const byRate = (a: Rated, b: Rated): number => compareRatios([b.rate.done, b.rate.of], [a.rate.done, a.rate.of]);

/** Places by unit, best first; units in one place keep the order in which they came. */
export function rankByRate(units: readonly Rated[]): ReadonlyMap<string, Place> {
  const sorted = units.filter((u) => u.rate.of > 0).sort(byRate);
  const places = new Map<string, Place>();
  let tied: string[] = [];
  let place = 0;
  sorted.forEach((unit, index) => {
    const before = sorted[index - 1];
    if (!before || byRate(before, unit) !== 0) {
      tied = [];
      place = index + 1;
    }
    tied.push(unit.unit);
    places.set(unit.unit, { place, of: sorted.length, sharedBy: tied });
  });
  return places;
}
