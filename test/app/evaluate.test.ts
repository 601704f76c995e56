/**
 * Guards what `evaluate` answers: rows, groups and totals of one evaluation agree, silence is counted beside every
 * total, and the terminal shows the same numbers as the JSON.
 */

import { evaluationJson, type GroupBy } from '../../src/app/evaluate';
import { evaluationText } from '../../src/app/evaluation-text';
import { inForce } from '../../src/calendar/range';
import { formatPercent } from '../../src/i18n/format';
import { STATUS_LABELS } from '../../src/i18n/statuses';
import { STATUSES, type Status } from '../../src/obligations/schema';
import { evaluationFor, planData, requestFor, sampleEvents } from '../support/hanoi';

const data = planData();
const request = requestFor(data, '2026-Q1', sampleEvents(data, '2026-Q1', 11));
const city = evaluationFor(data, request);

type Tally = Record<Status, number>;
interface Json {
  readonly counts: { readonly byTask: Tally; readonly byObligation: Tally };
  readonly rate: { readonly done: number; readonly of: number; readonly percent: number | null; readonly by: string };
  readonly rows: readonly {
    readonly task: string;
    readonly part: number;
    readonly unit: string;
    readonly area: string;
    readonly status: Status;
    readonly reported: boolean;
  }[];
  readonly tasks: readonly {
    readonly task: string;
    readonly status: Status;
    readonly obligations: Tally;
    readonly silent: number;
  }[];
  readonly silent: Tally;
  readonly groups?: readonly { readonly key: string; readonly counts: Tally; readonly byTask?: Tally }[];
  readonly indicators: readonly { readonly code: string; readonly met?: boolean | null }[];
  readonly reporting: { readonly reported: number; readonly of: number; readonly missing: readonly string[] };
}
const jsonOf = (groupBy?: GroupBy): Json => JSON.parse(JSON.stringify(evaluationJson(city, groupBy))) as Json;
const tally = (statuses: readonly Status[]): Tally =>
  Object.fromEntries(STATUSES.map((s) => [s, statuses.filter((x) => x === s).length])) as Tally;
const sum = (tallies: readonly Tally[]): Tally =>
  Object.fromEntries(STATUSES.map((s) => [s, tallies.reduce((n, t) => n + t[s], 0)])) as Tally;

describe('the JSON', () => {
  const json = jsonOf();

  it('counts its own rows and tasks', () => {
    expect(json.counts.byObligation).toEqual(tally(json.rows.map((r) => r.status)));
    expect(json.counts.byTask).toEqual(tally(json.tasks.map((t) => t.status)));
    expect(sum(json.tasks.map((t) => t.obligations))).toEqual(json.counts.byObligation);
    for (const t of json.tasks)
      expect(t.obligations).toEqual(tally(json.rows.filter((r) => r.task === t.task).map((r) => r.status)));
  });

  it('has one row a task, part and unit', () => {
    expect(new Set(json.rows.map((r) => `${r.task}/${r.part}/${r.unit}`)).size).toBe(json.rows.length);
  });

  it('says of every total how much of it stands on silence', () => {
    expect(json.silent).toEqual(tally(json.rows.filter((r) => !r.reported).map((r) => r.status)));
    expect(json.tasks.reduce((n, t) => n + t.silent, 0)).toBe(json.rows.filter((r) => !r.reported).length);
    expect(json.reporting.reported + json.reporting.missing.length).toBe(json.reporting.of);
    const silentUnits = new Set(json.rows.filter((r) => !r.reported).map((r) => r.unit));
    expect(new Set(json.reporting.missing)).toEqual(silentUnits);
  });

  it('has every indicator in force on the cut-off day, in the order of the form, then every measure of the targets', () => {
    const form = data.indicators.indicators.filter((i) => inForce(i, request.period.window.to));
    const codes = [...form.map((i) => i.code), ...city.targets.map((t) => t.measure.code)];
    expect(json.indicators.map((i) => i.code)).toEqual(codes);
    expect(json.indicators.filter((i) => i.met === true).length).toBeGreaterThan(0);
  });

  it('states what its rate counts', () => {
    expect(json.rate).toEqual({ ...city.rate.byTask, by: 'task' });
  });

  it.each(['area', 'unit', 'status'] as const)('groups by %s hold all rows between them', (groupBy) => {
    const { groups = [], rows } = jsonOf(groupBy);
    expect(sum(groups.map((g) => g.counts))).toEqual(json.counts.byObligation);
    for (const g of groups)
      expect(g.counts).toEqual(tally(rows.filter((r) => r[groupBy] === g.key).map((r) => r.status)));
    if (groupBy === 'area') expect(sum(groups.map((g) => g.byTask as Tally))).toEqual(json.counts.byTask);
    expect(json.groups).toBeUndefined();
  });
});

describe('the text', () => {
  const text = evaluationText(city, data.registry);

  it('shows the counts of the JSON, a line a status that occurs', () => {
    for (const status of STATUSES) {
      const line = text.split('\n').find((l) => l.startsWith(`${STATUS_LABELS[status]} `));
      const [tasks, rows] = [city.counts.byTask[status], city.counts.byObligation[status]];
      if (tasks + rows === 0) expect(line).toBeUndefined();
      else
        expect(
          line
            ?.trim()
            .split(/\s{2,}/)
            .slice(1),
        ).toEqual([tasks, rows].map((n) => n.toLocaleString('de-DE')));
    }
  });

  it('shows rate, silence and the sample mark', () => {
    const { done, of, percent } = city.rate.byTask;
    expect(text).toContain(`${formatPercent(percent as number)} (${done}/${of}) nhiệm vụ`);
    expect(text).toContain(`Đã báo cáo: ${city.reporting.reported.length}/${city.reporting.expected.length} đơn vị`);
    expect(text).toContain('SỐ LIỆU MẪU');
    expect(evaluationText(evaluationFor(data, requestFor(data, '2026-Q1', [])), data.registry)).not.toContain('MẪU');
  });
});
