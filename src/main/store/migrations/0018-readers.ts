import type { Migration } from './migration'

/** How chargers and keyboard readers write the numbers of cards, as one card taught it. */
export const readers: Migration = {
  version: 18,
  up: (db) =>
    db.exec(`
CREATE TABLE number_form (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Of one station, of all stations of a vendor's model, or of all keyboard readers.
  scope TEXT NOT NULL CHECK (scope IN ('station', 'model', 'keyboard')),
  station_id INTEGER REFERENCES station (id) ON DELETE CASCADE,
  vendor TEXT,
  model TEXT,
  -- A NumberForm as JSON.
  form TEXT NOT NULL,
  -- The card it was learnt from, and how that was written.
  learnt_from TEXT NOT NULL,
  seen_as TEXT NOT NULL,
  learnt_at INTEGER NOT NULL,
  CHECK ((scope = 'station') = (station_id IS NOT NULL)),
  CHECK ((scope = 'model') = (vendor IS NOT NULL AND model IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX number_form_of ON number_form (scope, ifnull(station_id, 0), ifnull(vendor, ''), ifnull(model, ''));
`),
}
