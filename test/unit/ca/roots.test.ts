import { randomBytes } from 'node:crypto'
import { createAuthority, createIssuing, createRoot, crossSign } from '@main/ca/authority'
import { verdictOf } from '@main/ca/rollover/verdict'
import { anchorHash, sameHash } from '@main/ca/roots/anchorHash'
import { readInstalledAnswer } from '@main/ca/roots/installedAnswer'
import { ROOT_MAX_LENGTH, readTrueRoot } from '@main/ca/roots/trueRoot'
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  X509Certificate,
  X509CertificateGenerator,
} from '@main/ca/x509'
import type { Command } from '@shared/contract/commands'
import { HASH_ALGORITHMS } from '@shared/contract/roots'
import { hashOf } from '@simulator/pki/trustStore'
import { describe, expect, it } from 'vitest'
import { hoursFromNow, TestCa } from '../../support/testCa'

const now = Date.UTC(2026, 0, 1)
const names = { siteName: 'Depot', organisation: 'Depot Ltd' }
const making = { now, randomBytes }

/** A certificate that is signed with its own key, whatever it may be used for. */
async function selfSigned({ ca, usages }: { readonly ca: boolean; readonly usages: number }): Promise<string> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const name = new Name('CN=Test')
  const certificate = await X509CertificateGenerator.create({
    subject: name,
    issuer: name,
    notBefore: hoursFromNow(-1),
    notAfter: hoursFromNow(1),
    publicKey: keys.publicKey,
    signingKey: keys.privateKey,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    extensions: [new BasicConstraintsExtension(ca, undefined, true), new KeyUsagesExtension(usages, true)],
  })
  return certificate.toString('pem')
}

describe('a true root', () => {
  const judged = (text: string, at = now) => {
    const verdict = readTrueRoot(text, at)
    return verdict.kind === 'root' ? 'root' : verdict.reason
  }

  it('is one certificate of a CA that is signed with its own key and counts', async () => {
    const { root, issuing } = await createAuthority({ ...names, ...making })
    expect(judged(root.certificatePem)).toBe('root')
    expect(judged(`\n${root.certificatePem}\n\n`)).toBe('root')
    expect(judged(issuing.certificatePem)).toBe('not-self-signed')
    expect(judged(root.certificatePem, now - 10 ** 9)).toBe('not-yet-valid')
    expect(judged(root.certificatePem, now + 10 ** 12)).toBe('ended')
    expect(judged(`${root.certificatePem}${root.certificatePem}`)).toBe('not-one-certificate')
    expect(judged(issuing.certificatePem.replace(/A/g, 'B'))).toBe('not-one-certificate')
    expect(judged('')).toBe('not-one-certificate')
    const padded = root.certificatePem.replace('-----END', `${'\n'.repeat(ROOT_MAX_LENGTH)}-----END`)
    expect(judged(padded)).toBe('too-long')
    const cross = await crossSign(
      (await createRoot({ previousPem: root.certificatePem }, making)).certificatePem,
      root,
      making,
    )
    // It has the name of its issuer, and not its key.
    expect(judged(cross)).toBe('not-self-signed')
  })

  it('may sign certificates', async () => {
    const leaf = await selfSigned({ ca: false, usages: KeyUsageFlags.digitalSignature })
    const mute = await selfSigned({ ca: true, usages: KeyUsageFlags.cRLSign })
    expect([judged(leaf, Date.now()), judged(mute, Date.now())]).toEqual(['no-ca', 'must-not-sign'])
  })
})

describe('the hashes of OCPP', () => {
  it.each(HASH_ALGORITHMS)(
    'are those of the virtual charger, of roots and of what they sign (%s)',
    async (algorithm) => {
      const { root, issuing } = await TestCa.create()
      const pems = [root, issuing].map(({ certificate }) => certificate.toString('pem'))
      const [rootPem = '', issuingPem = ''] = pems
      expect(anchorHash(rootPem, algorithm)).toEqual(hashOf(root.certificate, algorithm))
      expect(anchorHash(issuingPem, algorithm, rootPem)).toEqual(
        hashOf(issuing.certificate, algorithm, root.certificate),
      )
    },
  )

  it('are the same in capital letters and with zeros in front of the serial number', async () => {
    const { root } = await TestCa.create()
    const hash = anchorHash(root.certificate.toString('pem'), 'SHA256')
    const spelt = { ...hash, issuerNameHash: hash.issuerNameHash.toUpperCase(), serialNumber: `00${hash.serialNumber}` }
    expect(sameHash(spelt, hash)).toBe(true)
    expect(sameHash({ ...spelt, issuerKeyHash: hash.issuerNameHash }, hash)).toBe(false)
    expect(sameHash({ ...spelt, hashAlgorithm: 'SHA384' }, hash)).toBe(false)
  })
})

describe('what a station says it has', () => {
  const hash = { hashAlgorithm: 'SHA256' as const, issuerNameHash: 'AA', issuerKeyHash: 'bb', serialNumber: '01' }
  const command = (parts: Partial<Command>) =>
    readInstalledAnswer({
      action: 'GetInstalledCertificateIds',
      verdict: 'accepted',
      status: 'Accepted',
      ...parts,
    } as Command)

  it('is read as it spelt it, in every version', () => {
    const use = 'central-system-root'
    expect(command({ input: { use }, answer: { status: 'Accepted', certificateHashData: [hash] } })).toEqual([
      { use, anchors: [hash] },
    ])
    const chain = [
      { certificateType: 'CSMSRootCertificate', certificateHashData: hash },
      { certificateType: 'V2GCertificateChain', certificateHashData: hash },
    ]
    expect(command({ input: { use }, answer: { status: 'Accepted', certificateHashDataChain: chain } })).toEqual([
      { use, anchors: [hash] },
    ])
    // Written out by hand: of several uses, or of all.
    const several = { certificateType: ['CSMSRootCertificate', 'ManufacturerRootCertificate'] }
    expect(command({ input: several, answer: { status: 'Accepted', certificateHashDataChain: chain } })).toEqual([
      { use, anchors: [hash] },
      { use: 'manufacturer-root', anchors: [] },
    ])
    expect(command({ input: {}, answer: { status: 'Accepted', certificateHashDataChain: chain } })).toHaveLength(5)
    expect(command({ input: { use }, status: 'NotFound', answer: { status: 'NotFound' } })).toEqual([
      { use, anchors: [] },
    ])
  })

  it('is nothing when it did not say it', () => {
    const input = { use: 'central-system-root' }
    expect(command({ input, answer: null })).toEqual([])
    expect(command({ input, verdict: 'refused', answer: { status: 'Rejected' } })).toEqual([])
    expect(command({ action: 'InstallCertificate', input, answer: { status: 'Accepted' } })).toEqual([])
    expect(command({ input, answer: { certificateHashData: [{ hashAlgorithm: 'MD5' }] } })).toEqual([])
  })
})

describe('an authority of a later generation', () => {
  const certificate = (pem: string) => new X509Certificate(pem)

  it('has its root’s name, a path length that holds, and never outlives what is above it', async () => {
    const old = await createRoot(names, making)
    const later = { now: certificate(old.certificatePem).notAfter.getTime() - 1_000_000, randomBytes }
    const next = await createRoot({ previousPem: old.certificatePem }, later)
    expect(certificate(next.certificatePem).subject).toBe(certificate(old.certificatePem).subject)
    const cross = certificate(await crossSign(next.certificatePem, old, later))
    expect(cross.notAfter).toEqual(certificate(old.certificatePem).notAfter)
    expect(cross.subject).toBe(cross.issuer)
    expect(cross.getExtension(BasicConstraintsExtension)).toMatchObject({ ca: true, pathLength: 1 })
    const issuing = certificate((await createIssuing(old, { ...names, generation: 2 }, later)).certificatePem)
    expect(issuing.notAfter).toEqual(certificate(old.certificatePem).notAfter)
    expect(issuing.subject).toContain('Depot Issuing CA 2')
    expect(issuing.getExtension(BasicConstraintsExtension)).toMatchObject({ ca: true, pathLength: 0 })
    const ended = { now: certificate(old.certificatePem).notAfter.getTime(), randomBytes }
    await expect(createIssuing(old, { ...names, generation: 3 }, ended)).rejects.toThrow(RangeError)
    await expect(crossSign(next.certificatePem, old, ended)).rejects.toThrow(RangeError)
  })
})

describe('whether a station would still connect', () => {
  const has = { kind: 'has', at: 1 } as const
  const hasNot = { kind: 'has-not', at: 1 } as const
  const unknown = { kind: 'unknown' } as const
  it.each([
    [1, 'ws', unknown, 'not-affected'],
    [1, null, hasNot, 'not-affected'],
    [0, 'ws', hasNot, 'not-affected'],
    [0, 'wss', hasNot, 'lacks-root'],
    [0, null, unknown, 'unknown'],
    [0, null, has, 'ready'],
    [2, 'wss', has, 'ready'],
    [2, null, unknown, 'unknown'],
    [3, 'wss', hasNot, 'lacks-root'],
  ] as const)('profile %s by %s with %o: %s', (profile, transport, root, verdict) => {
    expect(verdictOf({ profile, transport, root })).toBe(verdict)
  })
})
