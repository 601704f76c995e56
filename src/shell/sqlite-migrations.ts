/** Schema of the embedded ledger, forward only: step n brings `user_version` from n to n + 1. */

const GENESIS = '0'.repeat(64);

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
  `
-- Where the ledger ends, moved forward by the database itself with each batch and entry: whoever cuts the end off,
-- with the batches and entries that closed over it, leaves this behind.
CREATE TABLE head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  entry INTEGER NOT NULL,
  entry_hash TEXT NOT NULL
) STRICT;
INSERT INTO head SELECT 1,
  coalesce((SELECT max(seq) FROM event), 0),
  coalesce((SELECT hash FROM event ORDER BY seq DESC LIMIT 1), '${GENESIS}'),
  coalesce((SELECT max(no) FROM register), 0),
  coalesce((SELECT hash FROM register ORDER BY no DESC LIMIT 1), '${GENESIS}');
CREATE TRIGGER head_no_delete BEFORE DELETE ON head
BEGIN SELECT RAISE(ABORT, 'head is append-only: DELETE refused'); END;
CREATE TRIGGER head_no_more BEFORE INSERT ON head
BEGIN SELECT RAISE(ABORT, 'head is append-only: there is one'); END;
CREATE TRIGGER head_forward_only BEFORE UPDATE ON head
WHEN NEW.one <> 1 OR NEW.seq < OLD.seq OR NEW.entry < OLD.entry OR (NEW.seq = OLD.seq AND NEW.hash <> OLD.hash)
  OR (NEW.entry = OLD.entry AND NEW.entry_hash <> OLD.entry_hash)
BEGIN SELECT RAISE(ABORT, 'head is append-only: it goes forward only'); END;
CREATE TRIGGER batch_follows_head BEFORE INSERT ON batch
WHEN NOT EXISTS (SELECT 1 FROM head h WHERE h.seq = 0 OR EXISTS (
  SELECT 1 FROM event e WHERE e.seq = h.seq AND e.hash = h.hash) AND NEW.last_seq > h.seq)
BEGIN SELECT RAISE(ABORT, 'batch is append-only: the end of the ledger has been cut off'); END;
CREATE TRIGGER batch_moves_head AFTER INSERT ON batch
BEGIN UPDATE head SET seq = NEW.last_seq, hash = NEW.last_hash; END;
CREATE TRIGGER register_follows_head BEFORE INSERT ON register
WHEN NOT EXISTS (SELECT 1 FROM head h WHERE h.entry = NEW.no - 1 AND h.entry_hash = NEW.prev)
BEGIN SELECT RAISE(ABORT, 'register is append-only: its end has been cut off'); END;
CREATE TRIGGER register_moves_head AFTER INSERT ON register
BEGIN UPDATE head SET entry = NEW.no, entry_hash = NEW.hash; END;
`,
];
