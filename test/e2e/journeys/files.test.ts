import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf } from '../../support/accessibility'
import { environment } from '../../support/environment'
import { type Journey, openJourney } from '../../support/journey'

describe.skipIf(environment.chromium === null)('firmware', () => {
  let site: Journey
  beforeAll(async () => {
    site = await openJourney()
  })
  afterEach((test) => site.leave(test))
  afterAll(() => site?.close())

  it('is added with its digest checked, described, saved again and removed', async () => {
    const console = await site.console()
    const { page, files } = console
    await console.goTo('Stations')
    await page.getByRole('link', { name: 'Firmware and logs' }).click()
    await page.getByText('No firmware yet').waitFor()
    expect(await findingsOf(page)).toEqual([])

    const form = await files.add()
    await form.getByRole('button', { name: 'Add firmware' }).click()
    await form.getByText('Choose the file first').waitFor()
    const bytes = Buffer.alloc(400_000, 'firmware ')
    const file = { name: 'post-22 v4.bin', mimeType: 'application/octet-stream', buffer: bytes }
    await form.locator('input[type=file]').setInputFiles(file)
    await form.getByLabel('SHA-256 from the maker').fill('0'.repeat(64))
    await form.getByLabel('Version').fill('4.0')
    await form.getByRole('button', { name: 'Add firmware' }).click()
    await form.getByText('The file is not the one that the maker means').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await form.getByLabel('SHA-256 from the maker').fill('')
    await form.getByRole('button', { name: 'Add firmware' }).click()
    await console.sees('post-22 v4.bin is added.')

    await files.row('post-22 v4.bin').getByText('nobody yet').waitFor()
    await files.row('post-22 v4.bin').getByText('400 kB').click()
    const drawer = files.drawer('post-22 v4.bin')
    await drawer.getByLabel('Maker').fill('Example Power')
    await drawer.getByRole('button', { name: 'Save description' }).click()
    await console.sees('The description of post-22 v4.bin is saved.')
    expect(await findingsOf(page)).toEqual([])

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      drawer.getByRole('button', { name: 'Save file' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('post-22 v4.bin')
    const saved: Buffer[] = []
    for await (const chunk of await download.createReadStream()) saved.push(chunk as Buffer)
    expect(Buffer.concat(saved).equals(bytes)).toBe(true)

    await drawer.getByRole('button', { name: 'Remove firmware' }).click()
    await drawer.getByText('post-22 v4.bin is removed for good. No station has a link to it.').waitFor()
    // The harmless button has the focus: Enter keeps it.
    await page.keyboard.press('Enter')
    await drawer.getByRole('button', { name: 'Keep it' }).waitFor({ state: 'detached' })
    await drawer.getByRole('button', { name: 'Remove firmware' }).click()
    await drawer.getByRole('alert').getByRole('button', { name: 'Remove firmware' }).click()
    await console.sees('post-22 v4.bin is removed.')
    await page.getByText('No firmware yet').waitFor()
  })
})
