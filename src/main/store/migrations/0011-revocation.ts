import type { Migration } from './migration'

/**
 * What becomes of certificates after they were signed: when a station was first seen with one, when and why one was
 * revoked, the lists of revoked ones as they were published, and how often a station was asked to renew.
 */
export const revocation: Migration = {
  version: 11,
  up: (db) =>
    db.exec(`
-- When a station first proved itself with it.
ALTER TABLE certificate ADD COLUMN seen_at INTEGER;
ALTER TABLE certificate ADD COLUMN revoked_at INTEGER;
-- As RFC 5280 §5.3.1 spells it.
ALTER TABLE certificate ADD COLUMN revocation_reason TEXT;
ALTER TABLE certificate ADD COLUMN revoked_by TEXT;
CREATE INDEX certificate_revoked ON certificate (id) WHERE revoked_at IS NOT NULL;
CREATE INDEX certificate_end ON certificate (not_after, id) WHERE revoked_at IS NULL;

-- The newest list of each issuer.
CREATE TABLE revocation_list (
  issuer TEXT PRIMARY KEY,
  -- Never smaller than that of any list before (RFC 5280 §5.2.3).
  number INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  next_update INTEGER NOT NULL,
  -- How many certificates of this issuer were revoked when it was made; ended ones, which it leaves out, count too.
  revoked INTEGER NOT NULL,
  der BLOB NOT NULL
) STRICT;

-- How often the station was asked for a request that renews this certificate, and what it said last.
CREATE TABLE renewal (
  certificate_id INTEGER PRIMARY KEY REFERENCES certificate (id),
  times INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  command_id INTEGER NOT NULL
) STRICT;
`),
}
