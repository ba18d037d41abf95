import type { Migration } from './migration'

/** Scheduled backups, and what became of every backup and of every trial of one. */
export const backup: Migration = {
  version: 12,
  up: (db) =>
    db.exec(`
CREATE TABLE backup_plan (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Absolute path on this computer.
  folder TEXT NOT NULL,
  -- Of the day in this computer's time zone.
  hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
  -- How many backups stay in the folder.
  keep INTEGER NOT NULL CHECK (keep >= 1),
  with_logs INTEGER NOT NULL CHECK (with_logs IN (0, 1)),
  since INTEGER NOT NULL,
  sealed_passphrase BLOB NOT NULL
) STRICT;

CREATE TABLE backup_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('saved', 'planned', 'trial')),
  -- Folder and name on this computer of a planned backup or a trial; of a saved one only the name that was proposed.
  folder TEXT,
  name TEXT NOT NULL,
  size INTEGER,
  -- What a person is told of a failure; null when all went well.
  problem TEXT,
  -- Of a planned backup that has made room for newer ones.
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX backup_run_kind ON backup_run (kind, id);
`),
}
