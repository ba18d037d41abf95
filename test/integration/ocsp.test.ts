import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OCSP_LIMITS } from '@main/ca/ocsp/request'
import { RESPONDER_VALIDITY_MS } from '@main/ca/ocsp/responderCertificate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { certify, connectStation } from '../support/certifiedStation'
import { openssl, opensslAside, opensslInstalled } from '../support/openssl'
import { openTestSite, type TestSite } from '../support/testSite'

let now: number
let folder: string
let site: TestSite
beforeEach(async () => {
  now = Date.now()
  folder = mkdtempSync(join(tmpdir(), 'ocsp-'))
  site = await openTestSite({ clock: () => now })
  const { root, issuing } = await site.client.certificates.authority()
  file('root.pem', root.pem)
  file('issuing.pem', issuing.pem)
})
afterEach(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(at(name), content)
  return at(name)
}
const endpoint = () => `${site.url.replace(/^ws/, 'http')}/pki/ocsp`
const post = async (body: Uint8Array) => {
  const response = await fetch(endpoint(), {
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request' },
    body: Uint8Array.from(body),
  })
  return { status: response.status, type: response.headers.get('content-type'), body: await bytesOf(response) }
}
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())
/** What an answer without certificates says (RFC 6960 §4.2.1): 1 malformed, 2 internal error. */
const failure = (code: number) => Uint8Array.of(0x30, 3, 0x0a, 1, code)

describe.skipIf(!opensslInstalled)('to OpenSSL', () => {
  const trust = () => ['-CAfile', at('root.pem'), '-no-CApath', '-no-CAstore']
  /** The bytes of a request that OpenSSL writes. */
  const requestFor = (...args: string[]) => {
    const written = openssl('ocsp', '-issuer', at('issuing.pem'), ...args, '-reqout', at('request.der'))
    if (!written.ok) throw new Error(written.output)
    return readFileSync(at('request.der'))
  }
  /** OpenSSL asks by itself over HTTP, with a nonce, and checks signature, responder, nonce and times of the answer. */
  const ask = (...args: string[]) =>
    opensslAside('ocsp', '-url', endpoint(), ...trust(), '-issuer', at('issuing.pem'), ...args)

  test('a certificate is good until it is revoked, with its reason, and another of the authority is not known', async () => {
    const charger = await connectStation(site)
    const certificate = await certify(site, charger)
    const leaf = file('leaf.pem', certificate.pem)
    const good = await ask('-cert', leaf)
    expect(good.ok).toBe(true)
    expect(good.output).toContain('Response verify OK')
    expect(good.output).toContain('leaf.pem: good')
    expect(good.output).not.toContain('WARNING')

    await site.client.certificates.revoke({ certificateId: certificate.id, reason: 'cessationOfOperation' })
    const revoked = await ask('-cert', leaf)
    expect(revoked.output).toContain('Response verify OK')
    expect(revoked.output).toContain('leaf.pem: revoked')
    expect(revoked.output).toContain('Reason: cessationOfOperation')

    const unknown = await ask('-serial', '0x4711')
    expect(unknown.output).toContain('Response verify OK')
    expect(unknown.output).toContain('0x4711: unknown')
  })

  test.each(['sha1', 'sha256', 'sha384', 'sha512'])('issuers may be named by their %s', async (hash) => {
    const leaf = file('leaf.pem', (await certify(site, await connectStation(site))).pem)
    expect((await ask(`-${hash}`, '-cert', leaf)).output).toContain('leaf.pem: good')
  })

  test('several certificates are answered in one go, and those of another authority are not known', async () => {
    const charger = await connectStation(site)
    const [first, second] = [await certify(site, charger), await certify(site, charger)]
    await site.client.certificates.revoke({ certificateId: first.id, reason: 'unspecified' })
    const { output } = await ask('-cert', file('a.pem', first.pem), '-cert', file('b.pem', second.pem))
    expect(output).toContain('a.pem: revoked')
    expect(output).not.toContain('Reason')
    expect(output).toContain('b.pem: good')
    // The root does not let this responder speak for it.
    const request = openssl('ocsp', '-issuer', at('root.pem'), '-cert', at('issuing.pem'), '-reqout', at('request.der'))
    expect(request.ok).toBe(true)
    const { status, type, body } = await post(readFileSync(at('request.der')))
    expect([status, type]).toEqual([200, 'application/ocsp-response'])
    const text = openssl('ocsp', '-respin', file('answer.der', body), '-resp_text', '-noverify').output
    expect(text).toContain('Cert Status: unknown')
  })

  test('the responder is charged by the issuing CA, for this alone, and is not asked about itself', async () => {
    const leaf = file('leaf.pem', (await certify(site, await connectStation(site))).pem)
    const { output } = await ask('-cert', leaf, '-resp_text')
    const flat = output.replace(/\s+/g, ' ').replaceAll(' = ', '=')
    expect(flat).toContain('X509v3 Extended Key Usage: OCSP Signing')
    expect(flat).toContain('OCSP No Check:')
    expect(flat).toContain('X509v3 Basic Constraints: critical CA:FALSE')
    expect(flat).toContain('Subject: O=Test Organisation, CN=OCSP responder')
    expect(flat).toContain('OCSP Nonce:')
  })

  test('a question in the address is answered as one in the body', async () => {
    const leaf = file('leaf.pem', (await certify(site, await connectStation(site))).pem)
    const base64 = requestFor('-no_nonce', '-cert', leaf).toString('base64')
    for (const path of [encodeURIComponent(base64), base64]) {
      const response = await fetch(`${endpoint()}/${path}`)
      expect(response.headers.get('content-type')).toBe('application/ocsp-response')
      const answer = file('answer.der', await bytesOf(response))
      const { output } = openssl('ocsp', '-respin', answer, ...trust(), '-issuer', at('issuing.pem'), '-cert', leaf)
      expect(output).toContain('leaf.pem: good')
    }
  })

  test('a responder is replaced when half of its time is over', async () => {
    const leaf = file('leaf.pem', (await certify(site, await connectStation(site))).pem)
    const serialOf = async () => {
      const { output } = await ask('-cert', leaf, '-resp_text')
      return /Serial Number:\s+((?:[0-9a-f]{2}:)+[0-9a-f]{2})\s+Signature/.exec(output)?.[1]
    }
    const first = await serialOf()
    expect(first).toBeDefined()
    now += RESPONDER_VALIDITY_MS / 2 - 1
    expect(await serialOf()).toBe(first)
    now += 1
    expect(await serialOf()).not.toBe(first)
  })

  test('a question about too many certificates is refused whole', async () => {
    const serials = Array.from({ length: OCSP_LIMITS.certificates + 1 }, (_, index) => ['-serial', `${index + 1}`])
    expect((await post(requestFor(...serials.slice(1).flat()))).body.byteLength).toBeGreaterThan(5)
    expect((await post(requestFor(...serials.flat()))).body).toEqual(failure(1))
  })

  test('damaged questions are told so, wherever they are damaged, and never bring the server down', async () => {
    const leaf = file('leaf.pem', (await certify(site, await connectStation(site))).pem)
    const request = requestFor('-cert', leaf)
    for (let cut = 0; cut < request.length; cut += 7) {
      expect((await post(request.subarray(0, cut))).body).toEqual(failure(1))
    }
    for (let place = 0; place < request.length; place += 3) {
      const damaged = Uint8Array.from(request)
      damaged[place] = (damaged[place] ?? 0) ^ 0x20
      const { status, body } = await post(damaged)
      expect(status).toBe(200)
      // Malformed, or an answer about another certificate; never an error inside.
      expect(body).not.toEqual(failure(2))
    }
    expect((await post(Buffer.concat([request, Buffer.of(0)]))).body).toEqual(failure(1))
  })
})

test('a question that is too long is refused, whether it says so or not', async () => {
  const long = new Uint8Array(OCSP_LIMITS.requestBytes + 1)
  expect((await post(long)).status).toBe(413)
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const asking = httpRequest(endpoint(), { method: 'POST' }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asking.on('error', reject)
    // In chunks, so without a length.
    asking.write(long)
  })
  expect(status).toBe(413)
  const response = await fetch(`${endpoint()}/${Buffer.from(long).toString('base64url')}`)
  expect(response.status).toBe(413)
})

test('garbage in the address is told so', async () => {
  for (const path of ['', '%E0%A4%A', 'hello', '?', '..%2f..']) {
    const response = await fetch(`${endpoint()}/${path}`)
    expect(await bytesOf(response)).toEqual(failure(1))
  }
})
