import type { Finding } from '@shared/contract/requests'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

const REQUIREMENT = 'RFC 2986 §3, A02.FR.02'

/** Digests of signatures that nobody looked at: checkSignatureHash blocks each of them, and says why. */
const NOT_LOOKED_AT: readonly unknown[] = [null, 'MD2', 'MD5']

/** Whoever sent the request holds the private key of the key in it. */
export function checkPossession({ possession, request }: ExaminationFacts): Finding | null {
  if (possession) return finding('ok', 'possession-proven', REQUIREMENT)
  // That the signature does not fit would be said of one that may well do.
  if (NOT_LOOKED_AT.includes(request.signatureAlgorithm.hash)) return null
  return finding('block', 'possession-not-proven', REQUIREMENT)
}
