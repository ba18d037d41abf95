import { randomBytes, X509Certificate } from 'node:crypto'
import { createAuthority } from '@main/ca/authority'
import { readCertificationRequest } from '@main/ca/certificationRequest'
import { certificateKeySha256, describeCertificate } from '@main/ca/chain'
import { issueCertificate, issuerOf } from '@main/ca/issue'
import { MAX_RSA_BITS, RSA_EXPONENT_LIMIT } from '@main/ca/keyPolicy'
import { monthsOf } from '@main/ca/leafProfiles'
import { newSerialNumber } from '@main/ca/serialNumber'
import { COMMON_NAME_MAX_LENGTH, leafName, leafSubject, nameText } from '@main/ca/subject'
import { BACKDATE_MS, clientValidity } from '@main/ca/validity'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keys, requestPem, rsaSpki, spkiOf } from '../../support/certificationRequests'

const NOW = Date.UTC(2026, 1, 28, 12, 0, 0, 345)
const authority = await createAuthority({
  organisation: 'Parkhaus Größe & Söhne, Ltd.',
  siteName: '항구 주차장',
  now: NOW,
  randomBytes,
})

const issuer = await issuerOf(authority.issuing)

const station = {
  profile: 'station' as const,
  publicKey: spkiOf(keys('P-256')),
  commonName: 'SN-0042',
  organisation: 'Harbour, "Parking" + #1',
  now: NOW,
  certificateSerialNumber: newSerialNumber(randomBytes),
}

describe('the authority', () => {
  const root = new X509Certificate(authority.root.certificatePem)
  const issuing = new X509Certificate(authority.issuing.certificatePem)

  test('is a root that signed itself and an issuing CA under it', () => {
    expect(root.ca && root.verify(root.publicKey)).toBe(true)
    expect(issuing.ca && issuing.verify(root.publicKey)).toBe(true)
    expect(issuing.checkIssued(root)).toBe(true)
    expect(root.fingerprint256).not.toBe(issuing.fingerprint256)
  })

  test('is named after the site in any script', () => {
    expect(describeCertificate(authority.root.certificatePem).subject).toBe(
      'O=Parkhaus Größe & Söhne\\, Ltd., CN=항구 주차장 Root CA',
    )
    expect(describeCertificate(authority.issuing.certificatePem).issuer).toBe(
      describeCertificate(authority.root.certificatePem).subject,
    )
  })

  test('is valid from a little before now for 20 and 10 years', () => {
    const summary = describeCertificate(authority.root.certificatePem)
    expect(summary.notBefore).toBe(Date.UTC(2026, 1, 28, 12) - BACKDATE_MS)
    expect(summary.notAfter).toBe(Date.UTC(2046, 1, 28, 12))
    expect(describeCertificate(authority.issuing.certificatePem).notAfter).toBe(Date.UTC(2036, 1, 28, 12))
  })

  test('cuts a site name that a certificate would not take', async () => {
    const long = await createAuthority({ organisation: 'O', siteName: '🚗'.repeat(80), now: NOW, randomBytes })
    for (const { certificatePem } of [long.root, long.issuing]) {
      const commonName = describeCertificate(certificatePem).subject.replace(/^.*CN=/, '')
      expect([...commonName]).toHaveLength(64)
      expect(commonName).toMatch(/… (Root|Issuing) CA$/u)
    }
  })
})

describe('a station certificate', () => {
  test('carries what the server knows, and the key', async () => {
    const issued = await issueCertificate(station, issuer)
    const leaf = new X509Certificate(issued.pem)
    expect(leaf.verify(new X509Certificate(authority.issuing.certificatePem).publicKey)).toBe(true)
    expect(leaf.ca).toBe(false)
    expect(leaf.keyUsage).toBeUndefined()
    expect(leaf.subjectAltName).toBeUndefined()
    expect(leaf.subject.split('\n')).toEqual(['O=Harbour, \\"Parking\\" \\+ #1'.replace(', ', '\\, '), 'CN=SN-0042'])
    expect(issued).toMatchObject({
      serialNumberHex: station.certificateSerialNumber,
      sha256: leaf.fingerprint256,
      notBefore: Date.UTC(2026, 1, 28, 12) - BACKDATE_MS,
      notAfter: Date.UTC(2027, 1, 28, 12),
      subject: 'O=Harbour\\, \\"Parking\\" \\+ #1, CN=SN-0042',
    })
    expect(leaf.serialNumber.toLowerCase()).toBe(issued.serialNumberHex)
  })

  test('comes with the issuing CA behind it and without the root', async () => {
    const { pem, chainPem } = await issueCertificate(station, issuer)
    const blocks = chainPem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n/g) ?? []
    expect(blocks.join('')).toBe(chainPem)
    expect(blocks[0]).toBe(pem)
    expect(blocks.map((block) => describeCertificate(block).subject.replace(/^.*CN=/, ''))).toEqual([
      'SN-0042',
      '항구 주차장 Issuing CA',
    ])
  })

  test('never outlives its issuer, and is not made by an expired one', async () => {
    const end = describeCertificate(authority.issuing.certificatePem).notAfter
    const late = await issueCertificate({ ...station, now: end - 86_400_000 }, issuer)
    expect(late.notAfter).toBe(end)
    await expect(issueCertificate({ ...station, now: end + 1000 }, issuer)).rejects.toThrow(RangeError)
  })

  test('ends on the last day of a shorter month', async () => {
    const issued = await issueCertificate({ ...station, now: Date.UTC(2026, 7, 31), validityMonths: 6 }, issuer)
    expect(issued.notAfter).toBe(Date.UTC(2027, 1, 28))
  })

  test.each(['', ' ', 'S'.repeat(65), 'SN\u0000', 'SN\ud800'])(
    'is refused for the serial number %j',
    async (commonName) => {
      await expect(issueCertificate({ ...station, commonName }, issuer)).rejects.toThrow(RangeError)
    },
  )

  test('leaves the sealed key of the caller as it was', async () => {
    const before = Buffer.from(authority.issuing.privateKeyPkcs8)
    await issueCertificate(station, issuer)
    expect(Buffer.from(authority.issuing.privateKeyPkcs8)).toEqual(before)
    expect(before.some((byte) => byte !== 0)).toBe(true)
  })

  test('has a chain that CertificateSigned has room for, with the largest key and the longest names', async () => {
    const name = '🚗'.repeat(COMMON_NAME_MAX_LENGTH)
    const { issuing } = await createAuthority({ organisation: name, siteName: name, now: NOW, randomBytes })
    const { chainPem } = await issueCertificate(
      {
        ...station,
        organisation: name,
        commonName: name,
        publicKey: rsaSpki(2n ** BigInt(MAX_RSA_BITS) - 1n, RSA_EXPONENT_LIMIT - 1n),
      },
      await issuerOf(issuing),
    )
    // certificateChain: maxLength 10000, in the schemas of 1.6 and of 2.0.1.
    expect(chainPem.length).toBeLessThanOrEqual(10_000)
  })
})

describe('the validity of a station certificate', () => {
  const issuerEnd = Date.UTC(2027, 1, 28, 12)
  test.each([
    ['is whole while the issuer lasts longer', NOW, { kind: 'whole', notAfter: issuerEnd }],
    ['ends with the issuer', NOW + 1_000, { kind: 'shortened', notAfter: issuerEnd }],
    ['ends with the issuer, be it now', issuerEnd - 1, { kind: 'shortened', notAfter: issuerEnd }],
    ['is none when the issuer has ended', issuerEnd, { kind: 'issuer-expired', issuerNotAfter: issuerEnd }],
  ] as const)('%s', (_, now, expected) => {
    expect(clientValidity(now, issuerEnd, monthsOf('station'))).toMatchObject(expected)
  })
})

describe('a description', () => {
  test.each([
    ['P-256', 'EC P-256'],
    ['P-384', 'EC P-384'],
    ['RSA-2048', 'RSA 2048'],
  ] as const)('names the key %s', async (kind, keyDescription) => {
    const { pem } = await issueCertificate({ ...station, publicKey: spkiOf(keys(kind)) }, issuer)
    expect(describeCertificate(pem)).toMatchObject({ keyDescription, sha256: new X509Certificate(pem).fingerprint256 })
  })

  test('knows the key of a request again in its certificate', async () => {
    const request = readCertificationRequest(requestPem())
    const { pem } = await issueCertificate(station, issuer)
    expect(request).toMatchObject({ spkiSha256: certificateKeySha256(pem) })
  })
})

test('a serial number is positive, never short, and keeps its randomness', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const serial = newSerialNumber(() => bytes)
      expect(serial).toMatch(/^[4-7][0-9a-f]{31}$/)
      expect(serial.slice(2)).toBe(Buffer.from(bytes).toString('hex').slice(2))
    }),
  )
})

test.each([
  ['station', 'Harbour, "Parking" + #1', 'SN-0042'],
  ['v2g-station', ' Größe & Söhne ', '#1'],
  ['device', '항구\u200b', 'a\u0000b'],
] as const)('the name of a certificate is known as text before it is made (%s)', (kind, organisation, commonName) => {
  expect(leafSubject(kind, { organisation, commonName })).toBe(nameText(leafName(kind, { organisation, commonName })))
})
