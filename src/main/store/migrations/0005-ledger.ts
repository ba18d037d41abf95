import type { Migration } from './migration'

/**
 * Events are appended first and interpreted after their answer: what an interpretation has taken in, what it needs to
 * go on, and what the manager settled.
 */
export const ledger: Migration = {
  version: 5,
  up: (db) =>
    db.exec(`
-- What the site said to the card of the event, and the group of that card: cards change, and this is not told again.
ALTER TABLE raw_event ADD COLUMN authorization TEXT;
ALTER TABLE raw_event ADD COLUMN card_group TEXT;
-- Places apart from the run are kept by the interpretation now (session_place); raw_event.apart is no longer read.
DROP INDEX raw_event_apart;
-- What could not be understood is to be found; few events are in it.
CREATE INDEX raw_event_problem ON raw_event (id) WHERE problem IS NOT NULL;

-- Up to which event the ledger has been interpreted; written in one transaction with what came of it.
CREATE TABLE interpretation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  up_to INTEGER NOT NULL
) STRICT;
INSERT INTO interpretation (id, up_to) SELECT 1, coalesce(max(id), 0) FROM raw_event;

-- Events up to there that are to be interpreted after all: they were refused at first and could be entered later.
CREATE TABLE interpret_again (
  raw_event_id INTEGER PRIMARY KEY REFERENCES raw_event (id)
) STRICT;

-- The events of each session, written when they are interpreted: an index of raw_event would cost the charger's answer.
CREATE TABLE session_event (
  session_id INTEGER NOT NULL REFERENCES session (id),
  raw_event_id INTEGER NOT NULL REFERENCES raw_event (id),
  PRIMARY KEY (session_id, raw_event_id)
) STRICT, WITHOUT ROWID;
INSERT INTO session_event (session_id, raw_event_id)
  SELECT session.id, raw_event.id FROM session
  JOIN raw_event ON raw_event.station_id = session.station_id AND raw_event.transaction_id = session.transaction_id
  WHERE raw_event.reply IS NOT NULL ORDER BY session.id, raw_event.id;

-- Places (2.x seqNo) that events took apart from the unbroken run of their session (seq_first to seq_last).
CREATE TABLE session_place (
  session_id INTEGER NOT NULL REFERENCES session (id),
  seq_no INTEGER NOT NULL,
  PRIMARY KEY (session_id, seq_no)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO session_place (session_id, seq_no)
  SELECT session.id, raw_event.seq_no FROM session
  JOIN session_event ON session_event.session_id = session.id
  JOIN raw_event ON raw_event.id = session_event.raw_event_id
  WHERE session.seq_apart = 1 AND raw_event.seq_no IS NOT NULL
    AND (session.seq_first IS NULL OR raw_event.seq_no NOT BETWEEN session.seq_first AND session.seq_last);

-- Where in the station's order (count, then time) each of these facts was told.
ALTER TABLE session ADD COLUMN evse_seq INTEGER;
ALTER TABLE session ADD COLUMN evse_at INTEGER;
ALTER TABLE session ADD COLUMN connector_seq INTEGER;
ALTER TABLE session ADD COLUMN connector_at INTEGER;
ALTER TABLE session ADD COLUMN stop_seq INTEGER;
ALTER TABLE session ADD COLUMN stop_at INTEGER;
-- The cards that were named, with their groups: a JSON array of [number, group].
ALTER TABLE session ADD COLUMN cards TEXT NOT NULL DEFAULT '[]';
-- How many different events said that it ended.
ALTER TABLE session ADD COLUMN ends INTEGER NOT NULL DEFAULT 0;
-- 1 when two different events took one place.
ALTER TABLE session ADD COLUMN place_conflict INTEGER NOT NULL DEFAULT 0;
-- 1 when a reading is lower than the one before it.
ALTER TABLE session ADD COLUMN meter_fell INTEGER NOT NULL DEFAULT 0;
-- When its events were received by this computer's clock, and the least and the most that they came after their own time.
ALTER TABLE session ADD COLUMN received_first INTEGER;
ALTER TABLE session ADD COLUMN received_last INTEGER;
ALTER TABLE session ADD COLUMN lag_min INTEGER;
ALTER TABLE session ADD COLUMN lag_max INTEGER;
-- 1 while it runs and the station has begun a later one at the same EVSE.
ALTER TABLE session ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0;
-- 1 when it has doubts that time alone will not lift and the manager has not settled it.
ALTER TABLE session ADD COLUMN unsettled INTEGER NOT NULL DEFAULT 0;
-- The kind of its settlement and what that sets, as in table settlement; null without one.
ALTER TABLE session ADD COLUMN settled TEXT;
ALTER TABLE session ADD COLUMN settled_energy_wh REAL;
ALTER TABLE session ADD COLUMN settled_ended_at INTEGER;
UPDATE session SET
  evse_seq = 0, evse_at = started_at, connector_seq = 0, connector_at = started_at, stop_at = ended_at,
  ends = (state = 'ended'),
  place_conflict = doubts LIKE '%"conflict"%',
  meter_fell = doubts LIKE '%"meter-went-back"%',
  unsettled = (state = 'ended' AND doubts <> '[]');
CREATE INDEX session_unsettled ON session (id) WHERE unsettled = 1;
CREATE INDEX session_evse ON session (station_id, evse_id, started_at);
CREATE INDEX session_running_evse ON session (station_id, evse_id, started_at) WHERE state = 'running';

-- What the manager decided about a session that could not be reconciled; the events themselves never change.
CREATE TABLE settlement (
  session_id INTEGER PRIMARY KEY REFERENCES session (id),
  kind TEXT NOT NULL CHECK (kind IN ('accepted', 'corrected', 'joined')),
  -- By hand, with 'corrected'; null leaves what the events say.
  energy_wh REAL,
  ended_at INTEGER,
  -- The session that its events belong to, with 'joined'.
  joined_to INTEGER REFERENCES session (id),
  reason TEXT NOT NULL,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
-- What stations said when they were asked for the missing events of a session (2.x GetTransactionStatus).
CREATE TABLE gap_question (
  session_id INTEGER PRIMARY KEY REFERENCES session (id),
  at INTEGER NOT NULL,
  times INTEGER NOT NULL,
  ongoing INTEGER,
  queued INTEGER NOT NULL
) STRICT;
CREATE INDEX settlement_joined ON settlement (joined_to) WHERE joined_to IS NOT NULL;
`),
}
