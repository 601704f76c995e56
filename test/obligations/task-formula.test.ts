/**
 * Guards the formula by which the workbook decides a task's status: evaluated here as Excel would, it gives the same
 * answer as the decision table for every mixture of up to three statuses.
 */

import { STATUS_LABELS } from '../../src/i18n/statuses';
import { decideTask } from '../../src/obligations/rules';
import { STATUSES, type Status } from '../../src/obligations/schema';
import { taskStatusFormula } from '../../src/report/summary/tasks';
import { rules } from '../fixtures/evaluation';

type Value = number | string | boolean;

const TOKEN = /\s*("(?:[^"]|"")*"|[A-Z]+\d+|[A-Z]+|\d+|[()+\-,=<>])/gy;

/** As much of Excel as the formula uses: IF, AND, sums and comparisons of cells and numbers, texts. */
function excel(formula: string, cells: ReadonlyMap<string, number>): Value {
  TOKEN.lastIndex = 0;
  const tokens = [...formula.matchAll(TOKEN)].map((m) => m[1] as string);
  if (tokens.join('') !== formula.replace(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ''))
    throw new Error(`not read: ${formula}`);
  let at = 0;
  const next = (): string => tokens[at++] ?? '';
  const expect_ = (token: string): void => {
    const found = next();
    if (found !== token) throw new Error(`"${token}" expected at ${at}, "${found}" found`);
  };
  const number = (value: Value): number => {
    if (typeof value !== 'number') throw new Error(`${String(value)} is no number`);
    return value;
  };
  function args(): Value[] {
    expect_('(');
    const values = [comparison()];
    while (tokens[at] === ',') {
      at++;
      values.push(comparison());
    }
    expect_(')');
    return values;
  }
  function primary(): Value {
    const token = next();
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
    if (/^\d+$/.test(token)) return Number(token);
    if (token === '(') {
      const value = comparison();
      expect_(')');
      return value;
    }
    if (token === 'AND') return args().every((v) => v === true);
    if (token === 'IF') {
      const [test, yes, no] = args();
      return (test === true ? yes : no) as Value;
    }
    const cell = cells.get(token);
    if (cell === undefined) throw new Error(`no cell ${token}`);
    return cell;
  }
  function sum(): Value {
    let value = primary();
    while (tokens[at] === '+') {
      at++;
      value = number(value) + number(primary());
    }
    return value;
  }
  function comparison(): Value {
    const left = sum();
    const sign = tokens[at];
    if (sign !== '>' && sign !== '=') return left;
    at++;
    const right = sum();
    return sign === '>' ? number(left) > number(right) : left === right;
  }
  const value = comparison();
  if (at !== tokens.length) throw new Error(`left over: ${tokens.slice(at).join(' ')}`);
  return value;
}

const { task } = rules();
const cellOf = (status: Status): string => `E${STATUSES.indexOf(status) + 5}`;
const FORMULA = taskStatusFormula(task, cellOf);

const cellsOf = (statuses: readonly Status[]): ReadonlyMap<string, number> =>
  new Map(STATUSES.map((s) => [cellOf(s), statuses.filter((x) => x === s).length]));

/** Every multiset of one to three statuses. */
const MIXTURES: readonly (readonly Status[])[] = STATUSES.flatMap((a, i) => [
  [a],
  ...STATUSES.slice(i).flatMap((b, j) => [[a, b], ...STATUSES.slice(i + j).map((c) => [a, b, c])]),
]);

it('agrees with the decision table on every mixture of up to three statuses', () => {
  expect(MIXTURES).toHaveLength(11 + 66 + 286);
  for (const statuses of MIXTURES) {
    const rule = decideTask(task, statuses);
    expect([statuses, excel(FORMULA, cellsOf(statuses))]).toEqual([statuses, STATUS_LABELS[rule?.status as Status]]);
  }
});

it('leaves the cell empty for a task that nobody owes', () => {
  expect(excel(FORMULA, cellsOf([]))).toBe('');
});

it('follows the table: without one of its rules the formula answers differently somewhere', () => {
  for (const [index, rule] of task.entries()) {
    const shorter = taskStatusFormula(
      task.filter((_, i) => i !== index),
      cellOf,
    );
    const differs = MIXTURES.some((s) => excel(shorter, cellsOf(s)) !== excel(FORMULA, cellsOf(s)));
    expect([rule.id, differs]).toEqual([rule.id, true]);
  }
});

it('is short enough for a cell', () => {
  expect(FORMULA.length).toBeLessThan(8192);
});
