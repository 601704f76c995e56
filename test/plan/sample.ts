/** A small plan for the tests of this folder: two areas, three bodies, dates in 2026. */

import { readDue } from '../../src/plan/deadline/read';
import type { Task } from '../../src/plan/plan';
import { planSchema, type PlanFile } from '../../src/plan/schema';
import { registryOf, type Registry } from '../../src/units/registry';
import { unitsSchema } from '../../src/units/schema';

const assignment = (dueText: string, lead: readonly string[] = ['don-vi-mau-01']): object => ({
  leadText: 'Đơn vị mẫu 01',
  lead,
  supportText: '',
  support: [],
  dueText,
});

export const task = (id: string, dueTexts: readonly string[], more: object = {}): object => ({
  id,
  no: id,
  part: null,
  area: 'I',
  title: `Nhiệm vụ mẫu ${id}`,
  product: 'Văn bản mẫu',
  assignments: dueTexts.map((text) => assignment(text)),
  ...more,
});

/** A plan of these tasks, as it would stand in a file. */
export function planFile(tasks: readonly object[], more: object = {}): PlanFile {
  return planSchema.parse({
    id: 'ke-hoach-mau',
    title: 'Kế hoạch mẫu',
    issuer: 'don-vi-mau-01',
    issuerText: 'Đơn vị mẫu 01',
    number: null,
    signedOn: null,
    from: '2026-01-01',
    to: '2026-12-31',
    jurisdiction: 'mau',
    regime: 'mau',
    indicators: 'mau',
    outline: 'mau',
    areas: [
      { code: 'I', title: 'Lĩnh vực mẫu I', field: 1 },
      { code: 'II', title: 'Lĩnh vực mẫu II', field: 2 },
    ],
    tasks,
    targets: [],
    notes: [],
    ...more,
  });
}

/** A task with one assignment for each due text, read. */
export function taskOf(id: string, dueTexts: readonly string[]): Task {
  const [entry] = planFile([task(id, dueTexts)]).tasks;
  const context = { year: 2026, signedOn: null };
  const assignments = (entry?.assignments ?? []).map((a, i) => ({ ...a, no: i + 1, due: readDue(a.dueText, context) }));
  return { ...(entry as Omit<Task, 'assignments'>), assignments };
}

const unit = (no: number, from: string, to: string | null, successors: readonly object[] = []): object => ({
  id: `don-vi-mau-0${no}`,
  name: `Đơn vị mẫu 0${no}`,
  fullName: `Đơn vị mẫu 0${no} thành phố Mẫu`,
  short: 'ĐVM',
  kind: 'so',
  parent: null,
  groups: [{ id: 'nhom-mau', from, to: null }],
  from,
  to,
  successors,
});

/** 01 stays; 02 becomes 03 on 1/7, which becomes 04 and 05 on 1/10; 06 ends with nobody after it, 07 a month before 01. */
export const registry: Registry = registryOf(
  unitsSchema.parse({
    id: 'mau',
    name: 'thành phố Mẫu',
    place: 'Mẫu',
    sources: [],
    kinds: { so: { name: 'Sở', signature: ['GIÁM ĐỐC'], parentLine: null } },
    groups: [{ id: 'nhom-mau', name: 'Các đơn vị mẫu', closed: true, from: '2026-01-01', to: null }],
    units: [
      unit(1, '2026-01-01', null),
      unit(2, '2026-01-01', '2026-06-30', [{ unit: 'don-vi-mau-03', on: '2026-07-01' }]),
      unit(3, '2026-07-01', '2026-09-30', [
        { unit: 'don-vi-mau-04', on: '2026-10-01' },
        { unit: 'don-vi-mau-05', on: '2026-10-01' },
      ]),
      unit(4, '2026-10-01', null),
      unit(5, '2026-10-01', null),
      unit(6, '2026-01-01', '2026-03-31'),
      unit(7, '2026-01-01', '2026-03-31', [{ unit: 'don-vi-mau-01', on: '2026-05-01' }]),
    ],
  }),
);
