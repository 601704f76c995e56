/**
 * A plan in running text: the section "Nhiệm vụ …" holds bullets under numbered headings, and a heading names a field
 * or the body that owes what stands under it. An undashed paragraph under such a heading is a task too; one that ends
 * in a colon opens the bullets after it and belongs to each. A table that lost its columns is not read as prose.
 */

import { error, type Diagnostic } from '../../lib/diagnostic';
import { fold } from '../../lib/text';
import { headingsAbout, outlineOf, type OutlineNode } from './outline';
import type { RawDocument, RawPlan, RawTask } from './raw';

type Areas = RawPlan['areas'];

/** What bodies are called; a heading that starts so names who owes its tasks. */
const BODY =
  /^(?:cac |thu truong |giam doc |chu tich |chanh )*(?:so|ban|nganh|uy ban|u ?y ban|ubnd|van phong|thanh tra|cong an|cuc|chi cuc|ngan hang|kho bac|bao hiem|trung tam|vien|truong|dai|bao|hoi|doan|don vi|co quan|phong|bo chi huy|lien doan|toa an)\b/;
/** Where a heading stops naming the body and says what it does. */
const BODY_ENDS =
  /\s*(?::|,? (?:trên cơ sở|căn cứ|có trách nhiệm|chủ trì|theo chức năng|chịu trách nhiệm)(?!\p{L})).*$/u;
const TASK_SECTION = /nhiem vu/;
const LOST_HEADER = /^s?tt (?:nhiem vu|noi dung|cong viec)/;

/** BC1606 where a table's header row is in the text but the columns under it are not. */
export function lostTable({ paragraphs }: RawDocument): readonly Diagnostic[] {
  const headers = paragraphs.filter(({ text }) => LOST_HEADER.test(fold(text)));
  const [first] = headers;
  if (first === undefined) return [];
  return [error('BC1606', first.where, { header: first.text.slice(0, 80), times: headers.length })];
}

/** Areas and tasks of the sections about tasks; both empty where the text has none. */
export function proseTasks(document: RawDocument): { readonly areas: Areas; readonly tasks: readonly RawTask[] } {
  const sections = headingsAbout(outlineOf(document.paragraphs), TASK_SECTION);
  const areas: Areas[number][] = [];
  const tasks: RawTask[] = [];
  const walk = (heading: OutlineNode): void => {
    const own = ownTasks(heading);
    const code = heading.no ?? '';
    if (own.length > 0) {
      areas.push({ code, title: heading.text.replace(/\s*:$/, ''), part: null });
      tasks.push(...own.map((task) => ({ ...task, area: code })));
    }
    heading.children.filter((child) => child.no !== null && !isTask(child)).forEach(walk);
  };
  sections.forEach(walk);
  return { areas, tasks };
}

/** A numbered paragraph with nothing under it that says something to do, not just a name. */
function isTask(node: OutlineNode): boolean {
  return node.no !== null && node.children.length === 0;
}

function ownTasks(heading: OutlineNode): readonly RawTask[] {
  const lead = bodyOf(heading.text);
  let opening = '';
  return heading.children.flatMap((child) => {
    if (child.no !== null && !isTask(child)) return [];
    if (!child.bullet && child.text.endsWith(':')) {
      opening = child.text;
      return [];
    }
    const title = opening === '' || !child.bullet ? child.text : `${opening} ${child.text}`;
    return [taskOf(child, title, lead)];
  });
}

function taskOf({ no, where }: OutlineNode, title: string, leadText: string): RawTask {
  const assignments = [{ leadText, supportText: '', dueText: '', product: null, where }];
  return { no, part: null, area: '', title, product: null, leaderText: null, solutions: [], assignments, where };
}

/** The body that a heading names, or '' for a heading about a subject. */
function bodyOf(heading: string): string {
  return BODY.test(fold(heading)) ? heading.replace(BODY_ENDS, '').trim() : '';
}
