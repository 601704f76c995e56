/**
 * Guards the documents that give more time or stop the work: each is told in the unit's annex, in the city's annex,
 * in the workbook, on the dashboard and in the exported data, in the same words and in those of who recorded it.
 */

import { exportedData } from '../../src/app/export';
import { plainDate } from '../../src/calendar/plain-date';
import type { Fact } from '../../src/ledger/events';
import { exportTables } from '../../src/report/export/tables';
import { decisionsOf, papersOf } from '../../src/report/wording';
import { planOfParts, MERGED } from '../fixtures/city';
import { dashboard } from '../fixtures/dashboard';
import { evaluated, judged } from '../fixtures/evaluation';
import { ledgerOf, taskFact } from '../fixtures/events';
import { HANOI } from '../fixtures/hanoi-figures';
import { readWorkbook } from '../render/xlsx/sheet-reader';
import { outputsOf, planData, requestFor } from '../support/hanoi';
import { column, seen, tableWith } from './docx-facts';

const PAPER = 'Công văn số 77/UBND-NC ngày 20/02/2026';
const extended = (unit: string, due: string, more: Partial<Fact & { kind: 'task' }> = {}): Fact =>
  taskFact(unit, '1', 'extended', '2026-02-20', { due: plainDate(due), basis: PAPER, ...more });
const stopped = (unit: string, basis = PAPER): Fact => taskFact(unit, '1', 'cancelled', '2026-03-01', { basis });

describe('what is told of a part of work', () => {
  const UNIT = 'so-mau-01';
  const plan = planOfParts(['2026-02-28', '2026-11-30'].map((due) => ({ lead: [UNIT], due: plainDate(due) })));
  const told = (part: number, ...facts: readonly Fact[]): readonly string[] =>
    decisionsOf(judged(evaluated(ledgerOf(facts), { plan }), UNIT, '1', part));

  it('is how long it was extended, and by which document', () => {
    expect(told(1, extended(UNIT, '2026-05-31'))).toEqual([`Gia hạn đến 31/05/2026 theo ${PAPER}`]);
  });

  it('is the document that stopped it', () => {
    expect(told(1, stopped(UNIT))).toEqual([`Dừng thực hiện theo ${PAPER}`]);
  });

  it('is every decision, in the order of their days, each once', () => {
    const both = [stopped(UNIT), extended(UNIT, '2026-05-31'), extended(UNIT, '2026-05-31', { part: 1 })];
    expect(told(1, ...both)).toEqual([`Gia hạn đến 31/05/2026 theo ${PAPER}`, `Dừng thực hiện theo ${PAPER}`]);
  });

  it('is nothing where the extension of the whole task gives this part no more time', () => {
    expect(told(2, extended(UNIT, '2026-05-31'))).toEqual([]);
  });

  it('is nothing where the decision was taken back', () => {
    expect(told(1, stopped(UNIT), taskFact(UNIT, '1', 'corrected', '2026-03-02'))).toEqual([]);
  });

  it('stands after what shows the result', () => {
    const facts = [
      extended(UNIT, '2026-05-31'),
      taskFact(UNIT, '1', 'completed', '2026-03-01', { evidence: ['Kế hoạch mẫu 01'] }),
    ];
    const papers = papersOf(judged(evaluated(ledgerOf(facts), { plan }), UNIT));
    expect(papers).toEqual(['Kế hoạch mẫu 01', `Gia hạn đến 31/05/2026 theo ${PAPER}`]);
  });

  it('says nothing of a stop where other shares of a merger go on', () => {
    const shared = planOfParts([{ lead: ['ubnd-xa-phuong'], due: plainDate('2026-09-30') }]);
    const evaluation = evaluated(ledgerOf([stopped('xa-mau-03')]), { plan: shared, period: '2026-Q3' });
    expect(decisionsOf(judged(evaluation, MERGED))).toEqual([]);
  });
});

test('the dashboard explains the work with the document', () => {
  const { facts } = dashboard(ledgerOf([extended('so-mau-01', '2026-05-31')]));
  expect(facts.texts).toContainEqual(expect.stringContaining(`Hạn mới: 31/05/2026. Căn cứ: ${PAPER}.`));
});

describe('Nhiệm vụ 15 của Hà Nội, giao các Sở, Ban, Ngành', () => {
  const WORDS = `Gia hạn đến 31/03/2027 theo ${PAPER}`;
  const data = planData();
  const of = (fact: Fact): Fact => ({ ...(fact as Fact & { kind: 'task' }), plan: HANOI, task: '15' });
  const events = ledgerOf([of(extended('so-tai-chinh', '2027-03-31')), of(stopped('so-noi-vu', 'Công văn số 80.'))]);
  const request = requestFor(data, '2026-Q1', events);
  let files: ReadonlyMap<string, Uint8Array>;
  beforeAll(async () => {
    files = await outputsOf(data, request, ['so-tai-chinh']);
  });
  const bytes = (name: string): Uint8Array => files.get(`2026-Q1/${name}`) as Uint8Array;

  it('is told in the annex of the unit, beside its documents', () => {
    const annex = tableWith(seen(bytes('don-vi/bao-cao-so-tai-chinh.docx')), 'Văn bản, minh chứng');
    const [papers, due] = [column(annex, 'Văn bản, minh chứng'), column(annex, 'Thời hạn')];
    const at = papers.indexOf(WORDS);
    expect([at >= 0, due[at]]).toEqual([true, '31/03/2027']);
  });

  it('is told in the annex of the city after the plan’s last day, with the units it is for', () => {
    const annex = tableWith(seen(bytes('bao-cao-hanoi.docx')), 'Thời hạn', 'Trạng thái nhiệm vụ');
    const due = column(annex, 'Thời hạn').find((text) => text.includes(PAPER));
    expect(due).toMatch(/^31\/12\/2026; /);
    expect(due).toContain(`Sở Tài chính: gia hạn đến 31/03/2027 theo ${PAPER}`);
    expect(due).toContain('Sở Nội vụ: dừng thực hiện theo Công văn số 80');
  });

  it('stands in Chi tiết of the workbook, in the column of documents', () => {
    const detail = readWorkbook(bytes('tong-hop-hanoi.xlsx')).sheets.find((s) => s.name === 'Chi tiết');
    const cells = [...(detail?.cells.values() ?? [])];
    const header = cells.find((c) => c.value === 'Văn bản, minh chứng');
    const told = cells.find((c) => c.value === WORDS);
    expect(told?.address.replace(/\d+/, '')).toBe(header?.address.replace(/\d+/, ''));
  });

  it('is exported, in JSON and in its table, as it was recorded', () => {
    const exported = exportedData(data, request);
    const basis = (unit: string): unknown =>
      exported.obligations.find((o) => o.task === '15' && o.unit === unit)?.basis;
    expect(['so-tai-chinh', 'so-noi-vu', 'so-tu-phap'].map(basis)).toEqual([
      WORDS,
      'Dừng thực hiện theo Công văn số 80.',
      null,
    ]);
    const table = exportTables(exported).find((t) => t.name === 'obligations');
    const at = table?.columns.indexOf('basis') ?? -1;
    expect(table?.rows.map((row) => row[at])).toContain(WORDS);
  });
});
