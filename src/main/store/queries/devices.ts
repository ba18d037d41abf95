import { all, one, type ReadDb, run, type WriteDb } from '../handles'

export interface DeviceRow {
  id: number
  client_id: string
  label: string
  type: string
  service_code: string
  device_type: string
  state: 'waiting' | 'active' | 'revoked' | 'gone'
  token_id: number
  /** JSON of a DevicePolicy. */
  policy: string
  remote_address: string
  created_at: number
  last_seen_at: number | null
  claim_digest: Buffer | null
  claim_until: number | null
  removed_at: number | null
}

export interface DeviceViewRow extends DeviceRow {
  token_name: string
  /** Of the newest certificate that was not revoked. */
  certificate_pem: string | null
  /** The newest request that waits. */
  request_id: number | null
}

type FreshDevice = Omit<DeviceRow, 'id' | 'label' | 'last_seen_at' | 'claim_digest' | 'claim_until' | 'removed_at'>

export function insertDevice(db: WriteDb, row: FreshDevice): number {
  return run(
    db,
    `INSERT INTO device (client_id, type, service_code, device_type, state, token_id, policy, remote_address, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.client_id,
    row.type,
    row.service_code,
    row.device_type,
    row.state,
    row.token_id,
    row.policy,
    row.remote_address,
    row.created_at,
  ).id
}

export function deviceById(db: ReadDb, id: number): DeviceRow | undefined {
  return one(db, 'SELECT * FROM device WHERE id = ?', id)
}

export function deviceByClientId(db: ReadDb, clientId: string): DeviceRow | undefined {
  return one(db, 'SELECT * FROM device WHERE client_id = ?', clientId)
}

export function deviceByClaim(db: ReadDb, tokenId: number, digest: Uint8Array): DeviceRow | undefined {
  return one(db, 'SELECT * FROM device WHERE token_id = ? AND claim_digest = ?', tokenId, digest)
}

const VIEW = `SELECT device.*, device_token.name AS token_name,
    (SELECT pem FROM device_certificate WHERE device_id = device.id AND revoked_at IS NULL ORDER BY id DESC LIMIT 1)
      AS certificate_pem,
    (SELECT id FROM certificate_request WHERE device_id = device.id AND status = 'pending' ORDER BY id DESC LIMIT 1)
      AS request_id
  FROM device JOIN device_token ON device_token.id = device.token_id`

export function deviceView(db: ReadDb, id: number): DeviceViewRow | undefined {
  return one(db, `${VIEW} WHERE device.id = ? AND removed_at IS NULL`, id)
}

export function deviceViews(db: ReadDb): DeviceViewRow[] {
  return all(db, `${VIEW} WHERE removed_at IS NULL ORDER BY device.client_id`)
}

/** All that are served: neither sent away nor gone. */
export function servedDevices(db: ReadDb): DeviceRow[] {
  return all(db, "SELECT * FROM device WHERE state IN ('waiting', 'active')")
}

export function countDevices(db: ReadDb): { all: number; waiting: number } {
  return (
    one<{ all: number; waiting: number }>(
      db,
      `SELECT count(*) AS "all", count(*) FILTER (WHERE state = 'waiting') AS waiting FROM device
         WHERE removed_at IS NULL`,
    ) ?? { all: 0, waiting: 0 }
  )
}

export function setDeviceState(db: WriteDb, id: number, state: DeviceRow['state']): void {
  run(db, 'UPDATE device SET state = ? WHERE id = ?', state, id)
}

/**
 * Takes one that is not served off the list. What it was certified goes on pointing to it, under a name with its number
 * that no device can ask for: its own is free.
 */
export function removeDevice(db: WriteDb, id: number, at: number): void {
  run(
    db,
    `UPDATE device SET state = 'gone', removed_at = ?, client_id = client_id || ' (' || id || ')', claim_digest = NULL,
       claim_until = NULL WHERE id = ?`,
    at,
    id,
  )
}

/** It registered anew: what it says about itself now counts. */
export function renewDevice(
  db: WriteDb,
  id: number,
  facts: Pick<DeviceRow, 'type' | 'service_code' | 'device_type' | 'state' | 'remote_address' | 'token_id' | 'policy'>,
): void {
  run(
    db,
    `UPDATE device SET type = ?, service_code = ?, device_type = ?, state = ?, remote_address = ?, token_id = ?,
       policy = ? WHERE id = ?`,
    facts.type,
    facts.service_code,
    facts.device_type,
    facts.state,
    facts.remote_address,
    facts.token_id,
    facts.policy,
    id,
  )
}

export function updateDevice(db: WriteDb, id: number, facts: Pick<DeviceRow, 'label' | 'policy'>): void {
  run(db, 'UPDATE device SET label = ?, policy = ? WHERE id = ?', facts.label, facts.policy, id)
}

export function noteDeviceSeen(db: WriteDb, id: number, at: number, remoteAddress: string): void {
  run(db, 'UPDATE device SET last_seen_at = ?, remote_address = ? WHERE id = ?', at, remoteAddress, id)
}

export function setDeviceClaim(db: WriteDb, id: number, digest: Uint8Array | null, until: number | null): void {
  run(db, 'UPDATE device SET claim_digest = ?, claim_until = ? WHERE id = ?', digest, until, id)
}

export function renameDevice(db: WriteDb, id: number, clientId: string): void {
  run(db, 'UPDATE device SET client_id = ? WHERE id = ?', clientId, id)
}

/** Whether a name is a station's: its identity, in which case does not count, or its serial number. */
export function isStationName(db: ReadDb, name: string): boolean {
  return one(db, 'SELECT 1 FROM station WHERE identity = ?1 OR serial_number = ?1', name) !== undefined
}

/** The station whose certificate has this serial number (lower-case hex), whatever became of it. */
export function stationOfCertificate(db: ReadDb, serialNumber: string): string | undefined {
  return one<{ identity: string }>(
    db,
    `SELECT station.identity FROM certificate JOIN station ON station.id = certificate.station_id
       WHERE certificate.serial_number = ?`,
    serialNumber,
  )?.identity
}

export interface SubscriptionRow {
  device_id: number
  kind: 'push' | 'event'
  target: string
  ends_at: number | null
}

export function putSubscription(db: WriteDb, row: SubscriptionRow): void {
  run(
    db,
    `INSERT INTO device_subscription (device_id, kind, target, ends_at) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET ends_at = excluded.ends_at`,
    row.device_id,
    row.kind,
    row.target,
    row.ends_at,
  )
}

/** @returns false when there was none */
export function deleteSubscription(db: WriteDb, row: Omit<SubscriptionRow, 'ends_at'>): boolean {
  return (
    run(
      db,
      'DELETE FROM device_subscription WHERE device_id = ? AND kind = ? AND target = ?',
      row.device_id,
      row.kind,
      row.target,
    ).changes > 0
  )
}

export function deleteSubscriptionsOf(db: WriteDb, deviceId: number): void {
  run(db, 'DELETE FROM device_subscription WHERE device_id = ?', deviceId)
}

export function subscriptionsOf(db: ReadDb, deviceId: number, at: number): SubscriptionRow[] {
  return all(
    db,
    'SELECT * FROM device_subscription WHERE device_id = ? AND (ends_at IS NULL OR ends_at > ?) ORDER BY kind, target',
    deviceId,
    at,
  )
}

/** All of devices that are served, with the client that wants them. */
export function subscriptions(db: ReadDb): (SubscriptionRow & { client_id: string })[] {
  return all(
    db,
    `SELECT device_subscription.*, device.client_id FROM device_subscription
       JOIN device ON device.id = device_subscription.device_id WHERE device.state IN ('waiting', 'active')`,
  )
}
