import type { StationTabProps } from '../stations/page/stationTab'
import { EnergyView } from './EnergyView'

/** What one station delivered over time. */
export default function StationEnergyTab({ station }: StationTabProps) {
  return <EnergyView key={station.id} stationId={station.id} />
}
