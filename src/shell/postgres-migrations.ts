/**
 * Schema of the ledger in PostgreSQL, forward only: step n brings it from n to n + 1. Everything stands in the schema
 * `baocao`. Triggers refuse UPDATE, DELETE and TRUNCATE even of nothing, and take an insert only as the next links of
 * the chain; they are ALWAYS on, also while a replica is being filled. Text is compared by bytes (COLLATE "C"), as in
 * SQLite.
 */

const refuse = (table: string): string => `
CREATE TRIGGER ${table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON baocao.${table}
  FOR EACH STATEMENT EXECUTE FUNCTION baocao.refuse();
ALTER TABLE baocao.${table} ENABLE ALWAYS TRIGGER ${table}_no_change;
`;

/** The rows of one INSERT must follow the last one without a gap and, where rows are linked, carry its hash. */
const nextOnly = (table: string, position: string, linked: boolean): string => `
CREATE FUNCTION baocao.${table}_next() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog SET enable_seqscan = off AS $$
DECLARE
  lowest bigint; highest bigint; many bigint; top bigint; link text := repeat('0', 64);
BEGIN
  SELECT min(${position}), max(${position}), count(*) INTO lowest, highest, many FROM added;
  IF many = 0 THEN RETURN NULL; END IF;
  SELECT max(${position}) INTO top FROM baocao.${table};
  IF lowest < 1 OR highest <> top OR highest - lowest + 1 <> many
    OR (lowest > 1 AND NOT EXISTS (SELECT 1 FROM baocao.${table} WHERE ${position} = lowest - 1)) THEN
    RAISE EXCEPTION '${table} is append-only: only the next position can be written';
  END IF;
${
  linked
    ? `  IF lowest > 1 THEN SELECT hash INTO link FROM baocao.${table} WHERE ${position} = lowest - 1; END IF;
  IF EXISTS (SELECT 1 FROM (
      SELECT prev, coalesce(lag(hash) OVER (ORDER BY ${position}), link) AS wanted FROM added) l
    WHERE prev <> wanted) THEN
    RAISE EXCEPTION '${table} is append-only: the link to the one before is wrong';
  END IF;
`
    : ''
}  RETURN NULL;
END $$;
CREATE TRIGGER ${table}_next_only AFTER INSERT ON baocao.${table}
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION baocao.${table}_next();
ALTER TABLE baocao.${table} ENABLE ALWAYS TRIGGER ${table}_next_only;
`;

const TEXT = 'text COLLATE "C"';

export const POSTGRES_MIGRATIONS: readonly string[] = [
  `
CREATE FUNCTION baocao.refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP;
END $$;
CREATE TABLE baocao.event (
  seq bigint PRIMARY KEY,
  id ${TEXT} NOT NULL UNIQUE,
  recorded_at ${TEXT} NOT NULL,
  stated bigint NOT NULL,
  sample bigint NOT NULL,
  kind ${TEXT} NOT NULL,
  plan ${TEXT} NOT NULL,
  unit ${TEXT} NOT NULL,
  period ${TEXT},
  occurred_on ${TEXT},
  body ${TEXT} NOT NULL,
  prev ${TEXT} NOT NULL,
  hash ${TEXT} NOT NULL
);
CREATE INDEX event_by_plan ON baocao.event (plan, recorded_at);
CREATE INDEX event_by_unit ON baocao.event (plan, unit);
CREATE TABLE baocao.batch (
  no bigint PRIMARY KEY,
  recorded_at ${TEXT} NOT NULL,
  last_seq bigint NOT NULL,
  last_hash ${TEXT} NOT NULL
);
CREATE TABLE baocao.register (
  no bigint PRIMARY KEY,
  kind ${TEXT} NOT NULL,
  key ${TEXT} NOT NULL,
  recorded_at ${TEXT} NOT NULL,
  body ${TEXT} NOT NULL,
  prev ${TEXT} NOT NULL,
  hash ${TEXT} NOT NULL,
  UNIQUE (kind, key)
);
CREATE TABLE baocao.blob (
  hash ${TEXT} PRIMARY KEY,
  bytes bytea NOT NULL,
  CONSTRAINT blob_is_named_by_its_hash CHECK (hash = encode(sha256(bytes), 'hex'))
);
${['event', 'batch', 'register', 'blob'].map(refuse).join('')}
${nextOnly('event', 'seq', true)}
${nextOnly('batch', 'no', false)}
${nextOnly('register', 'no', true)}
`,
  `
CREATE TABLE baocao.mark (
  no bigint PRIMARY KEY,
  hash ${TEXT} NOT NULL,
  last_seq bigint NOT NULL,
  last_hash ${TEXT} NOT NULL,
  blobs ${TEXT} NOT NULL
);
INSERT INTO baocao.mark SELECT no, hash, 0, repeat('0', 64), '[]' FROM baocao.register;
${refuse('mark')}
${nextOnly('mark', 'no', false)}
-- A plan's period is read by the first, how much of the plan is known is counted on the second alone.
CREATE INDEX event_by_period ON baocao.event (plan, period, recorded_at);
DROP INDEX baocao.event_by_plan;
CREATE INDEX event_by_plan ON baocao.event (plan, recorded_at) INCLUDE (sample, seq);
DROP INDEX baocao.event_by_unit;
`,
  `
-- Where the ledger ends, moved forward by the server itself with each batch and entry: whoever cuts the end off, with
-- the batches and entries that closed over it, leaves this behind. Accounts for daily work only read it.
CREATE TABLE baocao.head (
  one integer PRIMARY KEY CHECK (one = 1),
  seq bigint NOT NULL,
  hash ${TEXT} NOT NULL,
  entry bigint NOT NULL,
  entry_hash ${TEXT} NOT NULL
);
INSERT INTO baocao.head SELECT 1,
  coalesce((SELECT max(seq) FROM baocao.event), 0),
  coalesce((SELECT hash FROM baocao.event ORDER BY seq DESC LIMIT 1), repeat('0', 64)),
  coalesce((SELECT max(no) FROM baocao.register), 0),
  coalesce((SELECT hash FROM baocao.register ORDER BY no DESC LIMIT 1), repeat('0', 64));
CREATE TRIGGER head_no_change BEFORE INSERT OR DELETE OR TRUNCATE ON baocao.head
  FOR EACH STATEMENT EXECUTE FUNCTION baocao.refuse();
CREATE FUNCTION baocao.head_forward() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.one <> 1 OR NEW.seq < OLD.seq OR NEW.entry < OLD.entry OR (NEW.seq = OLD.seq AND NEW.hash <> OLD.hash)
    OR (NEW.entry = OLD.entry AND NEW.entry_hash <> OLD.entry_hash) THEN
    RAISE EXCEPTION 'head is append-only: it goes forward only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER head_forward_only BEFORE UPDATE ON baocao.head
  FOR EACH ROW EXECUTE FUNCTION baocao.head_forward();
CREATE FUNCTION baocao.batch_head() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE baocao.head h SET seq = NEW.last_seq, hash = NEW.last_hash WHERE NEW.last_seq > h.seq
    AND (h.seq = 0 OR EXISTS (SELECT 1 FROM baocao.event e WHERE e.seq = h.seq AND e.hash = h.hash));
  IF NOT FOUND THEN RAISE EXCEPTION 'batch is append-only: the end of the ledger has been cut off'; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER batch_moves_head AFTER INSERT ON baocao.batch
  FOR EACH ROW EXECUTE FUNCTION baocao.batch_head();
CREATE FUNCTION baocao.register_head() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  UPDATE baocao.head h SET entry = NEW.no, entry_hash = NEW.hash
    WHERE h.entry = NEW.no - 1 AND h.entry_hash = NEW.prev;
  IF NOT FOUND THEN RAISE EXCEPTION 'register is append-only: its end has been cut off'; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER register_moves_head AFTER INSERT ON baocao.register
  FOR EACH ROW EXECUTE FUNCTION baocao.register_head();
ALTER TABLE baocao.head ENABLE ALWAYS TRIGGER head_no_change;
ALTER TABLE baocao.head ENABLE ALWAYS TRIGGER head_forward_only;
ALTER TABLE baocao.batch ENABLE ALWAYS TRIGGER batch_moves_head;
ALTER TABLE baocao.register ENABLE ALWAYS TRIGGER register_moves_head;
-- Who may read the batches may read this.
DO $$ DECLARE account text; BEGIN
  FOR account IN SELECT DISTINCT grantee FROM information_schema.role_table_grants
    WHERE table_schema = 'baocao' AND table_name = 'batch' AND privilege_type = 'SELECT' AND grantee <> 'PUBLIC'
  LOOP EXECUTE format('GRANT SELECT ON baocao.head TO %I', account); END LOOP;
END $$;
`,
];
