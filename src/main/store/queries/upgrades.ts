import type { SecurityProfile } from '@shared/ocpp/securityProfile'
import type { Protocol } from '@shared/ocpp/station'
import type {
  HigherProfile,
  NetworkInterface,
  UpgradeState,
  UpgradeStepName,
  UpgradeStepState,
} from '@shared/ocpp/upgrade'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'
import type { DeliveryState } from './certificates'
import type { RequestStatus } from './requests'

export interface UpgradeRow {
  readonly id: number
  readonly station_id: number
  readonly actor: string
  readonly from_profile: SecurityProfile
  readonly to_profile: HigherProfile
  readonly protocol: Protocol
  readonly network: NetworkInterface | null
  readonly state: UpgradeState
  readonly started_at: number
  readonly ended_at: number | null
}

export interface UpgradeStepRow {
  readonly upgrade_id: number
  readonly place: number
  readonly step: UpgradeStepName
  readonly profile: HigherProfile
  readonly state: UpgradeStepState
  readonly phase: string | null
  readonly command_id: number | null
  readonly tries: number
  readonly at: number
  readonly reason: string | null
  readonly data: string
}

/** @returns its number */
export function insertUpgrade(db: WriteDb, row: Omit<UpgradeRow, 'id'>): number {
  return run(
    db,
    `INSERT INTO upgrade (station_id, actor, from_profile, to_profile, protocol, network, state, started_at, ended_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.station_id,
    row.actor,
    row.from_profile,
    row.to_profile,
    row.protocol,
    row.network,
    row.state,
    row.started_at,
    row.ended_at,
  ).id
}

export function setUpgradeState(db: WriteDb, id: number, state: UpgradeState, endedAt: number | null): void {
  run(db, 'UPDATE upgrade SET state = ?, ended_at = ? WHERE id = ?', state, endedAt, id)
}

export function saveUpgradeStep(db: WriteDb, row: UpgradeStepRow): void {
  run(
    db,
    `INSERT INTO upgrade_step (upgrade_id, place, step, profile, state, phase, command_id, tries, at, reason, data)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET state = excluded.state, phase = excluded.phase, command_id = excluded.command_id,
       tries = excluded.tries, at = excluded.at, reason = excluded.reason, data = excluded.data`,
    row.upgrade_id,
    row.place,
    row.step,
    row.profile,
    row.state,
    row.phase,
    row.command_id,
    row.tries,
    row.at,
    row.reason,
    row.data,
  )
}

/** Those under way, the oldest first. */
export function openUpgrades(db: ReadDb): UpgradeRow[] {
  return all(db, 'SELECT * FROM upgrade WHERE ended_at IS NULL ORDER BY id')
}

/** The newest of each station, the newest first. */
export function newestUpgrades(db: ReadDb): UpgradeRow[] {
  return all(db, 'SELECT * FROM upgrade WHERE id IN (SELECT max(id) FROM upgrade GROUP BY station_id) ORDER BY id DESC')
}

export function newestUpgradeOf(db: ReadDb, stationId: number): UpgradeRow | undefined {
  return one(db, 'SELECT * FROM upgrade WHERE station_id = ? ORDER BY id DESC LIMIT 1', stationId)
}

export function upgradeSteps(db: ReadDb, upgradeId: number): UpgradeStepRow[] {
  return all(db, 'SELECT * FROM upgrade_step WHERE upgrade_id = ? ORDER BY place', upgradeId)
}

/** Forgets the oldest that are over, but for the newest of each station. */
export function trimUpgrades(db: WriteDb, keep: number): void {
  run(
    db,
    `DELETE FROM upgrade WHERE ended_at IS NOT NULL AND id NOT IN (SELECT max(id) FROM upgrade GROUP BY station_id)
     AND id <= (SELECT id FROM upgrade ORDER BY id DESC LIMIT 1 OFFSET ?)`,
    keep,
  )
}

/** What a station asked to have certified last, and what became of it. */
export interface AskedCertificate {
  readonly id: number
  readonly status: RequestStatus
  readonly at: number
  readonly reason: string | null
  readonly delivery: DeliveryState | null
  readonly deliveryDetail: string | null
}

export function newestRequestOf(db: ReadDb, stationId: number): AskedCertificate | undefined {
  return one(
    db,
    `SELECT request.id, request.status, request.last_received_at AS at, request.reason,
       certificate.delivery, certificate.delivery_detail AS deliveryDetail
     FROM certificate_request AS request LEFT JOIN certificate ON certificate.id =
       (SELECT max(id) FROM certificate WHERE request_id = request.id AND request.status = 'approved')
     WHERE request.station_id = ? ORDER BY request.last_received_at DESC, request.id DESC LIMIT 1`,
    stationId,
  )
}

/** The configuration keys of a 1.6 station that hold an address of a central system and may be written. */
export function addressKeys(db: ReadDb, stationId: number): { readonly key: string; readonly value: string }[] {
  return all(
    db,
    `SELECT variable AS key, value FROM variable WHERE station_id = ? AND component = '' AND attribute = 'Actual'
     AND (value LIKE 'ws://%' OR value LIKE 'wss://%') AND mutability IS NOT 'ReadOnly' ORDER BY id`,
    stationId,
  )
}
