/**
 * From an evaluation to the official document: outline, prose, officers' texts and tables put in their places.
 * Decides what is said; says nothing of how it looks.
 */

import { localDay } from '../calendar/instant';
import type { PlainDate } from '../calendar/plain-date';
import { roman } from '../i18n/format';
import { NOTICES } from '../i18n/notices';
import { failed, hasErrors, ok, type Diagnostic, type Outcome } from '../lib/diagnostic';
import type { Unit } from '../units/schema';
import type { Appendix, Block, OfficialDocument, Table } from './document';
import { fieldsOf } from './fields';
import { attachmentLine, letterheadOf, type Issued } from './letterhead';
import {
  placeSections,
  type LeafSection,
  type LeafTable,
  type Outline,
  type PlacedSection,
  type Scope,
} from './outline';
import { gatheredBlocks, gatheredIn, toldIn } from './section-texts';
import type { Chart } from './chart';
import { areaChart } from './charts';
import { narrativeTable } from './tables/narratives';
import { overdueTable } from './tables/overdue';
import { rateBandChart, rateBandTable } from './tables/rate-bands';
import { notesBlocks, type NotesInput } from './notes';
import { textBlocks } from './paragraphs';
import type { Prose } from './prose';
import { changesTable, correctionView, totalsMoved, type Correction } from './restatement/correction';
import { signatureLines, type Signing } from './signature';
import { byAreaTable } from './tables/by-area';
import { indicatorTable, targetTable } from './tables/indicators';
import { taskTable } from './tables/tasks';
import { unitTable } from './tables/units';
import { areaView, isInArea, viewOf, type View, type ViewInput } from './view';
import { inSentence } from './wording';

export interface ComposeInput extends ViewInput {
  /** Reasons given to the checks, which print as notes. */
  readonly notes: NotesInput;
  readonly outline: Outline;
  readonly prose: Prose;
  /** The body in whose name the city reports. */
  readonly reporter: string;
  /** Number and date once issued; null on a draft. */
  readonly issued: Issued | null;
  /** Who signs, where it is not the head; and how urgent it is. */
  readonly signing?: Signing | undefined;
  readonly urgency?: OfficialDocument['urgency'] | undefined;
  /** Facts of the make: plan, period, template, ledger; kept in the file's properties, printed nowhere. */
  readonly provenance: Readonly<Record<string, string>>;
  /** What a correcting report corrects; absent in every other. */
  readonly correction?: Correction;
}

/** The whole report; every template error at once. */
export function composeReport(input: ComposeInput): Outcome<OfficialDocument> {
  const scope: Scope = input.evaluation.unit === null ? 'city' : 'unit';
  const unit = input.registry.unit(input.body);
  if (!unit) throw new Error(`no such body: ${input.body}`);
  const writer = writerOf(input, scope);
  const subject = writer.inline(input.outline.subject);
  const opening = writer.prose(input.outline.opening, null, null);
  const body = placeSections(input.outline, input.evaluation.plan, input.evaluation.period.kind).flatMap(
    (section, index) => writer.section(section, 1, index),
  );
  const appendices = composeAppendices(input, writer, unit);
  const lists = input.outline.scopes[scope];
  const addressees = lists.addressees.map((a) => writer.inline(a));
  const noiNhan = lists.noiNhan.map((n) => writer.inline(n));
  if (hasErrors(writer.diagnostics)) return failed(writer.diagnostics);
  const { evaluation } = input;
  const head = unit.signature ?? input.registry.kind(unit).signature;
  return ok(
    {
      form: input.outline.id,
      letterhead: letterheadOf(unit, input.registry, {
        symbol: `${input.outline.typeSymbol}-${unit.short}`,
        issued: input.issued,
        draftedIn: draftedIn(input),
      }),
      typeName: input.outline.typeName,
      subject,
      urgency: input.urgency ?? null,
      addressees,
      legalBases: [],
      body: [...opening, ...body],
      signature: { lines: signatureLines(head, input.signing ?? { as: 'head', title: null }), name: null },
      noiNhan: noiNhan.filter((line) => line !== ''),
      appendices,
      fields: fieldsOf(evaluation),
      notice: noticeOf(evaluation.sampleEvents, evaluation.preliminary),
      properties: {
        title: `${input.outline.typeName.charAt(0)}${input.outline.typeName.slice(1).toLocaleLowerCase('vi')} ${subject.charAt(0).toLocaleLowerCase('vi')}${subject.slice(1)}`,
        subject,
        agency: unit.fullName,
        createdOn: input.issued?.signedOn ?? draftedIn(input),
        custom: {
          ...input.provenance,
          outline: `${input.outline.id} ${input.outline.version}`,
          outlineStatus: input.outline.status,
        },
      },
    },
    writer.diagnostics,
  );
}

/** A draft carries the month of its cut-off; a correcting one that of what is known now. */
const draftedIn = ({ evaluation, correction }: ComposeInput): PlainDate =>
  correction ? localDay(correction.knownNow) : evaluation.period.window.to;

function noticeOf(sampleEvents: number, preliminary: boolean): string | null {
  if (sampleEvents > 0) return NOTICES.sample;
  return preliminary ? NOTICES.preliminary : null;
}

interface Writer {
  readonly diagnostics: Diagnostic[];
  inline(template: string): string;
  prose(name: string, area: PlacedSection['area'], section: PlacedSection | null): readonly Block[];
  section(section: PlacedSection, level: 1 | 2 | 3, index: number): readonly Block[];
}

function writerOf(input: ComposeInput, scope: Scope): Writer {
  const correction = input.correction ? { correction: correctionView(input.correction) } : {};
  const base: View = { ...viewOf(input), city: cityNames(input), ...correction };
  const diagnostics: Diagnostic[] = [];
  const take = (outcome: Outcome<string>): string => {
    diagnostics.push(...outcome.diagnostics);
    return outcome.value ?? '';
  };
  const inline = (template: string): string => take(input.prose.inline(template, base));
  const prose: Writer['prose'] = (name, area, section) => {
    const view = {
      ...base,
      area: area ? areaView(area, input) : null,
      section: { hasText: toldIn(section, input).length > 0 },
    };
    return textBlocks(take(input.prose.render(name, scope, view)));
  };
  const section: Writer['section'] = (placed, level, index) => {
    const shown = shownIn(placed, input, scope);
    const children = shown.flatMap((child, i) => section(child, (level + 1) as 2 | 3, i));
    const rest = placed.rest && shown.length < placed.children.length ? prose(placed.rest, null, placed) : [];
    const own = [
      ...(placed.prose ? prose(placed.prose, placed.area, placed) : []),
      ...figureBlocks(placed, input, scope),
      ...wordBlocks(placed, input, scope),
    ];
    if (own.length + children.length + rest.length === 0) return [];
    return [
      { kind: 'heading', level, number: headingNumber(level, index), text: inline(placed.title) },
      ...own,
      ...children,
      ...rest,
    ];
  };
  return { diagnostics, inline, prose, section };
}

/** All parts of a section; a unit's report may leave out those about areas in which there is nothing of the unit. */
function shownIn(placed: PlacedSection, input: ComposeInput, scope: Scope): readonly PlacedSection[] {
  if (scope === 'city' || placed.rest === null) return placed.children;
  return placed.children.filter(
    (child) => child.area === null || isInArea(child.area, input) || toldIn(child, input).length > 0,
  );
}

function headingNumber(level: 1 | 2 | 3, index: number): string {
  return level === 1
    ? `${roman(index + 1)}.`
    : level === 2
      ? `${index + 1}.`
      : `${'abcdđeghiklmnopqrstuvxy'[index] ?? '?'})`;
}

type Drawn = LeafSection['charts'][number];
const TABLES: Readonly<Record<LeafTable, (input: ComposeInput) => Table>> = {
  'by-area': byAreaTable,
  overdue: overdueTable,
  'rate-bands': rateBandTable,
  changes: ({ correction }) => changesTable(correction ?? null),
  'corrected-by-area': (input) => {
    const table = byAreaTable(input);
    return totalsMoved(input.correction?.changes ?? []) ? table : { ...table, rows: [] };
  },
};
const LEAF_CHARTS: Readonly<Record<Drawn, (input: ViewInput) => Chart | null>> = {
  'by-area': areaChart,
  'rate-bands': rateBandChart,
};
/** Tables that add up over units say nothing in a report of one. */
const UNIT_TABLES: readonly LeafTable[] = ['by-area', 'changes', 'corrected-by-area'];

/** Tables that have anything but a sum line, then their pictures. */
function figureBlocks({ tables, charts }: PlacedSection, input: ComposeInput, scope: Scope): readonly Block[] {
  const city = scope === 'city';
  const shown = tables
    .filter((name) => city || UNIT_TABLES.includes(name))
    .map((name) => TABLES[name](input))
    .filter((table) => table.rows.some((row) => row.kind === 'data'));
  const drawn = city ? charts.flatMap((name) => LEAF_CHARTS[name](input) ?? []) : [];
  return [
    ...shown.map((table): Block => ({ kind: 'table', table })),
    ...drawn.map((chart): Block => ({ kind: 'chart', chart })),
  ];
}

/** A unit's own words as they are; in a city's report what the outline's rule takes of all of them. */
function wordBlocks(section: PlacedSection, input: ComposeInput, scope: Scope): readonly Block[] {
  if (scope === 'unit') return toldIn(section, input).flatMap(({ text }) => textBlocks(text));
  // Words of the body in whose name the report is made need no name and are not cut.
  const told = toldIn(section, input).filter(({ unit }) => unit === input.body);
  const narratives = input.evaluation.narratives.filter(({ fact }) => fact.unit !== input.body);
  const others = { ...input, evaluation: { ...input.evaluation, narratives } };
  return [
    ...told.flatMap(({ text }) => textBlocks(text)),
    ...gatheredBlocks(gatheredIn(section, others), input.registry),
  ];
}

function cityNames({ registry, compiler, reporter }: ComposeInput): object {
  const unit = (id: string): Unit | undefined => registry.unit(id);
  return {
    name: registry.name,
    issuer: unit(reporter)?.fullName ?? reporter,
    compiler: unit(compiler)?.name ?? compiler,
    compilerShort: unit(compiler)?.short ?? '',
  };
}

type AppendixTable = Exclude<Outline['appendices'][number]['table'], 'narratives'>;
const APPENDIX_TABLES: Readonly<Record<AppendixTable, (input: ViewInput) => Table>> = {
  indicators: indicatorTable,
  tasks: taskTable,
  targets: targetTable,
  units: unitTable,
};

function composeAppendices(input: ComposeInput, writer: Writer, unit: Unit): readonly Appendix[] {
  const scope: Scope = input.evaluation.unit === null ? 'city' : 'unit';
  const tables = input.outline.appendices
    .filter((a) => a.scopes.includes(scope))
    .map((a) => ({
      ...a,
      table: a.table === 'narratives' ? wholeTexts(input, writer) : APPENDIX_TABLES[a.table](input),
      notes: a.notes ? notesBlocks({ ...a.notes, title: writer.inline(a.notes.title) }, input.notes) : [],
    }))
    .filter((a) => a.table.rows.length + a.notes.length > 0);
  return tables.map((a, index) => ({
    number: tables.length > 1 ? roman(index + 1) : null,
    title: writer.inline(a.title),
    attachedTo: attachedTo(input, unit),
    orientation: a.orientation,
    blocks: [...(a.table.rows.length > 0 ? [{ kind: 'table', table: a.table } as const] : []), ...a.notes],
  }));
}

/** Words that the report cut or left out, whole, section by section. */
function wholeTexts(input: ComposeInput, writer: Writer): Table {
  const { outline, evaluation, registry } = input;
  const flat = (sections: readonly PlacedSection[]): readonly PlacedSection[] =>
    sections.flatMap((s) => [s, ...flat(s.children)]);
  const texts = flat(placeSections(outline, evaluation.plan, evaluation.period.kind)).map((section) => ({
    title: inSentence(writer.inline(section.title)),
    gathered: gatheredIn(section, input),
  }));
  return narrativeTable(texts, registry);
}

function attachedTo(input: ComposeInput, unit: Unit): string {
  const { outline, issued } = input;
  const type = outline.typeName.charAt(0) + outline.typeName.slice(1).toLocaleLowerCase('vi');
  const symbol = `${outline.typeSymbol}-${unit.short}`;
  return attachmentLine({ type, symbol, issued, draftedIn: draftedIn(input), issuer: unit.name });
}
