import type { Finding } from '@shared/contract/requests'
import { stationSubject } from '../subject'
import { day } from './day'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

/** Whether this is a station's first certificate or takes over from another. */
export function checkHistory({ previous, station: { identity } }: ExaminationFacts): Finding {
  if (previous === null) return finding('ok', 'first-request', 'A02', { identity })
  return finding('ok', 'renewal', 'A03', {
    identity,
    notAfter: day(previous.notAfter),
    key: previous.keyDescription,
  })
}

/** A renewal may not change who the certificate is for (RFC 7030 §4.2.2). */
export function checkSameSubject({ previous, station, organisation }: ExaminationFacts): Finding | null {
  if (previous === null || station.serialNumber === null) return null
  const next = stationSubject({ serialNumber: station.serialNumber, organisation })
  return next === previous.subject
    ? null
    : finding('warn', 'subject-changed', 'RFC 7030 §4.2.2', { previous: previous.subject, next })
}
