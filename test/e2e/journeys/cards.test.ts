import type { Charger, Version } from '@simulator/index'
import { VERSIONS } from '@simulator/index'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { environment } from '../../support/environment'
import { type Journey, openJourney } from '../../support/journey'

const TABLE = [
  '\ufeffKartennummer;Name;Gruppe;Gültig bis',
  '04C0000000000A;"Berg; Anna";FLAT3;31.12.2099',
  '04C0000000000B;Bo;FLAT3;',
  '04C0000000000B;Twice;;',
  '4,1E+12;Mangled;;soon',
].join('\r\n')
const MENDED = TABLE.split('\r\n').slice(0, 3).join('\r\n')

describe.skipIf(environment.chromium === null)('the cards of a site', () => {
  let site: Journey
  beforeAll(async () => {
    site = await openJourney()
  })
  afterEach((test) => site.leave(test))
  afterAll(() => site?.close())

  async function chargerAt(identity: string, version: Version): Promise<Charger> {
    const charger = site.charger({ identity, version, speed: 240, allowOfflineCards: false })
    charger.start()
    await charger.waitFor('ready', undefined, { from: 'history' })
    return charger
  }

  it('come from a table, all or none; stop each other’s sessions; and work while the PC is away', async () => {
    const console = await site.console()
    await console.goTo('Stations')
    for (const version of VERSIONS) await console.stations.add(`LIST_${version}`)
    await console.goTo('Cards')
    const drawer = await console.cards.importTable('cards.csv', TABLE)
    await drawer.getByText('4 rows.').waitFor()
    await drawer.getByRole('button', { name: 'Check the table' }).click()
    await drawer.getByText('3 problems').waitFor()
    await drawer.getByText('Line 4: Card number “04C0000000000B”: stands in the table twice').waitFor()
    await drawer.getByText('Line 5: Card number “4,1E+12”: the spreadsheet made a figure of it').waitFor()
    await drawer.getByText('Line 5: Valid until “soon”: no date').waitFor()
    expect(await findingsOf(console.page)).toEqual([])
    await drawer.getByRole('banner').getByRole('button', { name: 'Close' }).click()
    await drawer.waitFor({ state: 'detached' })
    expect(await console.cards.row('04C0000000000A').count()).toBe(0)

    const mended = await console.cards.importTable('cards.csv', MENDED)
    await mended.getByRole('button', { name: 'Check the table' }).click()
    await mended.getByRole('button', { name: 'Import 2 cards' }).click()
    await mended.getByText('2 cards are enrolled.').waitFor()
    await mended.getByRole('button', { name: 'Show cards' }).click()
    await console.cards.row('04C0000000000A').getByText('Berg; Anna').waitFor()

    await console.cards.enrolWith('04C0000000000C', async (form) => {
      await form.getByRole('button', { name: 'More' }).click()
      await form.getByRole('checkbox', { name: 'MasterPass: stops the sessions of others' }).check()
    })

    const [first, second, master] = ['04C0000000000A', '04C0000000000B', '04C0000000000C'].map(
      (value) => ({ value, type: 'ISO14443' }) as const,
    )
    if (!first || !second || !master) throw new Error('three cards')
    const chargers = await Promise.all(VERSIONS.map((version) => chargerAt(`LIST_${version}`, version)))
    for (const charger of chargers) {
      expect(await charger.presentCard(1, first)).toMatchObject({ outcome: 'started' })
      expect(await charger.presentCard(1, second)).toMatchObject({ outcome: 'stopped' })
      expect(await charger.presentCard(1, first)).toMatchObject({ outcome: 'started' })
      // No virtual charger knows the MasterPass: the site itself stops what runs.
      const ended = charger.waitFor('session-ended')
      expect(await charger.presentCard(1, master)).toMatchObject({ outcome: 'refused' })
      expect(await ended).toMatchObject({ reason: 'remote' })
    }

    await console.goTo('Cards')
    await console.page.getByRole('link', { name: 'If this PC is off' }).click()
    for (const charger of chargers) {
      const station = console.page.getByRole('listitem', { name: charger.settings.identity, exact: true })
      await station.getByText('In step').waitFor()
      // The cards of another test may be in it, too.
      await station.getByText(/^\d+ of 100 entries$/).waitFor()
      await station.getByText('Cards of the list, and those that it remembers, start without this PC.').waitFor()
      charger.dropLink()
      expect(await charger.presentCard(1, second)).toMatchObject({ outcome: 'started' })
      expect(await charger.presentCard(1, { value: 'STRANGER', type: 'ISO14443' })).toMatchObject({
        outcome: 'not-possible',
      })
      await charger.stopSession(1)
      const ready = charger.waitFor('ready')
      charger.restoreLink()
      await ready
    }
    expect(await findingsOf(console.page)).toEqual([])
    await console.goTo('Sessions')
    for (const charger of chargers) {
      await console.sessions.ledger(charger.settings.identity).filter({ hasText: 'Ended' }).getByText('Bo').waitFor()
    }
  })

  it('have rules: a refusal says why, at the charger’s log and before anybody asks; a lost one is replaced', async () => {
    const console = await site.console()
    await console.goTo('Stations')
    await console.stations.add('RULES')
    await console.goTo('Cards')
    await console.cards.enrolWith('04D0000000000A', async (form) => {
      await form.getByRole('textbox', { name: 'Holder' }).fill('Cleo')
      await form.getByRole('combobox', { name: 'Type' }).click()
      await console.page.getByRole('option', { name: 'MAC address' }).waitFor()
      expect(await console.page.getByRole('option', { name: 'start button' }).count()).toBe(0)
      await console.page.keyboard.press('Escape')
      await form.getByRole('button', { name: 'Rules' }).click()
      await form.getByRole('textbox', { name: 'Sessions a month' }).fill('many')
      await form.getByRole('button', { name: 'Enrol card' }).click()
      await form.getByText('Give a number above 0, or leave it empty.').waitFor()
      await form.getByRole('textbox', { name: 'Sessions a month' }).fill('1')
      await form.getByRole('button', { name: 'Limit the hours' }).click()
      expect(await findingsOf(console.page)).toEqual([])
      await form.getByRole('button', { name: 'Remove hours 1' }).click()
    })
    const charger = await chargerAt('RULES', '2.0.1')
    const card = { value: '04D0000000000A', type: 'ISO14443' } as const
    expect(await charger.presentCard(1, { value: '', type: 'NoAuthorization' })).toMatchObject({ outcome: 'started' })
    await charger.stopSession(1)
    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'started' })
    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'stopped' })
    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'refused', status: 'NoCredit' })

    await console.goTo('Events')
    await console.page.getByRole('tab', { name: 'Card decisions' }).click()
    await console.page.getByRole('row').filter({ hasText: 'No card (start button)' }).first().waitFor()
    const decision = console.page.getByRole('row').filter({ hasText: 'Refused: budget used up' })
    await decision
      .getByText(/^1 of 1 sessions this month; again from \w+ 1, \d{4}, 12:00:00/)
      .first()
      .waitFor()
    await console.page.setViewportSize({ width: 1024, height: 700 })
    const answer = decision.first().locator('[data-field="status"]')
    expect(await answer.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBeLessThan(2)

    await console.goTo('Cards')
    const drawer = await console.cards.open(card.value)
    await drawer.getByRole('combobox', { name: 'Station' }).click()
    await console.page.getByRole('option', { name: 'RULES' }).click()
    await drawer.getByRole('button', { name: 'Check' }).click()
    await drawer.getByRole('status').getByText('Refused: budget used up').waitFor()

    // The new card was just held to the charger: its number need not be typed.
    expect(await charger.presentCard(1, { ...card, value: '04D0000000000B' })).toMatchObject({ outcome: 'refused' })
    await drawer.getByRole('button', { name: 'Replace lost card' }).click()
    await drawer.getByRole('button', { name: 'Just seen: 04D0000000000B at RULES' }).click()
    await drawer.getByRole('button', { name: 'Block and replace' }).click()
    await console.sees('Card 04D0000000000A is blocked, 04D0000000000B was given for it.')
    const replacement = console.cards.drawer('04D0000000000B')
    await replacement.getByRole('textbox', { name: 'Holder' }).and(console.page.locator('[value="Cleo"]')).waitFor()
    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'refused', status: 'Blocked' })
    expect(await charger.presentCard(1, { ...card, value: '04D0000000000B' })).toMatchObject({ status: 'NoCredit' })
  })
})
