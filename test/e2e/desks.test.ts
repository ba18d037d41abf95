import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findingsOf } from '../support/accessibility'
import { builtConsole } from '../support/builtConsole'
import { type ConsoleBrowser, openBrowser } from '../support/consoleBrowser'
import { type ConsoleServer, serveConsole } from '../support/consoleServer'
import { deskRouter } from '../support/deskRouter'
import { environment } from '../support/environment'
import { FakeDesk } from '../support/fakeSite/desk'
import { FakeSite } from '../support/fakeSite/FakeSite'
import { heldAnswers } from '../support/heldAnswers'

/** The pages for cards, requests, sessions, events and certificates as a person uses them, on a fake site. */
describe.skipIf(environment.chromium === null)('desks', () => {
  let browser: ConsoleBrowser
  let context: BrowserContext
  let page: Page
  let fake: FakeSite
  let desk: FakeDesk
  let server: ConsoleServer

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
  })
  beforeEach(async () => {
    const now = Date.now()
    fake = new FakeSite('busy', now)
    desk = new FakeDesk(now)
    server = await serveConsole(builtConsole(), fake, 0, deskRouter(fake, desk))
    context = await browser.newProfile({ viewport: { width: 1024, height: 700 }, locale: 'en-US' })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await page.clock.install()
  })
  afterEach(async () => {
    await context.close()
    await server.close()
  })

  const open = (path: string) => page.goto(`${server.url}#/${path}`)
  const see = (text: string) => page.getByText(text).first().waitFor()

  describe('request desk', () => {
    it('is walked through and decided by keyboard, and an approval can be undone until it is sent', async () => {
      await open('requests')
      await see('CP_1 asks for a certificate')
      expect(page.url()).toContain('#/requests/1')
      await page.keyboard.press('j')
      await see('CP_3 asks for a certificate')

      await page.keyboard.press('a')
      const reason = page.getByLabel('Reason for approving')
      await see('Give a reason first.')
      expect(await reason.evaluate((field) => field === document.activeElement)).toBe(true)
      await page.keyboard.type('Compared the address with the yard plan')
      await page.keyboard.press('Enter')
      const undo = page.getByRole('button', { name: 'Undo approval' })
      await undo.waitFor()
      const { bottom, height } = await undo.evaluate((button) => ({
        bottom: button.getBoundingClientRect().bottom,
        height: window.innerHeight,
      }))
      expect(bottom, 'Undo is in sight').toBeLessThan(height)
      await page.keyboard.press('u')
      await see('Nothing was signed. CP_3 still waits.')
      await page.clock.fastForward(6_000)
      expect(desk.decisions).toEqual([])

      await page.keyboard.press('k')
      await see('CP_1 asks for a certificate')
      await page.keyboard.press('a')
      await page.getByRole('button', { name: 'Undo approval' }).waitFor()
      await page.clock.fastForward(5_000)
      await see('The certificate is signed and sent to CP_1.')
      expect(desk.decisions).toEqual([{ id: 1, kind: 'approve', reason: '' }])

      // From the approval of all that is green into the queue.
      await open('requests?view=green')
      await see('Approve all green requests')
      await page.keyboard.press('j')
      await page.waitForURL(/#\/requests\/\d+$/)
    })

    it('sends an approval that waits when the desk is left, and when the page is closed', async () => {
      await open('requests/1')
      await page.getByRole('button', { name: 'Approve request' }).click()
      await page.getByRole('button', { name: 'Undo approval' }).waitFor()
      await page.getByRole('link', { name: 'Cards' }).click()
      await expect.poll(() => desk.decisions).toEqual([{ id: 1, kind: 'approve', reason: '' }])

      await open('requests/3')
      await page.getByLabel('Reason for approving').fill('Known address')
      await page.getByRole('button', { name: 'Approve request' }).click()
      await page.getByRole('button', { name: 'Undo approval' }).waitFor()
      await page.close()
      await expect.poll(() => desk.decisions.at(-1)).toEqual({ id: 3, kind: 'approve', reason: 'Known address' })
    })

    it('does not approve what a finding blocks, and says so', async () => {
      await open('requests/4')
      await see('Can’t be approved: one finding blocks it.')
      expect(await page.getByRole('button', { name: 'Approve request' }).isDisabled()).toBe(true)
      await page.keyboard.press('a')
      expect(await page.getByRole('button', { name: 'Undo approval' }).count()).toBe(0)
      expect(desk.decisions).toEqual([])
    })

    it('rejects with a reason at once, and takes it back', async () => {
      await open('requests/3')
      await see('CP_3 asks for a certificate')
      await page.keyboard.press('r')
      await page.keyboard.type('Not our station')
      await page.keyboard.press('Enter')
      await see('The request of CP_3 is rejected.')
      expect(desk.decisions).toEqual([{ id: 3, kind: 'reject', reason: 'Not our station' }])
      await page.getByRole('button', { name: 'Undo', exact: true }).click()
      await see('The request of CP_3 waits again.')
      expect(desk.case(3)?.request.status).toBe('pending')
    })

    it('tells what became of an approved one, in the station’s own words', async () => {
      await open('requests/6')
      await see('CP_6 refused the certificate: the chain is longer than it can take (MaxCertificateChainSize 2,500).')
      const saving = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Save certificate' }).click()
      expect((await saving).suggestedFilename()).toBe('CP_6 certificate.pem')
    })
  })

  it('closes no form that is being filled because of what came of the one before', async () => {
    const answers = await heldAnswers(page)
    await open('requests?view=rules')
    const name = page.getByLabel('Name of the rule')
    await page.getByRole('button', { name: 'Write a rule' }).click()
    await name.fill('Renewals')
    answers.hold()
    await page.getByRole('button', { name: 'Save rule' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Write a rule' }).click()
    await name.fill('Meters')
    answers.release()
    await see('The rule “Renewals” is saved.')
    expect(await name.inputValue()).toBe('Meters')

    await page.getByRole('link', { name: 'Cards' }).click()
    const enrol = page.getByRole('link', { name: 'Enrol card', exact: true })
    const number = page.getByLabel('Card number')
    await enrol.click()
    await number.fill('04C0FFEE')
    answers.hold()
    await page.getByRole('button', { name: 'Enrol card' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await number.waitFor({ state: 'detached' })
    await enrol.click()
    await number.fill('04C0FFED')
    answers.release()
    await see('Card 04C0FFEE is enrolled.')
    expect(page.url()).toMatch(/#\/cards\/enrol$/)
    expect(await number.inputValue()).toBe('04C0FFED')
  })

  describe('cards', () => {
    it('enrols a card that was seen at a charger', async () => {
      await open('cards?search=04A2')
      await page.getByRole('link', { name: 'Enrol card 04A2B3C4D5E680' }).click()
      expect(await page.getByLabel('Card number').inputValue()).toBe('04A2B3C4D5E680')
      await page.getByRole('textbox', { name: 'Holder', exact: true }).fill('Bea Holm')
      await page.getByRole('button', { name: 'Enrol card' }).click()
      await see('Card 04A2B3C4D5E680 is enrolled.')
      await page.getByRole('gridcell', { name: 'Bea Holm' }).waitFor()
      await page.getByText('Unknown card').waitFor({ state: 'detached' })
      expect(page.url()).toMatch(/#\/cards\?search=04A2$/)
      expect(fake.cards.list.find(({ holder }) => holder === 'Bea Holm')).toMatchObject({ tokenType: 'ISO14443' })
    })

    it('says what is wrong with a number, and where a card is that was enrolled before', async () => {
      await open('cards/enrol')
      await page.getByRole('button', { name: 'Enrol card' }).click()
      await see('Type the card’s number.')
      await page.getByLabel('Card number').fill('Größe')
      await see('only chargers that speak OCPP 1.6 present such a number.')
      await page.getByLabel('Card number').fill('AA\u200b12345')
      await page.getByRole('button', { name: 'Enrol card' }).click()
      await see('This number has a character that can’t be seen')
      await page.getByLabel('Card number').fill('aa12345')
      await see('Will be stored as AA12345.')
      await page.getByRole('button', { name: 'Enrol card' }).click()
      await see('Card AA12345 is enrolled already. Nothing was changed.')
      await page.getByRole('link', { name: 'Open that card' }).click()
      await page.getByRole('button', { name: 'Block card' }).waitFor()
      expect(fake.cards.list).toHaveLength(3)
    })

    it('enrols a number with separators as the charger presents it', async () => {
      const [seen] = fake.unknownCards.list
      if (!seen) throw new Error('nothing seen')
      fake.unknownCards.put({ ...seen, id: 71, token: '04-A1-B2-C3', tokenType: null })
      await open('cards/enrol?unknown=71')
      await see('Just as the charger presented it.')
      await page.getByRole('button', { name: 'Enrol card' }).click()
      await see('Card 04-A1-B2-C3 is enrolled.')
      expect(fake.cards.list.map(({ token }) => token)).toContain('04-A1-B2-C3')
    })

    it('shows what a charger hides, and lets such a card only be put aside', async () => {
      const [seen] = fake.unknownCards.list
      const [station] = fake.stations.list
      if (!seen || !station) throw new Error('nothing seen')
      fake.unknownCards.put({ ...seen, id: 72, token: '04A1\u202eB2', stationIdentity: 'CP\u200b_1' })
      fake.stations.put({ ...station, identity: 'CP\u200b_1', vendor: 'Example\u2066 Power' })
      await open('cards')
      const row = page.getByRole('listitem').filter({ hasText: '04A1⟨U+202E⟩B2 seen at CP⟨U+200B⟩_1' })
      await row.getByText('It has a character that can’t be seen').waitFor()
      expect(await row.getByRole('link').count()).toBe(0)
      await open(`stations/${station.id}`)
      await page.getByRole('dialog', { name: 'CP⟨U+200B⟩_1' }).getByText('Example⟨U+2066⟩ Power').waitFor()
      await open('')
      await see('04A1⟨U+202E⟩B2')
      await open('cards')
      await row.getByRole('button', { name: 'Put aside' }).click()
      await see('Card 04A1⟨U+202E⟩B2 is put aside.')
    })

    it('blocks a card, takes it back, and leaves its other fields alone', async () => {
      await open('cards/1')
      await page.getByRole('button', { name: 'Block card' }).click()
      await see('Sessions keep running; new ones are refused.')
      await page.getByRole('button', { name: 'Unblock card' }).waitFor()
      expect(fake.cards.get(1)).toMatchObject({ blocked: true, holder: 'Anna Berg' })
      await page.getByRole('button', { name: 'Undo', exact: true }).click()
      await see('Card AA12345 is accepted again.')
      expect(fake.cards.get(1)).toMatchObject({ blocked: false, holder: 'Anna Berg' })
    })

    it('opens by keyboard from the list', async () => {
      await open('cards')
      await page.getByRole('gridcell', { name: 'Anna Berg' }).click()
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.getByRole('gridcell', { name: 'Pool', exact: true }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: 'AA12347' }).waitFor()
    })
  })

  it('opens what stands in a row once, by its link, and not by what is copied in it', async () => {
    await open('cards')
    await page.getByRole('link', { name: 'AA12345' }).click()
    await page.getByRole('dialog', { name: 'AA12345' }).waitFor()
    await page.goBack()
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await open('certificates')
    const copy = page.getByRole('grid').getByRole('button', { name: 'Copy serial number' }).first()
    const told = page.getByText(/^serial number copied$|^The clipboard is not available/)
    await copy.click()
    await told.waitFor()
    await page.keyboard.press('Escape')
    await told.waitFor({ state: 'detached' })
    await copy.press('Enter')
    await told.waitFor()
    expect(page.url()).toMatch(/#\/certificates$/)
  })

  it('turns the pages of a long report by keyboard, to the last one and back', async () => {
    await open('reports/month/2026-10/card')
    await see('1–50 of 120')
    await page.getByRole('button', { name: 'Next rows' }).focus()
    await page.keyboard.press('Enter')
    await see('51–100 of 120')
    await page.keyboard.press('Enter')
    await see('101–120 of 120')
    await page.getByRole('rowheader', { name: 'Card 120' }).waitFor()
    await page.keyboard.press('Enter')
    await see('51–100 of 120')
    expect(await findingsOf(page)).toEqual([])
  })

  it('keeps what is known on screen while the link is lost, and says so', async () => {
    await open('sessions')
    await page.getByRole('link', { name: /CP_3.*Chidi/ }).waitFor()
    await server.close()
    await see('The connection to Chargehand was lost')
    await page.getByRole('link', { name: /CP_3.*Chidi/ }).waitFor()
    await page.getByRole('gridcell', { name: '18.23 kWh' }).waitFor()
  })

  it('moves the numbers of a running session as they come', async () => {
    await open('sessions/101')
    await see('5.14 kWh')
    const session = fake.running.get(101)
    if (session === undefined) throw new Error('the sample has no session 101')
    fake.running.put({ ...session, energyWh: 9_990, powerW: 3_680, updatedAt: session.updatedAt + 1 })
    await page.getByRole('dialog').getByText('9.99 kWh').waitFor()
    await page.getByRole('dialog').getByText('3.7 kW').waitFor()
  })

  it('reads out what chargers told, finds it by words and subject, and shows one as it came', async () => {
    await open('events/reports')
    await see('Component: Connector · EVSE: 1 · Variable: Problem · Value: true · Reason: E42 · Detail: Ground fault')
    await see('and 2 more')
    await page.getByRole('searchbox', { name: 'Search the reports' }).fill('wallbox')
    await page.getByText('Ground fault').waitFor({ state: 'detached' })
    await see('Vendor: com.example.wallbox')
    await page.getByRole('searchbox', { name: 'Search the reports' }).fill('nothing of the kind')
    await page.getByRole('button', { name: 'Clear search and filters' }).click()
    await page.getByRole('combobox', { name: 'About' }).click()
    await page.getByRole('option', { name: 'Logs', exact: true }).click()
    await page.getByText('Ground fault').waitFor({ state: 'detached' })
    await page.getByText('Status: Could not be handed over · Reason: InvalidURL').click()
    const drawer = page.getByRole('dialog', { name: 'Progress of a log upload' })
    await drawer.getByText('"reasonCode": "InvalidURL"').waitFor()
    expect(page.url()).toMatch(/#\/events\/reports\/2\?topic=logs$/)
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    await open('events/reports/99')
    await see('This is no longer kept.')

    // Nothing of one station is not nothing at all.
    for (const [list, none, all] of [
      ['events/security', 'No security event of this station', 'The station started'],
      ['events/cards', 'No card has been presented at this station', 'Refused: not enrolled'],
      ['files/logs', 'This station has sent no log', 'No logs yet'],
    ] as const) {
      await open(`${list}?station=6`)
      await see(none)
      await page.getByRole('button', { name: 'Clear search and filters' }).click()
      await see(all)
    }
  })

  it.each(['light', 'dark'] as const)('has no finding of axe on any page (%s)', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const paths = [
      ['events/reports', 'Detail: Ground fault'],
      ['events/reports/4', 'The message as it came'],
      ['cards', 'AA12345'],
      ['cards/enrol?unknown=1', 'Card number'],
      ['cards/2', 'About this card'],
      ['requests/3', 'Your decision'],
      ['requests/6', 'What became of it'],
      ['requests?view=history', 'Choose a request'],
      ['sessions', 'Anna Berg'],
      ['sessions/101', 'Power over time'],
      ['events/security', 'The station started'],
      ['events/cards', 'Refused: not enrolled'],
      ['events/changes', 'Holder: Anna Berg → Anna Berg-Lund'],
      ['certificates', 'Asked for a new one from'],
      ['certificates/1', 'What became of it'],
    ] as const
    for (const [path, text] of paths) {
      await open(path)
      await see(text)
      expect(await findingsOf(page), path).toEqual([])
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(tooWide, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
    }
  })
})
