import type { Finding } from '@shared/contract/requests'
import type { ExaminationFacts, KeyUse } from './facts'
import { finding } from './finding'

const UNIQUE = 'A00.FR.427'

function judge({ kind, identity }: KeyUse, own: string): Finding | null {
  switch (kind) {
    case 'authority':
      return finding('block', 'key-of-authority', UNIQUE, { name: identity })
    case 'revoked':
      return finding('block', 'key-revoked', 'A00.FR.704', { identity })
    case 'station':
      return identity === own ? null : finding('block', 'key-of-other-station', UNIQUE, { identity })
  }
}

/** The key belongs to this station and to nothing else, and it was never withdrawn. */
export function checkKeyUses({ otherUsesOfKey, station }: ExaminationFacts): Finding[] {
  return otherUsesOfKey.map((use) => judge(use, station.identity)).filter((found) => found !== null)
}

/** A key that this station already has a certificate for: allowed, but a renewal should bring a fresh one. */
export function checkKeyIsFresh({ otherUsesOfKey, previous, request, station }: ExaminationFacts): Finding | null {
  const before = otherUsesOfKey.some(({ kind, identity }) => kind === 'station' && identity === station.identity)
  return before || previous?.spkiSha256 === request.spkiSha256
    ? finding('note', 'key-certified-before', 'A02.FR.02, A03', { identity: station.identity })
    : null
}
