/**
 * One worker at a time over all machines: a session advisory lock on a connection of its own. The server lets go when
 * the connection ends, so a killed worker holds nothing; a machine that vanished is noticed within two minutes.
 */

import type { Client } from 'pg';
import type { LedgerStore } from '../ledger/store/port';
import { LedgerLockLost } from './ledger-faults';
import { LOCK_SPACE, openClient, rows } from './postgres-connect';

export function postgresLock(url: string): LedgerStore['exclusively'] {
  return async (name, work) => {
    const client = await openClient(url);
    client.on('error', () => undefined); // told by the next question
    try {
      await client.query(
        'SET tcp_keepalives_idle = 60; SET tcp_keepalives_interval = 15; SET tcp_keepalives_count = 4',
      );
      const lock = `exclusively ${name}`;
      if (!(await answered(client, 'pg_try_advisory_lock', lock))) return undefined;
      const value = await work();
      // Asked of the server, which knows: here the end of a connection is noticed some time later. Whoever lost the
      // lock on the way may not have been alone, so the work is not reported as done.
      if (!(await answered(client, 'pg_advisory_unlock', lock))) throw new LedgerLockLost('khóa không còn được giữ');
      return { value };
    } finally {
      await client.end();
    }
  };
}

async function answered(client: Client, question: string, lock: string): Promise<boolean> {
  const text = `SELECT ${question}($1, hashtext($2)) AS yes`;
  const [answer] = await rows<{ yes: boolean }>(client, text, [LOCK_SPACE, lock]);
  return answer?.yes === true;
}
