/**
 * The worker that opens returned workbooks: nothing but this thread ever unpacks what a sender made. It answers one
 * request at a time with plain data; when it hangs or bursts, it is ended and the file refused.
 */

import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { ReadWorkbook } from '../collect/read/cells';
import { readFormWorkbook } from '../collect/read/workbook';
import { sha256 } from '../lib/canonical-json';
import { error, failed, ok, type Outcome } from '../lib/diagnostic';
import { reasonOf } from '../lib/reason';
import { markCells, type CellMark } from '../render/xlsx/mark-cells';

export type FormRequest =
  | { readonly kind: 'read'; readonly path: string; readonly name: string }
  | { readonly kind: 'mark'; readonly path: string; readonly name: string; readonly marks: readonly CellMark[] };

export interface ReadAnswer {
  readonly sha256: string;
  readonly workbook: ReadWorkbook;
}

export type FormAnswer = Outcome<ReadAnswer | Uint8Array>;

function answer(request: FormRequest): FormAnswer {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(request.path);
  } catch (reason) {
    return failed([error('BC1004', { file: request.name }, { reason: reasonOf(reason) })]);
  }
  if (request.kind === 'mark') return ok(markCells(bytes, request.marks));
  const read = readFormWorkbook(request.name, bytes);
  return read.value ? ok({ sha256: sha256(bytes), workbook: read.value }) : failed(read.diagnostics);
}

parentPort?.on('message', (request: FormRequest) => parentPort?.postMessage(answer(request)));
