import { readCertificationRequest } from '@main/ca/certificationRequest'
import { provesPossession } from '@main/ca/possession'
import forge from 'node-forge'
import { describe, expect, it } from 'vitest'

// Requests as clients built on node-forge send them: RSA, and signed with SHA-1 unless told otherwise.

function forgeRequest(digest: forge.md.MessageDigest | undefined): string {
  const keys = forge.pki.rsa.generateKeyPair({ bits: 2048 })
  const request = forge.pki.createCertificationRequest()
  request.publicKey = keys.publicKey
  request.setSubject([
    { name: 'commonName', value: 'SN-1' },
    { name: 'organizationName', value: 'Test Organisation' },
  ])
  request.sign(keys.privateKey, digest)
  return forge.pki.certificationRequestToPem(request)
}

describe.each([
  ['SHA-1, its default', undefined, 'SHA-1'],
  ['SHA-256', forge.md.sha256.create(), 'SHA-256'],
  ['SHA-512', forge.md.sha512.create(), 'SHA-512'],
] as const)('a request that node-forge signed with %s', (_name, digest, hash) => {
  it('is read, and proves that its sender has the key', async () => {
    const request = readCertificationRequest(forgeRequest(digest))
    if (request.kind !== 'readable') throw new Error(request.reason)
    expect(request).toMatchObject({
      commonNames: ['SN-1'],
      organisations: ['Test Organisation'],
      key: { algorithm: 'RSA', bits: 2048, exponent: '65537', flaw: null },
      signatureAlgorithm: { scheme: 'rsa-pkcs1', hash },
    })
    expect(await provesPossession(request)).toBe(true)
  })
})
