import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { environment } from '../../support/environment'
import { type Journey, openJourney } from '../../support/journey'

/** As the console rounds. */
const kWh = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

describe.skipIf(environment.chromium === null)('a driver presents a card', () => {
  let site: Journey
  beforeAll(async () => {
    site = await openJourney()
  })
  afterEach((test) => site.leave(test))
  afterAll(() => site?.close())

  it.each(['2.0.1', '1.6'] as const)('that nobody knows, and charges once it is enrolled (%s)', async (version) => {
    const [identity, number, holder] =
      version === '1.6' ? ['WALL_16', '04D2E3F4A5B616', 'Chidi Okafor'] : ['WALL_201', '04A1B2C3D4E520', 'Anna Berg']
    const card = { value: number, type: 'ISO14443' } as const
    const console = await site.console()
    await console.goTo('Stations')
    await console.stations.add(identity)
    await console.goTo('Overview')
    const charger = site.charger({ identity, version, registerWh: 184_220, speed: 240 })
    charger.start()
    await charger.waitFor('ready', undefined, { from: 'history' })

    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'refused' })
    const unknown = console.overview.decision(`Unknown card ${number} seen at ${identity}`)
    await unknown.getByText('just now').waitFor()
    await unknown.getByRole('link', { name: 'Enrol card' }).click()
    await console.cards.enrolForm.getByText(`Seen at ${identity}`).waitFor()
    await console.cards.enrol({ holder, label: 'blue fob' })
    await console.sees(`Card ${number} is enrolled.`)
    await console.cards.row(number).getByText(holder).waitFor()

    await console.goTo('Overview')
    await unknown.waitFor({ state: 'detached' })
    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'started', status: 'Accepted' })
    const tile = console.overview.tile(identity)
    await tile.getByText('Charging').waitFor()
    await tile.getByText(holder).waitFor()
    await tile.getByText(/^(?!0\.00)\d+\.\d\d kWh/).waitFor()
    await tile.getByText('11.0 kW').waitFor()
    const before = await tile.getByText(/kWh/).innerText()
    await console.goTo('Sessions')
    const running = console.sessions.running(identity)
    await running.getByText(holder).waitFor()
    await running.getByText('11.0 kW').waitFor()
    await running
      .getByText('kWh')
      .filter({ hasNotText: before.split(' · ')[0] ?? '' })
      .waitFor()

    const stopped = await charger.presentCard(1, card)
    if (stopped.outcome !== 'stopped') throw new Error(`The session did not stop: ${stopped.outcome}`)
    await running.waitFor({ state: 'detached' })
    const delivered = `${kWh.format(stopped.session.energyWh / 1000)} kWh`
    const row = console.sessions.ledger(identity)
    await row.filter({ hasText: 'Ended' }).getByText(delivered).waitFor()
    await row.getByRole('link', { name: identity }).click()
    const drawer = console.drawer(`Session at ${identity}`)
    await drawer.getByText('the driver ended it at the charger (Local)').waitFor()
    await drawer.getByText('184.22 kWh').first().waitFor()
    await drawer.getByText(delivered).first().waitFor()
    await drawer.getByText('Why this session needs a look').waitFor({ state: 'detached' })

    // The same as a picture, which can be looked at closer without a mouse, and among everything the site delivered.
    const picture = drawer.getByRole('figure', { name: 'Energy over time' })
    await picture.locator('path.MuiLineChart-line').waitFor()
    await picture.getByRole('button', { name: 'Look closer' }).press('Enter')
    await picture.getByRole('button', { name: 'Show all', disabled: false }).press('Enter')
    await picture.getByRole('button', { name: 'Show all', disabled: true }).waitFor()
    await console.page.keyboard.press('Escape')
    await console.page.getByRole('link', { name: 'Energy over time' }).click()
    await console.page.getByRole('button', { name: 'Year', exact: true }).click()
    await console.sessions.share(identity).getByText(delivered).waitFor()
    const months = console.page.getByRole('figure', { name: 'Energy, month by month' })
    await months.getByText('12 values as a table').click()
    await months.getByRole('row').nth(12).waitFor()
    expect(await findingsOf(console.page)).toEqual([])
  })

  it('that is blocked: it is refused until the blocking is undone, and the trail tells all of it', async () => {
    const card = { value: '04BB10C4ED0001', type: 'ISO14443' } as const
    const console = await site.console()
    await console.goTo('Stations')
    await console.stations.add('GATE')
    await console.goTo('Cards')
    await console.page.getByRole('link', { name: 'Enrol card' }).first().click()
    await console.cards.enrol({ number: '04:bb:10:c4:ed:00:01', holder: 'Ines Ruiz' })
    const charger = site.charger({ identity: 'GATE', version: '2.0.1' })
    charger.start()
    await charger.waitFor('ready', undefined, { from: 'history' })

    const drawer = await console.cards.open(card.value)
    await drawer.getByRole('button', { name: 'Block card' }).click()
    await console.sees(`Card ${card.value} is blocked. Sessions keep running; new ones are refused.`)
    expect(await charger.presentCard(1, card)).toEqual({ outcome: 'refused', status: 'Blocked' })
    await console.page.getByRole('button', { name: 'Undo', exact: true }).click()
    await console.sees(`Card ${card.value} is accepted again.`)
    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'started', status: 'Accepted' })
    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'stopped' })
    await console.page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })

    await console.goTo('Events')
    await console.events.show('Card decisions')
    await console.events.row(card.value, 'GATE', 'Refused: blocked').first().waitFor()
    await console.events.row(card.value, 'GATE', 'Accepted').first().waitFor()
    await console.events.show('Changes')
    await console.events.row(`Card ${card.value} was enrolled`, 'Holder: Ines Ruiz').waitFor()
    await console.events.row(`Card ${card.value} was blocked`, 'Blocked: no → yes').waitFor()
    await console.events.row(`Card ${card.value} was unblocked`, 'Blocked: yes → no').waitFor()
    await console.events.row('Station GATE was registered before its first call').waitFor()
  })
})
