import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { REVOCATION_LIST_LIMITS } from '@main/ca/revocationLists'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { certify, connectStation } from '../support/certifiedStation'
import { eventually } from '../support/eventually'
import { openssl, opensslInstalled } from '../support/openssl'
import { openTestSite, type TestSite } from '../support/testSite'

const DAY = 24 * 3_600_000

let now: number
let folder: string
let site: TestSite
beforeEach(async () => {
  now = Date.now()
  folder = mkdtempSync(join(tmpdir(), 'lists-'))
  site = await openTestSite({ clock: () => now })
  await site.site.revocationLists.renew()
})
afterEach(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

const http = () => site.url.replace(/^ws/, 'http')
const fetched = async (name: string) => {
  const response = await fetch(`${http()}/pki/${name}`)
  if (response.status !== 200) throw new Error(`${name}: ${response.status}`)
  const file = join(folder, name)
  writeFileSync(file, new Uint8Array(await response.arrayBuffer()))
  return file
}
/** A list as OpenSSL has to have it for its checks. */
const listFile = async (name: string) => {
  const pem = join(folder, `${name}.pem`)
  const read = openssl('crl', '-inform', 'DER', '-in', await fetched(name), '-out', pem)
  if (!read.ok) throw new Error(read.output)
  return pem
}
const numberOf = (issuer: 'root' | 'issuing') => site.site.revocationLists.newest(issuer)?.number ?? 0
const revoke = (certificateId: number, reason: 'keyCompromise' | 'unspecified' = 'keyCompromise') =>
  site.client.certificates.revoke({ certificateId, reason })

describe.skipIf(!opensslInstalled)('to OpenSSL', () => {
  /** Whether a certificate counts, by the lists of both authorities as they are published. */
  const verify = async (pem: string, ...more: string[]) => {
    const leaf = join(folder, 'leaf.pem')
    writeFileSync(leaf, pem)
    const issuing = join(folder, 'issuing-certificate.pem')
    openssl('x509', '-inform', 'DER', '-in', await fetched('issuing.crt'), '-out', issuing)
    const lists = ['-CRLfile', await listFile('issuing.crl'), '-CRLfile', await listFile('root.crl')]
    const trust = ['-no-CApath', '-no-CAstore', '-CAfile', await fetched('root.pem'), '-untrusted', issuing]
    return openssl('verify', '-x509_strict', '-crl_check_all', ...lists, ...trust, ...more, leaf)
  }

  test('a certificate counts by the published lists until it is revoked, and another goes on counting', async () => {
    const charger = await connectStation(site)
    const first = await certify(site, charger)
    const second = await certify(site, charger)
    expect(await verify(first.pem)).toMatchObject({ ok: true })
    await revoke(first.id)
    await site.site.revocationLists.renew()
    expect((await verify(first.pem)).output).toContain('certificate revoked')
    expect(await verify(second.pem)).toMatchObject({ ok: true })
  })

  test('the list says who signed it, its number, when the next is due, and why something was revoked', async () => {
    const charger = await connectStation(site)
    const first = await certify(site, charger)
    const second = await certify(site, charger)
    await revoke(first.id)
    await revoke(second.id, 'unspecified')
    await site.site.revocationLists.renew()
    const chain = join(folder, 'ca.pem')
    openssl('x509', '-inform', 'DER', '-in', await fetched('issuing.crt'), '-out', chain)
    const list = await fetched('issuing.crl')
    const { output } = openssl('crl', '-inform', 'DER', '-in', list, '-noout', '-text', '-CAfile', chain)
    expect(output).toContain('verify OK')
    const flat = output.replace(/\s+/g, ' ').replaceAll(' = ', '=')
    expect(flat).toContain('Version 2 (0x1)')
    expect(flat).toContain('Issuer: O=Test Organisation, CN=Test site Issuing CA')
    expect(flat).toContain(`X509v3 CRL Number: ${numberOf('issuing')} `)
    expect(flat).toMatch(/X509v3 Authority Key Identifier: (keyid:)?([0-9A-F]{2}:){19}/)
    const lines = flat.split('Serial Number: ').slice(1)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(new RegExp(`^${first.serialNumber.toUpperCase()} .* CRL Reason Code: Key Compromise`))
    expect(lines[1]).toMatch(new RegExp(`^${second.serialNumber.toUpperCase()} `))
    expect(lines[1]).not.toContain('CRL entry extensions')
    const dates = openssl('crl', '-inform', 'DER', '-in', list, '-noout', '-lastupdate', '-nextupdate').output
    const time = (name: RegExp) => Date.parse(name.exec(dates)?.[1] ?? '')
    expect(time(/lastUpdate=(.*)/)).toBeLessThanOrEqual(now)
    expect(time(/nextUpdate=(.*)/)).toBe(Math.floor((now + REVOCATION_LIST_LIMITS.issuing.validMs) / 1000) * 1000)
  })

  test('a certificate names list, responder and issuer where that is wanted, and else none of them', async () => {
    const textOf = (pem: string) => {
      writeFileSync(join(folder, 'leaf.pem'), pem)
      return openssl('x509', '-in', join(folder, 'leaf.pem'), '-noout', '-text').output
    }
    const silent = textOf((await certify(site, await connectStation(site))).pem)
    expect(silent).not.toMatch(/URI:|CRL Distribution|Authority Information/)
    await site.close()
    site = await openTestSite({ clock: () => now, pkiUrl: 'http://192.0.2.10:9000' })
    await site.site.revocationLists.renew()
    const { pem } = await certify(site, await connectStation(site))
    const text = textOf(pem)
    expect(text).toMatch(/CRL Distribution Points:\s+Full Name:\s+URI:http:\/\/192\.0\.2\.10:9000\/pki\/issuing\.crl/)
    expect(text).toContain('OCSP - URI:http://192.0.2.10:9000/pki/ocsp')
    expect(text).toContain('CA Issuers - URI:http://192.0.2.10:9000/pki/issuing.crt')
    expect(await verify(pem)).toMatchObject({ ok: true })
  })

  test('a list that could not be renewed for long locks nobody out here', async () => {
    const charger = await connectStation(site)
    const certificate = await certify(site, charger)
    const late = Math.floor((now + 30 * DAY) / 1000)
    // For others it has ended …
    expect((await verify(certificate.pem, '-attime', String(late))).output).toContain('CRL has expired')
    // … what this server itself asks does not depend on it.
    expect(site.site.revocations.isRevoked(certificate.serialNumber)).toBe(false)
  })
})

test('root and issuing certificate are published in both forms', async () => {
  const { root } = await site.client.certificates.authority()
  const pem = await fetch(`${http()}/pki/root.pem`)
  expect(pem.headers.get('content-type')).toBe('application/x-pem-file')
  expect(await pem.text()).toBe(root.pem)
  const der = await fetch(`${http()}/pki/root.crt`)
  expect(der.headers.get('content-type')).toBe('application/pkix-cert')
  const base64 = Buffer.from(await der.arrayBuffer()).toString('base64')
  expect(root.pem.replace(/\s/g, '')).toContain(base64)
})

test('an address that is none, and a method that is none, get an answer', async () => {
  expect((await fetch(`${http()}/pki/other.crl`)).status).toBe(404)
  expect((await fetch(`${http()}/pki/root.crt`, { method: 'POST' })).status).toBe(404)
  expect((await fetch(`${http()}/pki/root.crl`, { method: 'HEAD' })).status).toBe(200)
})

test('a list that has not changed is not sent again to whoever has it', async () => {
  const first = await fetch(`${http()}/pki/issuing.crl`)
  const etag = first.headers.get('etag') ?? ''
  const again = await fetch(`${http()}/pki/issuing.crl`, { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
})

test('a list is made anew by a revocation, and after a day; its number only ever grows', async () => {
  const { renew } = site.site.revocationLists
  const numbers = [numberOf('issuing')]
  await renew()
  expect(numberOf('issuing')).toBe(numbers[0])

  const { id } = await certify(site, await connectStation(site))
  await revoke(id)
  await eventually(() => expect(numberOf('issuing')).toBeGreaterThan(numbers[0] ?? 0))
  numbers.push(numberOf('issuing'))

  now += REVOCATION_LIST_LIMITS.issuing.renewMs - 1
  await renew()
  expect(numberOf('issuing')).toBe(numbers[1])
  now += 1
  await renew()
  numbers.push(numberOf('issuing'))
  expect(numbers[2]).toBeGreaterThan(numbers[1] ?? 0)

  // A clock that is set back makes a new list, and no smaller number.
  now -= 20 * DAY
  await renew()
  expect(numberOf('issuing')).toBe((numbers[2] ?? 0) + 1)
})

test('the list of the root rests for a month', async () => {
  const before = numberOf('root')
  now += REVOCATION_LIST_LIMITS.root.renewMs - 1
  await site.site.revocationLists.renew()
  expect(numberOf('root')).toBe(before)
  now += 1
  await site.site.revocationLists.renew()
  expect(numberOf('root')).toBeGreaterThan(before)
})

test('what was revoked before a restart is on the list after it, without anybody asking', async () => {
  const { id } = await certify(site, await connectStation(site))
  const before = numberOf('issuing')
  await revoke(id)
  site = await site.restart()
  await eventually(() => expect(site.site.revocationLists.newest('issuing')?.revoked).toBe(1))
  expect(numberOf('issuing')).toBeGreaterThan(before)
})

test('an ended certificate stays on the lists for one more time and is left out then', async () => {
  const certificate = await certify(site, await connectStation(site))
  await revoke(certificate.id)
  const sizeOf = async () => {
    await site.site.revocationLists.renew()
    return site.site.revocationLists.newest('issuing')?.der.byteLength ?? 0
  }
  const listed = await sizeOf()
  now = certificate.notAfter + REVOCATION_LIST_LIMITS.issuing.validMs
  expect(await sizeOf()).toBeGreaterThanOrEqual(listed - 2)
  now += REVOCATION_LIST_LIMITS.issuing.renewMs
  expect(await sizeOf()).toBeLessThan(listed - 20)
})
