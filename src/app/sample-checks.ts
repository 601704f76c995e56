/** Sample figures keep to the form's own checks: what is made up must not look like a mistake. */

import type { FigureCheck, IndicatorsFile } from '../figures/schema';

/** Numbers in [0, 1). */
export type Random = () => number;
export type Draft = Record<string, unknown>;

/** Parts of a whole stay within it, and a total told twice is told the same. Drafts are changed in place. */
export function keepChecks(random: Random, drafts: readonly Draft[], file: IndicatorsFile): void {
  const figures = new Map(
    drafts
      .filter((d) => d['indicator'] !== undefined && d['numerator'] === undefined)
      .map((d) => [`${String(d['unit'])}/${String(d['indicator'])}`, d]),
  );
  const units = new Set([...figures.values()].map((d) => String(d['unit'])));
  for (const check of file.checks) {
    for (const unit of units) {
      const of = (code: string): Draft | undefined => figures.get(`${unit}/${code}`);
      if (check.kind === 'part-of' && 'part' in check.fields) keepPart(random, check.fields, of);
      if (check.kind === 'cross-foot') keepTotal(check.fields, of, file);
    }
  }
}

type Lookup = (code: string) => Draft | undefined;

/** "Không phát sinh" weighs nothing; null where the unit tells no such figure. */
function weightOf(draft: Draft | undefined): number | null {
  if (draft === undefined) return null;
  return typeof draft['value'] === 'number' ? draft['value'] : 0;
}

const told = (codes: readonly string[], of: Lookup): readonly Draft[] =>
  codes.map(of).filter((draft): draft is Draft => draft !== undefined);

function set(draft: Draft, value: number): void {
  delete draft['answer'];
  draft['value'] = value;
}

function keepPart(
  random: Random,
  { part, whole }: { part: readonly string[]; whole: readonly string[] },
  of: Lookup,
): void {
  const wholes = whole.map((code) => weightOf(of(code)));
  if (wholes.some((w) => w === null)) return;
  let left = (wholes as number[]).reduce((a, b) => a + b, 0);
  for (const draft of told(part, of)) {
    if (typeof draft['value'] !== 'number') continue;
    const value = Math.floor(left * (0.3 + random() * 0.6));
    set(draft, value);
    left -= value;
  }
}

type Totals = Extract<FigureCheck, { kind: 'cross-foot' }>['fields'];

/** A total that the unit tells itself becomes the sum of what the other side says of it. */
function keepTotal({ left, right }: Totals, of: Lookup, file: IndicatorsFile): void {
  const parts = left.flatMap((code) => reportedUnder(code, file)).map((code) => weightOf(of(code)));
  const totals = told(right, of);
  const [total] = totals;
  if (total === undefined || totals.length > 1 || parts.every((p) => p === null)) return;
  set(
    total,
    parts.reduce<number>((sum, p) => sum + (p ?? 0), 0),
  );
}

/** Reported indicators that a sum stands on; itself when it is reported. */
function reportedUnder(code: string, file: IndicatorsFile): readonly string[] {
  const derived = file.indicators.find((i) => i.code === code)?.derived;
  if (!derived) return [code];
  if ('from' in derived || derived.formula.op !== 'sum') return [];
  return derived.formula.of.flatMap((part) => reportedUnder(part, file));
}
