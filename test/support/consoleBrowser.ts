import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { environment } from './environment'
import { Console } from './pages/console'

/** One Chromium for a test file; each console in it is a browser profile of its own. */
export interface ConsoleBrowser {
  /** A fresh profile, as of somebody who was never here. */
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
    newProfile: (options) =>
      browser.newContext({
        viewport: { width: 1280, height: 840 },
        acceptDownloads: true,
        locale: 'en-GB',
        ...options,
      }),
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
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}
