import type { Migration } from './migration'

/** Devices beside chargers: who they are, by which token they came, and what they were certified; tokens of scripts. */
export const devices: Migration = {
  version: 17,
  up: (db) =>
    db.exec(`
-- What a device enrols with. Of its text only a digest is kept.
CREATE TABLE device_token (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  digest BLOB NOT NULL,
  -- Whether what its devices ask to have certified is signed at once, or waits for the manager.
  signing TEXT NOT NULL CHECK (signing IN ('at-once', 'desk')),
  -- How many devices may register with it, and how many have; null when there is no limit.
  uses_max INTEGER CHECK (uses_max >= 1),
  uses INTEGER NOT NULL DEFAULT 0,
  -- JSON: the policy that its devices begin with.
  policy TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  ends_at INTEGER,
  -- When the manager ended it.
  ended_at INTEGER,
  last_used_at INTEGER
) STRICT;

CREATE TABLE device (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Its name in certificates and topics, in which case counts.
  client_id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL DEFAULT '',
  type TEXT NOT NULL DEFAULT '',
  service_code TEXT NOT NULL DEFAULT '',
  device_type TEXT NOT NULL DEFAULT '',
  -- 'gone' has unregistered by itself and may come back; 'revoked' was sent away by the manager and may not.
  state TEXT NOT NULL CHECK (state IN ('waiting', 'active', 'revoked', 'gone')),
  -- Who has this token has a say about the device.
  token_id INTEGER NOT NULL REFERENCES device_token (id),
  -- JSON: what it may read and write beside its own topics, and as whom else it may connect.
  policy TEXT NOT NULL,
  remote_address TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER,
  -- Digest of the secret with which a fresh certificate is claimed (AWS fleet provisioning), and until when.
  claim_digest BLOB,
  claim_until INTEGER
) STRICT;
CREATE INDEX device_token_id ON device (token_id);

CREATE TABLE device_certificate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  device_id INTEGER NOT NULL REFERENCES device (id),
  -- A renewal with the same key is the same request.
  request_id INTEGER NOT NULL REFERENCES certificate_request (id),
  -- The issuing CA that signed it.
  authority_id INTEGER NOT NULL REFERENCES authority (id),
  serial_number TEXT NOT NULL UNIQUE,
  spki_sha256 TEXT NOT NULL,
  pem TEXT NOT NULL,
  chain_pem TEXT NOT NULL,
  not_after INTEGER NOT NULL,
  issued_at INTEGER NOT NULL,
  revoked_at INTEGER,
  -- As RFC 5280 §5.3.1 spells it.
  revocation_reason TEXT,
  revoked_by TEXT
) STRICT;
CREATE INDEX device_certificate_device ON device_certificate (device_id, id);
CREATE INDEX device_certificate_request ON device_certificate (request_id, id);
CREATE INDEX device_certificate_key ON device_certificate (spki_sha256);
CREATE INDEX device_certificate_revoked ON device_certificate (id) WHERE revoked_at IS NOT NULL;

-- What a device wants to be told of.
CREATE TABLE device_subscription (
  device_id INTEGER NOT NULL REFERENCES device (id),
  kind TEXT NOT NULL CHECK (kind IN ('push', 'event')),
  -- The identity of a station, the client id of a device, or 'devices' for what comes and goes.
  target TEXT NOT NULL,
  ends_at INTEGER,
  PRIMARY KEY (device_id, kind, target)
) STRICT, WITHOUT ROWID;

-- What scripts prove themselves with. Of its text only a digest is kept.
CREATE TABLE api_token (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  digest BLOB NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('read', 'operate', 'admin')),
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  ends_at INTEGER,
  ended_at INTEGER,
  last_used_at INTEGER
) STRICT;
`),
}
