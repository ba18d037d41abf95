import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../support/accessibility'
import { builtConsole } from '../support/builtConsole'
import { type ConsoleBrowser, openBrowser } from '../support/consoleBrowser'
import { type ConsoleServer, serveConsole } from '../support/consoleServer'
import { environment } from '../support/environment'
import { FakeSite } from '../support/fakeSite/FakeSite'
import { heldAnswers } from '../support/heldAnswers'

// The console as built, in a browser, on a fake site behind the real contract and a real WebSocket.

let browser: ConsoleBrowser
const opened: { close(): Promise<void> }[] = []

const withBrowser = describe.skipIf(environment.chromium === null)

beforeAll(async () => {
  if (environment.chromium === null) return
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
})

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})

interface Opened {
  readonly page: Page
  readonly fake: FakeSite
  readonly server: ConsoleServer
  /** Errors that the page wrote or threw; a violated Content-Security-Policy is one of them. */
  readonly complaints: string[]
}

async function open(
  phase: ConstructorParameters<typeof FakeSite>[0],
  path = '',
  options: { width?: number; height?: number; colorScheme?: 'light' | 'dark' } = {},
): Promise<Opened> {
  const fake = new FakeSite(phase, Date.now())
  const server = await serveConsole(builtConsole(), fake)
  const { width = 1280, height = 800, colorScheme = 'light' } = options
  const context = await browser.newProfile({ viewport: { width, height }, colorScheme, locale: 'en-US' })
  context.setDefaultTimeout(10_000)
  opened.push(server, context)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${server.url}#/${path}`)
  return { page, fake, server, complaints }
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

withBrowser('the first run', () => {
  it('asks for two names, says what is wrong with them, and becomes the overview', async () => {
    const { page, fake, complaints } = await open('new')
    await heading(page, 'Set up your site').waitFor()
    await page.getByRole('button', { name: 'Set up site' }).click()
    expect(await page.getByText('Enter a name.').count()).toBe(2)

    await page.getByLabel('Name of the site').fill('Port taken')
    await page.getByLabel('Name of the organisation').fill('Mill Lane Ltd')
    await page.keyboard.press('Enter')
    await page.getByText('Port 9000 on 0.0.0.0 is already used by another program.').waitFor()

    await page.getByLabel('Name of the site').fill('Mill Lane depot')
    await page.keyboard.press('Enter')
    await heading(page, 'Overview').waitFor()
    expect(await page.title()).toBe('Overview · Chargehand')
    await page.getByText('ws://192.0.2.10:9000/CP_1').waitFor()
    expect(fake.state.value).toMatchObject({ name: 'Mill Lane depot', organisation: 'Mill Lane Ltd' })
    expect(complaints).toEqual([])
  })
})

withBrowser('the overview', () => {
  it('admits a waiting station, and says when nothing needs anybody', async () => {
    const { page, fake } = await open('busy')
    await page.getByText('CP_7, vendor Example Power, model Post 22 Duo').waitFor()
    await page.getByRole('button', { name: 'Admit station CP_7' }).click()
    await page.getByText('CP_7 is admitted.').waitFor()
    await page.getByRole('article', { name: 'CP_7' }).waitFor()
    expect(fake.stations.get(7)?.admission).toBe('admitted')

    await page.getByRole('button', { name: 'Put aside' }).click()
    await page.getByText(/put aside\. It appears again/).waitFor()
    fake.requests.remove(1)
    fake.stations.remove(4)
    await page.getByText('Nothing needs you').waitFor()
  })

  it('announces what newly waits, and shows it at once', async () => {
    const { page, fake } = await open('empty')
    await page.getByText('Connect the first charger').waitFor()
    const [card] = new FakeSite('busy', Date.now()).unknownCards.list
    if (card === undefined) throw new Error('no card in the sample')
    fake.unknownCards.put({ ...card, id: 77, lastSeenAt: Date.now(), times: 1 })
    fake.changed('cards')
    await page.getByRole('status').filter({ hasText: 'Unknown card 04A2B3C4D5E680 seen at CP_1.' }).waitFor()
    const enrol = page.getByRole('link', { name: 'Enrol card' })
    expect(await enrol.getAttribute('href')).toBe('#/cards/enrol?unknown=77')
    await page.getByRole('navigation').getByText(', 1 unknown card').waitFor({ state: 'attached' })
    // The same number of another type is another card.
    fake.unknownCards.put({ ...card, id: 78, tokenType: 'MacAddress', lastSeenAt: Date.now(), times: 1 })
    fake.changed('cards')
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /^Cards/ })
      .click()
    const strip = page.getByRole('region', { name: 'Unknown cards seen at chargers' })
    await strip.getByText('MAC address').waitFor()
    expect(await strip.getByRole('listitem').count()).toBe(2)
  })
})

withBrowser('stations', () => {
  it('call nobody back who goes elsewhere with the last letter of a search', async () => {
    const { page } = await open('busy', 'stations')
    // The next page is on its way for as long as it takes: until it is drawn, the list is still there.
    let arrive = () => {}
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve
    })
    await page.route(/CardsPage/, (route) => arrived.then(() => route.continue()))
    await page.reload()
    await page.getByRole('searchbox').fill('CP_2')
    await page.getByRole('navigation').getByRole('link', { name: 'Cards' }).click()
    // Longer than the address takes to follow what is typed.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 350)))
    arrive()
    await heading(page, 'Cards').waitFor()
    expect(page.url()).toMatch(/#\/cards$/)
    await page.goBack()
    await heading(page, 'Stations').waitFor()
    await page.getByRole('searchbox').fill('CP_2')
    await page.waitForURL(/#\/stations\?search=CP_2$/)
  })

  it('opens one in a drawer with its own address, and gives the focus back', async () => {
    const { page } = await open('busy', 'stations')
    const link = page.getByRole('link', { name: 'CP_1', exact: true })
    await link.focus()
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog', { name: 'CP_1' })
    await drawer.getByText('InvalidMessages (critical)').waitFor()
    expect(page.url()).toContain('#/stations/1')
    expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true)

    await drawer.getByRole('textbox', { name: 'Label' }).fill('Yard, far left')
    await drawer.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Label and serial number are saved.').waitFor()
    await drawer.getByText('Yard, far left').waitFor()

    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    expect(page.url()).toMatch(/#\/stations$/)
    await page.waitForFunction(() => document.activeElement?.textContent === 'CP_1')
  })

  it('adds one before it calls, and knows one that has called', async () => {
    const { page, fake } = await open('busy', 'stations')
    await page.getByRole('link', { name: 'Add station' }).click()
    const form = page.getByRole('dialog', { name: 'Add station' })
    const identity = form.getByRole('textbox', { name: 'Identity' })
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
    await identity.fill('CP:1')
    await page.keyboard.press('Enter')
    await form.getByText('Use 1 to 48 characters').waitFor()
    await identity.fill('CP_7')
    await page.keyboard.press('Enter')
    await form.getByText('CP_7 has called already and waits.').waitFor()
    await identity.fill('CP_20')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'CP_20' }).waitFor()
    expect(fake.stations.list.find((station) => station.identity === 'CP_20')?.admission).toBe('admitted')
  })

  it('lead nobody to one that was added who has gone elsewhere before that was told', async () => {
    const { page, fake } = await open('busy', 'stations/new')
    let tell = () => {}
    fake.registered = new Promise((resolve) => {
      tell = resolve
    })
    await page.getByRole('dialog').getByRole('textbox', { name: 'Identity' }).fill('CP_20')
    await page.keyboard.press('Enter')
    await expect.poll(() => fake.stations.list.some(({ identity }) => identity === 'CP_20')).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('navigation').getByRole('link', { name: 'Cards' }).click()
    await heading(page, 'Cards').waitFor()
    tell()
    await page.getByText('CP_20 is added and admitted.').waitFor()
    expect(page.url()).toMatch(/#\/cards$/)
  })

  it('says of one that was never asked that nothing is known of its configuration, and how to know it', async () => {
    const { page } = await open('busy', 'stations/1/configuration')
    await page.getByText('Nothing is known of its configuration yet').waitFor()
    await page.getByRole('button', { name: 'Read all values' }).first().waitFor()
  })

  it('takes a refusal back', async () => {
    const { page, fake } = await open('busy', 'stations/1')
    await page.getByRole('button', { name: 'Refuse station CP_1' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('CP_1 is admitted.').waitFor()
    expect(fake.stations.get(1)?.admission).toBe('admitted')
  })

  it('finds by text, and says when nothing matches', async () => {
    const { page } = await open('busy', 'stations')
    await page.getByLabel('Find a station').fill('gate')
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1)
    await page.getByLabel('Find a station').fill('nowhere')
    await page.getByText('No station has “nowhere” in its name').waitFor()
    await page.getByRole('button', { name: 'Clear search and filters' }).click()
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 9)

    await page
      .getByRole('row', { name: /^CP_1 / })
      .getByText('just now')
      .waitFor()
    // What is saved says what the screen says: of 2.x only its session tells that an occupied EVSE charges.
    await page
      .getByRole('row', { name: /^CP_1 / })
      .getByText('Charging')
      .waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('menuitem', { name: 'For other programs (CSV)' }).click()
    const table = await readFile(await (await download).path(), 'utf8')
    expect(table.split('\r\n').find((line) => line.startsWith('CP_1,'))).toContain('"Charging, Available"')
  })
})

withBrowser('an answer that is on its way', () => {
  const openHeld = async (path: string) => {
    const { page } = await open('busy', path)
    const answers = await heldAnswers(page)
    await page.reload()
    return { page, answers }
  }

  it('calls nobody back to the logs of a station who went elsewhere while one was removed', async () => {
    const { page, answers } = await openHeld('stations/1/files/1')
    const drawer = page.getByRole('dialog', { name: 'diagnostics.zip' })
    await drawer.getByRole('button', { name: 'Remove log' }).click()
    answers.hold()
    await drawer.getByRole('alert').getByRole('button', { name: 'Remove log' }).click()
    await drawer.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('navigation').getByRole('link', { name: 'Cards' }).click()
    await heading(page, 'Cards').waitFor()
    answers.release()
    await page.getByText('diagnostics.zip was removed already.').waitFor()
    expect(page.url()).toMatch(/#\/cards$/)
  })

  it('leaves what was delivered on one day never under the name of another', async () => {
    const { page, answers } = await openHeld('sessions/energy')
    const delivered = page.getByText('0.00 kWh', { exact: true })
    await delivered.waitFor()
    answers.hold()
    await page.getByRole('button', { name: 'The day before' }).click()
    await delivered.waitFor({ state: 'detached' })
    answers.release()
    await delivered.waitFor()
  })

  it('leaves what one rule would have done never under another', async () => {
    const { page, answers } = await openHeld('requests?view=rules')
    await page.getByRole('button', { name: 'Write a rule' }).click()
    const tried = page.getByText('No charger has asked for a certificate yet.')
    await tried.waitFor()
    answers.hold()
    await page.getByRole('checkbox', { name: 'it renews a certificate that is in use' }).uncheck()
    await tried.waitFor({ state: 'detached' })
    answers.release()
    await tried.waitFor()
    // Without a number there is no rule that could have done anything.
    await page.getByLabel('Most approvals a day').fill('')
    await tried.waitFor({ state: 'detached' })
  })

  it('neither calls back who went elsewhere nor lets anybody type what would go with it', async () => {
    const { page, answers } = await openHeld('reports/tariffs/new')
    await page.getByRole('textbox', { name: 'Price', exact: true }).fill('0.42')
    answers.hold()
    await page.getByRole('button', { name: 'Save tariff' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    await heading(page, 'Settings').waitFor()
    answers.release()
    await page.getByText(/^The tariff from .* is saved\.$/).waitFor()
    expect(page.url()).toMatch(/#\/settings/)

    const part = page.getByRole('region', { name: 'Operators' })
    const name = part.getByLabel('Name', { exact: true })
    const secret = part.getByLabel('PIN or password', { exact: true })
    await name.fill('Ada')
    await secret.fill('246813')
    await part.getByLabel('The same once more').fill('246813')
    answers.hold()
    await part.getByRole('button', { name: 'Add administrator and lock the console' }).click()
    expect([await name.isDisabled(), await secret.isDisabled()]).toEqual([true, true])
    answers.release()
    await page.getByText('You are signed in as Ada.').waitFor()
    expect([await name.inputValue(), await secret.inputValue()]).toEqual(['', ''])
  })
})

withBrowser('the link', () => {
  it('turns the strip into one sentence when it is lost, and shows what was missed when it is back', async () => {
    const { page, fake, server } = await open('busy', 'stations')
    await page.getByText('6 of 7 stations connected').waitFor()
    await page.getByRole('link', { name: 'CP_1', exact: true }).waitFor()
    await server.close()
    await page.getByRole('alert').getByText('The connection to Chargehand was lost').waitFor()
    expect(await page.getByRole('link', { name: 'CP_1', exact: true }).count()).toBe(1)

    fake.stations.remove(1)
    fake.changed('stations')
    opened.push(await serveConsole(builtConsole(), fake, server.port))
    await page.getByText('5 of 6 stations connected').waitFor()
    await page.getByRole('link', { name: 'CP_1', exact: true }).waitFor({ state: 'detached' })
  })
})

withBrowser('the frame', () => {
  it('remembers the theme', async () => {
    const { page } = await open('busy')
    const theme = () => page.evaluate(() => document.documentElement.getAttribute('data-theme'))
    await heading(page, 'Overview').waitFor()
    expect(await theme()).toBe('light')
    await page.getByRole('button', { name: 'Theme' }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await page.reload()
    await heading(page, 'Overview').waitFor()
    expect(await theme()).toBe('dark')
  })

  it('covers no way to another page with what it tells, however long that is', async () => {
    const { page, fake } = await open('busy', '', { width: 1024, height: 700 })
    const station = fake.stations.get(7)
    if (station === undefined) throw new Error('the sample has no station 7')
    fake.stations.put({ ...station, identity: 'CHARGER-AT-THE-FAR-END-OF-THE-YARD-BEHIND-GATE-4' })
    await page.getByRole('button', { name: 'Expand the navigation' }).click()
    await page.getByRole('button', { name: 'Admit station CHARGER-AT' }).click()
    const notice = page.locator('.MuiSnackbar-root').filter({ hasText: 'GATE-4 is admitted.' })
    await notice.waitFor()
    const [told, rail] = await Promise.all([notice.boundingBox(), page.getByRole('navigation').first().boundingBox()])
    if (told === null || rail === null) throw new Error('there is no notice or no rail')
    expect(told.y + told.height).toBeGreaterThan(rail.y)
    expect(told.x).toBeGreaterThan(rail.x + rail.width)
  })

  it('leads the keyboard past the navigation', async () => {
    const { page } = await open('busy')
    await heading(page, 'Overview').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
  })

  it('says what an unknown address is', async () => {
    const { page } = await open('busy', 'nowhere')
    await page.getByText('There is nothing here').waitFor()
  })

  it.each([
    [1440, 900],
    [1024, 700],
  ])('never scrolls sideways at %d × %d', async (width, height) => {
    const { page } = await open('busy', '', { width, height })
    for (const path of ['', 'stations', 'stations/1', 'stations/new']) {
      await page.goto(`${new URL(page.url()).origin}/#/${path}`)
      await page.getByText('stations connected').waitFor()
      const wide = await page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('main')].some(
          (one) => one.scrollWidth > one.clientWidth,
        ),
      )
      expect(wide).toBe(false)
    }
  })
})

describe.each(['light', 'dark'] as const)('accessibility, %s', (colorScheme) => {
  it.each([
    ['new', '', 'Set up your site'],
    ['empty', '', 'Overview'],
    ['empty', 'stations', 'Stations'],
    ['busy', '', 'Overview'],
    ['busy', 'stations', 'Stations'],
    ['busy', 'stations/1', 'CP_1'],
    ['busy', 'stations/new', 'Add station'],
  ] as const)('finds nothing wrong with %s “%s”', async (phase, path, name) => {
    const { page, complaints } = await open(phase, path, { colorScheme, width: 1024, height: 700 })
    await page.getByRole('heading', { name }).first().waitFor()
    expect(await findingsOf(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})
