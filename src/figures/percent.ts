/**
 * The one place where a percentage is made. Every percentage has a numerator and a denominator that are printed
 * beside it, is rounded once, half up, to the decimals of the policy, and so recomputes from what is printed.
 * A denominator of 0 is "không phát sinh", never 0%. (Report 1270/BC-TCTTTg of 2017 prints 98,62 % where its own
 * 16.051 and 223 give 98,63 %.)
 */

export interface PercentPolicy {
  readonly decimals: number;
  readonly rounding: 'half-up';
}

const SCALE = 1_000_000n;

/** Decimal number as an exact count of millionths; figures with more than six decimals are refused at the edge. */
function exact(value: number): bigint {
  if (!Number.isFinite(value)) throw new RangeError(`not a number: ${value}`);
  const [whole = '0', part = ''] = value.toFixed(6).split('.');
  const sign = whole.startsWith('-') ? -1n : 1n;
  return BigInt(whole) * SCALE + sign * BigInt(part);
}

/** `part` of `whole` in percent, rounded by the policy; null when `whole` is 0. Both are 0 or more. */
export function percentOf(part: number, whole: number, policy: PercentPolicy): number | null {
  const [p, w] = [exact(part), exact(whole)];
  if (p < 0n || w < 0n) throw new RangeError(`negative share: ${part} of ${whole}`);
  if (w === 0n) return null;
  const unit = 10n ** BigInt(policy.decimals);
  const rounded = (2n * p * 100n * unit + w) / (2n * w);
  return Number(rounded) / Number(unit);
}

/**
 * Shares of one whole that print side by side: each is the exact share rounded down or up at the last decimal,
 * and together they are exactly 100 (largest remainder; ties to the earlier part). Null for an empty whole.
 */
export function sharesOf(parts: readonly number[], policy: PercentPolicy): readonly number[] | null {
  const exactParts = parts.map(exact);
  const whole = exactParts.reduce((a, b) => a + b, 0n);
  if (whole === 0n) return null;
  const unit = 100n * 10n ** BigInt(policy.decimals);
  const floors = exactParts.map((p) => (p * unit) / whole);
  const missing = Number(unit - floors.reduce((a, b) => a + b, 0n));
  const order = exactParts
    .map((p, index) => ({ index, rest: (p * unit) % whole }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1));
  const raised = new Set(order.slice(0, missing).map((o) => o.index));
  return floors.map((f, index) => Number(f + (raised.has(index) ? 1n : 0n)) / 10 ** policy.decimals);
}

/** Compares `part/whole` with a target in percent exactly, not through the rounded figure (97,996% is not 98%). */
export function compareShare(part: number, whole: number, targetPercent: number): -1 | 0 | 1 {
  const left = exact(part) * 100n * SCALE;
  const right = exact(whole) * exact(targetPercent);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Compares two ratios exactly, by their parts. */
export function compareRatios(a: readonly [number, number], b: readonly [number, number]): -1 | 0 | 1 {
  const [left, right] = [exact(a[0]) * exact(b[1]), exact(b[0]) * exact(a[1])];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Adds decimals exactly: 0.1 + 0.2 is 0.3 here. */
export function sumExact(values: readonly number[]): number {
  const total = values.reduce((sum, value) => sum + exact(value), 0n);
  const [sign, size] = total < 0n ? ['-', -total] : ['', total];
  // Read as a decimal text: dividing would round twice, and large sums of money would end one off.
  return Number(`${sign}${size / SCALE}.${String(size % SCALE).padStart(6, '0')}`);
}
