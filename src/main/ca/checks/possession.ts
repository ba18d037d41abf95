import type { Finding } from '@shared/contract/requests'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

const REQUIREMENT = 'RFC 2986 §3, A02.FR.02'

/** Whoever sent the request holds the private key of the key in it. */
export function checkPossession({ possession }: ExaminationFacts): Finding {
  return possession
    ? finding('ok', 'possession-proven', REQUIREMENT)
    : finding('block', 'possession-not-proven', REQUIREMENT)
}
