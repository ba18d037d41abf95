import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createRouter } from '@main/service'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { builtConsole } from '../../support/builtConsole'
import { type ConsoleBrowser, openBrowser, openConsole, picture } from '../../support/consoleBrowser'
import { environment } from '../../support/environment'
import { manifestOf, newReleaser } from '../../support/release'
import { temporaryFolder } from '../../support/runningProgram'
import { CHEAP, PASSPHRASE } from '../../support/testBackup'
import { openTestSite, type TestSite } from '../../support/testSite'
import { startTestHost } from '../../support/transports'

// In this process and not as a program: what is built knows the keys of real releases only.
const releaser = newReleaser('Key of the test')
const FILE = Buffer.alloc(400_000, 'the next version ')
const SIGNED = 'chargehand-any-any-source.update.json'

describe.skipIf(environment.chromium === null)('a new version', () => {
  let stick: ReturnType<typeof temporaryFolder>
  let browser: ConsoleBrowser
  let site: TestSite
  let host: Awaited<ReturnType<typeof startTestHost>>
  beforeAll(async () => {
    stick = temporaryFolder()
    browser = await openBrowser()
    const freeBytesKept = 0
    const backupLimits = { cost: CHEAP, freeBytesKept }
    site = await openTestSite({ releaseKeys: releaser.keys, backupLimits, updates: { freeBytesKept } })
    host = await startTestHost({ router: createRouter(site.site), rendererFolder: builtConsole() })
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
    await site?.close()
    stick.remove()
  })

  it('is brought on a stick, checked, and installed by what the console says to type', async ({
    task,
    onTestFailed,
  }) => {
    const console = await openConsole(await browser.newProfile(), host.host.link)
    const { page } = console
    onTestFailed(() => picture(page, task.name))
    const file = path.join(stick.folder, manifestOf(FILE).file)
    const signed = path.join(stick.folder, SIGNED)
    writeFileSync(file, FILE.subarray(1))
    writeFileSync(signed, releaser.sign(FILE))
    await console.goTo('Settings')
    await page.getByRole('navigation', { name: 'Parts of the settings' }).getByRole('link', { name: 'Updates' }).click()
    const updates = page.getByRole('region', { name: 'Updates', exact: true })
    await updates.getByText('This is Chargehand 0.0.0.').waitFor()

    const choose = async (...files: string[]) => {
      const [dialog] = await Promise.all([
        page.waitForEvent('filechooser'),
        updates.getByRole('button', { name: 'Choose both files' }).click(),
      ])
      await dialog.setFiles(files)
    }
    await choose(file)
    await updates.getByText('Choose both files together').waitFor()
    await choose(file, signed)
    await updates.getByText('The file has 399999 bytes, and the signed one 400000.').waitFor()
    writeFileSync(file, FILE)
    await choose(file, signed)
    await updates.getByRole('heading', { name: 'Version 9.0.0 was checked and lies ready' }).waitFor()
    await updates.getByText('Everything is better.').waitFor()
    await updates.getByRole('button', { name: 'Remove it' }).click()
    await console.sees('Version 9.0.0 was removed.')

    // The same stick as a feed.
    await updates.getByLabel('Address or folder').fill('stick')
    await updates.getByRole('button', { name: 'Look there daily' }).click()
    await updates.getByText('Type an address that begins with https://').waitFor()
    await updates.getByLabel('Address or folder').fill(stick.folder)
    await updates.getByRole('button', { name: 'Look there daily' }).click()
    await updates.getByRole('button', { name: 'Fetch version 9.0.0' }).click()
    const backUp = updates.getByRole('button', { name: 'Back up, and show what to type' })
    await backUp.click()
    await updates.getByText('At least 12 characters are needed.').waitFor()
    await updates.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
    await updates.getByLabel('Passphrase again').fill(PASSPHRASE)
    await backUp.click()
    await updates.getByText('npm ci && npm run build').waitFor()
    const place = path.join(site.folder, 'updates')
    expect(readdirSync(place)).toEqual([expect.stringMatching(/\.chbackup$/), 'ready'])
    expect(readFileSync(path.join(place, 'ready', path.basename(file)))).toEqual(FILE)

    rmSync(signed)
    await updates.getByRole('button', { name: 'Look now' }).click()
    await updates.getByText(`There is no “${SIGNED}” at this address.`).waitFor()
    await updates.getByRole('button', { name: 'Stop looking' }).click()
    await console.sees('Nothing is looked for any more.')
    expect(await findingsOf(page)).toEqual([])
  })
})
