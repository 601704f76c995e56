/** `par-index` as JSON and for a person: every score with its reason, what keeps it down, and its ground. */

import { NOTICES } from '../i18n/notices';
import { formatDate, formatInteger, formatNumber, formatPercent, joinList } from '../i18n/format';
import { STATUS_LABELS } from '../i18n/statuses';
import type { CriterionScore, ReportEvidence, TaskEvidence } from '../figures/par-index';
import type { ReportTest } from '../figures/par-index/schema';
import { citationText, type Instruments } from '../regulation/citations';
import { shortName } from '../report/wording';
import type { Registry } from '../units/registry';
import type { ParIndex, ScoredSnapshot } from './par-index';

const TESTS: Readonly<Record<ReportTest, string>> = {
  submitted: 'đủ số lượng',
  complete: 'đủ nội dung',
  'on-time': 'đúng thời gian',
};
const FAILED: Readonly<Record<ReportTest, string>> = {
  submitted: 'chưa gửi',
  complete: 'chưa đủ nội dung',
  'on-time': 'quá hạn',
};

/** Why the criterion has these points, in one sentence. */
export function reasonOf({ evidence, points }: CriterionScore): string {
  return evidence.kind === 'tasks' ? taskReason(evidence, points) : reportReason(evidence, points);
}

function taskReason({ share, count, by }: TaskEvidence, points: number | null): string {
  const noun = count === 'tasks' ? 'nhiệm vụ' : 'phần việc';
  if (points === null || share.percent === null)
    return `không có ${noun} nào phải tính: không áp dụng, trừ khỏi điểm tối đa`;
  const told = `${formatInteger(share.done)}/${formatInteger(share.of)} ${noun}, đạt ${formatPercent(share.percent)}`;
  const from = formatNumber(by.kind === 'bands' ? by.from : by.floor);
  if (by.kind === 'bands') return `${told}: mức từ ${from}%`;
  return points === 0 && share.done > 0 ? `${told}: dưới mức tối thiểu ${from}%` : `${told}: tính theo tỷ lệ`;
}

function reportReason({ tests, counted, pending }: ReportEvidence, points: number | null): string {
  const waiting = pending > 0 ? `; ${formatInteger(pending)} báo cáo chưa đến hạn gửi, chưa tính` : '';
  if (points === null) return `chưa có báo cáo nào phải tính: không áp dụng, trừ khỏi điểm tối đa${waiting}`;
  const kept = joinList(tests.filter((t) => t.passed).map((t) => TESTS[t.test]));
  const lost = joinList(tests.filter((t) => !t.passed).map((t) => TESTS[t.test]));
  const told = `${formatInteger(counted)} báo cáo`;
  if (lost === '') return `${told}, đều ${kept}${waiting}`;
  // Tests without points of their own stand or fall together.
  const rule = tests.every((t) => t.points === null) ? '; một yêu cầu không đạt thì không có điểm' : '';
  return `${told}, không đạt yêu cầu ${lost}${rule}${waiting}`;
}

/** What keeps the points down, one line each. */
function lackLines({ evidence }: CriterionScore): readonly string[] {
  if (evidence.kind === 'tasks')
    return evidence.notDone.map(({ task, part, status, due, daysLate }) => {
      const where = part === null ? `nhiệm vụ ${task}` : `nhiệm vụ ${task}, phần ${part}`;
      const late = daysLate ? `, chậm ${formatInteger(daysLate)} ngày` : '';
      return `${where}: ${STATUS_LABELS[status]}${due ? `, hạn ${formatDate(due)}` : ''}${late}`;
    });
  return evidence.reports
    .filter((r) => r.failed.length > 0)
    .map((r) => {
      const sent = r.submittedOn ? `, gửi ngày ${formatDate(r.submittedOn)}` : '';
      const late = r.daysLate > 0 ? `, chậm ${formatInteger(r.daysLate)} ngày` : '';
      const what = r.submittedOn ? joinList(r.failed.map((t) => FAILED[t])) : FAILED.submitted;
      return `báo cáo ${r.periodName} (${r.channel}): ${what}; hạn ${formatDate(r.due)}${sent}${late}`;
    });
}

export function parIndexJson({ table, version, period, asOf, units }: ParIndex, instruments: Instruments): object {
  const basis = (list: CriterionScore['basis']): readonly string[] => list.map((c) => citationText(instruments, c));
  return {
    table: {
      id: table.id,
      title: table.title,
      sample: table.sample,
      status: table.status,
      basis: basis(version.basis),
    },
    period: period.id,
    asOf,
    units: units.map(({ unit, snapshots }) => ({
      unit,
      snapshots: snapshots.map(({ id, label, on, preliminary, score }) => ({
        ...{ id, label, on, preliminary },
        ...{ points: score.points, max: score.max, tableMax: score.tableMax },
        criteria: score.criteria.map((c) => ({ ...c, basis: basis(c.basis), reason: reasonOf(c) })),
      })),
    })),
  };
}

const pointsText = (points: number | null, max: number): string =>
  points === null ? 'không áp dụng' : `${formatNumber(points)}/${formatNumber(max)} điểm`;

/** One unit in full; many as a list, the parts that keep points down only where one unit was asked for. */
export function parIndexText(index: ParIndex, registry: Registry, instruments: Instruments): string {
  const { table, version, period, units } = index;
  const basis = version.basis.map((c) => citationText(instruments, c)).join('; ');
  const [only] = units;
  return [
    `${table.title}, ${period.name} (căn cứ: ${basis})`,
    ...(table.sample ? [`${NOTICES.sampleScoring}: ${table.status}`] : []),
    ...units.flatMap(({ unit, snapshots }) => [
      shortName(unit, registry),
      ...snapshots.flatMap((s) => snapshotLines(s, units.length === 1 && only?.unit === unit)),
    ]),
  ].join('\n');
}

function snapshotLines({ label, on, preliminary, score }: ScoredSnapshot, full: boolean): readonly string[] {
  const total = score.max === 0 ? 'không có tiêu chí nào áp dụng' : pointsText(score.points, score.max);
  const less = score.max < score.tableMax ? ` (điểm tối đa của bảng: ${formatNumber(score.tableMax)})` : '';
  return [
    `  ${label}, ngày ${formatDate(on)}${preliminary ? ', tạm tính' : ''}: ${total}${less}`,
    ...score.criteria.flatMap((c) => [
      `    ${c.code} ${c.label}: ${pointsText(c.points, c.max)}; ${reasonOf(c)}`,
      ...(full ? lackLines(c).map((line) => `      - ${line}`) : []),
    ]),
  ];
}
