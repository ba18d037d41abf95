import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { environment } from '../../support/environment'
import { type Journey, openJourney } from '../../support/journey'

describe.skipIf(environment.chromium === null)('a charger calls', () => {
  let site: Journey
  beforeAll(async () => {
    site = await openJourney()
  })
  afterEach((test) => site.leave(test))
  afterAll(() => site?.close())

  it.each(['2.0.1', '1.6'] as const)(
    'waits with what it told of itself, and is served once admitted (%s)',
    async (version) => {
      const identity = version === '1.6' ? 'OLD_1' : 'NEW_1'
      const { overview, page, stations } = await site.console()
      const charger = site.charger({
        identity,
        version,
        vendor: 'Helio',
        model: 'Twin 22',
        serialNumber: 'HT22-871',
        evses: 2,
      })
      const pending = charger.waitFor('booted')
      charger.start()
      expect(await pending).toMatchObject({ status: 'Pending' })

      const row = overview.decision(
        `${identity}, vendor Helio, model Twin 22, serial HT22-871, from 127.0.0.1, wants to join`,
      )
      await row.waitFor()
      await page.getByRole('link', { name: 'Stations , 1 station waits' }).waitFor()
      const ready = charger.waitFor('ready')
      await overview.admit(identity).click()
      await page.getByText(`${identity} is admitted.`).waitFor()
      await row.waitFor({ state: 'detached' })
      await ready
      const tile = overview.tile(identity)
      await tile.getByText('Available').nth(1).waitFor()

      charger.plugIn(2)
      await tile.getByText(/Preparing|Occupied/).waitFor()
      charger.fault(1)
      await overview.decision(new RegExp(`^${identity}, EVSE 1 reports a fault`)).waitFor()
      await tile.getByText('Faulted').waitFor()
      charger.clearFault(1)
      await tile.getByText('Faulted').waitFor({ state: 'detached' })

      await page.getByRole('link', { name: identity, exact: true }).click()
      const drawer = stations.drawer(identity)
      await drawer.getByText('Connected', { exact: true }).first().waitFor()
      await drawer.getByText('EVSE 2').waitFor()
      await drawer.getByText('1.0.0').waitFor()
      charger.dropLink()
      await drawer.getByText('Offline').first().waitFor()
      charger.restoreLink()
      await drawer.getByText('Offline').first().waitFor({ state: 'detached' })
    },
  )

  it('is turned away at the door once refused, and let in when the manager thinks better of it', async () => {
    const console = await site.console()
    const charger = site.charger({ identity: 'STRANGER', version: '2.0.1' })
    charger.start()
    const disconnected = charger.waitFor('disconnected')
    const turnedAway = charger.waitFor('refused')
    await console.overview.refuse('STRANGER').click()
    await console.sees('STRANGER is refused. It stays in the list under “Refused”.')
    expect(await disconnected).toMatchObject({ reason: 'The site manager has refused this charger' })
    expect(await turnedAway).toMatchObject({ statusCode: 404 })

    await console.goTo('Stations')
    await console.stations.row('STRANGER').getByText('Refused').waitFor()
    await console.stations.link('STRANGER').click()
    const drawer = console.stations.drawer('STRANGER')
    await drawer.getByText('It is turned away at the door until you admit it.').waitFor()
    const ready = charger.waitFor('ready')
    await drawer.getByRole('button', { name: 'Admit station STRANGER' }).click()
    await ready
    await drawer.getByText('Connected', { exact: true }).first().waitFor()
  })
})
