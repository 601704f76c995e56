/** Drawn things: the lines that Word users draw under names, pictures, boxes. DrawingML and the older VML. */

import { childOf, textOf, type XmlElement } from '../../office-file/xml';
import type { Shape } from './document';
import { fromEmu, twips } from './values';

/** Flatter than this is a line, twips. */
const FLAT = 60;

function descendants(element: XmlElement, names: ReadonlySet<string>, found: XmlElement[] = []): XmlElement[] {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (names.has(child.name)) found.push(child);
    if (child.name !== 'w:txbxContent') descendants(child, names, found);
  }
  return found;
}

function kindOf(width: number | null, height: number | null, isLine: boolean, isPicture: boolean): Shape['kind'] {
  if (isPicture) return 'picture';
  const flat = height !== null && Math.abs(height) <= FLAT && (width ?? 0) > FLAT;
  return isLine || flat ? 'line' : 'box';
}

/** How far a DrawingML anchor stands from the middle of its column; inline ones follow the text. */
function positionOf(anchor: XmlElement): Pick<Shape, 'offCentre' | 'left'> {
  const horizontal = childOf(anchor, 'wp:positionH');
  const align = childOf(horizontal, 'wp:align');
  if (align) return { offCentre: textOf(align).trim() === 'center' ? 0 : null, left: null };
  const offset = childOf(horizontal, 'wp:posOffset');
  const column = /^(column|margin|character)?$/.test(horizontal?.attributes['relativeFrom'] ?? '');
  const left = offset && column ? fromEmu(textOf(offset).trim()) : undefined;
  return left === undefined ? { offCentre: null, left: null } : { offCentre: 'from-left', left };
}

function drawnShape(anchor: XmlElement): Shape {
  const extent = childOf(anchor, 'wp:extent');
  const width = fromEmu(extent?.attributes['cx']) ?? null;
  const height = fromEmu(extent?.attributes['cy']) ?? null;
  const geometry = descendants(anchor, new Set(['a:prstGeom', 'wps:cNvCnPr', 'pic:pic']));
  const isPicture = geometry.some((each) => each.name === 'pic:pic');
  const isLine = geometry.some(
    ({ name, attributes }) => name === 'wps:cNvCnPr' || /^(line|straightConnector1)$/.test(attributes['prst'] ?? ''),
  );
  return { kind: kindOf(width, height, isLine, isPicture), width, height, ...positionOf(anchor) };
}

function styleValue(style: string, name: string): number | undefined {
  return twips(new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`).exec(style)?.[1]?.trim());
}

function pairOf(value: string | undefined): readonly [number, number] | undefined {
  const [x, y] = (value ?? '').split(',').map((each) => twips(each.trim()));
  return x === undefined || y === undefined ? undefined : [x, y];
}

function vmlLine(element: XmlElement): Shape {
  const from = pairOf(element.attributes['from']);
  const to = pairOf(element.attributes['to']);
  const style = element.attributes['style'] ?? '';
  const width = from && to ? Math.abs(to[0] - from[0]) : (styleValue(style, 'width') ?? null);
  const left = from && to ? Math.min(from[0], to[0]) : (styleValue(style, 'margin-left') ?? null);
  return { kind: 'line', width, height: 0, offCentre: left === null ? null : 'from-left', left };
}

function vmlShape(element: XmlElement): Shape {
  const style = element.attributes['style'] ?? '';
  const width = styleValue(style, 'width') ?? null;
  const height = styleValue(style, 'height') ?? null;
  const connector = /_x0000_t32\b/.test(element.attributes['type'] ?? '');
  const left = styleValue(style, 'margin-left') ?? null;
  const picture = childOf(element, 'v:imagedata') !== undefined;
  const kind = kindOf(width, height, connector, picture);
  return { kind, width, height, offCentre: left === null ? null : 'from-left', left };
}

/** Shapes of a `w:drawing`, `w:pict` or `w:object`. */
export function shapesOf(drawing: XmlElement): readonly Shape[] {
  const anchors = descendants(
    drawing,
    new Set(['wp:anchor', 'wp:inline', 'v:line', 'v:shape', 'v:rect', 'v:roundrect']),
  );
  return anchors.map((each) => {
    if (each.name.startsWith('wp:')) return drawnShape(each);
    return each.name === 'v:line' ? vmlLine(each) : vmlShape(each);
  });
}
