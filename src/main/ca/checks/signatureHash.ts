import type { Finding } from '@shared/contract/requests'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

/**
 * The request is signed with a digest that still proves something. SHA-1 is only noted: forging would need a collision
 * against the station's own key holder, and much firmware still signs its requests with it.
 */
export function checkSignatureHash({ request: { signatureAlgorithm } }: ExaminationFacts): Finding | null {
  const algorithm = signatureAlgorithm.name
  switch (signatureAlgorithm.hash) {
    case 'SHA-1':
      return finding('note', 'signature-old-hash', 'A00.FR.506', { algorithm })
    case 'MD2':
    case 'MD5':
      return finding('block', 'signature-broken-hash', 'A00.FR.501', { algorithm })
    case null:
      return finding('block', 'signature-unknown', 'A00.FR.505', { algorithm })
    default:
      return null
  }
}
