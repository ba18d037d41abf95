import type { Migration } from './migration'

/** The tables of the first release. Times are milliseconds since 1970 UTC, energy is watt-hours, power is watts. */
export const first: Migration = {
  version: 1,
  up: (db) =>
    db.exec(`
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE station (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Identities are case-insensitive (2.0.1 identifierString); the spelling first seen is shown.
  identity TEXT NOT NULL COLLATE NOCASE UNIQUE,
  label TEXT NOT NULL DEFAULT '',
  admission TEXT NOT NULL CHECK (admission IN ('waiting', 'admitted', 'refused')),
  vendor TEXT,
  model TEXT,
  serial_number TEXT,
  firmware TEXT,
  remote_address TEXT,
  first_seen_at INTEGER,
  last_seen_at INTEGER,
  booted_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE connector (
  station_id INTEGER NOT NULL REFERENCES station (id),
  evse_id INTEGER NOT NULL,
  connector_id INTEGER NOT NULL,
  status TEXT NOT NULL,
  error_code TEXT,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (station_id, evse_id, connector_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE card (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Upper case; unique together with its type (2.0.1 C01.FR.25).
  token TEXT NOT NULL,
  token_type TEXT NOT NULL,
  holder TEXT NOT NULL,
  label TEXT NOT NULL,
  card_group TEXT NOT NULL,
  valid_from INTEGER,
  valid_until INTEGER,
  blocked INTEGER NOT NULL CHECK (blocked IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (token, token_type)
) STRICT;

CREATE TABLE unknown_card (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token TEXT NOT NULL,
  -- '' where the protocol has no types (1.6).
  token_type TEXT NOT NULL,
  station_id INTEGER NOT NULL REFERENCES station (id),
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  times INTEGER NOT NULL,
  UNIQUE (token, token_type)
) STRICT;

CREATE TABLE authorization_log (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  station_id INTEGER NOT NULL REFERENCES station (id),
  token TEXT NOT NULL,
  token_type TEXT NOT NULL,
  status TEXT NOT NULL
) STRICT;

-- What stations reported, exactly as it came, before anything is made of it. Never changed, never deleted.
CREATE TABLE raw_event (
  id INTEGER PRIMARY KEY,
  station_id INTEGER NOT NULL REFERENCES station (id),
  protocol TEXT NOT NULL,
  action TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  -- Made from action and payload, not the message id: a retry may come with a new one (E13, 1.6 errata 3.18). It begins
  -- with the event's own time, so that new events meet in the same pages of its index.
  content_key BLOB NOT NULL,
  transaction_id TEXT,
  seq_no INTEGER,
  -- 1 when its place is none of its session's unbroken run of places (seq_first to seq_last).
  apart INTEGER NOT NULL CHECK (apart IN (0, 1)),
  frame TEXT NOT NULL,
  -- The answer, sent again word for word when the same content comes again.
  reply TEXT,
  -- Why it could not be understood; null when it was.
  problem TEXT,
  UNIQUE (content_key, station_id)
) STRICT;
CREATE INDEX raw_event_apart ON raw_event (station_id, transaction_id, seq_no) WHERE apart = 1;

CREATE TABLE session (
  -- Also the transactionId of OCPP 1.6: positive, durable, never given twice.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  station_id INTEGER NOT NULL REFERENCES station (id),
  transaction_id TEXT NOT NULL,
  evse_id INTEGER,
  connector_id INTEGER,
  token TEXT,
  token_type TEXT,
  token_seq INTEGER,
  token_at INTEGER,
  authorization TEXT,
  state TEXT NOT NULL CHECK (state IN ('running', 'ended')),
  charging_state TEXT,
  charging_state_seq INTEGER,
  charging_state_at INTEGER,
  started_at INTEGER,
  ended_at INTEGER,
  meter_start_wh REAL,
  meter_start_at INTEGER,
  meter_last_wh REAL,
  meter_last_at INTEGER,
  power_w REAL,
  power_at INTEGER,
  power_seq INTEGER,
  stop_reason TEXT,
  doubts TEXT NOT NULL,
  -- The unbroken run of places that its events took, and whether any took a place apart from it (raw_event.apart).
  seq_first INTEGER,
  seq_last INTEGER,
  seq_apart INTEGER NOT NULL CHECK (seq_apart IN (0, 1)),
  updated_at INTEGER NOT NULL,
  UNIQUE (station_id, transaction_id)
) STRICT;
CREATE INDEX session_running ON session (id) WHERE state = 'running';
-- Without those that run, whose last reading changes with every event.
CREATE INDEX session_meter_last ON session (meter_last_at) WHERE state = 'ended';
CREATE INDEX session_started ON session (started_at);
CREATE INDEX session_station ON session (station_id, id);

CREATE TABLE reading (
  session_id INTEGER NOT NULL REFERENCES session (id),
  at INTEGER NOT NULL,
  energy_wh REAL,
  power_w REAL,
  PRIMARY KEY (session_id, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE security_event (
  id INTEGER PRIMARY KEY,
  station_id INTEGER NOT NULL REFERENCES station (id),
  type TEXT NOT NULL,
  critical INTEGER NOT NULL CHECK (critical IN (0, 1)),
  detail TEXT,
  occurred_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL
) STRICT;
CREATE INDEX security_event_station ON security_event (station_id, id);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;

-- The site's own authority: certificates in the clear, private keys sealed by the key store.
CREATE TABLE authority (
  role TEXT PRIMARY KEY CHECK (role IN ('root', 'issuing')),
  certificate_pem TEXT NOT NULL,
  spki_sha256 TEXT NOT NULL,
  sealed_key BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE certificate_request (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  station_id INTEGER NOT NULL REFERENCES station (id),
  -- SHA-256 of the public key, or of the text where that could not be read: the same key is the same request.
  request_key TEXT NOT NULL,
  csr TEXT NOT NULL,
  certificate_type TEXT,
  subject TEXT,
  status TEXT NOT NULL CHECK (status IN ('pending', 'approved', 'rejected', 'unreadable')),
  severity TEXT NOT NULL,
  transport TEXT NOT NULL,
  protocol TEXT NOT NULL,
  remote_address TEXT NOT NULL,
  authenticated INTEGER NOT NULL CHECK (authenticated IN (0, 1)),
  -- Whether its self-signature verified (RFC 2986).
  possession INTEGER NOT NULL CHECK (possession IN (0, 1)),
  received_at INTEGER NOT NULL,
  last_received_at INTEGER NOT NULL,
  times INTEGER NOT NULL,
  decided_at INTEGER,
  decided_by TEXT,
  reason TEXT,
  UNIQUE (station_id, request_key)
) STRICT;
CREATE INDEX certificate_request_key ON certificate_request (request_key);

CREATE TABLE certificate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  station_id INTEGER NOT NULL REFERENCES station (id),
  -- A renewal with the same key is the same request: it has then got several.
  request_id INTEGER NOT NULL REFERENCES certificate_request (id),
  serial_number TEXT NOT NULL UNIQUE,
  spki_sha256 TEXT NOT NULL,
  pem TEXT NOT NULL,
  chain_pem TEXT NOT NULL,
  not_after INTEGER NOT NULL,
  issued_at INTEGER NOT NULL,
  delivery TEXT NOT NULL,
  delivery_at INTEGER NOT NULL,
  delivery_detail TEXT,
  -- When the manager took note of a refusal; null while it stands in the queue.
  settled_at INTEGER
) STRICT;
CREATE INDEX certificate_request_id ON certificate (request_id, id);
CREATE INDEX certificate_key ON certificate (spki_sha256);
CREATE INDEX certificate_station ON certificate (station_id, id);
`),
}
