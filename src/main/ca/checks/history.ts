import type { Finding } from '@shared/contract/requests'
import { commonNameOf } from '../owner'
import { describeKey } from '../publicKey'
import { leafSubject } from '../subject'
import { day } from './day'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

/** Whether this is its owner's first certificate or takes over from another. */
export function checkHistory({ previous, owner: { name: identity } }: ExaminationFacts): Finding {
  if (previous === null) return finding('ok', 'first-request', 'A02', { identity })
  return finding('ok', 'renewal', 'A03', {
    identity,
    notAfter: day(previous.notAfter),
    key: previous.keyDescription,
  })
}

/** A renewal may not change who the certificate is for (RFC 7030 §4.2.2). */
export function checkSameSubject({ previous, owner, profile, organisation }: ExaminationFacts): Finding | null {
  const commonName = commonNameOf(owner)
  if (previous === null || commonName === null || profile === null) return null
  const next = leafSubject(profile, { commonName, organisation })
  return next === previous.subject
    ? null
    : finding('warn', 'subject-changed', 'RFC 7030 §4.2.2', { previous: previous.subject, next })
}

/** The same kind and size of key as before: a station that changes it has new firmware, or is another one. */
export function checkSameKeyKind({ previous, request }: ExaminationFacts): Finding | null {
  const key = describeKey(request.key)
  return previous === null || previous.keyDescription === key
    ? null
    : finding('note', 'key-kind-changed', 'A02, A03', { previous: previous.keyDescription, next: key })
}
