import { readFile } from 'node:fs/promises'
import { createRouter } from '@main/service'
import type { BrowserContext, Page } from 'playwright-core'
import readWorkbook from 'read-excel-file/node'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { builtConsole } from '../../support/builtConsole'
import { type ConsoleBrowser, complaintsOf, openBrowser, openConsole } from '../../support/consoleBrowser'
import { environment } from '../../support/environment'
import { heldAnswers } from '../../support/heldAnswers'
import { Console } from '../../support/pages/console'
import { storeSessions } from '../../support/storeSessions'
import { openTestSite, type TestSite } from '../../support/testSite'
import { startTestHost } from '../../support/transports'

/** A day of the month that is over, by the clock of this computer. */
const lastMonth = (day: number, hour: number) => {
  const now = new Date()
  return new Date(now.getFullYear(), now.getMonth() - 1, day, hour).getTime()
}
describe.skipIf(environment.chromium === null)('reports', () => {
  let browser: ConsoleBrowser
  let site: TestSite
  let host: Awaited<ReturnType<typeof startTestHost>>
  let profile: BrowserContext
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
    site = await openTestSite()
    const session = (day: number, hour: number, wh: number, token: string | null, hours = 1) => {
      const [at, end] = [lastMonth(day, hour), lastMonth(day, hour + hours)]
      const readings = [
        { at, wh: 1_000 },
        { at: end, wh: 1_000 + wh },
      ]
      return { station: 1, token, readings, state: 'ended' as const, startedAt: at, endedAt: end, receivedAt: end }
    }
    await storeSessions(site.site.store, [
      session(2, 8, 10_000, 'AA'),
      // Half of it is night.
      session(3, 21, 8_000, 'AA', 2),
      session(4, 8, 4_000, null),
      { ...session(5, 8, 9_000, 'AA'), unsettled: true },
    ])
    host = await startTestHost({ router: createRouter(site.site), rendererFolder: builtConsole() })
    profile = await browser.newProfile()
    page = await openConsole(profile, host.host.link).then(({ page: opened }) => opened)
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
    await site?.close()
  })

  const saved = async (button: string) => {
    await page.getByRole('button', { name: 'Export' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: button }).click(),
    ])
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }

  it('get their prices from a tariff, and are read, saved and printed', async () => {
    const complaints = complaintsOf(page)
    const console = new Console(page)
    // Whoever would print is told what is missing on the paper, and led to where it is entered.
    await console.goTo('Reports')
    await page.getByRole('link', { name: 'Statements' }).click()
    await page.getByText('The site’s address is not on these statements').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'Enter the address' }).click()
    const issuer = page.getByRole('region', { name: 'Reports and statements' })
    await issuer.getByLabel('Address').fill('Hauptstraße 1\n10115 Berlin')
    await issuer.getByRole('button', { name: 'Save' }).click()
    await console.sees('Saved.')

    // Energy is there without a tariff.
    await console.goTo('Reports')
    await page.getByText('There is no tariff for this month').waitFor()
    await page.getByRole('table', { name: 'Lines of the report' }).getByText('18.000 kWh').waitFor()
    await page.getByText('1 session is not counted').waitFor()
    await page.getByRole('link', { name: 'Show tariffs' }).click()
    await page.getByRole('link', { name: 'New tariff' }).first().click()

    const form = page.getByRole('dialog', { name: 'New tariff' })
    await form.getByRole('button', { name: 'Save tariff' }).click()
    await form.getByText('Some fields above can’t be used as they are.').waitFor()
    await form.getByLabel('First day').fill('2020-01-01')
    await form.getByLabel('Price', { exact: true }).fill('0,30')
    await form.getByRole('button', { name: 'Add hours with another price' }).click()
    const night = form.getByRole('group', { name: 'Hours with a price of their own, 1' })
    await night.getByLabel('Name of these hours').fill('Night')
    await night.getByLabel('Price').fill('0.20')
    await form.getByLabel('Fee per session').fill('0.35')
    await form.getByLabel('Name of the tax').fill('VAT')
    await form.getByLabel('Rate').fill('19')
    expect(await findingsOf(page)).toEqual([])
    await form.getByRole('button', { name: 'Save tariff' }).click()
    await console.sees('The tariff from Jan 1, 2020 is saved.')
    await page.getByRole('heading', { name: 'From Jan 1, 2020' }).waitFor()
    expect(await findingsOf(page)).toEqual([])

    // 14 kWh at 0.30, 4 at 0.20, two fees.
    await page.getByRole('tab', { name: 'Month' }).click()
    const lines = page.getByRole('table', { name: 'Lines of the report' })
    const row = lines.getByRole('row').filter({ hasText: 'Ines' })
    await row.getByText('€5.70').waitFor()
    expect(await findingsOf(page)).toEqual([])
    const names = () => lines.getByRole('rowheader').allTextContents()
    expect(await names()).toEqual(['Ines', 'Started without card'])
    const bySessions = page.getByRole('columnheader', { name: 'Sessions' })
    await bySessions.getByRole('button').click()
    await bySessions.getByRole('button').press('Enter')
    await bySessions.and(page.locator('[aria-sort=ascending]')).waitFor()
    expect(await names()).toEqual(['Started without card', 'Ines'])
    await page.getByRole('searchbox', { name: 'Search these lines' }).fill('WITHOUT card')
    await row.waitFor({ state: 'detached' })
    expect(await names()).toEqual(['Started without card'])
    // What is found can be saved, and what is saved whole says so.
    const found = await saved('The line found (CSV)')
    expect(found.name).toMatch(/^report-\d{4}-\d{2}-found\.csv$/)
    const whole = await saved('All lines (CSV)')
    const [heads, ines, withoutCard] = whole.bytes.toString('utf8').split('\r\n')
    expect(ines).toMatch(/^Ines,/)
    expect(found.bytes.toString('utf8')).toBe(`${heads}\r\n${withoutCard}\r\n`)
    await page.getByRole('searchbox', { name: 'Search these lines' }).fill('')
    await row.waitFor()
    // A search is kept in the address once nobody types any more.
    await page.waitForURL(({ hash }) => !hash.includes('WITHOUT'))

    // Whoever has it made again sees that it is being made.
    const answers = await heldAnswers(page)
    await page.reload()
    const again = page.getByRole('button', { name: 'Make it again' })
    await again.waitFor()
    answers.hold()
    await again.click()
    await again.and(page.locator(':disabled')).waitFor()
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'Workbook (XLSX)' }).click()
    await page.getByRole('button', { name: 'Cancel the export' }).click()
    await console.sees('The export was cancelled. Nothing was saved.')
    answers.release()
    await again.and(page.locator(':enabled')).waitFor()
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await findingsOf(page)).toEqual([])
    const csv = await saved('Lines (CSV)')
    expect(csv.bytes.toString('utf8').split('\r\n')[1]).toMatch(
      /^Ines,,holder,2,18\.000,0\.000,1,4\.79,0\.91,5\.70,EUR$/,
    )
    const workbook = await saved('Workbook (XLSX)')
    expect(workbook.name).toMatch(/^report-\d{4}-\d{2}\.xlsx$/)
    const sheets = await readWorkbook(workbook.bytes)
    expect(sheets.find(({ sheet }) => sheet === 'Report')?.data[1]).toEqual([
      'Ines',
      null,
      2,
      18,
      0,
      1,
      4.79,
      0.91,
      5.7,
    ])

    // By keyboard into a line, and back.
    await row.getByRole('link', { name: 'Ines' }).focus()
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog', { name: 'Ines' })
    await drawer.getByText('split by time').waitFor()
    await drawer.getByText('4.000 kWh × €0.20 per kWh').waitFor()
    expect(await findingsOf(page)).toEqual([])
    expect(await drawer.getByRole('link', { name: 'Statement' }).getAttribute('href')).toContain('statements')
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })

    await page.getByRole('link', { name: 'Statements' }).click()
    await page.getByRole('button', { name: 'Save or print 2 statements' }).waitFor()
    expect(await findingsOf(page)).toEqual([])
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
    // A sheet each, numbered from its own first one; nothing of the console around them.
    expect(totalPages).toBe(2)
    const [first = '', second = ''] = text.map((sheet) => sheet.replace(/\s+/g, ' '))
    for (const words of [
      'Test site',
      'Hauptstraße 1',
      'Ines',
      '18.000 kWh',
      'VAT 19%',
      '€5.70',
      'Page 1',
      'to the nearest',
    ]) {
      expect(first).toContain(words)
    }
    expect(first).toContain('Not in this statement')
    expect(first).not.toContain('Save or print')
    expect(first).not.toContain('Overview')
    expect(second).toContain('Started without card')
    expect(second).toContain('Page 1')
    const { tariffs } = await site.client.tariffs.list()
    expect(tariffs.map(({ fromDay, state, removable }) => ({ fromDay, state, removable }))).toEqual([
      // Entered today: a mistake could still be taken back.
      { fromDay: '2020-01-01', state: 'in-force', removable: true },
    ])
    expect(complaints).toEqual([])
  })
})
