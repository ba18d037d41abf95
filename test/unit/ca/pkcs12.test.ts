import { execFileSync } from 'node:child_process'
import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import { createAuthority } from '@main/ca/authority'
import { macKey } from '@main/ca/pkcs12/macKey'
import { writePkcs12 } from '@main/ca/pkcs12/pkcs12'
import { integer, oid, sequence } from '@main/ca/pkcs12/writeDer'
import forge from 'node-forge'
import { describe, expect, it } from 'vitest'
import { testFolder } from '../../support/testStore'

const PASSPHRASE = 'correct horse battery staple'

async function issuing(passphrase = PASSPHRASE, iterations?: number) {
  const names = { siteName: 'Depot', organisation: 'Depot Ltd' }
  const { root, issuing: keyed } = await createAuthority({ ...names, now: Date.now(), randomBytes })
  const chain = [keyed.certificatePem, root.certificatePem]
  const { privateKeyPkcs8 } = keyed
  const der = await writePkcs12({ chain, privateKeyPkcs8, friendlyName: 'Depot – “Süd”', passphrase, iterations })
  return { der, chain, privateKeyPkcs8 }
}

function openssl(der: Buffer, ...args: string[]): string {
  const file = join(testFolder(), 'ca.p12')
  writeFileSync(file, der)
  return execFileSync('openssl', ['pkcs12', '-in', file, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

describe('a PKCS#12 file', () => {
  it('is read by openssl: the key, its certificate and the root, and how they are protected', async () => {
    const { der, chain, privateKeyPkcs8 } = await issuing()
    const text = openssl(der, '-passin', `pass:${PASSPHRASE}`, '-noenc')
    const [key] = /-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----/.exec(text) ?? []
    const found = createPrivateKey(key ?? '').export({ format: 'der', type: 'pkcs8' })
    const meant = createPrivateKey({ key: Buffer.from(privateKeyPkcs8), format: 'der', type: 'pkcs8' })
    expect(found.equals(meant.export({ format: 'der', type: 'pkcs8' }))).toBe(true)
    const certificates = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
    expect(certificates.map((pem) => new X509Certificate(pem).fingerprint256)).toEqual(
      chain.map((pem) => new X509Certificate(pem).fingerprint256),
    )
    expect(text.match(/localKeyID: ((?:[0-9A-F]{2} ?)+)/g)).toHaveLength(2)
  })

  it('asks for 150,000 hashes three times, with SHA-256 and AES-256', async () => {
    const { der } = await issuing()
    const file = join(testFolder(), 'ca.p12')
    writeFileSync(file, der)
    const said = execFileSync(
      'sh',
      ['-c', 'openssl pkcs12 -in "$1" -info -noout -passin "pass:$2" 2>&1', 'sh', file, PASSPHRASE],
      { encoding: 'utf8' },
    )
    expect(said).toMatch(/MAC: sha256, Iteration 150000/)
    expect(said.match(/PBES2, PBKDF2, AES-256-CBC, Iteration 150000, PRF hmacWithSHA256/g)).toHaveLength(2)
  })

  it('opens with its passphrase only, in Node too', async () => {
    const { der } = await issuing(PASSPHRASE, 1_000)
    expect(() => createSecureContext({ pfx: der, passphrase: PASSPHRASE })).not.toThrow()
    expect(() => createSecureContext({ pfx: der, passphrase: 'another' })).toThrow(/mac verify failure/)
    for (const text of ['Depot Ltd', PASSPHRASE]) expect(der.includes(text)).toBe(false)
  })

  it('derives its MAC key as another program does', async () => {
    for (const [passphrase, salt] of [
      ['smeg', '0a58cf64530d823f'],
      ['Grüße', '642b99ab44fb4b1f'],
      ['a passphrase that is longer than a whole block of the hash it goes into', '00'.repeat(16)],
    ] as const) {
      const bytes = forge.util.createBuffer(forge.util.hexToBytes(salt))
      const digest = forge.md.sha256.create()
      const expected = forge.pkcs12.generateKey(passphrase, bytes, 3, 7, 32, digest).toHex()
      expect((await macKey(passphrase, Buffer.from(salt, 'hex'), 7)).toString('hex')).toBe(expected)
    }
  })
})

describe('what it is written of', () => {
  it('is DER in its shortest form', () => {
    expect(integer(0).toString('hex')).toBe('020100')
    expect(integer(127).toString('hex')).toBe('02017f')
    expect(integer(128).toString('hex')).toBe('02020080')
    expect(integer(150_000).toString('hex')).toBe('02030249f0')
    expect(oid('1.2.840.113549.1.7.1').toString('hex')).toBe('06092a864886f70d010701')
    expect(oid('2.16.840.1.101.3.4.2.1').toString('hex')).toBe('0609608648016503040201')
    expect(sequence(Buffer.alloc(127)).subarray(0, 2).toString('hex')).toBe('307f')
    expect(sequence(Buffer.alloc(128)).subarray(0, 3).toString('hex')).toBe('308180')
    expect(sequence(Buffer.alloc(300)).subarray(0, 4).toString('hex')).toBe('3082012c')
  })
})
