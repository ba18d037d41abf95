import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { type ConsoleBrowser, complaintsOf, openBrowser, openConsole } from '../../support/consoleBrowser'
import { environment } from '../../support/environment'
import { Console } from '../../support/pages/console'
import { type RunningProgram, runProgram, temporaryFolder } from '../../support/runningProgram'

describe.skipIf(environment.chromium === null)('the first run', () => {
  let browser: ConsoleBrowser
  let home: ReturnType<typeof temporaryFolder>
  let program: RunningProgram | null = null

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  beforeEach(() => {
    home = temporaryFolder()
  })
  afterEach(async () => {
    await program?.end()
    home.remove()
  })

  it('asks for two names, shows the address for chargers, and is never asked again', async () => {
    program = await runProgram({ dataFolder: home.folder })
    expect(program.ready).toMatchObject({ phase: 'setup', ocpp: [], keyStore: 'key-file' })
    const profile = await browser.newProfile()
    const console = new Console(await profile.newPage())
    const complaints = complaintsOf(console.page)
    await console.page.goto(program.link)

    await console.setup.heading.waitFor()
    await console.setup.submit()
    expect(await console.page.getByText('Enter a name.').count()).toBe(2)
    await console.setup.siteName.fill('Mill Lane depot')
    await console.setup.submit()
    expect(await console.page.getByText('Enter a name.').count()).toBe(1)
    await console.setup.organisation.fill('Mill Lane Ltd')
    await console.page.keyboard.press('Enter')

    await console.heading('Overview').waitFor()
    await console.strip.getByText('Mill Lane depot').waitFor()
    expect(await console.overview.chargerUrl()).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/CP_1$/)

    // From anywhere, by keyboard alone, to what is to be done next.
    const { page } = console
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Where to, or what to look for' }).fill('first st')
    await page.getByRole('option', { name: /^First steps/ }).waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'First steps' }).waitFor()
    await page.getByLabel('Name of the charger').fill('Gate 2')
    await page.getByText(/^ws:\/\/127\.0\.0\.1:\d+\/Gate%202$/).waitFor()
    await page.getByRole('img', { name: /^QR code of ws:.*\/Gate%202$/ }).waitFor()
    await page.getByText('Better only letters, digits, - and _.').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('combobox', { name: 'Brand' }).click()
    await page.getByRole('option', { name: 'Spelsberg' }).click()
    await page.getByText('And this into the field “OCPP Charge Point ID”:').waitFor()
    await page.getByText(/^ws:\/\/127\.0\.0\.1:\d+\/$/).waitFor()
    expect(complaints).toEqual([])
    await profile.close()
    expect(await program.end()).toBe(0)

    program = await runProgram({ dataFolder: home.folder })
    expect(program.ready.phase).toBe('running')
    const later = await browser.newProfile()
    const again = await openConsole(later, program.link)
    await again.strip.getByText('Mill Lane depot').waitFor()
    await again.goTo('Certificates')
    await again.sees(/O=Mill Lane Ltd/)
    await later.close()
  })

  it('opens once with each link, and with a fresh one from the data folder', async () => {
    program = await runProgram({ dataFolder: home.folder })
    const first = await browser.newProfile()
    await (await openConsole(first, program.link)).setup.heading.waitFor()
    // The link is spent, the browser that opened it is known.
    const reloaded = new Console(await first.newPage())
    await reloaded.page.goto(program.origin)
    await reloaded.setup.heading.waitFor()
    await first.close()

    const second = await browser.newProfile()
    const page = await second.newPage()
    await page.goto(program.origin)
    await page.getByRole('heading', { name: 'This console needs its link' }).waitFor()
    await page.goto(program.link)
    await page.getByRole('heading', { name: 'This link no longer works' }).waitFor()
    await page.getByText('console-link.txt').waitFor()
    await page.goto(program.linkInFolder())
    await new Console(page).setup.heading.waitFor()
    await second.close()
  })
})
