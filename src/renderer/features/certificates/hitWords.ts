import type { RevocationHits } from '@shared/contract/certificates'

export type HitWord = 'connected' | 'notConnected' | 'lockedOut' | 'hasOthers' | 'needsNone'

/** What there is to say about what a revocation hits: what happens now, and how the station comes back. */
export function hitWords({ connected, others, needsCertificate }: RevocationHits): HitWord[] {
  const now = connected ? 'connected' : 'notConnected'
  if (others > 0) return [now, 'hasOthers']
  return [now, needsCertificate ? 'lockedOut' : 'needsNone']
}
