import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enrolDevice, tlsPortOf } from '../support/enrolledDevice'
import { environment } from '../support/environment'
import { eventually } from '../support/eventually'
import { opensslAside, opensslInstalled } from '../support/openssl'
import { openTestSite, type TestSite } from '../support/testSite'

const publisher = environment.mosquitto ?? ''
if (publisher === '') console.warn('SKIPPED: no Mosquitto clients on this machine, so none has spoken with our broker.')

let site: TestSite
let folder: string
const children: ChildProcess[] = []

beforeAll(async () => {
  site = await openTestSite({ tls: true })
  folder = mkdtempSync(join(tmpdir(), 'chargehand-mosquitto-'))
  writeFileSync(join(folder, 'root.pem'), site.site.authority.certificatePem('root'))
  for (const name of ['reader', 'writer']) {
    const { key, cert } = await enrolDevice(site, name, { read: ['alpn/#'], write: ['alpn/#'] })
    writeFileSync(join(folder, `${name}.pem`), cert)
    writeFileSync(join(folder, `${name}.key`), key)
  }
})
afterAll(async () => {
  for (const child of children) child.kill()
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

const identity = (name: string) => [
  ...['--cafile', join(folder, 'root.pem')],
  ...['--cert', join(folder, `${name}.pem`), '--key', join(folder, `${name}.key`)],
]
const there = () => ['-h', '127.0.0.1', '-p', String(tlsPortOf(site))]

/** Runs one of Mosquitto's clients. `said` grows while it runs. */
function run(program: 'pub' | 'sub', args: readonly string[]) {
  const child = spawn(publisher.replace(/pub$/, program), [...there(), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  const at = { said: '', ended: new Promise<number | null>((resolve) => child.once('close', resolve)) }
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      at.said += text
    })
  }
  return at
}

describe.skipIf(publisher === '')('Mosquitto', () => {
  test('publishes and subscribes with a certificate and ALPN', async () => {
    const sub = run('sub', [
      ...identity('reader'),
      '--tls-alpn',
      'x-amzn-mqtt-ca',
      '-i',
      'reader',
      '-t',
      'alpn/#',
      '-q',
      '1',
      '-v',
      '-C',
      '2',
      // Not what another test here has left retained.
      '-R',
    ])
    // What it says is kept back by its C library until there is more of it.
    const filters = () => site.site.deviceSite.broker()?.standing('reader').subscriptions
    await eventually(() => expect(filters()).toEqual(['alpn/#']))
    for (const [qos, text] of [
      ['0', 'none'],
      ['1', 'at least once'],
    ] as const) {
      const pub = run('pub', [
        ...identity('writer'),
        '--tls-alpn',
        'x-amzn-mqtt-ca',
        '-i',
        'writer',
        '-t',
        'alpn/x',
        '-q',
        qos,
        '-m',
        text,
      ])
      expect(await pub.ended, pub.said).toBe(0)
    }
    expect(await sub.ended).toBe(0)
    expect(sub.said).toContain('alpn/x none')
    expect(sub.said).toContain('alpn/x at least once')
  })

  test('leaves a retained message', async () => {
    const args = [
      ...identity('writer'),
      '--tls-alpn',
      'mqtt',
      '-i',
      'writer',
      '-t',
      'alpn/state',
      '-q',
      '1',
      '-r',
      '-m',
      'on',
    ]
    expect(await run('pub', args).ended).toBe(0)
    const sub = run('sub', [...identity('reader'), '--tls-alpn', 'mqtt', '-i', 'reader', '-t', 'alpn/state', '-C', '1'])
    expect(await sub.ended).toBe(0)
    expect(sub.said).toBe('on\n')
  })

  test.each([
    ['without a certificate', () => ['--cafile', join(folder, 'root.pem'), '-i', 'writer'], 'not authorised'],
    ['under another name', () => [...identity('writer'), '-i', 'reader'], 'identifier rejected'],
  ])('%s it is refused', async (_, who, word) => {
    const pub = run('pub', [...who(), '--tls-alpn', 'x-amzn-mqtt-ca', '-t', 'alpn/x', '-q', '1', '-m', 'x'])
    expect(await pub.ended).not.toBe(0)
    expect(pub.said).toContain(word)
  })

  test('with an unknown protocol (ALPN) the handshake ends', async () => {
    const pub = run('pub', [
      ...identity('writer'),
      '--tls-alpn',
      'gopher',
      '-i',
      'writer',
      '-t',
      'alpn/x',
      '-q',
      '1',
      '-m',
      'x',
    ])
    expect(await pub.ended).not.toBe(0)
  })
})

describe.skipIf(!opensslInstalled)('openssl s_client', () => {
  test.each([
    ['x-amzn-mqtt-ca', 'ALPN protocol: x-amzn-mqtt-ca'],
    ['http/1.1', 'ALPN protocol: http/1.1'],
    ['gopher', 'no application protocol'],
  ])('-alpn %s: %s', async (protocol, expected) => {
    const at = `127.0.0.1:${tlsPortOf(site)}`
    const { output } = await opensslAside('s_client', '-connect', at, '-alpn', protocol)
    expect(output).toContain(expected)
  })
})
