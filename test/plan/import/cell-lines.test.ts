/** Lists and broken lines inside one cell. */

import { cellLines, joinHalves, titleLines } from '../../../src/plan/import/cell-lines';
import { readTable } from '../../fixtures/tables';

test.each(readTable('plan-cells.csv'))('"$cell": $why', ({ cell, lines }) => {
  expect(cellLines(cell ?? '')).toBe(lines?.replaceAll('|', '\n'));
});

test('a title is one paragraph, with the items of a list on lines of their own', () => {
  expect(titleLines('Rà soát\nVăn bản:\n- Luật\n- Nghị định')).toBe('Rà soát Văn bản:\n- Luật\n- Nghị định');
});

test('two halves of a row join with a space, or by lines where the cell has lines', () => {
  expect(joinHalves('Giám đốc', 'Sở Nội vụ')).toBe('Giám đốc Sở Nội vụ');
  expect(joinHalves('- Sở A\n- Sở B', '- Sở C')).toBe('- Sở A\n- Sở B\n- Sở C');
  expect(joinHalves('', '- Sở C')).toBe('- Sở C');
});
