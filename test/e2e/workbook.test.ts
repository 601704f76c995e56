/**
 * The summary in other hands: LibreOffice recalculates every formula of five random cities to the value written beside
 * it, totals follow a changed cell, charts survive, and Python counts the same from the ledger alone.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cityOutputs } from '../../src/app/outputs';
import { summaryInput } from '../../src/app/outputs';
import { STATUS_LABELS } from '../../src/i18n/statuses';
import { canonicalPackage, partText, readPackage } from '../../src/render/package/canonical';
import { summaryWorkbook } from '../../src/report/summary';
import { chartsOf, readWorkbook, type ReadWorkbook } from '../render/xlsx/sheet-reader';
import { Sandbox } from '../support/cli';
import { evaluationFor, planData, renderers, requestFor, sampleEvents } from '../support/hanoi';
import { convertAll, itWith, pythonFile } from './tools';

const box = new Sandbox();
const out = box.path('tinh-lai');
const SEEDS = [1, 22, 333, 4444, 55555];
const data = planData();
/** Six workbooks of a city through LibreOffice, on a slow machine too. */
const TIME = 600_000;
const fileOf = (seed: number): string => box.path(`thanh-pho-${seed}.xlsx`);
beforeAll(() => mkdirSync(out, { recursive: true }));
afterAll(() => box.remove());

async function workbookOf(seed: number): Promise<Uint8Array> {
  const request = requestFor(data, '2026-Q1', sampleEvents(data, '2026-Q1', seed));
  const files = await cityOutputs(data, request, ['xlsx'], await renderers());
  return files.value?.find((f) => f.name.endsWith('.xlsx'))?.bytes as Uint8Array;
}

/** Formulas whose recalculated value is another one than that written beside them. */
function wrong(written: ReadWorkbook, again: ReadWorkbook): { readonly formulas: number; readonly wrong: string[] } {
  const found: string[] = [];
  let formulas = 0;
  for (const sheet of written.sheets) {
    const cells = again.sheets.find((s) => s.name === sheet.name)?.cells;
    for (const { address, formula, value } of sheet.cells.values()) {
      if (formula === undefined) continue;
      formulas += 1;
      const other = cells?.get(address)?.value ?? '';
      const isNumber = value !== '' && Number.isFinite(Number(value));
      const same = isNumber ? Math.abs(Number(value) - Number(other)) < 1e-9 && other !== '' : value === other;
      if (!same) found.push(`${sheet.name}!${address} =${formula}: ghi ${value}, tính ra ${other}`);
    }
  }
  return { formulas, wrong: found };
}

describe('LibreOffice', () => {
  itWith('soffice')(
    'tính lại mọi công thức của năm thành phố ngẫu nhiên ra đúng giá trị ghi sẵn',
    async () => {
      for (const seed of SEEDS) writeFileSync(fileOf(seed), await workbookOf(seed));
      const again = convertAll(SEEDS.map(fileOf), 'xlsx', out);
      SEEDS.forEach((seed, i) => {
        const checked = wrong(readWorkbook(readFileSync(fileOf(seed))), readWorkbook(readFileSync(again[i] as string)));
        expect([seed, checked.wrong.slice(0, 10)]).toEqual([seed, []]);
        expect(checked.formulas).toBeGreaterThan(5000);
        expect(chartsOf(readFileSync(again[i] as string)).length).toBe(3);
      });
    },
    TIME,
  );

  itWith('soffice')(
    'sửa trạng thái một dòng của Chi tiết thì mọi tổng có dòng ấy đổi theo',
    async () => {
      const bytes = await workbookOf(7);
      const before = readWorkbook(bytes);
      const detail = before.sheets.find((s) => s.name === 'Chi tiết');
      const from = [...(detail?.cells.values() ?? [])].find((c) => c.value === STATUS_LABELS.overdue);
      const done = [...(detail?.cells.values() ?? [])].find((c) => c.value === STATUS_LABELS['done-on-time']);
      const parts = new Map<string, Uint8Array | string>(readPackage(bytes));
      const name = 'xl/worksheets/sheet5.xml';
      const xml = partText(parts, name) ?? '';
      const shared = (address: string): string =>
        new RegExp(`<c r="${address}"[^>]*><v>(\\d+)</v>`).exec(xml)?.[1] ?? '';
      const changed = xml.replace(
        new RegExp(`(<c r="${from?.address}"[^>]*><v>)\\d+`),
        `$1${shared(done?.address ?? '')}`,
      );
      expect(changed).not.toBe(xml);
      parts.set(name, changed);
      writeFileSync(box.path('sua.xlsx'), canonicalPackage(parts));
      const [file] = convertAll([box.path('sua.xlsx')], 'xlsx', out);
      const after = readWorkbook(readFileSync(file as string));
      const unit = detail?.cells.get(`F${from?.address.slice(1)}`)?.value ?? '';
      for (const [sheet, label] of [
        ['Tổng quan', null],
        ['Theo đơn vị', unit],
      ] as const) {
        const count = (book: ReadWorkbook, status: string): number => {
          const cells = [...(book.sheets.find((s) => s.name === sheet)?.cells.values() ?? [])];
          const row = (value: string): string => cells.find((c) => c.value === value)?.address.replace(/\D/g, '') ?? '';
          const column = (value: string): string =>
            cells.find((c) => c.value === value)?.address.replace(/\d/g, '') ?? '';
          const at = label === null ? `C${row(status)}` : `${column(status)}${row(label)}`;
          return Number(cells.find((c) => c.address === at)?.value);
        };
        for (const [status, by] of [
          [STATUS_LABELS.overdue, -1],
          [STATUS_LABELS['done-on-time'], 1],
        ] as const)
          expect([sheet, status, count(after, status)]).toEqual([sheet, status, count(before, status) + by]);
      }
    },
    TIME,
  );
});

describe('Python', () => {
  itWith('python3')('đếm riêng từ bản xuất của sổ thì ra đúng số việc có hạn theo từng trạng thái', () => {
    expect(box.run('demo', '--plan', 'hanoi-cchc-2026', '--period', '2026-Q1').code).toBe(0);
    const files = { evaluation: box.path('danh-gia.json'), events: box.path('so.jsonl') };
    writeFileSync(files.evaluation, box.run('evaluate', '--period', '2026-Q1', '--json').stdout);
    writeFileSync(files.events, box.run('ledger', 'export').stdout);
    const book = box.path('output', '2026-Q1', 'tong-hop-hanoi.xlsx');
    const { ledger, workbook } = JSON.parse(
      pythonFile('count-statuses.py', files.evaluation, files.events, book),
    ) as Record<'ledger' | 'workbook', Readonly<Record<string, number>>>;
    expect(workbook).toEqual(ledger);
    expect(Object.keys(workbook as object).length).toBeGreaterThanOrEqual(4);
    const total = Object.values(workbook as Readonly<Record<string, number>>).reduce((a, b) => a + b, 0);
    expect(total).toBeGreaterThan(500);
  });
});

it('hai lần lập từ cùng sự kiện là cùng một tệp, từng byte', async () => {
  const request = requestFor(data, '2026-Q1', sampleEvents(data, '2026-Q1', 9));
  const make = async (): Promise<Uint8Array> => {
    const evaluation = evaluationFor(data, request);
    return (await renderers()).xlsx(summaryWorkbook(summaryInput(data, request, { evaluation, comparisons: [] })));
  };
  expect(Buffer.compare(await make(), await make())).toBe(0);
});
