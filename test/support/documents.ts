/** A report as its model, caught where a renderer would take it, and what stands in it as plain text. */

import { cityOutputs, unitReports, type OutputRequest, type Renderers } from '../../src/app/outputs';
import type { PlanData } from '../../src/app/plan-data';
import type { Block, OfficialDocument, Run } from '../../src/report/document';

export async function documentOf(
  data: PlanData,
  request: OutputRequest,
  unit: string | null = null,
): Promise<OfficialDocument> {
  const made: OfficialDocument[] = [];
  const none = (): never => {
    throw new Error('not asked for');
  };
  const docx = async (document: OfficialDocument): Promise<Uint8Array> => {
    made.push(document);
    return new Uint8Array();
  };
  const render: Renderers = { docx, documentHtml: none, xlsx: none, dashboardHtml: none };
  const outcome = unit
    ? await unitReports(data, [unit], request, ['docx'], render)
    : await cityOutputs(data, request, ['docx'], render);
  if (made.length !== 1) throw new Error(JSON.stringify(outcome.diagnostics));
  return made[0] as OfficialDocument;
}

const runsText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

export function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.number} ${block.text}`;
    case 'table':
      return block.table.rows.flatMap((row) => row.cells.map((cell) => cell.text)).join('\n');
    case 'list':
      return block.items.map(runsText).join('\n');
    default:
      return 'runs' in block ? runsText(block.runs) : '';
  }
}

/** What stands under the first heading of those words, a block a line, until the next one as high. */
export function sectionOf(document: OfficialDocument, words: string): readonly string[] {
  const at = document.body.findIndex((b) => b.kind === 'heading' && b.text.startsWith(words));
  const head = document.body[at];
  if (head?.kind !== 'heading') throw new Error(`no section ${words}`);
  const after = document.body.slice(at + 1);
  const end = after.findIndex((b) => b.kind === 'heading' && b.level <= head.level);
  return after.slice(0, end < 0 ? after.length : end).map((block) => textOf(block).replaceAll('\u00a0', ' '));
}
