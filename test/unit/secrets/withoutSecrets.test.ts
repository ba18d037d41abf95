import { readFrame } from '@main/frames/worker/readFrame'
import { HIDDEN, withoutSecretsInText, withoutWhatLooksSecret } from '@main/secrets/secretText'
import { withoutSecrets } from '@main/secrets/withoutSecrets'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** Not to be met by chance, and in need of escapes in some of its forms. */
const secret = fc.stringMatching(/^[A-Za-z0-9]{6}[ä"\\ß€]?[A-Za-z0-9]{6}$/).map((text) => `S3c${text}`)
const word = fc.stringMatching(/^[a-z]{1,8}$/)

/** The places where OCPP has a secret, each with a value that holds it. */
const holders: readonly ((value: string) => unknown)[] = [
  (value) => ({ idToken: { idToken: value, type: 'KeyCode' } }),
  (value) => ({ type: 'KeyCode', idToken: value, additionalInfo: [{ additionalIdToken: value, type: 'KeyCode' }] }),
  (value) => ({ idToken: { idToken: value, type: 'KEY_CODE' } }),
  (value) => ({ idToken: { IDTOKEN: value, type: 'k-e-y  Code' } }),
  (value) => ({ key: 'AuthorizationKey', value }),
  (value) => ({ configurationKey: [{ key: 'AuthorizationKey', readonly: false, value }] }),
  (value) => ({ setVariableData: [{ attributeValue: value, component: {}, variable: { name: 'BasicAuthPassword' } }] }),
  (value) => ({
    reportData: [{ variable: { name: 'BasicAuthPassword' }, variableAttribute: [{ type: 'Actual', value }] }],
  }),
  (value) => ({ eventData: [{ actualValue: value, variable: { name: 'VendorSecret' } }] }),
  (value) => ({ connectionData: { basicAuthPassword: value, ocppCsmsUrl: 'wss://x' } }),
  (value) => ({ apn: { apnPassword: value, simPin: 1234 } }),
  (value) => ({ vpn: { server: 's', user: 'u', password: value, key: value, type: 'IPSec' } }),
  (value) => ({ vendorId: 'v', data: JSON.stringify({ user: 'x', password: value }) }),
  (value) => ({ vendorId: 'v', data: { apiKey: value, login: { access_token: value } } }),
  (value) => ({ note: `api-key: ${value}, accessKey=${value}` }),
  (value) => ({ setVariableData: [{ attributeValue: value, component: {}, variable: { name: 'VendorApiKey' } }] }),
  (value) => ({ PASSWORD: { deeper: [value] } }),
  (value) => ({ location: `ftp://user:${encodeURIComponent(value)}@host/path` }),
  (value) => ({ remoteLocation: `https://host/file?token=${encodeURIComponent(value)}` }),
  (value) => ({ note: `-----BEGIN EC PRIVATE KEY-----\n${value}\n-----END EC PRIVATE KEY-----` }),
]

/** A holder of the secret, somewhere inside other values. */
const nested = (value: string) =>
  fc
    .tuple(fc.constantFrom(...holders), fc.array(fc.tuple(fc.boolean(), word), { maxLength: 5 }))
    .map(([holder, path]) =>
      path.reduce((inner, [inList, name]) => (inList ? [1, inner] : { z: null, [name]: inner }), holder(value)),
    )

/** The same JSON with some letters written as escapes. */
function escaped(json: string, every: number): string {
  const inString = (text: string) =>
    text.replace(/\\.|[A-Za-z]/g, (part, at: number) =>
      at % every === 0 && part.length === 1 ? `\\u${part.charCodeAt(0).toString(16).padStart(4, '0')}` : part,
    )
  return json.replace(/"(?:[^"\\]|\\.)*"/g, inString)
}

const traces = (value: string) => [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)]

describe('what is written down of a frame', () => {
  it('holds no secret, at whatever depth and however it was escaped', () => {
    const frame = secret.chain((value) =>
      fc.tuple(fc.constant(value), nested(value), fc.integer({ min: 2, max: 50 }), fc.boolean()),
    )
    fc.assert(
      fc.property(frame, ([value, payload, every, answer]) => {
        const json = JSON.stringify(answer ? [3, 'm-1', payload] : [2, 'm-1', 'Action', payload])
        for (const text of [json, escaped(json, every)]) {
          const read = readFrame(text)
          expect(read.hidden).toBe(true)
          expect(read.id).toBe('m-1')
          for (const trace of traces(value)) expect(read.text).not.toContain(trace)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('holds none either when the frame breaks off, wherever that is', () => {
    const broken = secret.chain((value) =>
      fc.tuple(fc.constant(value), nested(value), fc.nat(), fc.integer({ min: 2, max: 50 })),
    )
    fc.assert(
      fc.property(broken, ([value, payload, place, every]) => {
        const json = JSON.stringify([2, 'm-1', 'Action', payload])
        for (const text of [json, escaped(json, every)]) {
          // The beginning of a secret is a part of it: as much as could not be anything else.
          const shown = readFrame(text.slice(0, place % text.length)).text
          expect(shown).not.toContain(value.slice(0, 6))
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('is the frame word for word where nothing is secret', () => {
    const json = '[2, "1",  "Authorize", {"idTag":"AA12345","at":1.0}]'
    expect(readFrame(json)).toMatchObject({ text: json, hidden: false, kind: 'call', id: '1', action: 'Authorize' })
  })

  it('survives nesting that nobody can walk through', () => {
    const nest = `${'['.repeat(100_000)}{"password":"S3cret-x"}${']'.repeat(100_000)}`
    for (const payload of [nest, JSON.stringify({ data: nest })]) {
      const read = readFrame(`[2,"1","A",${payload}]`)
      expect(read).toMatchObject({ kind: 'call', action: 'A', hidden: true })
      expect(read.text).not.toContain('S3cret-x')
    }
  })

  it('goes by what a key said twice is understood as', () => {
    const twice = '[2,"1","A",{"password":"first-S3cret","password":""}]'
    expect(readFrame(twice).text).not.toContain('first-S3cret')
  })
})

describe('a text that is made to be hard to look through', () => {
  // What takes time that grows with the square of the length would take minutes, and the test would not end in time.
  const LENGTH = 512 * 1024
  it.each([
    'a',
    'a.',
    '://',
    'a://',
    'a://b?',
    'a://b:',
    'a://b@',
    '/files/',
    '/',
    '\\',
    '\\u',
    'key',
    'key\\',
    'key:"',
    'value',
    'password',
    'password ',
    'password=',
    '-----BEGIN ',
    '-----BEGIN PRIVATE KEY-----',
    ':',
    '"',
    'e y',
    'http://a@b?c ',
  ])('%s again and again is as quick as any', (part) => {
    const text = `key=${part.repeat(LENGTH / part.length)}`
    expect(readFrame(text).kind).toBe('unreadable')
    expect(readFrame(JSON.stringify([2, '1', 'Action', { key: text }])).kind).toBe('call')
    expect(typeof withoutSecretsInText(text)).toBe('string')
  })
})

describe('withoutSecrets', () => {
  it('leaves what only sounds like a secret', () => {
    const plain = {
      setVariableData: [
        { attributeValue: '16', component: { name: 'X' }, variable: { name: 'BasicAuthPasswordLength' } },
      ],
      configurationKey: [{ key: 'HeartbeatInterval', readonly: false, value: '300' }],
      idToken: { idToken: '04A1', type: 'ISO14443' },
      password: '',
      at: '2026-01-01T00:00:00Z',
    }
    expect(withoutSecrets(plain)).toEqual({ value: plain, hidden: false })
  })

  it('hides the parts of links that give access, and leaves the place', () => {
    expect(withoutSecretsInText('ftp://me:word@host/logs/1.zip')).toBe(`ftp://${HIDDEN}@host/logs/1.zip`)
    expect(withoutSecretsInText('https://host/fw.bin?sig=abc&x=1')).toBe(`https://host/fw.bin?${HIDDEN}`)
    expect(withoutSecretsInText('http://10.0.0.2:9000/files/AbCdEfGhIjKlMnOpQrStUv/fw.bin')).toBe(
      `http://10.0.0.2:9000/files/${HIDDEN}/fw.bin`,
    )
    expect(withoutSecretsInText('ws://10.0.0.2:9000/CP_1')).toBe('ws://10.0.0.2:9000/CP_1')
  })
})

describe('withoutWhatLooksSecret', () => {
  it.each([
    ['[2,"1","X",{"password":"abc', '[2,"1","X",{"password":"••••"'],
    ['{"p\\u0061ssword": "a\\"b", "x": 1}', '{"password": "••••", "x": 1}'],
    ['password=abc&x=1', 'password=••••'],
    ['{"key":"AuthorizationKey","value":"abcd"', '{"key":"••••","value":"••••"'],
    ['{"x":"{\\"password\\":\\"ab', '{"x":"{\\"password\\":"••••"'],
    ['{"location":"ftp://me:wor', '{"location":"ftp://••••'],
    ['{"idToken":"1234","type":"KeyCode"', '{"idToken":"••••","type":"KeyCode"'],
    ['just some words', 'just some words'],
  ])('%s', (text, shown) => {
    expect(withoutWhatLooksSecret(text)).toBe(shown)
  })
})
