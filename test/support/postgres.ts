/**
 * A real PostgreSQL for the tests, at the address in BAOCAO_TEST_POSTGRES (`test/support/postgres.sh start` gives
 * one). Without it these tests are skipped with a line that says so; in CI that is a failure. Each test file has a
 * database of its own, so that files can run side by side.
 */

import { Client } from 'pg';

const GIVEN = process.env['BAOCAO_TEST_POSTGRES'];
const NEEDED = 'cần gói postgresql và biến BAOCAO_TEST_POSTGRES (xem test/support/postgres.sh)';

/** `describe` on a server; a skipped `describe` that says what is missing; in CI a failing test. */
export function describePostgres(title: string, body: () => void): void {
  if (GIVEN) return describe(title, body);
  if (process.env['CI'])
    return describe(title, () => {
      it('has its server', () => {
        throw new Error(NEEDED);
      });
    });
  process.stderr.write(`bỏ qua: ${title}: ${NEEDED}\n`);
  return describe.skip(`${title} (bỏ qua: ${NEEDED})`, body);
}

/** Rows of the last of the statements, run one by one on one connection. */
export async function ask<R>(url: string, ...statements: readonly string[]): Promise<readonly R[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: readonly R[] = [];
    for (const sql of statements) rows = ((await client.query(sql)) as unknown as { rows: R[] }).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** A database that exists from `create` to `drop`, on the server of the tests. */
export class TestDatabase {
  private readonly name: string;

  /** `label`: small letters and `_`, one a test file. */
  constructor(label: string) {
    this.name = `baocao_${label}_${process.pid}`;
  }

  get url(): string {
    return this.urlOf();
  }

  /** The same database, as another account. */
  urlOf(user?: { readonly name: string; readonly password: string }): string {
    const url = new URL(GIVEN as string);
    url.pathname = `/${this.name}`;
    if (user) [url.username, url.password] = [user.name, user.password];
    return url.href;
  }

  /** Empty, or with what another database holds that nobody is connected to. */
  async create(as?: TestDatabase): Promise<void> {
    await ask(GIVEN as string, `CREATE DATABASE ${this.name}${as ? ` TEMPLATE ${as.name}` : ''}`);
  }

  /** Until the server has noticed that processes of the program are gone. */
  async quiet(): Promise<void> {
    const others = `SELECT 1 FROM pg_stat_activity WHERE datname = '${this.name}'`;
    while ((await ask(GIVEN as string, others)).length > 0) await new Promise((wake) => setTimeout(wake, 20));
  }

  /** Rows of the last of the statements, run one by one on one connection. */
  ask<R = unknown>(...statements: readonly string[]): Promise<readonly R[]> {
    return ask<R>(this.url, ...statements);
  }

  /** No ledger any more. */
  async empty(): Promise<void> {
    await this.ask('DROP SCHEMA IF EXISTS baocao CASCADE');
  }

  async drop(): Promise<void> {
    await ask(GIVEN as string, `DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`);
  }
}
