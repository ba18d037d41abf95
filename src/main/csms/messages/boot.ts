import { stationAnswers as words } from '@shared/words/en/stationAnswers'
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
  const { admission, serialNumber } = await domain.stations.booted(station.id, boot)
  // Its certificate is bound to the serial number on record (B01.FR.11, FR.12); one that tells none may stay.
  const isProved = incoming.connection.certificateSerialNumber !== undefined
  if (isProved && boot.serialNumber !== null && boot.serialNumber !== serialNumber) {
    domain.disconnect(station.id, words.close.otherSerial)
  }
  const admitted = admission === 'admitted'
  if (admitted) domain.notices.keepSoon(toTold(incoming, 'boots'))
  return {
    status: admitted ? ('Accepted' as const) : ('Pending' as const),
    currentTime: new Date(domain.clock()).toISOString(),
    interval: admitted ? domain.intervals.heartbeat : domain.intervals.bootRetry,
  }
}
