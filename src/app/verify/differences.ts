/** What differs between an issued file and a changed copy: parts of the package, and texts where they can be read. */

import { unlessRefused } from '../../office-file/refusal';
import { readDocument } from '../../plan/import/readers/document';
import { childrenOf, parseXml, textOf, type XmlElement } from '../../office-file/xml';
import { openArchive, type Archive } from '../../office-file/zip';

export interface Difference {
  /** Part of the package, or where in the text. */
  readonly where: string;
  readonly kind: 'changed' | 'added' | 'removed' | 'damaged' | 'text';
  readonly before?: string;
  readonly after?: string;
}

/** More are not listed: a file saved again by another program differs everywhere. */
const MOST = 20;

export function differencesOf(format: string, issued: Uint8Array, given: Uint8Array): readonly Difference[] {
  if (format === 'html') return textDifferences(linesOf(issued), linesOf(given));
  const [was, is] = [opened(issued), opened(given)];
  if (!was || !is) return [{ where: 'toàn bộ tệp', kind: 'damaged' }];
  const [old, now] = [textsOf(format, was, issued), textsOf(format, is, given)];
  return [...(old && now ? textDifferences(old, now) : []), ...partDifferences(was, is)];
}

function opened(bytes: Uint8Array): Archive | undefined {
  return unlessRefused(() => openArchive(bytes));
}

function partDifferences(was: Archive, is: Archive): readonly Difference[] {
  const names = [...new Set([...was.names(), ...is.names()])].filter((name) => !name.endsWith('/')).sort();
  return names.flatMap((where): readonly Difference[] => {
    if (!is.has(where)) return [{ where, kind: 'removed' }];
    if (!was.has(where)) return [{ where, kind: 'added' }];
    const text = unlessRefused(() => is.text(where));
    if (text === undefined) return [{ where, kind: 'damaged' }];
    return text === was.text(where) ? [] : [{ where, kind: 'changed' }];
  });
}

type Texts = readonly { readonly where: string; readonly text: string }[];

function textsOf(format: string, archive: Archive, bytes: Uint8Array): Texts | undefined {
  return unlessRefused(() => (format === 'docx' ? paragraphsOf(archive) : cellsOf(bytes)));
}

/** Paragraphs in the order of the document, those of tables among them. */
function paragraphsOf(archive: Archive): Texts {
  const root = parseXml(archive.text('word/document.xml') ?? '', 'word/document.xml');
  const found: string[] = [];
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'w:p') found.push(runsOf(child));
      else walk(child);
    }
  };
  walk(root);
  return found.filter((text) => text !== '').map((text, i) => ({ where: `đoạn ${i + 1}`, text }));
}

const runsOf = (paragraph: XmlElement): string =>
  childrenOf(paragraph, 'w:r')
    .flatMap((run) => childrenOf(run, 'w:t').map(textOf))
    .join('')
    .trim();

function cellsOf(bytes: Uint8Array): Texts {
  const document = readDocument('tep.xlsx', bytes).value;
  return (document?.tables ?? []).flatMap(({ rows }) =>
    rows.map(({ cells, where }) => ({
      where: `trang "${where.sheet}", hàng ${where.cell?.replace(/^[A-Z]+/, '')}`,
      text: cells.join(' | '),
    })),
  );
}

const linesOf = (bytes: Uint8Array): Texts =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((text, i) => ({ where: `dòng ${i + 1}`, text: text.trim() }));

/** Texts that only one of the two has, in order; one that was put in another's place stands beside it. */
function textDifferences(was: Texts, is: Texts): readonly Difference[] {
  let [top, oldEnd, newEnd] = [0, was.length, is.length];
  while (top < oldEnd && top < newEnd && was[top]?.text === is[top]?.text) top++;
  while (oldEnd > top && newEnd > top && was[oldEnd - 1]?.text === is[newEnd - 1]?.text) {
    oldEnd--;
    newEnd--;
  }
  const [old, now] = [was.slice(top, oldEnd), is.slice(top, newEnd)];
  const [oldTexts, newTexts] = [new Set(old.map((t) => t.text)), new Set(now.map((t) => t.text))];
  const [gone, come] = [old.filter((t) => !newTexts.has(t.text)), now.filter((t) => !oldTexts.has(t.text))];
  const pairs = Array.from({ length: Math.max(gone.length, come.length) }, (_, i): Difference => {
    const [a, b] = [gone[i], come[i]];
    return {
      where: (b ?? a)?.where ?? '',
      kind: 'text',
      ...(a ? { before: a.text } : {}),
      ...(b ? { after: b.text } : {}),
    };
  });
  return pairs.slice(0, MOST);
}
