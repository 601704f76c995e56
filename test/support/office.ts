/**
 * An office for tests of whole commands on either store: a workspace with its own ledger, the program run in it, and
 * what stands there afterwards. One can be copied as it is, so that many tests begin from the same facts.
 */

import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerStore, Verification } from '../../src/ledger/store/port';
import { transferLines } from '../../src/ledger/store/transfer-lines';
import { sha256 } from '../../src/lib/canonical-json';
import { openPostgresLedger } from '../../src/shell/postgres-ledger';
import { openSqliteLedger } from '../../src/shell/sqlite-ledger';
import { PROGRAM, Sandbox, type Ran } from './cli';
import { TestDatabase } from './postgres';

export type StoreKind = 'sqlite' | 'postgres';

let made = 0;

/** How a process ended, and what it said. */
export interface Ended extends Ran {
  readonly signal: NodeJS.Signals | null;
}

export class Office extends Sandbox {
  private constructor(
    readonly kind: StoreKind,
    private readonly database: TestDatabase | undefined,
  ) {
    super();
  }

  static async open(kind: StoreKind, like?: Office): Promise<Office> {
    const database = kind === 'postgres' ? new TestDatabase(`phong_${(made += 1)}`) : undefined;
    const office = new Office(kind, database);
    if (like) cpSync(like.folder, office.folder, { recursive: true });
    if (database && like) await like.database?.quiet();
    await database?.create(like?.database);
    return office;
  }

  get db(): string {
    return this.database?.url ?? `sqlite:${this.path('data', 'ledger.sqlite')}`;
  }

  override runWith(options: Parameters<Sandbox['runWith']>[0], ...args: readonly string[]): Ran {
    return super.runWith(options, ...args, '--db', this.db);
  }

  /** The program started in a process of its own, with that module loaded before it. */
  start(args: readonly string[], env: Record<string, string> = {}, preload?: string): ChildProcess {
    const before = preload === undefined ? [] : ['--require', preload];
    const words = [...before, PROGRAM, '--workspace', this.folder, ...args, '--db', this.db];
    return spawn(process.execPath, words, { cwd: this.folder, env: { ...process.env, ...env } });
  }

  /** Until processes that were killed hold nothing of the store any more. */
  async quiet(): Promise<void> {
    await this.database?.quiet();
  }

  sql<R>(...statements: readonly string[]): Promise<readonly R[]> {
    if (!this.database) throw new Error('not a server');
    return this.database.ask<R>(...statements);
  }

  /** A look at the ledger. An embedded one is copied first, so that the look leaves no trace in the program's files. */
  async ledger<T>(look: (ledger: LedgerStore) => Promise<T>): Promise<T> {
    if (this.database) return closing(await openPostgresLedger(this.database.url), look);
    const copy = mkdtempSync(join(tmpdir(), 'baocao-ban-chep-'));
    try {
      for (const side of ['', '-wal', '-journal']) {
        const file = this.path('data', `ledger.sqlite${side}`);
        if (existsSync(file)) cpSync(file, join(copy, `so.sqlite${side}`));
      }
      return await closing(openSqliteLedger(join(copy, 'so.sqlite')), look);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }

  verify(): Promise<Verification> {
    return this.ledger((ledger) => ledger.verify());
  }

  /** The whole ledger as `ledger export` prints it. */
  lines(): Promise<readonly string[]> {
    return this.ledger(async (ledger) => {
      const lines: string[] = [];
      for await (const line of transferLines(ledger, {})) lines.push(JSON.stringify(line));
      return lines;
    });
  }

  /** Every file below a folder (output), hidden ones too, with its hash. */
  tree(folder = 'output'): Readonly<Record<string, string>> {
    const root = this.path(folder);
    if (!existsSync(root)) return {};
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
    const paths = files.map((e) => join(e.parentPath, e.name)).sort();
    return Object.fromEntries(paths.map((path) => [path.slice(root.length + 1), sha256(readFileSync(path))]));
  }

  folderMade(...parts: readonly string[]): string {
    mkdirSync(this.path(...parts), { recursive: true });
    return this.path(...parts);
  }

  async close(): Promise<void> {
    await this.database?.drop();
    this.remove();
  }
}

async function closing<T>(ledger: LedgerStore, look: (ledger: LedgerStore) => Promise<T>): Promise<T> {
  try {
    return await look(ledger);
  } finally {
    await ledger.close();
  }
}

/** The end of a process that was started, and what it said until then. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (data: Buffer) => (said.stdout += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (said.stderr += data.toString()));
  return new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal, ...said })));
}
