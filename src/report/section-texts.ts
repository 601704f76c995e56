/** The units' words of each section of a city's report, by the outline's rule; those of a unit's report are its own. */

import type { Registry } from '../units/registry';
import type { Evaluation } from '../figures/evaluation';
import type { Block } from './document';
import { gatherExcerpts, type Excerpt, type Gathered, type Told } from './excerpts';
import type { Outline, PlacedSection } from './outline';
import { textBlocks } from './paragraphs';
import { formatInteger } from '../i18n/format';
import { unitNames } from './wording';

interface TextsInput {
  readonly evaluation: Evaluation;
  readonly registry: Registry;
  readonly outline: Outline;
}

/** Texts told for the section, in the order of the registry. */
export function toldIn(section: PlacedSection | null, { evaluation, registry }: TextsInput): readonly Told[] {
  if (!section?.narrative) return [];
  const told = evaluation.narratives.flatMap(({ fact }) =>
    fact.section === section.id && fact.text ? [{ unit: fact.unit, text: fact.text }] : [],
  );
  const place = new Map(registry.units.map((u, index) => [u.id, index]));
  return told.sort((a, b) => (place.get(a.unit) ?? 0) - (place.get(b.unit) ?? 0));
}

/** Bodies that the plan names as leads in the area, by themselves and not as members of a group. */
function namedLeads(section: PlacedSection, { evaluation }: TextsInput): ReadonlySet<string> {
  const { area } = section;
  if (area === null) return new Set();
  const tasks = evaluation.plan.tasks.filter((t) => t.area === area.code);
  return new Set(tasks.flatMap((t) => t.assignments.flatMap((a) => a.lead)));
}

export function gatheredIn(section: PlacedSection, input: TextsInput): Gathered {
  const told = toldIn(section, input);
  const rule = input.outline.excerpts;
  if (rule) return gatherExcerpts(told, rule, namedLeads(section, input));
  return { shown: told.map(({ unit, text }) => ({ units: [unit], text, whole: null })), left: [] };
}

/** Names before words: enough to know who spoke, and how many more did. */
const MOST_NAMES = 3;

/** A unit's words stand under its name. */
function excerptBlocks({ units, text }: Excerpt, registry: Registry): readonly Block[] {
  const name = unitNames(units, registry, MOST_NAMES);
  const [first, ...rest] = textBlocks(text);
  if (!first) return [];
  if (first.kind !== 'paragraph') return [{ kind: 'paragraph', runs: [{ text: `${name}:` }] }, first, ...rest];
  return [{ kind: 'paragraph', runs: [{ text: `${name}: ` }, ...first.runs] }, ...rest];
}

export function gatheredBlocks({ shown, left }: Gathered, registry: Registry): readonly Block[] {
  const others = new Set(left.flatMap((e) => e.units)).size;
  const cut = shown.some((e) => e.whole !== null);
  const where = 'tại phụ lục kèm theo';
  const note =
    others > 0
      ? `Ngoài ra, ${formatInteger(others)} cơ quan, đơn vị khác có nội dung báo cáo ở mục này; toàn văn ${where}.`
      : cut
        ? `Toàn văn các nội dung được trích nêu ${where}.`
        : '';
  return [...shown.flatMap((e) => excerptBlocks(e, registry)), ...textBlocks(note)];
}
