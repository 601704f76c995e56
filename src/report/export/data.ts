/** An evaluation as the plain data that other systems get: the same numbers as every report, with their names. */

import { tallyOfStatuses } from '../../figures/comparison/tally';
import { rateOf, totalOf, type Evaluation } from '../../figures/evaluation';
import type { Indicator, IndicatorsFile } from '../../figures/schema';
import { STATUS_LABELS } from '../../i18n/statuses';
import type { Rules } from '../../obligations/rules';
import type { Registry } from '../../units/registry';
import { rankUnits, type RankedUnit } from '../ranking';
import { levelText } from '../targets';
import { decisionsOf, inSentence, reasonOf, verbatim } from '../wording';
import { EXPORT_FORMAT, EXPORT_VERSION, type ExportData, type ExportedSubmission } from './schema';

export interface ExportInput {
  /** The city's. */
  readonly evaluation: Evaluation;
  readonly registry: Registry;
  readonly indicators: IndicatorsFile;
  readonly rules: Pick<Rules, 'rate'>;
  readonly submissions: readonly ExportedSubmission[];
}

export function exportData(input: ExportInput): ExportData {
  const { evaluation: e } = input;
  const { id, title, issuer, number, signedOn } = e.plan;
  return {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    plan: { id, title, issuer, number, signedOn },
    period: { id: e.period.id, name: e.period.name, window: { ...e.period.window } },
    ledger: { lastSeq: e.ledger.lastSeq, events: e.ledger.events, lastRecordedAt: e.ledger.lastRecordedAt },
    sample: e.sampleEvents > 0,
    preliminary: e.preliminary,
    counts: { byTask: { ...e.counts.byTask }, byObligation: { ...e.counts.byObligation } },
    rate: { byTask: { ...e.rate.byTask }, byObligation: { ...e.rate.byObligation }, dated: { ...e.rate.dated } },
    reporting: { reported: e.reporting.reported.length, of: e.reporting.expected.length },
    obligations: obligations(input),
    tasks: tasks(input),
    units: units(input),
    indicators: indicators(input),
    targets: targets(input),
    submissions: [...input.submissions],
  };
}

function nameOf(id: string, registry: Registry): string {
  return registry.unit(id)?.name ?? registry.group(id)?.name ?? id;
}

function obligations({ evaluation, registry }: ExportInput): ExportData['obligations'] {
  return evaluation.judgements.map((j) => {
    const { part, unit } = j.obligation;
    return {
      task: part.task.id,
      assignment: part.assignment.no,
      part: part.no,
      label: part.label,
      area: part.task.area,
      unit,
      unitName: nameOf(unit, registry),
      class: j.situation.class,
      due: j.due,
      dueText: inSentence(part.due.text),
      status: j.status,
      statusText: STATUS_LABELS[j.status],
      reported: j.reported,
      rule: j.rule.id,
      completedOn: j.completedOn,
      daysLate: j.daysLate,
      ...reasonOf(j, verbatim),
      basis: decisionsOf(j, verbatim).join('; ') || null,
      events: j.events.map((event) => event.id),
    };
  });
}

function tasks({ evaluation, rules }: ExportInput): ExportData['tasks'] {
  return evaluation.tasks.map(({ task, status, rule, judgements }) => {
    const { total, rate } = tallyOfStatuses(
      judgements.map((j) => j.status),
      rules,
    );
    const { id, no, part, area, title, product } = task;
    const known = { task: id, no, part, area, title, product, status, statusText: STATUS_LABELS[status] };
    return { ...known, rule: rule.id, obligations: total, done: rate.done, of: rate.of };
  });
}

function units({ evaluation, registry, rules }: ExportInput): ExportData['units'] {
  const reported = new Set(evaluation.reporting.reported);
  const blocks = rankUnits(evaluation, registry, (counts) => rateOf(counts, rules));
  type Line = RankedUnit & { readonly block: string };
  const lines = new Map(
    blocks.flatMap(({ name, units: own }) => own.map((u): [string, Line] => [u.unit, { ...u, block: name }])),
  );
  // In the order of the obligations, as the other tables.
  return [...new Set(evaluation.judgements.map((j) => j.obligation.unit))].map((unit) => {
    const { block, counts, rate, rank, tied } = lines.get(unit) as Line;
    const about = { unit, name: nameOf(unit, registry), block, reported: reported.has(unit) };
    return { ...about, counts: { ...counts }, total: totalOf(counts), ...rate, rank, tied };
  });
}

const optionText = ({ options }: Indicator, value: number | null): string | null =>
  options?.find((o) => o.value === value)?.label ?? null;

/** The city's figures in the order of the list, then each unit's own in the order in which they were asked. */
function indicators({ evaluation, indicators: file }: ExportInput): ExportData['indicators'] {
  const listed = file.indicators.flatMap((indicator) => {
    const figure = evaluation.indicators.get(indicator.code);
    return figure ? [{ indicator, figure }] : [];
  });
  // A code may have several dated entries; the evaluation holds the one in force, once.
  const standing = [...new Map(listed.map((l) => [l.indicator.code, l])).values()];
  const about = ({ code, label, unit, type, time }: (typeof listed)[number]['indicator']) => ({
    ...{ code, label, measure: unit, type, time },
  });
  const city = standing.map(({ indicator, figure: { answer, value, numerator, denominator, reported, of } }) => ({
    ...about(indicator),
    unit: null,
    ...{ answer, value, valueText: optionText(indicator, value), numerator, denominator, reported, of },
  }));
  const told = standing
    .filter(({ indicator }) => indicator.derived === null)
    .flatMap(({ indicator, figure }) =>
      figure.events.flatMap(({ fact }) => {
        const { unit, answer, value, numerator, denominator } = fact;
        if (answer === 'withdrawn') return [];
        const told = { answer, value, valueText: optionText(indicator, value), numerator, denominator };
        return [{ ...about(indicator), unit, ...told, reported: null, of: null }];
      }),
    );
  return [...city, ...told];
}

function targets({ evaluation }: ExportInput): ExportData['targets'] {
  return evaluation.targets.map((result) => {
    const { target, measure, figure, previous, met } = result;
    const { code, scope, unit, comparator, value: level, indicator = null } = measure;
    const { answer, value, numerator, denominator } = figure;
    return {
      ...{ code, area: target.area, text: target.text, scope, unit, comparator, level, levelText: levelText(result) },
      ...{ indicator, answer, value, numerator, denominator, previous: previous?.value ?? null, met },
    };
  });
}
