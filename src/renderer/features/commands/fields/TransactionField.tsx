import type { KindFieldProps } from '@renderer/components/schemaForm'
import { feeds, useFeed } from '@renderer/link'
import { useSessionName } from '../useSessionName'
import { NumberChoice } from './NumberChoice'
import { useStationOfForm } from './StationOfForm'

/** The protocol's name of a session: of those that run now by who charges, another one can be typed. */
export function TransactionField(props: KindFieldProps) {
  const station = useStationOfForm()
  const nameOf = useSessionName()
  const running = useFeed(feeds.runningSessions).entries.filter(({ stationId }) => stationId === station.id)
  const options = running.map((session) => ({
    value: session.transactionId,
    label: `${nameOf(session)} (${session.transactionId})`,
  }))
  return <NumberChoice {...props} options={options} />
}
