import type { Charger } from '@simulator/index'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { environment } from '../../support/environment'
import { type Journey, openJourney } from '../../support/journey'
import type { Console } from '../../support/pages/console'

describe.skipIf(environment.chromium === null)('the request desk of a manager with little time', () => {
  let site: Journey
  beforeAll(async () => {
    site = await openJourney()
  })
  afterEach((test) => site.leave(test))
  afterAll(() => site?.close())

  /** A station that has to give its password, and does. */
  async function proven(console: Console, identity: string): Promise<Charger> {
    const { page } = console
    await console.goTo('Stations')
    await console.stations.add(identity)
    await console.stations.link(identity).click()
    await console.station.enter(identity, 'Commands')
    await console.station.goTo('Security')
    await page.getByRole('button', { name: 'Make a password' }).click()
    const once = page.getByRole('dialog', { name: `The password of ${identity}` })
    const password = (await once.getByText(/^[0-9a-f]{40}$/).innerText()).trim()
    await once.getByRole('button', { name: 'I have noted it' }).click()
    await page.getByRole('radio', { name: /^1 · Password/ }).click()
    await page.getByRole('button', { name: 'Set profile 1' }).click()
    // Until then it would be let in without a proof, and be sent away at once.
    await console.sees(`${identity} is held to profile 1 from now on.`)
    const charger = site.charger({ identity, version: '2.0.1', password })
    charger.start()
    await charger.waitFor('ready', undefined, { from: 'history' })
    return charger
  }

  it('approves all that is green at once, compares a renewal, and leaves the next one to a rule', async () => {
    const console = await site.console()
    const { page } = console
    const chargers = [await proven(console, 'CP_1'), await proven(console, 'CP_2')]
    for (const charger of chargers) expect(await charger.requestCertificate()).toMatchObject({ accepted: true })

    await console.goTo('Requests')
    await page.getByRole('link', { name: 'Approve all 2 green' }).waitFor()
    await page.keyboard.press('g')
    const green = page.getByRole('article', { name: 'Approve all green requests' })
    await green.getByText(/^2 requests have nothing but good findings/).waitFor()
    expect(await findingsOf(page)).toEqual([])
    const installed = chargers.map((charger) => charger.waitFor('certificate-installed'))
    await green.getByRole('button', { name: 'Approve 2 requests' }).click()
    await Promise.all(installed)
    await green.getByText('All 2 are done.').waitFor()
    expect(await green.getByRole('listitem').count()).toBe(2)
    expect(await findingsOf(page)).toEqual([])

    await page.getByRole('button', { name: 'Rules' }).click()
    await page.getByText('Every request waits for you').waitFor()
    await page.getByRole('button', { name: 'Write a rule' }).click()
    // It has no name yet, and the field for it is far above the button.
    await page.getByRole('button', { name: 'Save rule' }).click()
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true')
    await page.keyboard.type('Renewals')
    expect(await page.getByRole('textbox', { name: 'Name of the rule' }).inputValue()).toBe('Renewals')
    // Nothing was renewed yet, and these chargers have no certificate that they prove themselves with.
    await page.getByText(/^Of the last [23] requests this rule would have approved 0\.$/).waitFor()
    await page.getByRole('combobox', { name: 'The request came over' }).click()
    await page.getByRole('option', { name: 'a connection with a password, encrypted or not' }).click()
    await page.getByRole('checkbox', { name: 'it renews a certificate that is in use' }).uncheck()
    await page.getByRole('checkbox', { name: /same names/ }).uncheck()
    await page.getByRole('checkbox', { name: /same kind and size/ }).uncheck()
    await page.getByText(/^Of the last ([23]) requests this rule would have approved \1\.$/).waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('checkbox', { name: 'it renews a certificate that is in use' }).check()
    await page.getByRole('button', { name: 'Save rule' }).click()
    await console.sees('The rule “Renewals” is saved. It is off.')
    await page.getByRole('switch', { name: 'Switch “Renewals”' }).click()
    await page.getByText('It has not approved anything yet.').waitFor()
    expect(await findingsOf(page)).toEqual([])

    const renewed = chargers[0]?.waitFor('certificate-installed')
    await chargers[0]?.requestCertificate()
    await renewed
    await page.getByText(/^It approved one request/).waitFor()
    await page.getByRole('button', { name: 'History' }).click()
    await page.getByRole('link').filter({ hasText: 'CP_1' }).first().click()
    await page.getByRole('heading', { name: 'Beside the last certificate' }).waitFor()
    expect(await page.getByRole('row').filter({ hasText: 'new, as usual' }).count()).toBeGreaterThan(2)
    await console.goTo('Events')
    await console.events.show('Changes')
    await console.events.row('The rule “Renewals” was switched on').waitFor()
  })

  it('wants a second person from the moment there is one', async () => {
    const console = await site.console()
    const { page } = console
    await console.goTo('Settings')
    await page.getByRole('textbox', { name: 'Name of the second person' }).fill('Kim')
    await page.getByLabel('Passphrase of the second person').fill('a long passphrase')
    await page.getByLabel('The same once more').last().fill('a long passphrase')
    await page.getByRole('button', { name: 'Add second person' }).click()
    await console.sees('From now on Kim can confirm approvals; two people have to approve.')
    expect(await findingsOf(page)).toEqual([])

    const charger = await proven(console, 'CP_3')
    expect(await charger.requestCertificate()).toMatchObject({ accepted: true })
    await console.goTo('Requests')
    const open = await console.requests.open('CP_3')
    await console.requests.approve.click()
    await console.requests.sendNow.click()
    await console.sees('Your approval for CP_3 is kept. Nothing is signed until a second person confirms it.')
    await open.getByLabel('Their passphrase').fill('a wrong passphrase')
    await open.getByRole('button', { name: 'Confirm approval' }).click()
    await open.getByText('This is not the passphrase of that person. Nothing was changed.').waitFor()
    expect(await findingsOf(page)).toEqual([])
    const installed = charger.waitFor('certificate-installed')
    await open.getByLabel('Their passphrase').fill('a long passphrase')
    await open.getByRole('button', { name: 'Confirm approval' }).click()
    await installed
    await open.getByText('CP_3 accepted the certificate.').waitFor()
    expect(await page.content()).not.toContain('a long passphrase')

    await console.goTo('Settings')
    const people = page.getByRole('region', { name: 'Two people approve certificates' })
    await people.getByLabel('Their passphrase').fill('a long passphrase')
    await page.getByRole('button', { name: 'Remove Kim: one person approves again' }).click()
    await console.sees('The second person is removed.')
    await page.getByText('One person approves. Adding somebody here makes it two.').waitFor()
  })
})
