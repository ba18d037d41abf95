import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Charger } from '@simulator/index'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ConsoleBrowser, openBrowser, openConsole } from '../../support/consoleBrowser'
import { environment } from '../../support/environment'
import { freePort } from '../../support/freePort'
import { SITE, virtualCharger } from '../../support/journey'
import { type RunningProgram, runProgram, temporaryFolder } from '../../support/runningProgram'

describe.skipIf(environment.chromium === null)('the program is killed and started again', () => {
  let home: ReturnType<typeof temporaryFolder>
  let browser: ConsoleBrowser
  let program: RunningProgram
  let charger: Charger | null = null

  beforeEach(async () => {
    home = temporaryFolder()
    browser = await openBrowser()
  })
  afterEach(async () => {
    await charger?.stop()
    await browser?.close()
    await program?.end()
    home.remove()
  })

  it('and the console says so, says what to do, and goes on with what is now', async () => {
    const choices = { dataFolder: home.folder, ocppPort: await freePort(), webPort: await freePort() }
    program = await runProgram(choices)
    const profile = await browser.newProfile()
    const console = await openConsole(profile, program.link)
    await console.setup.setUp(SITE.name, SITE.organisation)
    await console.overview.chargerUrl()
    await console.goTo('Stations')
    await console.stations.add('CP_1')
    charger = virtualCharger(`ws://127.0.0.1:${choices.ocppPort}`, { identity: 'CP_1', version: '2.0.1' })
    charger.start()
    await charger.waitFor('ready', undefined, { from: 'history' })
    await console.goTo('Overview')
    await console.overview.tile('CP_1').getByText('Available').waitFor()

    await console.page.waitForLoadState('networkidle')
    await program.kill()
    await console.linkLost.waitFor()
    expect(await console.strip.count()).toBe(0)
    // The last known state stays on the screen, and nothing can be changed.
    await console.overview.tile('CP_1').getByText('Available').waitFor()
    // A page that was never open is there all the same.
    await console.goTo('Log')
    await console.goTo('Overview')

    const back = charger.waitFor('connected')
    program = await runProgram(choices)
    expect(program.ready).toMatchObject({ phase: 'running', ocpp: [`ws://127.0.0.1:${choices.ocppPort}`] })
    await back
    // This program has never seen the browser.
    await console.sees(/Open the link it printed, or the one in the file “console-link.txt” in its data folder/)
    expect(await charger.presentCard(1, { value: '04FFEE', type: 'ISO14443' })).toMatchObject({ outcome: 'refused' })
    const other = await openConsole(profile, program.linkInFolder())
    await other.heading('Overview').waitFor()
    await other.page.close()

    await console.strip.getByText('1 of 1 station connected').waitFor()
    await console.overview.decision('Unknown card 04FFEE seen at CP_1').waitFor()
  })

  it('in good order, after a goodbye to every charger', async () => {
    const choices = { dataFolder: home.folder, ocppPort: await freePort() }
    program = await runProgram(choices)
    const console = await openConsole(await browser.newProfile(), program.link)
    await console.setup.setUp(SITE.name, SITE.organisation)
    await console.overview.chargerUrl()
    charger = virtualCharger(`ws://127.0.0.1:${choices.ocppPort}`, { identity: 'CP_1', version: '1.6' })
    charger.start()
    await charger.waitFor('booted')
    const goodbye = charger.waitFor('disconnected')
    expect(await program.end()).toBe(0)
    expect(await goodbye).toMatchObject({ code: 1001, reason: 'The central system is shutting down' })
    const log = readFileSync(path.join(home.folder, 'log', 'chargehand.log'), 'utf8')
    expect(log).toContain('"msg":"disconnected"')
  })
})
