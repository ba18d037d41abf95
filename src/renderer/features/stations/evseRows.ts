import type { Session } from '@shared/contract/sessions'
import type { Connector, Station } from '@shared/contract/stations'
import type { ConnectorStatus } from '@shared/ocpp/station'
import type { MarkStatus } from '../../components/statusLook'

/** One EVSE as a screen shows it: what it does, and the session that runs on it. */
export interface EvseRow {
  readonly evseId: number
  readonly status: MarkStatus
  /** What the station said about a fault; null when it said nothing. */
  readonly errorCode: string | null
  /** Since when it is so, by the station's clock. */
  readonly since: number
  readonly session: Session | null
  readonly connectors: readonly Connector[]
}

/** Which connector speaks for an EVSE that has several: the first of these. */
const TELLING: readonly ConnectorStatus[] = [
  'faulted',
  'charging',
  'suspended',
  'finishing',
  'occupied',
  'preparing',
  'reserved',
  'available',
  'unavailable',
]

/** 2.x says no more than Occupied; what the session does gives the finer word. */
function finerStatus(status: ConnectorStatus, session: Session | null): ConnectorStatus {
  if (status !== 'occupied' || session === null) return status
  switch (session.chargingState) {
    case 'charging':
      return 'charging'
    case 'suspended-by-vehicle':
    case 'suspended-by-station':
      return 'suspended'
    case 'connected':
    case 'idle':
      return 'preparing'
    case null:
      return status
  }
}

/** The EVSEs of a station in the order of their numbers. Connectors of EVSE 0 (the station as a whole) are left out. */
export function evseRows(station: Station, running: readonly Session[]): EvseRow[] {
  const ours = running.filter(({ stationId }) => stationId === station.id)
  const evseIds = new Set(station.connectors.map(({ evseId }) => evseId).filter((evseId) => evseId > 0))
  return [...evseIds]
    .sort((one, other) => one - other)
    .flatMap((evseId) => {
      const connectors = station.connectors.filter((connector) => connector.evseId === evseId)
      const telling = connectors.toSorted((a, b) => TELLING.indexOf(a.status) - TELLING.indexOf(b.status))[0]
      if (telling === undefined) return []
      // A session that names no EVSE can only be told apart by its connector (1.6 numbers both alike).
      const session = ours.find((one) => (one.evseId ?? one.connectorId) === evseId) ?? null
      return {
        evseId,
        status: station.connection.state === 'offline' ? 'offline' : finerStatus(telling.status, session),
        errorCode: telling.errorCode,
        since: telling.changedAt,
        session,
        connectors: connectors.toSorted((a, b) => a.connectorId - b.connectorId),
      }
    })
}

const NONE: readonly Session[] = []
const made = new WeakMap<Station, { readonly running: readonly Session[]; readonly rows: readonly EvseRow[] }>()

/** `evseRows` of a station and its own sessions, made once for as long as neither of them changes. */
export function keptEvseRows(station: Station, running: readonly Session[] = NONE): readonly EvseRow[] {
  const known = made.get(station)
  if (known?.running === running) return known.rows
  const rows = evseRows(station, running)
  made.set(station, { running, rows })
  return rows
}
