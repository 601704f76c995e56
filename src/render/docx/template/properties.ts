/** Document properties of a filled template: ours win, an agency's own custom ones are kept. */

import { partText } from '../../package/canonical';
import { customPropertiesXml } from '../properties';
import { addRelationship, relationshipsOf, setContentType, type PartMap } from './package';
import { children, copyOf, partXml, treeOf } from './tree';

const CORE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
const TYPES = {
  core: 'application/vnd.openxmlformats-package.core-properties+xml',
  custom: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
} as const;

export function documentProperties(parts: PartMap, custom: Readonly<Record<string, string>>, coreXml: string): void {
  put(parts, 'core', CORE, coreXml);
  const ours = customPropertiesXml(custom);
  const known = relationshipsOf(parts, '').find(({ type }) => type === 'custom-properties')?.target;
  const theirs = known === undefined ? undefined : partText(parts, known);
  put(parts, 'custom', 'custom-properties', theirs === undefined ? ours : joined(ours, theirs));
}

function put(parts: PartMap, kind: 'core' | 'custom', type: string, xml: string): void {
  const known = relationshipsOf(parts, '').find((each) => each.type === type.split('/').at(-1))?.target;
  const name = known ?? `docProps/${kind}.xml`;
  parts.set(name, xml);
  setContentType(parts, name, TYPES[kind]);
  if (known === undefined) addRelationship(parts, '', type, name);
}

function joined(ours: string, theirs: string): string {
  const root = treeOf(ours, 'docProps/custom.xml');
  const names = new Set(children(root, 'property').map((p) => p.attributes['name']));
  const kept = children(treeOf(theirs, 'docProps/custom.xml'), 'property').filter(
    (p) => !names.has(p.attributes['name']),
  );
  root.children.push(...kept.map(copyOf));
  children(root, 'property').forEach((property, i) => (property.attributes['pid'] = String(i + 2)));
  return partXml(root);
}
