import type { Finding } from '@shared/contract/requests'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

/** Longest `certificateChain` of a CertificateSigned message, in characters (1.6 security and 2.0.1 schemas). */
export const MAX_CHAIN_LENGTH = 10_000

/** The chain fits into the message and into the station. */
export function checkChainSize({ chainLength, maxChainSize, station }: ExaminationFacts): Finding | null {
  if (chainLength === null) return null
  const { identity } = station
  if (chainLength > MAX_CHAIN_LENGTH) {
    return finding('block', 'chain-too-long-to-send', 'A02 CertificateSigned', {
      length: chainLength,
      limit: MAX_CHAIN_LENGTH,
    })
  }
  return maxChainSize !== null && chainLength > maxChainSize
    ? finding('warn', 'chain-too-long-for-station', 'A02.FR.16', { identity, length: chainLength, limit: maxChainSize })
    : null
}
