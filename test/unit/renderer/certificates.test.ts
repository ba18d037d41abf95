import { hitWords } from '@renderer/features/certificates/hitWords'
import { expect, it } from 'vitest'

it.each([
  [{ connected: true, others: 0, needsCertificate: true }, ['connected', 'lockedOut']],
  [{ connected: true, others: 1, needsCertificate: true }, ['connected', 'hasOthers']],
  [{ connected: false, others: 0, needsCertificate: false }, ['notConnected', 'needsNone']],
])('what is said before a certificate is revoked fits %o', (hits, words) => {
  expect(hitWords(hits)).toEqual(words)
})
