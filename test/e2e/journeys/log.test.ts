import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { type DemoConsole, openDemo } from '../../support/demoConsole'
import { environment } from '../../support/environment'
import type { Console } from '../../support/pages/console'
import { bootOf, RawCharger } from '../../support/rawCharger'
import type { RunningProgram } from '../../support/runningProgram'

describe.skipIf(environment.chromium === null)('the log of frames', () => {
  let demo: DemoConsole | null = null
  let program: RunningProgram
  let console: Console

  beforeAll(async () => {
    demo = await openDemo()
    ;({ program, console } = demo)
  })
  afterAll(() => demo?.close())

  it('shows what a charger says as it says it, stands still, finds, explains, and leaves as a file', async () => {
    const { log, page } = console
    await console.goTo('Log')
    const charger = await RawCharger.connect(program.ready.ocpp[0] ?? '', 'CP_1', 'ocpp1.6')
    await charger.ask('BootNotification', bootOf('ocpp1.6'))
    await charger.ask('Authorize', { idTag: 'AA12345' })
    await log.row('CP_1', 'Authorize', 'AA12345').waitFor()

    await log.row('CP_1', 'Authorize · answer').waitFor()
    await log.pause()
    await charger.call('NoSuchAction', { more: 1 })
    await log.search('AA12345')
    await log.row('CP_1', 'Authorize · answer').waitFor({ state: 'detached' })
    await log.row('CP_1', 'Authorize', 'AA12345').waitFor()
    await log.search('')
    await log.row('CP_1', 'Authorize · answer').waitFor()
    expect(await log.row('NoSuchAction').count()).toBe(0)
    await log.follow()
    // The demo's chargers go on talking: among all frames it would soon be out of sight.
    await log.search('NoSuchAction')
    await log.row('NoSuchAction', 'Received', 'Refused').waitFor()
    await log.search('')

    await log.onlyProblems()
    await log.row('NoSuchAction', 'Sent', 'Refused').waitFor()
    await page.getByRole('grid').getByRole('gridcell', { name: 'NoSuchAction', exact: true }).click()
    const drawer = log.drawer('NoSuchAction')
    await drawer.getByText('NotImplemented').first().waitFor()
    await drawer.getByRole('region', { name: /^Question/ }).waitFor()
    await drawer.getByRole('region', { name: /^Answer/ }).waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    expect(await findingsOf(page)).toEqual([])

    const table = readFileSync(await (await log.saveTable()).path(), 'utf8')
    expect(table).toContain('NoSuchAction')
    await log.onlyProblems()
    const download = await log.saveBundle(true)
    expect(download.suggestedFilename()).toMatch(/^chargehand-support-.*\.jsonl$/)
    const text = readFileSync(await download.path(), 'utf8')
    expect(text).toContain('NoSuchAction')
    expect(text).toContain('"idTag":"card-')
    expect(text).not.toContain('AA12345')
  })

  it('is a part of each station’s page', async () => {
    const { log, page } = console
    await console.goTo('Stations')
    await page.evaluate(() => {
      location.hash = '/stations/2/log'
    })
    // More has been said since it booted than has room.
    await log.search('BootNotification')
    await log.row('BootNotification', 'Received').waitFor()
    expect(await log.row('NoSuchAction').count()).toBe(0)
    expect(await findingsOf(page)).toEqual([])
  })
})
