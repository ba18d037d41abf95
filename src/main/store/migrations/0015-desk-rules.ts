import type { Migration } from './migration'

/**
 * The request desk for more than stations and with more than one way to decide: devices ask as well, rules of the
 * manager approve, a second person confirms.
 */
export const deskRules: Migration = {
  version: 15,
  rebuilds: true,
  up: (db) => {
    db.exec(`
CREATE TABLE asked (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Who asks: a station or a device.
  station_id INTEGER REFERENCES station (id),
  device_id INTEGER,
  -- The device's name as it was when it asked.
  device_name TEXT,
  -- SHA-256 of the public key, or of the text where that could not be read: the same key is the same request.
  request_key TEXT NOT NULL,
  csr TEXT NOT NULL,
  certificate_type TEXT,
  -- The station's own number of the newest asking (OCPP 2.1).
  station_request_id INTEGER,
  -- The root that the certificate is to stand under, as JSON, where the request names one (OCPP 2.1).
  asked_root TEXT,
  subject TEXT,
  status TEXT NOT NULL CHECK (status IN ('pending', 'approved', 'rejected', 'unreadable')),
  severity TEXT NOT NULL,
  transport TEXT NOT NULL,
  protocol TEXT NOT NULL,
  remote_address TEXT NOT NULL,
  authenticated INTEGER NOT NULL CHECK (authenticated IN (0, 1)),
  -- Whether it proved who it is by a certificate.
  by_certificate INTEGER NOT NULL CHECK (by_certificate IN (0, 1)),
  -- Whether its self-signature verified (RFC 2986).
  possession INTEGER NOT NULL CHECK (possession IN (0, 1)),
  received_at INTEGER NOT NULL,
  last_received_at INTEGER NOT NULL,
  times INTEGER NOT NULL,
  -- The approval that waits for the second person's.
  first_at INTEGER,
  first_by TEXT,
  first_reason TEXT,
  decided_at INTEGER,
  decided_by TEXT,
  reason TEXT,
  CHECK ((station_id IS NULL) <> (device_id IS NULL)),
  UNIQUE (station_id, request_key),
  UNIQUE (device_id, request_key)
) STRICT;
INSERT INTO asked (id, station_id, request_key, csr, certificate_type, station_request_id, subject, status, severity,
    transport, protocol, remote_address, authenticated, by_certificate, possession, received_at, last_received_at, times,
    decided_at, decided_by, reason)
  SELECT id, station_id, request_key, csr, certificate_type, station_request_id, subject, status, severity, transport,
    protocol, remote_address, authenticated, 0, possession, received_at, last_received_at, times, decided_at, decided_by,
    reason FROM certificate_request;
`)
    db.exec(`
-- Numbers go on where they were, also after deletions: none is given twice.
DELETE FROM sqlite_sequence WHERE name = 'asked';
UPDATE sqlite_sequence SET name = 'asked' WHERE name = 'certificate_request';
DROP TABLE certificate_request;
ALTER TABLE asked RENAME TO certificate_request;
CREATE INDEX certificate_request_key ON certificate_request (request_key);
CREATE INDEX certificate_request_queue ON certificate_request (status, id);
CREATE INDEX certificate_request_green ON certificate_request (id) WHERE status = 'pending' AND severity = 'ok';

-- What is not with its station yet, or was refused.
CREATE INDEX certificate_open ON certificate (delivery, request_id) WHERE delivery <> 'accepted' AND revoked_at IS NULL;

-- What may be approved without a person, as the manager wrote it.
CREATE TABLE desk_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  -- As JSON; see DeskRuleConditions of the contract.
  conditions TEXT NOT NULL,
  -- Most approvals in 24 hours.
  per_day INTEGER NOT NULL CHECK (per_day >= 1),
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

-- Each use of a rule; it stays when the rule goes.
CREATE TABLE desk_rule_use (
  id INTEGER PRIMARY KEY,
  rule_id INTEGER NOT NULL,
  request_id INTEGER NOT NULL REFERENCES certificate_request (id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX desk_rule_use_at ON desk_rule_use (rule_id, at);

-- Who confirms approvals as the second person; with nobody here one person decides.
CREATE TABLE approver (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  -- Salted and hashed, never the passphrase itself.
  passphrase TEXT NOT NULL,
  added_at INTEGER NOT NULL
) STRICT;
`)
  },
}
