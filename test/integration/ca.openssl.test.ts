import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Authority, createAuthority } from '@main/ca/authority'
import { type ReadableRequest, readCertificationRequest } from '@main/ca/certificationRequest'
import { describeCertificate } from '@main/ca/chain'
import { issueCertificate, issuerOf } from '@main/ca/issue'
import { provesPossession } from '@main/ca/possession'
import { newSerialNumber } from '@main/ca/serialNumber'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const installed = spawnSync('openssl', ['version']).status === 0
if (!installed) console.warn('SKIPPED: no openssl on this machine, so no other program has checked our certificates.')

const ORGANISATION = 'Harbour Parking'
const SERIAL_NUMBER = 'SN-0042'

let folder: string
let authority: Authority
let stranger: Authority

const at = (file: string) => join(folder, file)

function write(file: string, text: string): string {
  writeFileSync(at(file), text)
  return at(file)
}

/** Runs openssl; both outputs together, and whether it was content. */
function openssl(...args: string[]): { ok: boolean; output: string } {
  const { status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
  return { ok: status === 0, output: stdout + stderr }
}

const KEY_ARGUMENTS = {
  'EC P-256': ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'EC P-384': ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  'RSA 2048': ['-newkey', 'rsa:2048'],
} as const
const KINDS = Object.keys(KEY_ARGUMENTS) as (keyof typeof KEY_ARGUMENTS)[]

/** A request as a station with OpenSSL makes it. */
function requestOf(kind: keyof typeof KEY_ARGUMENTS, ...more: string[]): { request: ReadableRequest; text: string } {
  const subject = `/O=${ORGANISATION}/CN=${SERIAL_NUMBER}`
  const name = kind.replace(' ', '-')
  const files = ['-keyout', at(`${name}.key`), '-out', at(`${name}.csr`)]
  execFileSync('openssl', ['req', '-new', '-nodes', ...KEY_ARGUMENTS[kind], ...files, '-subj', subject, ...more], {
    stdio: 'pipe',
  })
  const text = readFileSync(at(`${name}.csr`), 'utf8')
  const request = readCertificationRequest(text)
  if (request.kind !== 'readable') throw new Error(`not readable: ${request.reason}`)
  return { request, text }
}

async function issue(kind: keyof typeof KEY_ARGUMENTS) {
  const { request } = requestOf(kind)
  return issueCertificate(
    {
      profile: 'station',
      publicKey: request.spki,
      commonName: SERIAL_NUMBER,
      organisation: ORGANISATION,
      now: Date.now(),
      certificateSerialNumber: newSerialNumber(randomBytes),
    },
    await issuerOf(authority.issuing),
  )
}

describe.skipIf(!installed)('OpenSSL', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'openssl-'))
    const site = { organisation: ORGANISATION, siteName: 'Größe 항구', now: Date.now(), randomBytes }
    authority = await createAuthority(site)
    // The same names with other keys: a verifier that looked at names only would be fooled.
    stranger = await createAuthority(site)
    write('root.pem', authority.root.certificatePem)
    write('issuing.pem', authority.issuing.certificatePem)
    write('stranger.pem', stranger.root.certificatePem)
    write('stranger-issuing.pem', stranger.issuing.certificatePem)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(KINDS)('makes a %s request that is read and proven', async (kind) => {
    const { request } = requestOf(kind)
    expect(request).toMatchObject({
      subject: `O=${ORGANISATION}, CN=${SERIAL_NUMBER}`,
      commonNames: [SERIAL_NUMBER],
      organisations: [ORGANISATION],
    })
    expect(await provesPossession(request)).toBe(true)
  })

  test('makes a request with wishes that are all seen', async () => {
    const { request } = requestOf(
      'EC P-256',
      '-addext',
      'basicConstraints=critical,CA:TRUE',
      '-addext',
      'keyUsage=critical,keyCertSign',
      '-addext',
      'subjectAltName=DNS:office.example,IP:192.0.2.7,URI:http://x.example/',
      '-addext',
      '1.3.6.1.4.1.99999.1=critical,ASN1:NULL',
    )
    expect(request.extensions).toEqual({
      authority: true,
      certificateSigning: true,
      alternativeNames: ['DNS:office.example', 'IP:192.0.2.7', 'URI:http://x.example/'],
      unknownCritical: ['1.3.6.1.4.1.99999.1'],
    })
    expect(await provesPossession(request)).toBe(true)
  })

  test.each(KINDS)('accepts the chain of a %s request under its strictest rules', async (kind) => {
    const { chainPem, pem } = await issue(kind)
    const leaf = write('leaf.pem', pem)
    const chain = write('chain.pem', chainPem)
    const trust = ['-x509_strict', '-no-CApath', '-no-CAstore', '-CAfile', at('root.pem'), '-untrusted', chain]
    expect(openssl('verify', ...trust, leaf)).toMatchObject({ ok: true })
    expect(openssl('verify', ...trust, '-purpose', 'sslclient', leaf)).toMatchObject({ ok: true })
    // The certificate is for the key of the station.
    const ofCertificate = openssl('x509', '-in', leaf, '-noout', '-pubkey').output
    expect(ofCertificate).toBe(openssl('pkey', '-in', at(`${kind.replace(' ', '-')}.key`), '-pubout').output)
  })

  test('accepts the issuing CA under the root under its strictest rules', () => {
    const result = openssl('verify', '-x509_strict', '-no-CApath', '-CAfile', at('root.pem'), at('issuing.pem'))
    expect(result).toMatchObject({ ok: true })
  })

  test('refuses the leaf under another root of the same name', async () => {
    const { chainPem, pem } = await issue('EC P-256')
    const leaf = write('leaf.pem', pem)
    const chain = write('chain.pem', chainPem)
    const wrongRoot = openssl('verify', '-no-CApath', '-CAfile', at('stranger.pem'), '-untrusted', chain, leaf)
    expect(wrongRoot.ok).toBe(false)
    expect(wrongRoot.output).toContain('unable to get local issuer certificate')
    // Name, length and place of the chain fit; only the key identifiers and signatures don't.
    const wrongIssuer = ['-CAfile', at('stranger.pem'), '-untrusted', at('stranger-issuing.pem')]
    expect(openssl('verify', '-no-CApath', ...wrongIssuer, leaf).ok).toBe(false)
  })

  test('refuses a certificate that a station signs with its own', async () => {
    const { chainPem, pem } = await issue('EC P-256')
    write('station.pem', pem)
    requestOf('EC P-384', '-subj', '/CN=Forged')
    execFileSync(
      'openssl',
      [
        'x509',
        '-req',
        '-in',
        at('EC-P-384.csr'),
        '-CA',
        at('station.pem'),
        '-CAkey',
        at('EC-P-256.key'),
        '-CAcreateserial',
        '-out',
        at('forged.pem'),
      ],
      { stdio: 'pipe' },
    )
    const chain = write('chain.pem', chainPem)
    const result = openssl('verify', '-no-CApath', '-CAfile', at('root.pem'), '-untrusted', chain, at('forged.pem'))
    expect(result.ok).toBe(false)
    expect(result.output).toContain('invalid CA certificate')
  })

  test.each(KINDS)('shows the profile of a station in a %s certificate', async (kind) => {
    const { pem } = await issue(kind)
    const { output } = openssl('x509', '-in', write('leaf.pem', pem), '-noout', '-text')
    const flat = output.replace(/\s+/g, ' ')
    expect(flat).toContain('Version: 3 (0x2)')
    // OpenSSL 3.2 stopped to write spaces around the equals sign.
    expect(flat.replaceAll(' = ', '=')).toContain(`Subject: O=${ORGANISATION}, CN=${SERIAL_NUMBER}`)
    expect(flat).toContain('X509v3 Basic Constraints: critical CA:FALSE')
    expect(flat).toContain('X509v3 Key Usage: critical Digital Signature X509v3')
    expect(flat).toMatch(/X509v3 Subject Key Identifier: ([0-9A-F]{2}:){19}/)
    expect(flat).toMatch(/X509v3 Authority Key Identifier: (keyid:)?([0-9A-F]{2}:){19}/)
    expect(flat).toContain('Signature Algorithm: ecdsa-with-SHA256')
    expect(flat).not.toMatch(/Extended Key Usage|Alternative Name/)
  })

  test.each([
    ['root.pem', 'CA:TRUE, pathlen:1', 'Root CA'],
    ['issuing.pem', 'CA:TRUE, pathlen:0', 'Issuing CA'],
  ])('shows the profile of an authority in %s', (file, constraints, role) => {
    const { output } = openssl('x509', '-in', at(file), '-noout', '-text', '-nameopt', 'utf8,-esc_msb')
    const flat = output.replace(/\s+/g, ' ')
    expect(flat).toContain(`X509v3 Basic Constraints: critical ${constraints}`)
    expect(flat).toContain('X509v3 Key Usage: critical Certificate Sign, CRL Sign')
    expect(flat).toMatch(/X509v3 Subject Key Identifier: ([0-9A-F]{2}:){19}/)
    expect(flat).toMatch(/X509v3 Authority Key Identifier: (keyid:)?([0-9A-F]{2}:){19}/)
    expect(flat).toContain(`Größe 항구 ${role}`)
    expect(flat).toContain('NIST CURVE: P-256')
  })

  test('agrees about serial number, fingerprint and dates', async () => {
    const issued = await issue('RSA 2048')
    const leaf = write('leaf.pem', issued.pem)
    const { output } = openssl('x509', '-in', leaf, '-noout', '-serial', '-fingerprint', '-sha256', '-dates')
    const value = (name: RegExp) => name.exec(output)?.[1] ?? ''
    expect(value(/serial=(.*)/).toLowerCase()).toBe(issued.serialNumberHex)
    expect(value(/ingerprint=(.*)/)).toBe(issued.sha256)
    expect(Date.parse(value(/notBefore=(.*)/))).toBe(issued.notBefore)
    expect(Date.parse(value(/notAfter=(.*)/))).toBe(issued.notAfter)
    expect(describeCertificate(issued.pem)).toMatchObject({
      serialNumber: issued.serialNumberHex,
      sha256: issued.sha256,
      keyDescription: 'RSA 2048',
      subject: issued.subject,
    })
  })
})
