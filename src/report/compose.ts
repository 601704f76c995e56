/**
 * From an evaluation to the official document: outline, prose, officers' texts and tables put in their places.
 * Decides what is said; says nothing of how it looks.
 */

import { roman } from '../i18n/format';
import { NOTICES } from '../i18n/notices';
import { failed, hasErrors, ok, type Diagnostic, type Outcome } from '../lib/diagnostic';
import type { Unit } from '../units/schema';
import type { Appendix, Block, OfficialDocument, Table } from './document';
import { fieldsOf } from './fields';
import { attachmentLine, letterheadOf, type Issued } from './letterhead';
import { placeSections, type Outline, type PlacedSection, type Scope } from './outline';
import { notesBlocks, type NotesInput } from './notes';
import { textBlocks } from './paragraphs';
import type { Prose } from './prose';
import { signatureLines, type Signing } from './signature';
import { byAreaTable } from './tables/by-area';
import { indicatorTable, targetTable } from './tables/indicators';
import { taskTable } from './tables/tasks';
import { unitTable } from './tables/units';
import { areaView, viewOf, type View, type ViewInput } from './view';
import { shortName } from './wording';

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
        draftedIn: evaluation.period.window.to,
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
        createdOn: input.issued?.signedOn ?? evaluation.period.window.to,
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
  const base: View = { ...viewOf(input), city: cityNames(input) };
  const diagnostics: Diagnostic[] = [];
  const take = (outcome: Outcome<string>): string => {
    diagnostics.push(...outcome.diagnostics);
    return outcome.value ?? '';
  };
  const inline = (template: string): string => take(input.prose.inline(template, base));
  const texts = (section: PlacedSection | null): readonly { unit: string; text: string }[] =>
    section?.narrative
      ? input.evaluation.narratives.flatMap(({ fact }) => (fact.section === section.id && fact.text ? [fact] : []))
      : [];
  const prose: Writer['prose'] = (name, area, section) => {
    const view = {
      ...base,
      area: area ? areaView(area, input) : null,
      section: { hasText: texts(section).length > 0 },
    };
    return textBlocks(take(input.prose.render(name, scope, view)));
  };
  const section: Writer['section'] = (placed, level, index) => {
    const children = placed.children.flatMap((child, i) => section(child, (level + 1) as 2 | 3, i));
    const own = [
      ...(placed.prose ? prose(placed.prose, placed.area, placed) : []),
      ...placed.tables.map((): Block => ({ kind: 'table', table: byAreaTable(input) })),
      ...texts(placed).flatMap(({ unit, text }) => narrativeBlocks(unit, text, input, scope)),
    ].filter((block) => block.kind !== 'table' || block.table.rows.length > 1);
    if (own.length + children.length === 0) return [];
    return [
      { kind: 'heading', level, number: headingNumber(level, index), text: inline(placed.title) },
      ...own,
      ...children,
    ];
  };
  return { diagnostics, inline, prose, section };
}

function headingNumber(level: 1 | 2 | 3, index: number): string {
  return level === 1
    ? `${roman(index + 1)}.`
    : level === 2
      ? `${index + 1}.`
      : `${'abcdđeghiklmnopqrstuvxy'[index] ?? '?'})`;
}

/** In the city's report a unit's words stand under its name. */
function narrativeBlocks(unit: string, text: string, input: ComposeInput, scope: Scope): readonly Block[] {
  const blocks = textBlocks(text);
  const [first, ...rest] = blocks;
  // Its own words need no name: a unit's report, or that of the body in whose name the report is made.
  const own = scope === 'unit' || unit === input.body;
  if (own || first?.kind !== 'paragraph') {
    return own ? blocks : [{ kind: 'paragraph', runs: [{ text: `${shortName(unit, input.registry)}:` }] }, ...blocks];
  }
  return [{ kind: 'paragraph', runs: [{ text: `${shortName(unit, input.registry)}: ` }, ...first.runs] }, ...rest];
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

const APPENDIX_TABLES: Readonly<Record<Outline['appendices'][number]['table'], (input: ViewInput) => Table>> = {
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
      table: APPENDIX_TABLES[a.table](input),
      notes: a.notes ? notesBlocks(a.notes, input.notes) : [],
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

function attachedTo({ outline, issued, evaluation }: ComposeInput, unit: Unit): string {
  const type = outline.typeName.charAt(0) + outline.typeName.slice(1).toLocaleLowerCase('vi');
  const symbol = `${outline.typeSymbol}-${unit.short}`;
  return attachmentLine({ type, symbol, issued, draftedIn: evaluation.period.window.to, issuer: unit.name });
}
