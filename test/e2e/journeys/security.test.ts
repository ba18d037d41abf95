import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { environment } from '../../support/environment'
import { type Journey, openJourney } from '../../support/journey'
import { refusalOf } from '../../support/rawCharger'

describe.skipIf(environment.chromium === null)('the manager asks a station who it is', () => {
  let site: Journey
  beforeAll(async () => {
    site = await openJourney()
  })
  afterEach((test) => site.leave(test))
  afterAll(() => site?.close())

  it('makes its password, sets profile 1, and sees who is turned away and who gets in', async () => {
    const console = await site.console()
    const { page } = console
    await console.goTo('Stations')
    await console.stations.add('CP_SAFE')
    const open = site.charger({ identity: 'CP_SAFE', version: '2.0.1' })
    open.start()
    await open.waitFor('ready', undefined, { from: 'history' })
    await console.stations.link('CP_SAFE').click()
    await console.station.enter('CP_SAFE', 'Commands')
    await console.station.goTo('Security')
    await console.sees(/anybody on this network could call itself CP_SAFE/)
    expect(await findingsOf(page)).toEqual([])

    const profile = (name: RegExp) => page.getByRole('radio', { name })
    await profile(/^1 · Password/).click()
    const question = page.getByRole('dialog', { name: 'Set CP_SAFE to profile 1?' })
    await question.getByText(/That connection is ended/).waitFor()
    expect(await findingsOf(page)).toEqual([])
    await question.getByRole('button', { name: 'Set profile 1' }).click()
    await console.sees('Nothing was changed: set a password for this station first.')
    expect(await profile(/^0 · No proof/).isChecked()).toBe(true)

    await page.getByRole('button', { name: 'Make a password' }).click()
    const once = page.getByRole('dialog', { name: 'The password of CP_SAFE' })
    const password = (await once.getByText(/^[0-9a-f]{40}$/).innerText()).trim()
    expect(await findingsOf(page)).toEqual([])
    await once.getByRole('button', { name: 'I have noted it' }).click()

    const refused = open.waitFor('refused')
    await profile(/^1 · Password/).click()
    await question.getByRole('button', { name: 'Set profile 1' }).click()
    expect(await refused).toMatchObject({ statusCode: 401, body: expect.stringContaining('has to send its password') })
    await open.stop()
    await console.sees(/^CP_SAFE sent no password, and is set to profile 1\.$/)
    await console.sees(/Type the password into the charger/)

    const safe = site.charger({ identity: 'CP_SAFE', version: '2.0.1', password })
    safe.start()
    await safe.waitFor('connected', undefined, { from: 'history' })
    await console.sees('It has proved by its password who it is.')
    await page.getByRole('button', { name: /^Forget: CP_SAFE sent no password/ }).click()
    await console.sees('No call of this station was turned away.')
    expect(await page.content()).not.toContain(password)
  })

  it('sees strangers that can not be served beside the stations, with what to do', async () => {
    await refusalOf(site.url, 'OLD_1', ['ocpp1.5'])
    const console = await site.console()
    await console.goTo('Stations')
    await console.sees('OLD_1 offered ocpp1.5 only.')
    await console.sees(/Set the charger to OCPP 1\.6 \(JSON\), 2\.0\.1 or 2\.1/)
    expect(await findingsOf(console.page)).toEqual([])
  })
})
