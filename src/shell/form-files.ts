/** Files and folders named on the command line, as workbooks to read and files to pass over. */

import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compareVietnamese } from '../lib/text';
import { reasonOf } from '../lib/reason';

export interface FoundFile {
  readonly path: string;
  readonly name: string;
}

export interface FoundFiles {
  readonly workbooks: readonly FoundFile[];
  /** Found in a folder, but no workbook of a kind that forms come in. */
  readonly others: readonly FoundFile[];
  /** Named, but not there. */
  readonly missing: readonly { readonly name: string; readonly reason: string }[];
}

const WORKBOOK = /\.xls[xm]$/i;
/** Lock files of an open workbook, hidden files, and copies that were sent back. */
const PASSED_OVER = /^(?:~\$|\.)/;

/** A file named is taken whatever it is called; of a folder, with its folders, the workbooks. */
export function findFormFiles(paths: readonly string[]): FoundFiles {
  const workbooks: FoundFile[] = [];
  const others: FoundFile[] = [];
  const missing: { name: string; reason: string }[] = [];
  const visit = (path: string, named: boolean): void => {
    try {
      const stat = statSync(path);
      if (stat.isDirectory())
        for (const entry of readdirSync(path).sort(compareVietnamese)) {
          if (!PASSED_OVER.test(entry)) visit(join(path, entry), false);
        }
      else if (named || WORKBOOK.test(path)) workbooks.push({ path, name: basename(path) });
      else if (stat.isFile()) others.push({ path, name: basename(path) });
    } catch (reason) {
      missing.push({ name: path, reason: reasonOf(reason) });
    }
  };
  for (const path of paths) visit(path, true);
  return { workbooks, others, missing };
}
