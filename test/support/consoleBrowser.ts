import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { environment } from './environment'
import { Console } from './pages/console'
import { PROJECT } from './runningProgram'

/** How long something may take to be seen before a test fails: far more than it takes on a busy machine. */
export const PATIENCE_MS = 15_000

/** One Chromium for a test file; each console in it is a browser profile of its own. */
export interface ConsoleBrowser {
  /**
   * A fresh profile, as of somebody who was never here and wants nothing to move: drawers and dialogs that slide take
   * most of a journey's time. `{ reducedMotion: 'no-preference' }` lets them.
   */
  newProfile(options?: Parameters<Browser['newContext']>[0]): Promise<BrowserContext>
  close(): Promise<void>
}

/** Starts the Chromium that the environment names. */
export async function openBrowser(): Promise<ConsoleBrowser> {
  if (environment.chromium === null) throw new Error('There is no Chromium; the test should have been skipped')
  const browser = await chromium.launch({
    executablePath: environment.chromium,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  return {
    async newProfile(options) {
      const profile = await browser.newContext({
        viewport: { width: 1280, height: 840 },
        locale: 'en-GB',
        reducedMotion: 'reduce',
        ...options,
      })
      profile.setDefaultTimeout(PATIENCE_MS)
      return profile
    },
    close: () => browser.close(),
  }
}

/** Opens the console behind a one-time link in a profile. */
export async function openConsole(profile: BrowserContext, link: string): Promise<Console> {
  const console = new Console(await profile.newPage())
  await console.page.goto(link)
  return console
}

/** What a page complained about: errors in its log and exceptions. A violated Content-Security-Policy is one of them. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

/** Keeps what a page shows as test-results/<name>.png; a hidden window shows nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  const file = `${name.replaceAll(/[^\w.-]+/g, '-').slice(0, 80)}.png`
  await page.screenshot({ path: path.join(PROJECT, 'test-results', file), timeout: 5_000 }).catch(() => {})
}
