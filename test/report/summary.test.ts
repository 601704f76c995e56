/**
 * The summary workbook of the real plan with sample facts: totals agree with the evaluation from whichever side they are
 * counted, every count leads to a row it was made of, every chart draws the cells that it says it draws.
 */

import { summaryInput } from '../../src/app/outputs';
import { STATUS_LABELS } from '../../src/i18n/statuses';
import { totalOf } from '../../src/figures/evaluation';
import { STATUSES } from '../../src/obligations/schema';
import { summaryWorkbook } from '../../src/report/summary';
import { columnLetter } from '../../src/report/summary/cells';
import type { Sheet, SheetCell } from '../../src/report/workbook';
import {
  chartsOf,
  readWorkbook,
  tags,
  attributesOf,
  type ReadRange,
  type ReadWorkbook,
} from '../render/xlsx/sheet-reader';
import { evaluationFor, planData, renderers, requestFor, sampleEvents } from '../support/hanoi';

const data = planData();
const request = requestFor(data, '2026-H1', [
  ...sampleEvents(data, '2026-Q1', 4),
  ...sampleEvents(data, '2026-H1', 5).map((e) => ({ ...e, seq: e.seq + 100_000 })),
]);
const evaluation = evaluationFor(data, request);
const workbook = summaryWorkbook(summaryInput(data, request, { evaluation, comparisons: [] }));
let bytes: Uint8Array;
let read: ReadWorkbook;
beforeAll(async () => {
  bytes = await (await renderers()).xlsx(workbook);
  read = readWorkbook(bytes);
});

const sheetOf = (name: string): Sheet => workbook.sheets.find((s) => s.name === name) as Sheet;
const rowsOf = (name: string): readonly (readonly SheetCell[])[] => [...sheetOf(name).rows];
/** Column (from 0) under that header. */
const columnOf = (sheet: Sheet, header: string): number => sheet.columns.findIndex((c) => c.header === header);
const sum = (values: readonly unknown[]): number => values.reduce<number>((a, v) => a + Number(v), 0);

it('các trang theo đúng thứ tự', () => {
  expect(workbook.sheets.map((s) => s.name)).toEqual([
    'Tổng quan',
    'Theo lĩnh vực',
    'Theo đơn vị',
    'Theo nhiệm vụ',
    'Chi tiết',
    'Chỉ tiêu',
    'Chỉ tiêu kế hoạch',
    'Tình hình gửi báo cáo',
    'Quá hạn',
    'Kiểm tra',
    'Nguồn',
  ]);
});

describe('tổng cộng lại từ phía nào cũng bằng kết quả tính', () => {
  const { counts } = evaluation;

  it.each(['Theo đơn vị', 'Theo nhiệm vụ', 'Chi tiết'])('phần việc theo trạng thái ở %s', (name) => {
    const sheet = sheetOf(name);
    const body = rowsOf(name).filter((row) => row[0]?.style !== 'total');
    for (const status of STATUSES) {
      const counted =
        name === 'Chi tiết'
          ? body.filter((row) => row[columnOf(sheet, 'Trạng thái')]?.value === STATUS_LABELS[status]).length
          : sum(body.map((row) => row[columnOf(sheet, STATUS_LABELS[status])]?.value));
      expect([name, status, counted]).toEqual([name, status, counts.byObligation[status]]);
    }
  });

  it('nhiệm vụ theo lĩnh vực và theo trạng thái', () => {
    const sheet = sheetOf('Theo lĩnh vực');
    const body = rowsOf('Theo lĩnh vực').filter((row) => row[0]?.style !== 'total');
    for (const status of STATUSES)
      expect(sum(body.map((row) => row[columnOf(sheet, STATUS_LABELS[status])]?.value))).toBe(counts.byTask[status]);
    expect(sum(body.map((row) => row[columnOf(sheet, 'Tổng số')]?.value))).toBe(totalOf(counts.byTask));
    expect(rowsOf('Theo nhiệm vụ').length).toBe(totalOf(counts.byTask));
  });
});

describe('theo đơn vị', () => {
  it('xếp từ tỷ lệ cao xuống thấp, hạng là số đơn vị có tỷ lệ cao hơn cộng một, thanh dài theo tỷ lệ', () => {
    const sheet = sheetOf('Theo đơn vị');
    const rate = columnOf(sheet, 'Tỷ lệ hoàn thành');
    const body = rowsOf('Theo đơn vị').filter(
      (row) => row[0]?.style !== 'total' && typeof row[rate]?.value === 'number',
    );
    const rates = body.map((row) => row[rate]?.value as number);
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
    body.forEach((row, i) => {
      expect(row[0]?.value).toBe(rates.filter((r) => r > (rates[i] as number)).length + 1);
      expect(String(row.at(-1)?.value).length).toBe(Math.round(Number(((rates[i] as number) * 20).toPrecision(12))));
    });
  });
});

describe('mỗi số đếm dẫn về đúng dòng của nó', () => {
  const detail = sheetOf('Chi tiết');
  const first = detail.heading.length + 2;
  const cells = rowsOf('Chi tiết');
  const at = (row: number, header: string): unknown => cells[row - first]?.[columnOf(detail, header)]?.value;

  it.each([
    ['Theo đơn vị', 'Cơ quan, đơn vị', 'Cơ quan, đơn vị chủ trì'],
    ['Theo nhiệm vụ', 'Mã nhiệm vụ', 'Mã nhiệm vụ'],
  ])('%s: cùng trạng thái, cùng %s', (name, own, theirs) => {
    const sheet = sheetOf(name);
    let links = 0;
    for (const row of rowsOf(name).filter((r) => r[0]?.style !== 'total')) {
      for (const status of STATUSES) {
        const cell = row[columnOf(sheet, STATUS_LABELS[status])];
        expect([name, status, cell?.link === undefined]).toEqual([name, status, cell?.value === 0]);
        if (cell?.link === undefined) continue;
        const target = Number(/A(\d+)/.exec(cell.link)?.[1]);
        expect([at(target, 'Trạng thái'), at(target, theirs)]).toEqual([
          STATUS_LABELS[status],
          row[columnOf(sheet, own)]?.value,
        ]);
        links += 1;
      }
    }
    expect(links).toBeGreaterThan(50);
  });

  it('số nhiệm vụ theo lĩnh vực dẫn về nhiệm vụ của lĩnh vực ấy, đúng trạng thái đang đếm', () => {
    const [areas, tasks] = [sheetOf('Theo lĩnh vực'), sheetOf('Theo nhiệm vụ')];
    const from = tasks.heading.length + 2;
    let links = 0;
    for (const row of rowsOf('Theo lĩnh vực').filter((r) => r[0]?.style !== 'total')) {
      for (const status of STATUSES) {
        const cell = row[columnOf(areas, STATUS_LABELS[status])];
        expect([status, cell?.link === undefined]).toEqual([status, cell?.value === 0]);
        if (cell?.link === undefined) continue;
        const target = rowsOf('Theo nhiệm vụ')[Number(/^'Theo nhiệm vụ'!A(\d+)/.exec(cell.link)?.[1]) - from];
        expect([target?.[0]?.value, target?.[3]?.value]).toEqual([row[0]?.value, STATUS_LABELS[status]]);
        expect(cell.tip === undefined).toBe(cell.value === 1);
        links += 1;
      }
    }
    expect(links).toBeGreaterThan(10);
  });

  it.each(['Theo lĩnh vực', 'Theo đơn vị', 'Theo nhiệm vụ'])(
    '%s: số đã hoàn thành, số tính tỷ lệ và dòng tổng cộng cũng dẫn đi',
    (name) => {
      const sheet = sheetOf(name);
      const headers = ['Tổng số', 'Đã hoàn thành, có kết quả', 'Số tính tỷ lệ (trừ dừng, chưa phát sinh)'];
      for (const row of rowsOf(name)) {
        for (const header of headers) {
          const cell = row[columnOf(sheet, header)];
          expect([header, cell?.link === undefined]).toEqual([header, cell?.value === 0]);
        }
      }
    },
  );

  it('trang Tổng quan: số nhiệm vụ dẫn về Theo nhiệm vụ, số phần việc về Chi tiết, dẫn về cả bảng thì nói rõ', () => {
    const counts = rowsOf('Tổng quan').filter((r) => r[1]?.formula && ['integer', 'countLink'].includes(r[1].style));
    const body = counts.filter((r) => r[2]?.formula && r[0]?.style === 'text');
    for (const [, tasks, parts] of body) {
      expect(tasks?.link ?? `'Theo nhiệm vụ'!`).toMatch(/^'Theo nhiệm vụ'!/);
      expect(parts?.link ?? `'Chi tiết'!`).toMatch(/^'Chi tiết'!/);
      for (const cell of [tasks, parts]) expect(cell?.link === undefined).toBe(cell?.value === 0);
    }
    expect(body.length).toBe(STATUSES.length + 3);
    expect(body[0]?.[2]?.tip).toMatch(/^Cả [\d.]+ dòng của bảng$/);
    for (const label of ['Cơ quan, đơn vị đã báo cáo kết quả', 'Báo cáo đã gửi'])
      expect(counts.find((r) => r[0]?.value === label)?.[1]?.link).toBeDefined();
  });

  it('nhiệm vụ dẫn về cả khối dòng của mình', () => {
    for (const row of rowsOf('Theo nhiệm vụ')) {
      const [, from, to] = /!A(\d+):O(\d+)$/.exec(row[1]?.link ?? '') ?? [];
      const block = Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) =>
        at(Number(from) + i, 'Mã nhiệm vụ'),
      );
      expect(new Set(block)).toEqual(new Set([row[1]?.value]));
      expect(block.length).toBe(row[columnOf(sheetOf('Theo nhiệm vụ'), 'Tổng số')]?.value);
    }
  });

  it('việc quá hạn dẫn về dòng của chính nó', () => {
    for (const row of rowsOf('Quá hạn')) {
      const target = Number(/A(\d+)/.exec(row[0]?.link ?? '')?.[1]);
      expect([at(target, 'Mã nhiệm vụ'), at(target, 'Cơ quan, đơn vị chủ trì'), at(target, 'Trạng thái')]).toEqual([
        row[1]?.value,
        row[3]?.value,
        STATUS_LABELS.overdue,
      ]);
    }
  });

  it('đích của mọi liên kết là ô có thật', () => {
    const names = new Map(read.sheets.map((s) => [s.name, s]));
    const links = read.sheets.flatMap((s) => tags(s.xml, 'hyperlink').map((t) => attributesOf(t)['location'] ?? ''));
    expect(links.length).toBeGreaterThan(500);
    for (const location of links) {
      const [, sheet = '', from = ''] = /^'(.+)'!([A-Z]+\d+)/.exec(location) ?? [];
      expect([location, names.get(sheet)?.cells.has(from)]).toEqual([location, true]);
    }
  });
});

it('số đếm của chỉ tiêu kế hoạch là số nguyên, tỷ lệ giữ dấu phần trăm', () => {
  const styles = rowsOf('Chỉ tiêu kế hoạch').flatMap((row) =>
    row.slice(4, 7).flatMap((c) => (typeof c.value === 'number' ? `${Number.isInteger(c.value)} ${c.style}` : [])),
  );
  expect(styles).toContain('true integer');
  expect(styles).not.toContain('true decimal');
});

it('trang Nguồn nói thời điểm ghi nhận cuối và khung chốt số liệu theo ngày Việt Nam', () => {
  const facts = new Map(rowsOf('Nguồn').map(([what, value]) => [what?.value, String(value?.value)]));
  expect(facts.get('Thông tin ghi nhận đến')).toMatch(/^\d\d:\d\d ngày \d\d\/\d\d\/\d{4}$/);
  expect(facts.get('Khung chốt số liệu')).toBe('từ ngày 15/12/2025 đến hết ngày 14/06/2026');
});

it('bảng không có dòng nào nói là không có', () => {
  const none = { ...evaluation, targets: [], indicators: new Map() };
  const input = { ...summaryInput(data, request, { evaluation: none, comparisons: [] }), submissions: [] };
  const empty = summaryWorkbook(input);
  for (const name of ['Chỉ tiêu', 'Chỉ tiêu kế hoạch', 'Tình hình gửi báo cáo']) {
    const rows = [...(empty.sheets.find((s) => s.name === name)?.rows ?? [])];
    expect([name, rows.length, rows[0]?.[1]?.value]).toEqual([name, 1, expect.stringMatching(/^Không có /)]);
  }
});

describe('chỉ tiêu', () => {
  const sheet = sheetOf('Chỉ tiêu');
  const rows = rowsOf('Chỉ tiêu');

  it('số của toàn thành phố là số của kết quả tính; ô trống không phải là 0', () => {
    for (const row of rows.filter((r) => typeof r[0]?.value === 'string' && r[0].value !== '')) {
      const figure = evaluation.indicators.get(String(row[0]?.value));
      const value = row[2]?.value;
      if (figure?.answer === 'missing') expect([row[0]?.value, value || null]).toEqual([row[0]?.value, null]);
      if (figure?.answer === 'nothing-arose') expect(value).toBe('không phát sinh');
      if (figure?.answer === 'value' && typeof value === 'number')
        expect(value).toBeCloseTo(row[3]?.value === '%' ? Number(figure.value) / 100 : Number(figure.value), 6);
      expect(row[columnOf(sheet, 'Đơn vị đã trả lời')]?.value).toBe(figure?.reported);
    }
  });

  it('đơn vị không phải trả lời có ô xám, chưa trả lời có ô trống', () => {
    const styles = new Set(rows.flatMap((r) => r.slice(9).map((c) => (c.value === null ? c.style : 'đã trả lời'))));
    expect(styles).toEqual(new Set(['closed', 'center', 'đã trả lời']));
  });

  it('mọi cách cộng đều là công thức sống', () => {
    const reported = data.indicators.indicators.filter((i) => evaluation.indicators.has(i.code));
    const without = rows.filter((r) => r[0]?.value && r[2]?.formula === undefined).map((r) => r[0]?.value);
    expect(reported.length).toBeGreaterThan(80);
    expect(without).toEqual([]);
  });
});

it('trang nào cũng giữ dòng đầu bảng khi cuộn xuống; Chỉ tiêu in nhiều trang ngang không cắt dòng đầu trang', () => {
  for (const { name, xml } of read.sheets) {
    const pane = attributesOf(tags(xml, 'pane')[0] ?? '');
    expect([name, Number(pane['ySplit'])]).toEqual([name, sheetOf(name).heading.length + 1]);
  }
  const wide = read.sheets.find((s) => s.name === 'Chỉ tiêu')?.xml ?? '';
  const merged = tags(wide, 'mergeCell').map((t) => attributesOf(t)['ref']);
  expect(merged).toEqual(sheetOf('Chỉ tiêu').heading.map((_, i) => `A${i + 1}:C${i + 1}`));
});

describe('biểu đồ', () => {
  const valuesOf = ({ ref }: ReadRange): readonly string[] => {
    const [, name = '', c1 = '', r1 = '', c2 = c1, r2 = r1] =
      /^'(.+)'!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/.exec(ref) ?? [];
    expect([ref, c1]).toEqual([ref, c2]);
    const cells = read.sheets.find((s) => s.name === name)?.cells;
    return Array.from(
      { length: Number(r2) - Number(r1) + 1 },
      (_, i) => cells?.get(`${c1}${Number(r1) + i}`)?.value ?? '',
    );
  };

  it('ba biểu đồ, có tên và lời mô tả tiếng Việt', () => {
    const charts = chartsOf(bytes);
    expect(charts.map((c) => c.title)).toEqual([
      'Nhiệm vụ theo lĩnh vực và trạng thái',
      '20 cơ quan, đơn vị có tỷ lệ hoàn thành thấp nhất trong số đã báo cáo',
      'Báo cáo gửi theo ngày',
    ]);
    for (const chart of charts) expect(chart.alt.length).toBeGreaterThan(40);
  });

  it('mỗi vùng trỏ đúng ô, giá trị ghi sẵn bằng giá trị của ô', () => {
    for (const { categories, series } of chartsOf(bytes)) {
      expect(series.length).toBeGreaterThan(0);
      for (const range of [categories, ...series.flatMap((s) => [s.name, s.values])])
        expect([range.ref, range.points]).toEqual([range.ref, valuesOf(range)]);
    }
  });

  it('đơn vị có tỷ lệ thấp nhất chỉ lấy trong số đã báo cáo', () => {
    const units = sheetOf('Theo đơn vị');
    const told = new Map(rowsOf('Theo đơn vị').map((r) => [r[1]?.value, r[columnOf(units, 'Đã báo cáo')]?.value]));
    const shown = chartsOf(bytes)[1]?.categories.points ?? [];
    expect(new Set(shown.map((name) => told.get(name)))).toEqual(new Set(['Có']));
  });

  it('thanh xếp chồng theo lĩnh vực cộng lại bằng tổng số nhiệm vụ', () => {
    const points = chartsOf(bytes)[0]?.series.flatMap((s) => s.values.points.map(Number)) ?? [];
    expect(sum(points)).toBe(totalOf(evaluation.counts.byTask));
  });
});

it('khổ in là A4 ngang, lặp dòng đầu bảng, trang Tổng quan sang trang dưới biểu đồ của trang đầu', () => {
  for (const { xml, name } of read.sheets) {
    expect([name, attributesOf(tags(xml, 'pageSetup')[0] ?? '')]).toEqual([
      name,
      expect.objectContaining({ paperSize: '9', orientation: 'landscape' }),
    ]);
    expect(read.text('xl/workbook.xml')).toContain(`<definedName name="_xlnm.Print_Titles"`);
    expect(tags(xml, 'cfRule').every((t) => /type="(expression|cellIs)"/.test(t))).toBe(true);
  }
  const overview = read.sheets[0];
  const brk = Number(attributesOf(tags(overview?.xml ?? '', 'brk')[0] ?? '')['id']);
  expect(overview?.cells.get(`A${brk + 1}`)?.value).toBe(
    '20 cơ quan, đơn vị có tỷ lệ hoàn thành thấp nhất trong số đã báo cáo',
  );
  expect(columnLetter(28)).toBe('AB');
});
