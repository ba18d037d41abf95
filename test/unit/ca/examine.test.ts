import { type ReadableRequest, readCertificationRequest, UNREADABLE_REASONS } from '@main/ca/certificationRequest'
import type { ExaminationFacts } from '@main/ca/checks/facts'
import { examine, examineUnreadable, worstSeverity } from '@main/ca/examine'
import { monthsOf } from '@main/ca/leafProfiles'
import { provesPossession } from '@main/ca/possession'
import { clientValidity, validityFrom } from '@main/ca/validity'
import type { Finding, Severity } from '@shared/contract/requests'
import { fillSentence } from '@shared/errors'
import { findings as words } from '@shared/words/en/findings'
import { describe, expect, test } from 'vitest'
import {
  asking,
  element,
  freshEcKeys,
  keys,
  ORGANISATION,
  oid,
  type RequestRecipe,
  requestPem,
  rsaSpki,
  SERIAL_NUMBER,
  sequence,
} from '../../support/certificationRequests'

function read(recipe: RequestRecipe): ReadableRequest {
  const request = readCertificationRequest(requestPem(recipe))
  if (request.kind !== 'readable') throw new Error(`not readable: ${request.reason}`)
  return request
}

/** The facts of a good first request over an authenticated connection, with what a case changes. */
async function factsOf(recipe: RequestRecipe, changes: Partial<ExaminationFacts>): Promise<ExaminationFacts> {
  const request = read(recipe)
  return {
    request,
    possession: await provesPossession(request),
    owner: { kind: 'station', name: 'CP_3', serialNumber: SERIAL_NUMBER },
    profile: 'station',
    organisation: ORGANISATION,
    otherUsesOfKey: [],
    previous: null,
    connection: {
      transport: 'wss',
      authenticated: true,
      byCertificate: true,
      remoteAddress: '192.0.2.7',
      protocol: 'ocpp2.0.1',
    },
    certificateType: 'ChargingStationCertificate',
    validity: { kind: 'whole', notBefore: Date.UTC(2026, 1, 28), notAfter: Date.UTC(2027, 1, 28) },
    room: null,
    rootAsked: null,
    ...changes,
  }
}

const SIGNED_AT = Date.UTC(2026, 1, 28, 12)

const PREVIOUS = {
  live: true,
  spkiSha256: '00'.repeat(32),
  subject: `O=${ORGANISATION}, CN=${SERIAL_NUMBER}`,
  keyDescription: 'EC P-256',
  notAfter: Date.UTC(2026, 10, 3),
}

const stationed = (serialNumber: string | null) => ({
  owner: { kind: 'station' as const, name: 'CP_3', serialNumber },
})
const cameOver = (transport: 'ws' | 'wss', authenticated: boolean) => ({
  connection: { transport, authenticated, byCertificate: false, remoteAddress: '192.0.2.7', protocol: 'ocpp1.6' },
})
/** The first number from `from` on, in steps, that no small number divides: what a modulus looks like from outside. */
function withoutSmallFactors(from: bigint, step: bigint): bigint {
  let number = from
  const isDivided = () => Array.from({ length: 2_000 }, (_, index) => BigInt(index + 2)).some((n) => number % n === 0n)
  while (isDivided()) number += step
  return number
}

/** A modulus as the faulty library makes it: a power of 65537 modulo the product M of the primes up to 167. */
const M = Array.from({ length: 165 }, (_, index) => index + 3)
  .filter((n) => Array.from({ length: n - 2 }, (_, index) => index + 2).every((divisor) => n % divisor !== 0))
  .reduce((product, prime) => product * BigInt(prime), 1n)
const ROCA = withoutSmallFactors((2n ** 2047n / M + 1n) * M + (65_537n ** 7n % M), M)

const spkiCase = (modulusBits: bigint, exponent: bigint, factor = 1n): RequestRecipe => ({
  spki: rsaSpki(withoutSmallFactors(2n ** (modulusBits - 1n) / factor + 1n, 2n) * factor, exponent),
  algorithm: sequence(oid('1.2.840.113549.1.1.11'), element(5)),
})

const device = {
  owner: { kind: 'device' as const, name: 'gateway' },
  profile: 'device' as const,
  certificateType: null,
}

type Case = [code: keyof typeof words, severity: Severity, recipe: RequestRecipe, changes?: Partial<ExaminationFacts>]

/** Each check failing, and passing where it has a word for that. */
const CASES: Case[] = [
  ['possession-proven', 'ok', {}],
  ['possession-not-proven', 'block', { signWith: freshEcKeys().privateKey }],
  ['key-strong', 'ok', {}],
  ['key-strong', 'ok', { keyPair: keys('P-384'), digest: 'sha384' }],
  ['key-strong', 'ok', { keyPair: keys('RSA-2048') }],
  ['key-strong', 'ok', spkiCase(8192n, 65_537n)],
  ['key-too-small', 'block', { keyPair: keys('RSA-1024') }],
  ['key-too-small', 'block', spkiCase(2047n, 65_537n)],
  ['key-too-large', 'block', spkiCase(8193n, 65_537n)],
  ['key-weak-exponent', 'block', { keyPair: keys('RSA-e3') }],
  ['key-weak-exponent', 'block', spkiCase(2048n, 65_538n)],
  ['key-weak-exponent', 'block', spkiCase(2048n, 2n ** 256n + 1n)],
  ['key-curve-not-allowed', 'block', { keyPair: keys('P-521') }],
  ['key-curve-not-allowed', 'block', { keyPair: keys('secp256k1') }],
  ['key-kind-not-allowed', 'block', { keyPair: keys('ed25519') }],
  ['signature-old-hash', 'note', { digest: 'sha1' }],
  ['signature-old-hash', 'note', { keyPair: keys('RSA-2048'), digest: 'sha1' }],
  ['signature-broken-hash', 'block', { keyPair: keys('RSA-2048'), digest: 'md5' }],
  ['signature-unknown', 'block', { algorithm: sequence(oid('1.2.3.4')) }],
  ['cn-matches', 'ok', {}],
  ['cn-differs', 'warn', { subject: [['CN', 'SN-9999']] }],
  ['cn-differs', 'warn', { subject: [['CN', SERIAL_NUMBER.toLowerCase()]] }],
  ['cn-differs', 'warn', { subject: [['CN', `${SERIAL_NUMBER}\u0000`]] }],
  ['cn-missing', 'warn', { subject: [['O', ORGANISATION]] }],
  [
    'cn-several',
    'warn',
    {
      subject: [
        ['CN', SERIAL_NUMBER],
        ['CN', 'SN-9999'],
      ],
    },
  ],
  ['serial-number-unknown', 'block', {}, stationed(null)],
  ['serial-number-unusable', 'block', {}, stationed(' ')],
  ['serial-number-unusable', 'block', {}, stationed('S'.repeat(65))],
  ['serial-number-unusable', 'block', {}, stationed('SN\ud800')],
  ['organisation-matches', 'ok', {}],
  [
    'organisation-differs',
    'warn',
    {
      subject: [
        ['O', 'Elsewhere'],
        ['CN', SERIAL_NUMBER],
      ],
    },
  ],
  [
    'organisation-differs',
    'warn',
    {
      subject: [
        ['O', ORGANISATION],
        ['O', 'Elsewhere'],
      ],
    },
  ],
  ['organisation-missing', 'warn', { subject: [['CN', SERIAL_NUMBER]] }],
  [
    'names-not-copied',
    'note',
    {
      subject: [
        ['C', 'KR'],
        ['CN', SERIAL_NUMBER],
        ['OU', 'Garage'],
      ],
    },
  ],
  ['asks-to-be-authority', 'block', { extensions: [asking.authority] }],
  ['asks-to-be-authority', 'block', { extensions: [asking.certificateSigning] }],
  ['alternative-names-not-copied', 'warn', { extensions: [asking.alternativeNames] }],
  ['unknown-critical-extension', 'block', { extensions: [asking.unknownCritical] }],
  ['key-of-other-station', 'block', {}, { otherUsesOfKey: [{ kind: 'station', identity: 'CP_9' }] }],
  ['key-of-authority', 'block', {}, { otherUsesOfKey: [{ kind: 'authority', identity: 'Harbour Root CA' }] }],
  ['key-revoked', 'block', {}, { otherUsesOfKey: [{ kind: 'revoked', identity: 'CP_3' }] }],
  ['key-certified-before', 'note', {}, { otherUsesOfKey: [{ kind: 'station', identity: 'CP_3' }] }],
  ['key-certified-before', 'note', {}, { previous: { ...PREVIOUS, spkiSha256: read({}).spkiSha256 } }],
  ['first-request', 'ok', {}],
  ['renewal', 'ok', {}, { previous: PREVIOUS }],
  ['subject-changed', 'warn', {}, { previous: { ...PREVIOUS, subject: `O=${ORGANISATION}, CN=SN-0001` } }],
  ['connection-encrypted', 'ok', {}],
  ['connection-encrypted-open', 'note', {}, cameOver('wss', false)],
  ['connection-with-password', 'ok', {}, cameOver('ws', true)],
  ['connection-open', 'note', {}, cameOver('ws', false)],
  ['certificate-type-not-offered', 'block', {}, { certificateType: 'V2G20Certificate', profile: null }],
  ['v2g-private-root', 'warn', {}, { certificateType: 'V2GCertificate', profile: 'v2g-station' }],
  ['other-root-asked', 'block', {}, { rootAsked: 'other' }],
  ['chain-leaf-only', 'note', {}, { room: { max: 1_000, whole: 1_001, leaf: 1_000 } }],
  ['chain-too-long', 'block', {}, { room: { max: 999, whole: 2_000, leaf: 1_000 } }],
  ['key-curve-not-allowed', 'block', { keyPair: keys('P-384') }, { profile: 'v2g-station' }],
  ['key-kind-not-allowed', 'block', { keyPair: keys('RSA-2048') }, { profile: 'v2g-station' }],
  ['key-of-other-device', 'block', {}, { otherUsesOfKey: [{ kind: 'device', identity: 'gateway' }] }],
  ['key-of-other-station', 'block', {}, { ...device, otherUsesOfKey: [{ kind: 'station', identity: 'gateway' }] }],
  ['key-certified-before', 'note', {}, { ...device, otherUsesOfKey: [{ kind: 'device', identity: 'gateway' }] }],
  ['key-kind-changed', 'note', {}, { previous: { ...PREVIOUS, keyDescription: 'RSA 2048' } }],
  ['key-small-factor', 'block', spkiCase(2048n, 65_537n, 3n)],
  [
    'key-roca',
    'block',
    { spki: rsaSpki(ROCA, 65_537n), algorithm: sequence(oid('1.2.840.113549.1.1.11'), element(5)) },
  ],
  ['device-named', 'ok', { subject: [['CN', 'gateway']] }, device],
  ['device-named', 'ok', { subject: [] }, device],
  ['device-named-otherwise', 'note', { subject: [['CN', 'AWS IoT Certificate']] }, device],
  ['names-not-copied', 'note', { subject: [['O', 'Amazon']] }, device],
  ['subject-changed', 'warn', {}, { ...device, previous: { ...PREVIOUS, subject: 'CN=other' } }],
  ['authority-expired', 'block', {}, { validity: clientValidity(SIGNED_AT, SIGNED_AT, 12) }],
  ['validity-shortened', 'note', {}, { validity: clientValidity(SIGNED_AT, SIGNED_AT + 1, 12) }],
]

const codesOf = (found: readonly Finding[]) => found.map(({ code }) => code)

describe('each check', () => {
  test.each(CASES)('finds %s (%s, %#)', async (code, severity, recipe, changes = {}) => {
    const found = examine(await factsOf(recipe, changes)).filter((one) => one.code === code)
    expect(found).toHaveLength(1)
    expect(found[0]?.severity).toBe(severity)
    expect(found[0]?.requirement).not.toBe('')
  })

  test.each([
    ['signature-unknown', { algorithm: sequence(oid('1.2.3.4')) }],
    ['signature-broken-hash', { keyPair: keys('RSA-2048'), digest: 'md5' }],
  ] as [string, RequestRecipe][])('says %s, and not that the signature does not fit', async (code, recipe) => {
    const found = examine(await factsOf(recipe, {}))
    expect(codesOf(found).filter((each) => each === code || each.startsWith('possession'))).toEqual([code])
    expect(worstSeverity(found)).toBe('block')
  })

  test('finds nothing to say against a good request', async () => {
    const found = examine(await factsOf({}, {}))
    expect(codesOf(found)).toEqual([
      'possession-proven',
      'cn-matches',
      'organisation-matches',
      'key-strong',
      'connection-encrypted',
      'first-request',
    ])
    expect(worstSeverity(found)).toBe('ok')
  })

  test.each([
    ['harmless wishes', { extensions: [asking.noAuthority, asking.digitalSignature, asking.unknownOptional] }, {}],
    ['a request of OCPP 1.6, which has no types', {}, { certificateType: null }],
    [
      'an issuer that ends with the certificate',
      {},
      {
        validity: clientValidity(SIGNED_AT, validityFrom(SIGNED_AT, monthsOf('station')).notAfter, monthsOf('station')),
      },
    ],
    ['a renewal by the same station', {}, { previous: PREVIOUS }],
  ] as [string, RequestRecipe, Partial<ExaminationFacts>][])('lets pass %s', async (_, recipe, changes) => {
    expect(worstSeverity(examine(await factsOf(recipe, changes)))).toBe('ok')
  })

  test('of a station without serial number compares no names', async () => {
    const found = codesOf(examine(await factsOf({}, { ...stationed(null), previous: PREVIOUS })))
    expect(found).not.toContain('cn-matches')
    expect(found).not.toContain('subject-changed')
  })

  test('tells every other use of the key', async () => {
    const found = examine(
      await factsOf(
        {},
        {
          otherUsesOfKey: [
            { kind: 'station', identity: 'CP_9' },
            { kind: 'station', identity: 'CP_8' },
            { kind: 'revoked', identity: 'CP_9' },
          ],
        },
      ),
    )
    expect(codesOf(found).slice(0, 3)).toEqual(['key-of-other-station', 'key-of-other-station', 'key-revoked'])
  })
})

describe('the findings', () => {
  test('come worst first, and always in the same order', async () => {
    const facts = await factsOf(
      { digest: 'sha1', subject: [['OU', 'Garage']], extensions: [asking.authority] },
      cameOver('ws', false),
    )
    const found = examine(facts)
    expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'block asks-to-be-authority',
      'warn cn-missing',
      'warn organisation-missing',
      'note signature-old-hash',
      'note connection-open',
      'note names-not-copied',
      'ok possession-proven',
      'ok key-strong',
      'ok first-request',
    ])
    expect(examine(facts)).toEqual(found)
    expect(worstSeverity(found)).toBe('block')
  })

  test('and the words name the same codes, with every place filled', async () => {
    const found = await Promise.all(
      CASES.map(async ([, , recipe, changes = {}]) => examine(await factsOf(recipe, changes))),
    )
    const unreadable = UNREADABLE_REASONS.map((reason) => examineUnreadable({ kind: 'unreadable', reason }))
    const all = [...found, ...unreadable].flat()
    expect(new Set(codesOf(all))).toEqual(new Set(Object.keys(words)))
    for (const { code, params } of all) {
      const { title, why } = words[code as keyof typeof words]
      const filled = `${fillSentence(title, params)} ${fillSentence(why, params)}`
      expect(filled, code).not.toMatch(/\{\{|undefined|null|NaN/)
      for (const name of Object.keys(params)) expect(title + why, `${code} uses ${name}`).toContain(`{{${name}}}`)
    }
  })

  test('about a text that can not be read always block', () => {
    for (const reason of UNREADABLE_REASONS) {
      expect(worstSeverity(examineUnreadable({ kind: 'unreadable', reason }))).toBe('block')
    }
  })
})
