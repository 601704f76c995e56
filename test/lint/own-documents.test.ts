/**
 * What the program writes keeps every rule that its linter knows: no error and no warning, in any plan and period,
 * for every unit, however it is signed, however urgent. Every unit is asked in one period of the year, each in turn.
 */

import { cityOutputs, unitReports, type OutputFile, type OutputRequest } from '../../src/app/outputs';
import { periodAndRules, type PlanData } from '../../src/app/plan-data';
import { remind } from '../../src/app/remind';
import { thematicBodies, thematicReports } from '../../src/app/thematic';
import type { Outcome } from '../../src/lib/diagnostic';
import { owingUnits } from '../../src/obligations/fan-out';
import type { Signing } from '../../src/report/signature';
import { loadLetter } from '../../src/shell/letters';
import { planData, renderers, requestFor, sampleEvents, workspace } from '../support/hanoi';
import { faultsOf, letter, render, report } from './support';

describe('the sample documents', () => {
  it('a report with every kind of block gives no error and no warning', async () => {
    expect(faultsOf(await render(report))).toEqual([]);
  });

  it('a draft letter without number, day and name gives none either', async () => {
    expect(faultsOf(await render(letter))).toEqual([]);
  });
});

const PLANS = ['hanoi-cchc-2026', 'hcmc-cchc-2024', 'hcmc-theme-2022', 'hcmc-theme-2026', 'cchc-2026-2030'] as const;
const LOADED = new Map(PLANS.map((plan) => [plan as string, planData(plan)]));
const dataOf = (plan: string): PlanData => LOADED.get(plan) as PlanData;

/** Periods that the plan's regime has in the plan's first year. */
function periodsOf(plan: string): readonly string[] {
  const data = dataOf(plan);
  return ['Q1', 'H1', 'Q3', '9M', 'Y']
    .map((part) => `${data.plan.from.slice(0, 4)}-${part}`)
    .filter((id) => periodAndRules(data, id).value !== undefined);
}

const owing = ({ plan, registry }: PlanData, { period }: OutputRequest): readonly string[] =>
  owingUnits(plan, registry, period.window.to);

const EVERY: readonly (readonly [plan: string, period: string, share: number, shares: number])[] = PLANS.flatMap(
  (plan) => periodsOf(plan).map((id, i, all) => [plan, id, i, all.length] as const),
);

const made = (outcome: Pick<Outcome<readonly OutputFile[]>, 'value' | 'diagnostics'>): readonly OutputFile[] => {
  if (!outcome.value?.length) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
};

/** Every form of signature and every mark of urgency, one after the other. */
const LOOKS: readonly (readonly [Signing, OutputRequest['urgency']])[] = [
  [{ as: 'head', title: null }, null],
  [{ as: 'deputy', title: null }, 'KHẨN'],
  [{ as: 'acting', title: null }, null],
  [{ as: 'order', title: 'Chánh Văn phòng' }, 'THƯỢNG KHẨN'],
  [{ as: 'authorised', title: 'Trưởng phòng Tổng hợp' }, 'HỎA TỐC'],
];

/** A share of the units, each signed in its way. */
async function unitFiles(
  data: PlanData,
  units: readonly string[],
  request: OutputRequest,
): Promise<readonly OutputFile[]> {
  const render = await renderers();
  const files: OutputFile[] = [];
  for (const [nth, [signing, urgency]] of LOOKS.entries()) {
    const some = units.filter((_, i) => i % LOOKS.length === nth);
    if (some.length > 0)
      files.push(...made(await unitReports(data, some, { ...request, signing, urgency }, ['docx'], render)));
  }
  return files;
}

/** The report of the city and those on its fields. */
async function cityFiles(data: PlanData, request: OutputRequest): Promise<readonly OutputFile[]> {
  const bodies = thematicBodies(data, request.period);
  const render = await renderers();
  const thematic = bodies.length > 0 ? made(await thematicReports(data, bodies, request, ['docx'], render)) : [];
  return [...made(await cityOutputs(data, request, ['docx'], render)), ...thematic];
}

/** To all who are late, and one to each of the units; nobody has sent anything. */
async function letterFiles(
  data: PlanData,
  units: readonly string[],
  request: OutputRequest,
): Promise<readonly OutputFile[]> {
  const letter = loadLetter(workspace, data.regime).value;
  if (!letter) throw new Error(`${data.regime.id} has no letter`);
  const late = { ...request, letter, by: null, issued: null };
  const render = await renderers();
  const files = [
    await remind(data, [], { ...late, units: null, each: false }, ['docx'], render),
    await remind(data, [], { ...late, units, each: true }, ['docx'], render),
  ];
  return files.flatMap(({ value, diagnostics }) => made({ value: value?.files ?? [], diagnostics }));
}

function expectNoFault(files: readonly OutputFile[]): void {
  for (const { name, bytes } of files) expect([name, faultsOf(bytes)]).toEqual([name, []]);
}

describe('real outputs', () => {
  it('are made for every plan, and leave out no unit', () => {
    for (const plan of PLANS) {
      const data = dataOf(plan);
      const shares = EVERY.filter(([id]) => id === plan);
      const asked = shares.flatMap(([, id, share, of]) =>
        owing(data, requestFor(data, id, [])).filter((_, i) => i % of === share),
      );
      const all = shares.flatMap(([, id]) => owing(data, requestFor(data, id, [])));
      expect([plan, [...new Set(asked)].sort()]).toEqual([plan, [...new Set(all)].sort()]);
      expect(asked.length).toBeGreaterThan(0);
    }
  });

  it.each(EVERY)(
    'reports of units, of fields and of the city of %s for %s give none',
    async (plan, id, share, shares) => {
      const data = dataOf(plan);
      const request = requestFor(data, id, sampleEvents(data, id, 7));
      const units = owing(data, request).filter((_, i) => i % shares === share);
      expectNoFault(await cityFiles(data, request));
      expectNoFault(await unitFiles(data, units, request));
    },
  );

  const reminding = EVERY.filter(([plan]) => dataOf(plan).regime.reminder !== undefined);

  it.each(reminding)('letters to who is late of %s for %s give none', async (plan, id, share, shares) => {
    const data = dataOf(plan);
    const request = requestFor(data, id, []);
    const units = owing(data, request).filter((_, i) => i % shares === share);
    const files = await letterFiles(data, units, request);
    expect(files.length).toBeGreaterThan(units.length / 2);
    expectNoFault(files);
  });

  it('letters are made where a plan asks for them', () => {
    expect([...new Set(reminding.map(([plan]) => plan))]).toEqual(['hanoi-cchc-2026']);
  });
});
