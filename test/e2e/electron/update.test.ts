import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { lockFolder } from '@main/store/lock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildAppImage } from '../../support/appImage/build'
import { picture } from '../../support/consoleBrowser'
import { type Desktop, openDesktop } from '../../support/desktop'
import { environment } from '../../support/environment'
import { SITE } from '../../support/journey'
import { newReleaser } from '../../support/release'
import { temporaryFolder } from '../../support/runningProgram'
import { PASSPHRASE } from '../../support/testBackup'

describe.skipIf(environment.electron === null || process.platform !== 'linux')('an update of the desktop', () => {
  let home: ReturnType<typeof temporaryFolder>
  let desktop: Desktop | null = null
  beforeEach(() => {
    home = temporaryFolder()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && desktop && !desktop.page.isClosed()) await picture(desktop.page, task.name)
    await desktop?.end()
    desktop = null
    home.remove()
  })

  it('takes the place of the AppImage, and is started with its options when everything is closed', async () => {
    const at = (...names: string[]) => path.join(home.folder, ...names)
    const releaser = newReleaser()
    await buildAppImage(at('program'), releaser.json)
    // The next version says how it was started, when it is.
    const note = at('started')
    const next = Buffer.from(`#!/bin/sh\nprintf '%s\\n' "$0" "$@" > '${note}.new'\nmv '${note}.new' '${note}'\n`)
    const file = 'Chargehand-9.0.0.AppImage'
    const arch = process.arch === 'arm64' ? 'arm64' : 'x64'
    const ofLinux = { platform: 'linux', arch, package: 'appimage', file } as const
    writeFileSync(at(file), next)
    writeFileSync(at('update.json'), releaser.sign(next, ofLinux))
    const place = at('programs', 'Chargehand.AppImage')
    desktop = await openDesktop(at('data'), { folder: at('program'), env: { APPIMAGE: place } })
    const { console, page, app } = desktop
    await console.setup.setUp(SITE.name, SITE.organisation)
    await console.goTo('Settings')
    await page.getByRole('navigation', { name: 'Parts of the settings' }).getByRole('link', { name: 'Updates' }).click()
    const updates = page.getByRole('region', { name: 'Updates', exact: true })
    const [dialog] = await Promise.all([
      page.waitForEvent('filechooser'),
      updates.getByRole('button', { name: 'Choose both files' }).click(),
    ])
    await dialog.setFiles([at(file), at('update.json')])
    await updates.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
    await updates.getByLabel('Passphrase again').fill(PASSPHRASE)
    const install = updates.getByRole('button', { name: 'Back up and install version 9.0.0' })
    await install.click()
    // Its folder is away, as that of a stick is that was pulled: the program goes on.
    await updates.getByText('no such file or directory').waitFor()
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)

    mkdirSync(path.dirname(place))
    writeFileSync(place, 'the version before')
    await install.click()
    expect(await desktop.ended).toBe(0)
    await expect.poll(() => existsSync(note)).toBe(true)
    const [started, ...options] = readFileSync(note, 'utf8').trim().split('\n')
    expect(started).toBe(place)
    expect(options.slice(options.indexOf('--json'))).toEqual(
      expect.arrayContaining(['--json', '--ocpp-port', '0', '--data', at('data')]),
    )
    expect(readFileSync(place)).toEqual(next)
    expect(readdirSync(path.dirname(place))).toEqual([path.basename(place)])
    // Nothing holds the data folder any more, and the way back lies in it.
    expect(readdirSync(at('data', 'updates'))).toEqual(
      expect.arrayContaining([expect.stringMatching(/\.chbackup$/), 'ready']),
    )
    lockFolder(at('data')).release()
  })
})
