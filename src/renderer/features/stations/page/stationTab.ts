import type { Station } from '@shared/contract/stations'

/** What every tab of a station's page is given: the station, always the newest. */
export interface StationTabProps {
  readonly station: Station
}
