import { COMMANDS, type StationCommand, type StationCommandName } from '@shared/commands'
import type { Command } from '@shared/contract/commands'
import { type Charger, createCharger, VERSIONS, type Version } from '@simulator/index'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commandOnce } from '../support/commandEnd'
import { fast } from '../support/fastEnvironment'
import { addFirmware } from '../support/testFiles'
import { openTestSite, type TestSite } from '../support/testSite'

// The site's commands at a charger that shares no OCPP code with it: what is asked for is really done, and told as such.

const card = { value: 'AA12345', type: 'ISO14443' } as const

let site: TestSite
let stationId: number
let cardId: number
let charger: Charger
const violations: unknown[] = []

beforeEach(async () => {
  violations.length = 0
  site = await openTestSite()
  stationId = (await site.client.stations.register({ identity: 'CP_7' })).stationId
  const enrolled = await site.client.cards.enrol({ token: card.value, tokenType: card.type })
  if (enrolled.kind !== 'enrolled') throw new Error(enrolled.kind)
  cardId = enrolled.card.id
})
afterEach(async () => {
  await charger.stop()
  await site.close()
})

async function arrive(version: Version): Promise<void> {
  charger = createCharger({
    url: site.url,
    identity: 'CP_7',
    version,
    evses: 2,
    speed: 60,
    meterIntervalSeconds: 5,
    ...fast,
  })
  charger.on((event) => {
    if (event.kind === 'violation') violations.push(event)
  })
  const ready = charger.waitFor('ready')
  charger.start()
  await ready
}

/** Sends a command and gives it back when it was answered and, if it takes time, has come to its end. */
async function order(name: StationCommandName, input: object = {}): Promise<Command> {
  const command = { name, input: COMMANDS[name].input.parse(input) } as StationCommand
  const outcome = await site.client.commands.send({ stationId, command })
  if (!('command' in outcome)) throw new Error(`${name}: ${JSON.stringify(outcome)}`)
  return commandOnce(
    site,
    outcome.command.id,
    ({ outcome: end, state }) => state !== 'waiting' && state !== 'sent' && end !== 'running',
  )
}

describe.each(VERSIONS)('%s', (version) => {
  test('what a manager asks for is done', async () => {
    await arrive(version)
    const verdicts: [string, unknown, unknown][] = []
    const ask = async (name: StationCommandName, input: object = {}) => {
      const { outcome, verdict } = await order(name, input)
      verdicts.push([name, verdict, outcome])
    }
    await ask('start-session', { evseId: 1, cardId })
    await charger.waitFor('session-started', undefined, { from: 'history' })
    await charger.whenQuiet()
    await ask('limit-charging', { scope: 'each-session', unit: 'W', limit: 4000 })
    expect(charger.evses[0]?.limitW).toBe(4000)
    await ask('composite-schedule', { evseId: 1, durationSeconds: 600 })
    await ask('clear-limits')
    expect(charger.evses[0]?.limitW).toBe(11_000)
    await ask('reserve', { cardId, evseId: 2, until: Date.now() + 3_600_000 })
    expect(charger.evses[1]?.reservation).not.toBeNull()
    await ask('cancel-reservation', { reservationId: charger.evses[1]?.reservation })
    const [session] = (await site.client.sessions.find({ state: 'running' })).entries
    await ask('stop-session', { sessionId: session?.id })
    await charger.waitFor('session-ended', undefined, { from: 'history' })
    await ask('send-local-list')
    expect(charger.knownCards.listed).toBe(1)
    await ask('local-list-version')
    await ask('clear-cache')
    await ask('unlock', { evseId: 1 })
    await ask('set-availability', { available: false, evseId: 2 })
    await ask('set-availability', { available: true, evseId: 2 })
    await ask('trigger', { message: 'heartbeat' })
    await ask('report-variables')
    if (version !== '1.6') {
      await ask('show-message', { text: 'Closed at ten' })
      await ask('report-messages')
      await ask('set-monitor', {
        target: { component: 'EVSE', evseId: 1, variable: 'Power' },
        type: 'upper-threshold',
        value: 5000,
      })
      await ask('report-monitors')
      await ask('limit-charging', { scope: 'station', unit: 'A', limit: 16 })
      await ask('report-limits')
      await ask('customer-information', { cardId })
    }
    expect(verdicts.filter(([, verdict]) => verdict !== 'accepted')).toEqual([])
    expect(verdicts.filter(([, , outcome]) => outcome !== null && outcome !== 'succeeded')).toEqual([])
    expect(violations).toEqual([])
  })

  test('its log arrives in the site’s files, and firmware of the site’s runs in it', async () => {
    await arrive(version)
    const log = await order('get-log')
    expect([log.verdict, log.outcome]).toEqual(['accepted', 'succeeded'])
    const firmwareId = await addFirmware(site.client, Buffer.from('version: 9.9.1\n'))
    const update = await order('update-firmware', { firmwareId })
    expect([update.verdict, update.outcome]).toEqual(['accepted', 'succeeded'])
    expect(charger.firmware).toBe('9.9.1')
    expect(violations).toEqual([])
  })
})
