import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createRouter } from '@main/service'
import Database from 'better-sqlite3'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fillLedger, LEDGER_SIZE } from '../bench/ledger/fillLedger'
import { findingsOf } from '../support/accessibility'
import { builtConsole } from '../support/builtConsole'
import { type ConsoleBrowser, complaintsOf, openBrowser, openConsole } from '../support/consoleBrowser'
import { environment } from '../support/environment'
import { heldAnswers } from '../support/heldAnswers'
import { openTestSite, type TestSite } from '../support/testSite'
import { startTestHost } from '../support/transports'

// The ledger of a site that has been busy for years, in a browser.
const SESSIONS = 100_000

let browser: ConsoleBrowser
let site: TestSite
let host: Awaited<ReturnType<typeof startTestHost>>
let profile: BrowserContext
let page: Page
let complaints: string[] = []

beforeAll(async () => {
  if (environment.chromium === null) return
  browser = await openBrowser()
  site = await openTestSite()
  const db = new Database(join(site.folder, 'chargehand.db'))
  fillLedger(db, { ...LEDGER_SIZE, readingsEach: 20, sessions: SESSIONS, until: Date.now() })
  db.close()
  host = await startTestHost({ router: createRouter(site.site), rendererFolder: builtConsole() })
  profile = await browser.newProfile()
  await openConsole(profile, host.host.link)
})
afterAll(async () => {
  await browser?.close()
  await host?.close()
  await site?.close()
})
afterEach(async () => {
  await page.close()
  expect(complaints).toEqual([])
})

describe.skipIf(environment.chromium === null)('the ledger of a hundred thousand sessions', () => {
  const grid = () => page.getByRole('grid', { name: 'All sessions, newest first' })
  const range = (text: string) => page.getByText(text, { exact: true }).waitFor()
  const choose = async (label: string, option: string) => {
    await page.getByRole('combobox', { name: label, exact: true }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  const open = async () => {
    page = await profile.newPage()
    complaints = complaintsOf(page)
    await page.goto(`${host.host.url}#/sessions`)
    await range('1–50 of 100,000')
  }

  it('is paged, narrowed, counted as far as anybody needs, and widened again', async () => {
    await open()
    await page.getByRole('button', { name: 'Go to next page' }).click()
    await range('51–100 of 100,000')
    await choose('State', 'Ended')
    await range('1–50 of more than 10,000')
    await page.getByRole('button', { name: 'Go to next page' }).click()
    await range('51–100 of more than 10,000')
    await choose('State', 'Running')
    await grid().getByRole('row').nth(1).getByText('Running').waitFor()
    expect(await grid().getByRole('row').count()).toBe(1 + 12)

    await choose('State', 'Need a decision')
    await grid().getByRole('row').nth(1).getByText('Beginning missing').waitFor()
    await choose('State', 'All')
    await choose('Began', 'Between two days')
    await page.getByLabel('First day').fill('2019-01-01')
    await page.getByLabel('Last day').fill('2019-12-31')
    await page.getByText('No session matches').waitFor()
    await page.getByRole('button', { name: 'Clear search and filters' }).click()
    await range('1–50 of 100,000')

    await page.getByRole('searchbox').fill('ada berg')
    await grid().getByRole('row').nth(1).getByText('Ada Berg').waitFor()
    expect(await findingsOf(page)).toEqual([])
  })

  it('goes one page on however often that is asked for, until what comes after it is known', async () => {
    await open()
    const answers = await heldAnswers(page)
    await page.reload()
    await range('1–50 of 100,000')
    answers.hold()
    const next = page.getByRole('button', { name: 'Go to next page' })
    await next.click()
    await page.locator('[aria-busy=true]').first().waitFor()
    await next.click()
    answers.release()
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
    await range('51–100 of 100,000')
    await next.click()
    await range('101–150 of 100,000')
  })

  it('is saved as a table with what is narrowed, by keyboard', async () => {
    await open()
    await page.getByRole('searchbox').fill('ada berg')
    await grid().getByRole('row').nth(1).getByText('Ada Berg').waitFor()
    const footer = await page.getByText(/^1–50 of [\d,]+$/).textContent()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'For other programs (CSV)' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^Sessions-\d{4}-\d\d-\d\d\.csv$/)
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n')
    const total = Number(footer?.split(' of ')[1]?.replace(',', ''))
    expect(lines).toHaveLength(total + 2)
    expect(lines[0]).toMatch(/^session,station,/)
    expect(lines.slice(1, -1).every((line) => line.includes(',Ada Berg,'))).toBe(true)
    await page.getByText(`with ${total.toLocaleString('en')} rows is ready.`).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Export')
  })

  it('keeps its filter in its address and under a name, and its columns as they were chosen', async () => {
    await open()
    const search = page.getByRole('searchbox')
    const state = page.getByRole('combobox', { name: 'State', exact: true })
    await search.fill('ada berg')
    await page.waitForURL(/[?&]search=ada\+berg$/)
    await choose('State', 'Ended')
    await page.waitForURL(/[?&]shown=ended$/)
    await page.goBack()
    await state.filter({ hasText: 'All' }).waitFor()
    expect(await search.inputValue()).toBe('ada berg')
    await page.goForward()
    await state.filter({ hasText: 'Ended' }).waitFor()

    await page.getByRole('button', { name: 'Saved filters', exact: true }).focus()
    await page.keyboard.press('Enter')
    const saved = page.getByRole('dialog', { name: 'Saved filters' })
    await saved.getByRole('textbox', { name: 'Name of this filter' }).waitFor()
    await page.keyboard.type('Ada, ended')
    await page.keyboard.press('Enter')
    await saved.getByRole('button', { name: 'Ada, ended', exact: true }).waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await saved.waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Columns', exact: true }).focus()
    await page.keyboard.press('Enter')
    const columns = page.getByRole('dialog', { name: 'Columns' })
    await columns.getByRole('checkbox', { name: 'Transaction' }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Escape')
    const transaction = grid().getByRole('columnheader', { name: 'Transaction' })
    await transaction.waitFor()

    // What opens beside the list leaves the list as it is.
    await grid().getByRole('row').nth(1).click()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await page.waitForURL(/#\/sessions\?search=ada\+berg&shown=ended$/)

    // From the address without it, as after a start.
    await page.evaluate(() => {
      location.hash = '/sessions'
    })
    await page.reload()
    await transaction.waitFor()
    expect(await search.inputValue()).toBe('')
    await page.getByRole('button', { name: 'Saved filters', exact: true }).click()
    await saved.getByRole('button', { name: 'Ada, ended', exact: true }).click()
    await page.waitForURL(/[?&]shown=ended$/)
    await grid().getByRole('row').nth(1).getByText('Ada Berg').waitFor()

    // One that another window keeps meanwhile is here, too, and stays whatever is changed here.
    const other = await profile.newPage()
    await other.goto(`${host.host.url}#/sessions?shown=running`)
    await other.getByRole('button', { name: 'Saved filters', exact: true }).click()
    await other.getByRole('textbox', { name: 'Name of this filter' }).fill('Running')
    await other.keyboard.press('Enter')
    await other.getByRole('button', { name: 'Running', exact: true }).waitFor()
    await other.close()

    await page.getByRole('button', { name: 'Saved filters: Ada, ended', exact: true }).click()
    await saved.getByRole('button', { name: 'Running', exact: true }).waitFor()
    await saved.getByRole('button', { name: 'Rename filter Ada, ended' }).click()
    await saved.getByRole('textbox', { name: 'New name' }).fill('Ada')
    await page.keyboard.press('Enter')
    await saved.getByRole('button', { name: 'Remove filter Ada', exact: true }).click()
    await page.getByText('Filter Ada removed').waitFor()
    await saved.getByRole('button', { name: 'Running', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Columns', exact: true }).click()
    await columns.getByRole('button', { name: 'Show the usual columns' }).click()
    await page.keyboard.press('Escape')
    await transaction.waitFor({ state: 'detached' })
  })

  it('is given up half way, and nothing is saved', async () => {
    await open()
    let saved = 0
    page.on('download', () => {
      saved += 1
    })
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('menuitem', { name: 'For Excel (CSV)' }).click()
    await page.getByRole('progressbar', { name: /rows$/ }).waitFor()
    await page.getByRole('button', { name: 'Cancel the export' }).click()
    await page.getByText('The export was cancelled. Nothing was saved.').waitFor()
    await page.getByRole('button', { name: 'Export', exact: true }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Export')
    expect(saved).toBe(0)
  })

  it('has the readings of each session as a table too', async () => {
    await open()
    await grid().getByRole('row').nth(8).click()
    const drawer = page.getByRole('dialog')
    const download = page.waitForEvent('download')
    await drawer.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('menuitem', { name: 'For other programs (CSV)' }).click()
    const lines = (await readFile(await (await download).path(), 'utf8')).split('\r\n')
    expect(lines[0]).toBe('time,energy_kwh,energy_wh,power_w')
    expect(lines).toHaveLength(20 + 2)
    expect(await findingsOf(page)).toEqual([])
  })
})
