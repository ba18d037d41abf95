import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What axe finds on a page as it stands, one text a finding. Waits until the page stands still: a movement that is under
 * way mixes colours, and a grid draws its rows a moment before the cells in them.
 */
export async function findingsOf(page: Page): Promise<string[]> {
  const findings = await lookOnce(page)
  // A notice may have begun to go while axe was looking; what is really wrong still is at the second look.
  return findings.length === 0 ? findings : lookOnce(page)
}

async function lookOnce(page: Page): Promise<string[]> {
  await page.waitForFunction(() => {
    const still = document
      .getAnimations()
      // The pulse of a mark never ends.
      .every((one) => one.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY)
    const rows = [...document.querySelectorAll('[role="row"]')]
    return still && rows.every((row) => row.querySelector('[role="gridcell"], [role="columnheader"]') !== null)
  })
  // The page has no frames: what axe does to put frames together, in a window of its own, is spared.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
