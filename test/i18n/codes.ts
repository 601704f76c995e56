/** Where the source raises which code, and with which values, as far as its syntax tells. */

import ts from 'typescript';
import { lineOf, nodesOf, sources, type SourceFile } from '../architecture/sources';

export interface Raise {
  readonly code: string;
  readonly level: string;
  readonly at: string;
  /** Names of the values given; undefined where the argument cannot be followed. */
  readonly params: readonly string[] | undefined;
}

const MAKERS = new Set(['error', 'warning', 'info']);

function keysOf(literal: ts.ObjectLiteralExpression): readonly string[] | undefined {
  const keys = literal.properties.map((p) => (p.name && ts.isIdentifier(p.name) ? p.name.text : undefined));
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

/** The object literal that a name was made from, in the same file. */
function literalOf(file: SourceFile, name: string): ts.ObjectLiteralExpression | undefined {
  const made = nodesOf(file).find(
    (n): n is ts.VariableDeclaration => ts.isVariableDeclaration(n) && n.name.getText() === name,
  );
  return made?.initializer && ts.isObjectLiteralExpression(made.initializer) ? made.initializer : undefined;
}

function paramsOf(file: SourceFile, argument: ts.Expression | undefined): readonly string[] | undefined {
  if (argument === undefined) return [];
  if (ts.isObjectLiteralExpression(argument)) return keysOf(argument);
  const literal = ts.isIdentifier(argument) ? literalOf(file, argument.text) : undefined;
  return literal && keysOf(literal);
}

/** Code and values of `error(code, where, values)` and its like, and of `new Refusal(code, values)`. */
function argumentsOf(node: ts.Node): readonly (ts.Expression | undefined)[] | undefined {
  if (ts.isCallExpression(node) && MAKERS.has(node.expression.getText())) return [node.arguments[0], node.arguments[2]];
  if (ts.isNewExpression(node) && node.expression.getText() === 'Refusal')
    return [node.arguments?.[0], node.arguments?.[1]];
  return undefined;
}

export function raisesIn(file: SourceFile): readonly Raise[] {
  return nodesOf(file).flatMap((node) => {
    const [code, params] = argumentsOf(node) ?? [];
    if (!code || !ts.isStringLiteralLike(code)) return [];
    const level = ts.isCallExpression(node) ? node.expression.getText() : 'error';
    return [{ code: code.text, level, at: `${file.path}:${lineOf(file, node)}`, params: paramsOf(file, params) }];
  });
}

export const allRaises = (): readonly Raise[] => sources().flatMap(raisesIn);

/** Codes that stand as a text anywhere in a file, raised by a maker or not. */
export function codesNamed(file: SourceFile): readonly string[] {
  return nodesOf(file).flatMap((n) => (ts.isStringLiteralLike(n) && /^BC\d{4}$/.test(n.text) ? [n.text] : []));
}
