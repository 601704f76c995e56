/** Ids of tasks and areas: the plan's own numbers, with the part or the area in front where numbers restart. */

import type { RawPlan, RawTask } from '../raw';

/** The id of each area, by part and code: the code alone where it is the only one of its kind. */
export function areaIds(raw: RawPlan): (part: string | null, code: string) => string {
  const codes = raw.areas.map((area) => area.code);
  const unique = new Set(codes).size === codes.length;
  return (part, code) => (unique || part === null ? code : `${part}-${code}`);
}

/** Ways to number a plan's tasks, the plainest first: "12", "A-40", "II.3", "A-II.3". */
const SCHEMES: readonly ((task: RawTask) => string)[] = [
  (t) => t.no ?? '',
  (t) => (t.part === null ? (t.no ?? '') : `${t.part}-${t.no}`),
  (t) => `${t.area}.${t.no}`,
  (t) => `${t.part}-${t.area}.${t.no}`,
];

/** The ids of a plan's tasks in order. Bullets without a number count inside their area: "2.2.1-3". */
export function taskIds(tasks: readonly RawTask[]): readonly string[] {
  const numbered = tasks.filter((task) => task.no !== null);
  const scheme = SCHEMES.find((of) => new Set(numbered.map(of)).size === numbered.length) ?? SCHEMES[0];
  const counts = new Map<string, number>();
  return tasks.map((task) => {
    if (task.no !== null) return scheme?.(task) ?? task.no;
    const place = task.part === null ? task.area : `${task.part}-${task.area}`;
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return `${place}-${count}`;
  });
}
