import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { PROJECT } from './build.mjs'
import { openConsole, settle, webpOf, withDemo } from './demoBrowser.mjs'
import { PAGES } from './snapshotPages.mjs'

// `npm run snapshots`: every page of the running demo in light and dark, in several languages and sizes, to be looked at.
//   -- --languages ko,zh    others than English and German
//   -- --pages cards,files  only pages whose address begins so
//   -- --keep               the small sheets that are kept in the tree, too

const { values: asked } = parseArgs({
  options: {
    languages: { type: 'string', default: 'en,de' },
    pages: { type: 'string', default: '' },
    keep: { type: 'boolean', default: false },
  },
})

const shown = PAGES.filter((page) => asked.pages.split(',').some((begin) => page.startsWith(begin)))

/** A window of 1440×900 at 200 % has room for 720×450. */
const SIZES = [
  { name: 'wide', width: 1440, height: 900, scale: 1, pages: shown },
  { name: 'small', width: 1024, height: 700, scale: 1, pages: shown },
  { name: 'zoomed', width: 720, height: 450, scale: 2, pages: shown },
]
const COLOURS = ['light', 'dark']
/** What is fetched when a page is there already is there after that, in milliseconds. */
const PAUSE_MS = 400
const FOLDER = path.join(PROJECT, 'test-results/snapshots')
const KEPT = path.join(PROJECT, 'docs/pictures/pages')
const KEPT_SHEETS = [
  ['en', 'light'],
  ['de', 'dark'],
]

await withDemo(async (browser, link) => {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const page = await openConsole(browser, link, SIZES[0])
  for (const language of asked.languages.split(',')) await snap(browser, page, new URL(link).origin, language)
})

async function snap(browser, page, origin, language) {
  await page.evaluate((chosen) => localStorage.setItem('chargehand.language', chosen), language)
  await page.reload()
  for (const { name, width, height, scale, pages } of SIZES) {
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false })
    const shots = { light: [], dark: [] }
    for (const at of pages) {
      await page.goto(`${origin}/#/${at}`)
      await settle(page)
      await page.waitForTimeout(PAUSE_MS)
      for (const colour of COLOURS) {
        await page.emulateMedia({ colorScheme: colour })
        await settle(page)
        const shot = await webpOf(page, 80)
        shots[colour].push({ at, shot })
        const file = `${language}-${name}-${colour}-${at.replace(/[^\w-]/g, '_') || 'overview'}.webp`
        writeFileSync(path.join(FOLDER, file), shot)
      }
    }
    await session.detach()
    for (const colour of COLOURS) {
      const sheet = await sheetOf(browser, shots[colour], { width: width / 2, height: height / 2 }, 4)
      writeFileSync(path.join(FOLDER, `sheet-${language}-${name}-${colour}.webp`), sheet)
      if (asked.keep && name === 'wide' && KEPT_SHEETS.some(([l, c]) => l === language && c === colour)) {
        mkdirSync(KEPT, { recursive: true })
        const small = await sheetOf(browser, shots[colour], { width: 320, height: 200 }, 6)
        writeFileSync(path.join(KEPT, `${language}-${colour}.webp`), small)
      }
    }
    process.stdout.write(`${language} ${name}: ${pages.length} pages\n`)
  }
}

/** All shots on one picture, each under its address. */
async function sheetOf(browser, shots, { width, height }, columns) {
  const cell = ({ at, shot }) =>
    `<figure><figcaption>/${at}</figcaption><img src="data:image/webp;base64,${shot.toString('base64')}"></figure>`
  const page = await browser.newPage()
  const rows = Math.ceil(shots.length / columns)
  await page.setViewportSize({ width: columns * (width + 8) + 8, height: rows * (height + 24) + 8 })
  await page.setContent(`<style>
    body { margin: 8px; display: grid; grid-template-columns: repeat(${columns}, ${width}px); gap: 8px; background: #888 }
    figure { margin: 0 } figcaption { font: 12px/16px sans-serif } img { display: block; width: 100% }
  </style>${shots.map(cell).join('')}`)
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete))
  const sheet = await webpOf(page, 60)
  await page.close()
  return sheet
}
