/** Returned workbooks being read in workers: the reading begins at once, while the command still loads its plan. */

import { identityOf, type ReturnedFile } from '../app/form-import';
import type { FormIdentity } from '../collect/form/model';
import { failed, ok, type Outcome } from '../lib/diagnostic';
import type { FoundFile } from '../shell/form-files';
import { openFormReader, type FormReader } from '../shell/form-reader';

export interface ReadForm extends FoundFile {
  readonly read: Outcome<ReturnedFile>;
  readonly identity: FormIdentity | null;
  readonly sha256: string | null;
}

export interface Reading {
  readonly reader: FormReader;
  /** In the order of the files; none of them rejects. */
  readonly forms: readonly Promise<ReadForm>[];
}

/** Who asks for it closes its reader. */
export function readForms(files: readonly FoundFile[]): Reading {
  const reader = openFormReader();
  return { reader, forms: files.map((file) => readOne(reader, file)) };
}

async function readOne(reader: FormReader, { path, name }: FoundFile): Promise<ReadForm> {
  const read = await reader.read(path, name);
  if (!read.value) return { path, name, read: failed(read.diagnostics), identity: null, sha256: null };
  const file = { name, ...read.value };
  return { path, name, read: ok(file), identity: identityOf(file).value ?? null, sha256: file.sha256 };
}
