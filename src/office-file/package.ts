/**
 * The parts of an Office package by what they are for, not by their usual name: some programs write
 * `word/document2.xml`. The root's relations name the main part, the main part's relations name the others.
 */

import { broken } from './refusal';
import { relationshipsIn, relsName, type Relationship } from './relationships';
import { childrenOf, parseXml, type XmlElement } from './xml';
import type { Archive } from './zip';

export interface MainPart {
  readonly root: XmlElement;
  /** The part of a relation id, parsed; undefined where there is none. */
  byId(id: string): XmlElement | undefined;
  /** The first part of that kind ("styles", "numbering", "sharedStrings"). */
  byKind(kind: string): XmlElement | undefined;
}

/** The main part of the package, which is `usual` unless the package says otherwise; its root must be `element`. */
export function mainPartOf(archive: Archive, usual: string, element: string, what: string): MainPart {
  const named = relationsOf(archive, '').find(({ type }) => type === 'officeDocument')?.target;
  const name = named !== undefined && archive.has(named) ? named : usual;
  const root = partOf(archive, name);
  if (root?.name !== element) throw broken(`không phải tệp ${what}`);
  const relations = relationsOf(archive, name);
  const part = (relation: Relationship | undefined): XmlElement | undefined =>
    relation === undefined ? undefined : partOf(archive, relation.target);
  return {
    root,
    byId: (id) => part(relations.find((relation) => relation.id === id)),
    byKind: (kind) => part(relations.find((relation) => relation.type === kind)),
  };
}

function partOf(archive: Archive, name: string): XmlElement | undefined {
  const text = archive.text(name);
  return text === undefined ? undefined : parseXml(text, name);
}

function relationsOf(archive: Archive, part: string): readonly Relationship[] {
  return relationshipsIn(childrenOf(partOf(archive, relsName(part)), 'Relationship'), part);
}
