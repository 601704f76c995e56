/** The two sides of a comparison: what is evaluated, by which rules, from which indicator list. */

import type { Rules } from '../../obligations/rules';
import type { Period } from '../../regulation/periods';
import type { Registry } from '../../units/registry';
import type { Evaluation } from '../evaluation';
import type { IndicatorsFile } from '../schema';
import type { Origins } from './origins';
import type { WhyNot } from './why-not';

export type Against = 'last-period' | 'last-year';

export interface ComparedSide {
  readonly rules: Pick<Rules, 'rate'>;
  readonly indicators: IndicatorsFile;
}

export interface ComparisonInput {
  readonly against: Against;
  readonly registry: Registry;
  readonly now: ComparedSide & { readonly evaluation: Evaluation };
  /** The city's evaluation, or one for each body that the unit comes from. */
  readonly then: ComparedSide & { readonly evaluations: readonly Evaluation[]; readonly period: Period };
  /** Of a unit's view; see `originsOf`. */
  readonly origins: Origins | null;
}

/** What the parts of a comparison look at. */
export interface Sides extends ComparisonInput {
  readonly samePlan: boolean;
  readonly whyNot: WhyNot | null;
}
