/**
 * The rules after printing on pages that LibreOffice makes: each planted fault is found, and correct
 * documents of every kind, of three plans, are silent. All files go through LibreOffice in one start.
 */

import { unitReports, cityOutputs, type OutputFile, type OutputRequest } from '../../src/app/outputs';
import type { PlanData } from '../../src/app/plan-data';
import { remind } from '../../src/app/remind';
import { thematicBodies, thematicReports } from '../../src/app/thematic';
import type { Rendering } from '../../src/lint/rendered/rendered';
import { owingUnits } from '../../src/obligations/fan-out';
import { loadLetter } from '../../src/shell/letters';
import { readPrint } from '../../src/shell/lint';
import { toPdf } from '../../src/shell/pdf';
import { before, changed, inPart, inStyle, inText, para, paragraph, type Change } from '../lint/package';
import { letter, lineOf, lintBytes, render, report } from '../lint/support';
import { planData, renderers, requestFor, sampleEvents, workspace } from '../support/hanoi';
import { itWith } from './tools';

interface PrintFault {
  readonly rule: string;
  readonly name: string;
  readonly change: Change;
  readonly base?: 'letter';
  /** Stands in what the rule found. */
  readonly says: string;
}

const run = (properties: string) => (xml: string) => xml.replace('<w:r><w:t', `<w:r><w:rPr>${properties}</w:rPr><w:t`);
const form = (properties: string) => (xml: string) => xml.replace('</w:pPr>', `${properties}</w:pPr>`);
const HEADER = 'word/header1.xml';
const BODY = 'D30Body';
const PAGE =
  '<w:p><w:pPr><w:spacing w:before="0" w:line="200" w:lineRule="exact"/><w:jc w:val="right"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple></w:p>';
const sides = (left: number, right: number): string => `<w:gridCol w:w="${left}"/><w:gridCol w:w="${right}"/>`;

/** The two columns at the head of page 1, in the grid and in every cell. */
const headColumns = (left: number, right: number): Change => {
  return (parts) => {
    const text = parts.get('word/document.xml') ?? '';
    const start = text.lastIndexOf('<w:tbl>', text.indexOf('"D30QuocHieu"'));
    const end = text.indexOf('</w:tbl>', start);
    const head = text.slice(start, end);
    const [, a, b] = /<w:gridCol w:w="(\d+)"\/><w:gridCol w:w="(\d+)"\/>/.exec(head) as unknown as [
      string,
      string,
      string,
    ];
    const altered = head
      .replace(sides(Number(a), Number(b)), sides(left, right))
      .replaceAll(`<w:tcW w:w="${a}"`, `<w:tcW w:w="L"`)
      .replaceAll(`<w:tcW w:w="${b}"`, `<w:tcW w:w="${right}"`)
      .replaceAll('<w:tcW w:w="L"', `<w:tcW w:w="${left}"`);
    parts.set('word/document.xml', text.slice(0, start) + altered + text.slice(end));
  };
};

/** A row of a fixed height that its text does not fit into. */
const tight = (...paragraphs: readonly string[]): string =>
  '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>' +
  '<w:tr><w:trPr><w:trHeight w:val="400" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>' +
  `${paragraphs.map((text) => para('D30TableText', text)).join('')}</w:tc></w:tr></w:tbl>`;

const FAULTS: readonly PrintFault[] = [
  {
    rule: 'R-01',
    name: 'chữ mà phông không có',
    says: '',
    change: before('D30Heading1', para(BODY, 'Đã xong ✔ theo kế hoạch.'), 1),
  },
  {
    rule: 'R-01',
    name: 'phông không phải Times New Roman',
    says: 'DejaVu',
    change: paragraph(BODY, run('<w:rFonts w:ascii="DejaVu Sans" w:hAnsi="DejaVu Sans" w:cs="DejaVu Sans"/>')),
  },
  { rule: 'R-02', name: 'Quốc hiệu xuống dòng', says: 'Quốc hiệu', change: headColumns(5354, 4000) },
  {
    rule: 'R-02',
    name: 'Tiêu ngữ xuống dòng',
    says: 'Tiêu ngữ',
    change: paragraph('D30TieuNgu', form('<w:ind w:left="1500" w:right="1500"/>')),
  },
  {
    rule: 'R-02',
    name: 'số, ký hiệu xuống dòng',
    says: 'số, ký hiệu',
    change: inText('/BC-ĐVM<', '/BC-ĐVM-VĂNPHÒNG-TỔNGHỢP-NỘIBỘ-MẪU<'),
  },
  {
    rule: 'R-02',
    name: 'địa danh xuống dòng',
    says: 'địa danh',
    change: inText('Thành phố Hồ Chí Minh, ngày', 'Thành phố Hồ Chí Minh Một Tên Rất Dài, ngày'),
  },
  {
    rule: 'R-03',
    name: 'số in ở trang thứ nhất',
    says: 'trang thứ nhất in số trang',
    change: inText('<w:titlePg/>', ''),
  },
  {
    rule: 'R-03',
    name: 'số trang ở góc phải',
    says: 'lệch giữa',
    change: inStyle('D30PageNumber', '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'),
  },
  {
    rule: 'R-03',
    name: 'không có số trang',
    says: 'không có số trang',
    change: inText(/<w:headerReference w:type="default"[^>]*\/>/, ''),
  },
  {
    rule: 'R-03',
    name: 'số trang nhảy',
    says: 'phải là',
    change: inText(/<w:pgNumType w:start="1"\/>/, '<w:pgNumType w:start="4"/>'),
  },
  {
    rule: 'R-03',
    name: 'hai số trên một trang',
    says: 'có 2 số',
    change: inPart(HEADER, '</w:hdr>', `${PAGE}</w:hdr>`),
  },
  {
    rule: 'R-04',
    name: 'ngày thấp hơn số, ký hiệu',
    says: 'mm',
    change: paragraph('D30DiaDanh', form('<w:spacing w:before="400"/>')),
  },
  {
    rule: 'R-05',
    name: 'đoạn thụt lề âm ở trang thứ nhất',
    says: 'trang in thứ 1',
    change: paragraph(BODY, form('<w:ind w:left="-300" w:firstLine="0"/>')),
  },
  {
    rule: 'R-05',
    name: 'bảng tràn lề phải',
    says: 'ra ngoài lề',
    change: before(
      'D30Heading1',
      '<w:tbl><w:tblPr><w:tblW w:w="12000" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="10000"/><w:gridCol w:w="2000"/></w:tblGrid>' +
        `<w:tr><w:tc><w:tcPr><w:tcW w:w="10000" w:type="dxa"/></w:tcPr>${para('D30TableText', 'Ô trong lề')}</w:tc><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${para('D30TableText', 'Ô ngoài lề')}</w:tc></w:tr></w:tbl>`,
      1,
    ),
  },
  {
    rule: 'R-06',
    name: 'đoạn khuất dưới hàng cao cố định',
    says: 'Khuấtmộtchữ',
    change: before('D30Heading1', tight('Dòng còn in', 'Dòng còn nửa', 'Khuấtmộtchữ khi in'), 1),
  },
  {
    rule: 'R-06',
    name: 'giữa văn bản có đoạn cao cố định che dòng sau',
    says: 'khuất',
    change: before(
      'D30Heading1',
      `<w:p><w:pPr><w:pStyle w:val="D30Body"/><w:framePr w:w="4000" w:h="400" w:hRule="exact" w:wrap="around" w:vAnchor="text" w:hAnchor="text" w:y="1"/></w:pPr><w:r><w:t xml:space="preserve">${'Khung chữ thấp hơn chữ. '.repeat(9)}Phần bị khuất.</w:t></w:r></w:p>`,
      1,
    ),
  },
  {
    rule: 'R-06',
    name: 'cuối đoạn dài khuất dưới hàng cao cố định',
    says: 'Cuốiđoạn',
    change: before('D30Heading1', tight(`${'Đoạn dài nhiều dòng hơn ô. '.repeat(12)} Cuốiđoạn.`), 1),
  },
];

const PLANS: readonly (readonly [plan: string, period: string])[] = [
  ['hanoi-cchc-2026', '2026-Q1'],
  ['hcmc-cchc-2024', '2024-Y'],
  ['cchc-2026-2030', '2026-H1'],
];

function fail(diagnostics: unknown): never {
  throw new Error(JSON.stringify(diagnostics));
}

/** The letter to all who are late and the one to a unit; none where the regime has none. */
async function lettersOf(data: PlanData, request: OutputRequest, unit: string): Promise<readonly OutputFile[]> {
  if (data.regime.reminder === undefined) return [];
  const letter = loadLetter(workspace, data.regime);
  const late = { ...request, letter: letter.value ?? fail(letter.diagnostics), by: null, issued: null };
  const sent = [
    await remind(data, [], { ...late, units: null, each: false }, ['docx'], await renderers()),
    await remind(data, [], { ...late, units: [unit], each: true }, ['docx'], await renderers()),
  ];
  return sent.flatMap(({ value, diagnostics }) => value?.files ?? fail(diagnostics));
}

/** A unit's report, the city's, a field's where the regime asks for one, and the letters to who is late. */
async function documentsOf(plan: string, period: string): Promise<readonly OutputFile[]> {
  const data = planData(plan);
  const request = requestFor(data, period, sampleEvents(data, period, 11));
  const render = await renderers();
  const owing = owingUnits(data.plan, data.registry, request.period.window.to);
  const unit = owing.find((id) => id !== data.regime.compiler) ?? '';
  const [body] = thematicBodies(data, request.period);
  const signed = { ...request, signing: { as: 'deputy', title: null } as const, urgency: 'KHẨN' as const };
  const made = [
    await unitReports(data, [unit], signed, ['docx'], render),
    await cityOutputs(data, request, ['docx'], render),
    ...(body === undefined ? [] : [await thematicReports(data, [body], request, ['docx'], render)]),
  ];
  const files = made.flatMap(({ value, diagnostics }) => value ?? fail(diagnostics));
  const all = [...files, ...(await lettersOf(data, request, unit))];
  return all.map((file) => ({ ...file, name: `${plan} ${file.name}` }));
}

const prints = new Map<string, { readonly bytes: Uint8Array; readonly rendering: Rendering }>();
const bases: Record<'report' | 'letter', Uint8Array> = { report: new Uint8Array(), letter: new Uint8Array() };
const correct: string[] = [];

async function printAll(): Promise<void> {
  bases.report = await render(report);
  bases.letter = await render(letter);
  const own = (await Promise.all(PLANS.map(([plan, period]) => documentsOf(plan, period)))).flat();
  const sources = [
    { name: 'report', docx: bases.report },
    { name: 'letter', docx: bases.letter },
    ...own.map(({ name, bytes }) => ({ name, docx: bytes })),
  ];
  correct.push(...sources.map(({ name }) => name));
  const planted = FAULTS.map(({ rule, name, base, change }) => ({
    name: `${rule} ${name}`,
    docx: changed(bases[base ?? 'report'], change),
  }));
  const all = [...sources, ...planted];
  const pdfs = await toPdf(all, 2);
  if (!pdfs.value) throw new Error(JSON.stringify(pdfs.diagnostics));
  for (const [index, { name, docx }] of all.entries()) {
    const rendering = readPrint(pdfs.value[index] as Uint8Array);
    if (!rendering) throw new Error(`${name} did not print`);
    prints.set(name, { bytes: docx, rendering });
  }
}

const printed = itWith('soffice', 'pdftotext', 'pdffonts');
let done: Promise<void> | undefined;
const findingsOf = async (name: string): Promise<ReturnType<typeof lintBytes>['findings']> => {
  await (done ??= printAll());
  const print = prints.get(name);
  if (!print) throw new Error(`no print of ${name}`);
  return lintBytes(print.bytes, { rendering: print.rendering }).findings;
};

describe('lỗi cài sẵn chỉ thấy khi in', () => {
  printed.each(FAULTS.map((f): [string, string, PrintFault] => [f.rule, f.name, f]))('%s: %s', async (_, __, fault) => {
    const found = (await findingsOf(`${fault.rule} ${fault.name}`)).filter((f) => f.rule === fault.rule);
    expect(found.map((f) => `${f.message} ${f.where.text ?? ''}`).join('; ')).toContain(fault.says);
    expect(found).not.toEqual([]);
  });

  it('có cho từng quy tắc từ R-01 đến R-06', () => {
    expect([...new Set(FAULTS.map(({ rule }) => rule))]).toEqual(['R-01', 'R-02', 'R-03', 'R-04', 'R-05', 'R-06']);
  });
});

printed('văn bản đúng của mọi loại, ba kế hoạch, không có lỗi, không có cảnh báo khi in', async () => {
  await findingsOf('report');
  for (const name of correct) {
    const faults = (await findingsOf(name)).filter((f) => f.severity !== 'I').map(lineOf);
    expect([name, faults]).toEqual([name, []]);
  }
  expect(correct.length).toBe(2 + PLANS.length * 2 + 3);
});
