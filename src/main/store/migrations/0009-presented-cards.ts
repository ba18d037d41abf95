import type { Migration } from './migration'

/**
 * The log of presented cards without its reference to the station: looking the station up is a third of what a row
 * costs, and a row is written for every card that is presented.
 */
export const presentedCards: Migration = {
  version: 9,
  up: (db) =>
    db.exec(`
CREATE TABLE presented (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  -- Of a station; not checked (see above). A station that was presented a card has a row.
  station_id INTEGER NOT NULL,
  token TEXT NOT NULL,
  token_type TEXT NOT NULL,
  status TEXT NOT NULL
) STRICT;
INSERT INTO presented SELECT id, at, station_id, token, token_type, status FROM authorization_log;
DROP TABLE authorization_log;
ALTER TABLE presented RENAME TO authorization_log;
`),
}
