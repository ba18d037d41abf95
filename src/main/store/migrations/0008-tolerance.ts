import type { Migration } from './migration'

/** How stations depart from their specification, and what of it is accepted. */
export const tolerance: Migration = {
  version: 8,
  up: (db) =>
    db.exec(`
CREATE TABLE station_tolerance (
  station_id INTEGER PRIMARY KEY REFERENCES station (id),
  -- 1 holds it to the letter of its specification.
  strict INTEGER NOT NULL CHECK (strict IN (0, 1)),
  -- Names of the quirks that are not accepted of it, as a JSON list.
  refused TEXT NOT NULL
) STRICT;

CREATE TABLE station_quirk (
  station_id INTEGER NOT NULL REFERENCES station (id),
  quirk TEXT NOT NULL,
  -- The action and the way down to the field: StatusNotification/status.
  place TEXT NOT NULL,
  times INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  PRIMARY KEY (station_id, quirk, place)
) STRICT, WITHOUT ROWID;
`),
}
