import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseOptions } from '@main/options'
import { type Program, startProgram } from '@main/program'
import { afterEach, beforeEach } from 'vitest'
import type { OpenTransport, OpenTransportFn, SiteClient } from './transports'

/** The real program with a way to it, for each test of a block anew. */
export interface ProgramOnTransport {
  readonly client: SiteClient
  readonly transport: OpenTransport
  /** Base URL of the charger port, without the identity. */
  readonly url: string
  setUp(): Promise<unknown>
}

/** Starts the program on a folder of its own before each test, and closes both after it. */
export function programOnTransport(open: OpenTransportFn): ProgramOnTransport {
  let folder: string
  let program: Program
  let transport: OpenTransport
  let client: SiteClient
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'chargehand-site-'))
    const argv = ['--data', folder, '--bind', '127.0.0.1', '--ocpp-port', '0']
    const options = parseOptions(argv, { env: {}, platform: process.platform, home: folder, cwd: folder })
    program = await startProgram({ options, version: '0.0.1', systemCipher: null })
    transport = await open(program.router)
    client = await transport.connect()
  })
  afterEach(async () => {
    await transport.close()
    await program.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    get client() {
      return client
    },
    get transport() {
      return transport
    },
    get url() {
      return program.site.state().listeners[0]?.url ?? ''
    },
    setUp: () => client.site.setUp({ siteName: 'Depot', organisation: 'Depot Ltd' }),
  }
}
