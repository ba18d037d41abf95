import type { SessionState } from './session'
import type { ConnectorStatus } from './station'

/** What was told of a session, as far as its EVSE can contradict it. */
interface ToldSession {
  readonly evseId: number | null
  readonly connectorId: number | null
  /** When the last of it was heard, by this computer's clock. */
  readonly receivedLastAt: number | null
}

interface ToldConnector {
  readonly evseId: number
  readonly status: ConnectorStatus
  /** By the station's clock. */
  readonly changedAt: number
  /** By this computer's clock; null when nobody knows. */
  readonly heardAt: number | null
}

/** Only here energy can flow; 2.x says no more than Occupied. */
const FLOWING: ReadonlySet<ConnectorStatus> = new Set(['charging', 'occupied'])

/**
 * Whether a running session's EVSE became free after the last that was heard of the session: then its end was lost, or is
 * still on its way.
 */
export function isFreeAlready(
  session: ToldSession & { readonly state: SessionState },
  connectors: readonly ToldConnector[],
): boolean {
  return session.state === 'running' && saysSince(session, connectors, (status) => status === 'available')
}

/**
 * The power that a running session draws now, in watts; null where it was never told. What was told last counts until its
 * EVSE says that nothing flows: a charger that forgot its session tells of no power any more.
 */
export function powerNowW(
  session: ToldSession & { readonly powerW: number | null },
  connectors: readonly ToldConnector[],
): number | null {
  if (session.powerW === null) return null
  return saysSince(session, connectors, (status) => !FLOWING.has(status)) ? 0 : session.powerW
}

/**
 * Whether all connectors of a session's EVSE say so, and one of them has since the session was last heard of. What came
 * later is told by this computer's clock, as the station's may be wrong; by that one only where the other is not known.
 */
function saysSince(
  { evseId, connectorId, receivedLastAt }: ToldSession,
  connectors: readonly ToldConnector[],
  means: (status: ConnectorStatus) => boolean,
): boolean {
  // A session that names no EVSE can only be told apart by its connector (1.6 numbers both alike).
  const at = evseId ?? connectorId
  if (at === null || receivedLastAt === null) return false
  const here = connectors.filter((connector) => connector.evseId === at)
  return (
    here.every(({ status }) => means(status)) &&
    here.some(({ heardAt, changedAt }) => (heardAt ?? changedAt) > receivedLastAt)
  )
}
