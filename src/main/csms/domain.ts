import type { SecurityEvents } from '../audit/securityEvents'
import type { RequestDesk } from '../ca/desk'
import type { Cards } from '../cards/cards'
import type { Clock } from '../clock'
import type { Commands } from '../commands/commands'
import type { Notices } from '../notices/notices'
import type { Sessions } from '../sessions/sessions'
import type { Stations } from '../stations/stations'
import type { Tolerance } from '../tolerance/tolerance'
import type { Variables } from '../variables/variables'
import type { Intervals } from './limits'

/** The part of the site that incoming messages are translated for. */
export interface CsmsDomain {
  readonly stations: Stations
  readonly cards: Cards
  readonly sessions: Sessions
  readonly desk: RequestDesk
  readonly securityEvents: SecurityEvents
  readonly notices: Notices
  readonly commands: Pick<Commands, 'reported' | 'sessionBegan'>
  readonly variables: Variables
  readonly tolerance: Tolerance
  /** Closes a station's connection; `reason` is told to it (at most 123 bytes). */
  readonly disconnect: (stationId: number, reason: string) => void
  readonly clock: Clock
  readonly intervals: Intervals
}
