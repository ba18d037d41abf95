import { reverseBytes } from '@shared/cardNumbers/uid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootOf, RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

const UID = '04A1B2C3D4E5F6'
const TURNED = reverseBytes(UID)

let site: TestSite
let cardId: number
beforeAll(async () => {
  site = await openTestSite()
  const enrolled = await site.client.cards.enrol({ token: UID, holder: 'Anna Berg', tokenType: 'ISO14443' })
  if (enrolled.kind !== 'enrolled') throw new Error(enrolled.kind)
  cardId = enrolled.card.id
})
afterAll(() => site.close())

const now = () => new Date().toISOString()

test.each(['ocpp1.6', 'ocpp2.0.1', 'ocpp2.1'] as const)(
  'a charger that turns numbers round, on %s',
  async (protocol) => {
    const is16 = protocol === 'ocpp1.6'
    const identity = `CP_${protocol}`
    const { stationId } = await site.client.stations.register({ identity })
    const charger = await RawCharger.connect(site.url, identity, protocol)
    await charger.ask('BootNotification', bootOf(protocol))
    const calibrated = await site.client.readers.calibrate({ stationId, uid: UID, seen: TURNED, scope: 'station' })
    expect(calibrated.kind).toBe('applied')

    // It is told that the card may start.
    const idToken = { idToken: TURNED, type: 'ISO14443' }
    const answer = await charger.ask('Authorize', is16 ? { idTag: TURNED } : { idToken })
    expect(JSON.stringify(answer)).toContain('"Accepted"')

    // Its session is that of the card, and the frame is kept as it came.
    const transaction = {
      eventType: 'Started',
      timestamp: now(),
      triggerReason: 'Authorized',
      seqNo: 0,
      transactionInfo: { transactionId: identity },
      evse: { id: 1, connectorId: 1 },
      idToken,
    }
    if (is16) await charger.ask('StartTransaction', { connectorId: 1, idTag: TURNED, meterStart: 0, timestamp: now() })
    else await charger.ask('TransactionEvent', transaction)
    const { entries } = await site.client.sessions.find({ stationId })
    expect(entries).toMatchObject([{ token: UID, holder: 'Anna Berg' }])
    const kept = await site.client.sessions.rawEvents({ sessionId: entries[0]?.id ?? 0 })
    expect(JSON.stringify(kept)).toContain(TURNED)

    // What is sent to it is written as it writes.
    const sent = await site.client.commands.send({
      stationId,
      command: { name: 'start-session', input: { cardId, evseId: 2 } },
    })
    expect(sent.kind).toBe('sent')
    const { payload } = await charger.obey({ status: 'Accepted' })
    expect(payload).toMatchObject(is16 ? { idTag: TURNED } : { idToken })
  },
)
