import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { drillBackup } from '@main/backup/drill'
import { readBackupFile } from '@main/backup/readFile'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { openBrowser, openConsole } from '../../support/consoleBrowser'
import { environment } from '../../support/environment'
import { type Journey, openJourney, SITE } from '../../support/journey'
import { type RunningProgram, runProgram, temporaryFolder } from '../../support/runningProgram'
import { backupBytes, PASSPHRASE, storeWithSite } from '../../support/testBackup'

describe.skipIf(environment.chromium === null)('backups', () => {
  let site: Journey
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'chargehand-journey-'))
    site = await openJourney()
  })
  afterEach((test) => site.leave(test))
  afterAll(async () => {
    await site?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('are saved under a passphrase that is typed twice', async () => {
    const console = await site.console()
    const { page } = console
    await console.goTo('Settings')
    const save = page.getByRole('region', { name: 'Save a backup now' })
    await save.getByRole('button', { name: 'Save backup' }).click()
    await save.getByText('At least 12 characters are needed.').waitFor()
    await save.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
    await save.getByLabel('Passphrase again').fill('something else')
    await save.getByText('The two are not the same.').waitFor()
    await save.getByLabel('Passphrase again').fill(PASSPHRASE)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      save.getByRole('button', { name: 'Save backup' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^Harbour-depot-\d{4}-\d\d-\d\d-\d{6}\.chbackup$/)
    const file = path.join(folder, 'saved.chbackup')
    await download.saveAs(file)
    const found = await drillBackup({ bytes: readBackupFile(file), passphrase: PASSPHRASE, workParent: folder })
    expect(found).toMatchObject({ siteName: SITE.name, counts: { keys: 2 } })
    rmSync(file)
    await page.getByText('Last saved by hand').waitFor()
    expect(await findingsOf(page)).toEqual([])
  })

  it('are made each day into a folder, and the newest can be tried', async () => {
    const console = await site.console()
    const { page } = console
    await console.goTo('Settings')
    const plan = page.getByRole('region', { name: 'Daily backup' })
    await plan.getByLabel('Folder').fill(site.program.ready.dataFolder)
    await plan.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
    await plan.getByLabel('Passphrase again').fill(PASSPHRASE)
    await plan.getByRole('button', { name: 'Save daily backup' }).click()
    await plan.getByText('This folder is part of the site’s own data').waitFor()
    await plan.getByLabel('Folder').fill(folder)
    await plan.getByRole('button', { name: 'Save daily backup' }).click()
    await console.sees('Daily backups are set up.')
    await plan.getByRole('button', { name: 'Back up to the folder now' }).click()
    await console.sees('Made Harbour-depot-')
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^Harbour-depot-.*\.chbackup$/)])
    await plan.getByRole('button', { name: 'Try the newest backup' }).click()
    await plan.getByText('opens, and it is whole: 0 stations').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await plan.getByRole('button', { name: 'End daily backups' }).click()
    await console.sees('Daily backups have ended.')
  })

  it('are restored at the first run of another computer', async () => {
    const { order } = await storeWithSite()
    const bytes = await backupBytes(order)
    const home = temporaryFolder()
    const browser = await openBrowser()
    const profile = await browser.newProfile()
    let program: RunningProgram | null = null
    try {
      program = await runProgram({ dataFolder: home.folder })
      const console = await openConsole(profile, program.link)
      const { page } = console
      await console.setup.heading.waitFor()
      await page.getByRole('button', { name: 'Restore from a backup' }).click()
      await page.getByRole('heading', { level: 1, name: 'Restore from a backup' }).waitFor()
      await page.getByRole('button', { name: 'Restore site' }).click()
      await page.getByText('Choose the backup first.').waitFor()
      await page.getByText('Enter the passphrase that it was made with.').waitFor()
      expect(await findingsOf(page)).toEqual([])
      const file = { name: 'depot.chbackup', mimeType: 'application/octet-stream', buffer: bytes }
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByLabel('Passphrase of the backup').fill('not the passphrase')
      await page.getByRole('button', { name: 'Restore site' }).click()
      await page.getByText('The passphrase does not open this backup.').waitFor()
      await page.getByLabel('Passphrase of the backup').fill(PASSPHRASE)
      await page.getByRole('button', { name: 'Restore site' }).click()
      await page.getByText('The site “Depot” is restored').waitFor()
      await page.getByText('Close Chargehand and start it again').waitFor()
      expect(await findingsOf(page)).toEqual([])
      await program.end()
      program = await runProgram({ dataFolder: home.folder })
      expect(program.ready.phase).toBe('running')
      const again = await openConsole(profile, program.link)
      await again.strip.getByText('Depot').waitFor()
    } finally {
      await browser.close()
      await program?.end()
      home.remove()
    }
  })
})
