/**
 * A rendered document as lines a person can read: style and text of each paragraph, tables as rows, the rules with
 * their indents, the sections with their pages. Golden files hold this text, so a change of format shows in a diff.
 */

import { partText, readPackage } from '../../../src/render/package/canonical';
import { descendants, elements, parseXml, valueOf, type Element } from './xml-tree';

/** `word/document.xml` (or another part) of a DOCX as a tree. */
export function partOf(docx: Uint8Array, name = 'word/document.xml'): Element {
  const xml = partText(readPackage(docx), name);
  if (xml === undefined) throw new Error(`no ${name}`);
  return parseXml(xml);
}

const textIn = (element: Element): string => element.children.filter((child) => typeof child === 'string').join('');

function runText(run: Element): string {
  const text = elements(run)
    .map((child) => {
      if (child.name === 'w:t') return textIn(child);
      if (child.name === 'w:br') return '⏎';
      return child.name === 'w:instrText' ? `{${textIn(child)}}` : '';
    })
    .join('');
  const mark = (descendants(run, 'w:b').length > 0 ? '*' : '') + (descendants(run, 'w:i').length > 0 ? '_' : '');
  return text === '' ? '' : `${mark}${text}${[...mark].reverse().join('')}`;
}

export function paragraphText(paragraph: Element): string {
  return elements(paragraph, 'w:r').map(runText).join('').replaceAll('\u00a0', '␣');
}

function paragraphLine(paragraph: Element): string {
  const ind = descendants(paragraph, 'w:ind')[0]?.attributes;
  const notes = [
    ...(ind ? [`${ind['w:left']}|${ind['w:right']}`] : []),
    ...(descendants(paragraph, 'w:keepNext').length > 0 ? ['keep'] : []),
  ];
  const style = (valueOf(paragraph, 'w:pStyle') ?? '-').replace(/^D30/, '');
  return `[${[style, ...notes].join(' ')}] ${paragraphText(paragraph)}`.trimEnd();
}

function cellText(cell: Element): string {
  const span = valueOf(cell, 'w:gridSpan');
  const inner = elements(cell).flatMap((child) => {
    if (child.name === 'w:p') return [paragraphLine(child)];
    return child.name === 'w:tbl' ? [`<<${tableLines(child).join(' ')}>>`] : [];
  });
  return (span ? `(${span}) ` : '') + inner.join(' / ');
}

function tableLines(table: Element): string[] {
  const grid = descendants(elements(table, 'w:tblGrid')[0] as Element, 'w:gridCol').map((c) => c.attributes['w:w']);
  const head = `table ${valueOf(table, 'w:tblStyle')} ${valueOf(table, 'w:tblW', 'w:w')} = ${grid.join(' + ')}`;
  const rows = elements(table, 'w:tr').map((row) => {
    const properties = elements(row, 'w:trPr').flatMap((p) => elements(p).map((e) => e.name.slice(2)));
    return `  ${properties.includes('tblHeader') ? '#' : '|'} ${elements(row, 'w:tc').map(cellText).join(' | ')}`;
  });
  return [head, ...rows];
}

function sectionLine(section: Element): string {
  const attributes = (name: string): string =>
    Object.entries(descendants(section, name)[0]?.attributes ?? {})
      .map(([key, value]) => `${key.replace('w:', '')}=${value}`)
      .join(' ');
  const references = elements(section).filter((e) => e.name.endsWith('Reference'));
  const refs = references.map((e) => `${e.name.slice(2, 8)}:${e.attributes['w:type']}`).join(' ');
  const titlePage = descendants(section, 'w:titlePg').length > 0 ? ' titlePg' : '';
  return `=== section ${attributes('w:pgSz')}; ${attributes('w:pgMar')}; number ${attributes('w:pgNumType')}; ${refs}${titlePage}`;
}

/** The whole body, one line a paragraph or row. */
export function project(docx: Uint8Array): string {
  const body = elements(partOf(docx), 'w:body')[0] as Element;
  const lines = elements(body).flatMap((child) => {
    if (child.name === 'w:tbl') return tableLines(child);
    if (child.name === 'w:sectPr') return [sectionLine(child)];
    return [paragraphLine(child), ...descendants(child, 'w:sectPr').map(sectionLine)];
  });
  return `${lines.join('\n')}\n`;
}
