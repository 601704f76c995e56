/** Notes of a report: the reasons that a body gave where a check asked for one, under the table they are about. */

import type { Finding } from '../figures/checks/finding';
import type { Block } from './document';
import { noteText, type FindingWords } from './findings';

export interface NotesInput {
  /** Findings that were answered with a reason. */
  readonly findings: readonly Finding[];
  readonly words: FindingWords;
}

/** `figures`: about indicators; `tasks`: about work. */
export function notesBlocks(
  { title, about }: { readonly title: string; readonly about: 'figures' | 'tasks' },
  { findings, words }: NotesInput,
): readonly Block[] {
  const own = findings.filter((f) => f.explanation !== null && f.obligations.length > 0 === (about === 'tasks'));
  if (own.length === 0) return [];
  const items = own.map((f, index) => [{ text: `${noteText(f, words)}${index === own.length - 1 ? '.' : ';'}` }]);
  return [
    { kind: 'paragraph', runs: [{ text: title, bold: true }] },
    { kind: 'list', items },
  ];
}
