import type { Finding } from '@shared/contract/requests'
import type { ExaminationFacts, KeyUse } from './facts'
import { finding } from './finding'

const UNIQUE = 'A00.FR.427'

function judge({ kind, identity }: KeyUse, owner: ExaminationFacts['owner']): Finding | null {
  switch (kind) {
    case 'authority':
      return finding('block', 'key-of-authority', UNIQUE, { name: identity })
    case 'revoked':
      return finding('block', 'key-revoked', 'A00.FR.704', { identity })
    case 'station':
      return isOwn({ kind, identity }, owner) ? null : finding('block', 'key-of-other-station', UNIQUE, { identity })
    case 'device':
      return isOwn({ kind, identity }, owner) ? null : finding('block', 'key-of-other-device', UNIQUE, { identity })
  }
}

const isOwn = ({ kind, identity }: KeyUse, owner: ExaminationFacts['owner']) =>
  kind === owner.kind && identity === owner.name

/** The key belongs to its owner and to nothing else, and it was never withdrawn. */
export function checkKeyUses({ otherUsesOfKey, owner }: ExaminationFacts): Finding[] {
  return otherUsesOfKey.map((use) => judge(use, owner)).filter((found) => found !== null)
}

/** A key that its owner already has a certificate for: allowed, but a renewal should bring a fresh one. */
export function checkKeyIsFresh({ otherUsesOfKey, previous, request, owner }: ExaminationFacts): Finding | null {
  const before = otherUsesOfKey.some((use) => isOwn(use, owner))
  return before || previous?.spkiSha256 === request.spkiSha256
    ? finding('note', 'key-certified-before', 'A02.FR.02, A03', { identity: owner.name })
    : null
}
