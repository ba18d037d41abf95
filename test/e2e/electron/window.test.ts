import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import type { Charger } from '@simulator/index'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { picture } from '../../support/consoleBrowser'
import { type Desktop, openDesktop, startDesktop } from '../../support/desktop'
import { environment } from '../../support/environment'
import { SITE, virtualCharger } from '../../support/journey'
import { readyLine, temporaryFolder } from '../../support/runningProgram'

describe.skipIf(environment.electron === null)('the window', () => {
  let home: ReturnType<typeof temporaryFolder>
  let desktop: Desktop | null = null
  let charger: Charger | null = null

  beforeEach(() => {
    home = temporaryFolder()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && desktop && !desktop.page.isClosed()) await picture(desktop.page, task.name)
    await charger?.stop()
    await desktop?.end()
    desktop = null
    charger = null
    home.remove()
  })

  it('has the console and nothing else: no Node, no other page, no other window', async () => {
    desktop = await openDesktop(home.folder)
    const { app, console, page } = desktop
    await console.setup.heading.waitFor()
    expect(await page.evaluate(() => window.chargehand)).toEqual({ host: 'desktop' })
    expect(
      await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window)),
    ).toEqual([])

    // What is in force, and not what was asked for.
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const contents = window?.webContents as { getLastWebPreferences?(): object } | undefined
      return contents?.getLastWebPreferences?.()
    })
    expect(preferences).toMatchObject({
      ...{ contextIsolation: true, sandbox: true, webSecurity: true, nodeIntegration: false, webviewTag: false },
      ...{ nodeIntegrationInSubFrames: false, allowRunningInsecureContent: false, experimentalFeatures: false },
    })
    const permissions = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read']
    const states = await page.evaluate(
      (names) =>
        Promise.all(names.map((name) => navigator.permissions.query({ name: name as PermissionName }))).then((all) =>
          all.map(({ state }) => state),
        ),
      permissions,
    )
    expect(states).toEqual(permissions.map(() => 'denied'))

    const inline = await page.evaluate(() => {
      const violated = new Promise<string>((resolve) =>
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        }),
      )
      const script = document.createElement('script')
      script.textContent = 'document.title = "ran"'
      document.head.append(script)
      return violated
    })
    expect(inline).toBe('script-src-elem')
    expect(
      await page.evaluate(() =>
        fetch('https://example.com').then(
          () => 'reached',
          () => 'denied',
        ),
      ),
    ).toBe('denied')

    const address = page.url()
    expect(await page.evaluate(() => window.open('https://example.com'))).toBeNull()
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'https://example.com', textContent: 'Away' })
      link.style.cssText = 'position: fixed; top: 0; left: 0'
      document.body.append(link)
    })
    await page.getByText('Away').click({ button: 'middle' })
    await app.evaluate(({ BrowserWindow }) => {
      const seen = globalThis as { attempts?: object[] }
      seen.attempts = []
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', ({ url, defaultPrevented }) => {
        seen.attempts?.push({ url, defaultPrevented })
      })
    })
    await page.evaluate(() => {
      document.title = 'Still here'
      location.href = 'https://example.com/'
    })
    await expect
      .poll(() => app.evaluate(() => (globalThis as { attempts?: object[] }).attempts))
      .toEqual([{ url: 'https://example.com/', defaultPrevented: true }])
    expect(await page.evaluate(() => [document.title, location.href])).toEqual(['Still here', address])
    expect(app.windows()).toHaveLength(1)
  })

  it('enrols, approves, hides, and quits only when asked twice; all is there at the next start', async () => {
    desktop = await openDesktop(home.folder)
    const { app, console, page } = desktop
    // What a tray shows can't be asked of it: what it is given is looked at.
    await app.evaluate(({ Tray }) => {
      const seen = globalThis as { trayMenu?: Electron.Menu }
      const { setContextMenu } = Tray.prototype
      Tray.prototype.setContextMenu = function (this: Electron.Tray, menu) {
        seen.trayMenu = menu ?? undefined
        setContextMenu.call(this, menu)
      }
    })
    const trayLabels = () =>
      app.evaluate(() => (globalThis as { trayMenu?: Electron.Menu }).trayMenu?.items.map(({ label }) => label) ?? [])
    await console.setup.setUp(SITE.name, SITE.organisation)
    const url = (await console.overview.chargerUrl()).replace(/\/CP_1$/, '')
    await console.goTo('Stations')
    await console.stations.add('CP_1')
    charger = virtualCharger(url, { identity: 'CP_1', version: '2.0.1', evses: 2 })
    charger.start()
    await charger.waitFor('ready', undefined, { from: 'history' })
    // The process that reads cards runs in Electron too, as a utility process; here it finds no service.
    // Where nobody has used a reader yet, the page of cards alone says that none can be.
    await console.goTo('Cards')
    await console.readers.state('Smart-card service not running').waitFor()
    // The live log's thread runs in Electron too, with the native database.
    await console.goTo('Log')
    await console.log.row('BootNotification', 'Received').waitFor()

    const card = { value: '04A1B2C3D4E520', type: 'ISO14443' } as const
    await console.goTo('Overview')
    expect(await charger.presentCard(1, card)).toEqual({ outcome: 'refused', status: 'Unknown' })
    await console.overview
      .decision(`Unknown card ${card.value} seen at CP_1`)
      .getByRole('link', { name: 'Enrol card' })
      .click()
    await console.cards.enrol({ holder: 'Anna Berg' })
    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'started', status: 'Accepted' })

    await charger.requestCertificate()
    await console.goTo('Requests')
    const open = await console.requests.open('CP_1')
    await console.requests.approve.click()
    await console.requests.sendNow.click()
    await open.getByText('CP_1 accepted the certificate.').waitFor()
    expect(charger.certificate).not.toBeNull()

    // A statement as the window prints it.
    expect(await charger.presentCard(1, card)).toMatchObject({ outcome: 'stopped' })
    await app.evaluate(
      ({ session }, file) => {
        const seen = globalThis as { saved?: Promise<string> }
        seen.saved = new Promise((resolve) => {
          session.defaultSession.once('will-download', (_event, item) => {
            item.setSavePath(file)
            item.once('done', (_done, state) => resolve(state))
          })
        })
      },
      path.join(home.folder, 'statement.pdf'),
    )
    await console.goTo('Reports')
    await page.getByRole('link', { name: 'Show this month' }).click()
    await page.getByRole('link', { name: 'Statements' }).click()
    await page.getByRole('button', { name: 'Save or print the statement' }).click()
    expect(await app.evaluate(() => (globalThis as { saved?: Promise<string> }).saved)).toBe('completed')
    const pdf = await getDocumentProxy(new Uint8Array(readFileSync(path.join(home.folder, 'statement.pdf'))))
    const printed = await extractText(pdf)
    expect(printed.totalPages).toBe(1)
    for (const words of [SITE.name, 'Anna Berg']) expect(printed.text[0]).toContain(words)
    expect(printed.text[0]).not.toContain('Save or print')

    // Closing hides it; the tray and the server stay.
    const isVisible = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isVisible()))
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await expect.poll(isVisible).toEqual([false])
    // Nothing lists trays; what the heap holds of them is the one that stands there, and their prototype.
    const trays = await app.evaluate(({ Tray }) =>
      process.getBuiltinModule('v8').queryObjects(Tray, { format: 'count' }),
    )
    expect(trays).toBe(2)
    await expect.poll(trayLabels).toEqual(expect.arrayContaining([`Listening on ${url}`, '1 station connected']))
    await app.evaluate(() => {
      const { trayMenu } = globalThis as { trayMenu?: Electron.Menu }
      trayMenu?.items.find(({ label }) => label === 'Show console')?.click()
    })
    await expect.poll(isVisible).toEqual([true])
    // As macOS hands a link over to the program that runs.
    await app.evaluate(({ app }) => app.emit('open-url', { preventDefault() {} }, 'chargehand://sessions'))
    await console.heading('Sessions').waitFor()
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await expect.poll(isVisible).toEqual([false])
    expect(await charger.heartbeat()).toMatchObject({ kind: 'answered' })

    // Who is not at the console is told by the system, and led to the place by a click.
    await app.evaluate(({ Notification }) => {
      const seen = globalThis as { notified?: Electron.Notification[] }
      seen.notified = []
      Notification.isSupported = () => true
      Notification.prototype.show = function (this: Electron.Notification) {
        seen.notified?.push(this)
      }
    })
    expect(await charger.presentCard(2, { value: '04FFEE11223344', type: 'ISO14443' })).toMatchObject({
      status: 'Unknown',
    })
    const notified = () =>
      app.evaluate(() =>
        (globalThis as { notified?: Electron.Notification[] }).notified?.map(({ title, body }) => ({ title, body })),
      )
    await expect
      .poll(notified)
      .toEqual([{ title: 'An unknown card was presented', body: '1 unknown card can be enrolled.' }])
    await app.evaluate(() => {
      ;(globalThis as { notified?: Electron.Notification[] }).notified?.[0]?.emit('click')
    })
    await console.heading('Cards').waitFor()
    await expect.poll(isVisible).toEqual([true])
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await expect.poll(isVisible).toEqual([false])

    // A second start shows the first one's window, with the page of its link, and ends.
    const second = startDesktop(home.folder, 'chargehand://certificates')
    const [said, [code]] = await Promise.all([second.stderr ? text(second.stderr) : '', once(second, 'exit')])
    expect(code).toBe(0)
    expect(said).toContain('Chargehand is already running with this data folder')
    await expect.poll(isVisible).toEqual([true])
    await console.heading('Certificates').waitFor()

    // Quitting asks while a station would miss the server, and takes no for an answer.
    await app.evaluate(({ dialog }) => {
      const seen = globalThis as { asked?: object[] }
      seen.asked = []
      dialog.showMessageBox = async (...words: object[]) => {
        seen.asked?.push(words.at(-1) ?? {})
        return { response: seen.asked?.length === 1 ? 1 : 0, checkboxChecked: false }
      }
    })
    const asked = () => app.evaluate(() => (globalThis as { asked?: object[] }).asked ?? [])
    await app.evaluate(({ app }) => app.quit())
    await expect
      .poll(asked)
      .toMatchObject([{ message: '1 station is connected.', buttons: ['Quit Chargehand', 'Keep it running'] }])
    await console.goTo('Overview')
    expect(await charger.heartbeat()).toMatchObject({ kind: 'answered' })
    const disconnected = charger.waitFor('disconnected')
    await app.evaluate(({ app }) => app.quit())
    expect(await desktop.ended).toBe(0)
    expect(page.isClosed()).toBe(true)
    expect(await disconnected).toMatchObject({ code: 1001 })
    await charger.stop()

    desktop = await openDesktop(home.folder)
    const again = desktop.console
    await again.strip.getByText(SITE.name).waitFor()
    await again.goTo('Cards')
    await again.cards.row(card.value).getByText('Anna Berg').waitFor()
    await again.goTo('Certificates')
    await again.certificates.issuedTo('CP_1').getByText('Accepted by the station').waitFor()
    await again.certificates.privateKeys.getByText(/^The private keys are encrypted with a key file/).waitFor()

    // Locked from the menu: nothing by name is told, a page that is asked for waits behind the lock, and a PIN opens it.
    await again.goTo('Settings')
    const operators = again.page.getByRole('region', { name: 'Operators' })
    await operators.getByLabel('Name', { exact: true }).fill('Ada')
    await operators.getByLabel('PIN or password', { exact: true }).fill('246813')
    await operators.getByLabel('The same once more').fill('246813')
    await operators.getByRole('button', { name: 'Add administrator and lock the console' }).click()
    await again.page.getByRole('button', { name: 'Ada, Administrator' }).waitFor()
    await desktop.app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? [])
      items?.find(({ label }) => label === 'Lock')?.click()
    })
    await again.page.getByRole('heading', { name: SITE.name }).waitFor()
    await desktop.app.evaluate(({ app }) => app.emit('second-instance', {}, ['chargehand://stations']))
    expect(await again.page.getByText('CP_1').count()).toBe(0)
    await again.page.getByLabel('PIN or password').fill('246813')
    await again.page.keyboard.press('Enter')
    await again.heading('Stations').waitFor()
  })

  it('says at its start where the keys are when the computer has no key store', async () => {
    const child = startDesktop(home.folder)
    try {
      expect(await readyLine(child)).toMatchObject({ phase: 'setup', keyStore: 'key-file', console: null })
    } finally {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
  })
})
