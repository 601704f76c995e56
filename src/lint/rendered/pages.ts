/** The pages that `pdftotext -bbox-layout` tells of: lines with their boxes, in points from the top left corner. */

import { Refusal } from '../../office-file/refusal';
import { parseXml, textOf, type XmlElement } from '../../office-file/xml';

export interface PrintedLine {
  readonly text: string;
  readonly xMin: number;
  readonly xMax: number;
  readonly yMin: number;
  readonly yMax: number;
}

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PrintedLine[];
}

function named(element: XmlElement, name: string, found: XmlElement[] = []): readonly XmlElement[] {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) found.push(child);
    else named(child, name, found);
  }
  return found;
}

const number = (element: XmlElement, name: string): number => Number(element.attributes[name] ?? 0);

function lineOf(element: XmlElement): PrintedLine {
  return {
    text: named(element, 'word').map(textOf).join(' '),
    xMin: number(element, 'xMin'),
    xMax: number(element, 'xMax'),
    yMin: number(element, 'yMin'),
    yMax: number(element, 'yMax'),
  };
}

/** Pages of the output; none where it is not what poppler writes. */
export function pagesOf(layout: string): readonly PrintedPage[] {
  try {
    const root = parseXml(layout.replace(/<!DOCTYPE[^>]*>/i, ''), 'pdftotext');
    return named(root, 'page').map((page) => ({
      width: number(page, 'width'),
      height: number(page, 'height'),
      lines: named(page, 'line').map(lineOf),
    }));
  } catch (cause) {
    if (cause instanceof Refusal) return [];
    throw cause;
  }
}
