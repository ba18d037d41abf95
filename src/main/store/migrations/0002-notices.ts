import type { Migration } from './migration'

/** What stations told that a person may want to read and that no other table holds; and what 2.1 adds to requests. */
export const notices: Migration = {
  version: 2,
  up: (db) =>
    db.exec(`
CREATE TABLE notice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  station_id INTEGER NOT NULL REFERENCES station (id),
  received_at INTEGER NOT NULL,
  topic TEXT NOT NULL,
  action TEXT NOT NULL,
  request_id INTEGER,
  -- JSON, as the station worded it.
  payload TEXT NOT NULL
) STRICT;
CREATE INDEX notice_station ON notice (station_id, topic, id);
CREATE INDEX notice_received ON notice (received_at);

-- The number under which a 2.1 station asked last: its certificate must name it (A02.FR.24).
ALTER TABLE certificate_request ADD COLUMN station_request_id INTEGER;
`),
}
