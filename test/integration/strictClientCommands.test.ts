import { isDeepStrictEqual } from 'node:util'
import { STATION_COMMAND_NAMES, type StationCommandName } from '@shared/commands'
import type { SendOutcome } from '@shared/contract/commands'
import { PROTOCOLS, type Protocol } from '@shared/ocpp/station'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takenOf } from '../support/answerMeaning'
import { commandsOf, type Known } from '../support/commandArbitrary'
import { answeredCommand } from '../support/commandEnd'
import { ADAPTERS, toStations } from '../support/ocppTable'
import { bootOf } from '../support/rawCharger'
import { matching } from '../support/schemaArbitrary'
import { connectStrict, type ObeyedCall, type StrictCharger } from '../support/strictCharger'
import { addFirmware, someBytes } from '../support/testFiles'
import { openTestSite, type TestSite } from '../support/testSite'

// Everything the site can tell a station, told to a client that is not ours: it judges the request by its schemas and
// answers as they allow, and the command comes to what its answers mean.

const SEED = 16_202
const SAMPLES = 6
const TOKEN = 'AA12345'

let site: TestSite
let cardId: number
let firmwareId: number
beforeAll(async () => {
  site = await openTestSite({ limits: { framesPerSecond: 1_000_000 } })
  const enrolled = await site.client.cards.enrol({ token: TOKEN })
  if (enrolled.kind !== 'enrolled') throw new Error(enrolled.kind)
  cardId = enrolled.card.id
  firmwareId = await addFirmware(site.client, someBytes(100))
})
afterAll(() => site.close())

/** With this the site asks by itself after every change of roots: it may come beside any command. */
const FOLLOW_UP = 'GetInstalledCertificateIds'

/** Always the same answers of the action, each as its schema allows it. */
function* answersOf(protocol: Protocol, action: string): Generator<object> {
  const arbitrary = matching(ADAPTERS[protocol].schemas[`${action}Response`])
  for (let seed = SEED; ; seed++) {
    const made = fc.sample(arbitrary, { numRuns: 20, seed })
    yield* made.map((answer) => JSON.parse(JSON.stringify(answer)) as object)
  }
}

describe.each(PROTOCOLS)('on %s', (protocol) => {
  let charger: StrictCharger
  let stationId: number
  let known: Known
  /** What came for the command of this moment, and what was answered. */
  const told: (ObeyedCall & { readonly answer: object })[] = []
  const answers = new Map<string, Generator<object>>()

  beforeAll(async () => {
    stationId = (await site.client.stations.register({ identity: protocol })).stationId
    charger = await connectStrict(site.url, protocol, protocol)
    charger.obey((call) => {
      const given = answers.get(call.action) ?? answersOf(protocol, call.action)
      answers.set(call.action, given)
      const answer: object = given.next().value
      told.push({ ...call, answer })
      return answer
    })
    await charger.call('BootNotification', bootOf(protocol))
    await startSession(charger, protocol)
    const { entries } = await site.client.sessions.find({ stationId })
    known = { cards: [cardId], firmware: [firmwareId], sessions: entries.map(({ id }) => id) }
    expect(known.sessions).toHaveLength(1)
  })
  afterAll(() => charger.close())

  /** Waits for the end of a command that goes out, and looks whether it is what was answered. @returns what came for it */
  const expectEnd = async (outcome: SendOutcome, context: string) => {
    if (outcome.kind !== 'sent') throw new Error(`${context}: ${JSON.stringify(outcome)}`)
    const { state, verdict, action, answer } = await answeredCommand(site, outcome.command.id)
    expect(charger.failures, context).toEqual([])
    const own = told.filter(
      (one) => one.action !== FOLLOW_UP || (action === FOLLOW_UP && isDeepStrictEqual(one.answer, answer)),
    )
    expect(own.length, context).toBeGreaterThan(0)
    expect([...new Set(own.map((one) => one.action))]).toEqual([action])
    const parts = own.map((one) => takenOf(one.action, one.answer))
    const isTaken = parts.some((part) => part !== 'nothing')
    const isWhole = parts.every((part) => part === 'all')
    const given = own.map((one) => one.answer)
    expect({ state, verdict, answer }, context).toEqual({
      state: isTaken ? 'accepted' : 'refused',
      verdict: expect.stringMatching(
        !isTaken ? /^(refused|unsupported)$/ : isWhole ? /^(accepted|scheduled)$/ : /^partly$/,
      ),
      answer: given.length === 1 ? given[0] : given,
    })
    return own
  }

  test.each(STATION_COMMAND_NAMES)('the command %s', async (name: StationCommandName) => {
    const { commands } = await site.client.commands.catalogue({ stationId })
    const isCarried = commands.some((command) => command.name === name)
    let sent = 0
    for (const command of fc.sample(commandsOf(name, known), { numRuns: SAMPLES, seed: SEED })) {
      told.length = 0
      const context = JSON.stringify(command)
      const outcome = await site.client.commands.send({ stationId, command })
      if (outcome.kind === 'not-possible') {
        expect(outcome.reason, context).toMatch(
          isCarried ? /^(not-in-version|too-long|unknown-.+)$/ : /^not-in-version$/,
        )
        continue
      }
      await expectEnd(outcome, context)
      sent += 1
    }
    expect(sent > 0).toBe(isCarried)
  })

  test.each(toStations(protocol))('the message %s', async (action) => {
    const requests = fc.sample(matching(ADAPTERS[protocol].schemas[`${action}Request`]), {
      numRuns: SAMPLES,
      seed: SEED,
    })
    for (const request of requests) {
      told.length = 0
      const payload = JSON.parse(JSON.stringify(request)) as Record<string, unknown>
      const outcome = await site.client.commands.sendAction({ stationId, action, payload })
      const own = await expectEnd(outcome, JSON.stringify(payload))
      expect(own.map((call) => call.payload)).toEqual([expect.objectContaining(payload)])
    }
  })
})

async function startSession(charger: StrictCharger, protocol: Protocol): Promise<void> {
  const timestamp = new Date().toISOString()
  if (protocol === 'ocpp1.6') {
    await charger.call('StartTransaction', { connectorId: 1, idTag: TOKEN, meterStart: 0, timestamp })
    return
  }
  await charger.call('TransactionEvent', {
    eventType: 'Started',
    seqNo: 0,
    timestamp,
    triggerReason: 'Authorized',
    transactionInfo: { transactionId: 'tx-1' },
    idToken: { idToken: TOKEN, type: 'ISO14443' },
    evse: { id: 1, connectorId: 1 },
  })
}
