import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'
import { readEnvironment } from '../test/support/environment.ts'
import { ensureBuilt, PROJECT } from './build.mjs'

// `npm run pictures`: the pictures of the documentation, made of the running demo, so that they stay true.

/** What is shown: the file's name, the page, a text that is there when it is worth showing, and the colours. */
const PICTURES = [
  { name: 'overview', page: '', shows: /[1-9]\d*\.\d kW/, colours: ['light', 'dark'] },
  { name: 'first-steps', page: 'first-steps', shows: 'Let a charger call', colours: ['light'] },
  { name: 'stations', page: 'stations', shows: 'DEMO-WALL-1', colours: ['light'] },
  { name: 'requests', page: 'requests', shows: 'DEMO-TWIN-2', colours: ['light', 'dark'] },
  { name: 'sessions', page: 'sessions', shows: 'DEMO-WALL-1', colours: ['light'] },
  { name: 'cards', page: 'cards', shows: 'AA12345', colours: ['light'] },
]
const FOLDER = path.join(PROJECT, 'docs/pictures')
const SIZE = { width: 1440, height: 900 }
/** Of WebP, 0 to 100: text stays sharp, and a picture stays well below 100 kB. */
const QUALITY = 82
/** How long the demo may take until something is to be seen, in milliseconds. */
const PATIENCE_MS = 60_000

if (!ensureBuilt()) process.exit(1)
const { chromium: executablePath } = readEnvironment(process.env, process.platform)
if (executablePath === null) {
  process.stderr.write('No Chromium was found. Install one, or name it with CHROMIUM_PATH.\n')
  process.exit(1)
}

const demo = await startDemo()
try {
  await drawAll(demo.link)
} finally {
  await demo.end()
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

async function drawAll(link) {
  mkdirSync(FOLDER, { recursive: true })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const context = await browser.newContext({ viewport: SIZE, locale: 'en-GB', reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    await page.goto(link)
    // When a car charges and a request waits, the demo has something to show.
    await page.getByText('DEMO-TWIN-2 asks for a certificate').first().waitFor()
    for (const picture of PICTURES) {
      for (const colour of picture.colours) await draw(page, new URL(link).origin, picture, colour)
    }
  } finally {
    await browser.close()
  }
}

async function draw(page, origin, { name, page: at, shows }, colour) {
  await page.emulateMedia({ colorScheme: colour })
  await page.goto(`${origin}/#/${at}`)
  await page.getByRole('main').getByText(shows).first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  // Parts of pages are loaded when they are needed; what stands in for them has a class of its own.
  const standIn = '.MuiSkeleton-root, [class*="MuiCircularProgress-indeterminate"]'
  await page.waitForFunction((selector) => document.querySelector(selector) === null, standIn)
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
  await session.detach()
  const file = path.join(FOLDER, `${name}${colour === 'dark' ? '-dark' : ''}.webp`)
  writeFileSync(file, Buffer.from(data, 'base64'))
  process.stdout.write(`${path.relative(PROJECT, file)}\n`)
}
