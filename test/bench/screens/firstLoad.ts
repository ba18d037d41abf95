import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import type { Bench } from '../bench'
import { startBuiltProgram } from '../builtProgram'
import { median } from '../median'
import { newProfile } from './chromium'

export interface FirstLoad {
  /** From the ready line of the program to the Overview with its stations, in a browser that was never here. */
  readonly usableMs: number
  /** What had to be fetched until the first page was drawn, compressed with gzip. */
  readonly compressedBytes: number
}

/** Set in the page itself: what it looks like from outside is seen later. */
interface Noted {
  /** When the first page was drawn; what is asked for after that is fetched ahead for others. */
  drawnAt?: number
  /** When a station was there to be opened; milliseconds since 1970. */
  usableAt?: number
}

/** The built program is started, and its link opened at once. */
export async function measureFirstLoad(bench: Bench, browser: Browser, folder: string): Promise<FirstLoad> {
  const times: number[] = []
  let compressedBytes = 0
  for (let round = 0; round < bench.rounds; round++) {
    const program = await startBuiltProgram(bench, folder)
    const listening = Date.now()
    const profile = await newProfile(browser)
    const page = await profile.newPage()
    await page.addInitScript(noteWhatIsSeen)
    await page.goto(program.link)
    const { usableAt, needed } = await seenAndNeeded(page)
    times.push(usableAt - listening)
    compressedBytes = 0
    // One after the other, as the server has a limit to what one caller may have open.
    for (const url of needed) compressedBytes += gzipSync(await (await profile.request.get(url)).body()).length
    await profile.close()
    await program.end()
  }
  return { usableMs: median(times), compressedBytes }
}

function noteWhatIsSeen(): void {
  const noted = globalThis as Noted
  const observer = new MutationObserver(() => {
    if (document.querySelector('main h1') !== null) noted.drawnAt ??= performance.now()
    if (document.querySelector('main a[href*="/stations/"]') === null) return
    noted.usableAt = Date.now()
    observer.disconnect()
  })
  observer.observe(document, { subtree: true, childList: true })
}

async function seenAndNeeded(page: Page): Promise<{ usableAt: number; needed: string[] }> {
  await page.waitForFunction(() => (globalThis as Noted).usableAt !== undefined)
  return page.evaluate(() => {
    const { usableAt = 0, drawnAt = 0 } = globalThis as Noted
    const before = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= drawnAt)
    return { usableAt, needed: [location.href.split('#', 1)[0] ?? '', ...before.map(({ name }) => name)] }
  })
}
