import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { environment } from '../../support/environment'
import { type Journey, openJourney } from '../../support/journey'

describe.skipIf(environment.chromium === null)('the manager leads chargers to higher security profiles', () => {
  let site: Journey
  beforeAll(async () => {
    site = await openJourney()
  })
  afterEach((test) => site.leave(test))
  afterAll(() => site?.close())

  it('one to a certificate, step by step, and two more at once, one of which needs help', async () => {
    const console = await site.console()
    const { page } = console
    const make = async (identity: string, version: '1.6' | '2.0.1') => {
      await console.goTo('Stations')
      await console.stations.add(identity)
      const charger = site.charger({ identity, version })
      charger.start()
      await charger.waitFor('ready', undefined, { from: 'history' })
      return charger
    }
    await make('CP_UP', '2.0.1')
    await console.stations.link('CP_UP').click()
    await console.station.enter('CP_UP', 'Commands')
    await console.station.goTo('Security')
    const way = page.getByRole('region', { name: 'Upgrade to a higher security profile' })
    await way.getByText('The charger restarts 2 times, when nobody is charging.').waitFor()
    await way.getByRole('button', { name: 'Start the upgrade to profile 3' }).click()
    await way.getByText('The certificate request of the charger waits for you.').waitFor()
    const steps = way.getByRole('list', { name: 'Steps' })
    expect(await steps.getByRole('listitem').count()).toBe(13)
    await steps.locator('[aria-current=step]').getByText('Certificate on the charger').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await way.getByRole('link', { name: 'Open the request' }).click()
    await console.requests.case('CP_UP').waitFor()
    await page.keyboard.press('a')
    await console.requests.sendNow.click()
    await console.requests.case('CP_UP').getByText('CP_UP accepted the certificate.').waitFor()
    await page.goBack()
    await way.getByText('Upgraded to profile 3').waitFor()
    await console.sees('It has proved by its certificate who it is.')

    const stubborn = await make('CP_STUBBORN', '1.6')
    stubborn.faults.refusesRoots = true
    await make('CP_EASY', '2.0.1')
    await console.goTo('Stations')
    await page.getByRole('link', { name: 'Security profiles' }).click()
    await page.getByRole('combobox', { name: 'Profile' }).click()
    await page.getByRole('option', { name: '2 · Password and TLS' }).click()
    const table = page.getByRole('table', { name: 'Security profiles' })
    expect(await table.getByRole('checkbox', { name: 'Choose CP_UP' }).isDisabled()).toBe(true)
    await table.getByRole('checkbox', { name: 'Choose all that can go' }).check()
    await page.getByRole('button', { name: 'Upgrade 2 chargers' }).click()
    const row = (identity: string) => table.getByRole('row').filter({ hasText: identity })
    await row('CP_EASY').getByText('Upgraded to profile 2').waitFor()
    await row('CP_STUBBORN')
      .getByText(/The charger refused it \(Rejected\)/)
      .waitFor()
    await console.sees('1 under way · 1 needs you')
    expect(await findingsOf(page)).toEqual([])
    stubborn.faults.refusesRoots = false
    await console.goTo('Overview')
    await console.sees('The upgrade of CP_STUBBORN to security profile 2 does not go on by itself')
    await page.getByRole('link', { name: 'Open upgrade' }).click()
    await way.getByText('Try again, or do it at the charger itself and say so here.').waitFor()
    await way.getByRole('button', { name: 'Try again' }).click()
    await way.getByText('Upgraded to profile 2').waitFor()
    await console.sees('With TLS (wss://)')
  })
})
