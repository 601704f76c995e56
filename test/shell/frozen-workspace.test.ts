/** What is read through a traced workspace is all that a report stands on: a workspace of those files gives the same. */

import { loadPlanData } from '../../src/shell/plan-data';
import { frozen, traced } from '../../src/shell/frozen-workspace';
import { openRenderers } from '../../src/shell/renderers';
import { textIn } from '../../src/shell/workspace';
import { cityOutputs } from '../../src/app/outputs';
import { opened, requestFor, workspace } from '../support/hanoi';

const PLAN = 'hanoi-cchc-2026';

it('remembers the files that were read, by their name below the workspace, and no other', () => {
  const ws = traced(workspace);
  ws.list('data/plans', '.json');
  ws.find('data', 'units', 'hcmc.json');
  textIn(ws, ws.find('data', 'rules', 'kiem-tra.json') as string);
  expect([...ws.readSoFar().keys()]).toEqual(['data/rules/kiem-tra.json']);
});

it('a plan and its outputs come out of the remembered files as they come out of the folder', async () => {
  const ws = traced(workspace);
  const data = loadPlanData(ws, PLAN).value;
  if (!data) throw new Error('plan does not load');
  const formats = ['docx', 'xlsx', 'html'] as const;
  const request = requestFor(data, '2026-Q1', []);
  const made = await cityOutputs(data, request, formats, openRenderers(ws));
  const names = [...ws.readSoFar().keys()];
  expect(names).toContain(`data/plans/${PLAN}.json`);
  expect(names).toContain('data/calendars/viet-nam.json');
  expect(names).toContain('templates/bao-cao-cchc/prose/city/ke-hoach.hbs');
  expect(names).toContain('templates/styles/workbook.json');
  expect(names).toContain('templates/html/report.css');

  const again = frozen(ws.readSoFar());
  const same = loadPlanData(again, PLAN).value;
  if (!same) throw new Error('plan does not load from the remembered files');
  expect(same.fingerprints).toEqual(data.fingerprints);
  const remade = await cityOutputs(same, { ...request, ...opened(same, '2026-Q1') }, formats, openRenderers(again));
  expect(remade.value?.map((f) => [f.name, Buffer.from(f.bytes).toString('base64').length])).toHaveLength(4);
  for (const [i, file] of (made.value ?? []).entries())
    expect([file.name, Buffer.compare(file.bytes, remade.value?.[i]?.bytes as Uint8Array)]).toEqual([file.name, 0]);
});

it('a file that was not frozen is not looked for on the disk', () => {
  const none = frozen(new Map());
  expect(none.find('data', 'plans', `${PLAN}.json`)).toBeUndefined();
  expect(loadPlanData(none, PLAN).diagnostics.map((d) => d.code)).toEqual(['BC1002']);
  expect(() => none.bytes('data/plans/x.json')).toThrow('not among the frozen files');
  expect(() => none.output('x')).toThrow('no output folder');
});
