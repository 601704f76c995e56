/**
 * What a schema cannot see: that every name in a data file is somebody, every citation is a registered instrument,
 * and no figure is computed from itself. A wrong name here would come out as a hole in a report.
 */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { calendarSchema } from '../../src/calendar/working-days';
import { checksSchema } from '../../src/figures/checks/schema';
import { indicatorsSchema, type Indicator } from '../../src/figures/schema';
import { rulesSchema } from '../../src/obligations/schema';
import { planSchema } from '../../src/plan/schema';
import { instrumentsSchema, regimeSchema, type Citation } from '../../src/regulation/schema';
import { outlineSchema } from '../../src/report/outline';
import { openWorkspace } from '../../src/shell/workspace';
import { choosePlan } from '../../src/shell/plan-data';
import { checkRegistry } from '../../src/units/registry';
import { unitsSchema } from '../../src/units/schema';
import { jsonFiles, readJson, readPlan, readRegistry } from '../support/data';

const ROOT = join(__dirname, '..', '..');

/** The files of a folder of data of one schema, parsed; a file that does not keep to it fails in schemas.test.ts. */
function parsed<S extends z.ZodType>(folder: string, name: string, schema: S): readonly z.output<S>[] {
  const documents = jsonFiles('data', folder).map((file) => readJson('data', folder, file) as { readonly $schema: string });
  return documents
    .filter((d) => d.$schema.endsWith(`/${name}.schema.json`))
    .flatMap((d) => {
      const read = schema.safeParse(d);
      return read.success ? [read.data] : [];
    });
}

const instruments = parsed('regulations', 'instruments', instrumentsSchema).flatMap((file) => file.instruments);
const regimes = parsed('regimes', 'regime', regimeSchema);
const rules = parsed('rules', 'rules', rulesSchema);
const checks = parsed('rules', 'checks', checksSchema);
const calendars = parsed('calendars', 'calendar', calendarSchema);
const plans = parsed('plans', 'plan', planSchema);
const registries = parsed('units', 'units', unitsSchema);
const forms = parsed('indicators', 'indicators', indicatorsSchema);

const twice = (names: readonly string[]): readonly string[] => names.filter((name, i) => names.indexOf(name) !== i);

describe('citations', () => {
  const registered = new Set(instruments.map((i) => i.id));
  const cited: readonly (readonly [string, Citation])[] = [
    ...regimes.flatMap((r) =>
      r.versions.flatMap((v) => [...v.basis, ...v.submissions.flatMap((s) => s.basis)].map((c) => [`regime ${r.id}`, c] as const)),
    ),
    ...rules.flatMap((r) =>
      [...[...r.status, ...r.task].flatMap((v) => v.rules.flatMap((rule) => rule.basis)), ...r.rate.basis].map(
        (c) => [`rules ${r.id}`, c] as const,
      ),
    ),
    ...checks.flatMap((f) => f.rules.flatMap((rule) => rule.basis.map((c) => [`checks ${f.id}`, c] as const))),
  ];

  test('every one names a registered instrument', () => {
    expect(cited.length).toBeGreaterThan(30);
    expect(cited.filter(([, c]) => !registered.has(c.instrument))).toEqual([]);
  });

  test('no instrument is registered twice, and each is in force no earlier than it was issued', () => {
    expect(twice(instruments.map((i) => i.id))).toEqual([]);
    const early = instruments.filter((i) => i.issuedOn && i.inForceFrom && i.inForceFrom < i.issuedOn);
    expect(early).toEqual([]);
  });

  test('the day in a citation is the day in its data', () => {
    for (const { id, citation, issuedOn } of instruments) {
      const [, day, month, year] = /ngày (\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(citation) ?? [];
      const said = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : null;
      expect([id, issuedOn]).toEqual([id, said]);
    }
  });
});

describe('regimes', () => {
  test.each(regimes)('$id names rules that are there and bodies of its place', (regime) => {
    expect(rules.map((r) => r.id)).toContain(regime.rules);
    if (regime.checks) expect(checks.map((c) => c.id)).toContain(regime.checks);
    if (regime.calendar) expect(calendars.map((c) => c.id)).toContain(regime.calendar);
    if (regime.reminder) expect(existsSync(join(ROOT, 'templates', regime.reminder))).toBe(true);
    const who = regime.versions.flatMap((v) => v.submissions.flatMap((s) => s.who));
    if (regime.jurisdiction === null) {
      expect([regime.compiler, regime.reporter]).toEqual([null, null]);
      return;
    }
    const registry = readRegistry(regime.jurisdiction);
    const known = (id: string | null): boolean => id !== null && (registry.unit(id) ?? registry.group(id)) !== undefined;
    expect([...who, regime.compiler, regime.reporter].filter((id) => !known(id))).toEqual([]);
  });

  test.each(regimes)('$id has each period and each submission once, and no year in two versions', ({ versions }) => {
    for (const { periods, submissions, printedYears, years } of versions) {
      expect(twice(periods.map((p) => p.key))).toEqual([]);
      expect(twice(submissions.map((s) => s.id))).toEqual([]);
      expect(printedYears.filter((y) => y < years.from || (years.to !== null && y > years.to))).toEqual([]);
    }
    const sorted = [...versions].sort((a, b) => a.years.from - b.years.from);
    for (const [i, { years }] of sorted.entries()) {
      const next = sorted[i + 1];
      if (next) expect((years.to ?? Number.POSITIVE_INFINITY) < next.years.from).toBe(true);
    }
  });
});

describe('registries', () => {
  test.each(registries)('$id: kinds, groups, successors, parents and sources are all there', (file) => {
    expect(checkRegistry(file, `${file.id}.json`)).toEqual([]);
    const ids = new Set(file.units.map((u) => u.id));
    const sources = new Set(file.sources.map((s) => s.id));
    expect(file.units.filter((u) => u.parent !== null && !ids.has(u.parent)).map((u) => u.id)).toEqual([]);
    expect(file.units.flatMap((u) => u.basis.filter((b) => !sources.has(b)).map((b) => [u.id, b]))).toEqual([]);
    expect(file.units.filter((u) => u.basis.length === 0).map((u) => u.id)).toEqual([]);
  });

  test.each(registries)('$id: no body ends before it begins, is in a group outside its own life, or follows itself', (file) => {
    const life = (d: { readonly from: string; readonly to: string | null }): readonly [string, string] => [d.from, d.to ?? '9999-12-31'];
    for (const unit of file.units) {
      const [from, to] = life(unit);
      expect([unit.id, from <= to]).toEqual([unit.id, true]);
      for (const group of unit.groups) {
        const [joined, left] = life(group);
        const open = group.to === null && unit.to !== null;
        expect([unit.id, group.id, joined >= from && joined <= left && (left <= to || open)]).toEqual([unit.id, group.id, true]);
      }
      expect(unit.successors.filter((s) => s.unit === unit.id || s.on <= from)).toEqual([]);
    }
  });

  test.each(registries)('$id: official codes of communes are all different', (file) => {
    expect(twice(file.units.flatMap((u) => u.code ?? []))).toEqual([]);
  });
});

describe('plans', () => {
  test.each(plans)('$id stands: every body, area and number, and no due text left unread', ({ id }) => {
    const plan = readPlan(id);
    expect(plan.tasks.flatMap((t) => t.assignments.filter((a) => a.due.unread !== '').map((a) => [t.id, a.due.unread]))).toEqual([]);
  });

  test.each(plans)('$id names a registry, a regime, a form and an outline that are there', (plan) => {
    expect(registries.map((r) => r.id)).toContain(plan.jurisdiction);
    expect(regimes.map((r) => r.id)).toContain(plan.regime);
    expect(forms.map((f) => f.id)).toContain(plan.indicators);
    expect(existsSync(join(ROOT, 'templates', plan.outline, 'outline.json'))).toBe(true);
    expect(readRegistry(plan.jurisdiction).unit(plan.issuer)).toBeDefined();
    expect(plan.from <= plan.to).toBe(true);
  });

  test.each(plans)('$id: areas, tasks, targets and measures each once, targets in areas and answered by known indicators', (plan) => {
    const measures = plan.targets.flatMap((t) => t.measures);
    for (const names of [plan.areas.map((a) => a.code), plan.tasks.map((t) => t.id), plan.targets.map((t) => t.code), measures.map((m) => m.code)]) {
      expect(twice(names)).toEqual([]);
    }
    const areas = new Set(plan.areas.map((a) => a.code));
    expect(plan.targets.filter((t) => !areas.has(t.area)).map((t) => t.code)).toEqual([]);
    const codes = new Set(forms.find((f) => f.id === plan.indicators)?.indicators.map((i) => i.code));
    expect(measures.flatMap((m) => m.indicator ?? []).filter((code) => !codes.has(code))).toEqual([]);
    expect(measures.filter((m) => codes.has(m.code)).map((m) => m.code)).toEqual([]);
  });

  test('the active plans of the workspace are plans that are there', () => {
    const { activePlans } = readJson('data', 'workspace.json') as { readonly activePlans: readonly string[] };
    expect(activePlans.filter((id) => !plans.some((p) => p.id === id))).toEqual([]);
    expect(choosePlan(openWorkspace(ROOT, ROOT), undefined).value).toBe(activePlans.length === 1 ? activePlans[0] : undefined);
  });
});

/** Codes that a derived indicator is computed from. */
function partsOf({ derived }: Pick<Indicator, 'derived'>): readonly string[] {
  if (derived === null || !('formula' in derived)) return [];
  const { formula } = derived;
  return formula.op === 'sum' ? formula.of : [formula.numerator, formula.denominator];
}

/** Codes that reach themselves through what they are computed from. */
function circles(indicators: readonly Pick<Indicator, 'code' | 'derived'>[]): readonly string[] {
  const parts = new Map(indicators.map((i) => [i.code, partsOf(i)]));
  const reaches = (code: string, goal: string, seen: Set<string>): boolean =>
    (parts.get(code) ?? []).some((p) => p === goal || (!seen.has(p) && reaches(p, goal, seen.add(p))));
  return [...parts.keys()].filter((code) => reaches(code, code, new Set()));
}

/** Every text in a check's fields that could be a code of an indicator. */
const codesIn = (fields: object): readonly string[] =>
  Object.values(fields).flatMap((v) => (Array.isArray(v) ? (v as unknown[]) : [])).flatMap((v) => (typeof v === 'string' && /^\d/.test(v) ? [v] : []));

describe('indicators', () => {
  test('a circle is found, near and far', () => {
    const sum = (code: string, ...of: string[]): Pick<Indicator, 'code' | 'derived'> => ({ code, derived: { formula: { op: 'sum', of } } });
    expect(circles([sum('a', 'b'), sum('b', 'c'), sum('c', 'a'), sum('d', 'a')])).toEqual(['a', 'b', 'c']);
    expect(circles([sum('a', 'a')])).toEqual(['a']);
    expect(circles([sum('a', 'b'), sum('b', 'x')])).toEqual([]);
  });

  test.each(forms)('$id: nothing is computed from itself, and every code in a formula or check exists', ({ indicators, checks, groups }) => {
    const codes = new Set(indicators.map((i) => i.code));
    expect(circles(indicators)).toEqual([]);
    expect(indicators.flatMap((i) => partsOf(i).filter((p) => !codes.has(p)).map((p) => [i.code, p]))).toEqual([]);
    expect(checks.flatMap((c) => codesIn(c.fields).filter((p) => !codes.has(p)).map((p) => [c.code, p]))).toEqual([]);
    for (const names of [indicators.map((i) => i.code), checks.map((c) => c.code), groups.map((g) => g.code)]) expect(twice(names)).toEqual([]);
  });

  test.each(forms)('$id: every indicator belongs under a group of the form', ({ indicators, groups }) => {
    const under = (code: string): boolean => groups.some((g) => code === g.code || code.startsWith(`${g.code}.`));
    expect(indicators.filter((i) => !under(i.code)).map((i) => i.code)).toEqual([]);
  });

  test.each(forms)('$id: who answers is a role with a body behind it, or a group of the registry', ({ indicators, roles, from }) => {
    for (const [place, ofPlace] of Object.entries(roles)) {
      const registry = readRegistry(place);
      expect(Object.entries(ofPlace).filter(([, id]) => !registry.unit(id) && !registry.group(id))).toEqual([]);
      const known = (who: string): boolean =>
        (registry.unit(ofPlace[who] ?? who) ?? registry.group(ofPlace[who] ?? who)) !== undefined;
      const named = indicators.flatMap((i) => [...i.answeredBy, ...(i.owner === null ? [] : [i.owner])].map((who) => [i.code, who] as const));
      expect(named.filter(([, who]) => !known(who))).toEqual([]);
      expect(indicators.filter((i) => (i.answeredBy.length === 0) !== (i.derived !== null)).map((i) => i.code)).toEqual([]);
    }
    expect(indicators.filter((i) => i.from < from || (i.to !== null && i.to < i.from)).map((i) => i.code)).toEqual([]);
  });

  test.each(forms)('$id: a ratio has both its parts named and adds as a ratio of sums, and a choice has its options', ({ indicators }) => {
    for (const i of indicators) {
      const parts = i.numerator !== undefined && i.denominator !== undefined;
      expect([i.code, i.type === 'ratio']).toEqual([i.code, parts]);
      if (i.type === 'ratio') expect([i.code, ['ratio-of-sums', 'owner'].includes(i.rollUp), i.unit]).toEqual([i.code, true, '%']);
      expect([i.code, i.type === 'bool' || i.type === 'enum']).toEqual([i.code, i.options !== undefined]);
      if (i.mixed !== undefined) expect(i.options?.map((o) => o.value)).toContain(i.mixed);
      if (i.rollUp === 'owner') expect([i.code, i.owner]).not.toEqual([i.code, null]);
    }
  });
});

describe('outlines', () => {
  const names = readdirSync(join(ROOT, 'templates')).filter((n) => existsSync(join(ROOT, 'templates', n, 'outline.json')));

  test.each(names)('%s: every prose file it names is there for both scopes, and none is there unnamed', (name) => {
    const outline = outlineSchema.parse(readJson('templates', name, 'outline.json'));
    const named = new Set([
      outline.opening,
      ...outline.sections.flatMap((s) => [s.prose, s.repeat?.prose, s.repeat?.rest, ...(s.sections ?? []).map((leaf) => leaf.prose)]),
    ]);
    const files = readdirSync(join(ROOT, 'templates', name, 'prose'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.hbs'));
    const made = (scope: string, prose: string): boolean => [`${scope}/${prose}.hbs`, `${prose}.hbs`].some((f) => files.includes(f));
    for (const prose of named) {
      if (prose !== undefined) expect([prose, made('unit', prose), made('city', prose)]).toEqual([prose, true, true]);
    }
    expect(files.filter((f) => !named.has(f.replace(/^(unit|city)\//, '').replace('.hbs', '')))).toEqual([]);
  });

  test.each(names)('%s: each section has an id of its own, since officers’ texts are kept by it', (name) => {
    const { sections } = outlineSchema.parse(readJson('templates', name, 'outline.json'));
    expect(twice(sections.flatMap((s) => [s.id, ...(s.sections ?? []).map((leaf) => leaf.id)]))).toEqual([]);
  });
});
