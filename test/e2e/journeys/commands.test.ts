import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { environment } from '../../support/environment'
import { type Journey, openJourney } from '../../support/journey'

const HOLDER = 'Anna Berg'

describe.skipIf(environment.chromium === null)('the manager commands a station', () => {
  let site: Journey
  beforeAll(async () => {
    site = await openJourney()
    const console = await site.console()
    await console.goTo('Cards')
    await console.page.getByRole('link', { name: 'Enrol card' }).first().click()
    await console.cards.enrol({ number: '04A1B2C3D4E520', holder: HOLDER })
  })
  afterEach((test) => site.leave(test))
  afterAll(() => site?.close())

  /** A connected charger, and its page open on a tab. */
  async function opened(identity: string, version: '1.6' | '2.0.1' | '2.1', tab: string) {
    const console = await site.console()
    await console.goTo('Stations')
    await console.stations.add(identity)
    const charger = site.charger({ identity, version, evses: 2 })
    charger.start()
    await charger.waitFor('ready', undefined, { from: 'history' })
    await console.stations.link(identity).click()
    await console.station.enter(identity, tab)
    return { console, charger, station: console.station, page: console.page }
  }

  it.each([
    ['1.6', 'CMD_16'],
    ['2.0.1', 'CMD_201'],
    ['2.1', 'CMD_21'],
  ] as const)('starts and ends a session, frees a cable and restarts it (%s)', async (version, identity) => {
    const { console, charger, station, page } = await opened(identity, version, 'Commands')
    charger.plugIn(1)
    const start = await station.command('Start a session')
    await station.choose(start, /^EVSE/, 'EVSE 1')
    await start.getByRole('combobox', { name: /^Card/ }).fill('Anna')
    await page.getByRole('option', { name: new RegExp(`^${HOLDER}`) }).click()
    const began = charger.waitFor('session-started')
    await start.getByRole('button', { name: 'Start a session' }).click()
    await console.sees('The station accepts. The session appears when it begins')
    expect((await began).session).toMatchObject({ evseId: 1 })
    await page.getByText('Charging', { exact: true }).first().waitFor()
    await station
      .sent('Start a session')
      .getByText(/^The session has begun, transaction \S/)
      .waitFor()

    const reset = await station.command('Restart the station')
    await reset.getByText(`1 session is running here: ${HOLDER}, EVSE 1.`).waitFor()
    await station.choose(reset, 'When', 'At once')
    await reset.getByText('At once ends every session that is running.').waitFor()

    const stop = await station.command('End a session')
    // The only one is chosen already.
    await stop.getByRole('combobox', { name: 'Session' }).getByText(`${HOLDER}, EVSE 1`).waitFor()
    const ended = charger.waitFor('session-ended')
    await stop.getByRole('button', { name: 'End a session' }).click()
    await console.sees('The station ends the session.')
    await ended

    const unlock = await station.command('Unlock a connector')
    await unlock.getByRole('button', { name: 'Unlock a connector' }).click()
    await console.sees('This has to be filled in.')
    expect(
      await unlock.getByRole('combobox', { name: 'EVSE' }).evaluate((field) => field === document.activeElement),
    ).toBe(true)
    await station.choose(unlock, 'EVSE', 'EVSE 2')
    await unlock.getByRole('button', { name: 'Unlock a connector' }).click()
    await console.sees('The lock is open.')

    const again = await station.command('Restart the station')
    await station.choose(again, 'When', 'At once')
    const restarted = charger.waitFor('resetting')
    await again.getByRole('button', { name: 'Restart the station' }).click()
    await console.sees('The station restarts. It is gone for a moment and then connects again.')
    await restarted
    await station.sent('Unlock a connector').getByText('Accepted').waitFor()
    expect(await findingsOf(page)).toEqual([])
  })

  it.each([
    ['1.6', 'CFG_16', 'MeterValueSampleInterval'],
    ['2.0.1', 'CFG_201', 'SampledDataCtrlr.TxUpdatedInterval'],
  ] as const)(
    'reads its configuration, changes a value and sees what changed (%s)',
    async (version, identity, name) => {
      const { console, charger, station, page } = await opened(identity, version, 'Configuration')
      // The charger tells in its report how many cards it has.
      await charger.waitFor('command-received', ({ action }) => action === 'SendLocalList', { from: 'history' })
      // What the lists for its time alone need is asked by itself; all the rest is not known yet.
      await page.getByRole('button', { name: 'Read all values' }).click()
      await page.getByRole('searchbox', { name: 'Name or value' }).fill(name.split('.').at(-1) ?? name)
      await station.variable(name).getByText('How often the station sends readings during a session').waitFor()
      expect(await findingsOf(page)).toEqual([])

      await station.variable(name).click()
      const drawer = page.getByRole('dialog')
      const field = drawer.getByRole('textbox', { name: 'Value' })
      await field.fill('often')
      await drawer.getByRole('button', { name: 'Send to the station' }).click()
      await drawer.getByText('This has to be a number.').waitFor()
      await field.fill('77')
      await drawer.getByRole('button', { name: 'Send to the station' }).click()
      await drawer.getByText('Accepted. The station has the new value.').waitFor()
      await drawer.getByText('The station has: 77 s').waitFor()
      // It was read again by itself, and what reads is busy until the answer is known.
      await expect.poll(() => drawer.getByRole('button', { name: 'Read this value' }).isEnabled()).toBe(true)
      expect(await findingsOf(page)).toEqual([])
      await page.keyboard.press('Escape')
      await station.variable(name).getByText('77 s').waitFor()

      await page.getByRole('button', { name: 'Read all values' }).click()
      await console.sees('1 changed since the report before')
      await page.getByRole('combobox', { name: 'Show' }).click()
      await page.getByRole('option', { name: 'Changed since the report before' }).click()
      await station.variable(name).getByText('changed', { exact: true }).waitFor()
    },
  )

  it('lets a command wait for a station that is away, and cancels another', async () => {
    const { console, charger, station, page } = await opened('AWAY', '2.0.1', 'Commands')
    charger.dropLink()
    await page.getByText('Offline').first().waitFor()
    const start = await station.command('Start a session')
    await start.getByText('The station is not connected, and this can not wait').waitFor()

    const trigger = await station.command('Ask for a report now')
    await station.choose(trigger, 'What to report', 'A heartbeat')
    await trigger.getByRole('button', { name: 'Send when it is back' }).click()
    await station.sent('Ask for a report now').getByText('Waits', { exact: true }).waitFor()

    await page.getByRole('link', { name: '1 command waits or is under way' }).waitFor()
    const cache = await station.command('Clear the cache of cards')
    await cache.getByRole('button', { name: 'Send when it is back' }).click()
    await station.sent('Clear the cache of cards').getByRole('button', { name: 'Cancel command' }).press('Enter')
    await console.sees('Clear the cache of cards is cancelled')
    await station.sent('Clear the cache of cards').getByText('Cancelled', { exact: true }).waitFor()
    expect(await holdsFocus(station.sent('Clear the cache of cards').getByRole('link'))).toBe(true)

    const asked = charger.waitFor('command-received', ({ action }) => action === 'TriggerMessage')
    charger.restoreLink()
    await asked
    await station.sent('Ask for a report now').getByText('Accepted', { exact: true }).waitFor()
  })

  it('writes a message of the protocol out by hand, by the keyboard alone', async () => {
    const { charger, station, page } = await opened('RAW', '2.0.1', 'Commands')
    await page.getByRole('button', { name: 'All messages of OCPP 2.0.1' }).press('Enter')
    await page.setViewportSize({ width: 1024, height: 700 })
    await page.getByRole('link', { name: 'SetChargingProfile', exact: true }).press('Enter')
    await page.getByRole('form', { name: 'SetChargingProfile' }).waitFor()
    const widths = await page.evaluate(() =>
      [...document.querySelectorAll('html, main, main *')]
        .flatMap((part) => [
          part.scrollWidth > part.clientWidth && /auto|scroll/.test(getComputedStyle(part).overflowX)
            ? part.outerHTML.slice(0, 120)
            : null,
        ])
        .filter((part) => part !== null),
    )
    expect(widths).toEqual([])
    await page.getByRole('link', { name: 'DataTransfer', exact: true }).press('Enter')
    const form = page.getByRole('form', { name: 'DataTransfer' })
    await form.getByRole('button', { name: 'Send' }).press('Enter')
    await form.getByText('This has to be filled in.').waitFor()
    await page.keyboard.type('com.example')
    await form.getByRole('button', { name: 'Add “Data”' }).press('Enter')
    await page.keyboard.type('{"answer": 42}')
    const received = charger.waitFor('command-received', ({ action }) => action === 'DataTransfer')
    await form.getByRole('button', { name: 'Send' }).press('Enter')
    expect((await received).payload).toEqual({ vendorId: 'com.example', data: { answer: 42 } })
    await station.sent('DataTransfer').getByText('The station does not know this vendor’s messages.').waitFor()
    // It could not hold the focus while it was busy, and has it again.
    await expect.poll(() => holdsFocus(form.getByRole('button', { name: 'Send' }))).toBe(true)

    await station.sent('DataTransfer').getByRole('link', { name: 'DataTransfer' }).press('Enter')
    const drawer = page.getByRole('dialog', { name: 'DataTransfer' })
    await drawer.getByRole('button', { name: 'More' }).press('Enter')
    await drawer.getByText('"answer": 42').waitFor()
    expect(await findingsOf(page)).toEqual([])
  })
})

const holdsFocus = (control: Locator) => control.evaluate((one) => one === document.activeElement)
