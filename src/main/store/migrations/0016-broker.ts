import type { Migration } from './migration'

/** What the MQTT broker keeps for its clients, what meters told, and callers of it among those that were turned away. */
export const broker: Migration = {
  version: 16,
  up: (db) =>
    db.exec(`
-- Of clients with a session that outlives its connection.
CREATE TABLE broker_subscription (
  client_id TEXT NOT NULL,
  topic TEXT NOT NULL,
  -- QoS and the other options, as JSON.
  options TEXT NOT NULL,
  PRIMARY KEY (client_id, topic)
) STRICT, WITHOUT ROWID;

CREATE TABLE broker_retained (
  topic TEXT PRIMARY KEY,
  -- Who has published it; null for this program.
  client_id TEXT,
  qos INTEGER NOT NULL CHECK (qos IN (0, 1, 2)),
  payload BLOB NOT NULL
) STRICT;

-- Messages that wait for a client's word that it has them, in their order.
CREATE TABLE broker_outgoing (
  id INTEGER PRIMARY KEY,
  client_id TEXT NOT NULL,
  -- The run of the broker in which it came, and its number in that run.
  broker_id TEXT NOT NULL,
  broker_counter INTEGER NOT NULL,
  -- Of a message with QoS 2 that was sent; those with QoS 1 get a new one when they are sent again.
  message_id INTEGER,
  -- Whether the client has it and only waits to be told so (PUBREL): then topic and payload are empty.
  released INTEGER NOT NULL DEFAULT 0 CHECK (released IN (0, 1)),
  topic TEXT NOT NULL,
  qos INTEGER NOT NULL CHECK (qos IN (1, 2)),
  retain INTEGER NOT NULL CHECK (retain IN (0, 1)),
  payload BLOB NOT NULL
) STRICT;
CREATE INDEX broker_outgoing_client ON broker_outgoing (client_id, id);

-- Numbers of messages with QoS 2 that were taken over and that their client has not released: the same again is the same.
CREATE TABLE broker_incoming (
  client_id TEXT NOT NULL,
  message_id INTEGER NOT NULL,
  PRIMARY KEY (client_id, message_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE broker_will (
  client_id TEXT PRIMARY KEY,
  broker_id TEXT NOT NULL,
  topic TEXT NOT NULL,
  qos INTEGER NOT NULL CHECK (qos IN (0, 1, 2)),
  retain INTEGER NOT NULL CHECK (retain IN (0, 1)),
  payload BLOB NOT NULL
) STRICT;

-- Means of a minute, in watts; minutes since 1970.
CREATE TABLE meter_power (
  meter TEXT NOT NULL CHECK (meter IN ('grid', 'solar', 'battery', 'chargers')),
  minute INTEGER NOT NULL,
  power_w REAL NOT NULL,
  PRIMARY KEY (meter, minute)
) STRICT, WITHOUT ROWID;
CREATE INDEX meter_power_minute ON meter_power (minute);

CREATE TABLE refused_call_with_mqtt (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL UNIQUE,
  identity TEXT,
  remote_address TEXT NOT NULL,
  transport TEXT NOT NULL CHECK (transport IN ('ws', 'wss', 'mqtts')),
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,
  times INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL
) STRICT;
INSERT INTO refused_call_with_mqtt SELECT id, kind, identity, remote_address, transport, reason, detail, times, first_at,
  last_at FROM refused_call;
DROP TABLE refused_call;
ALTER TABLE refused_call_with_mqtt RENAME TO refused_call;
`),
}
