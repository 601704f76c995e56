/**
 * The linter: bytes and a rule table in, findings out. Pure, never throws for what a file holds; how many findings a
 * rule lists is bounded, how many it counts is not.
 */

import { failed, info, ok, warning, type Diagnostic, type Outcome } from '../lib/diagnostic';
import { fixDocument, type FixResult } from './fix/fix';
import type { Finding, Hit, LintReport, LintSettings, Severity, Where } from './finding';
import { readWordDocument } from './model/read';
import type { Paragraph, Place } from './model/document';
import { openPackage } from './package/open';
import { viewOf } from './roles/assign';
import type { OfficialView } from './roles/view';
import { rulesById, type RuleEntry, type RuleTable } from './rule-table';
import { renderedHits, type Rendering } from './rendered/rendered';
import { CHECKS } from './rules';

/** Findings of one rule that are listed; the rest is counted. */
const MAX_LISTED = 50;

export interface LintRequest {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly table: RuleTable;
  readonly names?: readonly string[];
  readonly upward?: boolean;
  /** The file as it prints, where LibreOffice and poppler are there. */
  readonly rendering?: Rendering;
}

const isParagraph = (at: Paragraph | Place): at is Paragraph => 'kind' in at;

function whereOf({ at }: Hit, view: OfficialView | undefined): Where {
  if (!isParagraph(at)) return at;
  const own = at.place.part === 'body' || at.place.part === 'table' || at.place.part === 'textbox';
  return { ...at.place, ...(own && view && { zone: view.zoneOf(at) }) };
}

/** A hit with the words and the ground of its rule. */
export function findingOf(rule: RuleEntry, hit: Hit, view: OfficialView | undefined): Finding {
  return {
    rule: rule.id,
    severity: hit.severity ?? rule.severity,
    message: rule.message.replace('{found}', () => hit.found),
    where: whereOf(hit, view),
    basis: rule.clause,
    help: rule.fix,
  };
}

/** Lists what may be listed and counts the rest. */
export function reportOf(findings: readonly Finding[], diagnostics: readonly Diagnostic[]): LintReport {
  const counts: Record<Severity, number> = { E: 0, W: 0, I: 0 };
  const perRule = new Map<string, number>();
  const omitted: Record<string, number> = {};
  const listed = findings.filter(({ rule, severity }) => {
    counts[severity] += 1;
    const nth = (perRule.get(rule) ?? 0) + 1;
    perRule.set(rule, nth);
    if (nth > MAX_LISTED) omitted[rule] = nth - MAX_LISTED;
    return nth <= MAX_LISTED;
  });
  return { findings: listed, counts, omitted, diagnostics };
}

/** What a reader of the findings should know about the file itself. */
function notesOn(file: string, view: OfficialView): readonly Diagnostic[] {
  const { word } = view;
  const missing = [...new Set(word.paragraphs.filter((p) => p.styleMissing).map((p) => p.styleId ?? ''))];
  return [
    ...(word.strict ? [info('BC2505', { file })] : []),
    ...(word.styles.present ? [] : [warning('BC2506', { file })]),
    ...(missing.length > 0 ? [warning('BC2507', { file }, { styles: missing.slice(0, 10).join(', ') })] : []),
    ...(word.sections.some((section) => section.element === undefined) ? [warning('BC2508', { file })] : []),
    ...(word.paragraphs.every((p) => p.text === '') ? [warning('BC2509', { file })] : []),
  ];
}

/** Hits of every rule, by its id. */
function hitsOf(
  view: OfficialView,
  settings: LintSettings,
  rendering: Rendering | undefined,
): Readonly<Record<string, readonly Hit[]>> {
  const checked = Object.entries(CHECKS).map(([id, check]) => [id, check(view, settings)] as const);
  return { ...Object.fromEntries(checked), ...(rendering && renderedHits(view, rendering)) };
}

/** Checks a Word file against the rules of a table; findings come in the order of the table. */
export function lintDocument({
  file,
  bytes,
  table,
  names = [],
  upward = false,
  rendering,
}: LintRequest): Outcome<LintReport> {
  const opened = openPackage(file, bytes);
  if (!opened.value) return failed(opened.diagnostics);
  const view = viewOf(readWordDocument(opened.value));
  const hits = hitsOf(view, { names, phrases: table.phrases, upward }, rendering);
  const findings = [...rulesById(table).values()].flatMap((rule) =>
    (hits[rule.id] ?? []).map((hit) => findingOf(rule, hit, view)),
  );
  return ok(reportOf(findings, [...opened.value.problems(), ...notesOn(file, view)]));
}

/** A corrected copy of the file, and what is left to correct by hand. */
export function fixFile(request: LintRequest): Outcome<FixResult & { readonly left: LintReport }> {
  const opened = openPackage(request.file, request.bytes);
  if (!opened.value) return failed(opened.diagnostics);
  const fixed = fixDocument(request.file, request.bytes, opened.value);
  const left = lintDocument({ ...request, bytes: fixed.bytes });
  return left.value ? ok({ ...fixed, left: left.value }) : failed(left.diagnostics);
}
