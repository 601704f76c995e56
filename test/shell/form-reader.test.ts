/**
 * The pool that reads returned workbooks: a file on which a worker hangs or bursts is refused and the others go on.
 * Workers run the built program, so this test looks at `dist`.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Reader from '../../src/shell/form-reader';
import { modelOf, render } from '../collect/form/forms';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const { openFormReader } = require('../../dist/shell/form-reader') as typeof Reader;

const folder = mkdtempSync(join(tmpdir(), 'doc-bieu-'));
const good = join(folder, 'tot.xlsx');
beforeAll(async () => writeFileSync(good, await render(modelOf())));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const codes = (read: Awaited<ReturnType<Reader.FormReader['read']>>): readonly string[] =>
  read.value ? ['đọc được'] : read.diagnostics.map((d) => d.code);

test('nhiều tệp một lúc, tệp hỏng không cản tệp tốt', async () => {
  const bad = join(folder, 'hong.xlsx');
  writeFileSync(bad, 'không phải tệp nén');
  const reader = openFormReader();
  try {
    const reads = await Promise.all([bad, good, bad, good, good].map((path) => reader.read(path, 'x.xlsx')));
    expect(reads.map(codes)).toEqual([['BC1603'], ['đọc được'], ['BC1603'], ['đọc được'], ['đọc được']]);
  } finally {
    await reader.close();
  }
});

test('quá thời gian thì dừng, thay luồng đọc khác và đọc tiếp', async () => {
  const hasty = openFormReader({ milliseconds: 1, workers: 1 });
  try {
    const reads = await Promise.all([hasty.read(good, 'a.xlsx'), hasty.read(good, 'b.xlsx')]);
    expect(reads.map(codes)).toEqual([['BC2244'], ['BC2244']]);
  } finally {
    await hasty.close();
  }
});

test('quá bộ nhớ thì dừng, không kéo cả chương trình theo', async () => {
  const small = openFormReader({ heapMb: 2, workers: 1 });
  try {
    expect(codes(await small.read(good, 'a.xlsx'))).toEqual(['BC2244']);
  } finally {
    await small.close();
  }
});

test('tệp không có và tệp quá lớn không đến luồng đọc nào', async () => {
  const big = join(folder, 'lon.xlsx');
  writeFileSync(big, new Uint8Array(25_000_001));
  const reader = openFormReader();
  try {
    expect(codes(await reader.read(join(folder, 'khong-co.xlsx'), 'x'))).toEqual(['BC1004']);
    expect(codes(await reader.read(big, 'x'))).toEqual(['BC1601']);
  } finally {
    await reader.close();
  }
});
