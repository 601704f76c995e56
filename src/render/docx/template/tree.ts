/**
 * A part of a template as a tree that can be changed and written again. Everything the program that made the part
 * put into it stays as it was; what is added comes as finished XML (`raw`) and is never looked into.
 */

import { parseXml } from '../../../office-file/xml';
import { escapeXml } from '../xml';

export interface Node {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Child[];
}
export interface Raw {
  readonly raw: string;
}
export type Child = Node | Raw | string;

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The tree of a part; throws a Refusal on XML that is not well formed. */
export function treeOf(text: string, part: string): Node {
  return parseXml(text, part) as Node;
}

export const isNode = (child: Child): child is Node => typeof child === 'object' && 'name' in child;

const attributeText = (value: string): string =>
  escapeXml(value).replace(/[\n\t]/g, (space) => (space === '\n' ? '&#10;' : '&#9;'));

function write(child: Child, out: string[]): void {
  if (typeof child === 'string') out.push(escapeXml(child));
  else if ('raw' in child) out.push(child.raw);
  else {
    out.push(`<${child.name}`);
    for (const [name, value] of Object.entries(child.attributes)) out.push(` ${name}="${attributeText(value)}"`);
    if (child.children.length === 0) return void out.push('/>');
    out.push('>');
    for (const each of child.children) write(each, out);
    out.push(`</${child.name}>`);
  }
}

/** XML of one element. */
export function xmlOf(node: Child): string {
  const out: string[] = [];
  write(node, out);
  return out.join('');
}

export const partXml = (root: Node): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xmlOf(root)}`;

export function node(name: string, attributes: Record<string, string> = {}, children: Child[] = []): Node {
  return { name, attributes, children };
}

export function copyOf(original: Node): Node {
  const children = original.children.map((child) => (isNode(child) ? copyOf(child) : child));
  return { name: original.name, attributes: { ...original.attributes }, children };
}

export function child(parent: Node | undefined, name: string): Node | undefined {
  return parent?.children.find((each): each is Node => isNode(each) && each.name === name);
}

export function children(parent: Node | undefined, name: string): readonly Node[] {
  return parent?.children.filter((each): each is Node => isNode(each) && each.name === name) ?? [];
}

/** The text that stands in an element itself. */
export const textOf = ({ children: all }: Node): string =>
  all.flatMap((each) => (typeof each === 'string' ? [each] : [])).join('');

/** Puts other children in the place of one; none takes it away. */
export function replaceChild(parent: Node, old: Child, fresh: readonly Child[]): void {
  const at = parent.children.indexOf(old);
  if (at < 0) throw new Error(`not a child of ${parent.name}`);
  parent.children.splice(at, 1, ...fresh);
}

/** Puts a child where the schema's order has it: before the first of those that come after it. */
export function placeChild(parent: Node, fresh: Node, order: readonly string[]): void {
  const later = new Set(order.slice(order.indexOf(fresh.name) + 1));
  const at = parent.children.findIndex((each) => isNode(each) && later.has(each.name));
  if (at < 0) parent.children.push(fresh);
  else parent.children.splice(at, 0, fresh);
}

/** Every element below, outermost first, with the elements that hold it, nearest first. */
export function* walk(root: Node, above: readonly Node[] = []): Generator<{ node: Node; above: readonly Node[] }> {
  yield { node: root, above };
  const inner = [root, ...above];
  for (const each of root.children) if (isNode(each)) yield* walk(each, inner);
}
