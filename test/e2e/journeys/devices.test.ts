import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { freshEcKeys, requestPem } from '../../support/certificationRequests'
import { DeviceClient } from '../../support/deviceClient'
import { environment } from '../../support/environment'
import { freePort } from '../../support/freePort'
import { type Journey, openJourney } from '../../support/journey'

describe.skipIf(environment.chromium === null)('devices and scripts', () => {
  let site: Journey
  beforeAll(async () => {
    site = await openJourney()
  })
  afterEach((test) => site.leave(test))
  afterAll(() => site?.close())

  it('a device gets a token, waits at the desk, is given rights, and is revoked', async () => {
    const console = await site.console()
    const { page } = console
    await console.goTo('Devices')
    await page.getByText('No device has registered yet').waitFor()
    expect(await findingsOf(page)).toEqual([])

    await page.getByRole('link', { name: 'Make token' }).first().click()
    const form = console.drawer('Make token')
    await form.getByRole('button', { name: 'Make token' }).click()
    await form.getByText('Give it a name.').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await form.getByRole('textbox', { name: 'Name' }).fill('Meters')
    await page.keyboard.press('Enter')
    const shown = form.getByText(/^chd_\d+_[\w-]{43}$/)
    const token = await shown.innerText()
    expect(await findingsOf(page)).toEqual([])
    await form.getByRole('button', { name: 'I have copied it' }).click()
    await page.getByRole('row', { name: /Meters.*0 of 1.*Good/ }).waitFor()

    await page.getByRole('tab', { name: 'Connect' }).click()
    const origin = await page.getByText(/^https:\/\/127\.0\.0\.1:\d+$/).innerText()
    await page.getByRole('tab', { name: 'Tokens' }).click()
    const ca = await (await fetch(`${site.url.replace('ws:', 'http:')}/ca/root.pem`)).text()
    const meter = new DeviceClient(origin, token, 'meter-1', { ca })
    expect((await meter.register()).status).toBe(200)
    const csr = requestPem({ subject: [['CN', 'meter-1']], keyPair: freshEcKeys() })
    expect((await meter.certify(csr)).status).toBe(202)
    await page.getByRole('row', { name: /Meters.*1 of 1.*Used up/ }).waitFor()

    await page.getByRole('tab', { name: 'Devices', exact: true }).click()
    await page.getByRole('row', { name: /meter-1.*Waiting/ }).click()
    const drawer = console.drawer('meter-1')
    await drawer.getByText('A request of it waits at the desk.').waitFor()
    await drawer.getByLabel('May read').fill('test/#\nbad/#/x')
    await drawer.getByRole('button', { name: 'Save rights' }).click()
    await drawer.getByText('Line 2 is no filter').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await drawer.getByLabel('May read').fill('test/#')
    await drawer.getByRole('button', { name: 'Save rights' }).click()
    await console.sees('The rights of meter-1 are saved.')

    await drawer.getByRole('button', { name: 'Revoke device' }).click()
    // The harmless button has the focus: Enter keeps it.
    await page.keyboard.press('Enter')
    await drawer.getByRole('button', { name: 'Keep device' }).waitFor({ state: 'detached' })
    await drawer.getByRole('button', { name: 'Revoke device' }).click()
    await drawer.getByRole('alert').getByRole('button', { name: 'Revoke device' }).click()
    await drawer.getByText('Revoked').first().waitFor()
    expect((await meter.certify(csr)).status).toBe(403)

    await drawer.getByRole('button', { name: 'Remove from list' }).click()
    expect(await findingsOf(page)).toEqual([])
    await drawer.getByRole('alert').getByRole('button', { name: 'Remove from list' }).click()
    await page.getByRole('row', { name: /meter-1/ }).waitFor({ state: 'detached' })
    await drawer.waitFor({ state: 'detached' })
  })

  it('the test client sees what it publishes, and settings can be copied', async () => {
    const console = await site.console()
    const { page } = console
    await console.goTo('Devices')
    await page.getByRole('tab', { name: 'Test client' }).click()
    await page.getByLabel('Filter').fill('#/x')
    await page.getByRole('button', { name: 'Watch', exact: true }).click()
    await page.getByText('This is no filter').waitFor()
    await page.getByLabel('Filter').fill('test/#')
    await page.getByRole('button', { name: 'Watch', exact: true }).click()
    await page.getByText('Watching test/#.').waitFor()
    // A watch begins a moment after it was asked for: what is kept is there for it in any case.
    await page.getByLabel('Keep it for those who subscribe later').check()
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByRole('list', { name: 'Messages' }).getByText('{"hello":"world"}').first().waitFor()
    expect(await findingsOf(page)).toEqual([])
    // The same filter once more is a watch that begins anew.
    await page.getByRole('button', { name: 'Clear', exact: true }).click()
    await page.getByRole('button', { name: 'Watch', exact: true }).click()
    await page.getByRole('list', { name: 'Messages' }).getByText('{"hello":"world"}').first().waitFor()

    await page.getByRole('tab', { name: 'Connect' }).click()
    await page.getByRole('combobox', { name: 'Program' }).click()
    await page.getByRole('option', { name: 'Python (paho-mqtt)' }).click()
    await page.getByText('set_alpn_protocols').waitFor()
    // A notice that goes mixes colours while axe looks.
    await page.keyboard.press('Escape')
    await page.getByText('Published to test/hello.').waitFor({ state: 'detached' })
    expect(await findingsOf(page)).toEqual([])
  })

  it('scripts are switched on in Settings, with a token that may look', async () => {
    const console = await site.console()
    const { page } = console
    await console.goTo('Settings')
    const scripts = page.getByRole('region', { name: 'Scripts' })
    await scripts.getByText('Off: no script can reach the site.').waitFor()
    const port = await freePort()
    await scripts.getByLabel('Port').fill(String(port))
    await scripts.getByRole('button', { name: 'Switch on' }).click()
    await scripts.getByText(`http://127.0.0.1:${port}/api`, { exact: true }).waitFor()
    await scripts.getByRole('textbox', { name: 'Name' }).fill('Night report')
    await scripts.getByRole('button', { name: 'Make token' }).click()
    const token = await scripts.getByText(/^cha_\d+_[\w-]{43}$/).innerText()
    expect(await findingsOf(page)).toEqual([])
    const call = () => fetch(`http://127.0.0.1:${port}/api/cards`, { headers: { authorization: `Bearer ${token}` } })
    expect((await call()).status).toBe(200)
    await scripts.getByRole('button', { name: 'End token Night report' }).click()
    await console.sees('The token “Night report” has ended.')
    const row = scripts.getByRole('rowheader', { name: 'Night report' })
    await expect.poll(() => row.evaluate((one) => one === document.activeElement)).toBe(true)
    expect((await call()).status).toBe(401)
  })
})
