import { QUIRKS, type QuirkName } from '@simulator/index'
import { describe, expect, test } from 'vitest'
import { friendlyCharger } from '../support/friendlyCharger'
import { problemsOf } from '../support/officialSchemas'

const at = friendlyCharger()
const card = { value: 'AA12345', type: 'ISO14443' } as const

const seqNos = () => at.server.of('TransactionEvent').map(({ payload }) => payload.seqNo)

/** One session, from card to card, with everything told. */
async function session() {
  await at.charger.presentCard(1, card)
  at.charger.sendMeterValues(1)
  await at.charger.presentCard(1, card)
  await at.charger.whenQuiet()
}

describe('what gets lost, comes twice or in the wrong order', () => {
  test('lost messages leave a gap, and the charger goes on', async () => {
    await at.ready()
    await at.charger.presentCard(1, card)
    at.charger.faults.loseMessages = ['TransactionEvent']
    at.charger.sendMeterValues(1)
    at.charger.faults.loseMessages = []
    await at.charger.presentCard(1, card)
    await at.charger.whenQuiet()
    expect(seqNos()).toEqual([0, 1, 3])
    expect(at.charger.history).toContainEqual({ kind: 'message-discarded', action: 'TransactionEvent', why: 'lost' })
    at.charger.faults.loseMessages = ['Heartbeat']
    expect(await at.charger.heartbeat()).toEqual({ kind: 'timeout' })
    expect(at.server.of('Heartbeat')).toEqual([])
  })

  test.each([
    ['same', 1],
    ['new', 2],
  ] as const)('every message twice with the %s id', async (ids, different) => {
    await at.ready({ version: '1.6' })
    at.charger.faults.duplicate = { actions: ['StartTransaction', 'StopTransaction'], ids }
    await session()
    await at.server.until('StopTransaction', 2)
    const starts = at.server.of('StartTransaction')
    expect(starts.length).toBe(2)
    expect(starts[1]?.payload).toEqual(starts[0]?.payload)
    expect(new Set(starts.map(({ id }) => id)).size).toBe(different)
    expect(at.server.of('MeterValues').length).toBe(1)
    // The number of the first answer is the one that counts.
    expect(at.server.of('StopTransaction')[0]?.payload.transactionId).toBe(100)
  })

  test.each(['reverse', 'shuffle'] as const)('the queue of a lost link is told in another order: %s', async (order) => {
    await at.ready()
    at.charger.dropLink()
    await at.charger.presentCard(1, card)
    for (let count = 0; count < 6; count += 1) at.charger.sendMeterValues(1)
    await at.charger.presentCard(1, card)
    at.charger.faults.reorderQueue = order
    at.charger.restoreLink()
    await at.server.until('TransactionEvent', 9)
    const inOrder = Array.from({ length: 9 }, (_, index) => index)
    expect(seqNos()).not.toEqual(inOrder)
    if (order === 'reverse') expect(seqNos()).toEqual(inOrder.toReversed())
    expect(seqNos().toSorted((one, other) => Number(one) - Number(other))).toEqual(inOrder)
  })

  test('1.6: a transaction whose number never arrived', async () => {
    await at.ready({ version: '1.6' })
    at.charger.faults.neverGetsTransactionId = true
    await session()
    expect(at.server.of('StopTransaction')[0]?.payload.transactionId).toBe(-1)
    expect(at.server.of('MeterValues')[0]?.payload).not.toHaveProperty('transactionId')
  })
})

describe('clocks and meters', () => {
  test('a clock that is wrong is wrong in every timestamp, and in no meter', async () => {
    await at.ready({ registerWh: 1000 })
    at.charger.faults.clockSkewSeconds = -86_400
    await session()
    const [first] = at.server.of('TransactionEvent')
    const skew = Date.now() - Date.parse(String(first?.payload.timestamp))
    expect(skew).toBeGreaterThan(86_400_000 - 1000)
    expect(at.charger.evses[0]?.registerWh).toBe(1000)
  })

  test('a meter that rolls over, or is exchanged', async () => {
    await at.ready({ registerWh: 99_990, speed: 3600 })
    at.charger.faults.meterRolloverWh = 100_000
    await at.charger.presentCard(1, card)
    await at.charger.waitFor('session-updated', () => (at.charger.evses[0]?.registerWh ?? 99_999) < 99_990)
    at.charger.faults.meterRolloverWh = null
    at.charger.setMeter(1, 7)
    expect(at.charger.evses[0]?.registerWh).toBeLessThan(99_000)
  })
})

describe('answers', () => {
  test('late, or with an error', async () => {
    await at.ready()
    at.charger.faults.answerDelaySeconds = 20
    const started = Date.now()
    expect((await at.server.command('GetLocalListVersion', {}))[2]).toEqual({ versionNumber: 0 })
    expect(Date.now() - started).toBeGreaterThan(150)
    at.charger.faults.answerDelaySeconds = 0
    at.charger.faults.answerWithError = 'InternalError'
    expect((await at.server.command('ClearCache', {})).slice(0, 3)).toEqual([4, expect.any(String), 'InternalError'])
  })

  test('2.1: an answer against its schema is sent back; one of ours that is is noted', async () => {
    await at.ready({ version: '2.1' })
    at.server.on('Heartbeat', () => ({ currentTime: 5 }))
    expect((await at.charger.heartbeat()).kind).toBe('invalid')
    const { id } = at.server.of('Heartbeat')[0] ?? { id: '' }
    await at.server.untilTrue(() => at.server.refusedAnswers.length > 0)
    expect(at.server.refusedAnswers).toEqual([[id, 'TypeConstraintViolation']])
    const refused = at.charger.waitFor('answer-refused')
    at.server.send('[5,"server-1","FormatViolation","no",{}]')
    expect(await refused).toMatchObject({ id: 'server-1', code: 'FormatViolation' })
    // An unknown type is ignored, a SEND never answered.
    const violation = at.charger.waitFor('violation')
    at.server.send('[7,"1",{}]')
    await violation
    const sent = at.charger.waitFor('violation')
    at.server.send('[6,"1","NotifyPeriodicEventStream",{}]')
    await sent
    expect((await at.server.command('ClearCache', {}))[0]).toBe(3)
  })
})

describe('quirks', () => {
  const raw = (action: string) => at.server.of(action).at(-1)?.payload

  test('each bends what is sent and is off again', async () => {
    await at.ready({ version: '1.6' })
    const send = async (quirk: QuirkName, action: string, parts: object = {}) => {
      at.charger.faults.quirks = [quirk]
      await at.charger.notify(action, parts)
      at.charger.faults.quirks = []
      return raw(action)
    }
    expect(await send('lower-case-enums', 'StatusNotification')).toMatchObject({
      status: 'available',
      errorCode: 'noerror',
    })
    expect(await send('extra-fields', 'Heartbeat')).toEqual({ vendorSpecific: 'x' })
    expect(await send('null-for-optional', 'StatusNotification')).toMatchObject({ info: null, vendorId: null })
    expect(await send('numbers-as-text', 'StatusNotification')).toMatchObject({ connectorId: '1' })
    expect((await send('local-time', 'StatusNotification'))?.timestamp).toMatch(/\d$/)
    expect(await send('missing-optional-fields', 'BootNotification')).toEqual({
      chargePointVendor: 'Chargehand',
      chargePointModel: 'Virtual charger',
    })
    expect(JSON.stringify(await send('celcius', 'MeterValues'))).toContain('"unit":"Celcius"')
    expect(JSON.stringify(await send('text-as-numbers', 'MeterValues'))).toContain('"value":0')
    at.charger.faults.quirks = ['wrong-error-codes']
    expect((await at.server.command('Reset', {}))[2]).toBe('OccurrenceConstraintViolation')
    at.charger.faults.quirks = []
    expect((await at.server.command('Reset', {}))[2]).toBe('OccurenceConstraintViolation')
    await at.charger.notify('StatusNotification')
    expect(problemsOf('1.6', 'StatusNotificationRequest', raw('StatusNotification'))).toEqual([])
  })

  test.each(['1.6', '2.0.1', '2.1'] as const)('%s: a session with all of them at once still runs', async (version) => {
    await at.ready({ version })
    at.charger.faults.quirks = QUIRKS
    await session()
    const last = version === '1.6' ? 'StopTransaction' : 'TransactionEvent'
    expect(raw(last)).toMatchObject({ vendorSpecific: 'x' })
  })
})
