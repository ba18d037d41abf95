import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { environment } from '../../support/environment'
import { type Journey, openJourney } from '../../support/journey'
import { RawCharger } from '../../support/rawCharger'

const T0 = Date.UTC(2026, 0, 5, 9)
const stamp = (seconds: number) => new Date(T0 + seconds * 1_000).toISOString()

describe.skipIf(environment.chromium === null)('a session that can not be reconciled', () => {
  let site: Journey
  beforeAll(async () => {
    site = await openJourney()
  })
  afterEach((test) => site.leave(test))
  afterAll(() => site?.close())

  it('is found, shows why and from what, and is settled and unsettled by the manager', async () => {
    const console = await site.console()
    await console.goTo('Stations')
    await console.stations.add('WALL_16')
    const charger = await RawCharger.connect(site.url, 'WALL_16', 'ocpp1.6')
    const start = { connectorId: 1, idTag: 'AA', meterStart: 1_000, timestamp: stamp(0) }
    const { transactionId } = await charger.ask('StartTransaction', start)
    const meterValue = [{ timestamp: stamp(60), sampledValue: [{ value: '1.2', unit: 'kWh' }] }]
    await charger.ask('MeterValues', { connectorId: 1, transactionId, meterValue })
    const transactionData = [
      {
        timestamp: stamp(900),
        sampledValue: [
          { value: 'AP;0;3;SIGNED==', format: 'SignedData' },
          { value: '16', measurand: 'Current.Import', phase: 'L1', unit: 'A' },
          { value: '15', measurand: 'Current.Import', phase: 'L2', unit: 'A' },
        ],
      },
    ]
    await charger.ask('StopTransaction', {
      transactionId: -1,
      meterStop: 1_700,
      timestamp: stamp(900),
      transactionData,
    })

    await console.goTo('Sessions')
    const { page } = console
    await page.getByRole('row').filter({ hasText: 'Lone stop' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('whose number it never got').waitFor()
    // Its one reading is none of a beginning that never came, and draws no line.
    await drawer.getByText('First meter reading').waitFor()
    expect(await drawer.getByText('Energy over time').count()).toBe(0)
    await drawer.getByText('Signed meter values').click()
    await drawer.getByText('AP;0;3;SIGNED==').waitFor()
    await drawer.getByText('All measurements').click()
    await drawer.getByLabel('Quantity').click()
    await page.getByRole('option', { name: 'Current.Import (A)' }).click()
    await drawer
      .getByRole('figure', { name: 'Current.Import (A)' })
      .getByText(/L1: last 16 A/)
      .waitFor()
    await drawer.getByText('The messages, word for word').click()
    await drawer.getByText('"transactionId":-1').waitFor()

    await drawer.getByLabel('Join it to another session').check()
    await drawer.getByLabel('Belongs to').click()
    await page.getByRole('option', { name: /Transaction 1/ }).click()
    await drawer.getByLabel('Reason').fill('Nobody else charged that morning')
    await drawer.getByRole('button', { name: 'Settle' }).click()
    await drawer.getByText('Nobody else charged that morning').waitFor()
    await page.locator('[role=row]').filter({ hasText: 'Settled' }).waitFor()
    await drawer.getByRole('link', { name: `Session ${transactionId}` }).click()
    await drawer.getByText('0.70 kWh').first().waitFor()

    await page.goBack()
    await drawer.getByRole('button', { name: 'Take back' }).click()
    await drawer.getByLabel('Reason').waitFor()
    expect(await drawer.getByText('Nobody else charged that morning').count()).toBe(0)

    // A meter that went back has delivered nobody knows what, and never less than nothing.
    const next = { ...start, connectorId: 2, meterStart: 50_000, timestamp: stamp(900) }
    const second = await charger.ask('StartTransaction', next)
    await charger.ask('StopTransaction', { ...second, idTagInfo: undefined, meterStop: 700, timestamp: stamp(950) })
    await page.keyboard.press('Escape')
    await page.getByRole('row').filter({ hasText: 'Meter went back' }).click()
    await drawer
      .getByRole('figure', { name: 'Meter over time' })
      .getByText(/from 50.00 kWh to 0.70 kWh/)
      .waitFor()
    expect(await drawer.getByText('-49').count()).toBe(0)

    // What can not even be read is refused, kept, and found with the station; the times in it are for the reader.
    await charger.call('StopTransaction', { transactionId: 9, timestamp: stamp(960) })
    await page.keyboard.press('Escape')
    await console.goTo('Stations')
    await page.getByRole('link', { name: 'WALL_16' }).click()
    await page.getByRole('dialog').getByRole('link', { name: 'Not understood' }).click()
    const unread = page.getByRole('listitem').filter({ hasText: '"transactionId":9' })
    await unread.getByText(/must have required property 'meterStop'/).waitFor()
    await unread.getByText('an error: it was refused').waitFor()
    expect(await unread.getByText('By its own clock').count()).toBe(0)
  })
})
