import type { UpgradeStart } from '@shared/contract/upgrades'
import type { HigherProfile, NetworkInterface, UpgradeRefusal } from '@shared/ocpp/upgrade'
import type { Access } from '../access/access'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { StationRecord, Stations } from '../stations/stations'
import { appendAudit } from '../store/queries/events'
import { insertUpgrade, saveUpgradeStep, type UpgradeRow } from '../store/queries/upgrades'
import type { UpgradeLedger } from './ledger'
import { freshStep, toStepRow } from './record'
import { wayFrom } from './way'

export interface BeginningDeps {
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Pick<Stations, 'write' | 'connection'>
  readonly access: Pick<Access, 'of'>
  readonly ledger: Pick<UpgradeLedger, 'get' | 'add'>
  /** The port that is listened on with TLS; null where none is. */
  readonly tlsPort: () => number | null
  /** Whether the port without it is open. */
  readonly hasPlain: () => boolean
}

/** Begins the way of a station, or says why not; resolves when it is on disk. */
export type Begin = (
  actor: string,
  station: StationRecord,
  to: HigherProfile,
  network: NetworkInterface | null,
) => Promise<UpgradeStart>

export function createBeginning({ clock, changes, stations, access, ledger, tlsPort, hasPlain }: BeginningDeps): Begin {
  const refusalOf = ({ id, admission, serialNumber }: StationRecord, to: HigherProfile): UpgradeRefusal | null => {
    if (ledger.get(id)) return 'under-way'
    if (access.of(id).profile >= to) return 'has-it'
    if (admission !== 'admitted') return 'not-admitted'
    if (to >= 2 && tlsPort() === null) return 'no-tls-port'
    if (to === 1 && !hasPlain()) return 'no-plain-port'
    if (to === 1 && stations.connection(id)?.transport === 'wss') return 'comes-with-tls'
    return to === 3 && serialNumber === null ? 'no-serial-number' : null
  }

  return async (actor, station, to, network) => {
    const { id: stationId, identity, row } = station
    const { protocol } = row
    // The steps depend on the version.
    const refusal = protocol === null ? 'never-connected' : refusalOf(station, to)
    if (protocol === null || refusal !== null) {
      return { stationId, kind: 'not-started', why: refusal ?? 'never-connected' }
    }
    const from = access.of(stationId).profile
    const at = clock()
    const steps = wayFrom(from, to, protocol).map((planned, place) => freshStep(planned, place, at))
    const fresh: Omit<UpgradeRow, 'id'> = {
      station_id: stationId,
      actor,
      from_profile: from,
      to_profile: to,
      protocol,
      network: protocol === 'ocpp1.6' ? null : network,
      state: 'running',
      started_at: at,
      ended_at: null,
    }
    const id = await stations.write(stationId, (db) => {
      const inserted = insertUpgrade(db, fresh)
      for (const step of steps) saveUpgradeStep(db, toStepRow(inserted, step))
      appendAudit(db, { at, actor, action: 'upgrade-started', subject: identity, detail: { from, to } })
      return inserted
    })
    const { network: by, state } = fresh
    ledger.add({ id, stationId, actor, from, to, protocol, network: by, state, startedAt: at, endedAt: null, steps })
    changes.emit('audit', 0)
    return { stationId, kind: 'started' }
  }
}
