import type { Connector } from '@shared/contract/stations'
import type { Admission, ConnectorStatus, Protocol } from '@shared/ocpp/station'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'

export interface StationRow {
  id: number
  identity: string
  label: string
  admission: Admission
  vendor: string | null
  model: string | null
  serial_number: string | null
  firmware: string | null
  remote_address: string | null
  first_seen_at: number | null
  last_seen_at: number | null
  booted_at: number | null
  created_at: number
  /** The version it spoke last; null when it never was connected. */
  protocol: Protocol | null
}

export function allStations(db: ReadDb): StationRow[] {
  return all(db, 'SELECT * FROM station ORDER BY id')
}

/** Puts a new station on disk under the number it has already; does nothing when it is there. */
export function insertStationOnce(db: WriteDb, station: StationRow): void {
  run(
    db,
    `INSERT INTO station (id, identity, label, admission, vendor, model, serial_number, firmware, remote_address,
       first_seen_at, last_seen_at, booted_at, created_at, protocol) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING`,
    station.id,
    station.identity,
    station.label,
    station.admission,
    station.vendor,
    station.model,
    station.serial_number,
    station.firmware,
    station.remote_address,
    station.first_seen_at,
    station.last_seen_at,
    station.booted_at,
    station.created_at,
    station.protocol,
  )
}

/** The highest number that was given to a station, whether it is still there or not; 0 for none. */
export function lastStationId(db: ReadDb): number {
  return one<{ seq: number }>(db, "SELECT seq FROM sqlite_sequence WHERE name = 'station'")?.seq ?? 0
}

/** Remembers that a number has been given. SQLite keeps the highest of each AUTOINCREMENT table in one row. */
export function keepStationId(db: WriteDb, id: number): void {
  const { changes } = run(db, "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'station'", id)
  if (changes === 0) run(db, "INSERT INTO sqlite_sequence (name, seq) VALUES ('station', ?)", id)
}

export function setAdmission(db: WriteDb, id: number, admission: Admission): void {
  run(db, 'UPDATE station SET admission = ? WHERE id = ?', admission, id)
}

export function setProtocol(db: WriteDb, id: number, protocol: Protocol): void {
  run(db, 'UPDATE station SET protocol = ? WHERE id = ?', protocol, id)
}

export function setStationTexts(db: WriteDb, id: number, label: string, serialNumber: string | null): void {
  run(db, 'UPDATE station SET label = ?, serial_number = ? WHERE id = ?', label, serialNumber, id)
}

/** What a boot told; null where it said nothing. */
export interface BootColumns {
  readonly vendor: string
  readonly model: string
  readonly serialNumber: string | null
  readonly firmware: string | null
}

/**
 * The serial number of a station that has been let in stays as it was then; that of one that waits is what it says now.
 */
export function setBootFacts(db: WriteDb, id: number, boot: BootColumns, at: number): void {
  run(
    db,
    `UPDATE station SET vendor = ?2, model = ?3, firmware = ?5, booted_at = ?6, last_seen_at = ?6,
       serial_number = CASE admission WHEN 'admitted' THEN coalesce(serial_number, ?4) ELSE coalesce(?4, serial_number) END
     WHERE id = ?1`,
    id,
    boot.vendor,
    boot.model,
    boot.serialNumber,
    boot.firmware,
    at,
  )
}

export function setLastSeen(
  db: WriteDb,
  id: number,
  seen: { readonly at: number; readonly remoteAddress: string | null; readonly bootedAt: number | null },
): void {
  run(
    db,
    `UPDATE station SET last_seen_at = ?2, first_seen_at = coalesce(first_seen_at, ?2),
       remote_address = coalesce(?3, remote_address), booted_at = coalesce(?4, booted_at) WHERE id = ?1`,
    id,
    seen.at,
    seen.remoteAddress,
    seen.bootedAt,
  )
}

/** What was stored of them, which is not when it was heard. */
export function connectorsOf(db: ReadDb, stationId: number): Connector[] {
  return all<{
    evse_id: number
    connector_id: number
    status: ConnectorStatus
    error_code: string | null
    changed_at: number
  }>(db, 'SELECT * FROM connector WHERE station_id = ? ORDER BY evse_id, connector_id', stationId).map((row) => ({
    evseId: row.evse_id,
    connectorId: row.connector_id,
    status: row.status,
    errorCode: row.error_code,
    changedAt: row.changed_at,
    heardAt: null,
  }))
}

export function upsertConnector(db: WriteDb, stationId: number, connector: Connector): void {
  run(
    db,
    `INSERT INTO connector (station_id, evse_id, connector_id, status, error_code, changed_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET status = excluded.status, error_code = excluded.error_code, changed_at = excluded.changed_at`,
    stationId,
    connector.evseId,
    connector.connectorId,
    connector.status,
    connector.errorCode,
    connector.changedAt,
  )
}
