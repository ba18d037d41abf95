import type { Migration } from './migration'

/**
 * An authority that is replaced in the course of years: several roots and issuing CAs beside each other, what the roots
 * sign for each other meanwhile, which of them signed a certificate, and which roots each station says it trusts.
 */
export const authorityGenerations: Migration = {
  version: 14,
  rebuilds: true,
  up: (db) =>
    db.exec(`
CREATE TABLE authority_made (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  role TEXT NOT NULL CHECK (role IN ('root', 'issuing')),
  -- Counts the roots, and the issuing CAs, from 1.
  generation INTEGER NOT NULL CHECK (generation >= 1),
  -- next: made and signing nothing yet; current: signs; old: what it signed counts; retired: counts no more.
  state TEXT NOT NULL CHECK (state IN ('next', 'current', 'old', 'retired')),
  -- Of an issuing CA: the root that signed it.
  root_id INTEGER REFERENCES authority (id),
  certificate_pem TEXT NOT NULL,
  spki_sha256 TEXT NOT NULL,
  -- Null when the key is not in this database: taken away (key_away_at), or erased after it was retired.
  sealed_key BLOB,
  key_away_at INTEGER,
  -- When it came into its state; 0 for an authority from before this table.
  changed_at INTEGER NOT NULL,
  UNIQUE (role, generation)
) STRICT;
INSERT INTO authority_made (role, generation, state, certificate_pem, spki_sha256, sealed_key, changed_at)
  SELECT role, 1, 'current', certificate_pem, spki_sha256, sealed_key, 0 FROM authority ORDER BY role = 'issuing';
UPDATE authority_made SET root_id = (SELECT id FROM authority_made WHERE role = 'root') WHERE role = 'issuing';
DROP TABLE authority;
ALTER TABLE authority_made RENAME TO authority;
CREATE UNIQUE INDEX authority_one ON authority (role, state) WHERE state IN ('next', 'current');

-- The key of one root, certified by another: for whoever knows only that one (RFC 4210 §4.4).
CREATE TABLE cross_certificate (
  subject_id INTEGER NOT NULL REFERENCES authority (id),
  issuer_id INTEGER NOT NULL REFERENCES authority (id),
  certificate_pem TEXT NOT NULL,
  PRIMARY KEY (subject_id, issuer_id)
) STRICT, WITHOUT ROWID;

-- The issuing CA that signed it.
ALTER TABLE certificate ADD COLUMN authority_id INTEGER REFERENCES authority (id);
UPDATE certificate SET authority_id = (SELECT id FROM authority WHERE role = 'issuing');

CREATE TABLE list_made (
  issuer_id INTEGER PRIMARY KEY REFERENCES authority (id),
  -- Never smaller than that of any list before (RFC 5280 §5.2.3).
  number INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  next_update INTEGER NOT NULL,
  -- How many certificates of this issuer were revoked when it was made; ended ones, which it leaves out, count too.
  revoked INTEGER NOT NULL,
  der BLOB NOT NULL
) STRICT;
INSERT INTO list_made SELECT authority.id, number, made_at, next_update, revoked, der
  FROM revocation_list JOIN authority ON authority.role = issuer;
DROP TABLE revocation_list;
ALTER TABLE list_made RENAME TO revocation_list;

-- The trust anchors of one kind that a station has, as it answered last.
CREATE TABLE trust_report (
  station_id INTEGER NOT NULL REFERENCES station (id),
  use TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- The hashes as the station spelt them, as JSON: only so it knows them again (M04.FR.07).
  anchors TEXT NOT NULL,
  PRIMARY KEY (station_id, use)
) STRICT, WITHOUT ROWID;
`),
}
