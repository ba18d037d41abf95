import type { Migration } from './migration'

/** What stations told about their variables and configuration keys, and the reports that brought it. */
export const variables: Migration = {
  version: 4,
  up: (db) =>
    db.exec(`
CREATE TABLE variable (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  station_id INTEGER NOT NULL REFERENCES station (id),
  -- Names are case-insensitive (2.0.1 part 1 section 4, 1.6 CiString50Type); '' for 1.6 keys and where there is no
  -- instance, -1 where there is no EVSE or connector, so that they can stand in a key.
  component TEXT NOT NULL COLLATE NOCASE,
  component_instance TEXT NOT NULL COLLATE NOCASE,
  evse_id INTEGER NOT NULL,
  connector_id INTEGER NOT NULL,
  variable TEXT NOT NULL COLLATE NOCASE,
  variable_instance TEXT NOT NULL COLLATE NOCASE,
  attribute TEXT NOT NULL,
  -- Never a password or a key, never the value of a write-only attribute.
  value TEXT,
  mutability TEXT,
  data_type TEXT,
  unit TEXT,
  min REAL,
  max REAL,
  choices TEXT,
  reported_at INTEGER NOT NULL,
  previous_value TEXT,
  changed_at INTEGER,
  -- How it stands to the full report before the newest one.
  difference TEXT NOT NULL CHECK (difference IN ('same', 'new', 'changed', 'gone')),
  -- The newest full report it stood in, its value there, and its value in the one before.
  report_id INTEGER REFERENCES variable_report (id),
  report_value TEXT,
  base_value TEXT,
  UNIQUE (station_id, component, component_instance, evse_id, connector_id, variable, variable_instance, attribute)
) STRICT;

CREATE TABLE variable_report (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  station_id INTEGER NOT NULL REFERENCES station (id),
  -- Null for a 1.6 configuration, which comes in one answer.
  request_id INTEGER,
  scope TEXT NOT NULL CHECK (scope IN ('full', 'part')),
  state TEXT NOT NULL CHECK (state IN ('asked', 'coming', 'complete')),
  asked_at INTEGER NOT NULL,
  last_at INTEGER,
  -- The parts that came, as a JSON list of their numbers, and the number of the last one once that has come.
  parts TEXT NOT NULL,
  last_part INTEGER,
  -- Values that were not kept because the station has more than are kept of one.
  left_out INTEGER NOT NULL
) STRICT;
CREATE INDEX variable_report_station ON variable_report (station_id, id);
CREATE INDEX variable_report_request ON variable_report (station_id, request_id);
`),
}
