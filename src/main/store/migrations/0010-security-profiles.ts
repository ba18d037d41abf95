import type { Migration } from './migration'

/** How each station proves who it is, and the callers that were turned away. */
export const securityProfiles: Migration = {
  version: 10,
  up: (db) =>
    db.exec(`
-- A station without a row here needs no proof (profile 0).
CREATE TABLE station_security (
  station_id INTEGER PRIMARY KEY REFERENCES station (id),
  profile INTEGER NOT NULL CHECK (profile BETWEEN 0 AND 3),
  -- Salted and hashed, never the password itself.
  password TEXT,
  password_at INTEGER,
  -- The one that the station is to use from now on, beside the old one until it is known which of them it has.
  next_password TEXT,
  next_password_at INTEGER
) STRICT;

-- Callers that were not let in, those of one kind together.
CREATE TABLE refused_call (
  id INTEGER PRIMARY KEY,
  -- What makes them one kind: network address, identity, port and reason.
  kind TEXT NOT NULL UNIQUE,
  -- As it was called; null where the call got no further than TLS.
  identity TEXT,
  remote_address TEXT NOT NULL,
  transport TEXT NOT NULL CHECK (transport IN ('ws', 'wss')),
  reason TEXT NOT NULL,
  -- What the sentence about it needs, as JSON.
  detail TEXT NOT NULL,
  times INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL
) STRICT;
`),
}
