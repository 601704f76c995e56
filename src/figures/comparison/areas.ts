/**
 * Areas side by side. Inside one plan an area is its code; two plans meet in the field of the ministry's outline that
 * each area names, else in the same title. An area that meets several of today's, or none of then's, is not compared.
 */

import { fold, squeeze } from '../../lib/text';
import type { Area } from '../../plan/schema';
import type { Evaluation } from '../evaluation';
import type { Sides } from './sides';
import { compareTallies, tallyOfStatuses, type Tally, type TallyChange } from './tally';

export interface AreaChange extends TallyChange {
  readonly area: string;
  /** Codes of the areas then. */
  readonly from: readonly string[];
}

/** Areas of today that have tasks, in the plan's order, counted by task. */
export function compareAreas({ now, then, samePlan, whyNot }: Sides): readonly AreaChange[] {
  const keyOf = samePlan ? (a: Area): string => a.code : meetingKey;
  const { plan } = now.evaluation;
  const keys = plan.areas.map(keyOf);
  const earlier = then.evaluations[0]?.plan.areas ?? [];
  return plan.areas.flatMap((area) => {
    const own = areaTally([now.evaluation], [area.code], now.rules);
    if (own.total === 0) return [];
    const key = keyOf(area);
    const alone = keys.filter((k) => k === key).length === 1;
    const from = alone ? earlier.filter((a) => keyOf(a) === key).map((a) => a.code) : [];
    const before = from.length > 0 ? areaTally(then.evaluations, from, then.rules) : null;
    const change = compareTallies(own, before, whyNot ?? (from.length > 0 ? null : 'no-such-area'));
    return [{ area: area.code, from, ...change }];
  });
}

function meetingKey({ field, title }: Area): string {
  return field === null || field === undefined ? `title ${fold(squeeze(title))}` : `field ${field}`;
}

function areaTally(evaluations: readonly Evaluation[], codes: readonly string[], rules: Sides['now']['rules']): Tally {
  const tasks = evaluations.flatMap((e) => e.tasks.filter((t) => codes.includes(t.task.area)));
  return tallyOfStatuses(
    tasks.map((t) => t.status),
    rules,
  );
}
