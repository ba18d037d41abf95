import { constants, sign } from 'node:crypto'
import { readCertificationRequest } from '@main/ca/certificationRequest'
import { provesPossession } from '@main/ca/possession'
import { describe, expect, test } from 'vitest'
import {
  element,
  freshEcKeys,
  keys,
  oid,
  pem,
  type RequestRecipe,
  requestDer,
  requestPem,
  rsaSpki,
  sequence,
} from '../../support/certificationRequests'

async function proves(text: string) {
  const request = readCertificationRequest(text)
  if (request.kind !== 'readable') throw new Error(`not readable: ${request.reason}`)
  return provesPossession(request)
}

/** A request of an RSA key signed with RSASSA-PSS, SHA-256. */
function pssRequest(): Buffer {
  const { privateKey } = keys('RSA-2048')
  const sha256 = sequence(oid('2.16.840.1.101.3.4.2.1'), element(5))
  const mgf = sequence(oid('1.2.840.113549.1.1.8'), sha256)
  const parameters = sequence(element(0xa0, sha256), element(0xa1, mgf), element(0xa2, element(2, Buffer.from([32]))))
  const algorithm = sequence(oid('1.2.840.113549.1.1.10'), parameters)
  const unsignedRequest = requestDer({ keyPair: keys('RSA-2048'), algorithm })
  // The first child of the request, header included: what the signature covers.
  const info = unsignedRequest.subarray(4, 4 + 4 + unsignedRequest.readUInt16BE(6))
  const signature = sign('sha256', info, {
    key: privateKey,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: 32,
  })
  return sequence(info, algorithm, element(3, Buffer.from([0]), signature))
}

describe('a request proves possession', () => {
  const good: [string, RequestRecipe][] = [
    ['P-256', {}],
    ['P-384 with SHA-384', { keyPair: keys('P-384'), digest: 'sha384' }],
    ['P-384 with SHA-256', { keyPair: keys('P-384') }],
    ['P-521', { keyPair: keys('P-521') }],
    ['RSA 2048', { keyPair: keys('RSA-2048') }],
    ['RSA 2048 with SHA-1', { keyPair: keys('RSA-2048'), digest: 'sha1' }],
    ['P-256 with SHA-1', { digest: 'sha1' }],
  ]
  test.each(good)('with its own signature: %s', async (_, recipe) => {
    expect(await proves(requestPem(recipe))).toBe(true)
  })

  test('with RSASSA-PSS', async () => {
    expect(await proves(pem(pssRequest()))).toBe(true)
  })
})

describe('a request does not prove possession', () => {
  const changedName = () => {
    const der = requestDer()
    const at = der.indexOf('SN-0042')
    der.write('SN-0043', at, 'ascii')
    return der
  }
  const brokenSignature = () => {
    const der = requestDer()
    der[der.length - 1] = (der.at(-1) ?? 0) ^ 1
    return der
  }
  const offCurve = sequence(
    sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7')),
    element(3, Buffer.from([0, 4]), Buffer.alloc(64, 7)),
  )
  test.each([
    ['when its name was changed', changedName()],
    ['when its signature was changed', brokenSignature()],
    ['when another key signed it', requestDer({ signWith: freshEcKeys().privateKey })],
    [
      'when its key is put into it from elsewhere',
      requestDer({ spki: freshEcKeys().publicKey.export({ format: 'der', type: 'spki' }) }),
    ],
    [
      'when the signature is of another kind than the key',
      requestDer({ keyPair: keys('RSA-2048'), algorithm: sequence(oid('1.2.840.10045.4.3.2')) }),
    ],
    [
      'when a right signature is named as one of another kind',
      requestDer({ algorithm: sequence(oid('1.2.840.113549.1.1.11')) }),
    ],
    ['with MD5, which proves nothing', requestDer({ keyPair: keys('RSA-2048'), digest: 'md5' })],
    ['with an unknown algorithm', requestDer({ algorithm: sequence(oid('1.2.3.4')) })],
    ['with a kind of key that is not verified here', requestDer({ keyPair: keys('ed25519') })],
    ['with a point that is not on the curve', requestDer({ spki: offCurve })],
    [
      'with an RSA key too large to be worth the time',
      requestDer({
        spki: rsaSpki(2n ** 9000n + 1n, 65_537n),
        algorithm: sequence(oid('1.2.840.113549.1.1.11'), element(5)),
      }),
    ],
  ])('%s', async (_, der) => {
    expect(await proves(pem(der))).toBe(false)
  })
})
