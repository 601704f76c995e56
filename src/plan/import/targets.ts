/**
 * Statements of targets (chỉ tiêu), verbatim: the bullets or numbered leaves under a heading "Chỉ tiêu …", and the
 * rows of a table whose title column says "Chỉ tiêu". What they measure is read elsewhere.
 */

import { fold } from '../../lib/text';
import { titleLines } from './cell-lines';
import { findHeader, isColumnNumberRow, isHeaderRow, type Roles } from './columns';
import { headingsAbout, outlineOf, type OutlineNode } from './outline';
import type { RawDocument, RawPlan, RawTable } from './raw';
import { headingOf, isRoman, numberOf, planRow } from './row-kinds';

export type RawTarget = RawPlan['targets'][number];
type Areas = RawPlan['areas'];

const TARGET_HEADING = /^(?:cac )?chi tieu\b(?!.*nhiem vu)/;

/** Targets of a document; `areas` are the plan's, so that "2.1. Chỉ tiêu" finds the area II. */
export function targetsOf(document: RawDocument, areas: Areas, given: Roles = {}): readonly RawTarget[] {
  const headings = headingsAbout(outlineOf(document.paragraphs), TARGET_HEADING);
  return [
    ...document.tables.flatMap((table) => tableTargets(table, areas, given)),
    ...headings.flatMap((heading) => headingTargets(heading, areas)),
  ];
}

/** Under "1.1. Chỉ tiêu …" bullets get the number of the field: "1.1", "1.2"; numbered leaves keep their own. */
function headingTargets(heading: OutlineNode, areas: Areas): readonly RawTarget[] {
  const field = /^(\d+)\./.exec(heading.no ?? '')?.[1];
  const area = field === undefined ? '' : areaOf(Number(field), areas);
  let count = 0;
  const collect = (node: OutlineNode): readonly RawTarget[] => {
    if (node.no !== null && node.children.some((child) => child.no !== null)) return node.children.flatMap(collect);
    if (node.no === null && !node.bullet) return [];
    count += 1;
    const code = node.no ?? [field, count].filter((piece) => piece !== undefined).join('.');
    const text = [node.text, ...node.children.map((child) => `- ${child.text}`)].join('\n');
    return [{ code, area, text, where: node.where }];
  };
  return heading.children.flatMap(collect);
}

/** The n-th area, by its own number. */
function areaOf(n: number, areas: Areas): string {
  const byOrder = areas.filter((area) => area.part === null)[n - 1]?.code;
  const byNumber = areas.find((area) => area.code === String(n))?.code;
  return byNumber ?? (byOrder !== undefined && isRoman(byOrder) ? byOrder : '');
}

function tableTargets(table: RawTable, areas: Areas, given: Roles): readonly RawTarget[] {
  const header = findHeader(table, given);
  if (header === undefined || !header.targets) return [];
  const kept = table.rows.slice(header.end).filter((row) => !isColumnNumberRow(row) && !isHeaderRow(row, given));
  const rows = kept.map((row) => planRow(row, header.roles, false));
  const field = header.titles.findIndex((title) => /^(?:linh vuc|muc|nhom)/.test(fold(title)));
  const targets: RawTarget[] = [];
  let area = '';
  rows.forEach((row, index) => {
    const heading = headingOf(row, rows.slice(index + 1, index + 2));
    const text = titleLines(row.texts.title);
    if (heading) area = areaNamed(heading.label ?? heading.title, areas);
    else if (text !== '') {
      const code = numberOf(row.texts.no) ?? String(targets.length + 1);
      targets.push({ code, area: areaNamed(row.cells[field] ?? '', areas) || area, text, where: row.where });
    }
  });
  return targets;
}

/** The area of that code or title, else ''. */
function areaNamed(name: string, areas: Areas): string {
  return areas.find(({ code, title }) => code === name || fold(title) === fold(name))?.code ?? '';
}
