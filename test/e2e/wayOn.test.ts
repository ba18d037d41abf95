import { implement } from '@orpc/server'
import { contract } from '@shared/contract'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findingsOf } from '../support/accessibility'
import { builtConsole } from '../support/builtConsole'
import { type ConsoleBrowser, openBrowser } from '../support/consoleBrowser'
import { type ConsoleServer, serveConsole } from '../support/consoleServer'
import { environment } from '../support/environment'
import { fakeRouter } from '../support/fakeRouter'
import { FakeSite } from '../support/fakeSite/FakeSite'

/** Where a person stands after what they did went away or failed, on a fake site. */
describe.skipIf(environment.chromium === null)('the way on', () => {
  let browser: ConsoleBrowser
  let context: BrowserContext
  let page: Page
  let fake: FakeSite
  let server: ConsoleServer
  /** Whether sessions can not be asked for. */
  let sessionsFail: boolean
  /** Tells whether the second person was confirmed; nobody is told before. */
  let judge: () => void

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
  })
  beforeEach(async () => {
    sessionsFail = false
    const judged = new Promise<void>((resolve) => {
      judge = resolve
    })
    fake = new FakeSite('busy', Date.now())
    const os = implement(contract)
    const base = fakeRouter(fake)
    const router = os.router({
      ...base,
      sessions: {
        ...base.sessions,
        find: os.sessions.find.handler(() => {
          if (sessionsFail) throw new Error('no sessions now')
          return { entries: [], next: null, total: 0, totalIsLeast: false }
        }),
      },
      approvers: {
        ...base.approvers,
        list: os.approvers.list.handler(() => ({ needed: true, people: [{ id: 1, name: 'Berta', addedAt: 0 }] })),
        remove: os.approvers.remove.handler(async () => {
          await judged
          return { kind: 'second-refused', waitMs: 0 }
        }),
      },
    })
    server = await serveConsole(builtConsole(), fake, 0, router)
    context = await browser.newProfile({ viewport: { width: 1024, height: 700 }, locale: 'en-US' })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
  })
  afterEach(async () => {
    await context.close()
    await server.close()
  })

  const open = (path: string) => page.goto(`${server.url}#/${path}`)
  const holdsFocus = (control: Locator) =>
    expect.poll(() => control.evaluate((one) => one === document.activeElement), { timeout: 10_000 }).toBe(true)

  it('leads on from first steps that could not be asked for', async () => {
    sessionsFail = true
    await open('first-steps')
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await findingsOf(page)).toEqual([])
    sessionsFail = false
    await alert.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: /^1\. / }).waitFor()
  })

  it('is in the search field after a search that found nothing was cleared', async () => {
    await open('cards?search=nothing-like-it')
    await page.getByRole('button', { name: 'Clear search and filters' }).press('Enter')
    await holdsFocus(page.getByRole('searchbox'))
    await page.getByRole('grid').waitFor()
    await holdsFocus(page.getByRole('searchbox'))
  })

  it('says of daily backups the moment that the site says, whatever the clock of the browser', async () => {
    await open('settings/backup')
    const form = page.getByRole('region', { name: 'Daily backup' })
    await form.getByRole('textbox', { name: 'Folder' }).fill('/mnt/backups')
    await form.getByLabel('Passphrase', { exact: true }).fill('a long passphrase')
    await form.getByLabel('Passphrase again', { exact: true }).fill('a long passphrase')
    await form.getByRole('button', { name: 'Save daily backup' }).click()
    const said = await page.getByText('Daily backups are set up. The next one is made').innerText()
    const shown = await page.getByRole('definition').last().innerText()
    expect(said).toContain(`is made ${shown}.`)
  })

  it('changes nothing of who confirms while that is judged', async () => {
    await open('settings/people')
    const people = page.getByRole('region', { name: 'Two people approve certificates' })
    const passphrase = people.getByLabel('Their passphrase', { exact: true })
    await passphrase.fill('not hers')
    await people.getByRole('button', { name: 'Remove Berta: one person approves again' }).click()
    await passphrase.and(page.locator(':disabled')).waitFor()
    expect(await passphrase.inputValue()).toBe('not hers')
    judge()
    await passphrase.and(page.locator(':enabled')).waitFor()
    expect(await passphrase.inputValue()).toBe('')
    await holdsFocus(passphrase)
  })
})
