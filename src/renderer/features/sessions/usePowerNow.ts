import { feeds } from '@renderer/link'
import { useEntry } from '@renderer/link/useSelected'
import type { Session } from '@shared/contract/sessions'
import { powerNowW } from '@shared/ocpp/evseSays'

/** The power that a running session draws as its EVSE has it, in watts; null where it was never told. */
export function usePowerNow(session: Session): number | null {
  const station = useEntry(feeds.stations, session.stationId)
  return powerNowW(session, station?.connectors ?? [])
}
