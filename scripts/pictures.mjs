import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PROJECT } from './build.mjs'
import { openConsole, settle, webpOf, withDemo } from './demoBrowser.mjs'

// `npm run pictures`: the pictures of the documentation, made of the running demo, so that they stay true.

/** What is shown: the file's name, the page, a text that is there when it is worth showing, and the colours. */
const PICTURES = [
  { name: 'first-steps', page: 'first-steps', shows: 'Let a charger call', colours: ['light'] },
  { name: 'stations', page: 'stations', shows: 'DEMO-WALL-1', colours: ['light'] },
  { name: 'requests', page: 'requests', shows: 'DEMO-TWIN-2', colours: ['light', 'dark'] },
  { name: 'sessions', page: 'sessions', shows: 'DEMO-WALL-1', colours: ['light'] },
  { name: 'cards', page: 'cards', shows: 'AA12345', colours: ['light'] },
  // The last: by then the chargers have told of the days before.
  { name: 'overview', page: '', shows: /^[5-9]\d\.\d kW$/, colours: ['light', 'dark'] },
]
const FOLDER = path.join(PROJECT, 'docs/pictures')
const SIZE = { width: 1440, height: 900 }
/** Text stays sharp, and a picture stays well below 100 kB. */
const QUALITY = 82

await withDemo(async (browser, link) => {
  mkdirSync(FOLDER, { recursive: true })
  const page = await openConsole(browser, link, SIZE)
  for (const picture of PICTURES) {
    for (const colour of picture.colours) await draw(page, new URL(link).origin, picture, colour)
  }
})

async function draw(page, origin, { name, page: at, shows }, colour) {
  await page.emulateMedia({ colorScheme: colour })
  await page.goto(`${origin}/#/${at}`)
  await page.getByRole('main').getByText(shows).first().waitFor()
  await settle(page)
  const file = path.join(FOLDER, `${name}${colour === 'dark' ? '-dark' : ''}.webp`)
  writeFileSync(file, await webpOf(page, QUALITY))
  process.stdout.write(`${path.relative(PROJECT, file)}\n`)
}
