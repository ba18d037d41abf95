import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'
import { readEnvironment } from '../test/support/environment.ts'
import { ensureBuilt, PROJECT } from './build.mjs'

/** How long the demo may take until something is to be seen, in milliseconds. */
const PATIENCE_MS = 60_000

/**
 * Runs the demo, and a Chromium beside it, for as long as the work takes.
 * @param work is given the browser and the link that opens the console once
 */
export async function withDemo(work) {
  if (!ensureBuilt()) process.exit(1)
  const { chromium: executablePath } = readEnvironment(process.env, process.platform)
  if (executablePath === null) {
    process.stderr.write('No Chromium was found. Install one, or name it with CHROMIUM_PATH.\n')
    process.exit(1)
  }
  const demo = await startDemo()
  try {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    try {
      await work(browser, demo.link)
    } finally {
      await browser.close()
    }
  } finally {
    await demo.end()
  }
}

async function startDemo() {
  const words = '--demo --json --bind 127.0.0.1 --ocpp-port 0 --web-port 0'.split(' ')
  const child = spawn(process.execPath, [path.join(PROJECT, 'out/main/headless.js'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const end = async () => {
    child.kill('SIGTERM')
    await ended
  }
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"ready":')) return { link: JSON.parse(line).console, end }
  }
  throw new Error('The demo ended before it was ready')
}

/** Opens the console and waits until the demo has something to show: a car that charges and a request that waits. */
export async function openConsole(browser, link, viewport) {
  const context = await browser.newContext({ viewport, locale: 'en-GB', reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(link)
  await page.getByText('DEMO-TWIN-2 asks for a certificate').first().waitFor()
  return page
}

/** Waits until nothing of the page is still on its way. */
export async function settle(page) {
  await page.evaluate(() => document.fonts.ready)
  // Parts of pages are loaded when they are needed; what stands in for them has a class of its own.
  const standIn = '.MuiSkeleton-root, [class*="MuiCircularProgress-indeterminate"]'
  await page.waitForFunction((selector) => document.querySelector(selector) === null, standIn)
}

/** The window as it is. @param quality of WebP, 0 to 100: from 80 on text stays sharp */
export async function webpOf(page, quality) {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality })
  await session.detach()
  return Buffer.from(data, 'base64')
}
