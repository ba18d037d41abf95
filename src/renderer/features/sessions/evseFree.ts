import type { Session } from '@shared/contract/sessions'
import type { Connector } from '@shared/contract/stations'

/**
 * Whether a running session's EVSE became free after the last that was heard of the session: then its end was lost, or is
 * still on its way.
 */
export function isFreeAlready(
  session: Pick<Session, 'state' | 'evseId' | 'receivedLastAt'>,
  connectors: readonly Pick<Connector, 'evseId' | 'status' | 'changedAt'>[],
): boolean {
  const { state, evseId, receivedLastAt } = session
  if (state !== 'running' || evseId === null || receivedLastAt === null) return false
  const here = connectors.filter((connector) => connector.evseId === evseId)
  return here.length > 0 && here.every(({ status, changedAt }) => status === 'available' && changedAt > receivedLastAt)
}
