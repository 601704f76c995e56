/**
 * Guards loading: every fault of a data file comes back at once with its file and path, broken JSON and unknown names
 * say what to do, and the data that the program ships loads without any.
 */

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import Database from 'libsql';
import { bookingContext } from '../../src/app/plan-data';
import { diagnosticJson } from '../../src/i18n/render-diagnostic';
import type { Diagnostic } from '../../src/lib/diagnostic';
import { citationText } from '../../src/regulation/citations';
import type { Citation } from '../../src/regulation/schema';
import * as load from '../../src/shell/load';
import { openLedger } from '../../src/shell/ledger';
import { choosePlan, loadPlanData } from '../../src/shell/plan-data';
import { openWorkspace, readText, type Workspace } from '../../src/shell/workspace';

const INSTALLED = resolve(__dirname, '../..');
const installed = openWorkspace(INSTALLED, INSTALLED);

let folder: string;
let ws: Workspace;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baocao-nap-'));
  ws = openWorkspace(folder, folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Json = Record<string, unknown>;

function put(path: string, content: string | Json): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

/** An installed data file as JSON, to be changed and put into the workspace. */
const copy = (path: string): Json => JSON.parse(readText(join(INSTALLED, path))) as Json;
const codes = (diagnostics: readonly Diagnostic[]): readonly string[] => diagnostics.map((d) => d.code);
const readable = (diagnostics: readonly Diagnostic[]): void => {
  for (const d of diagnostics) expect(diagnosticJson(d).message.length).toBeGreaterThan(10);
};

describe('one file', () => {
  it.each([
    ['loadRegime', 'regimes'],
    ['loadRules', 'rules'],
    ['loadIndicators', 'indicators'],
    ['loadRegistry', 'units'],
    ['loadPlanFile', 'plans'],
    ['loadPlan', 'plans'],
  ] as const)('%s of a name that is not there says which there are', (name, room) => {
    const { value, diagnostics } = load[name](ws, 'khong-co');
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'BC1002', where: { file: `data/${room}/khong-co.json` }, params: { name: 'khong-co' } },
    ]);
    expect(diagnostics[0]?.params['known']).toBe(installed.list(`data/${room}`, '.json').join(', '));
    readable(diagnostics);
  });

  it('broken JSON is BC1003 with the file and where it breaks off', () => {
    put('data/rules/hong.json', '{"id": "hong",\n  "title": }');
    const { value, diagnostics } = load.loadRules(ws, 'hong');
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'BC1003', where: { file: join('data', 'rules', 'hong.json') } }]);
    readable(diagnostics);
  });

  it.each(['', 'null', '[]', '"mẫu"', '3'])('a file that holds %j is of the wrong shape, and says so', (content) => {
    put('data/regimes/hong.json', content);
    const { value, diagnostics } = load.loadRegime(ws, 'hong');
    expect(value).toBeUndefined();
    expect(codes(diagnostics)).toEqual([content === '' ? 'BC1003' : 'BC1001']);
  });

  it('all faults of a file come at once, each with its path', () => {
    const rules = copy('data/rules/bao-cao-cchc.json') as { status: { from: string; rules: Json[] }[]; rate: Json };
    const table = rules.status[0] as { from: string; rules: Json[] };
    table.from = '2019-02-30';
    (table.rules[1] as Json)['status'] = 'xong';
    (table.rules[2] as Json)['basis'] = [];
    (table.rules[3] as Json)['when'] = { class: 'periodic', ngày: true };
    rules.rate['decimals'] = 9;
    put('data/rules/hong.json', rules);
    const { value, diagnostics } = load.loadRules(ws, 'hong');
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => [d.code, d.where.file, d.where.path])).toEqual(
      [
        'status[0].from',
        'status[0].rules[1].status',
        'status[0].rules[2].basis',
        'status[0].rules[3].when',
        'rate.decimals',
      ].map((path) => ['BC1001', join('data', 'rules', 'hong.json'), path]),
    );
    readable(diagnostics);
  });

  it('a byte-order mark in front does not matter', () => {
    put('data/rules/mau.json', `\uFEFF${JSON.stringify(copy('data/rules/bao-cao-cchc.json'))}`);
    expect(load.loadRules(ws, 'mau').value?.id).toBe('bao-cao-cchc');
  });

  it('all faults of a registry that its schema cannot see come at once', () => {
    const units = copy('data/units/hanoi.json') as { units: Json[]; groups: Json[] };
    const [first, second, third] = units.units as [Json, Json, Json];
    first['kind'] = 'khong-co';
    second['id'] = third['id'];
    third['groups'] = [{ id: 'khong-co', from: '2025-01-01', to: null }];
    third['successors'] = [{ unit: 'khong-co', on: '2026-07-01' }];
    put('data/units/hong.json', units);
    const { value, diagnostics } = load.loadRegistry(ws, 'hong');
    expect(value).toBeUndefined();
    expect(new Set(codes(diagnostics))).toEqual(new Set(['BC1101', 'BC1102', 'BC1103', 'BC1104']));
    for (const d of diagnostics) expect(d.where.file).toBe(join('data', 'units', 'hong.json'));
    readable(diagnostics);
  });

  it('all faults of a plan’s references come at once, each at its task', () => {
    const plan = copy('data/plans/hanoi-cchc-2026.json') as { tasks: (Json & { assignments: Json[] })[] };
    const [first, second, third, fourth] = plan.tasks as [Json, Json, Json & { assignments: Json[] }, Json];
    first['area'] = 'XX';
    second['id'] = first['id'];
    (third.assignments[0] as Json)['lead'] = ['so-noi-vuu'];
    fourth['assignments'] = [];
    put('data/plans/hong.json', plan);
    const { value, diagnostics } = load.loadPlan(ws, 'hong');
    expect(value).toBeUndefined();
    const found = diagnostics.filter((d) => d.code.startsWith('BC14'));
    expect([...codes(found)].sort()).toEqual(['BC1401', 'BC1402', 'BC1403', 'BC1404']);
    for (const d of found) expect(d.where.path).toMatch(/^nhiệm vụ \S+$/);
    expect(String(found.find((d) => d.code === 'BC1404')?.params['nearest'])).toContain('so-noi-vu');
    readable(diagnostics);
  });
});

describe('everything of a plan', () => {
  const files = (diagnostics: readonly Diagnostic[]): readonly (string | undefined)[] =>
    diagnostics.filter((d) => d.level === 'error').map((d) => d.where.file);

  it('faults of the registry and of the regime come at once', () => {
    const broken = [join('data', 'units', 'hanoi.json'), join('data', 'regimes', 'hanoi-cchc.json')];
    for (const path of broken) put(path, '{');
    const { value, diagnostics } = loadPlanData(ws, 'hanoi-cchc-2026');
    expect(value).toBeUndefined();
    expect(files(diagnostics)).toEqual(broken);
  });

  it('faults of rules, form, register of instruments and outline come at once', () => {
    const broken = [
      join('data', 'rules', 'bao-cao-cchc.json'),
      join('data', 'indicators', 'bnv-cchc.json'),
      join('data', 'regulations', 'instruments.json'),
      join('templates', 'bao-cao-cchc', 'outline.json'),
    ];
    for (const path of broken) put(path, '{');
    const { value, diagnostics } = loadPlanData(ws, 'hanoi-cchc-2026');
    expect(value).toBeUndefined();
    expect(files(diagnostics)).toEqual(broken);
  });

  it('a list of indicators whose sums go in a circle is a fault of the file, not of the program', () => {
    const path = join('data', 'indicators', 'bnv-cchc.json');
    const list = copy(path);
    const circular = (list['indicators'] as Json[]).map((i) =>
      i['code'] === '2.1' ? { ...i, derived: { formula: { op: 'sum', of: ['2.1'] } } } : i,
    );
    put(path, { ...list, indicators: circular });
    const { value, diagnostics } = loadPlanData(ws, 'hanoi-cchc-2026');
    expect(value).toBeUndefined();
    expect(diagnostics.filter((d) => d.level === 'error')).toMatchObject([{ code: 'BC2268', where: { file: path } }]);
  });

  it('a prose file of the workspace stands in for the installed one, and is in the fingerprint', () => {
    const before = loadPlanData(installed, 'hanoi-cchc-2026').value;
    put('templates/bao-cao-cchc/prose/mo-dau.hbs', 'Lời mở đầu mẫu.');
    const after = loadPlanData(ws, 'hanoi-cchc-2026').value;
    expect(after?.prose.get('mo-dau')).toBe('Lời mở đầu mẫu.');
    expect([...(after?.prose.keys() ?? [])]).toEqual([...(before?.prose.keys() ?? [])]);
    expect(after?.fingerprints['proseSha256']).not.toBe(before?.fingerprints['proseSha256']);
    expect({ ...after?.fingerprints, proseSha256: '' }).toEqual({ ...before?.fingerprints, proseSha256: '' });
  });

  it('a change to any input file changes its fingerprint', () => {
    const before = loadPlanData(installed, 'hanoi-cchc-2026').value?.fingerprints ?? {};
    cpSync(join(INSTALLED, 'data'), join(folder, 'data'), { recursive: true });
    const rules = copy('data/rules/bao-cao-cchc.json');
    put('data/rules/bao-cao-cchc.json', { ...rules, title: 'Bảng mẫu' });
    const after = loadPlanData(ws, 'hanoi-cchc-2026').value?.fingerprints ?? {};
    const changed = Object.keys(before).filter((key) => before[key] !== after[key]);
    expect(changed).toEqual(['rulesSha256']);
  });
});

describe('the plan meant', () => {
  it('the one named; else the only active one of the workspace', () => {
    expect(choosePlan(ws, ' ke-hoach-mau ').value).toBe('ke-hoach-mau');
    put('data/workspace.json', { activePlans: ['ke-hoach-mau'] });
    expect(choosePlan(ws, undefined).value).toBe('ke-hoach-mau');
  });

  it('none or several active is BC2002 that lists them', () => {
    put('data/workspace.json', { activePlans: ['a', 'b'] });
    expect(choosePlan(ws, undefined).diagnostics).toMatchObject([{ code: 'BC2002', params: { known: 'a, b' } }]);
    put('data/workspace.json', { activePlans: [] });
    expect(choosePlan(ws, undefined).diagnostics).toMatchObject([{ code: 'BC2002', params: { known: '(không có)' } }]);
  });

  it('a broken or misshapen workspace.json is a fault of the data, not of the program', () => {
    put('data/workspace.json', '{"activePlans": [');
    expect(codes(choosePlan(ws, undefined).diagnostics)).toEqual(['BC1003']);
    put('data/workspace.json', { activePlans: 'hanoi-cchc-2026' });
    expect(choosePlan(ws, undefined).diagnostics).toMatchObject([{ code: 'BC1001', where: { path: 'activePlans' } }]);
  });
});

describe('the ledger meant', () => {
  it('by default stands in the workspace; its folder is made', async () => {
    const ledger = (await openLedger(ws, undefined)).value;
    expect(await ledger?.head()).toMatchObject({ seq: 0 });
    await ledger?.close();
    expect(ws.find('data', 'ledger.sqlite')).toBe(join(folder, 'data', 'ledger.sqlite'));
  });

  it('an address of no kind we know is BC2007, and shows no password', async () => {
    const { diagnostics } = await openLedger(ws, 'mysql://nguoi:matkhau@may/so');
    expect(codes(diagnostics)).toEqual(['BC2007']);
    expect(JSON.stringify(diagnostics)).not.toContain('matkhau');
    readable(diagnostics);
  });

  it('a file that is no ledger is BC2007', async () => {
    put('so.sqlite', 'không phải sổ'.repeat(200));
    const { diagnostics } = await openLedger(ws, `sqlite:${join(folder, 'so.sqlite')}`);
    expect(diagnostics).toMatchObject([{ code: 'BC2007', where: { file: 'so.sqlite' } }]);
    readable(diagnostics);
  });

  it('a ledger of a newer program is BC2121, and is not touched', async () => {
    const path = join(folder, 'moi.sqlite');
    const db = new Database(path);
    db.exec('PRAGMA user_version = 99');
    db.close();
    const { value, diagnostics } = await openLedger(ws, `sqlite:${path}`);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'BC2121', where: { file: 'moi.sqlite' } }]);
    readable(diagnostics);
  });
});

describe('the data that the program ships', () => {
  const data = loadPlanData(installed, 'hanoi-cchc-2026');

  it('loads every plan, regime, registry, rule file and form without an error', () => {
    const ids = (room: string): readonly string[] => installed.list(`data/${room}`, '.json');
    const outcomes = [
      ...ids('plans').map((id) => load.loadPlan(installed, id)),
      ...ids('regimes').map((id) => load.loadRegime(installed, id)),
      ...ids('units').map((id) => load.loadRegistry(installed, id)),
      ...ids('regimes').map((id) => load.loadRules(installed, load.loadRegime(installed, id).value?.rules ?? '')),
      ...ids('indicators').map((id) => load.loadIndicators(installed, id)),
      load.loadInstruments(installed),
    ];
    expect(outcomes.flatMap((o) => o.diagnostics.filter((d) => d.level === 'error'))).toEqual([]);
    expect(outcomes.every((o) => o.value !== undefined)).toBe(true);
    expect(data.value?.plan.tasks).toHaveLength(56);
  });

  it('cites only instruments that are registered', () => {
    const instruments = load.loadInstruments(installed).value;
    if (!instruments) throw new Error('instruments do not load');
    const citations: Citation[] = [];
    for (const id of load.regimeIds(installed))
      for (const version of load.loadRegime(installed, id).value?.versions ?? [])
        citations.push(...version.basis, ...version.submissions.flatMap((s) => s.basis));
    for (const id of load.regimeIds(installed)) {
      const rules = load.loadRules(installed, load.loadRegime(installed, id).value?.rules ?? '').value;
      for (const table of [...(rules?.status ?? []), ...(rules?.task ?? [])])
        citations.push(...table.rules.flatMap((r) => r.basis));
      citations.push(...(rules?.rate.basis ?? []));
    }
    expect(citations.length).toBeGreaterThan(30);
    for (const citation of citations) expect(citationText(instruments, citation)).toContain(citation.at ?? '');
  });

  it('an indicator that one body answers for the city is asked of that body alone', () => {
    const file = data.value?.indicators;
    const owned = (file?.indicators ?? []).filter((i) => i.rollUp === 'owner' && i.derived === null);
    expect(owned.length).toBeGreaterThan(20);
    for (const i of owned) expect([i.code, i.answeredBy]).toEqual([i.code, [i.owner]]);
  });

  it('roles, answering bodies and formulas of the form name what is there', () => {
    if (!data.value) throw new Error('does not load');
    const { indicators: file, registry } = data.value;
    const known = (id: string): boolean => registry.unit(id) !== undefined || registry.group(id) !== undefined;
    const roles = file.roles[registry.id] ?? {};
    expect(Object.values(roles).filter((id) => !known(id))).toEqual([]);
    const unknown = file.indicators.flatMap((i) => i.answeredBy.filter((who) => !known(roles[who] ?? who)));
    expect(unknown).toEqual([]);
    const inputs = file.indicators.flatMap(({ derived }) => {
      if (derived === null || 'from' in derived) return [];
      return derived.formula.op === 'sum'
        ? derived.formula.of
        : [derived.formula.numerator, derived.formula.denominator];
    });
    const all = file.indicators.map((i) => i.code);
    expect(inputs.filter((code) => !all.includes(code))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('no target’s own code is also an indicator’s, so that a figure means one thing', () => {
    if (!data.value) throw new Error('does not load');
    const own = data.value.plan.targets.flatMap((t) => t.measures.filter((m) => !m.indicator).map((m) => m.code));
    const codesOfForm = new Set(data.value.indicators.indicators.map((i) => i.code));
    expect(own.filter((code) => codesOfForm.has(code))).toEqual([]);
    expect(bookingContext(data.value).indicators.size).toBe(own.length + codesOfForm.size);
  });
});
