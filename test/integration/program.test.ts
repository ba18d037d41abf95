import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Options, parseOptions } from '@main/options'
import { startProgram } from '@main/program'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { freshEcKeys, requestPem } from '../support/certificationRequests'
import { DeviceClient } from '../support/deviceClient'
import { eventually } from '../support/eventually'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chargehand-program-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function options(...argv: string[]): Options {
  const { platform } = process
  return parseOptions(['--bind', '127.0.0.1', ...argv], { env: {}, platform, home: folder, cwd: folder })
}

const start = (...argv: string[]) => startProgram({ options: options(...argv), version: '0.0.1', systemCipher: null })

describe('the program', () => {
  it('opens a site, closes it, and finds it again', async () => {
    const first = await start('--data', 'site', '--ocpp-port', '0')
    const client = createRouterClient(first.router, { context: { actor: 'test' } })
    expect(first.site.state()).toMatchObject({ phase: 'setup', version: '0.0.1', keyStore: { kind: 'key-file' } })
    await client.site.setUp({ siteName: 'Depot', organisation: 'Depot Ltd' })
    await Promise.all([first.close(), first.close()])

    const second = await start('--data', 'site', '--ocpp-port', '0')
    expect(second.site.state()).toMatchObject({ phase: 'running', name: 'Depot', demo: false })
    await second.close()
    expect(readFileSync(path.join(folder, 'site', 'log', 'chargehand.log'), 'utf8')).toContain('"msg":"starting"')
  })

  it('closes what it had opened when the rest fails, so that the next start succeeds', async () => {
    const first = await start('--data', 'site', '--ocpp-port', '0')
    await createRouterClient(first.router, { context: { actor: 'test' } }).site.setUp({
      siteName: 'Depot',
      organisation: 'Depot Ltd',
    })
    await first.close()
    const squatter = createServer().listen(0, '127.0.0.1')
    await once(squatter, 'listening')
    const address = squatter.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    await expect(start('--data', 'site', '--ocpp-port', port)).rejects.toMatchObject({ code: 'PORT_IN_USE' })
    squatter.close()
    await once(squatter, 'close')
    const second = await start('--data', 'site', '--ocpp-port', port)
    expect(second.site.state().listeners[0]?.url).toBe(`ws://127.0.0.1:${port}`)
    await second.close()
  })
})

describe('the demo', () => {
  it('is a whole site by itself, and leaves nothing behind', async () => {
    const program = await start('--demo', '--ocpp-port', '0')
    const client = createRouterClient(program.router, { context: { actor: 'test' } })
    expect(program.site.state()).toMatchObject({ phase: 'running', demo: true, name: 'Demo site' })
    await eventually(() => expect(program.site.connectedStations()).toBe(3))
    expect((await client.cards.find({ search: 'AA12345' })).entries).toMatchObject([{ tokenType: 'ISO14443' }])

    // What the classic examples send, without booting first, under the identity that is kept free for them.
    const url = program.site.state().listeners[0]?.url
    for (const [protocol, payload, answer] of [
      ['ocpp2.0.1', { idToken: { idToken: 'AA12345', type: 'ISO14443' } }, { idTokenInfo: { status: 'Accepted' } }],
      ['ocpp1.6', { idTag: 'AA12345' }, { idTagInfo: { status: 'Accepted' } }],
    ] as const) {
      const socket = new WebSocket(`${url}/CP_1`, [protocol])
      await once(socket, 'open')
      const replied = reply(socket)
      socket.send(JSON.stringify([2, '1', 'Authorize', payload]))
      expect(await replied).toMatchObject([3, '1', answer])
      socket.close()
      await once(socket, 'close')
    }

    await program.close()
    expect(existsSync(program.dataFolder)).toBe(false)
  })

  it('has a token for devices and one for scripts, which its ready line tells', async () => {
    const program = await start('--demo', '--ocpp-port', '0')
    const { api, demoTokens } = program.ready()
    const cards = await fetch(`${api}/cards`, { headers: { authorization: `Bearer ${demoTokens?.admin}` } })
    expect(await cards.json()).toMatchObject({ total: 4 })
    const origin = program.site.state().listeners.find(({ url }) => url.startsWith('wss:'))?.url ?? ''
    const ca = program.site.authority.certificatePem('root')
    const device = new DeviceClient(origin.replace('wss:', 'https:'), demoTokens?.device ?? '', 'tried', { ca })
    expect((await device.register()).status).toBe(200)
    const csr = requestPem({ subject: [['CN', 'tried']], keyPair: freshEcKeys() })
    const { body } = await device.certify(csr)
    expect(body.response.result.publications).toEqual(['app/clients/tried/outbox', 'test/#', 'alpn/#'])
    await program.close()
    await expect(fetch(`${api}/cards`)).rejects.toThrow()
  })

  it('is not opened when its port for scripts is taken, and says so', async () => {
    const squatter = createServer().listen(0, '127.0.0.1')
    await once(squatter, 'listening')
    const address = squatter.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    await expect(start('--demo', '--ocpp-port', '0', '--api-port', port)).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      data: { option: '--api-port' },
    })
    squatter.close()
  })
})

/** The first answer; calls of the server in between are left unanswered. */
function reply(socket: WebSocket): Promise<unknown[]> {
  return new Promise((resolve) => {
    socket.on('message', (data) => {
      const frame: unknown = JSON.parse(String(data))
      if (Array.isArray(frame) && frame[0] !== 2) resolve(frame)
    })
  })
}
