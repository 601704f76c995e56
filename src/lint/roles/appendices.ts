/** Finds appendices: each begins with a paragraph "Phụ lục" of its own and runs to the next. */

import type { Block, Paragraph, Section, WordDocument } from '../model/document';
import { assignFlow } from './flow';
import { folded, isBold, isUpper } from './looks';
import { roleOfStyle, type Role } from './roles';
import { isRuleParagraph } from './rule-lines';
import type { AppendixView } from './view';

const HEAD = /^phu luc(\s+(so\s+)?([ivxlc]+|\d+))?\s*[.:]?$/;
const ATTACHED = /^\(?\s*(ban hanh\s+)?kem theo\b/;

/** Whether a top-level paragraph opens an appendix. */
export function isAppendixHead(block: Block): block is Paragraph {
  if (block.kind !== 'paragraph') return false;
  const role = roleOfStyle(block.styleId);
  if (role !== undefined) return role === 'phuLuc';
  return HEAD.test(folded(block)) && (block.format.align === 'center' || isBold(block));
}

interface Head {
  readonly title: readonly Paragraph[];
  readonly attached: Paragraph | null;
}

/** Title and "(Kèm theo …)" under the head, told on the way. */
function assignHead(head: Paragraph, rest: readonly Block[], roles: Map<Paragraph, Role>): Head {
  roles.set(head, 'phuLuc');
  const title: Paragraph[] = [];
  for (const block of rest.slice(0, 8)) {
    if (block.kind === 'table') break;
    if (block.text === '' || isRuleParagraph(block)) continue;
    const styled = roleOfStyle(block.styleId);
    if (styled === 'kemTheo' || (styled === undefined && ATTACHED.test(folded(block)))) {
      roles.set(block, 'kemTheo');
      return { title, attached: block };
    }
    const looks = styled === undefined && (block.format.align === 'center' || title.length === 0);
    if (styled !== 'tenPhuLuc' && !(looks && (isBold(block) || isUpper(block.text)))) break;
    roles.set(block, 'tenPhuLuc');
    title.push(block);
  }
  return { title, attached: null };
}

const isInk = (block: Block): boolean => block.kind === 'table' || block.text !== '';

function sectionOf(word: WordDocument, head: Paragraph): Section | undefined {
  return word.sections.find((section) => section.blocks.includes(head));
}

/** Tells the appendices that these blocks hold. */
export function findAppendices(
  blocks: readonly Block[],
  word: WordDocument,
  roles: Map<Paragraph, Role>,
): readonly AppendixView[] {
  const starts = blocks.flatMap((block, index) => (isAppendixHead(block) ? [index] : []));
  return starts.map((start, order) => {
    const head = blocks[start] as Paragraph;
    const rest = blocks.slice(start + 1, starts[order + 1] ?? blocks.length);
    const { title, attached } = assignHead(head, rest, roles);
    assignFlow(rest, roles);
    const section = sectionOf(word, head);
    const number = /^phu luc\s+(?:so\s+)?(\S+?)\s*[.:]?$/i.exec(folded(head));
    return {
      head,
      number: number ? (head.text.split(' ').at(-1)?.replace(/[.:]$/, '') ?? null) : null,
      title,
      attached,
      blocks: rest,
      section,
      opensSection: section?.blocks.find(isInk) === head,
    };
  });
}
