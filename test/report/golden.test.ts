/**
 * The finished outputs of the real plan with sample facts, as text a person can read: a unit's report, the city's
 * report, the summary's sheets. A change of wording, order or format shows here as a difference.
 */

import { project as projectDocx } from '../render/docx/projection';
import { project as projectXlsx } from '../render/xlsx/sheet-reader';
import { expectGolden } from '../support/golden';
import { partText, readPackage } from '../../src/render/package/canonical';
import { seen } from './docx-facts';
import { outputsOf, planData, requestFor, sampleEvents } from '../support/hanoi';

const data = planData();

/** Hashes of the inputs change with every edit of a data file; that they stand there is what a golden shows. */
const withoutHashes = (text: string): string => text.replace(/\b[0-9a-f]{64}\b/g, '<sha256>');

/** The detail sheet has thousands of rows; its first ones show the form, its totals are tested elsewhere. */
function firstRows(text: string, sheet: string, rows: number): string {
  return text
    .split('\n')
    .filter((line) => {
      const match = new RegExp(`^(?:${sheet}!|row )[A-Z]*(\\d+)`).exec(line);
      return !match || Number(match[1]) <= rows;
    })
    .join('\n');
}

/** Columns of bodies are alike: the first three show the form. */
function firstColumns(text: string, sheet: string, columns: number): string {
  const letters = (n: number): string =>
    (n > 26 ? letters(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(65 + ((n - 1) % 26));
  const kept = new Set(Array.from({ length: columns }, (_, i) => letters(i + 1)));
  return text
    .split('\n')
    .filter((line) => {
      const match = new RegExp(`^${sheet}!([A-Z]+)\\d+ `).exec(line);
      return !match || kept.has(match[1] as string);
    })
    .join('\n');
}

/** Name, categories and values of a series, as the chart keeps them. */
function textsOf(series: string): {
  readonly name: string;
  readonly categories: readonly string[];
  readonly values: readonly string[];
} {
  const inside = (tag: string): string[] => {
    const part = new RegExp(`<c:${tag}>.*?</c:${tag}>`, 's').exec(series)?.[0] ?? '';
    return [...part.matchAll(/<c:v>(.*?)<\/c:v>/g)].map(([, text]) => text as string);
  };
  return { name: inside('tx')[0] ?? '', categories: inside('cat'), values: inside('val') };
}

describe('bản in của Kế hoạch CCHC Hà Nội năm 2026, quý I, số liệu mẫu', () => {
  let files: ReadonlyMap<string, Uint8Array>;
  beforeAll(async () => {
    const request = requestFor(data, '2026-Q1', sampleEvents(data, '2026-Q1', 2026));
    files = await outputsOf(data, request, ['so-noi-vu', 'phuong-ba-dinh']);
  });

  it.each(['don-vi/bao-cao-so-noi-vu', 'don-vi/bao-cao-phuong-ba-dinh', 'bao-cao-hanoi'])('%s.docx', (name) => {
    const bytes = files.get(`2026-Q1/${name}.docx`) as Uint8Array;
    expectGolden(`report/${name.replace('/', '-')}.txt`, projectDocx(bytes));
  });

  it('biểu đồ trong báo cáo của thành phố có đúng các số của bảng bên cạnh', () => {
    const bytes = files.get('2026-Q1/bao-cao-hanoi.docx') as Uint8Array;
    const { tables } = seen(bytes);
    for (const [no, head] of [
      [1, 'Lĩnh vực'],
      [2, 'Tỷ lệ hoàn thành phần việc'],
    ] as const) {
      const table = tables.find((t) => t.header[0] === head);
      const chart = partText(readPackage(bytes), `word/charts/chart${no}.xml`) ?? '';
      const series = [...chart.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([xml]) => textsOf(xml));
      expect(series.length).toBeGreaterThan(2);
      for (const { name, categories, values } of series) {
        const column = table?.header.indexOf(name) ?? -1;
        const rows = table?.rows.slice(0, -1) ?? [];
        expect([name, categories, values]).toEqual([name, rows.map((row) => row[0]), rows.map((row) => row[column])]);
      }
    }
  });

  it('tong-hop-hanoi.xlsx', () => {
    const text = withoutHashes(projectXlsx(files.get('2026-Q1/tong-hop-hanoi.xlsx') as Uint8Array));
    expectGolden(
      'report/tong-hop-hanoi.txt',
      firstColumns(
        ['Chi tiết', 'Theo đơn vị', 'Quá hạn', 'Chỉ tiêu', 'Tình hình gửi báo cáo', 'Kiểm tra'].reduce(
          (t, s) => firstRows(t, s, 20),
          text,
        ),
        'Chỉ tiêu',
        12,
      ),
    );
  });

  it('báo cáo chưa có sự kiện nào vẫn là một báo cáo đọc được', async () => {
    const empty = await outputsOf(data, requestFor(data, '2026-Q1', []), ['so-tu-phap']);
    expectGolden(
      'report/bao-cao-so-tu-phap-trong.txt',
      projectDocx(empty.get('2026-Q1/don-vi/bao-cao-so-tu-phap.docx') as Uint8Array),
    );
  });
});

describe('cùng đầu vào thì cùng byte', () => {
  it('lập hai lần ra từng byte như nhau', async () => {
    const request = requestFor(data, '2026-H1', sampleEvents(data, '2026-H1', 3));
    const [first, second] = [
      await outputsOf(data, request, ['so-noi-vu']),
      await outputsOf(data, request, ['so-noi-vu']),
    ];
    expect([...first.keys()]).toEqual([...second.keys()]);
    for (const [name, bytes] of first)
      expect([name, Buffer.compare(bytes, second.get(name) as Uint8Array)]).toEqual([name, 0]);
  });
});
