import type { Connector } from '@shared/contract/stations'
import type { Store } from '../store/open'
import { connectorsOf, upsertConnector } from '../store/queries/stations'

/** Most connectors that are remembered of one station: a faulty one that counts on and on can't fill memory and disk. */
export const CONNECTORS_PER_STATION_MAX = 200

/** What the connectors of the stations do, as was reported last: in memory, and written within the lazy delay. */
export interface Connectors {
  /** Reads what is stored of a station. */
  load(stationId: number): void
  /** By EVSE and connector. */
  of(stationId: number): Connector[]
  /** @returns false when that was known, or when there are too many of them already */
  changed(stationId: number, connector: Connector): boolean
}

export function createConnectors({ read, writer }: Store): Connectors {
  const known = new Map<number, Connector[]>()
  return {
    load: (stationId) => void known.set(stationId, connectorsOf(read, stationId)),
    of: (stationId) => known.get(stationId) ?? [],
    changed(stationId, connector) {
      const all = known.get(stationId) ?? []
      const before = all.find((other) => isSame(other, connector))
      if (before?.status === connector.status && before.errorCode === connector.errorCode) {
        // Told again after every connection: it has been so since the time that was told first.
        if (before.heardAt !== null) return false
        known.set(
          stationId,
          all.map((other) => (other === before ? { ...before, heardAt: connector.heardAt } : other)),
        )
        return true
      }
      const others = all.filter((other) => other !== before)
      if (others.length >= CONNECTORS_PER_STATION_MAX) return false
      const sorted = [...others, connector].sort((a, b) => a.evseId - b.evseId || a.connectorId - b.connectorId)
      known.set(stationId, sorted)
      writer.writeSoon((db) => upsertConnector(db, stationId, connector))
      return true
    },
  }
}

function isSame(a: Connector, b: Connector): boolean {
  return a.evseId === b.evseId && a.connectorId === b.connectorId
}
