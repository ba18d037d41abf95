import { createHash } from 'node:crypto'
import { MAX_REQUEST_LENGTH, readCertificationRequest, UNREADABLE_REASONS } from '@main/ca/certificationRequest'
import { describeKey } from '@main/ca/publicKey'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asking,
  element,
  keys,
  oid,
  pem,
  requestDer,
  requestPem,
  rsaSpki,
  sequence,
  set,
  spkiOf,
} from '../../support/certificationRequests'

function readable(text: string) {
  const request = readCertificationRequest(text)
  if (request.kind !== 'readable') throw new Error(`not readable: ${request.reason}`)
  return request
}

describe('a request that can be read', () => {
  test('tells its name, key and signature', () => {
    const request = readable(requestPem())
    expect(request).toMatchObject({
      subject: 'O=Harbour Parking, CN=SN-0042',
      commonNames: ['SN-0042'],
      organisations: ['Harbour Parking'],
      key: { algorithm: 'EC', curve: 'P-256' },
      signatureAlgorithm: { name: 'ecdsa-with-SHA256', hash: 'SHA-256' },
      extensions: { authority: false, certificateSigning: false, alternativeNames: [], unknownCritical: [] },
    })
    expect(Buffer.from(request.spki)).toEqual(spkiOf(keys('P-256')))
    expect(request.spkiSha256).toBe(
      createHash('sha256')
        .update(spkiOf(keys('P-256')))
        .digest('hex'),
    )
  })

  test.each([
    ['P-384', 'EC P-384'],
    ['P-521', 'EC P-521'],
    ['secp256k1', 'EC secp256k1'],
    ['ed25519', 'Ed25519'],
    ['RSA-1024', 'RSA 1024'],
    ['RSA-2048', 'RSA 2048'],
  ] as const)('describes a %s key', (kind, description) => {
    expect(describeKey(readable(requestPem({ keyPair: keys(kind) })).key)).toBe(description)
  })

  test('counts the real bits of an RSA modulus', () => {
    expect(readable(requestPem({ spki: rsaSpki(2n ** 2046n + 1n, 65_537n) })).key).toEqual({
      algorithm: 'RSA',
      bits: 2047,
      exponent: '65537',
      flaw: 'small-factor',
    })
  })

  test.each([
    ['CRLF', pem(requestDer(), 'CERTIFICATE REQUEST', '\r\n')],
    ['no final line break', requestPem().trim()],
    ['white space around', `\r\n\t ${requestPem()} \n\n`],
    ['the header NEW CERTIFICATE REQUEST', pem(requestDer(), 'NEW CERTIFICATE REQUEST')],
    ['no line breaks at all', pem(requestDer(), 'CERTIFICATE REQUEST', '')],
    ['no attributes field', requestPem({ withoutAttributes: true })],
  ])('may be written with %s', (_, text) => {
    expect(readable(text).commonNames).toEqual(['SN-0042'])
  })

  test('gives every part of the name, and shows what a screen would hide', () => {
    const { subject, name, commonNames } = readable(
      requestPem({
        subject: [
          ['C', 'KR'],
          ['CN', 'a,b\u202e\u0000'],
          ['1.2.3.4', 'x'],
        ],
      }),
    )
    expect(name.flat().map(({ label }) => label)).toEqual(['C', 'CN', '1.2.3.4'])
    expect(commonNames).toEqual(['a,b\u202e\u0000'])
    expect(subject).toBe('C=KR, CN=a\\,b\\E2\\80\\AE\\00, 1.2.3.4=x')
  })

  test('with a curve that is spelled out instead of named is read, and not taken for a named one', () => {
    const spki = sequence(
      sequence(oid('1.2.840.10045.2.1'), sequence(element(2, Buffer.from([1])))),
      element(3, Buffer.from([0, 4]), Buffer.alloc(64, 1)),
    )
    expect(readable(requestPem({ spki })).key).toEqual({ algorithm: 'EC', curve: 'unnamed curve' })
  })

  test('may ask for no name at all', () => {
    expect(readable(requestPem({ subject: [] }))).toMatchObject({ subject: '', commonNames: [], organisations: [] })
  })

  test('tells what it asks to have in the certificate', () => {
    const { extensions } = readable(
      requestPem({
        extensions: [asking.authority, asking.certificateSigning, asking.alternativeNames, asking.unknownCritical],
      }),
    )
    expect(extensions).toEqual({
      authority: true,
      certificateSigning: true,
      alternativeNames: ['DNS:office.example', 'IP:192.0.2.7'],
      unknownCritical: ['1.3.6.1.4.1.99999.1'],
    })
  })

  test('is not held against its harmless wishes, nor made unreadable by strange ones', () => {
    const wishes = [asking.noAuthority, asking.digitalSignature, asking.unknownOptional, asking.strangeName]
    expect(readable(requestPem({ extensions: wishes })).extensions).toEqual({
      authority: false,
      certificateSigning: false,
      alternativeNames: ['another kind of name'],
      unknownCritical: [],
    })
  })

  test('has the same fingerprint however its key is written', () => {
    const pair = keys('P-256')
    const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' })
    const odd = (Buffer.from(y, 'base64url').at(-1) ?? 0) % 2
    const compressed = sequence(
      sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7')),
      element(3, Buffer.from([0, 2 + odd]), Buffer.from(x, 'base64url')),
    )
    expect(readable(requestPem({ spki: compressed })).spkiSha256).toBe(readable(requestPem()).spkiSha256)
  })
})

/** The same request with its own length written longer than needed. */
function longLength(der: Buffer): Buffer {
  const content = requestContent(der)
  const length = Buffer.from([0x30, 0x83, 0, content.length >> 8, content.length & 0xff])
  return Buffer.concat([length, content])
}

/** What stands inside the outer SEQUENCE; a request is longer than 127 bytes and shorter than 64 KiB. */
const requestContent = (der: Buffer) => der.subarray(2 + ((der[1] ?? 0) & 0x7f))

describe('a text that is no request', () => {
  const good = requestPem()
  const base64 = requestDer().toString('base64')
  const framed = (body: string) => `-----BEGIN CERTIFICATE REQUEST-----\n${body}\n-----END CERTIFICATE REQUEST-----\n`
  const cases: [string, string][] = [
    ['empty', ' \r\n'],
    ['too-long', good + ' '.repeat(MAX_REQUEST_LENGTH)],
    ['private-key', String(keys('P-256').privateKey.export({ format: 'pem', type: 'pkcs8' }))],
    ['private-key', good + String(keys('P-256').privateKey.export({ format: 'pem', type: 'sec1' }))],
    ['other-content', pem(requestDer(), 'CERTIFICATE')],
    ['several-blocks', good + good],
    ['no-block', 'garbage'],
    ['no-block', base64],
    ['no-block', `Certificate Request:\n${good}`],
    ['no-block', `${good}more`],
    ['no-block', good.replace('-----END', '----END')],
    ['bad-base64', framed('!!!!')],
    ['bad-base64', framed('')],
    ['bad-base64', framed(base64.slice(0, -1))],
    ['trailing-bytes', pem(Buffer.concat([requestDer(), Buffer.from([0])]))],
    ['trailing-bytes', pem(Buffer.concat([requestDer(), requestDer()]))],
    ['malformed', framed('MIIB')],
    ['malformed', pem(requestDer().subarray(0, -1))],
    ['malformed', pem(sequence())],
    // A length in three bytes where fewer are enough: BER takes it, DER does not.
    ['malformed', pem(longLength(requestDer()))],
    ['malformed', pem(spkiOf(keys('P-256')))],
    ['malformed', pem(requestDer({ extensions: [sequence(set())] }))],
    ['malformed', pem(requestDer({ spki: rsaSpki(5n, 3n).subarray(0, -1) }))],
  ]

  test.each(cases)('is told apart as %s (%#)', (reason, text) => {
    expect(readCertificationRequest(text)).toEqual({ kind: 'unreadable', reason })
  })

  test('has an example for every reason', () => {
    expect(new Set(cases.map(([reason]) => reason))).toEqual(new Set(UNREADABLE_REASONS))
  })
})

describe('reading never throws', () => {
  const runs = Number(process.env.CHARGEHAND_FUZZ_RUNS ?? 2000)
  const seeds = [
    requestDer({ extensions: Object.values(asking) }),
    requestDer({ keyPair: keys('RSA-2048') }),
    requestDer({ keyPair: keys('P-384'), digest: 'sha384', subject: [['CN', 'ü'.repeat(70)]] }),
  ]

  test('whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 6000 }), fc.base64String()), (text) => {
        const direct = readCertificationRequest(text)
        expect(direct.kind).toBe('unreadable')
        expect(['readable', 'unreadable']).toContain(
          readCertificationRequest(`-----BEGIN CERTIFICATE REQUEST-----${text}-----END CERTIFICATE REQUEST-----`).kind,
        )
      }),
      { numRuns: runs },
    )
  })

  test('whatever the bytes inside the block', () => {
    const edit = fc.record({
      at: fc.nat(1200),
      drop: fc.nat(4),
      insert: fc.uint8Array({ maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 6 }), (seed, edits) => {
        const bytes = edits.reduce((der, { at, drop, insert }) => {
          const place = at % (der.length + 1)
          return Buffer.concat([der.subarray(0, place), insert, der.subarray(place + drop)])
        }, seed)
        const request = readCertificationRequest(pem(bytes))
        if (request.kind === 'readable') expect(request.spkiSha256).toMatch(/^[0-9a-f]{64}$/)
        else expect(UNREADABLE_REASONS).toContain(request.reason)
      }),
      { numRuns: runs },
    )
  })

  test.each(seeds)(
    'whichever single byte is changed (%#)',
    (seed) => {
      for (let at = 0; at < seed.length; at += 1) {
        for (const flip of [0x01, 0x20, 0x80, 0xff]) {
          const bytes = Buffer.from(seed)
          bytes[at] = (bytes[at] ?? 0) ^ flip
          expect(['readable', 'unreadable']).toContain(readCertificationRequest(pem(bytes)).kind)
        }
      }
    },
    60_000,
  )

  test('whatever characters of the text are changed', () => {
    const text = pem(seeds[0] ?? Buffer.alloc(0))
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 8 }), (at, drop, insert) => {
        const changed = text.slice(0, at) + insert + text.slice(at + drop)
        expect(['readable', 'unreadable']).toContain(readCertificationRequest(changed).kind)
      }),
      { numRuns: runs },
    )
  })
})
