import { readCertificationRequest } from '@main/ca/certificationRequest'
import { MAX_BLOCKS, MAX_DEPTH, readDer } from '@main/ca/der'
import { describe, expect, test } from 'vitest'
import {
  asking,
  element,
  extension,
  keys,
  name,
  oid,
  pem,
  requestDer,
  sequence,
  set,
  spkiOf,
  unsigned,
} from '../../support/certificationRequests'

const bytes = (...values: number[]) => Buffer.from(values)
const algorithm = sequence(oid('1.2.840.10045.4.3.2'))
const signature = element(3, bytes(0), Buffer.alloc(70, 1))
const subject = name([['CN', 'SN-0042']])
const spki = () => spkiOf(keys('P-256'))
const info = (...parts: Uint8Array[]) => sequence(unsigned(0n), subject, spki(), ...parts)
const withInfo = (...parts: Uint8Array[]) => sequence(sequence(...parts), algorithm, signature)
const withExtension = (...parts: Uint8Array[]) => requestDer({ extensions: [sequence(...parts)] })

const rsaKey = (...numbers: Uint8Array[]) =>
  sequence(sequence(oid('1.2.840.113549.1.1.1'), element(5)), element(3, bytes(0), sequence(...numbers)))

/** Attributes with one that is not looked into. */
const attribute = (value: Uint8Array) => element(0xa0, sequence(oid('1.2.3'), set(value)))

/** The same bytes with another tag in front. */
function tagged(tag: number, der: Uint8Array): Buffer {
  return Buffer.concat([bytes(tag), der.subarray(1)])
}

const reasonFor = (der: Uint8Array) => {
  const read = readCertificationRequest(pem(der))
  return read.kind === 'readable' ? 'readable' : read.reason
}

/** Values inside of each other until `size` bytes are reached. */
function nested(tag: number, size: number, between = Buffer.alloc(0)): Buffer {
  let der = element(tag, between)
  while (der.length < size) der = element(tag, between, der)
  return der
}

describe('a request in anything but DER is malformed', () => {
  test('and the examples below differ from a readable one by that alone', () => {
    expect(reasonFor(sequence(info(element(0xa0)), algorithm, signature))).toBe('readable')
    expect(reasonFor(withInfo(unsigned(0n), subject, spki()))).toBe('readable')
    expect(reasonFor(sequence(info(attribute(bytes(0x9f, 0x1f, 0))), algorithm, signature))).toBe('readable')
    expect(reasonFor(withExtension(oid('2.5.29.17'), element(1, bytes(0)), element(4, sequence())))).toBe('readable')
  })

  test.each<[string, Uint8Array]>([
    ['a tag of its own in place of SEQUENCE', tagged(0xa0, requestDer())],
    ['such a tag around what is signed', sequence(tagged(0xa1, info()), algorithm, signature)],
    ['such a tag around the signature algorithm', sequence(info(), tagged(0xa0, algorithm), signature)],
    ['such a tag around the name', withInfo(unsigned(0n), tagged(0xa0, subject), spki())],
    [
      'such a tag around a part of the name',
      withInfo(unsigned(0n), sequence(tagged(0xa0, set(sequence(oid('2.5.4.3'), element(12))))), spki()),
    ],
    ['such a tag around the key', withInfo(unsigned(0n), subject, tagged(0xa0, spki()))],
    [
      'a SEQUENCE in place of a SET in the name',
      withInfo(unsigned(0n), sequence(sequence(sequence(oid('2.5.4.3'), element(12)))), spki()),
    ],
    ['a SEQUENCE marked as one value', sequence(tagged(0x10, info()), algorithm, signature)],
    [
      'such a list of extensions',
      requestDer({ extensions: [extension('2.5.29.17', false, tagged(0x10, sequence()))] }),
    ],
    ['a SEQUENCE of no length', Buffer.concat([bytes(0x30, 0x80), info(), algorithm, signature, bytes(0, 0)])],
    ['a fourth field', sequence(info(), algorithm, signature, element(5))],
    ['a fifth field in what is signed', sequence(info(element(0xa0), element(5)), algorithm, signature)],
    ['attributes under another number', sequence(info(element(0xa1)), algorithm, signature)],
    [
      'a third field in its signature algorithm',
      sequence(info(), sequence(oid('1.2.3'), element(5), element(5)), signature),
    ],
    [
      'a third field in a part of its name',
      withInfo(unsigned(0n), sequence(set(sequence(oid('2.5.4.3'), element(12), element(12)))), spki()),
    ],
    ['a fourth field in an extension', withExtension(oid('1.2.3'), element(1, bytes(255)), element(4), element(5))],
    ['`critical` behind the value of an extension', withExtension(oid('1.2.3'), element(4), element(1, bytes(255)))],
    [
      'a third field in an attribute',
      sequence(info(element(0xa0, sequence(oid('1.2.3'), set(), set()))), algorithm, signature),
    ],
    ['a BOOLEAN of no bytes', withExtension(oid('1.2.3'), element(1), element(4))],
    ['CA in a BOOLEAN of no bytes', withExtension(oid('2.5.29.19'), element(4, sequence(element(1))))],
    ['bytes behind the value of an extension', withExtension(oid('2.5.29.19'), element(4, sequence(), bytes(0)))],
    ['a version of no bytes', withInfo(element(2), subject, spki())],
    ['a negative version', withInfo(element(2, bytes(0xff)), subject, spki())],
    ['a negative RSA modulus', requestDer({ spki: rsaKey(element(2, bytes(0x80)), unsigned(3n)) })],
    ['a signature that does not end on a byte', sequence(info(), algorithm, element(3, bytes(1), Buffer.alloc(70)))],
    ['a signature put together from parts', sequence(info(), algorithm, element(0x23, signature))],
    ['an identifier with padding', sequence(info(), sequence(element(6, bytes(0x2a, 0x80, 0x03))), signature)],
    ['an identifier that does not end', sequence(info(), sequence(element(6, bytes(0x2a, 0x86))), signature)],
    [
      'a value that reaches beyond the one that holds it',
      sequence(info(), bytes(0x30, 3, 6, 4, 0x2a, 3, 4, 5), signature),
    ],
    ['a length in two bytes where one is enough', sequence(info(), bytes(0x30, 0x81, 3, 6, 1, 0x2a), signature)],
    ['a small tag in the form of a large one', sequence(info(attribute(bytes(0x9f, 0x05, 0))), algorithm, signature)],
  ])('%s', (_, der) => {
    expect(reasonFor(der)).toBe('malformed')
  })
})

describe('a request made to cost time or memory is refused', () => {
  const size = 3990
  test.each<[string, Uint8Array]>([
    ['SEQUENCE in SEQUENCE', nested(0x30, size)],
    ['SET in SET', nested(0x31, size)],
    ['tag in tag', nested(0xa0, size)],
    ['OCTET STRING in OCTET STRING', nested(0x04, size)],
    ['OCTET STRING made of OCTET STRING', nested(0x24, size)],
    ['BIT STRING in BIT STRING', nested(0x03, size, bytes(0))],
    ['SEQUENCE without a length in SEQUENCE without a length', Buffer.alloc(size, bytes(0x30, 0x80))],
    ['a length of four bytes', Buffer.concat([bytes(0x30, 0x84, 0xff, 0xff, 0xff, 0xff), Buffer.alloc(size)])],
    ['a length of eight bytes', Buffer.concat([bytes(0x30, 0x88), Buffer.alloc(8, 0x7f), Buffer.alloc(size)])],
    ['a tag that never ends', Buffer.alloc(size, 0xff)],
    ['an identifier that hardly ends', sequence(element(6, Buffer.alloc(size, 0xff), bytes(1)))],
    ['two thousand NULLs', sequence(Buffer.alloc(size, bytes(5, 0)))],
    [
      'a bomb of SEQUENCE in an attribute',
      sequence(info(element(0xa0, nested(0x30, size - 300))), algorithm, signature),
    ],
    [
      'a bomb of SEQUENCE in an extension',
      requestDer({ extensions: [extension('2.5.29.19', true, nested(0x30, size - 400))] }),
    ],
    [
      'a thousand alternative names',
      requestDer({ extensions: [extension('2.5.29.17', false, sequence(Buffer.alloc(2000, bytes(0x82, 0))))] }),
    ],
    ['hundreds of names', requestDer({ subject: Array.from({ length: 250 }, () => ['CN', 'x'] as const) })],
  ])('%s', (_, der) => {
    expect(pem(der).length).toBeLessThanOrEqual(5500)
    expect(reasonFor(der)).toBe('malformed')
  })

  test('but not one at the limits of depth and number', () => {
    const deep = (levels: number) => {
      let der = sequence()
      for (let level = 0; level < levels; level += 1) der = sequence(der)
      return der
    }
    expect(readDer(deep(MAX_DEPTH)).blockLength).toBe(deep(MAX_DEPTH).length)
    expect(() => readDer(deep(MAX_DEPTH + 1))).toThrow('form')
    const many = (blocks: number) => sequence(Buffer.alloc(2 * (blocks - 1), bytes(5, 0)))
    expect(readDer(many(MAX_BLOCKS)).blockLength).toBe(many(MAX_BLOCKS).length)
    expect(() => readDer(many(MAX_BLOCKS + 1))).toThrow('form')
  })

  test('and a string is one value, whatever it looks like inside', () => {
    const string = element(4, sequence(Buffer.alloc(4 * MAX_BLOCKS, bytes(5, 0))))
    expect(readDer(sequence(string, element(5))).blockLength).toBeGreaterThan(4 * MAX_BLOCKS)
  })
})

describe('what a request says is read as it was written', () => {
  function readable(der: Uint8Array) {
    const request = readCertificationRequest(pem(der))
    if (request.kind !== 'readable') throw new Error(`not readable: ${request.reason}`)
    return request
  }
  const commonName = (value: Uint8Array) =>
    readable(withInfo(unsigned(0n), sequence(set(sequence(oid('2.5.4.3'), value))), spki())).commonNames

  test.each([
    ['UTF8String', element(12, Buffer.from('Größe 항구')), 'Größe 항구'],
    ['UTF8String that is Latin-1', element(12, Buffer.from('Größe', 'latin1')), 'Größe'],
    ['NumericString', element(18, Buffer.from('0042')), '0042'],
    ['PrintableString', element(19, Buffer.from('SN-0042')), 'SN-0042'],
    ['TeletexString', element(20, Buffer.from('Größe', 'latin1')), 'Größe'],
    ['IA5String', element(22, Buffer.from('a@b')), 'a@b'],
    ['VisibleString', element(26, Buffer.from('SN')), 'SN'],
    ['BMPString', element(30, Buffer.from('ö항', 'utf16le').swap16()), 'ö항'],
    ['BMPString with half a character', element(30, bytes(0xd8, 0, 0, 0x41)), '\ufffdA'],
    ['a text of no length', element(12), ''],
    ['a number', element(2, bytes(42)), '#02012a'],
    ['a list', sequence(element(12)), '#30020c00'],
  ])('a name that is a %s', (_, value, text) => {
    expect(commonName(value)).toEqual([text])
  })

  test('several attributes in one part, and parts in their order', () => {
    const one = (id: string, text: string) => sequence(oid(id), element(12, Buffer.from(text)))
    const parts = sequence(set(one('2.5.4.3', 'a'), one('2.5.4.5', 'b')), set(one('2.5.4.3', 'c')))
    expect(readable(withInfo(unsigned(0n), parts, spki()))).toMatchObject({
      subject: 'CN=a+serialNumber=b, CN=c',
      commonNames: ['a', 'c'],
    })
  })

  test('every kind of alternative name', () => {
    const names = sequence(
      element(0x81, Buffer.from('a@b')),
      element(0x82, Buffer.from('x,y')),
      element(0xa4, name([['CN', 'x']])),
      element(0x86, Buffer.from('http://x')),
      element(0x87, bytes(192, 0, 2, 7)),
      element(0x87, Buffer.from('20010db8000000000000000000000001', 'hex')),
      element(0x88, bytes(42, 3)),
      element(0xa4, element(12)),
      element(0xa5, element(0xa1, element(12, Buffer.from('x')))),
      element(5),
    )
    const { extensions } = readable(requestDer({ extensions: [extension('2.5.29.17', false, names)] }))
    const other = 'another kind of name'
    const usual = ['email:a@b', 'DNS:x\\,y', 'name:CN=x', 'URI:http://x', 'IP:192.0.2.7', 'IP:2001:db8::1']
    expect(extensions.alternativeNames).toEqual([...usual, other, other, other, other])
  })

  test.each([
    ['keyCertSign', bytes(0x02, 0x04), true],
    ['cRLSign', bytes(0x01, 0x02), true],
    ['keyCertSign among very many bits', Buffer.concat([bytes(0, 0x04), Buffer.alloc(20, 0xff)]), true],
    ['decipherOnly', bytes(0x07, 0x00, 0x80), false],
    ['nothing', bytes(0), false],
  ])('a key usage of %s', (_, usage, asks) => {
    const request = requestDer({ extensions: [extension('2.5.29.15', true, element(3, usage))] })
    expect(readable(request).extensions.certificateSigning).toBe(asks)
  })

  test('the wishes of every attribute and every list in it', () => {
    const wish = (id: string, ...lists: Uint8Array[]) => sequence(oid(id), set(...lists))
    const attributes = element(
      0xa0,
      wish('1.2.840.113549.1.9.7', element(12, Buffer.from('password'))),
      wish('1.2.840.113549.1.9.14', sequence(asking.digitalSignature), sequence(asking.authority)),
      wish('1.3.6.1.4.1.311.2.1.14', sequence(asking.unknownCritical)),
    )
    expect(readable(sequence(info(attributes), algorithm, signature)).extensions).toMatchObject({
      authority: true,
      certificateSigning: false,
      unknownCritical: ['1.3.6.1.4.1.99999.1'],
    })
  })

  const pss = (...parameters: Uint8Array[]) => sequence(oid('1.2.840.113549.1.1.10'), sequence(...parameters))
  test.each([
    ['RSASSA-PSS that names no hash', pss(), 'RSASSA-PSS with SHA-1', 'SHA-1'],
    [
      'RSASSA-PSS that names MD5',
      pss(element(0xa0, sequence(oid('1.2.840.113549.2.5'), element(5)))),
      'RSASSA-PSS with MD5',
      'MD5',
    ],
    ['RSASSA-PSS that names an unknown one', pss(element(0xa0, sequence(oid('1.2.3')))), 'RSASSA-PSS with 1.2.3', null],
    ['MD2', sequence(oid('1.2.840.113549.1.1.2'), element(5)), 'md2WithRSAEncryption', 'MD2'],
    ['SHA-512', sequence(oid('1.2.840.10045.4.3.4')), 'ecdsa-with-SHA512', 'SHA-512'],
  ])('a signature with %s', (_, used, label, hash) => {
    const request = sequence(info(), used, signature)
    expect(readable(request).signatureAlgorithm).toMatchObject({ name: label, hash })
  })
})
