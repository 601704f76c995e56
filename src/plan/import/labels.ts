/**
 * Labels inside one cell: "Đơn vị chủ trì: … Đơn vị phối hợp: … Giải pháp thực hiện: + … + …" is three columns in
 * one. Text before the first label is the lead's. Who "thực hiện" under another's lead is read as supporting, and
 * that reading is reported.
 */

export interface LabelledCell {
  readonly lead: string;
  readonly support: string;
  readonly solutions: readonly string[];
  /** Labels that were read as "phối hợp" though they say something else. */
  readonly readAsSupport: readonly string[];
}

type Part = 'lead' | 'support' | 'solutions';

const LABELS: readonly (readonly [RegExp, Part])[] = [
  [/^(?:(?:Đơn vị|Cơ quan)(?:,\s*đơn vị)? )?chủ trì/iu, 'lead'],
  [/phối hợp/iu, 'support'],
  [/^Giải pháp/iu, 'solutions'],
  [/thực hiện/iu, 'support'],
];
const LABEL =
  /(?<![\p{L}\p{N}])((?:(?:Đơn vị|Cơ quan)(?:, đơn vị)? (?:chủ trì|phối hợp|thực hiện)(?: thực hiện)?|Chủ trì(?: thực hiện)?|Phối hợp(?: thực hiện)?|Giải pháp(?: thực hiện)?|Thực hiện))\s*:/gu;
const IN_BRACKETS = /\s*\(phối hợp(?: với)?:?\s+([^()]+)\)/iu;

/** Splits a cell by its labels; a cell without labels is all lead. */
export function labelledCell(text: string): LabelledCell {
  const parts: Record<Part, string[]> = { lead: [], support: [], solutions: [] };
  const readAsSupport: string[] = [];
  const labels = [...text.matchAll(LABEL)];
  parts.lead.push(text.slice(0, labels[0]?.index ?? text.length));
  labels.forEach((match, index) => {
    const label = match[1] ?? '';
    const content = text.slice(match.index + match[0].length, labels[index + 1]?.index ?? text.length);
    const part = LABELS.find(([pattern]) => pattern.test(label))?.[1] ?? 'lead';
    if (part === 'support' && !/phối hợp/iu.test(label)) readAsSupport.push(label);
    parts[part].push(content);
  });
  const lead = joined(parts.lead);
  const bracket = IN_BRACKETS.exec(lead);
  return {
    lead: lead.replace(IN_BRACKETS, '').trim(),
    support: joined([...parts.support, bracket?.[1] ?? '']),
    solutions: parts.solutions.flatMap(solutionItems),
    readAsSupport,
  };
}

function joined(texts: readonly string[]): string {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n');
}

/** "+ a + b", "(1) a; (2) b", "- a - b" as items; one without signs is one item. */
function solutionItems(text: string): readonly string[] {
  const content = text.trim();
  const sign = [/(?:^|\s)\+\s+/u, /(?:^|\s)\(\d{1,2}\)\s+/u, /(?:^|\n)[-–]\s+/u].find(
    (pattern) => content.search(pattern) === 0,
  );
  const items = sign === undefined ? [content] : content.split(sign);
  return items.map((item) => item.replace(/\s+/gu, ' ').replace(/\s*;$/, '').trim()).filter((item) => item !== '');
}
