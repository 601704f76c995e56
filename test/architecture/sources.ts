/**
 * What the architecture tests ask of a source file, answered from its syntax tree: what it imports, what it takes
 * from the machine, which texts it holds. Comments do not count; a word in a comment is not a dependency.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import ts from 'typescript';

export const SRC = join(__dirname, '..', '..', 'src');

export interface SourceFile {
  /** Path below `src`, with "/": `render/docx/tables.ts`. */
  readonly path: string;
  readonly tree: ts.SourceFile;
}

export function parse(path: string, text: string): SourceFile {
  return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

/** Every TypeScript file below `src`. */
export function sources(): readonly SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => parse(name.split(sep).join('/'), readFileSync(join(SRC, name), 'utf8')))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Every node of the tree, parents before children. */
export function nodesOf({ tree }: SourceFile): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const walk = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return found;
}

export interface Import {
  readonly specifier: string;
  /** Only types are taken: nothing of it is there at run time. */
  readonly typeOnly: boolean;
  /** Named bindings, as the other file calls them; empty for a namespace, default or bare import. */
  readonly names: readonly string[];
  /** Loaded when it is wanted: `await import(…)`. */
  readonly lazy: boolean;
}

function ofDeclaration(node: ts.ImportDeclaration): Import {
  const clause = node.importClause;
  const bindings = clause?.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : undefined;
  const allTypes = named !== undefined && named.length > 0 && !clause?.name && named.every((e) => e.isTypeOnly);
  return {
    specifier: (node.moduleSpecifier as ts.StringLiteral).text,
    typeOnly: clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || allTypes,
    names: named?.map((e) => (e.propertyName ?? e.name).text) ?? [],
    lazy: false,
  };
}

/** Static, type, dynamic and `require` imports and re-exports of the file. */
export function importsOf(file: SourceFile): readonly Import[] {
  return nodesOf(file).flatMap((node): readonly Import[] => {
    if (ts.isImportDeclaration(node)) return [ofDeclaration(node)];
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      return [{ specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly, names: [], lazy: false }];
    if (ts.isExternalModuleReference(node) && ts.isStringLiteral(node.expression))
      return [{ specifier: node.expression.text, typeOnly: false, names: [], lazy: false }];
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
      return [{ specifier: node.argument.literal.text, typeOnly: true, names: [], lazy: false }];
    if (!ts.isCallExpression(node)) return [];
    const [first] = node.arguments;
    const loads = node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require';
    if (!loads) return [];
    const specifier = first && ts.isStringLiteralLike(first) ? first.text : '(computed)';
    const lazy = node.expression.kind === ts.SyntaxKind.ImportKeyword;
    return [{ specifier, typeOnly: false, names: [], lazy }];
  });
}

/** Path below `src` that a relative import of the file means, without extension; undefined for a package. */
export function targetOf(file: SourceFile, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file.path), specifier)) : undefined;
}

export const roomOf = (path: string): string => path.split('/')[0] ?? '';

/** Package of a specifier: `date-fns/addDays` → `date-fns`, `node:fs/promises` → `node:fs`. */
export function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string);
}

/** Names that bring the machine's clock, chance, settings, time zone or network into a program. */
const GLOBALS = new Set(
  'performance crypto fetch navigator setTimeout setInterval setImmediate globalThis global __dirname __filename'.split(
    ' ',
  ),
);
const LOCAL_TIME =
  /^(get(Date|Day|Month|FullYear|Year|Hours|Minutes|Seconds|TimezoneOffset)|toLocale(Date|Time)String|to(Date|Time)String)$/;

function isReference(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent))
    return parent.name !== node;
  const declares = ts.isImportSpecifier(parent) || ts.isParameter(parent) || ts.isVariableDeclaration(parent);
  return !(declares && parent.name === node);
}

function takenBy(node: ts.Node, processMembers: readonly string[]): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    if (text === 'Date.now' || text === 'Math.random' || text === 'Intl.DateTimeFormat') return text;
    if (LOCAL_TIME.test(node.name.text)) return `.${node.name.text}`;
    if (node.expression.getText() === 'process' && !processMembers.includes(node.name.text)) return text;
  }
  if (ts.isIdentifier(node) && isReference(node)) {
    if (node.text === 'process' && !ts.isPropertyAccessExpression(node.parent)) return 'process';
    if (GLOBALS.has(node.text)) return node.text;
  }
  return undefined;
}

/** What the file takes from the machine, each as `line: what`. `processMembers` of `process` are allowed. */
export function impurities(file: SourceFile, processMembers: readonly string[] = []): readonly string[] {
  return nodesOf(file).flatMap((node) => {
    const what = takenBy(node, processMembers);
    return what === undefined ? [] : [`${lineOf(file, node)}: ${what}`];
  });
}

export function lineOf({ tree }: SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** String literals and the fixed pieces of templates, without import specifiers. */
export function textsOf(file: SourceFile): readonly { readonly text: string; readonly line: number }[] {
  return nodesOf(file).flatMap((node) => {
    const piece =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
    if (!piece || ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent)) return [];
    return [{ text: node.text, line: lineOf(file, node) }];
  });
}
