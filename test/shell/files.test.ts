/**
 * Guards writing: a file is complete under its name or not there, and a failure leaves neither a draft behind nor a
 * scratch on the file that was there before.
 */

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../../src/shell/files';

/** Dies when it comes to the bytes: the draft is made and empty. */
const KILLED_IN_MID_WRITING = `
  const { writeWhole } = require(${JSON.stringify(join(__dirname, '../../dist/shell/files.js'))});
  const bytes = new Proxy(new Uint8Array(3), { get: () => process.kill(process.pid, 'SIGKILL') });
  writeWhole(process.argv[1], bytes);
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baocao-tep-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('writes the bytes under the name, in folders that it makes, and nothing else', () => {
  const path = join(folder, '2026-Q1', 'don-vi', 'báo cáo mẫu.docx');
  writeWhole(path, bytes('nội dung mẫu'));
  expect(readFileSync(path, 'utf8')).toBe('nội dung mẫu');
  expect(readdirSync(join(folder, '2026-Q1', 'don-vi'))).toEqual(['báo cáo mẫu.docx']);
});

it('writes every byte of a large file, and an empty file', () => {
  const large = new Uint8Array(9_000_001).map((_, i) => i % 251);
  writeWhole(join(folder, 'lon.bin'), large);
  expect(Buffer.compare(readFileSync(join(folder, 'lon.bin')), Buffer.from(large))).toBe(0);
  writeWhole(join(folder, 'rong.bin'), new Uint8Array());
  expect(statSync(join(folder, 'rong.bin')).size).toBe(0);
});

it('replaces what was there, also when the new content is shorter', () => {
  const path = join(folder, 'a.txt');
  writeWhole(path, bytes('bản cũ dài hơn'));
  writeWhole(path, bytes('mới'));
  expect(readFileSync(path, 'utf8')).toBe('mới');
});

it('a renaming that fails leaves no draft and what was there', () => {
  const taken = join(folder, 'thu-muc.docx');
  mkdirSync(join(taken, 'con'), { recursive: true });
  expect(() => writeWhole(taken, bytes('x'))).toThrow();
  expect(readdirSync(folder)).toEqual(['thu-muc.docx']);
  expect(existsSync(join(taken, 'con'))).toBe(true);
});

it('a folder that cannot be made leaves the file that stands in its way', () => {
  writeFileSync(join(folder, 'tep'), 'của người khác');
  expect(() => writeWhole(join(folder, 'tep', 'a.txt'), bytes('x'))).toThrow();
  expect(readdirSync(folder)).toEqual(['tep']);
  expect(readFileSync(join(folder, 'tep'), 'utf8')).toBe('của người khác');
});

it('a draft that cannot be written leaves the old file whole', () => {
  const path = join(folder, 'a.txt');
  writeWhole(path, bytes('bản cũ'));
  const notBytes = { length: 3 } as unknown as Uint8Array;
  expect(() => writeWhole(path, notBytes)).toThrow();
  expect(readFileSync(path, 'utf8')).toBe('bản cũ');
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

it('sweeps away the draft that a killed process left under the same name, and no other', () => {
  const path = join(folder, 'a.txt');
  const left = spawnSync(process.execPath, ['-e', KILLED_IN_MID_WRITING, path]);
  expect(left.signal).toBe('SIGKILL');
  const [draft = ''] = readdirSync(folder);
  expect(draft).toMatch(/^\.a\.txt\..+\.\d+\.tmp$/);
  const [alive, elsewhere] = [
    draft.replace(/\d+\.tmp$/, `${process.ppid}.tmp`),
    draft.replace(/^\.a\.txt\.[^.]+/, '.a.txt.may-khac'),
  ];
  for (const name of [alive, elsewhere, draft.replace('.a.txt', '.b.txt')])
    writeFileSync(join(folder, name), 'dở dang');
  writeWhole(path, bytes('mới'));
  const kept = [alive, elsewhere, draft.replace('.a.txt', '.b.txt'), 'a.txt'];
  expect(readdirSync(folder).sort()).toEqual(kept.sort());
});
