/** Raw plans for tests: rows as the readers hand them on, without a file. */

import { plainDate } from '../../../src/calendar/plain-date';
import type { PlanHead } from '../../../src/plan/import/assemble';
import { correctionsSchema, type Corrections } from '../../../src/plan/import/corrections';
import type { RawAssignment, RawPlan, RawTask } from '../../../src/plan/import/raw';

export const HEAD: PlanHead = {
  id: 'thu',
  title: 'Kế hoạch thử',
  issuer: 'ubnd-thanh-pho-ho-chi-minh',
  issuerText: 'Ủy ban nhân dân Thành phố Hồ Chí Minh',
  number: null,
  signedOn: null,
  from: plainDate('2026-01-01'),
  to: plainDate('2026-12-31'),
  jurisdiction: 'hcmc',
  regime: 'hcmc-nd-09',
  indicators: 'khong-phu-luc',
  outline: 'bao-cao-chu-de',
};

export function row(over: Partial<RawAssignment> = {}): RawAssignment {
  return { leadText: 'Sở Nội vụ', supportText: '', dueText: 'Năm 2026', product: null, where: { line: 9 }, ...over };
}

export function task(over: Partial<RawTask> = {}): RawTask {
  const { where } = row();
  const rest = { part: null, area: 'I', title: 'Ban hành Kế hoạch', product: null, leaderText: null };
  return { no: '1', ...rest, solutions: [], assignments: [row()], where, ...over };
}

export function rawPlan(tasks: readonly RawTask[], over: Partial<RawPlan> = {}): RawPlan {
  const areas = [
    ...new Map(
      tasks.map((t) => [`${t.part}/${t.area}`, { code: t.area, title: `Lĩnh vực ${t.area}`, part: t.part }]),
    ).values(),
  ];
  return { areas, tasks, targets: [], diagnostics: [], ...over };
}

export function corrections(over: object): Corrections {
  return correctionsSchema.parse(over);
}
