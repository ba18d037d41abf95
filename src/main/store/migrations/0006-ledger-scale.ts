import type { Migration } from './migration'

/**
 * What finds a session among a million. Every index here changes when a session begins, ends or is settled; none has a
 * column that changes with each meter value.
 */
export const ledgerScale: Migration = {
  version: 6,
  up: (db) =>
    db.exec(`
-- Its place in the ledger: when it began; where that was not told, when this server first heard of it.
ALTER TABLE session ADD COLUMN listed_at INTEGER
  GENERATED ALWAYS AS (coalesce(started_at, received_first, ended_at, meter_start_at, 0)) VIRTUAL;

DROP INDEX session_started;
DROP INDEX session_station;
CREATE INDEX session_listed ON session (listed_at);
CREATE INDEX session_listed_station ON session (station_id, listed_at);
CREATE INDEX session_listed_token ON session (token, token_type, listed_at);
CREATE INDEX session_listed_station_token ON session (station_id, token, token_type, listed_at);
-- The few that wait for a decision.
CREATE INDEX session_unsettled_listed ON session (listed_at) WHERE unsettled = 1;
CREATE INDEX session_unsettled_station ON session (station_id, listed_at) WHERE unsettled = 1;
CREATE INDEX session_unsettled_token ON session (token, token_type, listed_at) WHERE unsettled = 1;

-- Every card number that a session ever named: who searches for a part of one need not go through the sessions.
CREATE TABLE session_token (
  token TEXT NOT NULL,
  token_type TEXT NOT NULL,
  PRIMARY KEY (token, token_type)
) STRICT, WITHOUT ROWID;
INSERT INTO session_token SELECT DISTINCT token, coalesce(token_type, '') FROM session WHERE token IS NOT NULL;
-- Kept by the database itself, so that nothing that names a card in a session can forget it.
CREATE TRIGGER session_token_inserted AFTER INSERT ON session WHEN new.token IS NOT NULL BEGIN
  INSERT OR IGNORE INTO session_token VALUES (new.token, coalesce(new.token_type, ''));
END;
CREATE TRIGGER session_token_changed AFTER UPDATE OF token, token_type ON session WHEN new.token IS NOT NULL BEGIN
  INSERT OR IGNORE INTO session_token VALUES (new.token, coalesce(new.token_type, ''));
END;
`),
}
