/**
 * Guards `explain`: the tree from a number of the real plan down to the events it stands on, with the rule and the
 * citation of every decision on the way, in Vietnamese.
 */

import { explainFigure, explainTask, explanationText, type Explanation } from '../../src/app/explain';
import { inForce } from '../../src/calendar/range';
import type { Evaluation } from '../../src/figures/evaluation';
import { STATUS_LABELS } from '../../src/i18n/statuses';
import { diagnosticJson } from '../../src/i18n/render-diagnostic';
import { STATUSES } from '../../src/obligations/schema';
import { verdictText } from '../../src/report/targets';
import { evaluationFor, planData, requestFor, sampleEvents } from '../support/hanoi';

const data = planData();
const events = sampleEvents(data, '2026-Q1', 2026);
const request = requestFor(data, '2026-Q1', events);
const { rules } = request;
const city = evaluationFor(data, request);

const explained = (code: string, of: Evaluation = city): Explanation => {
  const { value, diagnostics } = explainFigure(data, of, rules, code);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
};
const task = (id: string, of: Evaluation = city): Explanation => {
  const { value, diagnostics } = explainTask(data, of, id);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
};
/** The form as it stands on the cut-off day. */
const form = data.indicators.indicators.filter((i) => inForce(i, request.period.window.to));
const walk = (node: Explanation): readonly Explanation[] => [node, ...node.children.flatMap(walk)];
const ids = new Set(events.map((e) => e.id));
/** Ids of the events that the tree ends in. */
const reached = (node: Explanation): readonly string[] =>
  walk(node).flatMap(({ value }) => (typeof value === 'string' && ids.has(value) ? [value] : []));

describe('a task', () => {
  it('ends in every event that its judgements stand on, and in no other', () => {
    for (const state of city.tasks) {
      const stands = state.judgements.flatMap((j) => j.events.map((e) => e.id));
      expect(reached(task(state.task.id))).toEqual(stands);
    }
    expect(reached(task('1')).length + reached(task('12')).length).toBeGreaterThan(0);
  });

  it('names the rule, its reason and its citation at each decision', () => {
    for (const state of city.tasks.slice(0, 12)) {
      const tree = task(state.task.id);
      expect([tree.value, tree.rule?.id]).toEqual([STATUS_LABELS[state.status], state.rule.id]);
      expect(tree.children.map((c) => [c.value, c.rule?.id])).toEqual(
        state.judgements.map((j) => [STATUS_LABELS[j.status], j.rule.id]),
      );
      for (const node of [tree, ...tree.children]) {
        expect(node.rule?.reason).toMatch(/\p{L}{2,}/u);
        expect(node.basis.length).toBeGreaterThan(0);
      }
    }
  });

  it('says of a silent unit that it is silent, and of a sample event that it is a sample', () => {
    const silent = city.judgements.find((j) => !j.reported);
    if (!silent) throw new Error('the sample has no silent unit');
    const { part, unit } = silent.obligation;
    const of = evaluationFor(data, request, unit);
    expect(task(part.task.id, of).children[0]?.label).toContain('đơn vị chưa gửi báo cáo của kỳ');
    const told = walk(task('1'))
      .concat(walk(task('12')))
      .filter((n) => n.label.startsWith('Sự kiện số'));
    expect(told.length).toBeGreaterThan(0);
    for (const node of told) expect(node.label).toMatch(/\[mẫu\]$/);
  });

  it('in one unit’s view shows that unit alone', () => {
    const unit = city.tasks.find((t) => t.judgements.length > 100)?.judgements[3]?.obligation.unit as string;
    const of = evaluationFor(data, request, unit);
    for (const state of of.tasks) expect(task(state.task.id, of).children).toHaveLength(state.judgements.length);
  });

  it('that the plan does not have, or that the unit does not lead, is told so', () => {
    expect(explainTask(data, city, '999').diagnostics.map((d) => d.code)).toEqual(['BC2005']);
    const of = evaluationFor(data, request, 'xa-dong-anh');
    const foreign = city.tasks.find((t) => !of.tasks.some((own) => own.task.id === t.task.id))?.task.id as string;
    const { diagnostics } = explainTask(data, of, foreign);
    expect(diagnostics.map((d) => d.code)).toEqual(['BC2008']);
    for (const d of diagnostics) expect(diagnosticJson(d).message).toContain(foreign);
  });
});

describe('a count of tasks', () => {
  it.each(STATUSES)('"%s" has one child a task', (status) => {
    const tree = explained(status);
    expect(tree.value).toBe(city.counts.byTask[status]);
    expect(tree.children).toHaveLength(city.counts.byTask[status]);
    for (const child of tree.children) expect(child.value).toBe(STATUS_LABELS[status]);
  });
});

describe('the rate', () => {
  it('is printed as the quotient of its two lots, and the lots hold the tasks', () => {
    const { done, of } = city.rate.byTask;
    const tree = explained('rate');
    expect(tree.value).toMatch(new RegExp(` = ${done}/${of}$`));
    expect(tree.children.map((c) => c.value)).toEqual([done, of - done]);
    expect(tree.children.map((c) => c.children.length)).toEqual([done, of - done]);
    expect(tree.basis.length).toBeGreaterThan(0);
  });

  it('of a unit that owes nothing is "không phát sinh"', () => {
    const none = { ...city, tasks: [], rate: { ...city.rate, byTask: { done: 0, of: 0, percent: null } } };
    expect(explained('rate', none).value).toBe('không phát sinh');
  });
});

describe('an indicator', () => {
  it('that units report ends in their figures, one a unit', () => {
    for (const indicator of form.filter((i) => i.derived === null)) {
      const figure = city.indicators.get(indicator.code);
      const tree = explained(indicator.code);
      expect(reached(tree)).toEqual(figure?.events.map((e) => e.id));
      expect(tree.label).toContain(`${figure?.reported}/${figure?.of}`);
    }
  });

  it('that is computed ends in the figures of its formula, or in the tasks that it counts', () => {
    const derived = form.filter((i) => i.derived !== null);
    expect(derived.length).toBeGreaterThan(8);
    for (const { code, derived: how } of derived) {
      const tree = explained(code);
      expect([code, tree.children.length > 0, reached(tree).length > 0]).toEqual([code, true, true]);
      if (how && 'formula' in how && how.formula.op === 'sum')
        expect(tree.children.map((c) => c.label.split(':')[0])).toEqual(
          how.formula.of.filter((c) => city.indicators.has(c)),
        );
    }
  });

  it('the total of tasks is the sum of the lots that it is explained by', () => {
    const lots = explained('1.1.1').children;
    expect(lots.reduce((sum, lot) => sum + (lot.value as number), 0)).toBe(56);
    expect(explained('1.1.2').children.map((lot) => lot.value)).toEqual([city.rate.byTask.done]);
    const rate = explained('1.1.3').children.map((c) => c.label.split(':')[0]);
    expect(rate).toEqual(['1.1.2', '1.1.1']);
  });

  it('a measure of the plan’s targets is explained by its own code', () => {
    const target = city.targets.find((t) => t.figure.events.length > 0);
    if (!target) throw new Error('no measure was told');
    expect(reached(explained(target.measure.code))).toEqual(target.figure.events.map((e) => e.id));
    expect(explained(target.measure.code).rule?.reason).toBe(verdictText(target));
  });

  it('a measure that an indicator answers leads to that indicator', () => {
    const targets = city.targets.map((t) => ({ ...t, measure: { ...t.measure, indicator: '7.5.5.2' } }));
    const [first] = targets;
    expect(explained(first?.measure.code as string, { ...city, targets }).children).toEqual([explained('7.5.5.2')]);
  });

  it('that nobody knows is BC2006', () => {
    const { value, diagnostics } = explainFigure(data, city, rules, '9.9.9');
    expect([value, diagnostics.map((d) => d.code)]).toEqual([undefined, ['BC2006']]);
  });
});

describe('the text', () => {
  it('has a line a node, deeper nodes further in, and every word of it Vietnamese', () => {
    const tree = explained('1.1.3');
    const lines = explanationText(tree).split('\n');
    for (const node of walk(tree)) expect(lines.some((line) => line.trim().startsWith(node.label))).toBe(true);
    expect(lines[0]).toBe(`${tree.label}: ${tree.value}`);
    expect(lines.find((line) => line.includes('1.1.2:'))).toMatch(/^ {2}1\.1\.2/);
  });

  it('shows no JSON, no English answer, no missing value', () => {
    for (const { code } of form.slice(0, 30)) {
      const text = explanationText(explained(code));
      expect(text).not.toMatch(/nothing-arose|not-applicable|withdrawn|undefined|null|[{}]/);
    }
  });
});
