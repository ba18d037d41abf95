import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto'
import { type Authority, createAuthority } from '@main/ca/authority'
import { SERVER_CERTIFICATE_LIMITS, startRenewal } from '@main/ca/server/renewal'
import { newServerCredentials, type ServerCredentials } from '@main/ca/server/serverCredentials'
import { commonNameOf, type ServerNames, sameNames, serverNames } from '@main/ca/server/serverNames'
import { beforeAll, describe, expect, test } from 'vitest'

const NOW = Date.UTC(2026, 4, 1, 12)
const DAY = 86_400_000
const NAMES: ServerNames = { dns: ['office-pc', 'localhost'], addresses: ['192.0.2.10', '2001:db8::10'] }
let authority: Authority

beforeAll(async () => {
  authority = await createAuthority({ organisation: 'Harbour Parking', siteName: 'Harbour', now: NOW, randomBytes })
})

const make = (names = NAMES, now = NOW) =>
  newServerCredentials({
    authority: { withIssuing: (work) => work(authority.issuing) },
    organisation: 'Harbour Parking',
    names,
    now,
    validMs: SERVER_CERTIFICATE_LIMITS.validMs,
  })

const leaf = (chain: string | undefined) => new X509Certificate(chain ?? '')

test('there is one with an EC key and one with an RSA key, signed by the issuing CA for the names and addresses', async () => {
  const { key, cert, notAfter } = await make()
  expect(cert.map((chain) => leaf(chain).publicKey.asymmetricKeyType)).toEqual(['ec', 'rsa'])
  expect(leaf(cert[1]).publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048)
  const issuing = new X509Certificate(authority.issuing.certificatePem)
  cert.forEach((chain, index) => {
    const certificate = leaf(chain)
    expect(certificate.checkPrivateKey(createPrivateKey(key[index] ?? ''))).toBe(true)
    expect(certificate.verify(issuing.publicKey) && certificate.checkIssued(issuing)).toBe(true)
    expect(certificate.subject).toBe('O=Harbour Parking\nCN=office-pc')
    expect(certificate.checkHost('office-pc')).toBe('office-pc')
    expect(certificate.checkHost('other-pc')).toBeUndefined()
    for (const address of NAMES.addresses) expect(certificate.checkIP(address)).toBe(address)
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
    expect(certificate.ca).toBe(false)
    expect(certificate.validFromDate.getTime()).toBe(NOW - 30 * 60_000)
    expect(certificate.validToDate.getTime()).toBe(NOW + 7 * DAY)
    expect(chain).toContain(authority.issuing.certificatePem.trim())
  })
  expect(notAfter).toBe(NOW + 7 * DAY)
  expect(new Set(cert.map((chain) => leaf(chain).serialNumber)).size).toBe(2)
})

test('it never outlives its issuer, and is not made by one that has ended', async () => {
  const end = new X509Certificate(authority.issuing.certificatePem).validToDate.getTime()
  expect((await make(NAMES, end - DAY)).notAfter).toBe(end)
  await expect(make(NAMES, end)).rejects.toThrow('expired')
})

const entry = (address: string, internal = false) => {
  const common = { address, internal, netmask: '', mac: '', cidr: null }
  return address.includes(':')
    ? { ...common, family: 'IPv6' as const, scopeid: 0 }
    : { ...common, family: 'IPv4' as const }
}

describe('the names of this computer', () => {
  const interfaces = {
    lo: [entry('127.0.0.1', true)],
    eth: [entry('192.0.2.10'), entry('2001:db8::1'), entry('fe80::1')],
  }
  test.each([
    ['0.0.0.0', 'Office-PC', ['office-pc', 'office-pc.local', 'localhost'], ['192.0.2.10', '127.0.0.1']],
    ['::', 'pc.example.org.', ['pc.example.org', 'localhost'], ['192.0.2.10', '2001:db8::1', '127.0.0.1', '::1']],
    ['192.0.2.10', 'my pc_1', ['localhost'], ['192.0.2.10']],
    ['127.0.0.1', 'localhost', ['localhost'], ['127.0.0.1']],
    ['0.0.0.0', '10.0.0.1', ['localhost'], ['192.0.2.10', '127.0.0.1']],
  ])('bound to %s, called %s', (bound, host, dns, addresses) => {
    expect(serverNames(bound, interfaces, host)).toEqual({ dns, addresses })
  })

  test('the CN is the first of them that fits', () => {
    const long = `${'a'.repeat(60)}.example`
    expect(commonNameOf({ dns: [long, 'localhost'], addresses: ['192.0.2.10'] })).toBe('192.0.2.10')
    expect(commonNameOf({ dns: ['localhost'], addresses: [] })).toBe('localhost')
    expect(sameNames(NAMES, { dns: [...NAMES.dns].reverse(), addresses: NAMES.addresses })).toBe(true)
    expect(sameNames(NAMES, { dns: NAMES.dns, addresses: ['192.0.2.10'] })).toBe(false)
  })
})

describe('they are renewed', () => {
  function renewing(first: ServerCredentials) {
    const state = {
      now: NOW,
      names: first.names,
      swapped: [] as ServerCredentials[],
      failures: [] as unknown[],
      broken: false,
    }
    const renewal = startRenewal({
      clock: () => state.now,
      limits: { ...SERVER_CERTIFICATE_LIMITS, lookEveryMs: 1_000_000 },
      first,
      names: () => state.names,
      make: async (names) => {
        if (state.broken) throw new Error('no key')
        return { ...first, names, notAfter: state.now + SERVER_CERTIFICATE_LIMITS.validMs }
      },
      swap: (credentials) => state.swapped.push(credentials),
      onFailure: (error) => state.failures.push(error),
    })
    return { state, renewal }
  }
  const first: ServerCredentials = { key: [], cert: [], names: NAMES, notAfter: NOW + 7 * DAY }

  test('before their end, and only then', async () => {
    const { state, renewal } = renewing(first)
    state.now = NOW + 4 * DAY - 1
    await renewal.look()
    expect(state.swapped).toEqual([])
    state.now = NOW + 4 * DAY
    await Promise.all([renewal.look(), renewal.look()])
    await renewal.look()
    expect(state.swapped).toHaveLength(1)
    renewal.stop()
  })

  test('when the addresses change', async () => {
    const { state, renewal } = renewing(first)
    state.names = { ...NAMES, addresses: ['192.0.2.77'] }
    await renewal.look()
    await renewal.look()
    expect(state.swapped.map(({ names }) => names.addresses)).toEqual([['192.0.2.77']])
    renewal.stop()
  })

  test('again after a failure, and not any more once stopped', async () => {
    const { state, renewal } = renewing(first)
    state.now = NOW + 8 * DAY
    state.broken = true
    await renewal.look()
    expect(state.failures).toHaveLength(1)
    state.broken = false
    await renewal.look()
    expect(state.swapped).toHaveLength(1)
    state.now += 8 * DAY
    const looking = renewal.look()
    renewal.stop()
    await looking
    expect(state.swapped).toHaveLength(1)
  })
})
