import type { Page } from 'playwright-core'

/** Set in the page itself: what it looks like from outside is seen later. */
interface Noted {
  /** When the first page was drawn; what is asked for after that is fetched ahead for others. */
  drawnAt?: number
  /** When a station was there to be opened; milliseconds since 1970. */
  usableAt?: number
}

/** Has a page that is about to be opened note when its first page is there. */
export async function noteFirstPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted = globalThis as Noted
    const observer = new MutationObserver(() => {
      if (document.querySelector('main h1') !== null) noted.drawnAt ??= performance.now()
      if (document.querySelector('main a[href*="/stations/"]') === null) return
      noted.usableAt = Date.now()
      observer.disconnect()
    })
    observer.observe(document, { subtree: true, childList: true })
  })
}

/** When it could be used (milliseconds since 1970), and the addresses of all that had to be fetched until it was drawn. */
export async function firstPageOf(page: Page): Promise<{ usableAt: number; needed: string[] }> {
  await page.waitForFunction(() => (globalThis as Noted).usableAt !== undefined)
  return page.evaluate(() => {
    const { usableAt = 0, drawnAt = 0 } = globalThis as Noted
    const before = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= drawnAt)
    return { usableAt, needed: [location.href.split('#', 1)[0] ?? '', ...before.map(({ name }) => name)] }
  })
}
