import type { StationTabProps } from '../stations/page/stationTab'
import { FrameLog } from './FrameLog'

/** The frames of one station; at …/log/<number> one of them. */
export default function StationLogTab({ station }: StationTabProps) {
  return <FrameLog here={`/stations/${station.id}/log`} stationId={station.id} />
}
