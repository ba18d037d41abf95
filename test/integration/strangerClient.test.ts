import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { openTestSite, type TestSite } from '../support/testSite'

// A client that is not ours: nothing but a WebSocket and frames written by hand, as the classic scripts do it.

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
  await site.client.stations.register({ identity: 'CP_1' })
  await site.client.cards.enrol({ token: 'AA12345', tokenType: 'ISO14443' })
})
afterEach(() => site.close())

async function ask(path: string, protocol: string, frame: unknown): Promise<unknown> {
  const socket = new WebSocket(`${site.url}${path}`, [protocol])
  await once(socket, 'open')
  socket.send(JSON.stringify(frame))
  const [answer] = (await once(socket, 'message')) as [Buffer]
  socket.close()
  await once(socket, 'close')
  return JSON.parse(answer.toString())
}

describe.each(['/CP_1', '/ocpp/CP_1', '/a/b/cp_1'])('a script that never boots, on %s', (path) => {
  it('gets Accepted for an enrolled card on 2.0.1', async () => {
    const answer = await ask(path, 'ocpp2.0.1', [
      2,
      '1',
      'Authorize',
      { idToken: { idToken: 'aa12345', type: 'ISO14443' } },
    ])
    expect(answer).toEqual([3, '1', { idTokenInfo: { status: 'Accepted' } }])
  })

  it('gets Unknown for another card on 2.0.1', async () => {
    const answer = await ask(path, 'ocpp2.0.1', [2, '1', 'Authorize', { idToken: { idToken: 'BB', type: 'ISO14443' } }])
    expect(answer).toEqual([3, '1', { idTokenInfo: { status: 'Unknown' } }])
  })

  it('gets Unknown for the number with another type on 2.0.1', async () => {
    const answer = await ask(path, 'ocpp2.0.1', [
      2,
      '1',
      'Authorize',
      { idToken: { idToken: 'AA12345', type: 'eMAID' } },
    ])
    expect(answer).toEqual([3, '1', { idTokenInfo: { status: 'Unknown' } }])
  })

  it('gets Accepted and Invalid on 1.6', async () => {
    expect(await ask(path, 'ocpp1.6', [2, '1', 'Authorize', { idTag: 'AA12345' }])).toEqual([
      3,
      '1',
      { idTagInfo: { status: 'Accepted' } },
    ])
    expect(await ask(path, 'ocpp1.6', [2, '2', 'Authorize', { idTag: 'BB' }])).toEqual([
      3,
      '2',
      { idTagInfo: { status: 'Invalid' } },
    ])
  })
})

describe('an unknown charger', () => {
  it('waits: its boot is Pending and nothing else is answered, until it is admitted', async () => {
    const socket = new WebSocket(`${site.url}/CP_7`, ['ocpp1.6'])
    await once(socket, 'open')
    const send = async (frame: unknown) => {
      socket.send(JSON.stringify(frame))
      const [answer] = (await once(socket, 'message')) as [Buffer]
      return JSON.parse(answer.toString()) as unknown[]
    }
    const boot = { chargePointVendor: 'X', chargePointModel: 'Y', chargePointSerialNumber: 'Z' }
    expect(await send([2, 'b1', 'BootNotification', boot])).toMatchObject([
      3,
      'b1',
      { status: 'Pending', interval: 30 },
    ])
    expect(await send([2, 'a1', 'Authorize', { idTag: 'AA12345' }])).toEqual([
      4,
      'a1',
      'SecurityError',
      expect.any(String),
      {},
    ])

    const waiting = site.site.stations.viewAll().find((station) => station.identity === 'CP_7')
    expect(waiting).toMatchObject({ admission: 'waiting', vendor: 'X', model: 'Y', serialNumber: 'Z' })
    expect(waiting?.remoteAddress).toBe('127.0.0.1')

    const trigger = once(socket, 'message')
    await site.client.stations.admit({ stationId: waiting?.id ?? 0 })
    const [asked] = (await trigger) as [Buffer]
    expect(JSON.parse(asked.toString())).toMatchObject([
      2,
      expect.any(String),
      'TriggerMessage',
      { requestedMessage: 'BootNotification' },
    ])
    expect(await send([2, 'b2', 'BootNotification', boot])).toMatchObject([
      3,
      'b2',
      { status: 'Accepted', interval: 300 },
    ])
    expect(await send([2, 'a2', 'Authorize', { idTag: 'AA12345' }])).toMatchObject([
      3,
      'a2',
      { idTagInfo: { status: 'Accepted' } },
    ])
    socket.close()
    await once(socket, 'close')
  })
})
