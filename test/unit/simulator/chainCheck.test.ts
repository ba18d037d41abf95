import { type ChainExpectation, checkChain } from '@simulator/pki/chainCheck'
import { type RequestedKey, requestKey } from '@simulator/pki/keys'
import { beforeAll, describe, expect, test } from 'vitest'
import { hoursFromNow, TestCa } from '../../support/testCa'

let ca: TestCa
let key: RequestedKey
let expected: ChainExpectation

beforeAll(async () => {
  ca = await TestCa.create()
  key = await requestKey('EC', 'SN-1', 'Site, Ltd')
  expected = { spkis: new Set([key.spki]), serialNumber: 'SN-1', maxChainSize: 10_000, now: new Date(), roots: null }
})

const why = async (chain: string, other: Partial<ChainExpectation> = {}) => {
  const verdict = await checkChain(chain, { ...expected, ...other })
  return verdict.ok ? 'fine' : verdict.why
}

describe('what a charger accepts', () => {
  test('leaf and issuing CA, also with the root, also checked against the known root', async () => {
    const root = ca.root.certificate.toString('pem')
    expect(await why(await ca.sign(key.csrPem))).toBe('fine')
    expect(await why(await ca.sign(key.csrPem), { roots: [root] })).toBe('fine')
    expect(await why(await ca.sign(key.csrPem, { chain: ['leaf', 'issuing', 'root'] }), { roots: [root] })).toBe('fine')
  })

  test('an RSA key', async () => {
    const rsa = await requestKey('RSA', 'SN-1', 'Site')
    expect(await why(await ca.sign(rsa.csrPem), { spkis: new Set([rsa.spki]) })).toBe('fine')
  })
})

describe('what it refuses, and why', () => {
  test('order, missing parts, garbage', async () => {
    expect(await why(await ca.sign(key.csrPem, { chain: ['issuing', 'leaf'] }))).toMatch(/not for a key/)
    expect(await why(await ca.sign(key.csrPem, { chain: ['leaf', 'root', 'issuing'] }))).toMatch(/follow each other/)
    expect(await why(await ca.sign(key.csrPem, { chain: ['leaf'] }))).toMatch(/issuer is missing/)
    expect(await why('')).toMatch(/no certificate/)
    expect(await why('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')).toMatch(/is no certificate/)
    expect(await why(await ca.sign(key.csrPem), { maxChainSize: 500 })).toMatch(/MaxCertificateChainSize/)
  })

  test("another's key, another's serial number", async () => {
    const other = await requestKey('EC', 'SN-1', 'Site')
    expect(await why(await ca.sign(other.csrPem))).toMatch(/not for a key/)
    expect(await why(await ca.sign(key.csrPem, { subject: 'CN=SN-2, O=Site' }))).toMatch(/not the serial number/)
  })

  test('time', async () => {
    expect(await why(await ca.sign(key.csrPem, { notBefore: hoursFromNow(1) }))).toMatch(/not valid yet/)
    expect(await why(await ca.sign(key.csrPem, { notAfter: hoursFromNow(-0.5) }))).toMatch(/expired/)
  })

  test('a CA of the same name with another key, and a foreign root', async () => {
    const impostor = await TestCa.create()
    const [leaf] = (await ca.sign(key.csrPem, { chain: ['leaf'] })).split(/(?<=-----END CERTIFICATE-----\n)/)
    expect(await why(`${leaf}${impostor.issuing.certificate.toString('pem')}`)).toMatch(/signature/)
    expect(await why(await ca.sign(key.csrPem), { roots: [impostor.root.certificate.toString('pem')] })).toMatch(
      /signature/,
    )
  })
})
