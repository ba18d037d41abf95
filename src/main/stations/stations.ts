import type { Connector, Station } from '@shared/contract/stations'
import { AppError } from '@shared/errors'
import type { Admission } from '@shared/ocpp/station'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { WriteDb } from '../store/handles'
import type { Store } from '../store/open'
import { appendAudit, appendSecurityEvent } from '../store/queries/events'
import {
  allStations,
  type BootColumns,
  connectorsOf,
  insertStation,
  type StationRow,
  setAdmission,
  setBootFacts,
  setLastSeen,
  setStationTexts,
  stationByIdentity,
  upsertConnector,
} from '../store/queries/stations'
import type { ConnectionFacts } from './connection'

/** A station as the rest of the program sees it: the stored record, kept in memory and replaced when it changes. */
export interface StationRecord {
  readonly id: number
  readonly identity: string
  readonly admission: Admission
  readonly serialNumber: string | null
  readonly row: StationRow
}

/** Most stations that may wait for admission: an unknown caller beyond it is turned away, so that a flood of invented
 * identities can't fill the disk. */
export const WAITING_STATIONS_MAX = 100

/** Most connectors that are remembered of one station: a faulty one that counts on and on can't fill memory and disk. */
export const CONNECTORS_PER_STATION_MAX = 200

export type Arrival =
  | { readonly kind: 'known'; readonly station: StationRecord }
  | { readonly kind: 'refused' }
  | { readonly kind: 'too-many-waiting' }

/** The stations of the site: who they are, whether they are let in, and what they said about themselves. */
export interface Stations {
  /** A caller with this identity stands at the door. Unknown ones are put on the waiting list (on disk) first. */
  arrive(identity: string, remoteAddress: string): Promise<Arrival>
  connected(stationId: number, facts: ConnectionFacts): void
  /** @param facts the connection that ended: when a newer one has replaced it, nothing happens */
  disconnected(stationId: number, facts: ConnectionFacts): void
  /** A sign of life: “last seen” is kept up to date, so that it is true even after a power cut. */
  heard(stationId: number): void
  /** Stores what a BootNotification said; resolves when it is on disk. */
  booted(stationId: number, boot: BootColumns): Promise<StationRecord>
  /**
   * Takes over a reported status at once; it is written within the lazy delay. One connector more than
   * CONNECTORS_PER_STATION_MAX is passed over.
   */
  connectorChanged(stationId: number, connector: Connector): void
  register(actor: string, identity: string, label: string, serialNumber: string): Promise<RegisterOutcome>
  /** @throws AppError UNKNOWN_STATION; @returns false when it already stands so */
  setAdmission(actor: string, stationId: number, admission: 'admitted' | 'refused'): Promise<boolean>
  /** @throws AppError UNKNOWN_STATION */
  update(actor: string, stationId: number, texts: { label?: string; serialNumber?: string }): Promise<void>
  record(stationId: number): StationRecord | undefined
  connection(stationId: number): ConnectionFacts | undefined
  view(stationId: number): Station | undefined
  viewAll(): Station[]
  count(): { admitted: number; connected: number; waiting: number }
}

export type RegisterOutcome =
  | { kind: 'registered'; stationId: number }
  | { kind: 'already-known'; stationId: number; admission: Admission }

export interface StationsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
}

export function createStations({ store, clock, changes }: StationsDeps): Stations {
  const { writer, read } = store
  const records = new Map<number, StationRecord>()
  const idByIdentity = new Map<string, number>()
  const connectors = new Map<number, Connector[]>()
  const connections = new Map<number, ConnectionFacts>()

  const remember = (row: StationRow): StationRecord => {
    const record = {
      id: row.id,
      identity: row.identity,
      admission: row.admission,
      serialNumber: row.serial_number,
      row,
    }
    records.set(row.id, record)
    idByIdentity.set(row.identity.toLowerCase(), row.id)
    return record
  }
  for (const row of allStations(read)) {
    remember(row)
    connectors.set(row.id, connectorsOf(read, row.id))
  }

  const existing = (stationId: number): StationRecord => {
    const record = records.get(stationId)
    if (!record) throw new AppError('UNKNOWN_STATION')
    return record
  }
  const revise = (stationId: number, change: Partial<StationRow>): StationRecord => {
    const record = remember({ ...existing(stationId).row, ...change })
    changes.emit('station', stationId)
    return record
  }
  const countWaiting = () => [...records.values()].filter((record) => record.admission === 'waiting').length

  /** Identities whose first record is being written: they count as waiting already. */
  const arriving = new Map<string, number>()

  const insert = (db: WriteDb, fresh: Omit<StationRow, 'id'>): StationRow => ({
    ...fresh,
    id: insertStation(db, fresh),
  })

  const freshRow = (identity: string, admission: Admission, at: number): Omit<StationRow, 'id'> => ({
    identity,
    label: '',
    admission,
    vendor: null,
    model: null,
    serial_number: null,
    firmware: null,
    remote_address: null,
    first_seen_at: null,
    last_seen_at: null,
    booted_at: null,
    created_at: at,
  })

  const view = (record: StationRecord): Station => {
    const { row } = record
    const live = connections.get(row.id)
    return {
      id: row.id,
      identity: row.identity,
      label: row.label,
      admission: row.admission,
      connection: live
        ? {
            state: 'online',
            since: live.since,
            protocol: live.protocol,
            remoteAddress: live.remoteAddress,
            transport: live.transport,
          }
        : { state: 'offline', lastSeenAt: row.last_seen_at },
      vendor: row.vendor,
      model: row.model,
      serialNumber: row.serial_number,
      firmware: row.firmware,
      remoteAddress: row.remote_address,
      firstSeenAt: row.first_seen_at,
      lastSeenAt: row.last_seen_at,
      bootedAt: row.booted_at,
      connectors: connectors.get(row.id) ?? [],
    }
  }

  const seen = (stationId: number, remoteAddress: string | null) => {
    const at = clock()
    writer.writeSoon((db) => setLastSeen(db, stationId, at, remoteAddress))
    const { row } = existing(stationId)
    revise(stationId, {
      last_seen_at: at,
      first_seen_at: row.first_seen_at ?? at,
      remote_address: remoteAddress ?? row.remote_address,
    })
  }

  /** Puts a new identity on the waiting list. Two connections of it may arrive at once: both wait for one record. */
  const welcome = async (fresh: Omit<StationRow, 'id'>): Promise<Arrival> => {
    const key = fresh.identity.toLowerCase()
    if (!arriving.has(key) && countWaiting() + arriving.size >= WAITING_STATIONS_MAX) {
      return { kind: 'too-many-waiting' }
    }
    arriving.set(key, (arriving.get(key) ?? 0) + 1)
    try {
      const row = await writer.write((db) => stationByIdentity(db, fresh.identity) ?? insert(db, fresh))
      const station = records.get(row.id) ?? remember(row)
      changes.emit('station', row.id)
      return station.admission === 'refused' ? { kind: 'refused' } : { kind: 'known', station }
    } finally {
      const left = (arriving.get(key) ?? 1) - 1
      if (left > 0) arriving.set(key, left)
      else arriving.delete(key)
    }
  }

  return {
    async arrive(identity, remoteAddress) {
      const knownId = idByIdentity.get(identity.toLowerCase())
      if (knownId === undefined) {
        const at = clock()
        const fresh = { ...freshRow(identity, 'waiting', at), first_seen_at: at, remote_address: remoteAddress }
        return welcome(fresh)
      }
      const station = existing(knownId)
      if (station.admission !== 'refused') return { kind: 'known', station }
      seen(knownId, remoteAddress)
      return { kind: 'refused' }
    },

    connected(stationId, facts) {
      connections.set(stationId, facts)
      seen(stationId, facts.remoteAddress)
    },

    disconnected(stationId, facts) {
      if (connections.get(stationId) !== facts) return
      connections.delete(stationId)
      seen(stationId, null)
    },

    heard(stationId) {
      const at = clock()
      writer.writeSoon((db) => setLastSeen(db, stationId, at, null))
      // Nobody is told: a station that is connected shows since when, not when it was last heard.
      remember({ ...existing(stationId).row, last_seen_at: at })
    },

    async booted(stationId, boot) {
      const at = clock()
      const { row } = existing(stationId)
      const otherSerial =
        row.serial_number !== null && boot.serialNumber !== null && boot.serialNumber !== row.serial_number
      await writer.write((db) => {
        setBootFacts(db, stationId, boot, at)
        if (!otherSerial) return
        // The same identity with other hardware: the certificate is bound to the serial number, so a person must know.
        appendSecurityEvent(db, {
          stationId,
          type: 'SerialNumberChanged',
          critical: true,
          detail: `${row.serial_number} → ${boot.serialNumber}`,
          occurredAt: at,
          receivedAt: at,
        })
      })
      if (otherSerial) changes.emit('event', stationId)
      return revise(stationId, {
        vendor: boot.vendor,
        model: boot.model,
        serial_number: existing(stationId).row.serial_number ?? boot.serialNumber,
        firmware: boot.firmware,
        booted_at: at,
        last_seen_at: at,
      })
    },

    connectorChanged(stationId, connector) {
      const others = (connectors.get(stationId) ?? []).filter(
        (other) => other.evseId !== connector.evseId || other.connectorId !== connector.connectorId,
      )
      if (others.length >= CONNECTORS_PER_STATION_MAX) return
      const all = [...others, connector].sort((a, b) => a.evseId - b.evseId || a.connectorId - b.connectorId)
      connectors.set(stationId, all)
      writer.writeSoon((db) => upsertConnector(db, stationId, connector))
      changes.emit('station', stationId)
    },

    async register(actor, identity, label, serialNumber) {
      const known = idByIdentity.get(identity.toLowerCase())
      if (known !== undefined) {
        return { kind: 'already-known', stationId: known, admission: existing(known).admission }
      }
      const at = clock()
      const { row, isNew } = await writer.write((db) => {
        // It may have come to the door, or been registered from another window, while this waited.
        const found = stationByIdentity(db, identity)
        if (found) return { row: found, isNew: false }
        const stored = insert(db, {
          ...freshRow(identity, 'admitted', at),
          label,
          serial_number: serialNumber === '' ? null : serialNumber,
        })
        appendAudit(db, { at, actor, action: 'station-registered', subject: identity, detail: { label, serialNumber } })
        return { row: stored, isNew: true }
      })
      const { admission } = records.get(row.id) ?? remember(row)
      changes.emit('station', row.id)
      if (isNew) changes.emit('audit', 0)
      return isNew ? { kind: 'registered', stationId: row.id } : { kind: 'already-known', stationId: row.id, admission }
    },

    async setAdmission(actor, stationId, admission) {
      const { row } = existing(stationId)
      if (row.admission === admission) return false
      const at = clock()
      await writer.write((db) => {
        setAdmission(db, stationId, admission)
        const action = admission === 'admitted' ? 'station-admitted' : 'station-refused'
        const { vendor, model, serial_number: serialNumber, remote_address: remoteAddress } = row
        appendAudit(db, {
          at,
          actor,
          action,
          subject: row.identity,
          detail: { vendor, model, serialNumber, remoteAddress },
        })
      })
      revise(stationId, { admission })
      changes.emit('audit', 0)
      return true
    },

    async update(actor, stationId, texts) {
      const { row } = existing(stationId)
      const label = texts.label ?? row.label
      const serialNumber = texts.serialNumber === undefined ? row.serial_number : texts.serialNumber || null
      const detail = {
        ...(label === row.label ? {} : { label: [row.label, label] }),
        ...(serialNumber === row.serial_number ? {} : { serialNumber: [row.serial_number, serialNumber] }),
      }
      if (Object.keys(detail).length === 0) return
      const at = clock()
      await writer.write((db) => {
        setStationTexts(db, stationId, label, serialNumber)
        appendAudit(db, { at, actor, action: 'station-changed', subject: row.identity, detail })
      })
      revise(stationId, { label, serial_number: serialNumber })
      changes.emit('audit', 0)
    },

    record: (stationId) => records.get(stationId),
    connection: (stationId) => connections.get(stationId),
    view(stationId) {
      const record = records.get(stationId)
      return record && view(record)
    },
    viewAll: () => [...records.values()].map(view),
    count() {
      const admitted = [...records.values()].filter((record) => record.admission === 'admitted')
      return {
        admitted: admitted.length,
        connected: admitted.filter((record) => connections.has(record.id)).length,
        waiting: countWaiting(),
      }
    },
  }
}
