/** Table of a city's overdue work: one row a due part, who is late with it, why, and what they will do. */

import { formatInteger } from '../../i18n/format';
import { groupBy } from '../../lib/group';
import type { Judgement } from '../../obligations/status';
import type { Row, Table } from '../document';
import type { ViewInput } from '../view';
import { dueText, partTitle, reasonOf, unitNames } from '../wording';
import { upperFirst } from '../../i18n/words';

/** Names and reasons in one row; the annex and the workbook have all of them. */
const MOST_NAMES = 4;
const MOST_REASONS = 3;

const partKey = ({ obligation: { part } }: Judgement): string => `${part.task.id}/${part.no}`;

/** The reasons that most gave, each with how many gave it; then how many gave others, or none. */
function commonest(texts: readonly (string | null)[], silent: string): string {
  const given = texts.filter((t) => t !== null);
  const counted = [...groupBy(given, (t) => t)].sort(([, a], [, b]) => b.length - a.length);
  const times = (n: number): string => (texts.length > 1 ? ` (${formatInteger(n)} đơn vị)` : '');
  const first = counted.slice(0, MOST_REASONS).map(([text, all]) => `${upperFirst(text)}${times(all.length)}`);
  const others = counted.slice(MOST_REASONS).reduce((sum, [, all]) => sum + all.length, 0);
  const none = texts.length - given.length;
  return [
    ...first,
    ...(others > 0 ? [`Nội dung khác (${formatInteger(others)} đơn vị)`] : []),
    ...(none > 0 ? [`${silent}${times(none)}`] : []),
  ].join('; ');
}

export function overdueTable({ evaluation, registry }: ViewInput): Table {
  const overdue = groupBy(
    evaluation.judgements.filter((j) => j.status === 'overdue'),
    partKey,
  );
  const all = groupBy(evaluation.judgements, partKey);
  const rows = [...overdue].map(([key, late], index): Row => {
    const first = late[0] as Judgement;
    const reasons = late.map((j) => reasonOf(j));
    const earliest = late.reduce((a, b) => ((b.due ?? '') < (a.due ?? '') ? b : a), first);
    return {
      kind: 'data',
      cells: [
        { text: String(index + 1) },
        { text: partTitle(first.obligation.part) },
        { text: dueText(earliest) },
        {
          text: `${formatInteger(late.length)}/${formatInteger(all.get(key)?.length ?? 0)}`,
          value: late.length,
          figure: `part/${key}/overdue`,
        },
        {
          text: unitNames(
            late.map((j) => j.obligation.unit),
            registry,
            MOST_NAMES,
          ),
        },
        {
          text: commonest(
            reasons.map((r) => r.reason),
            'Chưa nêu lý do',
          ),
        },
        {
          text: commonest(
            reasons.map((r) => r.remedy),
            'Chưa nêu giải pháp',
          ),
        },
      ],
    };
  });
  return {
    id: 'overdue',
    caption: null,
    columns: [
      { key: 'no', title: 'STT', weight: 5, align: 'center' },
      { key: 'task', title: 'Nhiệm vụ, phần việc', weight: 20, align: 'left' },
      { key: 'due', title: 'Thời hạn', weight: 12, align: 'center' },
      { key: 'parts', title: 'Số phần việc quá hạn', weight: 9, align: 'right' },
      { key: 'units', title: 'Cơ quan, đơn vị', weight: 17, align: 'left' },
      { key: 'reason', title: 'Lý do', weight: 22, align: 'left' },
      { key: 'remedy', title: 'Giải pháp', weight: 20, align: 'left' },
    ],
    rows,
    numberColumns: false,
  };
}
