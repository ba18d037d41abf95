import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'

// `node scripts/icons.mjs [path of a Chromium]`: draws resources/icon.svg in the sizes that window, tray and packages
// take. Run it after a change of the drawing; its output is committed, because an installation has no Chromium to spare.
const SIZES = [16, 32, 256, 512]

const resources = path.resolve(import.meta.dirname, '../resources')
const svg = readFileSync(path.join(resources, 'icon.svg'), 'utf8')
const browser = await chromium.launch({
  executablePath: process.argv[2] ?? process.env.CHROMIUM_PATH,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
    writeFileSync(path.join(resources, `icon-${size}.png`), await page.screenshot({ omitBackground: true }))
    await page.close()
  }
} finally {
  await browser.close()
}
