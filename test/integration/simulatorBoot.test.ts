import { type Charger, type ChargerOptions, createCharger } from '@simulator/index'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fast } from '../support/fastEnvironment'
import { openFriendlyServer, type RawServer } from '../support/rawServer'

let server: RawServer
let charger: Charger

beforeEach(async () => {
  interval = 5
  server = await openFriendlyServer()
})

afterEach(async () => {
  await charger.stop()
  await server.close()
})

function make(options: Partial<ChargerOptions> = {}): Charger {
  charger = createCharger({
    url: server.url,
    identity: 'CP_1',
    version: '2.0.1',
    ...fast,
    ...options,
  })
  return charger
}

/** Seconds the server names in its answers to a boot. */
let interval = 5

const boot = (...statuses: string[]) =>
  server.on('BootNotification', () => ({
    status: statuses.length > 1 ? statuses.shift() : statuses[0],
    currentTime: new Date().toISOString(),
    interval,
  }))

describe('boot', () => {
  test('Pending and Rejected are asked again, quietly; Accepted tells every connector', async () => {
    boot('Pending', 'Rejected', 'Accepted')
    make({ evses: 2 }).start()
    await charger.waitFor('ready')
    expect(server.calls.map(({ action }) => action)).toEqual([
      'BootNotification',
      'BootNotification',
      'BootNotification',
      'StatusNotification',
      'StatusNotification',
    ])
    expect(server.of('BootNotification')[0]?.payload).toMatchObject({ reason: 'PowerUp' })
    expect(charger.registration).toBe('Accepted')
  })

  test('1.6 also tells its own state as connector 0', async () => {
    make({ version: '1.6', evses: 2 }).start()
    await charger.waitFor('ready')
    expect(server.of('StatusNotification').map(({ payload }) => payload.connectorId)).toEqual([0, 1, 2])
  })

  test('heartbeats come at the interval of the answer', async () => {
    boot('Accepted')
    make().start()
    expect((await server.until('Heartbeat', 3)).length).toBe(3)
  })

  test('an error instead of an answer is asked again', async () => {
    let first = true
    server.on('BootNotification', () => {
      if (!first) return { status: 'Accepted', currentTime: new Date().toISOString(), interval: 300 }
      first = false
      return ['InternalError', 'no disk']
    })
    make({ bootRetrySeconds: 2 }).start()
    await charger.waitFor('ready')
    expect(server.of('BootNotification')).toHaveLength(2)
  })

  test('a pending charger does nothing by itself, but what it is asked for', async () => {
    interval = 1000
    boot('Pending')
    make().start()
    await charger.waitFor('booted')
    expect(await charger.presentCard(1, { value: 'AA', type: 'ISO14443' })).toEqual({
      outcome: 'not-possible',
      why: 'not-accepted',
    })
    const answer = await server.command('TriggerMessage', { requestedMessage: 'SignChargingStationCertificate' })
    expect(answer[2]).toEqual({ status: 'Accepted' })
    expect((await server.until('SignCertificate'))[0]?.payload.certificateType).toBe('ChargingStationCertificate')
    boot('Accepted')
    await server.command('TriggerMessage', { requestedMessage: 'BootNotification' })
    await charger.waitFor('ready')
    expect(server.of('BootNotification').at(-1)?.payload).toMatchObject({ reason: 'Triggered' })
    expect(server.of('Authorize')).toEqual([])
  })

  test('a server that asks something of a rejected charger is told so', async () => {
    interval = 1000
    boot('Rejected')
    make().start()
    await charger.waitFor('booted')
    const violation = charger.waitFor('violation')
    const answer = await server.command('GetVariables', {
      getVariableData: [{ component: { name: 'SecurityCtrlr' }, variable: { name: 'OrganizationName' } }],
    })
    expect(answer.slice(0, 3)).toEqual([4, answer[1], 'SecurityError'])
    expect((await violation).about).toBe('GetVariables')
  })

  test('without a boot: nothing is told, a card is simply authorised', async () => {
    make({ skipBoot: true }).start()
    await charger.waitFor('ready')
    expect(server.calls).toEqual([])
    expect(await charger.call('Authorize', { idToken: { idToken: 'AA12345', type: 'ISO14443' } })).toEqual({
      kind: 'answered',
      payload: { idTokenInfo: { status: 'Accepted' } },
    })
  })

  test('a reset ends the session, comes back over a new connection and boots with the reason', async () => {
    make().start()
    await charger.waitFor('ready')
    await charger.presentCard(1, { value: 'AA', type: 'ISO14443' })
    const ready = charger.waitFor('ready')
    expect((await server.command('Reset', { type: 'OnIdle' }))[2]).toEqual({ status: 'Scheduled' })
    await charger.stopSession(1)
    await ready
    expect(server.upgrades).toHaveLength(2)
    expect(server.of('BootNotification').map(({ payload }) => payload.reason)).toEqual(['PowerUp', 'RemoteReset'])

    await charger.presentCard(1, { value: 'AA', type: 'ISO14443' })
    const again = charger.waitFor('ready')
    expect((await server.command('Reset', { type: 'Immediate' }))[2]).toEqual({ status: 'Accepted' })
    await again
    expect(server.of('TransactionEvent').at(-1)?.payload).toMatchObject({
      eventType: 'Ended',
      triggerReason: 'ResetCommand',
      transactionInfo: { stoppedReason: 'ImmediateReset' },
    })
  })
})

describe('connection', () => {
  test('the identity is percent-encoded, the version offered, the password sent', async () => {
    make({ identity: 'Garage 1/ä', password: 'a-long-password-1' }).start()
    await charger.waitFor('connected')
    const [upgrade] = server.upgrades
    expect(upgrade?.url).toBe('/Garage%201%2F%C3%A4')
    expect(upgrade?.headers['sec-websocket-protocol']).toBe('ocpp2.0.1')
    expect(upgrade?.headers.authorization).toBe(
      `Basic ${Buffer.from('Garage 1/ä:a-long-password-1').toString('base64')}`,
    )
  })

  test('a refused upgrade is reported with status and body, and tried again', async () => {
    server.refuseWith = { status: 404, body: 'unknown station' }
    make().start()
    expect(await charger.waitFor('refused')).toMatchObject({ statusCode: 404, body: 'unknown station' })
    await charger.waitFor('refused')
    server.refuseWith = null
    await charger.waitFor('ready')
    expect(server.upgrades.length).toBeGreaterThanOrEqual(3)
  })

  test('after a loss it comes back without booting again, and tells its states', async () => {
    make().start()
    await charger.waitFor('ready')
    const ready = charger.waitFor('ready')
    server.hangUp()
    await ready
    expect(server.calls.map(({ action }) => action)).toEqual([
      'BootNotification',
      'StatusNotification',
      'StatusNotification',
    ])
  })

  test('stopped it leaves no timer behind', async () => {
    const open = new Set<NodeJS.Timeout>()
    make({
      environment: {
        after: (milliseconds, run) => {
          const timer = setTimeout(() => {
            open.delete(timer)
            run()
          }, milliseconds)
          open.add(timer)
          return () => {
            clearTimeout(timer)
            open.delete(timer)
          }
        },
      },
    }).start()
    await charger.waitFor('ready')
    await charger.presentCard(1, { value: 'AA', type: 'ISO14443' })
    await charger.requestCertificate()
    expect(open.size).toBeGreaterThan(2)
    await charger.stop()
    expect(open.size).toBe(0)
  })

  test('stopped it is gone, and can be started again', async () => {
    make().start()
    await charger.waitFor('ready')
    await charger.stop()
    expect(charger.connected).toBe(false)
    charger.start()
    await charger.waitFor('ready')
    expect(server.of('BootNotification')).toHaveLength(2)
  })
})
