import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { environment } from '../../support/environment'
import { type Journey, openJourney } from '../../support/journey'

describe.skipIf(environment.chromium === null)('how chargers reach this computer', () => {
  let site: Journey
  beforeAll(async () => {
    site = await openJourney()
  })
  afterEach((test) => site.leave(test))
  afterAll(() => site?.close())

  it('is decided in Settings: names, the port without TLS, old chargers', async () => {
    const console = await site.console()
    const { page } = console
    await console.goTo('Stations')
    await console.stations.add('CP_PLAIN')
    const charger = site.charger({ identity: 'CP_PLAIN', version: '1.6' })
    charger.start()
    await charger.waitFor('connected', undefined, { from: 'history' })
    await console.goTo('Settings')
    const part = (name: string) => page.getByRole('region', { name })

    const names = part('Names and addresses')
    const field = names.getByLabel('Further names and addresses, one a line')
    await field.fill('wss://ocpp.example.org\n*.example.org')
    await names.getByRole('button', { name: 'Save names' }).click()
    await names.getByText('“wss://ocpp.example.org”: leave out what is before the name').waitFor()
    await names.getByText('“*.example.org”: name it in full').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await field.fill('OCPP.example.org')
    await names.getByRole('button', { name: 'Save names' }).click()
    await console.sees('Saved. The certificate was renewed, and nobody was disconnected.')
    await names.getByText(/^ocpp\.example\.org, /).waitFor()

    const old = page.getByRole('switch', { name: /^Serve chargers of OCPP 1\.6/ })
    await old.click()
    const risk = page.getByRole('dialog', { name: 'Serve old chargers?' })
    expect(await findingsOf(page)).toEqual([])
    await risk.getByRole('button', { name: 'Serve old chargers' }).click()
    await part('Old chargers').getByText('No charger is connected with it now.').waitFor()
    await old.click()
    await console.sees('Old chargers are not served any more')

    const plain = page.getByRole('switch', { name: 'Listen without TLS (ws://)' })
    await plain.click()
    const question = page.getByRole('dialog', { name: 'Close the port without TLS?' })
    await question.getByRole('link', { name: 'CP_PLAIN' }).waitFor()
    expect(await findingsOf(page)).toEqual([])
    const left = charger.waitFor('disconnected')
    await question.getByRole('button', { name: 'Close it and lock them out' }).click()
    await console.sees('The port without TLS is closed.')
    await left
    await plain.click()
    await console.sees('Chargehand listens without TLS again.')
  })
})
