import type { StationTabProps } from '../stations/page/stationTab'
import { NoticeList } from './NoticeList'

/** What a station told beside its sessions; at …/reports/<number of a notice>. */
export default function StationNoticesTab({ station }: StationTabProps) {
  return <NoticeList here={`/stations/${station.id}/reports`} stationId={station.id} />
}
