import type { Migration } from './migration'

/** Firmware and logs (the bytes are in the folder `files` beside the database), and the links that reach them. */
export const files: Migration = {
  version: 7,
  up: (db) =>
    db.exec(`
CREATE TABLE file (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('firmware', 'diagnostics', 'security', 'data-collector')),
  -- Its name in the folder: ours, made of random bits, never a caller's.
  stored_name TEXT NOT NULL UNIQUE,
  -- What people call it; printable, never used as a path.
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  -- Who put a log here, and the request it answers.
  station_id INTEGER REFERENCES station (id),
  request_id INTEGER,
  created_at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  -- Of firmware only.
  version TEXT NOT NULL,
  vendor TEXT NOT NULL,
  model TEXT NOT NULL,
  note TEXT NOT NULL,
  signing_certificate TEXT,
  signature TEXT
) STRICT;
CREATE INDEX file_station ON file (station_id, id);
CREATE INDEX file_kind ON file (kind, id);

-- A link of a station. Only the digest of its secret is kept, so that a copy of the database opens nothing.
CREATE TABLE ticket (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_sha256 BLOB NOT NULL UNIQUE,
  -- 'firmware': to be fetched; else what is to be put here.
  kind TEXT NOT NULL CHECK (kind IN ('firmware', 'diagnostics', 'security', 'data-collector')),
  station_id INTEGER NOT NULL REFERENCES station (id),
  -- The firmware to fetch; or the log, once it has come.
  file_id INTEGER REFERENCES file (id) ON DELETE CASCADE,
  request_id INTEGER,
  -- Largest upload; or how much may be sent over this link in all, repeats included.
  max_bytes INTEGER NOT NULL,
  spent_bytes INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  -- When the file was last fetched or put here whole.
  done_at INTEGER
) STRICT;
CREATE INDEX ticket_file ON ticket (file_id, id);
CREATE INDEX ticket_expires ON ticket (expires_at);
`),
}
