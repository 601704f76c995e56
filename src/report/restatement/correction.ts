/**
 * The correcting report (báo cáo bổ sung, đính chính): what its templates may speak of, and its table "số liệu đã báo
 * cáo / số liệu đính chính / căn cứ". Exactly the statements that changed appear.
 */

import { localDay, type Instant } from '../../calendar/instant';
import { EVENT_WORDS } from '../../i18n/events';
import { formatDate, formatInteger, formatLongDate, roman } from '../../i18n/format';
import { upperFirst } from '../../i18n/words';
import type { LedgerEvent } from '../../ledger/events';
import type { Registry } from '../../units/registry';
import type { Column, Row, Table } from '../document';
import type { Issue } from '../issue';
import type { Issued } from '../letterhead';
import { inSentence, shortName } from '../wording';
import type { Cause, Change } from './changes';
import type { StatementKind } from './statements';

/** An issued report as another one cites it. */
export interface Cited {
  readonly issue: Pick<Issue, 'id' | 'unit' | 'body'>;
  readonly issued: Issued | null;
  /** Loại, as the outline has it ("BÁO CÁO"), and ký hiệu after the slash. */
  readonly typeName: string;
  readonly symbol: string;
  /** Trích yếu, as printed. */
  readonly subject: string;
}

export interface Correction {
  readonly cited: Cited;
  /** The report that the first of a row of corrections was about; the cited one itself where it is no correction. */
  readonly first: Cited;
  readonly changes: readonly Change[];
  /** Events that touch the report, in the order of telling. */
  readonly causes: readonly Cause[];
  /** Ids of the events that take back or replace something the report knew; the others are late. */
  readonly corrective: ReadonlySet<string>;
  /** What the report knew, and what is known now. */
  readonly knownThen: Instant;
  readonly knownNow: Instant;
  readonly registry: Registry;
}

/** "Báo cáo số 05/BC-SNV", as it is cited again; without a number, by its id. */
export function citeAgain({ issue, issued, typeName, symbol }: Omit<Cited, 'subject'>): string {
  const type = typeName.charAt(0) + typeName.slice(1).toLocaleLowerCase('vi');
  return issued === null ? `${type} mã ${issue.id}` : `${type} số\u00a0${issued.number}/${symbol}`;
}

/** As the first citation has it (NĐ 30/2020, Phụ lục I, II.6b): type, number, day, body and subject. */
export function citeFully(cited: Cited): string {
  const { issue, issued, subject } = cited;
  const day = issued === null ? '' : ` ${formatLongDate(issued.signedOn)}`;
  return `${citeAgain(cited)}${day} của ${issue.body} về ${subject.charAt(0).toLocaleLowerCase('vi')}${subject.slice(1)}`;
}

/** The names that prose files of a correcting report know as `correction`. */
export function correctionView(correction: Correction): object {
  const { cited, first, changes, causes, corrective, registry } = correction;
  const moving = causes.filter(({ moved }) => moved.length > 0).map(({ event }) => event);
  const late = moving.filter((e) => !corrective.has(e.id)).length;
  const count = (...kinds: readonly StatementKind[]): number => changes.filter((c) => kinds.includes(c.kind)).length;
  return {
    cited: citeAgain(cited),
    citedFully: citeFully(cited),
    firstFully: citeFully(first),
    isAgain: first.issue.id !== cited.issue.id,
    knownThen: localDay(correction.knownThen),
    knownNow: localDay(correction.knownNow),
    moving: moving.length,
    late,
    corrected: moving.length - late,
    isMixed: late > 0 && late < moving.length,
    facts: moving.slice(0, LIST_LIMIT).map((e) => ({ text: factText(e, registry, cited.issue.unit === null) })),
    moreFacts: Math.max(0, moving.length - LIST_LIMIT),
    changes: changes.length,
    works: count('work'),
    figures: count('indicator', 'count', 'task'),
    texts: count('text'),
    hasTotals: totalsMoved(changes),
    before: Object.fromEntries(['all/total', 'all/rate'].map((k) => [k.slice(4), reported(changes, `tasks/${k}`)])),
  };
}

const LIST_LIMIT = 30;

const reported = (changes: readonly Change[], key: string): string | null =>
  changes.find((c) => c.key === key)?.before ?? null;

export const totalsMoved = (changes: readonly Change[]): boolean => changes.some((c) => c.key.startsWith('tasks/'));

/** "nhiệm vụ 12, hoàn thành ngày 10/03/2026 (Văn bản số …), ghi nhận ngày 25/03/2026". */
export function factText({ fact, recordedAt }: LedgerEvent, registry: Registry, withUnit: boolean): string {
  const told = `ghi nhận ngày ${formatDate(localDay(recordedAt))}`;
  const whose = withUnit ? `${shortName(fact.unit, registry)}: ` : '';
  return `${whose}${factWords(fact)}, ${told}`;
}

function factWords(fact: LedgerEvent['fact']): string {
  switch (fact.kind) {
    case 'task': {
      const part = fact.part === null ? '' : `, phần việc ${formatInteger(fact.part)}`;
      const papers = [...fact.evidence, ...(fact.basis ? [fact.basis] : [])].map(inSentence);
      const due = fact.due ? ` đến ${formatDate(fact.due)}` : '';
      const why = fact.event === 'corrected' && fact.note ? `: ${inSentence(fact.note)}` : '';
      const bracket = papers.length > 0 ? ` (${papers.join('; ')})` : '';
      return `nhiệm vụ ${fact.task}${part}, ${EVENT_WORDS[fact.event]}${due} ngày ${formatDate(fact.occurredOn)}${why}${bracket}`;
    }
    case 'figure':
      return `báo cáo lại chỉ tiêu ${fact.indicator}${fact.note ? ` (${inSentence(fact.note)})` : ''}`;
    case 'narrative':
      return `gửi lại nội dung mục ${fact.section}`;
    case 'explanation':
      return `giải trình ${fact.subject}`;
    case 'submission':
      return `${SUBMISSION_WORDS[fact.event]}${fact.occurredOn ? ` ngày ${formatDate(fact.occurredOn)}` : ''}`;
  }
}

const SUBMISSION_WORDS = {
  submitted: 'gửi báo cáo',
  returned: 'báo cáo bị trả lại',
  approved: 'báo cáo được chấp nhận',
} as const;

const GROUPS: readonly { readonly title: string; readonly kinds: readonly StatementKind[] }[] = [
  { title: 'Kết quả thực hiện nhiệm vụ', kinds: ['work'] },
  { title: 'Chỉ tiêu thống kê, chỉ tiêu của Kế hoạch', kinds: ['indicator'] },
  { title: 'Nội dung, giải trình', kinds: ['text'] },
  { title: 'Số liệu tổng hợp về nhiệm vụ', kinds: ['task', 'count'] },
];

const COLUMNS: readonly Column[] = [
  { key: 'no', title: 'STT', weight: 6, align: 'center' },
  { key: 'what', title: 'Nội dung, số liệu', weight: 30, align: 'left' },
  { key: 'before', title: 'Số liệu đã báo cáo', weight: 20, align: 'left' },
  { key: 'after', title: 'Số liệu đính chính', weight: 20, align: 'left' },
  { key: 'basis', title: 'Căn cứ', weight: 24, align: 'left' },
];

/** A line for each statement that changed; those made of others say of which lines they are made. */
export function changesTable(correction: Correction | null): Table {
  const rows: Row[] = [];
  /** Lines that a fact says itself, by key; the others are made of them. */
  const told = new Map<string, number>();
  let [group, no] = [0, 0];
  for (const { title, kinds } of correction ? GROUPS : []) {
    const own = (correction as Correction).changes.filter((c) => kinds.includes(c.kind));
    if (own.length === 0) continue;
    rows.push({ kind: 'group', cells: [{ text: roman(++group) }, { text: title, span: COLUMNS.length - 1 }] });
    for (const change of own) {
      const basis = basisText(change, correction as Correction, told);
      no++;
      if (isTold(change, (correction as Correction).causes)) told.set(change.key, no);
      const { label, before, after } = change;
      const texts = [formatInteger(no), label, before ?? NOT_STATED, after ?? NOT_STATED, basis];
      rows.push({ kind: 'data', cells: texts.map((text) => ({ text })) });
    }
  }
  return { id: 'changes', caption: null, columns: COLUMNS, rows, numberColumns: true };
}

const NOT_STATED = 'Không nêu trong báo cáo';

/** Work and words are told by facts; an indicator is where a unit reported it, and made of others where none did. */
function isTold({ key, kind }: Change, causes: readonly Cause[]): boolean {
  if (kind !== 'indicator') return kind === 'work' || kind === 'text';
  const code = key.slice(key.indexOf('/') + 1);
  return causes.some(
    ({ event: { fact }, moved }) => fact.kind === 'figure' && fact.indicator === code && moved.includes(key),
  );
}

/** The facts behind a line, or the lines above that the same facts moved. */
function basisText(change: Change, { causes, cited, registry }: Correction, told: ReadonlyMap<string, number>): string {
  const own = causes.filter(({ moved }) => moved.includes(change.key));
  const above = own.flatMap(({ moved }) => moved.flatMap((other) => told.get(other) ?? []));
  if (!isTold(change, causes) && above.length > 0) return `Tính lại theo số thứ tự ${ranges(above)}`;
  const shown = own.slice(0, BASIS_LIMIT).map(({ event }) => factText(event, registry, cited.issue.unit === null));
  const more = own.length > BASIS_LIMIT ? [`và ${formatInteger(own.length - BASIS_LIMIT)} nội dung khác`] : [];
  return upperFirst([...shown, ...more].join('; '));
}

const BASIS_LIMIT = 3;

/** 1, 2, 3, 5 → "1-3, 5". */
function ranges(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const parts: [number, number][] = [];
  for (const n of sorted) {
    const last = parts[parts.length - 1];
    if (last && last[1] === n - 1) last[1] = n;
    else parts.push([n, n]);
  }
  return parts.map(([a, b]) => (a === b ? String(a) : `${a}-${b}`)).join(', ');
}
