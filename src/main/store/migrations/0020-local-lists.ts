import type { Migration } from './migration'

/** The lists that stations decide by while this program is away, as far as they have told that they took them. */
export const localLists: Migration = {
  version: 20,
  up: (db) =>
    db.exec(`
CREATE TABLE local_list (
  station_id INTEGER PRIMARY KEY REFERENCES station (id),
  -- 0 when the manager sees to the list of this station.
  kept INTEGER NOT NULL DEFAULT 1 CHECK (kept IN (0, 1)),
  -- Of the list as the station last took it; null when nobody knows what it has.
  version INTEGER,
  state TEXT NOT NULL CHECK (state IN ('unknown', 'unsupported', 'off', 'behind', 'in-step', 'failed')),
  -- Since when it has been in step; null while it is not.
  in_step_since INTEGER,
  -- How many entries it turned out to hold, where it refused more.
  capacity_seen INTEGER,
  -- In the station's words, of a list that it did not take.
  problem TEXT
) STRICT;

CREATE TABLE local_list_entry (
  station_id INTEGER NOT NULL REFERENCES station (id),
  -- By which its version tells entries apart.
  key TEXT NOT NULL,
  card_id INTEGER NOT NULL,
  -- As it was sent.
  entry TEXT NOT NULL,
  PRIMARY KEY (station_id, key)
) STRICT, WITHOUT ROWID;
`),
}
