/**
 * What is wrong with a prose file, in the words of who writes it: the engine speaks English and, of a name that is
 * missing in the middle of a path, only of "undefined".
 */

import Handlebars from 'handlebars';
import { squeeze } from '../lib/text';

const at = (line: string | number, column: string | number): string => `(dòng ${line}, cột ${Number(column) + 1})`;

const SAYINGS: readonly (readonly [pattern: RegExp, say: (...found: string[]) => string])[] = [
  [/^Parse error on line (\d+)/, (line) => `sai cú pháp ở dòng ${line}`],
  [/^"(.+)" not defined in .* - (\d+):(\d+)$/, (name, line, column) => `không có tên "${name}" ${at(line, column)}`],
  [/unknown helper (\S+) - (\d+):(\d+)$/, (name, line, column) => `không có hàm "${name}" ${at(line, column)}`],
  [/^The partial (\S+) could not/, (name) => `tệp lời văn không lồng được tệp khác ("${name}")`],
  [
    /^(\S+) doesn't match (\S+) - (\d+):(\d+)$/,
    (open, end, line, column) => `khối "${open}" đóng bằng "${end}" ${at(line, column)}`,
  ],
];

/** The fault in Vietnamese with its line and column; what is not known stays as the engine says it. */
export function proseFault(source: string, view: object, { message }: Error): string {
  for (const [pattern, say] of SAYINGS) {
    const found = pattern.exec(message);
    if (found) return say(...found.slice(1));
  }
  const missing = missingPath(source, view);
  if (missing === undefined) return squeeze(message);
  const { line, column } = missing.loc.start;
  return `không có tên "${missing.original}" ${at(line, column)}`;
}

const has = (of: unknown, name: string): boolean => typeof of === 'object' && of !== null && name in of;

/** The first path that leads nowhere from the view; those inside `each` and `with` begin elsewhere and are passed over. */
function missingPath(source: string, view: object): hbs.AST.PathExpression | undefined {
  const found: hbs.AST.PathExpression[] = [];
  class Paths extends Handlebars.Visitor {
    override BlockStatement(block: hbs.AST.BlockStatement): void {
      const { original } = block.path;
      if (original !== 'each' && original !== 'with') super.BlockStatement(block);
    }

    override PathExpression(path: hbs.AST.PathExpression): void {
      let of: unknown = view;
      for (const part of path.parts) {
        // One part alone may be a helper's name; the engine names it itself when it is none.
        if (!has(of, part)) return void (path.parts.length > 1 && found.push(path));
        of = (of as Record<string, unknown>)[part];
      }
    }
  }
  new Paths().accept(Handlebars.parse(source));
  return found[0];
}
