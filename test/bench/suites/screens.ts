import path from 'node:path'
import Database from 'better-sqlite3'
import type { Bench } from '../bench'
import { fillLedger, LEDGER_SIZE } from '../ledger/fillLedger'
import { openChromium } from '../screens/chromium'
import { type FirstLoad, measureFirstLoad } from '../screens/firstLoad'
import { type OpenedPage, openPages } from '../screens/openingPages'

export interface ScreensResult {
  readonly sessions: number
  readonly cards: number
  readonly firstLoad: FirstLoad
  readonly pages: readonly OpenedPage[]
}

const CARDS = 50_000
const FEW_CARDS = 500
/** What the pages show of readings does not grow with all of them; fewer a session make the folder in less time. */
const READINGS = 5

/** The console in a real Chromium; null where there is none. */
export async function benchScreens(bench: Bench): Promise<ScreensResult | null> {
  const browser = await openChromium()
  if (browser === null) return null
  try {
    const cards = bench.quick ? FEW_CARDS : CARDS
    const site = await bench.site('screens-ledger', ['--stations', '0'])
    await site.end()
    const db = new Database(path.join(site.folder, 'chargehand.db'))
    fillLedger(db, { ...LEDGER_SIZE, readingsEach: READINGS, sessions: bench.sessions, cards, until: Date.now() })
    db.close()
    const firstLoad = await measureFirstLoad(bench, browser, site.folder)
    const pages = await openPages(bench, browser, site.folder)
    return { sessions: bench.sessions, cards, firstLoad, pages }
  } finally {
    await browser.close()
  }
}
