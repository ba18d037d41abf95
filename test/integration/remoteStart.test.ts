import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bootOf, RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

// A start from afar is not done with its answer: the station only says that it will try. That a session began comes
// later, and is entered into the command.

const HOUR = 60 * 60 * 1_000

let site: TestSite
let stationId: number
let cardId: number
/** How far the site's clock runs ahead of this computer's. */
let ahead = 0
const clock = () => Date.now() + ahead
const time = () => new Date(clock()).toISOString()
beforeEach(async () => {
  ahead = 0
  site = await openTestSite({ clock })
  stationId = (await site.client.stations.register({ identity: 'CP_1' })).stationId
  await site.client.cards.enrol({ token: '04A1B2C3', tokenType: 'ISO14443' })
  await site.client.cards.enrol({ token: '0BADCAFE', tokenType: 'ISO14443' })
  const { entries } = await site.client.cards.find({ search: '04A1B2C3' })
  cardId = entries[0]?.id ?? 0
})
afterEach(() => site.close())

const connect = async (protocol: 'ocpp1.6' | 'ocpp2.0.1' | 'ocpp2.1') => {
  const charger = await RawCharger.connect(site.url, 'CP_1', protocol)
  await charger.ask('BootNotification', bootOf(protocol))
  return charger
}
type Order = Parameters<typeof site.client.commands.send>[0]['command']
const accepted = async (charger: RawCharger, command: Order) => {
  const sent = await site.client.commands.send({ stationId, command })
  if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent))
  const { payload } = await charger.obey({ status: 'Accepted' })
  await expect.poll(async () => (await look(sent.command.id)).state).toBe('accepted')
  return { id: sent.command.id, payload }
}
const look = async (commandId: number) => {
  const { command, progress } = await site.client.commands.get({ commandId })
  return {
    state: command.state,
    outcome: command.outcome,
    told: progress.map(({ status, detail }) => [status, detail]),
  }
}
const BEGUN = (transactionId: string) => ({
  state: 'accepted',
  outcome: 'succeeded',
  told: [['SessionBegan', transactionId]],
})
const NOT_YET = { state: 'accepted', outcome: null, told: [] }

describe.each(['ocpp2.0.1', 'ocpp2.1'] as const)('on %s', (protocol) => {
  const event = (transactionId: string, remoteStartId: number | undefined, seqNo = 0) => ({
    eventType: seqNo === 0 ? 'Started' : 'Updated',
    timestamp: time(),
    triggerReason: 'RemoteStart',
    seqNo,
    transactionInfo: { transactionId, ...(remoteStartId === undefined ? {} : { remoteStartId }) },
  })

  test('a session is that of the start whose number it names, and of no other', async () => {
    const charger = await connect(protocol)
    const one = await accepted(charger, { name: 'start-session', input: { cardId, evseId: 1 } })
    const other = await accepted(charger, { name: 'start-session', input: { evseId: 2 } })
    await charger.ask('TransactionEvent', event('t-0', undefined))
    await charger.ask('TransactionEvent', event('t-9', 9_999))
    expect([await look(one.id), await look(other.id)]).toEqual([NOT_YET, NOT_YET])
    const first = event('t-1', Number(one.payload.remoteStartId))
    await charger.ask('TransactionEvent', first)
    await expect.poll(() => look(one.id)).toEqual(BEGUN('t-1'))
    // The same again, because its answer was lost, tells nothing new.
    await charger.ask('TransactionEvent', first)
    // A cable that was plugged in first has begun its transaction: the next event of it names the start (F01.FR.25).
    await charger.ask('TransactionEvent', event('t-0', Number(other.payload.remoteStartId), 1))
    await expect.poll(() => look(other.id)).toEqual(BEGUN('t-0'))
    expect(await look(one.id)).toEqual(BEGUN('t-1'))
  })
})

describe('on ocpp1.6', () => {
  const begin = (charger: RawCharger, idTag: string, connectorId: number, timestamp = time()) =>
    charger.ask('StartTransaction', { connectorId, idTag, meterStart: 0, timestamp })

  test('a session is that of the newest start for its card and connector', async () => {
    const charger = await connect('ocpp1.6')
    const anywhere = await accepted(charger, { name: 'start-session', input: { cardId } })
    const two = await accepted(charger, { name: 'start-session', input: { cardId, evseId: 2 } })
    await begin(charger, '0BADCAFE', 2)
    expect([await look(anywhere.id), await look(two.id)]).toEqual([NOT_YET, NOT_YET])
    const at = time()
    const began = await begin(charger, '04a1b2c3', 2, at)
    await expect.poll(() => look(two.id)).toEqual(BEGUN(String(began.transactionId)))
    // The same again, because its answer was lost, is no second session.
    expect(await begin(charger, '04a1b2c3', 2, at)).toEqual(began)
    expect(await look(anywhere.id)).toEqual(NOT_YET)
    const next = await begin(charger, '04A1B2C3', 1)
    await expect.poll(() => look(anywhere.id)).toEqual(BEGUN(String(next.transactionId)))
  })

  test('written out by hand, it is found too', async () => {
    const charger = await connect('ocpp1.6')
    const payload = { idTag: 'BYHAND', connectorId: 1 }
    const sent = await site.client.commands.sendAction({ stationId, action: 'RemoteStartTransaction', payload })
    if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent))
    await charger.obey({ status: 'Accepted' })
    await expect.poll(async () => (await look(sent.command.id)).state).toBe('accepted')
    await begin(charger, 'BYHAND', 2)
    const began = await begin(charger, 'BYHAND', 1)
    await expect.poll(() => look(sent.command.id)).toEqual(BEGUN(String(began.transactionId)))
  })

  test('a session of long before, or one that comes hours later, is not what was asked for', async () => {
    const charger = await connect('ocpp1.6')
    const start = await accepted(charger, { name: 'start-session', input: { cardId, evseId: 1 } })
    // Kept while the station was offline, and handed over now.
    await begin(charger, '04A1B2C3', 1, new Date(clock() - HOUR).toISOString())
    ahead = 2 * HOUR
    await begin(charger, '04A1B2C3', 1)
    await charger.ask('Heartbeat', {})
    expect(await look(start.id)).toEqual(NOT_YET)
  })

  test('a transaction that never got its number is noted on the station’s page', async () => {
    const charger = await connect('ocpp1.6')
    const meterValue = [{ timestamp: time(), sampledValue: [{ value: '5' }] }]
    await charger.ask('MeterValues', { connectorId: 1, transactionId: -1, meterValue })
    await charger.ask('StopTransaction', { transactionId: -1, meterStop: 10, timestamp: time(), idTag: '04A1B2C3' })
    const { sighted } = await site.client.tolerance.get({ stationId })
    expect(sighted.map(({ quirk, place }) => `${quirk} ${place}`).sort()).toEqual([
      'transaction-minus-one MeterValues/transactionId',
      'transaction-minus-one StopTransaction/transactionId',
    ])
  })
})
