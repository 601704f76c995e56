/**
 * Connections to PostgreSQL and what runs on them. A transaction has a connection of its own; one that failed in it is
 * thrown away, so the server rolls back and nothing half-done goes back into the pool.
 */

import { Client, Pool, types, type ClientBase, type PoolClient } from 'pg';
import { connectionLost } from './ledger-faults';

/** Positions are `bigint`; they are counted in numbers here and stay far below 2^53. */
const INT8 = 20;
const parsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
    oid === INT8 ? Number : types.getTypeParser(oid, format),
};

/** Milliseconds that a writer waits for another one before it says that the ledger is busy (BC2133). */
const LOCK_WAIT = 30_000;

function settings(url: string): ConstructorParameters<typeof Client>[0] {
  return {
    connectionString: url,
    types: parsers,
    application_name: 'baocao',
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    lock_timeout: LOCK_WAIT,
  };
}

/** Connections of one process at once. */
const CONNECTIONS = 4;

/** A few connections for one process; a connection that dies while nobody uses it is forgotten. */
export function openPool(url: string): Pool {
  const pool = new Pool({ ...(settings(url) as object), max: CONNECTIONS });
  pool.on('error', () => undefined); // an idle connection is gone: the next question opens another, or says why not
  return pool;
}

/** A connection that belongs to one holder, for a session lock. */
export async function openClient(url: string): Promise<Client> {
  const client = new Client(settings(url));
  await client.connect();
  return client;
}

export type Sql = Pick<ClientBase, 'query'>;

/** A connection in a transaction of its own. */
interface Begun {
  readonly sql: PoolClient;
  /** Gives it back when all is done; throws it away, so that the server rolls back, when it is not. */
  readonly release: (done: boolean) => void;
}

/**
 * Opens a transaction. A connection that died while it lay idle may say so only at its first question: nothing was done
 * on it, so another is taken. Each of the pool may be dead so; the one after them is new.
 */
export async function begin(pool: Pool, mode = ''): Promise<Begun> {
  for (let idle = CONNECTIONS; ; idle -= 1) {
    const sql = await pool.connect();
    const lost = (): undefined => undefined; // a connection that dies between two questions says so at the next one
    sql.on('error', lost);
    const release = (done: boolean): void => {
      sql.off('error', lost);
      sql.release(!done);
    };
    try {
      await sql.query(`BEGIN ${mode}`);
      return { sql, release };
    } catch (failure) {
      release(false);
      if (idle === 0 || !connectionLost(failure)) throw failure;
    }
  }
}

/** Runs the work in one transaction: committed when it returns, undone when it throws. */
export async function transaction<T>(pool: Pool, work: (sql: PoolClient) => Promise<T>, mode = ''): Promise<T> {
  const { sql, release } = await begin(pool, mode);
  let done = false;
  try {
    const value = await work(sql);
    await sql.query('COMMIT');
    done = true;
    return value;
  } finally {
    release(done);
  }
}

/** The rows of a question, typed by who asks it. */
export async function rows<R>(
  sql: Pick<Pool, 'query'> | Sql,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly R[]> {
  return ((await sql.query(text, [...values])) as unknown as { readonly rows: R[] }).rows;
}

/** Where two writers of the ledger meet: one at a time, to the end of its transaction. */
export async function lockForWriting(sql: Sql): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock($1, $2)', [LOCK_SPACE, 0]);
}

/** Where two meet that make a table or a queue for the first time: IF NOT EXISTS does not see what is being made. */
export async function lockForMaking(sql: Sql): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock($1, $2)', [LOCK_SPACE, 1]);
}

/** Advisory locks of this program have a first number of their own ("bcao"). */
export const LOCK_SPACE = 0x6263616f;
