/**
 * Guards `export`: the numbers are those of `evaluate` and `submissions`, the JSON keeps to the published schema, the
 * tables say the same as the JSON, and equal facts give equal bytes whatever the order in which they were told.
 */

import { z } from 'zod';
import { evaluationJson } from '../../src/app/evaluate';
import { exportedData, exportFiles, EXPORT_FORMATS, type ExportRequest } from '../../src/app/export';
import { boardJson, boardOf } from '../../src/app/submissions';
import { entryFormSchema } from '../../src/report/export/entry-form';
import { EXPORT_TABLES, exportTables } from '../../src/report/export/tables';
import { rankUnits } from '../../src/report/ranking';
import { rateOf } from '../../src/figures/evaluation';
import { sha256 } from '../../src/lib/canonical-json';
import type { OutputFile } from '../../src/app/outputs';
import { readJson } from '../support/data';
import { evaluationFor, planData, renderers, requestFor, sampleEvents } from '../support/hanoi';

const data = planData();
const events = sampleEvents(data, '2026-Q1', 7);
const form = entryFormSchema.parse(readJson('data', 'entry-forms', 'bnv-cchc.json'));
const request: ExportRequest = { ...requestFor(data, '2026-Q1', events), separator: ';', form };
const exported = exportedData(data, request);

async function files(of: ExportRequest = request): Promise<readonly OutputFile[]> {
  const made = await exportFiles(data, of, EXPORT_FORMATS, await renderers());
  if (!made.value) throw new Error(JSON.stringify(made.diagnostics));
  return made.value;
}

describe('the numbers', () => {
  const json = evaluationJson(evaluationFor(data, request)) as unknown as {
    counts: unknown;
    rates: unknown;
    rows: Record<string, unknown>[];
    tasks: Record<string, unknown>[];
    indicators: Record<string, unknown>[];
    reporting: { reported: number; of: number };
  };

  it('are those of evaluate: counts, rates, rows, figures, who has reported', () => {
    expect(exported.counts).toEqual(json.counts);
    expect(exported.rate).toEqual(json.rates);
    expect(exported.obligations).toMatchObject(json.rows);
    expect(exported.tasks.map((t) => [t.task, t.status])).toEqual(json.tasks.map((t) => [t['task'], t['status']]));
    expect(exported.reporting).toEqual({ reported: json.reporting.reported, of: json.reporting.of });
    const city = exported.indicators.filter((i) => i.unit === null);
    const figures = json.indicators.filter((i) => !('target' in i));
    expect(city.map(({ code, value, numerator, reported }) => ({ code, value, numerator, reported }))).toEqual(
      figures.map(({ code, value, numerator, reported }) => ({ code, value, numerator, reported })),
    );
  });

  it('units add up to the city', () => {
    const sum = (key: 'total' | 'done' | 'of'): number => exported.units.reduce((all, u) => all + u[key], 0);
    expect(sum('total')).toBe(exported.obligations.length);
    expect([sum('done'), sum('of')]).toEqual([exported.rate.byObligation.done, exported.rate.byObligation.of]);
  });

  it('units are ranked within their block, as the report and the dashboard rank them', () => {
    const blocks = rankUnits(evaluationFor(data, request), data.registry, (counts) => rateOf(counts, request.rules));
    const ranks = blocks.flatMap(({ name, units }) => units.map(({ unit, rank }) => [unit, name, rank]));
    expect(exported.units.map(({ unit, block, rank }) => [unit, block, rank])).toEqual(
      expect.arrayContaining(ranks.filter(([unit]) => data.registry.unit(String(unit)) !== undefined)),
    );
  });

  it('a reason stands as the unit wrote it', () => {
    const late = events.find((e) => e.fact.kind === 'task' && e.fact.reason !== null);
    if (late?.fact.kind !== 'task') throw new Error('no reason among the samples');
    const words = '-5% biên chế so với năm 2025:\n- thiếu người;';
    const fact = { ...late.fact, reason: words };
    const told = exportedData(data, { ...request, events: events.map((e) => (e === late ? { ...e, fact } : e)) });
    const own = told.obligations.find((o) => o.unit === fact.unit && o.events.includes(late.id));
    expect(own?.reason).toBe(words);
  });

  it('of the units’ own figures that are added are those of the city', () => {
    const summed = data.indicators.indicators.filter(
      (i) => i.derived === null && i.rollUp === 'sum' && i.type === 'count',
    );
    const told = summed.filter((i) => exported.indicators.some((e) => e.code === i.code && e.unit !== null));
    expect(told.length).toBeGreaterThan(3);
    for (const { code } of told) {
      const rows = exported.indicators.filter((e) => e.code === code);
      const own = rows.filter((e) => e.unit !== null).reduce((all, e) => all + (e.value ?? 0), 0);
      expect([code, rows.find((e) => e.unit === null)?.value ?? 0]).toEqual([code, own]);
    }
  });

  it('targets are those of evaluate, each with its level in words', () => {
    const judged = json.indicators.filter((i) => 'target' in i);
    expect(exported.targets.map(({ code, value, met }) => ({ code, value, met }))).toEqual(
      judged.map(({ code, value, met }) => ({ code, value, met })),
    );
    expect(exported.targets.filter((t) => t.met === null && t.value === null).length).toBeGreaterThan(0);
    expect(exported.targets.every((t) => t.levelText !== '')).toBe(true);
  });

  it('a choice is told with its words', () => {
    const chosen = data.indicators.indicators.filter((i) => i.options).map((i) => i.code);
    const told = exported.indicators.filter((i) => chosen.includes(i.code) && i.answer === 'value' && i.unit !== null);
    expect(told.length).toBeGreaterThan(0);
    for (const { code, value, valueText } of told) {
      const options = data.indicators.indicators.find((i) => i.code === code)?.options ?? [];
      expect(valueText).toBe(options.find((o) => o.value === value)?.label);
    }
    expect(exported.indicators.find((i) => i.type === 'count' && i.value !== null)?.valueText).toBeNull();
  });

  it('submissions are those of the board', () => {
    const board = boardJson(boardOf(data, events, request)) as { units: { unit: string; channels: object[] }[] };
    expect(exported.submissions).toHaveLength(board.units.reduce((all, u) => all + u.channels.length, 0));
    expect(new Set(exported.submissions.map((s) => s.unit))).toEqual(new Set(board.units.map((u) => u.unit)));
  });
});

describe('the files', () => {
  it('are one for each table, one JSON, one sheet to type from', async () => {
    expect((await files()).map((f) => f.name.replace('2026-Q1/so-lieu/', ''))).toEqual([
      ...EXPORT_TABLES.map((t) => `${t}.csv`),
      'so-lieu.json',
      'phieu-nhap.xlsx',
    ]);
  });

  it('the JSON keeps to the schema that is published, read back from its file', async () => {
    const published = z.fromJSONSchema(readJson('data', 'schemas', 'export.schema.json') as never);
    const json: unknown = JSON.parse(
      new TextDecoder().decode((await files()).find((f) => f.name.endsWith('.json'))?.bytes),
    );
    expect(published.safeParse(json).error?.issues ?? []).toEqual([]);
    expect(json).toEqual(exported);
    expect(published.safeParse({ ...(json as object), extra: 1 }).success).toBe(false);
    expect(published.safeParse({ ...(json as object), rate: {} }).success).toBe(false);
  });

  it('a table has a row for each entry, and a cell for each column', () => {
    for (const table of exportTables(exported)) {
      expect(table.rows).toHaveLength(exported[table.name as (typeof EXPORT_TABLES)[number]].length);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    }
  });

  it('are the same bytes from the same facts, in whatever order they come, today or later', async () => {
    const hashes = async (of: ExportRequest): Promise<readonly string[]> =>
      (await files(of)).map((f) => `${f.name} ${sha256(f.bytes)}`);
    const first = await hashes(request);
    expect(await hashes({ ...request, events: [...events].reverse() })).toEqual(first);
    expect(await hashes({ ...request, asOf: '2030-01-01T00:00:00.000Z' as never })).toEqual(first);
  });

  it('none of them where a sheet to type from is wanted and no form takes the list', async () => {
    const made = await exportFiles(data, { ...request, form: null }, EXPORT_FORMATS, await renderers());
    expect(made.value).toBeUndefined();
    expect(made.diagnostics).toMatchObject([{ code: 'BC3208', params: { indicators: 'bnv-cchc' } }]);
  });
});
