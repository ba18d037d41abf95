import { randomBytes } from 'node:crypto'
import { createAuthority } from '@main/ca/authority'
import { fittingChain, longestLeaf, pemLength } from '@main/ca/chainSize'
import { issueCertificate, issuerOf } from '@main/ca/issue'
import { newSerialNumber } from '@main/ca/serialNumber'
import { X509Certificate } from '@main/ca/x509'
import { describe, expect, test } from 'vitest'
import { keys, spkiOf } from '../../support/certificationRequests'

const NOW = Date.UTC(2026, 1, 28)
const authority = await createAuthority({ organisation: 'Größe & Söhne', siteName: 'Depot', now: NOW, randomBytes })
const issuer = await issuerOf(authority.issuing)

describe('what a certificate takes', () => {
  test.each([
    ['station', 'P-256', undefined],
    ['station', 'RSA-2048', 'http://192.0.2.10:9000'],
    ['v2g-station', 'P-256', undefined],
    ['device', 'P-384', 'http://192.0.2.10:9000'],
  ] as const)('is known before it is signed, up to some bytes (%s, %s, %s)', async (profile, kind, publishedAt) => {
    const leaf = { profile, organisation: '항구', commonName: 'SN-0042', publicKey: spkiOf(keys(kind)), publishedAt }
    const longest = longestLeaf(leaf, new X509Certificate(authority.issuing.certificatePem))
    for (let time = 0; time < 5; time += 1) {
      const { pem } = await issueCertificate(
        { ...leaf, certificateSerialNumber: newSerialNumber(randomBytes), now: NOW },
        issuer,
      )
      expect(pem.length).toBeLessThanOrEqual(longest)
      expect(longest - pem.length).toBeLessThan(60)
    }
  })

  test('as PEM is what a writer of PEM makes of it', () => {
    for (const bytes of [1, 47, 48, 49, 600]) {
      const body = Buffer.alloc(bytes)
        .toString('base64')
        .replace(/.{1,64}/g, '$&\n')
      const pem = `-----BEGIN CERTIFICATE-----\n${body}-----END CERTIFICATE-----\n`
      expect(pemLength(bytes)).toBe(pem.length)
    }
  })
})

describe('the chain that goes out', () => {
  test.each([
    [null, 'leaf\nissuing\ncross\n'],
    [19, 'leaf\nissuing\ncross\n'],
    [18, 'leaf\nissuing\n'],
    [13, 'leaf\nissuing\n'],
    [12, 'leaf\n'],
    [5, 'leaf\n'],
    [4, null],
  ])('has as much as there is room for (%s)', (max, chain) => {
    expect(fittingChain('leaf', ['issuing\n', ' cross'], max)).toBe(chain)
  })
})
