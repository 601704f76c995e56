/** Where a block may stand: alone in a paragraph of the body, outside tables and text boxes, where sections can end. */

import { BLOCK_PLACES } from './names';
import type { Paragraph } from './paragraphs';
import { below, type Scanned } from './scan';

const DRAWN = ['w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent'];
/** Wrappers that do not take a paragraph out of the flow of the body. */
const FLOW = new Set(['w:body', 'w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:smartTag']);

function isInFlow(node: Scanned): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.name === 'w:body') return true;
    if (!FLOW.has(at.name)) return false;
  }
  return false;
}

/** Directly in the body: there alone a section may end. */
const isFree = (node: Scanned): boolean => node.parent?.name === 'w:body';

function reasonAgainst({ node, text, placeholders }: Paragraph, name: string, inBody: boolean): string | undefined {
  if (!inBody || !isInFlow(node)) return 'chỉ đặt được ở thân văn bản, ngoài bảng và khung chữ';
  if (placeholders.length > 1 || text.trim() !== text.slice(placeholders[0]?.from, placeholders[0]?.to))
    return 'phải đứng một mình trong đoạn';
  if (DRAWN.some((drawn) => below(node, drawn).length > 0)) return 'đoạn này còn có hình; hãy để hình ở đoạn khác';
  const kind = BLOCK_PLACES[name]?.kind;
  if ((kind === 'appendix' || kind === 'appendices') && !isFree(node))
    return 'phụ lục sang phần trang riêng nên không đặt được trong ô điều khiển nội dung';
  return undefined;
}

/** Blocks of a paragraph that may not stand there, each with the reason. */
export function blockFaults(
  paragraph: Paragraph,
  inBody: boolean,
): readonly { readonly name: string; readonly reason: string }[] {
  return paragraph.placeholders.flatMap(({ name }) => {
    const reason = BLOCK_PLACES[name] ? reasonAgainst(paragraph, name, inBody) : undefined;
    return reason === undefined ? [] : [{ name, reason }];
  });
}
