/**
 * Notes (ghi chú) on cells: the part with their texts, the drawing that shows them, and the entries that name both.
 * Notes that the sheet has already stay; on a cell that has one the new words follow the old.
 */

import {
  OFFICE_RELATIONS,
  PACKAGE_RELATIONS,
  relsName,
  resolvePart,
  XML_HEAD,
} from '../../../office-file/relationships';
import { partText } from '../../package/canonical';
import { escapeXml } from '../cell-text';
import { columnNumber } from './sheet-cells';

type Parts = Map<string, Uint8Array | string>;

interface Note {
  readonly cell: string;
  readonly text: string;
}

const AUTHOR = 'Chương trình tổng hợp báo cáo';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
/** What stands behind `legacyDrawing` in a sheet. */
const AFTER =
  /<(?:\w+:)?(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/(?:\w+:)?worksheet>/;

/** The sheet's XML, with its notes added to the package. */
export function addNotes(parts: Parts, sheet: string, xml: string, notes: readonly Note[]): string {
  const rels = relationsOf(parts, sheet);
  const comments = rels.find('comments') ?? rels.add('comments', free(parts, 'xl/comments', 'xml'));
  const hadDrawing = /<(?:\w+:)?legacyDrawing\b[^>]*?r?:?id="([^"]*)"/.test(xml) && rels.find('vmlDrawing');
  const drawing = hadDrawing || rels.add('vmlDrawing', free(parts, 'xl/drawings/vmlDrawing', 'vml'));
  const before = partText(parts, comments);
  const fresh = notes.filter((n) => !hasNote(before ?? '', n.cell));
  parts.set(comments, withNotes(before, notes));
  parts.set(drawing, withShapes(partText(parts, drawing), fresh));
  parts.set(rels.name, rels.xml());
  addTypes(parts, comments);
  if (hadDrawing) return xml;
  const prefix = /<(\w+:)?worksheet\b/.exec(xml)?.[1] ?? '';
  const tag = `<${prefix}legacyDrawing xmlns:r="${OFFICE_RELATIONS}" r:id="${rels.idOf('vmlDrawing')}"/>`;
  const tail = xml.lastIndexOf('sheetData');
  const at = tail + (AFTER.exec(xml.slice(tail))?.index ?? 0);
  return xml.slice(0, at) + tag + xml.slice(at);
}

/** A name for a new part: `xl/comments3.xml`. */
function free(parts: Parts, stem: string, extension: string): string {
  let n = 1;
  while (parts.has(`${stem}${n}.${extension}`)) n += 1;
  return `${stem}${n}.${extension}`;
}

interface Relations {
  readonly name: string;
  /** The part of the first relation of that type. */
  find(type: string): string | undefined;
  idOf(type: string): string;
  add(type: string, part: string): string;
  xml(): string;
}

function relationsOf(parts: Parts, sheet: string): Relations {
  const name = relsName(sheet);
  let xml = partText(parts, name) ?? `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}"></Relationships>`;
  xml = xml.replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>');
  const tags = (): readonly string[] => xml.match(/<Relationship\s[^>]*>/g) ?? [];
  const value = (tag: string, key: string): string => new RegExp(`\\s${key}="([^"]*)"`).exec(tag)?.[1] ?? '';
  const ofType = (type: string): string | undefined => tags().find((t) => value(t, 'Type').endsWith(`/${type}`));
  return {
    name,
    find: (type) => {
      const tag = ofType(type);
      return tag && resolvePart(sheet, value(tag, 'Target'));
    },
    idOf: (type) => value(ofType(type) ?? '', 'Id'),
    add: (type, part) => {
      let n = 1;
      while (tags().some((t) => value(t, 'Id') === `rIdGhiChu${n}`)) n += 1;
      const tag = `<Relationship Id="rIdGhiChu${n}" Type="${OFFICE_RELATIONS}/${type}" Target="/${part}"/>`;
      xml = xml.replace('</Relationships>', `${tag}</Relationships>`);
      return part;
    },
    xml: () => xml,
  };
}

const hasNote = (comments: string, cell: string): boolean =>
  new RegExp(`<(?:\\w+:)?comment\\s[^>]*ref="${cell}"`).test(comments);

function withNotes(before: string | undefined, notes: readonly Note[]): string {
  let xml = before ?? `${XML_HEAD}<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`;
  const prefix = /<(\w+:)?comments\b/.exec(xml)?.[1] ?? '';
  const list = new RegExp(`<${prefix}(authors|commentList)([^>]*)/>`, 'g');
  xml = xml.replace(list, `<${prefix}$1$2></${prefix}$1>`);
  const authors = xml.match(new RegExp(`<${prefix}author\\b`, 'g'))?.length ?? 0;
  xml = xml.replace(`</${prefix}authors>`, `<${prefix}author>${AUTHOR}</${prefix}author></${prefix}authors>`);
  for (const { cell, text } of notes) {
    const run = (words: string): string =>
      `<${prefix}r><${prefix}t xml:space="preserve">${escapeXml(words)}</${prefix}t></${prefix}r>`;
    if (hasNote(xml, cell)) {
      const own = new RegExp(`(<${prefix}comment\\s[^>]*ref="${cell}"[\\s\\S]*?)(</${prefix}text>)`);
      xml = xml.replace(own, (_, head: string, tail: string) => head + run(`\n${text}`) + tail);
    } else {
      const comment = `<${prefix}comment ref="${cell}" authorId="${authors}"><${prefix}text>${run(text)}</${prefix}text></${prefix}comment>`;
      xml = xml.replace(`</${prefix}commentList>`, () => `${comment}</${prefix}commentList>`);
    }
  }
  return xml;
}

const VML_HEAD =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

function withShapes(before: string | undefined, notes: readonly Note[]): string {
  const xml = before ?? `${VML_HEAD}</xml>`;
  const taken = [...xml.matchAll(/_x0000_s(\d+)/g)].map((m) => Number(m[1]));
  const first = Math.max(1024, ...taken) + 1;
  const shapes = notes.map((note, i) => shape(note, first + i)).join('');
  const end = xml.lastIndexOf('</xml>');
  return xml.slice(0, end) + shapes + xml.slice(end);
}

/** A hidden yellow box beside its cell, large enough for its text. */
function shape({ cell, text }: Note, id: number): string {
  const match = /^([A-Z]+)(\d+)$/.exec(cell);
  const column = columnNumber(match?.[1] ?? 'A') - 1;
  const row = Number(match?.[2] ?? 1) - 1;
  const rows = Math.min(14, 3 + Math.ceil(text.length / 60));
  const anchor = [column + 1, 12, Math.max(0, row - 1), 8, column + 4, 20, Math.max(0, row - 1) + rows, 4].join(', ');
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:5pt;width:230pt;height:${rows * 15}pt;z-index:${id - 1024};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

function addTypes(parts: Parts, comments: string): void {
  let xml = partText(parts, '[Content_Types].xml') ?? '';
  const add = (entry: string): void => void (xml = xml.replace('</Types>', `${entry}</Types>`));
  if (!/<Default\s[^>]*Extension="vml"/i.test(xml)) add(`<Default Extension="vml" ContentType="${VML_TYPE}"/>`);
  if (!xml.includes(`PartName="/${comments}"`))
    add(`<Override PartName="/${comments}" ContentType="${COMMENTS_TYPE}"/>`);
  parts.set('[Content_Types].xml', xml);
}
