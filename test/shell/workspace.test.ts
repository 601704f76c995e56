/**
 * Guards which file is read: the workspace's own before the installed one of the same name, and what a person is
 * shown of a path.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { openWorkspace, readText } from '../../src/shell/workspace';

const INSTALLED = resolve(__dirname, '../..');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baocao-kho-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe('where the workspace is', () => {
  it('the folder given, taken from the current one', () => {
    expect(openWorkspace('con', folder).root).toBe(join(folder, 'con'));
    expect(openWorkspace(folder, INSTALLED).root).toBe(folder);
  });

  it('else the current folder when it has data, else the installed one', () => {
    expect(openWorkspace(undefined, folder).root).toBe(INSTALLED);
    put('data/workspace.json', '{}');
    expect(openWorkspace(undefined, folder).root).toBe(folder);
  });
});

describe('files', () => {
  it('of the workspace win over the installed ones, one by one', () => {
    const own = put('data/rules/bao-cao-cchc.json', '{}');
    const ws = openWorkspace(folder, folder);
    expect(ws.find('data', 'rules', 'bao-cao-cchc.json')).toBe(own);
    expect(ws.find('data', 'units', 'hanoi.json')).toBe(join(INSTALLED, 'data/units/hanoi.json'));
    expect(ws.find('data', 'units', 'khong-co.json')).toBeUndefined();
  });

  it('are listed from both places, each name once, in order', () => {
    put('data/rules/a-mau.json', '{}');
    put('data/rules/bao-cao-cchc.json', '{}');
    put('data/rules/ghi-chu.txt', '');
    const installed = openWorkspace(INSTALLED, INSTALLED).list('data/rules', '.json');
    expect(installed).toContain('bao-cao-cchc');
    expect(openWorkspace(folder, folder).list('data/rules', '.json')).toEqual(['a-mau', ...installed].sort());
    expect(openWorkspace(folder, folder).list('data/khong-co', '.json')).toEqual([]);
  });

  it('are shown by their way from the workspace; outputs stand under output', () => {
    const ws = openWorkspace(folder, folder);
    expect(ws.show(join(folder, 'data', 'a.json'))).toBe(join('data', 'a.json'));
    expect(ws.show(folder)).toBe('.');
    expect(ws.output('2026-Q1', 'a.docx')).toBe(join(folder, 'output', '2026-Q1', 'a.docx'));
  });

  it('lose a byte-order mark in front, and nothing else', () => {
    expect(readText(put('a.txt', '\uFEFFmẫu\uFEFF\n'))).toBe('mẫu\uFEFF\n');
  });
});
