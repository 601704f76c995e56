/** Schema of the embedded ledger, forward only: step n brings `user_version` from n to n + 1. */

const refuse = (table: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only: UPDATE refused'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only: DELETE refused'); END;
`;

export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  recorded_at TEXT NOT NULL,
  stated INTEGER NOT NULL,
  sample INTEGER NOT NULL,
  kind TEXT NOT NULL,
  plan TEXT NOT NULL,
  unit TEXT NOT NULL,
  period TEXT,
  occurred_on TEXT,
  body TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX event_by_plan ON event (plan, recorded_at);
CREATE INDEX event_by_unit ON event (plan, unit);
CREATE TABLE batch (
  no INTEGER PRIMARY KEY,
  recorded_at TEXT NOT NULL,
  last_seq INTEGER NOT NULL,
  last_hash TEXT NOT NULL
) STRICT;
${refuse('event')}
${refuse('batch')}
-- INSERT OR REPLACE deletes without firing the delete trigger, so an insert must be the next link and nothing else.
CREATE TRIGGER event_next_only BEFORE INSERT ON event
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event) OR EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'event is append-only: only the next position can be written'); END;
CREATE TRIGGER batch_next_only BEFORE INSERT ON batch
WHEN NEW.no <> (SELECT coalesce(max(no), 0) + 1 FROM batch)
BEGIN SELECT RAISE(ABORT, 'batch is append-only: only the next position can be written'); END;
`,
  `
CREATE TABLE register (
  no INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  body TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (kind, key)
) STRICT;
CREATE TABLE blob (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
${refuse('register')}
${refuse('blob')}
CREATE TRIGGER register_next_only BEFORE INSERT ON register
WHEN NEW.no <> (SELECT coalesce(max(no), 0) + 1 FROM register)
  OR EXISTS (SELECT 1 FROM register WHERE kind = NEW.kind AND key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'register is append-only: only the next position can be written'); END;
CREATE TRIGGER blob_once BEFORE INSERT ON blob
WHEN EXISTS (SELECT 1 FROM blob WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'blob is append-only: this content stands already'); END;
`,
  `
CREATE TABLE mark (
  no INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  last_seq INTEGER NOT NULL,
  last_hash TEXT NOT NULL,
  blobs TEXT NOT NULL
) STRICT;
INSERT INTO mark SELECT no, hash, 0, '${'0'.repeat(64)}', '[]' FROM register;
${refuse('mark')}
CREATE TRIGGER mark_next_only BEFORE INSERT ON mark
WHEN NEW.no <> (SELECT coalesce(max(no), 0) + 1 FROM mark)
BEGIN SELECT RAISE(ABORT, 'mark is append-only: only the next position can be written'); END;
-- A plan's period is read by the first, how much of the plan is known is counted on the second alone.
CREATE INDEX event_by_period ON event (plan, period, recorded_at);
DROP INDEX event_by_plan;
CREATE INDEX event_by_plan ON event (plan, recorded_at, sample);
DROP INDEX event_by_unit;
`,
];
