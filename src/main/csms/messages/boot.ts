import type { BootColumns } from '../../store/queries/stations'
import type { Incoming } from '../action'

/**
 * The answer to a station that introduces itself, the same in every version: until the manager admits it, it is told to
 * try again (B01, B02; 1.6 §4.2).
 */
export async function answerBoot({ station, domain }: Incoming, boot: BootColumns) {
  const { admission } = await domain.stations.booted(station.id, boot)
  const admitted = admission === 'admitted'
  return {
    status: admitted ? ('Accepted' as const) : ('Pending' as const),
    currentTime: new Date(domain.clock()).toISOString(),
    interval: admitted ? domain.intervals.heartbeat : domain.intervals.bootRetry,
  }
}
