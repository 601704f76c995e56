/** `compare`, `par-index` and `export` as they are called: JSON, files, exit codes. Each run is a process. */

import { readdirSync } from 'node:fs';
import { Sandbox } from '../support/cli';

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => box.remove());

it('without facts there is nothing to compare, and that is no error', () => {
  const ran = box.run('compare', '--period', '2026-H1', '--json', '--now', '2026-07-01');
  expect([ran.code, JSON.parse(ran.stdout)]).toEqual([
    0,
    { preliminary: false, sampleEvents: 0, lastPeriod: null, lastYear: null },
  ]);
});

it('par-index gives one unit its points with reasons; an unknown table is an error that lists what there is', () => {
  const json = box.json<{ table: { sample: boolean }; units: { unit: string; snapshots: { id: string }[] }[] }>(
    ...['par-index', '--period', '2026-Y', '--unit', 'Sở Nội vụ'],
  );
  expect(json.table.sample).toBe(true);
  expect(json.units.map((u) => [u.unit, ...u.snapshots.map((s) => s.id)])).toEqual([
    ['so-noi-vu', 'cut-off', 'year-end'],
  ]);
  const wrong = box.run('par-index', '--period', '2026-Y', '--table', 'khong-co');
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain('BC1002');
});

it('export writes the files of the formats asked for into the folder, and refuses a format that is not there', () => {
  const out = box.path('ra');
  const ran = box.run('export', '--period', '2026-Q1', '--format', 'csv,json', '--out', out);
  expect(ran.code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(
    [
      'indicators.csv',
      'obligations.csv',
      'so-lieu.json',
      'submissions.csv',
      'targets.csv',
      'tasks.csv',
      'units.csv',
    ].sort(),
  );
  expect(box.run('export', '--period', '2026-Q1', '--format', 'xml', '--out', out).code).toBe(2);
});
