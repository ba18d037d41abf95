import type { Migration } from './migration'

/** Commands to stations and what became of them, and the version that a station spoke last. */
export const commands: Migration = {
  version: 3,
  up: (db) => db.exec(DDL),
}

const DDL = `
ALTER TABLE station ADD COLUMN protocol TEXT;

-- AUTOINCREMENT: the number also stands in messages as requestId and the like, and none is ever used twice.
CREATE TABLE command (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  station_id INTEGER NOT NULL REFERENCES station (id),
  actor TEXT NOT NULL,
  -- The site's own command; NULL for a message written out by hand.
  name TEXT,
  action TEXT NOT NULL,
  input TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN
    ('waiting', 'sent', 'accepted', 'refused', 'failed', 'unknown', 'expired', 'cancelled', 'offline')),
  verdict TEXT,
  status TEXT,
  reason TEXT,
  answer TEXT,
  outcome TEXT CHECK (outcome IN ('running', 'succeeded', 'failed', 'silent')),
  request_id INTEGER,
  wait_until INTEGER,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  answered_at INTEGER,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX command_by_station ON command (station_id, id);
CREATE INDEX command_waiting ON command (station_id, id) WHERE state = 'waiting';
CREATE INDEX command_by_request ON command (station_id, request_id) WHERE request_id IS NOT NULL;
CREATE INDEX command_open ON command (state, id) WHERE state IN ('waiting', 'sent');
CREATE INDEX command_running ON command (outcome, id) WHERE outcome = 'running';

CREATE TABLE command_progress (
  id INTEGER PRIMARY KEY,
  command_id INTEGER NOT NULL REFERENCES command (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  status TEXT NOT NULL,
  detail TEXT
) STRICT;
CREATE INDEX command_progress_by_command ON command_progress (command_id, id);
`
