import type { Finding } from '@shared/contract/requests'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'
import { checkSignatureHash } from './signatureHash'

const REQUIREMENT = 'RFC 2986 §3, A02.FR.02'

/** Whoever sent the request holds the private key of the key in it. */
export function checkPossession(facts: ExaminationFacts): Finding | null {
  if (facts.possession) return finding('ok', 'possession-proven', REQUIREMENT)
  // A signature that is refused for its kind was not looked at: that it does not fit would be said of one that may do.
  if (checkSignatureHash(facts)?.severity === 'block') return null
  return finding('block', 'possession-not-proven', REQUIREMENT)
}
