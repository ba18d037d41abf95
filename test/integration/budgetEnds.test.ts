import { NO_RULES } from '@shared/contract/cardRules'
import { createCharger, VERSIONS } from '@simulator/index'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fast } from '../support/fastEnvironment'
import { openTestSite, type TestSite } from '../support/testSite'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
})
afterAll(() => site.close())

test.each(VERSIONS)('a session ends at the station when the energy of the month is used up, on %s', async (version) => {
  const identity = `CP_${version}`
  await site.client.stations.register({ identity })
  const rules = { ...NO_RULES, monthlyWh: 400, endWhenUsed: true }
  await site.client.cards.enrol({ token: `ENDS-${version}`, tokenType: 'ISO14443', rules })
  await site.client.cards.enrol({
    token: `GOES-ON-${version}`,
    tokenType: 'ISO14443',
    rules: { ...rules, endWhenUsed: false },
  })
  const charger = createCharger({ url: site.url, identity, version, ...fast })
  charger.start()
  await charger.waitFor('ready', undefined, { from: 'history' })
  for (const value of [`GOES-ON-${version}`, `ENDS-${version}`]) {
    charger.setMeter(1, 1_000)
    const card = { value, type: 'ISO14443' } as const
    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'started' })
    charger.setMeter(1, 1_399)
    charger.sendMeterValues(1)
    await charger.whenQuiet()
    await site.client.sessions.find({})
    expect(charger.evses[0]?.session).not.toBeNull()
    const ended = charger.waitFor('session-ended')
    charger.setMeter(1, 1_500)
    charger.sendMeterValues(1)
    if (value.startsWith('GOES')) {
      await charger.whenQuiet()
      await site.client.sessions.find({})
      expect(charger.evses[0]?.session).not.toBeNull()
      await charger.stopSession(1)
      continue
    }
    expect(await ended).toMatchObject({ reason: 'remote' })
    await charger.whenQuiet()
    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'refused' })
  }
  await charger.stop()
  const { entries } = await site.client.commands.find({ limit: 5 })
  expect(entries.find((one) => one.stationIdentity === identity)).toMatchObject({
    actor: 'monthly budget',
    name: 'stop-session',
  })
})
