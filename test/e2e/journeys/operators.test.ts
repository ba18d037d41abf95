import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { environment } from '../../support/environment'
import { type Journey, openJourney, SITE } from '../../support/journey'

const PIN = { Ada: '246813', Vic: 'blue kite' } as const
const LOCK = 'Control+Shift+L'

describe.skipIf(environment.chromium === null)('operators', () => {
  let site: Journey
  beforeAll(async () => {
    site = await openJourney()
  })
  afterEach((test) => site.leave(test))
  afterAll(() => site?.close())

  /** Signs in with the keyboard alone, from wherever the sign-in screen put the focus. */
  async function signIn(page: Page, name: keyof typeof PIN, secret: string = PIN[name]) {
    const field = page.getByLabel('PIN or password')
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'password')
    if ((await page.getByRole('combobox', { name: 'Name' }).textContent()) !== name) {
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Enter')
      await page.getByRole('option', { name }).waitFor()
      await page.keyboard.press(name[0] ?? '')
      await page.keyboard.press('Enter')
      await page.getByRole('option', { name }).waitFor({ state: 'detached' })
      await page.keyboard.press('Tab')
    }
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'password')
    await page.keyboard.type(secret)
    expect(await field.inputValue()).toBe(secret)
    await page.keyboard.press('Enter')
  }

  it('are made, asked who they are, and may what their role says', async () => {
    const console = await site.console()
    const { page } = console
    await console.goTo('Stations')
    await console.stations.add('CP_1')

    await console.goTo('Settings')
    const part = page.getByRole('region', { name: 'Operators' })
    await part.getByText('There are no operators: whoever can open the console may do everything.').waitFor()
    const fill = async (name: keyof typeof PIN) => {
      await part.getByLabel('Name', { exact: true }).fill(name)
      await part.getByLabel('PIN or password', { exact: true }).fill(PIN[name])
      await part.getByLabel('The same once more').fill(PIN[name])
    }
    const addFirst = part.getByRole('button', { name: 'Add administrator and lock the console' })
    await addFirst.click()
    await part.getByText('Give a name.').waitFor()
    await fill('Ada')
    await addFirst.click()
    await console.sees('You are signed in as Ada.')
    await part.getByRole('row', { name: /Ada \(you\) Administrator/ }).waitFor()
    await fill('Vic')
    await part.getByRole('combobox', { name: 'Role' }).click()
    await page.getByRole('option', { name: 'Viewer' }).click()
    await part.getByRole('button', { name: 'Add operator' }).click()
    await part.getByRole('row', { name: /Vic Viewer Never/ }).waitFor()
    // Nobody locks themselves out by mistake.
    await part.getByRole('button', { name: 'Change Ada' }).click()
    const change = page.getByRole('dialog', { name: 'Change Ada' })
    await change.getByRole('button', { name: 'Switch off' }).click()
    await change.getByText('Somebody has to be left who can change this.').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await change.getByRole('button', { name: 'Close' }).click()
    await change.waitFor({ state: 'detached' })
    expect(await findingsOf(page)).toEqual([])

    // Locked: the site's name, who could sign in, and nothing of the page that was open.
    await console.goTo('Stations')
    await page.getByText('CP_1').first().waitFor()
    await page.keyboard.press(LOCK)
    await page.getByRole('heading', { name: SITE.name }).waitFor()
    expect(await page.getByText('CP_1').count()).toBe(0)
    expect(await findingsOf(page)).toEqual([])
    await signIn(page, 'Ada', 'wrong one')
    await page.getByText('That is not the PIN or password of Ada.').waitFor()
    await signIn(page, 'Vic')

    // Where it was left; what a viewer may not do is shown as such.
    await page.getByRole('heading', { name: 'Stations', level: 1 }).waitFor()
    const reason = 'Only an administrator can do this.'
    const add = page.getByRole('note', { name: reason }).getByRole('button', { name: 'Add station' })
    expect(await add.isDisabled()).toBe(true)
    await console.goTo('Cards')
    const enrol = page.getByRole('note', { name: 'Only an operator can do this. Viewers look.' })
    expect(await enrol.getByRole('button', { name: 'Enrol card' }).first().isDisabled()).toBe(true)
    await console.goTo('Settings')
    await part.getByText(reason).waitFor()
    expect(await part.getByLabel('Name', { exact: true }).count()).toBe(0)
    expect(await page.getByRole('switch', { name: 'Listen without TLS (ws://)' }).isDisabled()).toBe(true)
    expect(await findingsOf(page)).toEqual([])

    await page.getByRole('button', { name: 'Vic, Viewer' }).click()
    await page.getByRole('menuitem', { name: /^Lock/ }).click()
    await signIn(page, 'Ada')
    await console.goTo('Stations')
    expect(await page.getByRole('link', { name: 'Add station' }).isEnabled()).toBe(true)
    await console.goTo('Events')
    await page.getByRole('tab', { name: 'Changes' }).click()
    await page.getByText('Vic left the console, which is locked').waitFor()
    await page.getByText('A wrong PIN or password was typed for Ada').waitFor()
  })
})
