import { gzipSync } from 'node:zlib'
import { en } from '@renderer/i18n/en'
import { pack as english } from '@renderer/i18n/packs/en'
import { LANGUAGES, type Language, OFFERED } from '@shared/words/languages'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtConsole } from '../support/builtConsole'
import { type ConsoleBrowser, complaintsOf, openBrowser } from '../support/consoleBrowser'
import { type ConsoleServer, serveConsole } from '../support/consoleServer'
import { environment } from '../support/environment'
import { FakeSite } from '../support/fakeSite/FakeSite'
import { firstPageOf, noteFirstPage } from '../support/firstPage'
import { pseudoWords } from '../support/words/pseudo'

// The console as built, in a language that nobody speaks: longer than any, and in brackets.

/** Pages, drawers and parts of the console that show something of the sample. */
const PLACES = [
  '',
  'stations',
  'stations/1',
  'stations/1/commands',
  'security-profiles',
  'sessions',
  'sessions/energy',
  'reports',
  'cards',
  'cards/offline',
  'requests',
  'certificates',
  'certificates/authority',
  'devices',
  'files',
  'log',
  'events',
  'settings',
]

/** What the sample itself says: names, numbers, and what stations spelt. */
const DATA = [
  /^(Mill Lane depot|Yard, (left|right)|Visitors|Gate|Workshop|Roof|Annexe|Pool|Pool car 3|Example Power.*|Post 22 Duo)$/,
  /^( · )?(Anna Berg|Pool car 3|Chidi Okafor-Lindqvist)$/,
  /^(CP_\d|EP-\d+|AA\d+|CN=.*|EC P-256|[A-Z]+(_[A-Z]+)+)$/,
  /^(StartupOfTheDevice|InvalidMessages|A message could not be parsed)$/,
  /^office-pc,/,
  // As Intl writes them.
  /^[\d.,]+ (kWh|kW)( · )?$/,
  /^(\w+day, )?([A-Z][a-z]+ \d+, \d{4})?(, )?(\d+(:\d+){0,2} [AP]M)?$/,
  /^[A-Z][a-z]+ (\d{4}|\d\d)$/,
  /^(Ctrl|⌘)\+?K$/,
  // Each is named by itself.
  new RegExp(
    `^(${Object.values(LANGUAGES)
      .map(({ name }) => name)
      .join('|')})$`,
  ),
]

let browser: ConsoleBrowser
let server: ConsoleServer

beforeAll(async () => {
  if (environment.chromium === null) return
  browser = await openBrowser()
  server = await serveConsole(builtConsole(), new FakeSite('busy', Date.now()))
})

afterAll(async () => {
  await server?.close()
  await browser?.close()
})

/** Gives the page other words in place of the English ones, which are files of the built console by themselves. */
async function speakPseudo(context: BrowserContext): Promise<void> {
  await context.route(/\/assets\/en-[^/]+\.js$/, async (route) => {
    const { words, parts } = english
    await route.fulfill({
      contentType: 'text/javascript',
      body: `export const pack = ${JSON.stringify({ words: pseudoWords(words), parts })}`,
    })
  })
  const others: Readonly<Record<string, object>> = en
  await context.route(/\/assets\/words-en-\w+-[^/]+\.js$/, async (route) => {
    const [, namespace = ''] = /words-en-(\w+)-/.exec(route.request().url()) ?? []
    await route.fulfill({
      contentType: 'text/javascript',
      body: `export const ${namespace} = ${JSON.stringify(pseudoWords(others[namespace]))}`,
    })
  })
}

/** What people read on a page, or hear, that stands in no brackets. */
function unbracketed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('script, style, pre, code, [translate=no]')) continue
      texts.push(node.textContent ?? '')
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
        texts.push(element.getAttribute(name) ?? '')
      }
    }
    return [...new Set(texts.filter((text) => /\p{L}{2}/u.test(text) && !/[⟦⟧]/.test(text)))]
  })
}

/** What stands out of its page to the side. */
function standingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const wide = [document.documentElement, document.querySelector('main')].filter(
      (element) => element !== null && element.scrollWidth > element.clientWidth,
    )
    const out = [...document.querySelectorAll('button, a, input, h1, h2, [role=tab]')].filter((element) => {
      const { right, left, width: own } = element.getBoundingClientRect()
      return (
        own > 0 &&
        (right > width + 1 || left < -1) &&
        !element.closest('[class*=DataGrid], [role=tablist], .visually-hidden')
      )
    })
    return [
      ...wide.map((element) => `${element?.tagName} scrolls to the side`),
      ...out.map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`),
    ]
  })
}

/** Compressed, with its font. */
const FIRST_LOAD_BYTES = 350_000

/** The first page has come with its own words and little else. */
async function expectLightStart(page: Page, language: Language): Promise<void> {
  const { needed } = await firstPageOf(page)
  const files = await Promise.all(needed.map(async (url) => (await page.request.get(url)).body()))
  expect(files.reduce((sum, file) => sum + gzipSync(file).length, 0)).toBeLessThan(FIRST_LOAD_BYTES)
  const words = needed.flatMap((url) => url.match(/\/words-(\w+-\w+)-[^/]+\.js$/)?.[1] ?? [])
  expect(words).toContain(`${language}-overview`)
  expect(words).not.toContain(`${language}-variables`)
}

describe.skipIf(environment.chromium === null)('the console in a longer language', () => {
  it('has no word that is not among the words, and nothing that stands out', async () => {
    const profile = await browser.newProfile({ viewport: { width: 1024, height: 700 }, reducedMotion: 'reduce' })
    await speakPseudo(profile)
    const page = await profile.newPage()
    const complaints = complaintsOf(page)
    await page.goto(`${server.url}#/`)
    for (const place of PLACES) {
      await page.evaluate((address) => {
        window.location.hash = address
      }, `#/${place}`)
      await page.locator('main h1, [role=dialog]').first().waitFor({ state: 'attached' })
      await page.waitForFunction(
        () => !document.querySelector('main [role=progressbar]:not([aria-valuenow]), main .MuiSkeleton-root'),
      )
      const foreign = (await unbracketed(page)).filter((text) => !DATA.some((known) => known.test(text)))
      expect({ place, foreign, standingOut: await standingOut(page) }).toEqual({ place, foreign: [], standingOut: [] })
    }
    expect(complaints).toEqual([])
    await profile.close()
  })

  it.each(OFFERED.filter((language) => language !== 'en'))('speaks %s at once, and the next time', async (language) => {
    const profile = await browser.newProfile()
    const page = await profile.newPage()
    await noteFirstPage(page)
    await page.goto(`${server.url}#/`)
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
    await expectLightStart(page, 'en')
    const packs: string[] = []
    page.on('request', (request) => packs.push(request.url()))
    await page.getByRole('button', { name: 'Language' }).click()
    await page.getByRole('menuitemradio', { name: LANGUAGES[language].name }).click()
    await page.locator(`html:lang(${LANGUAGES[language].tag})`).waitFor({ state: 'attached' })
    const heading = page.getByRole('heading', { level: 1 })
    const title = await heading.textContent()
    expect(title).not.toBe('Overview')
    expect(packs.filter((url) => /\/(en|de|ko|zh)-[^/]+\.js$/.test(url))).toHaveLength(1)

    packs.length = 0
    await page.reload()
    await heading.waitFor()
    expect(await heading.textContent()).toBe(title)
    // Only the words that are read come.
    const fetched = packs.flatMap((url) => url.match(/\/(en|de|ko|zh)-[^/]+\.js$/)?.[1] ?? [])
    expect([...new Set(fetched)]).toEqual([language])
    await expectLightStart(page, language)
    await profile.close()
  })

  it('speaks what was chosen last, also when the words of what was chosen before come later', async () => {
    const profile = await browser.newProfile()
    const page = await profile.newPage()
    let come = () => {}
    const arrived = new Promise<void>((resolve) => {
      come = resolve
    })
    const german = /\/de-[^/]+\.js$/
    await page.route(german, (route) => arrived.then(() => route.continue()))
    await page.goto(`${server.url}#/`)
    const heading = page.getByRole('heading', { level: 1 })
    await heading.waitFor()
    const choose = async (language: Language) => {
      await page.getByRole('button', { name: 'Language' }).click()
      await page.getByRole('menuitemradio', { name: LANGUAGES[language].name }).click()
    }
    const [asked] = await Promise.all([page.waitForRequest(german), choose('de')])
    await choose('ko')
    await page.locator(`html:lang(${LANGUAGES.ko.tag})`).waitFor({ state: 'attached' })
    const title = await heading.textContent()
    come()
    // As text: what the test is made into has another word for it.
    await page.evaluate(`import(${JSON.stringify(asked.url())})`)
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
    expect(await heading.textContent()).toBe(title)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(LANGUAGES.ko.tag)
    await profile.close()
  })
})
