/** What a queue stands on: `pg-boss` with its clock, and connections for it and for the artifacts. */

import PgBoss from 'pg-boss';
import type { Pool } from 'pg';
import { openPool } from '../postgres-connect';

export interface QueueServer {
  readonly boss: PgBoss;
  /** Connections for all that is not the queue's own. */
  readonly pool: Pool;
  /** Ends what keeps the process running: the clock of a queue that was started, and every connection. */
  close(): Promise<void>;
}

/** Connects to nothing yet: the first question does. */
export function queueServer(url: string): QueueServer {
  const pool = openPool(url);
  // Given to pg-boss, which closes a pool of its own only when its start came out.
  const ofQueue = openPool(url);
  const boss = new PgBoss({
    db: { executeSql: (text, values) => ofQueue.query(text, values) },
    schema: 'baocao_viec',
    schedule: false,
    maintenanceIntervalSeconds: 5,
  });
  boss.on('error', () => undefined); // what a background look meets, the next question meets too and says
  return {
    boss,
    pool,
    close: async () => {
      try {
        await boss.stop({ graceful: false, wait: true });
      } finally {
        await Promise.all([pool.end(), ofQueue.end()]);
      }
    },
  };
}
