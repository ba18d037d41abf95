import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { environment } from '../../support/environment'
import { type Journey, openJourney } from '../../support/journey'

/** More stops than any page of these has. */
const STOPS_MAX = 60

describe.skipIf(environment.chromium === null)('without a mouse', () => {
  let site: Journey
  beforeAll(async () => {
    site = await openJourney()
  })
  afterEach((test) => site.leave(test))
  afterAll(() => site?.close())

  it('a charger is admitted, a card enrolled and a request approved', async () => {
    const console = await site.console()
    const { page } = console
    // The focus has to find its place again while drawers and dialogs are still moving.
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    const charger = site.charger({ identity: 'CP_1', version: '2.0.1' })
    charger.start()

    await tabTo(page, console.overview.admit('CP_1'))
    await page.keyboard.press('Enter')
    await console.overview.tile('CP_1').getByText('Available').waitFor()

    const card = { value: '04C0FFEE0001', type: 'ISO14443' } as const
    await charger.presentCard(1, card)
    await tabTo(page, console.overview.decision(card.value).getByRole('link', { name: 'Enrol card' }))
    await page.keyboard.press('Enter')
    await console.cards.enrolForm.waitFor()
    await tabTo(page, console.cards.enrolForm.getByRole('textbox', { name: 'Holder' }))
    await page.keyboard.type('Anna Berg')
    await page.keyboard.press('Enter')
    await console.cards.enrolForm.waitFor({ state: 'detached' })
    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'started' })

    // A drawer gives the focus back to what opened it.
    await tabTo(page, page.getByRole('columnheader', { name: 'Number' }))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await console.cards.drawer(card.value).waitFor()
    await page.keyboard.press('Escape')
    await console.cards.drawer(card.value).waitFor({ state: 'detached' })
    await expect.poll(() => holdsFocus(console.cards.row(card.value))).toBe(true)

    await charger.requestCertificate()
    await tabTo(page, console.navigation('Requests'))
    await page.keyboard.press('Enter')
    await console.requests.case('CP_1').waitFor()
    await page.keyboard.press('a')
    await console.requests.sendNow.waitFor()
    await tabTo(page, console.requests.sendNow)
    await page.keyboard.press('Enter')
    await console.requests.case('CP_1').getByText('CP_1 accepted the certificate.').waitFor()
    expect(charger.certificate).not.toBeNull()
  })
})

/** Presses Tab until `target` has the focus. On the way there the place of the focus can always be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  const visited: string[] = []
  for (let stop = 0; stop < STOPS_MAX; stop++) {
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return null
      // Fields and buttons may show it on the box that is drawn around them.
      const marks = [element, element.parentElement, element.parentElement?.parentElement].map((each) => {
        const style = each ? getComputedStyle(each) : null
        return style && ((style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none')
      })
      const { width, height } = element.getBoundingClientRect()
      const ring = element.parentElement?.querySelector('fieldset')
      const ringed = ring ? Number.parseFloat(getComputedStyle(ring).borderWidth) > 1 : false
      return { html: element.outerHTML.slice(0, 160), shown: marks.some(Boolean) || ringed, size: width * height }
    })
    if (focus === null) continue
    visited.push(focus.html)
    expect(focus.shown, `the focus can not be seen on ${focus.html}`).toBe(true)
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab never reached ${target}; it went over\n${visited.join('\n')}`)
}

function holdsFocus(place: Locator): Promise<boolean> {
  return place.evaluate((element) => element.contains(document.activeElement))
}
