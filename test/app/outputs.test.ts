/**
 * Guards `report` and `compile`: which files there are and what they are called, all or none of them, the same bytes
 * from the same inputs whatever the order of events, and the sample mark in every one.
 */

import { strFromU8, unzipSync } from 'fflate';
import { cityOutputs, unitReports, type OutputFile, type OutputRequest } from '../../src/app/outputs';
import { NOTICES } from '../../src/i18n/notices';
import { sha256 } from '../../src/lib/canonical-json';
import type { Outcome } from '../../src/lib/diagnostic';
import { planData, renderers, requestFor, sampleEvents } from '../support/hanoi';

const data = planData();
const events = sampleEvents(data, '2026-Q1', 5);
const request = requestFor(data, '2026-Q1', events);
const UNITS = ['so-noi-vu', 'xa-dong-anh'];

async function filesOf(of: OutputRequest, from = data): Promise<readonly OutputFile[]> {
  const render = await renderers();
  const units = await unitReports(from, UNITS, of, ['docx', 'html'], render);
  const city = await cityOutputs(from, of, ['docx', 'xlsx', 'html'], render);
  return [units, city].flatMap((outcome: Outcome<readonly OutputFile[]>) => {
    if (!outcome.value) throw new Error(JSON.stringify(outcome.diagnostics));
    return outcome.value;
  });
}
const hashes = (files: readonly OutputFile[]): readonly string[] => files.map((f) => `${f.name} ${sha256(f.bytes)}`);

/** All text of a file, parts of a package one after the other. */
function textOf({ name, bytes }: OutputFile): string {
  if (name.endsWith('.html')) return strFromU8(bytes);
  const parts = unzipSync(bytes);
  return Object.keys(parts)
    .filter((part) => part.endsWith('.xml'))
    .map((part) => strFromU8(parts[part] as Uint8Array))
    .join('\n');
}

let made: readonly OutputFile[];
beforeAll(async () => {
  made = await filesOf(request);
});

it('files are named after period, kind and body, and say whose they are', () => {
  expect(made.map((f) => [f.name, f.unit])).toEqual([
    ['2026-Q1/don-vi/bao-cao-so-noi-vu.docx', 'so-noi-vu'],
    ['2026-Q1/don-vi/bao-cao-so-noi-vu.html', 'so-noi-vu'],
    ['2026-Q1/don-vi/bao-cao-xa-dong-anh.docx', 'xa-dong-anh'],
    ['2026-Q1/don-vi/bao-cao-xa-dong-anh.html', 'xa-dong-anh'],
    ['2026-Q1/bao-cao-hanoi.docx', null],
    ['2026-Q1/bao-cao-hanoi.html', null],
    ['2026-Q1/tong-hop-hanoi.xlsx', null],
    ['2026-Q1/tong-hop-hanoi.html', null],
  ]);
});

it('only the formats that were asked for are made', async () => {
  const render = await renderers();
  const units = await unitReports(data, ['so-noi-vu'], request, ['html'], render);
  expect(units.value?.map((f) => f.name)).toEqual(['2026-Q1/don-vi/bao-cao-so-noi-vu.html']);
  const city = await cityOutputs(data, request, ['xlsx'], render);
  expect(city.value?.map((f) => f.name)).toEqual(['2026-Q1/tong-hop-hanoi.xlsx']);
});

it('the same inputs give the same bytes, also when the store hands over the events in another order', async () => {
  expect(hashes(await filesOf({ ...request, events: [...events].reverse() }))).toEqual(hashes(made));
});

it('a later as-of instant with nothing told since gives the same bytes', async () => {
  const later = { ...request, asOf: '2027-06-30T00:00:00.000Z' as OutputRequest['asOf'] };
  expect(hashes(await filesOf(later))).toEqual(hashes(made));
});

it('one event more changes the reports of its unit and of the city, and no other unit’s figures', async () => {
  const mine = events.findIndex((e) => e.fact.unit === 'so-noi-vu' && e.fact.kind === 'task');
  expect(mine).toBeGreaterThan(0);
  const fewer = await filesOf({ ...request, events: events.filter((_, i) => i !== mine) });
  const body = (files: readonly OutputFile[], name: string): string => {
    const file = files.find((f) => f.name === name) as OutputFile;
    return textOf(file).slice(textOf(file).indexOf('<body'));
  };
  const differs = (name: string): boolean => body(fewer, name) !== body(made, name);
  expect(differs('2026-Q1/don-vi/bao-cao-so-noi-vu.html')).toBe(true);
  expect(differs('2026-Q1/tong-hop-hanoi.html')).toBe(true);
  expect(differs('2026-Q1/don-vi/bao-cao-xa-dong-anh.html')).toBe(false);
});

it('every file made from samples says so; a file made from nothing does not', async () => {
  const said = (file: OutputFile): boolean => textOf(file).includes(NOTICES.sample);
  expect(made.map((f) => [f.name, said(f)])).toEqual(made.map((f) => [f.name, true]));
  const empty = await filesOf({ ...request, events: [] });
  expect(empty.filter(said).map((f) => f.name)).toEqual([]);
});

it('a fault in a prose file keeps all files out, and is told for every unit at once', async () => {
  const broken = { ...data, prose: new Map([...data.prose, ['mo-dau', 'Lời mở đầu {{khong.co}}']]) };
  const render = await renderers();
  const { value, diagnostics } = await unitReports(broken, UNITS, request, ['docx'], render);
  expect(value).toBeUndefined();
  const errors = diagnostics.filter((d) => d.level === 'error');
  expect(errors).toHaveLength(UNITS.length);
  for (const d of errors) expect(d.code).toBe('BC3001');
  expect((await cityOutputs(broken, request, ['xlsx', 'docx'], render)).value).toBeUndefined();
  // A workbook alone has no prose.
  expect((await cityOutputs(broken, request, ['xlsx'], render)).value).toHaveLength(1);
});

it('a regime without a body that compiles cannot be reported in, and says so', async () => {
  const render = await renderers();
  const without = { ...data, regime: { ...data.regime, compiler: null } };
  const outcomes = [
    await unitReports(without, ['so-noi-vu'], request, ['docx'], render),
    await cityOutputs(without, request, ['docx'], render),
  ];
  for (const { value, diagnostics } of outcomes)
    expect([value, diagnostics.map((d) => d.code)]).toEqual([undefined, ['BC3003']]);
});
