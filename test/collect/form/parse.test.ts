/** How people write days, numbers and states: tables that a clerk can check. */

import { parseDay } from '../../../src/collect/form/parse-date';
import { parseAmount } from '../../../src/collect/form/parse-number';
import { STATE_CHOICES, stateLabel, stateOf } from '../../../src/collect/form/states';
import type { ObligationClass } from '../../../src/plan/parts';
import { readTable } from '../../fixtures/tables';

describe('ngày', () => {
  test.each(readTable('form-dates.csv').map((r) => [r['viết'] as string, r['ngày'] as string]))(
    '%s → %s',
    (text, day) => {
      expect(parseDay(text) ?? '-').toBe(day);
    },
  );
});

describe('số', () => {
  const rows = readTable('form-numbers.csv').map((r) => [r['viết'], r['đơn vị'], r['số']] as [string, string, string]);
  test.each(rows)('%s (%s) → %s', (text, unit, value) => {
    const read = parseAmount(text, unit);
    expect(read === undefined ? '-' : String(read.value)).toBe(value);
    if (read) expect(read.percent).toBe(text.includes('%'));
  });
});

describe('trạng thái', () => {
  const classes = Object.keys(STATE_CHOICES) as ObligationClass[];

  test.each(classes)('mỗi lựa chọn của %s đọc lại thành chính nó', (cls) => {
    for (const { state, label } of STATE_CHOICES[cls]) {
      expect(stateOf(label, cls)).toBe(state);
      expect(stateOf(label.toUpperCase(), cls)).toBe(state);
      expect(stateOf(` ${label}. `.normalize('NFD'), cls)).toBe(state);
      expect(stateLabel(state, cls)).toBe(label);
    }
  });

  test('chữ người ta hay gõ được hiểu, chữ lạ thì không', () => {
    expect(stateOf('Hoàn thành', 'dated')).toBe('completed');
    expect(stateOf('đang triển khai', 'dated')).toBe('started');
    expect(stateOf('Không phát sinh', 'event')).toBe('not-started');
    expect(stateOf('Hoàn thành', 'periodic')).toBe('progress');
    expect(stateOf('sắp xong', 'dated')).toBeUndefined();
    expect(stateOf('Đang thực hiện', 'periodic')).toBeUndefined();
  });
});
