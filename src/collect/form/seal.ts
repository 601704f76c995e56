/**
 * The hidden sheet: identity of the form, a short hash for each locked cell of each row, and a checksum over all of
 * it, so that a changed task text, a foreign row or another unit's name shows and can be pointed at.
 */

import { canonicalJson, sha256 } from '../../lib/canonical-json';
import { squeeze } from '../../lib/text';
import { FIGURE_COLUMNS, FORM_MARK, FORM_SHEETS, SECTION_COLUMNS, TASK_COLUMNS, type FormSheet } from './columns';
import type { FigureItem, FormIdentity, FormModel, SectionItem, TaskItem } from './model';

/** Hashes of a row's locked cells, in the order of the sheet's known columns. */
export interface SealedRow {
  readonly sheet: FormSheet;
  readonly key: string;
  readonly hashes: readonly string[];
}

export interface Seal {
  readonly identity: FormIdentity;
  readonly rows: readonly SealedRow[];
  readonly checksum: string;
}

/** The forms of a period repeat the same titles: most texts are hashed once for all of them. */
const hashes = new Map<string, string>();
const MOST_HASHES = 5_000;

/** Locked text as it is compared: spreadsheet programs differ in line ends, spaces and composed letters. */
export function lockedHash(text: string): string {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const hash = sha256(squeeze(text.normalize('NFC'))).slice(0, 8);
  if (hashes.size < MOST_HASHES) hashes.set(text, hash);
  return hash;
}

/** Text of each locked column of a task's row. */
export function taskTexts(item: TaskItem): Readonly<Record<string, string>> {
  return { title: item.title, product: item.product, due: item.dueText, known: item.known };
}

export function figureTexts(item: FigureItem): Readonly<Record<string, string>> {
  const parts =
    item.kind === 'ratio' && item.parts ? `\nTử số: ${item.parts.numerator}\nMẫu số: ${item.parts.denominator}` : '';
  return { label: item.label + parts, unit: item.unit, previous: item.previous };
}

export function sectionTexts(item: SectionItem): Readonly<Record<string, string>> {
  return { title: item.title, previous: item.previous };
}

export const knownColumns = (sheet: FormSheet): readonly string[] =>
  FORM_SHEETS[sheet].columns.filter((c) => c.role === 'known').map((c) => c.key);

const sealed = (sheet: FormSheet, key: string, texts: Readonly<Record<string, string>>): SealedRow => ({
  sheet,
  key,
  hashes: knownColumns(sheet).map((column) => lockedHash(texts[column] ?? '')),
});

export function checksumOf(identity: FormIdentity, rows: readonly SealedRow[]): string {
  const { form, version, plan, period, unit } = identity;
  return sha256(
    canonicalJson({
      mark: FORM_MARK,
      identity: { form, version, plan, period, unit },
      rows: rows.map((r) => [r.sheet, r.key, ...r.hashes]),
    }),
  );
}

/** What the form of that model carries. */
export function sealOf(model: FormModel): Seal {
  const rows = [
    ...model.tasks.map((t) => sealed('tasks', t.key, taskTexts(t))),
    ...model.figures.map((f) => sealed('figures', f.code, figureTexts(f))),
    ...model.sections.map((s) => sealed('sections', s.id, sectionTexts(s))),
  ];
  return { identity: model.identity, rows, checksum: checksumOf(model.identity, rows) };
}

/** The version of what is asked: keys and kinds, not wording, so that a corrected title does not void a form sent. */
export function versionOf(layout: number, asked: Pick<FormModel, 'tasks' | 'figures' | 'sections'>): string {
  const shape = {
    columns: [TASK_COLUMNS, FIGURE_COLUMNS, SECTION_COLUMNS].map((columns) => columns.map((c) => c.title)),
    tasks: asked.tasks.map((t) => [t.key, t.cls]),
    figures: asked.figures.map((f) => [f.code, f.kind, ...f.options.map((o) => `${o.value}=${o.label}`)]),
    sections: asked.sections.map((s) => s.id),
  };
  return `${layout}-${sha256(canonicalJson(shape)).slice(0, 8)}`;
}

const LABELS: Readonly<Record<keyof FormIdentity, string>> = {
  form: 'biểu mẫu',
  version: 'phiên bản',
  plan: 'kế hoạch',
  period: 'kỳ báo cáo',
  unit: 'đơn vị',
};
const CHECKSUM_LABEL = 'mã kiểm tra';

/** The hidden sheet's rows, all texts. */
export function sealRows(seal: Seal): readonly (readonly string[])[] {
  return [
    [FORM_MARK, String(1)],
    ...(Object.keys(LABELS) as (keyof FormIdentity)[]).map((key) => [LABELS[key], seal.identity[key]]),
    [CHECKSUM_LABEL, seal.checksum],
    ...seal.rows.map((r) => [FORM_SHEETS[r.sheet].letter, r.key, ...r.hashes]),
  ];
}

/** Reads the hidden sheet's rows back; undefined where something is missing or the checksum does not fit. */
export function readSeal(rows: readonly (readonly string[])[]): Seal | undefined {
  const value = (label: string): string => rows.find((r) => r[0] === label)?.[1] ?? '';
  const identity: FormIdentity = {
    form: value(LABELS.form),
    version: value(LABELS.version),
    plan: value(LABELS.plan),
    period: value(LABELS.period),
    unit: value(LABELS.unit),
  };
  const sheets = Object.keys(FORM_SHEETS) as FormSheet[];
  const lines = rows.flatMap((row): readonly SealedRow[] => {
    const sheet = sheets.find((s) => FORM_SHEETS[s].letter === row[0]);
    return sheet ? [{ sheet, key: row[1] ?? '', hashes: row.slice(2, 2 + knownColumns(sheet).length) }] : [];
  });
  const checksum = value(CHECKSUM_LABEL);
  return checksum === checksumOf(identity, lines) ? { identity, rows: lines, checksum } : undefined;
}
