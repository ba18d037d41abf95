import { once } from 'node:events'
import { connect as connectTls } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DeviceClient } from '../support/deviceClient'
import { NO_RIGHTS, refusal } from '../support/enrolling'
import { eventually } from '../support/eventually'
import { openTestSite, type TestSite } from '../support/testSite'

describe('limits', () => {
  let tight: TestSite
  let tightOrigin: string
  let tightCa: string
  let tightAhead = 0
  beforeAll(async () => {
    tight = await openTestSite({
      tls: true,
      clock: () => Date.now() + tightAhead,
      guesses: { wrong: 3, windowMs: 60_000 },
      deviceLimits: { callsPerAddress: 200, callsMs: 60_000, tokens: 2, callsAtOnce: 1, callMs: 300 },
    })
    tightOrigin = tight.tlsUrl.replace('wss:', 'https:')
    tightCa = tight.site.authority.certificatePem('root')
  })
  afterAll(() => tight.close())

  test('calls at once, tokens, guesses and calls of one address', async () => {
    const make = () =>
      tight.client.devices.makeToken({ name: 'A', signing: 'at-once', usesMax: null, endsAt: null, policy: NO_RIGHTS })
    await make()
    const made = await make()
    expect(await make()).toEqual({ kind: 'too-many', most: 2 })
    if (made.kind !== 'made') throw new Error(made.kind)
    const client = new DeviceClient(tightOrigin, made.token, 'a', { ca: tightCa })
    // One who shows no token takes no place, however slowly the body comes.
    const stranger = connectTls({ ca: tightCa, host: '127.0.0.1', port: Number(new URL(tightOrigin).port) })
    stranger.write('POST /client HTTP/1.1\r\nHost: x\r\nx-client-id: a\r\nContent-Length: 10\r\n\r\n{')
    const [told] = await once(stranger, 'data')
    expect(String(told)).toContain(' 401 ')
    stranger.destroy()
    // One whose body never comes takes the only place, until its time is over.
    const slow = connectTls({ ca: tightCa, host: '127.0.0.1', port: Number(new URL(tightOrigin).port) })
    slow.on('error', () => {})
    const ended = once(slow, 'close')
    slow.write('POST /client HTTP/1.1\r\nHost: x\r\nx-client-id: a\r\nContent-Length: 10\r\n')
    slow.write(`Authorization: Bearer ${made.token}\r\nContent-Type: application/json\r\n\r\n{`)
    const busy = await eventually(async () => {
      const answer = await client.register({ allowExist: true })
      expect(answer).toMatchObject(refusal(503, '1306', /under way/))
      return answer
    })
    await ended
    expect((await client.register({ allowExist: true })).status).toBe(200)
    expect(Number(busy.headers['retry-after'])).toBeGreaterThan(0)
    const { guesses } = tight.site.deviceSite
    for (let times = 0; times < 3; times += 1) guesses.wrong('127.0.0.1')
    expect(await client.register()).toMatchObject(refusal(429, '1306', /wrong tokens/))
    // What is for everybody is no secret of theirs.
    expect((await client.call('GET', '/ca/root.pem')).body).toBe(tightCa)
    expect((await client.call('GET', '/devices/openapi.json')).status).toBe(200)
    tightAhead += 60_001
    const plain = `${tight.url.replace('ws:', 'http:')}/ca/root.pem`
    for (let times = 0; times < 200; times += 1) await (await fetch(plain)).text()
    expect(await client.call('GET', '/ca/root.pem')).toMatchObject(refusal(429, '1306', /Too many calls/))
  })
})
