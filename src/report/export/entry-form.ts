/**
 * A sheet to type from, figure by figure, into the ministry's entry form: the order of the list, a screen for each
 * group, each value exactly as it must be typed. How a number is typed is data (`data/entry-forms`).
 */

import { z } from 'zod';
import { inForce } from '../../calendar/range';
import type { Counts, Evaluation, Rate } from '../../figures/evaluation';
import type { FigureResult } from '../../figures/figures';
import { percentOf } from '../../figures/percent';
import type { Indicator, IndicatorsFile } from '../../figures/schema';
import { formatDate, formatInteger, formatNumber } from '../../i18n/format';
import { ANSWER_LABELS } from '../../i18n/measures';
import { NOTICES } from '../../i18n/notices';
import { groupBy } from '../../lib/group';
import { citationSchema } from '../../regulation/schema';
import { wholeNote } from '../whole';
import type { CellStyle, Sheet, SheetCell, Workbook } from '../workbook';

const saidSchema = z.strictObject({ typed: z.string(), note: z.string() });

export const entryFormSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string(),
  title: z.string(),
  status: z.string(),
  /** The indicator list (`data/indicators`) whose figures it takes. */
  indicators: z.string(),
  basis: z.array(citationSchema).min(1),
  note: z.string(),
  /** Rows that stand on one screen in large type; a longer group takes several sheets. */
  rowsOnScreen: z.int().min(5).max(60),
  typing: z.strictObject({
    decimalMark: z.enum([',', '.']),
    thousandsMark: z.enum(['', '.', ',', ' ']),
    ratioDecimals: z.int().min(0).max(4),
    percentSign: z.boolean(),
    nothingArose: saidSchema,
    notApplicable: saidSchema,
    missing: saidSchema,
  }),
});
export type EntryForm = z.output<typeof entryFormSchema>;
type Typing = EntryForm['typing'];

export interface Typed {
  /** Empty: the field is left empty. */
  readonly typed: string;
  /** Beside the field: what stands behind it, or why it is empty. */
  readonly note: string;
}

/** The number as it is typed; `decimals` null: as many as it has. */
export function typedNumber(value: number, decimals: number | null, typing: Typing): string {
  const plain = decimals === null ? value.toFixed(6).replace(/\.?0+$/, '') : value.toFixed(decimals);
  const [sign, digits] = plain.startsWith('-') ? ['-', plain.slice(1)] : ['', plain];
  const [whole = '0', part] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, typing.thousandsMark);
  return `${/[1-9]/.test(digits) ? sign : ''}${grouped}${part ? typing.decimalMark + part : ''}`;
}

/** What goes into the field of an indicator. */
export function typedFigure(figure: FigureResult, indicator: Indicator, typing: Typing): Typed {
  const stands = figure.of > 1 ? `${formatInteger(figure.reported)}/${formatInteger(figure.of)} đơn vị đã báo cáo` : '';
  const said = (words: Typed): Typed => ({ typed: words.typed, note: joined(words.note, stands) });
  if (figure.answer === 'nothing-arose' || figure.answer === 'not-applicable')
    return figure.reported < figure.of
      ? partial(figure, figure.answer, typing)
      : said(silent(figure.answer, indicator, typing));
  if (figure.answer === 'missing' || figure.value === null) return said(typing.missing);
  const option = indicator.options?.find((o) => o.value === figure.value);
  if (option) return { typed: option.label, note: stands };
  if (indicator.type !== 'ratio') return { typed: typedNumber(figure.value, null, typing), note: stands };
  const { numerator, denominator } = figure;
  const whole = numerator === null || denominator === null ? null : { numerator, denominator };
  const parts = whole ? `${formatNumber(whole.numerator)}/${formatNumber(whole.denominator)}` : '';
  // From its parts: rounding the printed percentage once more would round twice.
  const policy = { decimals: typing.ratioDecimals, rounding: 'half-up' } as const;
  const share = whole ? percentOf(whole.numerator, whole.denominator, policy) : null;
  const percent = typedNumber(share ?? figure.value, typing.ratioDecimals, typing);
  return { typed: typing.percentSign ? `${percent}%` : percent, note: joined(parts, stands) };
}

/** Answers that are no value. */
type Silence = 'nothing-arose' | 'not-applicable';

/** What some bodies say of themselves is no answer for the city while others are silent: nothing is typed for it. */
function partial({ reported, of }: FigureResult, answer: Silence, { missing }: Typing): Typed {
  return {
    typed: missing.typed,
    note: joined(
      missing.note,
      `mới ${formatInteger(reported)}/${formatInteger(of)} đơn vị trả lời ${ANSWER_LABELS[answer]}`,
    ),
  };
}

function silent(answer: Silence, { options }: Indicator, typing: Typing): Typed {
  if (answer === 'not-applicable') return typing.notApplicable;
  return options ? { typed: '', note: `${ANSWER_LABELS[answer]}: để trống` } : typing.nothingArose;
}

const joined = (...texts: readonly string[]): string => texts.filter((t) => t !== '').join('; ');

export interface EntryInput {
  readonly form: EntryForm;
  readonly evaluation: Evaluation;
  readonly indicators: IndicatorsFile;
  readonly rateOf: (counts: Counts) => Rate;
  /** The body in whose name it is typed. */
  readonly agency: string;
  readonly provenance: Readonly<Record<string, string>>;
}

interface Screen {
  readonly title: string;
  readonly rows: readonly { readonly indicator: Indicator; readonly typed: Typed; readonly no: number }[];
}

export function entryWorkbook(input: EntryInput): Workbook {
  const { evaluation, form, agency, provenance } = input;
  const screens = screensOf(input);
  const { period } = evaluation;
  const footer =
    evaluation.sampleEvents > 0 ? NOTICES.sample : `Chốt số liệu đến hết ngày ${formatDate(period.window.to)}`;
  return {
    sheets: [guideSheet(input, screens), ...screens.map((screen, i) => screenSheet(screen, i, screens.length, input))],
    names: {},
    pageHeader: `${form.title} - ${period.name}`,
    pageFooter: footer,
    properties: { title: `${form.title}, ${period.name}`, agency, createdOn: period.window.to, custom: provenance },
  };
}

/** Groups that stand under no other, in the list's order; long ones in screens of about equal length. */
function screensOf(input: EntryInput): readonly Screen[] {
  const { indicators, evaluation, form } = input;
  const on = evaluation.period.window.to;
  const rows = indicators.indicators.flatMap((indicator) => {
    const figure = inForce(indicator, on) ? evaluation.indicators.get(indicator.code) : undefined;
    if (!figure) return [];
    const { typed, note } = typedFigure(figure, indicator, form.typing);
    return [{ indicator, typed: { typed, note: joined(note, wholeNote(indicator, figure, input)) } }];
  });
  const numbered = rows.map((row, i) => ({ ...row, no: i + 1 }));
  const byTop = groupBy(numbered, ({ indicator }) => groupsOver(indicator.code, indicators)[0]);
  return [...byTop].flatMap(([group, own]) => {
    const screens = Math.ceil(own.length / form.rowsOnScreen);
    const size = Math.ceil(own.length / screens);
    const title = group ? `${group.code}. ${group.title}` : form.title;
    return Array.from({ length: screens }, (_, i) => ({
      title: `${title}${screens > 1 ? ` (${i + 1}/${screens})` : ''}`,
      rows: own.slice(i * size, (i + 1) * size),
    }));
  });
}

/** Groups that the code stands under, the widest first. */
function groupsOver(code: string, { groups }: IndicatorsFile): IndicatorsFile['groups'] {
  return groups
    .filter((g) => code === g.code || code.startsWith(`${g.code}.`))
    .sort((a, b) => a.code.length - b.code.length);
}

const cell = (value: SheetCell['value'], style: CellStyle): SheetCell => ({ value, style });

const plain = { autoFilter: false, freezeColumns: 0, conditional: [], orientation: 'landscape' } as const;

function screenSheet(screen: Screen, index: number, of: number, { evaluation, indicators }: EntryInput): Sheet {
  return {
    ...plain,
    onePage: true,
    name: `Màn ${index + 1}`,
    heading: [
      cell(screen.title, 'title'),
      cell(
        `${evaluation.period.name}; màn ${index + 1}/${of}; nhập từ trên xuống, xong dòng nào đánh x dòng đó`,
        'subtitle',
      ),
      ...(evaluation.sampleEvents > 0 ? [cell(NOTICES.sample, 'bad')] : []),
    ],
    columns: [
      { key: 'no', header: 'TT', width: 6 },
      { key: 'code', header: 'Mã', width: 11 },
      { key: 'label', header: 'Chỉ tiêu', width: 54, wrap: true },
      { key: 'measure', header: 'Đơn vị tính', width: 14, wrap: true },
      { key: 'typed', header: 'Nhập vào ô', width: 22 },
      { key: 'ticked', header: 'Đã nhập', width: 10, wrap: true },
      { key: 'note', header: 'Ghi chú (không nhập)', width: 26, wrap: true },
    ],
    rows: screenRows(screen, indicators),
  };
}

/** Narrower groups have a line of their own, said again where a screen begins inside one. */
function screenRows({ rows }: Screen, indicators: IndicatorsFile): readonly (readonly SheetCell[])[] {
  let last: string | undefined;
  return rows.flatMap(({ indicator, typed, no }) => {
    const [, ...narrower] = groupsOver(indicator.code, indicators);
    const group = narrower.at(-1);
    const line = group && group.code !== last ? [[{ ...cell(`${group.code}. ${group.title}`, 'group'), span: 7 }]] : [];
    last = group?.code;
    return [
      ...line,
      [
        cell(no, 'entryCenter'),
        cell(indicator.code, 'entryCenter'),
        cell(indicator.label, 'entry'),
        cell(indicator.unit === '-' ? '' : indicator.unit, 'entryCenter'),
        cell(typed.typed, 'entryValue'),
        cell('', 'entryValue'),
        cell(typed.note, 'text'),
      ],
    ];
  });
}

function guideSheet({ form, evaluation }: EntryInput, screens: readonly Screen[]): Sheet {
  const { typing } = form;
  const all = screens.flatMap((s) => s.rows);
  const waiting = all.filter(({ typed }) => typed.note.startsWith(typing.missing.note));
  const empty = (text: string): string => (text === '' ? 'để trống' : `nhập ${text}`);
  const thousands =
    typing.thousandsMark === '' ? 'không ngăn hàng nghìn' : `ngăn hàng nghìn bằng "${typing.thousandsMark}"`;
  const lines: readonly (readonly [string, string])[] = [
    ['Kỳ báo cáo', evaluation.period.name],
    ['Số ô phải nhập', `${formatInteger(all.length)} ô, ${formatInteger(screens.length)} màn`],
    [
      'Chưa có số liệu',
      `${formatInteger(waiting.length)} ô: ${waiting.map((r) => r.indicator.code).join(', ') || 'không có'}`,
    ],
    ['Số', `dấu thập phân "${typing.decimalMark}", ${thousands}, ví dụ ${typedNumber(12345.5, null, typing)}`],
    [
      'Tỷ lệ phần trăm',
      `${typing.ratioDecimals} chữ số thập phân, ${typing.percentSign ? 'có' : 'không'} dấu %, ví dụ ${typedNumber(98.6, typing.ratioDecimals, typing)}${typing.percentSign ? '%' : ''}`,
    ],
    ['Không phát sinh', empty(typing.nothingArose.typed)],
    ['Không áp dụng', empty(typing.notApplicable.typed)],
    ['Tình trạng của mẫu này', form.status],
    ['Ghi chú', form.note],
  ];
  return {
    ...plain,
    orientation: 'portrait',
    name: 'Cách nhập',
    heading: [
      cell(form.title, 'title'),
      ...(evaluation.sampleEvents > 0 ? [cell(NOTICES.sample, 'bad')] : []),
      ...(evaluation.preliminary ? [cell(NOTICES.preliminary, 'warn')] : []),
    ],
    columns: [
      { key: 'what', header: 'Nội dung', width: 24, wrap: true },
      { key: 'how', header: 'Cách làm', width: 64, wrap: true },
    ],
    rows: lines.map(([what, how]) => [cell(what, 'entry'), cell(how, 'entry')]),
  };
}
