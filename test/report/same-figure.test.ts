/** One figure is one text: in Word, Excel, HTML and `evaluate`. */

import { formatInteger, formatPercent } from '../../src/i18n/format';
import { STATUS_LABELS } from '../../src/i18n/statuses';
import { STATUSES } from '../../src/obligations/schema';
import { readTags } from '../render/html/html-reader';
import { readWorkbook } from '../render/xlsx/sheet-reader';
import { evaluationFor, outputsOf, planData, requestFor, sampleEvents } from '../support/hanoi';
import { seen } from './docx-facts';

const data = planData();
const request = requestFor(data, '2026-Q1', sampleEvents(data, '2026-Q1', 11));
const evaluation = evaluationFor(data, request);
let files: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  files = await outputsOf(data, request, []);
});

const file = (name: string): Uint8Array => files.get(`2026-Q1/${name}`) as Uint8Array;
const html = (name: string): string => Buffer.from(file(name)).toString('utf8').replaceAll('\u00a0', ' ');

describe('con số của thành phố', () => {
  const { done, of, percent } = evaluation.rate.byTask;
  const rate = formatPercent(percent as number);

  it('tỷ lệ hoàn thành là cùng một chữ trong Word, HTML và kết quả tính', () => {
    const said = `${formatInteger(done)}/${formatInteger(of)} nhiệm vụ, đạt ${rate}`;
    expect(seen(file('bao-cao-hanoi.docx')).paragraphs.some((p) => p.includes(said))).toBe(true);
    expect(html('bao-cao-hanoi.html')).toContain(said);
    expect(html('tong-hop-hanoi.html')).toContain(rate);
  });

  it('trang Tổng quan của Excel có đúng số đếm và tỷ lệ đó', () => {
    const overview = readWorkbook(file('tong-hop-hanoi.xlsx')).sheets.find((s) => s.name === 'Tổng quan');
    const cells = [...(overview?.cells.values() ?? [])];
    const rowOf = (label: string): string => cells.find((c) => c.value === label)?.address.replace(/\D/g, '') ?? '';
    const at = (column: string, label: string): number =>
      Number(overview?.cells.get(`${column}${rowOf(label)}`)?.value);
    for (const status of STATUSES) {
      expect([status, at('B', STATUS_LABELS[status])]).toEqual([status, evaluation.counts.byTask[status]]);
      expect([status, at('C', STATUS_LABELS[status])]).toEqual([status, evaluation.counts.byObligation[status]]);
    }
    expect(at('B', 'Tỷ lệ hoàn thành')).toBe(Number(((percent as number) / 100).toFixed(4)));
  });

  it('mỗi số đếm trong bảng theo lĩnh vực của Word cũng là số trong HTML', () => {
    const rows = seen(file('bao-cao-hanoi.docx')).tables.find((t) => t.header[0] === 'Lĩnh vực')?.rows ?? [];
    expect(rows.length).toBeGreaterThan(5);
    const text = html('bao-cao-hanoi.html')
      .replace(/<[^>]+>/g, '|')
      .replace(/[|\s]*\|[|\s]*/g, '|');
    for (const row of rows) expect(text).toContain(`|${row.join('|')}|`);
  });

  it('bảng Theo trạng thái của trang theo dõi có đúng các số đếm đó', () => {
    const section = /<section id="trang-thai"[\s\S]*?<\/section>/.exec(html('tong-hop-hanoi.html'))?.[0] ?? '';
    const rows = [...section.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
      row.split(/<\/t[hd]>/).map((cell) => cell.replace(/<[^>]*>/g, '')),
    );
    for (const status of STATUSES) {
      const { byTask, byObligation } = evaluation.counts;
      const row = rows.find(([label]) => label === STATUS_LABELS[status]);
      expect([status, row?.[1], row?.[2]]).toEqual([
        status,
        formatInteger(byTask[status]),
        formatInteger(byObligation[status]),
      ]);
    }
  });

  it('HTML là tài liệu tiếng Việt, không cần mạng', () => {
    const tags = readTags(html('tong-hop-hanoi.html'));
    expect(tags.some((t) => t.name === 'html' && t.attributes['lang'] === 'vi')).toBe(true);
    expect(html('tong-hop-hanoi.html')).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});
