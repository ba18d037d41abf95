import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect, type SecureVersion } from 'node:tls'
import { createAuthority } from '@main/ca/authority'
import { newServerCredentials } from '@main/ca/server/serverCredentials'
import type { TlsChoice } from '@main/csms/listener/tlsContext'
import { transformFile } from '@swc/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { environment } from '../../support/environment'

const { electron } = environment
if (electron === null) console.warn('SKIPPED: no Electron here, so its TLS library has not been tried.')

/** A server in Electron's Node, with the product's own context for its TLS library, which is BoringSSL. */
const SERVER = `
import { createServer } from 'node:tls'
import { readFileSync } from 'node:fs'
import { takesAllKeys, tlsContext } from './tlsContext.mjs'
const { credentials, choice } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const server = createServer(tlsContext(credentials, choice), (socket) => socket.on('error', () => {}).end())
server.on('tlsClientError', () => {})
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify([server.address().port, takesAllKeys(credentials)])))
`

describe.skipIf(electron === null)('the TLS library of Electron', () => {
  let folder: string
  let credentials: object
  let ca: string
  const running: ChildProcess[] = []

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'chargehand-electron-tls-'))
    const source = path.resolve(import.meta.dirname, '../../../src/main/csms/listener/tlsContext.ts')
    const { code } = await transformFile(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } })
    writeFileSync(path.join(folder, 'tlsContext.mjs'), code)
    writeFileSync(path.join(folder, 'server.mjs'), SERVER)
    const now = Date.now()
    const authority = await createAuthority({ organisation: 'Test', siteName: 'Test', now, randomBytes })
    ca = authority.root.certificatePem
    const made = await newServerCredentials({
      authority: { withIssuing: (work) => work(authority.issuing) },
      organisation: 'Test',
      names: { dns: ['localhost'], addresses: ['127.0.0.1'] },
      now,
      validMs: 3_600_000,
    })
    credentials = { key: made.key, cert: made.cert, ca: [ca, authority.issuing.certificatePem] }
  })
  afterAll(async () => {
    for (const child of running) {
      const gone = once(child, 'exit')
      child.kill()
      await gone
    }
    rmSync(folder, { recursive: true, force: true })
  })

  async function serve(choice: TlsChoice) {
    const file = path.join(folder, `${choice.shownKey}-${choice.oldChargers}.json`)
    writeFileSync(file, JSON.stringify({ credentials, choice }))
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
    const child = spawn(electron ?? '', [path.join(folder, 'server.mjs'), file], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    running.push(child)
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const [port, both] = JSON.parse(String(line)) as [number, boolean]
    /** The suite that is agreed on with who knows these; null when there is none. */
    const agreed = (ciphers: string, version: SecureVersion = 'TLSv1.2') =>
      new Promise<string | null>((resolve) => {
        const limits = { minVersion: version, maxVersion: version, ciphers: `${ciphers}:@SECLEVEL=0` }
        const socket = connect({ host: '127.0.0.1', port, ca, ...limits }, () => {
          resolve(socket.getCipher().name)
          socket.destroy()
        }).on('error', () => resolve(null))
      })
    return { both, agreed }
  }

  test('shows the EC certificate alone, with the suites that fit it', async () => {
    const { both, agreed } = await serve({ oldChargers: false, shownKey: 'ec' })
    expect(both).toBe(false)
    expect(await agreed('ECDHE-ECDSA-AES128-GCM-SHA256')).toBe('ECDHE-ECDSA-AES128-GCM-SHA256')
    expect(await agreed('AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256')).toBeNull()
    expect(await agreed('TLS_AES_128_GCM_SHA256:AES128-SHA', 'TLSv1.3')).toBe('TLS_AES_128_GCM_SHA256')
    expect(await agreed('AES128-SHA', 'TLSv1')).toBeNull()
  })

  test('shows the RSA certificate where that is chosen, and serves old chargers where that is', async () => {
    const { agreed } = await serve({ oldChargers: false, shownKey: 'rsa' })
    expect(await agreed('AES256-GCM-SHA384')).toBe('AES256-GCM-SHA384')
    expect(await agreed('ECDHE-ECDSA-AES128-GCM-SHA256')).toBeNull()
    expect(await agreed('AES128-SHA', 'TLSv1.1')).toBeNull()
    const old = await serve({ oldChargers: true, shownKey: 'rsa' })
    expect(await old.agreed('AES128-SHA', 'TLSv1')).toBe('AES128-SHA')
    expect(await old.agreed('AES128-SHA', 'TLSv1.1')).toBe('AES128-SHA')
    expect(await old.agreed('AES256-GCM-SHA384')).toBe('AES256-GCM-SHA384')
  })
})
