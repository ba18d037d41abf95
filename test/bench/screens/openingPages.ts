import type { Browser, Page } from 'playwright-core'
import type { Bench } from '../bench'
import { startBuiltProgram } from '../builtProgram'
import { median } from '../median'
import { newProfile } from './chromium'

/** A page opened from the Overview: the first time in this browser, and the median of the further ones. */
export interface OpenedPage {
  readonly address: string
  readonly firstMs: number
  readonly medianMs: number
}

/** Every page of the rail, and one of each kind below them. */
const ADDRESSES = [
  '/stations',
  '/stations/1',
  '/stations/1/commands',
  '/sessions',
  '/sessions/energy',
  '/sessions/500',
  '/reports',
  '/cards',
  '/cards/500',
  '/cards/offline',
  '/requests',
  '/certificates',
  '/devices',
  '/files',
  '/log',
  '/events',
  '/security-profiles',
  '/settings',
]
const TIMES = 5

/** Opens every page of the built program on a folder, as a person does: by its address in the same tab. */
export async function openPages(bench: Bench, browser: Browser, folder: string): Promise<readonly OpenedPage[]> {
  const program = await startBuiltProgram(bench, folder)
  const profile = await newProfile(browser)
  try {
    const page = await profile.newPage()
    await page.goto(program.link)
    await page.locator('main a[href*="/stations/"]').first().waitFor()
    const opened: OpenedPage[] = []
    for (const address of bench.quick ? ADDRESSES.slice(0, 2) : ADDRESSES) {
      const times: number[] = []
      for (let turn = 0; turn <= (bench.quick ? 1 : TIMES); turn++) {
        if (new URL(page.url()).hash.length > '#/'.length) await open(page, '/')
        times.push(await open(page, address))
      }
      const [firstMs = Number.NaN, ...further] = times
      opened.push({ address, firstMs, medianMs: median(further) })
    }
    return opened
  } finally {
    await profile.close()
    await program.end()
  }
}

/**
 * Milliseconds from a new address to the last change of what is seen because of it: nothing is on its way any more, and
 * for a while nothing moved.
 */
function open(page: Page, address: string): Promise<number> {
  return page.evaluate(
    ({ address, quietMs, patienceMs }) =>
      new Promise<number>((resolve, reject) => {
        const before = document.title
        const isWaiting = () =>
          document.title === before ||
          document.querySelector(
            '.MuiSkeleton-root, [role="progressbar"]:not([aria-valuenow]), .MuiDataGrid-overlay, [aria-busy="true"]',
          ) !== null
        let settledAt = 0
        const from = performance.now()
        const observer = new MutationObserver(() => {
          settledAt = 0
        })
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
        // What was drawn is looked at in the next frame: then the person sees it.
        const look = () => {
          // Not the time of the frame, which is older than what was drawn when that took long.
          const now = performance.now()
          if (isWaiting()) settledAt = 0
          else if (settledAt === 0) settledAt = now
          if (settledAt !== 0 && now - settledAt >= quietMs) {
            observer.disconnect()
            return resolve(Math.max(0, settledAt - from))
          }
          if (now - from > patienceMs) return reject(new Error(`${address} never came to rest`))
          requestAnimationFrame(look)
        }
        location.hash = address
        requestAnimationFrame(look)
      }),
    { address, quietMs: 150, patienceMs: 15_000 },
  )
}
