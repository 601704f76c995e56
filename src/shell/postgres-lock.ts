/**
 * One worker at a time over all machines: a session advisory lock on a connection of its own. The server lets go when
 * the connection ends, so a killed worker holds nothing; a machine that vanished is noticed within two minutes.
 */

import type { LedgerStore } from '../ledger/store/port';
import { LedgerLockLost } from './ledger-faults';
import { LOCK_SPACE, openClient, rows } from './postgres-connect';

export function postgresLock(url: string): LedgerStore['exclusively'] {
  return async (name, work) => {
    const client = await openClient(url);
    const connection: { lost?: Error } = {};
    client.on('error', (reason: Error) => {
      connection.lost ??= reason;
    });
    try {
      await client.query(
        'SET tcp_keepalives_idle = 60; SET tcp_keepalives_interval = 15; SET tcp_keepalives_count = 4',
      );
      const text = 'SELECT pg_try_advisory_lock($1, hashtext($2)) AS held';
      const [answer] = await rows<{ held: boolean }>(client, text, [LOCK_SPACE, `exclusively ${name}`]);
      if (!answer?.held) return undefined;
      const value = await work();
      // Whoever lost the lock on the way may not have been alone: the work is not reported as done.
      if (connection.lost) throw new LedgerLockLost(connection.lost.message);
      return { value };
    } finally {
      await client.end();
    }
  };
}
