/**
 * A body that follows a field writes its thematic report in the same workbook: a box for each section of it, numbered
 * as that report numbers them, and what it writes there prints there.
 */

import { thematicBodies, thematicReports } from '../../../src/app/thematic';
import { narrativeSections } from '../../../src/report/outline';
import { thematicSections } from '../../../src/app/thematic';
import type { OfficialDocument } from '../../../src/report/document';
import { opened, planData, requestFor } from '../../support/hanoi';
import { damage } from './damage';
import { held, modelOf, render, take, UNIT } from './forms';

const data = planData();
const PERIOD = '2026-Q1';
const { period } = opened(data, PERIOD);
const bodies = thematicBodies(data, period);
const own = (unit: string): readonly { id: string; title: string }[] =>
  modelOf(unit).sections.filter(({ id }) => id.startsWith('CD.'));

it('mỗi cơ quan theo dõi lĩnh vực có ô cho từng mục nhận lời của báo cáo chuyên đề, đơn vị khác không có', () => {
  const sections = thematicSections(data, period);
  expect(bodies).toHaveLength(7);
  for (const body of bodies) {
    const ids = own(body).map(({ id }) => id);
    expect([body, ids]).toEqual([body, narrativeSections(sections.get(body) ?? [])]);
    expect(ids).toEqual(expect.arrayContaining(['CD.I.1', 'CD.II.1', 'CD.III.2', 'CD.V']));
  }
  expect(own(UNIT)).toEqual([]);
});

it('tên mục nói rõ là của báo cáo chuyên đề, đúng lĩnh vực của cơ quan', () => {
  const titles = new Map(own('so-tu-phap').map(({ id, title }) => [id, title]));
  expect(titles.get('CD.II.1')).toBe('Báo cáo chuyên đề: Cải cách thể chế');
  expect(titles.get('CD.IV')).toBe('Báo cáo chuyên đề: Phương hướng, nhiệm vụ trọng tâm quý II năm 2026');
  expect(modelOf('so-tu-phap').sections.find(({ id }) => id === 'I.1')?.title).not.toContain('chuyên đề');
});

it('lời viết trong ô in đúng mục của báo cáo chuyên đề', async () => {
  const blank = await render(modelOf('so-tu-phap'));
  const filled = damage(blank, 'text T|CD.III.2|Nội dung kỳ này|Còn chậm trong rà soát văn bản mẫu.');
  const { value, diagnostics } = take(filled);
  expect([diagnostics, value?.events.map((e) => e.fact)]).toEqual([
    [],
    expect.arrayContaining([
      expect.objectContaining({ kind: 'narrative', section: 'CD.III.2', text: 'Còn chậm trong rà soát văn bản mẫu.' }),
    ]),
  ]);
  const made: OfficialDocument[] = [];
  const none = (): never => {
    throw new Error('not asked for');
  };
  const docx = (document: OfficialDocument): Promise<Uint8Array> =>
    Promise.resolve(new Uint8Array([made.push(document)]));
  const request = requestFor(data, PERIOD, held([], value?.events ?? []));
  await thematicReports(data, ['so-tu-phap'], request, ['docx'], {
    docx,
    documentHtml: none,
    xlsx: none,
    dashboardHtml: none,
  });
  const body = made[0]?.body ?? [];
  const at = body.findIndex((b) => b.kind === 'paragraph' && b.runs.some((r) => r.text.includes('văn bản mẫu')));
  const heading = body.slice(0, at).findLast((b) => b.kind === 'heading');
  expect(heading).toMatchObject({ text: 'Tồn tại, hạn chế' });
});
