/** Periods of years before 2026, and figures written as a clerk writes them in the tables. */

import { ratioResult, MISSING, type FigureResult } from '../../../src/figures/figures';
import { findPeriod, type Period } from '../../../src/regulation/periods';
import type { Regime } from '../../../src/regulation/schema';
import { regime } from '../../fixtures/city';
import { numberIn } from '../../fixtures/tables';

export const POLICY = { decimals: 2, rounding: 'half-up' } as const;

/** The sample regime, as if it had held since 2020. */
export function oldRegime(): Regime {
  const now = regime();
  return { ...now, versions: now.versions.map((v) => ({ ...v, years: { from: 2020, to: null } })) };
}

export function periodOf(id: string): Period {
  const found = findPeriod(oldRegime(), id).value;
  if (!found) throw new Error(`no period ${id}`);
  return found;
}

/** "12", "3/4", "missing", "nothing-arose"; "10@4/5" says that four of five bodies have answered. */
export function figure(text: string): FigureResult {
  const [told = '', stands] = text.split('@');
  const [reported = told === 'missing' ? 0 : 1, of = 1] = (stands ?? '').split('/').filter(Boolean).map(Number);
  const base = { code: 'mau', reported, of, events: [] };
  if (told === 'missing' || told === 'nothing-arose' || told === 'not-applicable')
    return { ...base, ...MISSING, answer: told };
  const [top, bottom] = told.split('/').map((cell) => numberIn(cell) as number);
  if (bottom !== undefined) return { ...base, ...ratioResult(top as number, bottom, POLICY) };
  return { ...base, answer: 'value', value: top as number, numerator: null, denominator: null };
}
