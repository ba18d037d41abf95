import type { Migration } from './migration'

/** Stations on their way to a higher security profile, and the profile that counts beside the old one meanwhile. */
export const upgrades: Migration = {
  version: 13,
  up: (db) =>
    db.exec(`
-- Null, but while the station is on its way: then it is let in under either of the two.
ALTER TABLE station_security ADD COLUMN coming_profile INTEGER CHECK (coming_profile BETWEEN 1 AND 3);

CREATE TABLE upgrade (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  station_id INTEGER NOT NULL REFERENCES station (id),
  actor TEXT NOT NULL,
  from_profile INTEGER NOT NULL CHECK (from_profile BETWEEN 0 AND 3),
  to_profile INTEGER NOT NULL CHECK (to_profile BETWEEN 1 AND 3),
  -- In whose words the station is spoken to; the steps depend on it.
  protocol TEXT NOT NULL,
  -- The network interface of the station that 2.x wants to know; null in 1.6.
  network TEXT,
  state TEXT NOT NULL CHECK (state IN ('running', 'rolling-back', 'done', 'rolled-back', 'replaced')),
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
-- One at a time for each station.
CREATE UNIQUE INDEX upgrade_open ON upgrade (station_id) WHERE ended_at IS NULL;
CREATE INDEX upgrade_station ON upgrade (station_id, id);

CREATE TABLE upgrade_step (
  upgrade_id INTEGER NOT NULL REFERENCES upgrade (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  step TEXT NOT NULL,
  -- The profile that this step leads to.
  profile INTEGER NOT NULL CHECK (profile BETWEEN 1 AND 3),
  state TEXT NOT NULL CHECK (state IN ('todo', 'now', 'stuck', 'done', 'by-hand')),
  -- How far it is within itself; null at its beginning.
  phase TEXT,
  -- The command whose answer it waits for, or that it was done by.
  command_id INTEGER REFERENCES command (id) ON DELETE SET NULL,
  -- Tries without an answer.
  tries INTEGER NOT NULL,
  -- Since when it is at this phase, waits, or is done.
  at INTEGER NOT NULL,
  -- What it waits for, or why it is stuck.
  reason TEXT,
  -- What it has learned, as JSON: a slot, an address, the words of the station.
  data TEXT NOT NULL,
  PRIMARY KEY (upgrade_id, place)
) STRICT;
`),
}
