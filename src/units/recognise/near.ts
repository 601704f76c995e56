/** Wrong letters: how far two keys are apart, never counting further than is asked. */

/** One wrong letter from eight letters on, two from sixteen: a short name must be right. */
export function boundFor(length: number): number {
  return length < 8 ? 0 : length < 16 ? 1 : 2;
}

/** Edit distance (a letter wrong, missing, too many, or two swapped), or `bound + 1` as soon as it is more. */
export function distance(a: string, b: string, bound: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > bound) return bound + 1;
    before = last;
    last = row;
  }
  return Math.min(at(last, b.length), bound + 1);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
