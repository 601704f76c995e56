/** Numbers that jump: a number missing between two tasks is the surest sign that a row was lost on the way. */

import { warning, type Diagnostic } from '../../lib/diagnostic';
import type { RawTask } from './raw';

/** BC1620 for each number that neither follows the one before nor starts again at 1. */
export function sequenceProblems(tasks: readonly RawTask[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  let previous: string | null = null;
  for (const { no, where } of tasks) {
    if (no === null) continue;
    if (previous !== null && !follows(previous, no)) found.push(warning('BC1620', where, { previous, no }));
    previous = no;
  }
  return found;
}

/** The next of its level ("1.4" → "1.5"), the first of any level, or the next of a level above ("1.4.3" → "1.5"). */
function follows(previous: string, no: string): boolean {
  const before = previous.split('.');
  const now = no.split('.');
  const last = Number(now.at(-1));
  if (!Number.isInteger(last) || last <= 1) return true;
  const level = now.length - 1;
  const samePath = now.slice(0, level).every((piece, index) => piece === before[index]);
  return samePath && Number(before[level] ?? Number.NaN) + 1 === last;
}
