/** Guards lines of files larger than the memory: their numbers, their ends, and what is no text at all. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begun, linePages, readLines, UnreadableLines } from '../../src/shell/lines';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baocao-dong-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(content: string | Uint8Array): string {
  const path = join(folder, 'mau.jsonl');
  writeFileSync(path, content);
  return path;
}

async function all<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

describe('lines of a file', () => {
  it('are numbered as an editor numbers them, whatever ends them; a byte-order mark is no text', async () => {
    expect(await all(readLines(put('\uFEFFmột\r\n\nba\n')))).toEqual([
      { text: 'một', line: 1 },
      { text: '', line: 2 },
      { text: 'ba', line: 3 },
    ]);
  });

  it('the last one needs no end, and an empty file has none', async () => {
    expect((await all(readLines(put('một\nhai')))).map((l) => l.text)).toEqual(['một', 'hai']);
    expect(await all(readLines(put('')))).toEqual([]);
  });

  it('come whole however the file is read, Vietnamese letters across a piece included', async () => {
    const long = 'Ủy ban nhân dân phường mẫu '.repeat(40_000);
    const lines = [long, 'giữa', `ế${long}`, ''];
    expect((await all(readLines(put(`${lines.join('\r\n')}\r\n`)))).map((l) => l.text)).toEqual(lines);
  });

  it.each([
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x0a]), 'không phải văn bản mã UTF-8'],
    ['a letter that is cut off at the end', Buffer.from('mẫ', 'utf8').subarray(0, 3), 'không phải văn bản mã UTF-8'],
  ])('refuses %s', async (_what, bytes, reason) => {
    const path = put(bytes);
    const refused = await all(readLines(path)).catch((failure: unknown) => failure);
    expect(refused).toBeInstanceOf(UnreadableLines);
    const { diagnostic } = refused as UnreadableLines;
    expect([diagnostic.code, diagnostic.where.file]).toEqual(['BC1004', path]);
    expect(diagnostic.params['reason']).toContain(reason);
  });

  it('refuses what is no file', async () => {
    await expect(all(readLines(folder))).rejects.toThrow('đây là thư mục');
    await expect(all(readLines(join(folder, 'khong-co')))).rejects.toThrow('không có tệp');
  });
});

describe('pages of lines', () => {
  it('hold all lines that are not blank, with their places', async () => {
    const path = put(`${'a\n'.repeat(2000)}  \nb\n`);
    const pages = await all(linePages(path));
    expect(pages.map((page) => page.length)).toEqual([2000, 1]);
    expect(pages[1]).toEqual([{ text: 'b', where: { file: path, line: 2002 } }]);
    expect(await all(linePages(put(' \n')))).toEqual([]);
  });

  it('begun, are the same pages', async () => {
    async function* numbers(): AsyncGenerator<number> {
      yield* [1, 2, 3];
    }
    expect(await all(await begun(numbers()))).toEqual([1, 2, 3]);
    expect(await all(await begun(linePages(put(''))))).toEqual([]);
  });
});
