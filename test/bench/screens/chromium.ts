import { type Browser, chromium } from 'playwright-core'
import { readEnvironment } from '../../support/environment'

/** The size of a site manager's window. */
const WINDOW = { width: 1440, height: 900 }

/** A Chromium without a window; null where there is none. */
export async function openChromium(): Promise<Browser | null> {
  const { chromium: executablePath } = readEnvironment(process.env, process.platform)
  if (executablePath === null) return null
  return chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] })
}

/** A browser that was never here. */
export function newProfile(browser: Browser) {
  return browser.newContext({ viewport: WINDOW, locale: 'en-GB', reducedMotion: 'reduce' })
}
