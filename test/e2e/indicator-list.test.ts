/**
 * The list of indicators out to Excel, edited by an office with another program, and in again: the data file is the
 * edited list and nothing else, and the next form asks by it; a damaged one names its cell and loads nothing.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IndicatorsFile } from '../../src/figures/schema';
import { readWorkbook } from '../render/xlsx/sheet-reader';
import { Sandbox } from '../support/cli';
import { itWith, pythonFile } from './tools';

interface Edit {
  readonly row: string | null;
  readonly cells: Readonly<Record<string, string | number | null>>;
  readonly kind?: 'formula';
}

const SHIPPED = JSON.parse(readFileSync('data/indicators/bnv-cchc.json', 'utf8')) as IndicatorsFile;
const NEW: Edit['cells'] = {
  Mã: '1.2.4',
  'Chỉ tiêu thống kê': '=Số vấn đề chuyển kỳ sau',
  'Đơn vị tính': 'vấn đề',
  Kiểu: 'số đếm',
  'Tính theo thời gian': 'phát sinh trong kỳ',
  'Cách tổng hợp': 'cơ quan theo dõi báo cáo',
  'Cơ quan theo dõi': 'noi-vu',
  'Đơn vị trả lời': 'noi-vu',
  'Độ tin cậy': 'M',
  'Áp dụng từ ngày': '2026-01-01',
};

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => box.remove());

/** Loads the shipped list with some edits under its own id; the last row that was edited. */
function load(...edits: readonly Edit[]): { readonly ran: ReturnType<Sandbox['run']>; readonly row: string } {
  const [out, edited] = [box.path('ds.xlsx'), box.path('ds-sua.xlsx')];
  expect(box.run('indicators', 'export', '--out', out, '--force').code).toBe(0);
  const row = pythonFile('edit-indicators.py', out, edited, JSON.stringify(edits)).trim();
  return { ran: box.run('indicators', 'load', edited, '--id', 'bnv-cchc', '--force'), row };
}

const loaded = (): string => box.path('data', 'indicators', 'bnv-cchc.json');

describe('an edited list', () => {
  itWith('python3')('is exactly the edited list, and the next form asks by it', () => {
    const { ran } = load(
      { row: '1.2.2', cells: { 'Chỉ tiêu thống kê': 'Số vấn đề đã phát hiện (mẫu)' } },
      { row: '1.4.1', cells: { 'Đến hết ngày': '2025-12-31' } },
      { row: '2.1', cells: { 'Tự tính từ': '2.1.1 + 2.1.3' } },
      { row: null, cells: NEW },
    );
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const indicators = SHIPPED.indicators.flatMap((i): IndicatorsFile['indicators'] => {
      if (i.code === '1.2.2') return [{ ...i, label: 'Số vấn đề đã phát hiện (mẫu)' }];
      if (i.code === '1.4.1') return [{ ...i, to: '2025-12-31' as never }];
      if (i.code === '2.1') return [{ ...i, derived: { formula: { op: 'sum', of: ['2.1.1', '2.1.3'] } } }];
      if (i.code !== '1.2.3') return [i];
      const added = { code: '1.2.4', label: '=Số vấn đề chuyển kỳ sau', unit: 'vấn đề', type: 'count', time: 'flow' };
      const who = { rollUp: 'owner', owner: 'noi-vu', answeredBy: ['noi-vu'], derived: null };
      return [i, { ...added, ...who, confidence: 'M', from: '2026-01-01', to: null, note: null } as never];
    });
    expect(JSON.parse(readFileSync(loaded(), 'utf8'))).toEqual({ ...SHIPPED, indicators });

    const to = ['--period', '2026-Q1', '--unit', 'so-noi-vu', '--out', box.path('phieu')];
    expect(box.run('form', 'export', ...to).code).toBe(0);
    const [form] = readdirSync(box.path('phieu'));
    const sheet = readWorkbook(readFileSync(box.path('phieu', form as string))).sheets.find(
      (s) => s.name === 'Số liệu',
    );
    const asked = [...(sheet?.cells.values() ?? [])].map((cell) => cell.value);
    expect(asked).toEqual(expect.arrayContaining(['Số vấn đề đã phát hiện (mẫu)', '=Số vấn đề chuyển kỳ sau']));
    expect(asked).not.toContain('1.4.1');
  });

  const broken: readonly (readonly [string, Edit, string, string])[] = [
    ['a code used twice', { row: null, cells: { ...NEW, Mã: '1.2.2' } }, 'BC2264', 'A'],
    ['a roll-up that there is not', { row: null, cells: { ...NEW, 'Cách tổng hợp': 'trung bình' } }, 'BC2263', 'F'],
    ['a formula over an unknown code', { row: '2.1', cells: { 'Tự tính từ': '2.1.1 + 2.9.9' } }, 'BC2265', 'M'],
    ['a circle', { row: '2.1', cells: { 'Tự tính từ': '2.1.1 + 2.1' } }, 'BC2268', 'M'],
    ['a formula of Excel', { row: '1.2.2', cells: { 'Ghi chú': '=1+1' }, kind: 'formula' }, 'BC2271', 'S'],
    ['a code typed as a number', { row: null, cells: { ...NEW, Mã: 1.2 } }, 'BC2272', 'A'],
  ];
  itWith('python3').each(broken)('%s: named by sheet and cell, nothing loaded', (_, edit, code, column) => {
    const { ran, row } = load(edit);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(`[${code}]`);
    expect(ran.stderr).toContain(`trang "Chỉ tiêu", ô ${column}${row}\n`);
    expect(existsSync(loaded())).toBe(false);
  });
});
