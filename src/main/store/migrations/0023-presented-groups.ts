import type { Migration } from './migration'

/**
 * Presented cards in groups, as they are written down: a row for each of them cost a fifth of answering it. They are
 * read as before, a row each, through the view.
 */
export const presentedGroups: Migration = {
  version: 23,
  up: (db) =>
    db.exec(`
-- Cards that were written down together, at most 4,000. Cards are numbered without gaps, those of a group in their order.
CREATE TABLE presented (
  -- The number of its last card.
  id INTEGER PRIMARY KEY,
  cards INTEGER NOT NULL CHECK (cards > 0),
  -- The latest time of any of them.
  at INTEGER NOT NULL,
  -- Of a station; not checked. A station that was presented a card has a row. Null where it was at several.
  station_id INTEGER,
  -- A JSON array of [milliseconds before "at", station, number, type, status, reason]; the reason where there is one.
  entries TEXT NOT NULL
) STRICT;

INSERT INTO presented SELECT id, 1, at, station_id,
  CASE WHEN reason IS NULL THEN json_array(json_array(0, station_id, token, token_type, status))
    ELSE json_array(json_array(0, station_id, token, token_type, status, json(reason))) END
  FROM authorization_log;
DROP TABLE authorization_log;

-- What is known of a group stands in every row of it, so that whoever looks for few can pass whole groups over.
CREATE VIEW authorization_log AS
SELECT presented.id - presented.cards + 1 + entry.key AS id,
  presented.at - (entry.value ->> 0) AS at,
  entry.value ->> 1 AS station_id,
  entry.value ->> 2 AS token,
  entry.value ->> 3 AS token_type,
  entry.value ->> 4 AS status,
  entry.value ->> 5 AS reason,
  presented.id AS group_id,
  presented.at AS group_at,
  presented.station_id AS group_station
FROM presented CROSS JOIN json_each(presented.entries) AS entry;
`),
}
