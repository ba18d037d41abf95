import { once } from 'node:events'
import type { Command } from '@shared/contract/commands'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { eventually } from '../support/eventually'
import { openTestSite, type TestSite } from '../support/testSite'

// What the first examples of the usual Python library send, frame by frame as it writes them: most chargers that people
// build themselves begin like this.

let site: TestSite
const sockets: WebSocket[] = []
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate()
  await site.close()
})

/** Connects as CP_1; `answer` waits for the next frame, word for word. */
async function connect(protocol: string) {
  const socket = new WebSocket(`${site.url}/CP_1`, [protocol])
  sockets.push(socket)
  const came: string[] = []
  socket.on('message', (data) => came.push(String(data)))
  await once(socket, 'open')
  expect(socket.protocol).toBe(protocol)
  const next = async (): Promise<string> => {
    await eventually(() => expect(came).not.toEqual([]))
    return came.shift() ?? ''
  }
  const answer = (frame: string) => {
    socket.send(frame)
    return next()
  }
  return { send: (frame: string) => socket.send(frame), next, answer }
}

const BOOT_ID = '19223201-5a8f-4d3a-9d1e-4a8d2f9b6c11'
const BOOT16 = `[2,"${BOOT_ID}","BootNotification",{"chargePointModel":"Optimus","chargePointVendor":"The Mobility House"}]`
/** Older releases put a blank after each comma and colon. */
const BOOT201 = `[2, "${BOOT_ID}", "BootNotification", {"chargingStation": {"model": "Wallbox XYZ", "vendorName": "anewone"}, "reason": "PowerUp"}]`

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const bootAnswer = (status: string) => [3, BOOT_ID, { status, currentTime: TIME, interval: expect.any(Number) }]

describe.each([
  ['ocpp1.6', BOOT16],
  ['ocpp2.0.1', BOOT201],
  ['ocpp2.1', BOOT201],
])('%s', (protocol, boot) => {
  test('a boot is accepted, and heartbeats follow', async () => {
    await site.client.stations.register({ identity: 'CP_1' })
    const { answer } = await connect(protocol)
    expect(JSON.parse(await answer(boot))).toEqual(bootAnswer('Accepted'))
    for (const id of ['beat-1', 'beat-2', 'beat-3']) {
      expect(JSON.parse(await answer(`[2,"${id}","Heartbeat",{}]`))).toEqual([3, id, { currentTime: TIME }])
    }
  })

  test('one that nobody knows yet is told to wait, and is accepted once the manager has let it in', async () => {
    const { answer, next, send } = await connect(protocol)
    expect(JSON.parse(await answer(boot))).toEqual(bootAnswer('Pending'))
    const [station] = site.site.stations.viewAll()
    await site.client.stations.admit({ stationId: station?.id ?? 0 })
    // It has no handler for what it is asked, and says so in this way.
    const [, id, action] = JSON.parse(await next()) as [number, string, string]
    expect(action).toBe('TriggerMessage')
    const description = 'Request action is recognized but not supported by the receiver'
    send(`[4,"${id}","NotImplemented","${description}",{"cause":"No handler for TriggerMessage registered."}]`)
    expect(JSON.parse(await answer(boot))).toEqual(bootAnswer('Accepted'))
  })

  test('a card is answered before any boot', async () => {
    const { stationId } = await site.client.stations.register({ identity: 'CP_1' })
    await site.client.cards.enrol({ token: 'TEST_CP2' })
    const { answer } = await connect(protocol)
    const [authorize, accepted, unknown] =
      protocol === 'ocpp1.6'
        ? [
            (token: string) => `{"idTag":"${token}"}`,
            '{"idTagInfo":{"status":"Accepted"}}',
            '{"idTagInfo":{"status":"Invalid"}}',
          ]
        : [
            (token: string) => `{"idToken":{"idToken":"${token}","type":"ISO14443"}}`,
            '{"idTokenInfo":{"status":"Accepted"}}',
            '{"idTokenInfo":{"status":"Unknown"}}',
          ]
    expect(await answer(`[2,"1","Authorize",${authorize('test_cp2')}]`)).toBe(`[3,"1",${accepted}]`)
    expect(await answer(`[2,"2","Authorize",${authorize('nobody')}]`)).toBe(`[3,"2",${unknown}]`)
    const { sighted } = await site.client.tolerance.get({ stationId })
    expect(sighted.map(({ quirk }) => quirk)).toEqual(['no-boot'])
  })

  test('a command that it has no handler for is shown as one that it can not do', async () => {
    const { stationId } = await site.client.stations.register({ identity: 'CP_1' })
    const { answer, next, send } = await connect(protocol)
    await answer(boot)
    const command = { name: 'clear-cache', input: {} } as const
    const outcome = await site.client.commands.send({ stationId, command })
    const { id: commandId } = (outcome as { command: Command }).command
    const [type, id, action, payload] = JSON.parse(await next()) as unknown[]
    expect([type, action, payload]).toEqual([2, 'ClearCache', {}])
    send(`[4,"${id}","NotImplemented","Request action is recognized but not supported by the receiver",{}]`)
    await eventually(async () =>
      expect((await site.client.commands.get({ commandId })).command).toMatchObject({
        state: 'refused',
        verdict: 'unsupported',
        status: 'NotImplemented',
      }),
    )
  })
})
