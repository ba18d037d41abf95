import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { hashOf, MAX_ROOTS, TrustStore } from '@simulator/pki/trustStore'
import { expect, test } from 'vitest'
import { TestCa } from '../support/testCa'

const run = promisify(execFile)

test('the hashes are those that OpenSSL puts into an OCSP request', async () => {
  const ca = await TestCa.create()
  const folder = await mkdtemp(join(tmpdir(), 'trust-'))
  try {
    await writeFile(join(folder, 'root.pem'), ca.root.certificate.toString('pem'))
    await writeFile(join(folder, 'issuing.pem'), ca.issuing.certificate.toString('pem'))
    const { stdout } = await run(
      'openssl',
      ['ocsp', '-sha256', '-issuer', 'root.pem', '-cert', 'issuing.pem', '-req_text', '-no_nonce', '-reqout', 'req'],
      { cwd: folder },
    )
    const field = (name: string) => new RegExp(`${name}: (\\w+)`).exec(stdout)?.[1]?.toLowerCase()
    expect(hashOf(ca.issuing.certificate, 'SHA256', ca.root.certificate)).toEqual({
      hashAlgorithm: 'SHA256',
      issuerNameHash: field('Issuer Name Hash'),
      issuerKeyHash: field('Issuer Key Hash'),
      serialNumber: field('Serial Number')?.replace(/^0+/, ''),
    })
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('the same root again is no second one; more than it holds do not fit; other hashes find it too', async () => {
  const now = new Date()
  const store = new TrustStore()
  const ca = await TestCa.create()
  const pem = ca.root.certificate.toString('pem')
  expect(await store.install('csms', pem, now)).toBe('Accepted')
  expect(await store.install('csms', pem, now)).toBe('Accepted')
  expect(store.size).toBe(1)
  expect(store.pems('csms')).toEqual([pem])
  expect(store.delete(hashOf(ca.root.certificate, 'SHA512'))).toBe('Accepted')
  for (let count = 0; count < MAX_ROOTS; count += 1) {
    const other = await TestCa.create()
    await store.install('csms', other.root.certificate.toString('pem'), now)
  }
  expect(await store.install('csms', pem, now)).toBe('Failed')
  expect(await store.install('csms', pem, new Date(now.getTime() + 9e12))).toBe('Rejected')
})
