/**
 * Guards the sheet to type from: each value exactly as it is typed (`entry-typing.csv`), every figure of the list once
 * and in its order, a screen no longer than it may be, and what it says of figures that are not there.
 */

import { inForce } from '../../../src/calendar/range';
import { entryFormSchema, entryWorkbook, typedFigure, type EntryForm } from '../../../src/report/export/entry-form';
import { rateOf } from '../../../src/figures/evaluation';
import type { Indicator } from '../../../src/figures/schema';
import type { Sheet } from '../../../src/report/workbook';
import { figure } from '../../figures/comparison/fixture';
import { indicatorsFile } from '../../fixtures/city';
import { oneOf, readTable } from '../../fixtures/tables';
import { readJson } from '../../support/data';
import { evaluationFor, planData, requestFor, sampleEvents } from '../../support/hanoi';

const FORM: EntryForm = entryFormSchema.parse(readJson('data', 'entry-forms', 'bnv-cchc.json'));
const YES_NO = [
  { value: 0, label: 'Không' },
  { value: 1, label: 'Có' },
];

function indicator(type: Indicator['type']): Indicator {
  const base = indicatorsFile().indicators[0] as Indicator;
  return { ...base, type, ...(type === 'bool' ? { options: YES_NO } : {}) };
}

describe('entry-typing.csv', () => {
  it.each(readTable('entry-typing.csv').map((row) => [row['why'] ?? '', row] as const))('%s', (_, row) => {
    const typing: EntryForm['typing'] = {
      ...FORM.typing,
      decimalMark: oneOf([',', '.'] as const, row['decimalMark']),
      thousandsMark: oneOf(['', '.'] as const, row['thousandsMark']),
      ratioDecimals: Number(row['decimals']),
      percentSign: row['percentSign'] === 'có',
    };
    const type = oneOf(['count', 'ratio', 'bool'] as const, row['type']);
    const typed = typedFigure(figure(row['told'] ?? ''), indicator(type), typing);
    // A semicolon ends a cell of the table; there it is written as a comma.
    expect({ typed: typed.typed, note: typed.note.replace('; ', ', ') }).toEqual({
      typed: row['typed'],
      note: row['note'],
    });
  });
});

describe('the workbook', () => {
  const data = planData();
  const request = requestFor(data, '2026-Q1', sampleEvents(data, '2026-Q1', 3));
  const evaluation = evaluationFor(data, request);
  const book = entryWorkbook({
    form: FORM,
    evaluation,
    indicators: data.indicators,
    rateOf: (counts) => rateOf(counts, request.rules),
    agency: 'Cơ quan mẫu',
    provenance: {},
  });
  const [guide, ...screens] = book.sheets as [Sheet, ...Sheet[]];
  const lines = screens.flatMap((s) => Array.from(s.rows).filter((row) => row[0]?.span === undefined));

  it('has every figure of the list once, in the order of the list, numbered through', () => {
    const standing = data.indicators.indicators.filter((i) => inForce(i, evaluation.period.window.to));
    expect(lines.map((row) => row[1]?.value)).toEqual(standing.map((i) => i.code));
    expect(lines.map((row) => row[0]?.value)).toEqual(standing.map((_, i) => i + 1));
  });

  it('shows the figures of the evaluation, as text that is typed as it stands', () => {
    for (const row of lines) {
      const found = evaluation.indicators.get(row[1]?.value as string);
      const entry = data.indicators.indicators.find((i) => i.code === row[1]?.value) as Indicator;
      if (!found) throw new Error('no figure');
      expect(row[4]).toEqual({ value: typedFigure(found, entry, FORM.typing).typed, style: 'entryValue' });
      expect(row[5]?.value).toBe('');
    }
  });

  it('says beside a rate over all tasks that it has those which the plan’s own rate leaves out', () => {
    const line = lines.find((row) => row[1]?.value === '1.1.3');
    expect(line?.[6]?.value).toMatch(/^\d+\/(\d+); tính trên tổng số \1 nhiệm vụ, kể cả \d+ nhiệm vụ chưa phát sinh$/);
  });

  it('has a screen for each main group, none longer than the form says', () => {
    const titles = screens.map((s) => String(s.heading[0]?.value).replace(/ \(\d+\/\d+\)$/, ''));
    const main = data.indicators.groups.filter((g) => !g.code.includes('.'));
    expect([...new Set(titles)]).toEqual(main.map((g) => `${g.code}. ${g.title}`));
    for (const screen of screens) {
      const own = Array.from(screen.rows).filter((row) => row[0]?.span === undefined);
      expect(own.length).toBeGreaterThan(0);
      expect(own.length).toBeLessThanOrEqual(FORM.rowsOnScreen);
      expect(screen.onePage).toBe(true);
    }
  });

  it('says on its first sheet how to type, what is missing, and that the form was not checked', () => {
    const said = new Map(Array.from(guide.rows).map((row) => [row[0]?.value, row[1]?.value]));
    expect(said.get('Tỷ lệ phần trăm')).toBe('2 chữ số thập phân, không dấu %, ví dụ 98,60');
    expect(said.get('Không phát sinh')).toBe('nhập 0');
    expect(said.get('Tình trạng của mẫu này')).toMatch(/chưa đối chiếu/);
    const missing = [...evaluation.indicators.values()].filter((f) => f.answer === 'missing').length;
    expect(said.get('Chưa có số liệu')).toMatch(new RegExp(`^${missing} ô`));
  });

  it('marks sample facts on every sheet', () => {
    for (const sheet of book.sheets) expect(sheet.heading.some((c) => c.style === 'bad')).toBe(true);
  });
});
