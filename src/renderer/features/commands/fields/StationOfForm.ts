import type { Station } from '@shared/contract/stations'
import { createContext, useContext } from 'react'

export const StationContext = createContext<Station | null>(null)

/** The station that a form is about; throws outside of one. */
export function useStationOfForm(): Station {
  const station = useContext(StationContext)
  if (station === null) throw new Error('The field needs a station around its form')
  return station
}
