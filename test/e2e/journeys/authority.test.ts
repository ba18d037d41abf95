import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { environment } from '../../support/environment'
import { type Journey, openJourney } from '../../support/journey'
import { PASSPHRASE } from '../../support/testBackup'

describe.skipIf(environment.chromium === null)('the authority', () => {
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

  it('gives a charger its root, and is replaced by a new one; its key leaves the computer', async () => {
    const charger = site.charger({ identity: 'CP_ROOT', version: '2.0.1' })
    charger.start()
    const console = await site.console()
    const { page } = console
    await console.goTo('Stations')
    await page.getByRole('button', { name: 'Admit station' }).first().click()
    await charger.waitFor('ready', undefined, { from: 'history' })

    // On its page: what it trusts, by its own report.
    await page.goto(`${site.program.origin}/#/stations/1/about`)
    const trust = page.getByRole('region', { name: 'Roots it trusts' })
    await trust.getByText('it was not asked yet').waitFor()
    await trust.getByRole('button', { name: 'Install this site’s root' }).click()
    await trust.getByText('It has this site’s root, by its own report.').waitFor()
    await trust.getByRole('button', { name: 'Remove This site’s root' }).click()
    await page.getByText('CP_ROOT knows this server by this root alone').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect(await findingsOf(page)).toEqual([])

    // The next root, on the charger before the switch.
    await console.goTo('Certificates')
    await page.getByRole('link', { name: 'Replace authority…' }).click()
    await page.getByRole('button', { name: 'Make next root' }).click()
    await console.sees('The next root is made.')
    await page.getByRole('cell', { name: 'Not affected' }).waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Switch to next root' }).click()
    await page.getByRole('button', { name: 'Switch now' }).click()
    await console.sees('The new root signs from now on.')
    await page.getByRole('button', { name: 'Retire old root' }).click()
    await page.getByRole('button', { name: 'Retire now' }).click()
    await console.sees('The old root is retired.')
    const chain = page.getByRole('list', { name: 'Chain of trust' })
    await chain.getByRole('link', { name: 'Root 2 Signs' }).waitFor()
    expect(await chain.getByText('Root 1').count()).toBe(0)
    await page.getByRole('button', { name: 'Show 2 retired authorities' }).click()
    await chain.getByRole('link', { name: 'Root 1 Retired' }).click()
    await page.getByRole('dialog', { name: 'Root 1' }).getByText('Key erased').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.keyboard.press('Escape')

    // The key of the new one: saved, read back, erased.
    const key = page.getByRole('region', { name: 'The private key of the root' })
    await key.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
    await key.getByLabel('Passphrase again').fill(PASSPHRASE)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      key.getByRole('button', { name: 'Save key file' }).click(),
    ])
    const file = path.join(folder, 'root-key.pem')
    await download.saveAs(file)
    expect(readFileSync(file, 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY')
    await key.locator('input[type=file]').setInputFiles(file)
    await key.getByLabel('Passphrase of the key file').fill('not the passphrase')
    await key.getByRole('button', { name: 'Erase key here' }).click()
    await key.getByText('The passphrase does not open this file.').waitFor()
    await key.getByLabel('Passphrase of the key file').fill(PASSPHRASE)
    await key.getByRole('button', { name: 'Erase key here' }).click()
    await console.sees('The private key of the root is erased on this computer.')
    await key.getByText('It was taken away on').waitFor()
    expect(await findingsOf(page)).toEqual([])
  })
})
