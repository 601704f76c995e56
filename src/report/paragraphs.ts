/** From written text to blocks: blank lines part paragraphs, lines that begin with "- " make a list. */

import { squeeze } from '../lib/text';
import type { Block, Run } from './document';

/** Blocks of rendered prose or of an officer's own text; an empty text gives none. */
export function textBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let items: string[] = [];
  const closeParagraph = (): void => {
    const paragraph = squeeze(lines.join(' '));
    if (paragraph) blocks.push({ kind: 'paragraph', runs: [{ text: paragraph }] });
    lines = [];
  };
  const closeList = (): void => {
    if (items.length > 0) blocks.push({ kind: 'list', items: items.map(listItem) });
    items = [];
  };
  const all = text.split('\n').map((l) => l.trim());
  for (const [index, line] of all.entries()) {
    if (/^[-–•+]\s+\S/.test(line)) {
      closeParagraph();
      items.push(line.replace(/^[-–•+]\s+/, ''));
    } else if (line === '') {
      closeParagraph();
      // Blank lines inside a list (they come from loops in templates) do not end it; the next text line does.
      const next = all.slice(index + 1).find((l) => l !== '');
      if (next === undefined || !/^[-–•+]\s+\S/.test(next)) closeList();
    } else {
      closeList();
      lines.push(line);
    }
  }
  closeParagraph();
  closeList();
  return blocks;
}

/** Items lose their end mark here and get it back in `endMarks`, so that the last one ends with a full stop. */
function listItem(text: string, index: number, all: readonly string[]): readonly Run[] {
  const bare = squeeze(text).replace(/[\s;.,]+$/, '');
  return [{ text: bare + (index === all.length - 1 ? '.' : ';') }];
}
