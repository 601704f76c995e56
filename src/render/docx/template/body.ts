/**
 * Appendices in the flow of a template: each one in a section of its own, made after the section it is asked for in.
 * What stands before it in that section is closed with a section like it; what follows goes on under the old one; an
 * appendix that ends the file gives the file its last section, so that no empty page is left over.
 */

import type { Appendix, OfficialDocument } from '../../../report/document';
import { paragraphXml } from '../xml';
import { appendixXml, type Drawn } from './blocks';
import { placeholderOf } from './names';
import { appendixSection, plainSection, roomOf, sameSection } from './sections';
import { lineOf } from './tags';
import { child, isNode, xmlOf, type Child, type Node } from './tree';

const sectionAt = (each: Child): Node | undefined =>
  isNode(each) && each.name === 'w:p' ? child(child(each, 'w:pPr'), 'w:sectPr') : undefined;

/** Sections of a body in order; the last one is made where a file has none. */
export function sectionsOf(body: Node): readonly Node[] {
  let last = child(body, 'w:sectPr');
  if (!last) body.children.push((last = plainSection()));
  return [...body.children.flatMap((each) => sectionAt(each) ?? []), last];
}

function isBlank(each: Child): boolean {
  if (typeof each === 'string') return each.trim() === '';
  if (!isNode(each)) return false;
  if (/^w:bookmark(Start|End)$/.test(each.name)) return true;
  return each.name === 'w:p' && lineOf(each).text.trim() === '' && !lineOf(each).text.includes('\n');
}

interface Placed {
  readonly appendix: Appendix;
  readonly section: Node;
}

/** Writes the flow anew, child by child. */
class Flow {
  readonly out: Child[] = [];
  /** Something stands in the section that is not closed yet. */
  private isOpen = false;
  private waiting: Placed | undefined;

  constructor(private readonly drawn: Drawn) {}

  appendix(placed: Placed): void {
    this.settle();
    if (this.isOpen) {
      const end = xmlOf(sameSection(placed.section));
      this.out.push({ raw: paragraphXml('D30Spacer', '', { sectPr: end }) });
    }
    this.isOpen = false;
    this.waiting = placed;
  }

  /** Puts down the appendix that waits, with the end of its section. */
  private settle(): void {
    if (this.waiting) this.put(this.waiting, true);
    this.waiting = undefined;
  }

  private put({ appendix, section }: Placed, ends: boolean): Node {
    const own = appendixSection(section, appendix.orientation);
    this.out.push({ raw: appendixXml(appendix, roomOf(own), ends ? xmlOf(own) : null, this.drawn) });
    return own;
  }

  other(each: Child): void {
    // Between an appendix and what follows, blank lines and the break of its own section say nothing.
    if (this.waiting && isBlank(each)) return;
    this.settle();
    this.out.push(each);
    this.isOpen = sectionAt(each) === undefined && (this.isOpen || !isBlank(each));
  }

  end(last: Node): void {
    if (this.waiting) this.out.push(this.put(this.waiting, false));
    else this.out.push(last);
  }
}

/** Puts the appendices in their places. */
export function flowOf(body: Node, document: OfficialDocument, drawn: Drawn): void {
  const sections = sectionsOf(body);
  const flow = new Flow(drawn);
  let at = 0;
  for (const each of body.children.filter((c) => !isNode(c) || c.name !== 'w:sectPr')) {
    const name = isNode(each) && each.name === 'w:p' ? lineOf(each).alone?.name : undefined;
    const asked = name === undefined ? undefined : placeholderOf(name);
    const section = sections[at] as Node;
    if (asked?.kind === 'appendix') {
      const wanted = asked.no === null ? document.appendices : document.appendices.slice(asked.no - 1, asked.no);
      for (const appendix of wanted) flow.appendix({ appendix, section });
    } else flow.other(each);
    if (sectionAt(each)) at += 1;
  }
  flow.end(sections.at(-1) as Node);
  body.children.splice(0, body.children.length, ...flow.out);
}
