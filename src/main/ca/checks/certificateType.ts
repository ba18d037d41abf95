import type { Finding } from '@shared/contract/requests'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

/**
 * The type is one that this site signs. One for vehicles is signed for those who want it: a private site is no V2G
 * authority, so only vehicles that were given its root will trust it.
 */
export function checkCertificateType({ certificateType, profile }: ExaminationFacts): Finding | null {
  if (profile === null) {
    return finding('block', 'certificate-type-not-offered', 'A02.FR.13', { type: certificateType ?? '' })
  }
  return profile === 'v2g-station' ? finding('warn', 'v2g-private-root', 'A02.FR.13, ISO 15118-2 §7.9') : null
}

/** A request for vehicles can name the root that its chain is to end in (2.1); another one than ours can't be served. */
export function checkRootAsked({ rootAsked }: ExaminationFacts): Finding | null {
  return rootAsked === 'other' ? finding('block', 'other-root-asked', 'A02.FR.27') : null
}
