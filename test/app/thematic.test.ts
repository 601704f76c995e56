/** Thematic reports: who owes one, and that a report on a field says of it what the city's own report says. */

import { periodAndRules } from '../../src/app/plan-data';
import { thematicBodies, thematicReports } from '../../src/app/thematic';
import { unitReports, type Renderers } from '../../src/app/outputs';
import { bookLines } from '../../src/app/record';
import { bookingContext } from '../../src/app/plan-data';
import { ok } from '../../src/lib/diagnostic';
import { versionFor } from '../../src/regulation/periods';
import type { Block, OfficialDocument } from '../../src/report/document';
import { evaluationFor, LATER, opened, planData, requestFor, sampleEvents } from '../support/hanoi';
import { chainHash, eventId, GENESIS, type LedgerEvent } from '../../src/ledger/events';

const data = planData();

/** The documents themselves, caught where a renderer would take them. */
async function documents(
  make: (render: Renderers) => Promise<{ diagnostics: readonly { code: string }[] }>,
): Promise<readonly OfficialDocument[]> {
  const made: OfficialDocument[] = [];
  const none = (): never => {
    throw new Error('not asked for');
  };
  const docx = (document: OfficialDocument): Promise<Uint8Array> => {
    made.push(document);
    return Promise.resolve(new Uint8Array());
  };
  const outcome = await make({ docx, documentHtml: none, xlsx: none, dashboardHtml: none });
  expect(outcome.diagnostics.filter((d) => d.code !== 'BC1303')).toEqual([]);
  return made;
}

const request = requestFor(data, '2026-Q1', sampleEvents(data, '2026-Q1', 7));
const about = (bodies: readonly string[], asked = request): Promise<readonly OfficialDocument[]> =>
  documents((render) => thematicReports(data, bodies, asked, ['docx'], render));

const headings = (document: OfficialDocument): readonly string[] =>
  document.body.flatMap((b) => (b.kind === 'heading' ? [`${b.number} ${b.text}`] : []));
const rowsOf = (document: OfficialDocument, table: string): readonly (readonly string[])[] =>
  document.appendices
    .flatMap((a) => a.blocks)
    .flatMap((b) => (b.kind === 'table' && b.table.id === table ? b.table.rows : []))
    .map((row) => row.cells.map((cell) => cell.text));
const textOf = (blocks: readonly Block[]): string =>
  blocks.map((b) => (b.kind === 'paragraph' ? b.runs.map((r) => r.text).join('') : '')).join('\n');

it('are owed by the bodies that the plan names, and by nobody else', () => {
  const { period } = opened(data, '2026-Q1');
  const named = data.registry.membersOf('so-theo-doi-linh-vuc', period.window.to).map((u) => u.id);
  expect([...thematicBodies(data, period)].sort()).toEqual([...named].sort());
  expect(thematicBodies(data, period)).toHaveLength(7);
  const other = planData('hcmc-theme-2022');
  expect(thematicBodies(other, opened(other, '2022-H1').period)).toEqual([]);
});

it('every field of the plan is followed by somebody', () => {
  const { thematic } = versionFor(data.regime, 2026).value ?? {};
  const followed = new Set(Object.values(thematic?.fields ?? {}).flat());
  expect(data.plan.areas.filter((a) => !followed.has(a.field as number))).toEqual([]);
});

it('a body that follows no field is refused with the list of those that do', async () => {
  const outcome = await thematicReports(data, ['so-y-te'], request, ['docx'], {} as Renderers);
  expect(outcome.diagnostics.map((d) => [d.code, d.params['bodies']])).toEqual([['BC3060', 'so-y-te']]);
  expect(String(outcome.diagnostics[0]?.params['known'])).toContain('so-tu-phap');
});

it('holds the field’s figures as the city has them, and none of another field', async () => {
  const [document] = await about(['so-tai-chinh']);
  const city = evaluationFor(data, request);
  if (!document) throw new Error('no document');
  const figures = rowsOf(document, 'indicators').filter((row) => row.length === 5);
  expect(figures.length).toBeGreaterThan(5);
  expect(figures.filter(([code]) => !code?.startsWith('6'))).toEqual([]);
  for (const [code = '', , , text = ''] of figures) {
    const value = city.indicators.get(code)?.value;
    const printed = Number(/^[\d.]+(,\d+)?/.exec(text)?.[0].replaceAll('.', '').replace(',', '.'));
    expect([code, Number.isNaN(printed) ? null : printed]).toEqual([code, value ?? null]);
  }
});

it('holds the field’s tasks, every one and no other', async () => {
  const [document] = await about(['so-tu-phap']);
  const own = data.plan.tasks.filter((t) => t.area === 'II').map((t) => t.no);
  const printed = rowsOf(document as OfficialDocument, 'tasks').filter((row) => row.length > 2);
  expect([...new Set(printed.map(([no]) => no))]).toEqual(own);
  expect(textOf(document?.body ?? [])).toContain(`giao ${own.length} nhiệm vụ thuộc lĩnh vực cải cách thể chế`);
});

it('the number of tasks of the whole plan stays that of the whole plan', async () => {
  const [document] = await about(['van-phong-ubnd-thanh-pho']);
  const total = rowsOf(document as OfficialDocument, 'indicators').find(([code]) => code === '1.1.1')?.[3];
  expect(Number(total)).toBe(data.plan.tasks.length);
});

it('is written and signed by the body, to those it reports to', async () => {
  const [document] = await about(['so-noi-vu']);
  expect(document).toMatchObject({
    form: 'bao-cao-chuyen-de',
    addressees: ['Bộ Nội vụ', 'Ủy ban nhân dân thành phố Hà Nội'],
    letterhead: { issuer: ['SỞ NỘI VỤ'], symbol: 'BC-SNV' },
    signature: { lines: ['GIÁM ĐỐC'] },
  });
  expect(headings(document as OfficialDocument).filter((h) => /^\d\. (Chỉ đạo|Cải cách)/.test(h))).toEqual([
    '1. Chỉ đạo điều hành',
    '2. Cải cách tổ chức bộ máy',
    '3. Cải cách chế độ công vụ',
  ]);
});

it('the officer’s own words stand in their section, without a name before them', async () => {
  const line = {
    plan: data.plan.id,
    unit: 'so-tu-phap',
    period: '2026-Q1',
    section: 'CD.III.3',
    text: 'Lời riêng của sở.',
  };
  const context = bookingContext(data);
  const booked = bookLines([{ text: JSON.stringify(line), where: {} }], {
    now: LATER,
    sample: false,
    plan: data.plan.id,
    contextOf: () => ok(context),
  });
  const events = (booked.value ?? []).map((event, i): LedgerEvent => {
    const base = { seq: i + 1, id: eventId(event), recordedAt: LATER, sample: false, fact: event.fact, prev: GENESIS };
    return { ...base, hash: chainHash(base) };
  });
  expect(events).toHaveLength(1);
  const [document] = await about(['so-tu-phap'], requestFor(data, '2026-Q1', events));
  expect(textOf(document?.body ?? []).split('\n')).toContain('Lời riêng của sở.');
});

describe('variants by period', () => {
  const periods = ['2026-Q1', '2026-H1', '2026-Q3', '2026-Y'];
  it.each(periods)(
    '%s: lessons and deeper causes in the year only, the goal of the half-year in the half-year',
    async (id) => {
      expect(periodAndRules(data, id).value).toBeDefined();
      const asked = requestFor(data, id, sampleEvents(data, id, 7));
      const [unit] = await documents((render) => unitReports(data, ['so-noi-vu'], asked, ['docx'], render));
      const [field] = await about(['so-tai-chinh'], asked);
      for (const document of [unit, field]) {
        const all = headings(document as OfficialDocument).join('\n');
        expect([id, all.includes('Bài học kinh nghiệm')]).toEqual([id, id === '2026-Y']);
        expect([id, all.includes('So với mục tiêu đến giữa năm')]).toEqual([id, id === '2026-H1']);
      }
      expect(
        headings(unit as OfficialDocument)
          .join('\n')
          .includes('chủ quan, khách quan'),
      ).toBe(id === '2026-Y');
    },
  );

  it('the half-year says how much of what fell due is done, as the judgements have it', async () => {
    const asked = requestFor(data, '2026-H1', sampleEvents(data, '2026-H1', 7));
    const [document] = await documents((render) => unitReports(data, ['so-noi-vu'], asked, ['docx'], render));
    const { judgements, period } = evaluationFor(data, asked, 'so-noi-vu');
    const due = judgements.filter(
      (j) =>
        j.due !== null &&
        j.due <= period.window.to &&
        j.situation.class !== 'periodic' &&
        !['cancelled', 'not-triggered'].includes(j.status),
    );
    const done = due.filter((j) => /^done-(on-time|late)$/.test(j.status)).length;
    expect(textOf(document?.body ?? [])).toContain(
      `có ${due.length} phần việc đến hạn, đã hoàn thành ${done}/${due.length} phần việc`,
    );
  });
});
