import type { Connector, Station } from '@shared/contract/stations'
import { AppError } from '@shared/errors'
import type { Admission } from '@shared/ocpp/station'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { createTurnsOf } from '../inTurns'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import {
  allStations,
  type BootColumns,
  type StationRow,
  setAdmission,
  setProtocol,
  setStationTexts,
} from '../store/queries/stations'
import type { WriteJob } from '../store/writer'
import { createBoots } from './boots'
import type { ConnectionFacts } from './connection'
import { createConnectors } from './connectors'
import { createLastSeen } from './lastSeen'
import { toStation } from './stationView'
import { createStrangers } from './strangers'

/** A station as the rest of the program sees it: the stored record, kept in memory and replaced when it changes. */
export interface StationRecord {
  readonly id: number
  readonly identity: string
  readonly admission: Admission
  readonly serialNumber: string | null
  readonly row: StationRow
}

/**
 * Most stations that may wait for admission. For one more, the one that is longest gone and never said anything is
 * forgotten, so that invented identities keep nobody out; where there is none, the caller is turned away.
 */
export const WAITING_STATIONS_MAX = 100

export type Arrival =
  | { readonly kind: 'known'; readonly station: StationRecord }
  | { readonly kind: 'refused' }
  | { readonly kind: 'too-many-waiting' }

/** The stations of the site: who they are, whether they are let in, and what they said about themselves. */
export interface Stations {
  /**
   * A caller with this identity stands at the door. Unknown ones are put on the waiting list first; on disk they are
   * from their boot on, or once something was decided about them.
   */
  arrive(identity: string, remoteAddress: string): Arrival
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
  /**
   * Writes about a station, after its own row where it has none yet; resolves when it is on disk.
   * @throws AppError UNKNOWN_STATION
   */
  write<Result>(stationId: number, job: WriteJob<Result>): Promise<Result>
  record(stationId: number): StationRecord | undefined
  /** By identity, whose capital letters do not count. */
  find(identity: string): StationRecord | undefined
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
  const connectors = createConnectors(store)
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
    connectors.load(row.id)
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
  const strangers = createStrangers(store)
  const lastSeen = createLastSeen(writer)
  const tellBoot = createBoots({ clock, changes, strangers, lastSeen, rowOf: (stationId) => existing(stationId).row })

  const freshRow = (identity: string, at: number): Omit<StationRow, 'id'> => ({
    identity,
    label: '',
    admission: 'waiting',
    vendor: null,
    model: null,
    serial_number: null,
    firmware: null,
    remote_address: null,
    first_seen_at: null,
    last_seen_at: null,
    booted_at: null,
    created_at: at,
    protocol: null,
  })

  const view = ({ row }: StationRecord): Station => toStation(row, connections.get(row.id), connectors.of(row.id))

  const seen = (stationId: number, remoteAddress: string | null) => {
    const at = clock()
    lastSeen.note(stationId, { at, remoteAddress, bootedAt: null })
    const { row } = existing(stationId)
    revise(stationId, {
      last_seen_at: at,
      first_seen_at: row.first_seen_at ?? at,
      remote_address: remoteAddress ?? row.remote_address,
    })
  }

  const takeIn = (fresh: Omit<StationRow, 'id'>): StationRecord => {
    const id = strangers.newId()
    strangers.add(id)
    return remember({ ...fresh, id })
  }

  const forget = ({ id, identity }: StationRecord) => {
    strangers.delete(id)
    records.delete(id)
    idByIdentity.delete(identity.toLowerCase())
    changes.emit('station', id)
  }

  const seenAt = ({ row }: StationRecord) => row.last_seen_at ?? row.created_at
  /** The station that is longest gone of those that never said anything and that nobody decided about. */
  const longestGone = (): StationRecord | undefined =>
    [...records.values()]
      .filter(({ id }) => strangers.canBeForgotten(id) && !connections.has(id))
      .reduce<StationRecord | undefined>(
        (oldest, record) => (oldest && seenAt(oldest) <= seenAt(record) ? oldest : record),
        undefined,
      )

  /** Puts a new identity on the waiting list. */
  const welcome = (fresh: Omit<StationRow, 'id'>): Arrival => {
    if (countWaiting() >= WAITING_STATIONS_MAX) {
      const gone = longestGone()
      if (!gone) return { kind: 'too-many-waiting' }
      forget(gone)
    }
    const station = takeIn(fresh)
    changes.emit('station', station.id)
    return { kind: 'known', station }
  }

  /** By identity: it may be registered from another window at this moment. */
  const { inTurn } = createTurnsOf<string>()
  const registerNew = async (actor: string, identity: string, label: string, serialNumber: string) => {
    const at = clock()
    // Until this is on disk it waits like any other, in case it comes to the door at this moment.
    const station = takeIn(freshRow(identity, at))
    const serial = serialNumber === '' ? null : serialNumber
    try {
      await strangers.write(station.row, (db) => {
        setAdmission(db, station.id, 'admitted')
        setStationTexts(db, station.id, label, serial)
        appendAudit(db, { at, actor, action: 'station-registered', subject: identity, detail: { label, serialNumber } })
      })
    } catch (error) {
      if (!connections.has(station.id)) forget(station)
      throw error
    }
    revise(station.id, { admission: 'admitted', label, serial_number: serial })
    changes.emit('audit', 0)
    return station.id
  }

  return {
    arrive(identity, remoteAddress) {
      const knownId = idByIdentity.get(identity.toLowerCase())
      if (knownId === undefined) {
        const at = clock()
        return welcome({ ...freshRow(identity, at), first_seen_at: at, remote_address: remoteAddress })
      }
      const station = existing(knownId)
      if (station.admission !== 'refused') return { kind: 'known', station }
      seen(knownId, remoteAddress)
      return { kind: 'refused' }
    },

    connected(stationId, facts) {
      connections.set(stationId, facts)
      const { protocol } = facts
      if (existing(stationId).row.protocol !== protocol) {
        writer.writeSoon((db) => setProtocol(db, stationId, protocol))
        revise(stationId, { protocol })
      }
      seen(stationId, facts.remoteAddress)
      changes.emit('security', stationId)
    },

    disconnected(stationId, facts) {
      if (connections.get(stationId) !== facts) return
      connections.delete(stationId)
      seen(stationId, null)
      changes.emit('security', stationId)
    },

    heard(stationId) {
      const at = clock()
      lastSeen.note(stationId, { at, remoteAddress: null, bootedAt: null })
      // Nobody is told: a station that is connected shows since when, not when it was last heard.
      remember({ ...existing(stationId).row, last_seen_at: at })
    },

    async booted(stationId, boot) {
      return revise(stationId, await tellBoot(stationId, boot))
    },

    connectorChanged(stationId, connector) {
      if (connectors.changed(stationId, connector)) changes.emit('station', stationId)
    },

    register(actor, identity, label, serialNumber) {
      const key = identity.toLowerCase()
      return inTurn(key, async (): Promise<RegisterOutcome> => {
        const known = idByIdentity.get(key)
        if (known !== undefined) {
          return { kind: 'already-known', stationId: known, admission: existing(known).admission }
        }
        return { kind: 'registered', stationId: await registerNew(actor, identity, label, serialNumber) }
      })
    },

    async setAdmission(actor, stationId, admission) {
      const { row } = existing(stationId)
      if (row.admission === admission) return false
      const at = clock()
      await strangers.write(row, (db) => {
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
      await strangers.write(row, (db) => {
        setStationTexts(db, stationId, label, serialNumber)
        appendAudit(db, { at, actor, action: 'station-changed', subject: row.identity, detail })
      })
      revise(stationId, { label, serial_number: serialNumber })
      changes.emit('audit', 0)
    },

    write: async (stationId, job) => strangers.write(existing(stationId).row, job),
    record: (stationId) => records.get(stationId),
    find: (identity) => records.get(idByIdentity.get(identity.toLowerCase()) ?? 0),
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
