import type { BootColumns } from '../../store/queries/stations'
import type { Incoming } from '../action'
import { toTold } from './notice'

/**
 * The answer to a station that introduces itself, the same in every version: until the manager admits it, it is told to
 * try again (B01, B02; 1.6 §4.2). Why it started, its modem and its meter are kept as a notice; nobody waits for that,
 * because what a station is has been stored before.
 */
export async function answerBoot(incoming: Incoming, boot: BootColumns) {
  const { station, domain } = incoming
  const { admission } = await domain.stations.booted(station.id, boot)
  const admitted = admission === 'admitted'
  if (admitted) domain.notices.keepSoon(toTold(incoming, 'boots'))
  return {
    status: admitted ? ('Accepted' as const) : ('Pending' as const),
    currentTime: new Date(domain.clock()).toISOString(),
    interval: admitted ? domain.intervals.heartbeat : domain.intervals.bootRetry,
  }
}
