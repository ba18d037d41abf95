import path from 'node:path'
import { type Speech, speechIn } from '@shared/words/speech'
import { app, type BrowserWindow, dialog, Menu, session } from 'electron'
import { runBackupCommand } from '../../backupCommand'
import { type Home, moveIn } from '../../home'
import { recoverAdministrator } from '../../operators/recoverCommand'
import type { Seat } from '../../operators/seats'
import type { Options } from '../../options'
import { type Program, startProgram } from '../../program'
import { readyJson, readyWords } from '../../ready'
import type { ServiceContext } from '../../service/context'
import { startFault } from '../../startFault'
import { endedUncleanly, failureSentence, logTheUnexpected, onEndSignal, speechOfAccount } from '../../terminal'
import type { Installation } from '../../updates/installation'
import type { ReleaseKeys } from '../../updates/releaseKeys'
import { watchAttention } from '../attention'
import { portServer } from '../servePort'
import { startWebHost, type WebHost } from '../web/webHost'
import { applicationMenu } from './applicationMenu'
import { serveConsole } from './consolePage'
import { goTo, keepPlace, openConsoleWindow, showWindow } from './consoleWindow'
import { LINK_SCHEME, placeOfArguments, placeOfLink } from './deepLink'
import { desktopSystem } from './desktopSystem'
import { followSite } from './followSite'
import { handOver, type Leaving } from './handOver'
import { type KeptSwitches, openKeptSwitches } from './keptSwitches'
import { denyNavigation, denyPermissions } from './lockDown'
import { openNotifications } from './notifications'
import type { packagedAs } from './packagedAs'
import { handPortsOver } from './portHandOver'
import { printedPage } from './printedPage'
import { QUIT_BUTTON, quitQuestion } from './quitQuestion'
import { forkUtility } from './readerUtility'
import { openSiteTray, type SiteTray } from './siteTray'
import { systemCipher } from './systemCipher'

export interface DesktopOptions {
  readonly options: Options
  readonly version: string
  /** Folder of the program: `out/` and `resources/` lie in it. */
  readonly programFolder: string
  readonly packaged: ReturnType<typeof packagedAs>
  /** Whose next versions it takes; left out, those whose keys were built into it. */
  readonly releaseKeys?: ReleaseKeys
}

/**
 * Runs the site with a window and a tray. Returns at once: an ES module that waits for Electron to be ready while it is
 * being loaded would wait for ever, because Electron waits for it.
 */
export function runDesktop(desktop: DesktopOptions): void {
  denyNavigation(app)
  let home: Home
  try {
    home = moveIn(desktop.options)
  } catch (error) {
    failStart(error)
    return
  }
  // Electron's own files go beside the site's; the single-instance lock is kept there, so it is one a data folder.
  app.setPath('userData', path.join(home.folder, 'window'))
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write(`${speechOfAccount().words.host.alreadyRunning}\n`)
    app.exit(0)
    return
  }
  const running = new Desktop(desktop, home)
  running.listen()
  app
    .whenReady()
    .then(() => running.start())
    .catch(failStart)
}

function failStart(error: unknown): void {
  const speech = speechOfAccount()
  const sentence = failureSentence(error, speech)
  process.stderr.write(`${sentence}\n`)
  // Nobody is there to close it when a driver (a test) holds the debugger, and it would keep the process.
  if (!app.commandLine.hasSwitch('remote-debugging-port')) dialog.showErrorBox(speech.words.host.startFailed, sentence)
  app.exit(1)
}

const windowStateFile = () => path.join(app.getPath('userData'), 'window.json')

const rendererOf = (programFolder: string) => path.join(programFolder, 'out', 'renderer')

/** One running desktop: owns window, tray and site, and closes them. */
class Desktop {
  readonly #desktop: DesktopOptions
  readonly #home: Home
  #program: Program | null = null
  #web: WebHost | null = null
  #window: BrowserWindow | null = null
  #tray: SiteTray | null = null
  #switches: KeptSwitches | null = null
  /** Who sits before the window. */
  #seat: Seat | null = null
  #ending: 'no' | 'asked' | 'closing' | 'closed' = 'no'
  /** Whether it is to end whatever anybody answers. */
  #mustEnd = false
  /** The page that was asked for before there was a window. */
  #wanted = placeOfArguments(process.argv)
  readonly #stopWatching = new AbortController()

  constructor(desktop: DesktopOptions, home: Home) {
    this.#desktop = desktop
    this.#home = home
  }

  /** Listens for whoever wants to see the console. The link that macOS starts the program with comes before it is ready. */
  listen(): void {
    // Elsewhere a link comes as an argument of a second start; macOS hands it to the one that runs.
    app.on('second-instance', (_event, argv) => this.#goTo(placeOfArguments(argv)))
    app.on('open-url', (event, link) => {
      event.preventDefault()
      this.#goTo(placeOfLink(link))
    })
    app.on('activate', () => this.#show())
  }

  async start(): Promise<void> {
    const { options, version, programFolder } = this.#desktop
    if (options.backup !== null) {
      const said = await runBackupCommand({
        options,
        backup: options.backup,
        home: this.#home,
        systemCipher,
        speech: speechOfAccount(),
      })
      process.stdout.write(`${said}\n`)
      app.exit(0)
      return
    }
    if (options.recover !== null) {
      const speech = speechOfAccount()
      const said = await recoverAdministrator({ options, name: options.recover, home: this.#home, speech })
      process.stdout.write(`${said}\n`)
      app.exit(0)
      return
    }
    // Only an installed program has a place that the system can start it from.
    if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
    denyPermissions(session.defaultSession)
    serveConsole(session.defaultSession, rendererOf(programFolder))

    const switchesFile = path.join(app.getPath('userData'), 'desktop.json')
    const switches = openKeptSwitches(switchesFile, desktopSystem, () => this.#speakAnew())
    this.#switches = switches
    this.#makeMenu()
    const program = await startProgram({
      options,
      version,
      home: this.#home,
      systemCipher,
      restart: () => this.#restart(),
      desktop: {
        ...switches,
        isBeforeWindow: (seat) => seat !== undefined && seat === this.#seat,
        printPage: async () => (this.#window ? printedPage(this.#window) : null),
      },
      installation: this.#installation(),
      releaseKeys: this.#desktop.releaseKeys,
      launchReader: forkUtility,
    })
    this.#program = program
    logTheUnexpected(program.log, this.#speech())
    app.on('before-quit', (event) => {
      if (this.#ending === 'closed') return
      event.preventDefault()
      void this.#quit({ ask: true })
    })
    // Whoever sends a signal (a log-out, a service manager) can't answer questions.
    onEndSignal(() => void this.#quit({ ask: false }))
    // Hidden or not, the window never decides about the server.
    app.on('window-all-closed', () => {})

    if (options.webPortGiven || options.headless) this.#web = await this.#serveBrowsers(program)
    if (!options.headless) this.#openWindow(program)

    const facts = {
      console: this.#web?.link ?? null,
      dataFolder: program.dataFolder,
      state: program.site.state(),
      ...program.ready(),
    }
    process.stdout.write(`${options.json ? readyJson(facts) : readyWords(facts, this.#speech())}\n`)
  }

  /** The language that was chosen in the console; before there are switches that of the account. */
  #speech(): Speech {
    return this.#switches ? speechIn(this.#switches.state().language) : speechOfAccount()
  }

  #makeMenu(): void {
    const act = {
      goTo: (place: string) => this.#goTo(place),
      lock: () => void this.#seat?.lock().catch((error) => this.#program?.log.error({ error }, 'locking failed')),
      quit: () => void this.#quit({ ask: true }),
    }
    Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(process.platform, act, this.#speech().words.host)))
  }

  #speakAnew(): void {
    this.#makeMenu()
    this.#updateTray()
  }

  #updateTray(): void {
    if (this.#program) this.#tray?.update(this.#program.site.state())
  }

  #isLocked(): boolean {
    return this.#seat?.who().kind === 'nobody'
  }

  async #serveBrowsers({ router, site, log, dataFolder, monitoring, close }: Program): Promise<WebHost> {
    const { options, version, programFolder } = this.#desktop
    const rendererFolder = rendererOf(programFolder)
    const { seats } = site
    try {
      return await startWebHost({
        router,
        seats,
        port: options.webPort,
        rendererFolder,
        dataFolder,
        monitoring,
        version,
        log,
      })
    } catch (error) {
      await close().catch(() => {})
      throw startFault(error, dataFolder)
    }
  }

  #openWindow(program: Program): void {
    const { programFolder } = this.#desktop
    const context: ServiceContext = { actor: 'console' }
    this.#seat = program.site.seats.open()
    this.#tray = openSiteTray({
      programFolder,
      show: () => this.#show(),
      quit: () => void this.#quit({ ask: true }),
      speech: () => this.#speech(),
      isLocked: () => this.#isLocked(),
    })
    this.#seat.listen(() => this.#updateTray())
    this.#followSite(program, context)
    this.#window = openConsoleWindow({
      programFolder,
      stateFile: windowStateFile(),
      place: this.#wanted,
      ending: () => this.#ending === 'closing',
    })
    handPortsOver(this.#window.webContents, portServer(program.router, { ...context, seat: this.#seat }, program.log))
  }

  #followSite({ router, log }: Program, context: ServiceContext): void {
    const { signal } = this.#stopWatching
    const notify = openNotifications(
      (place) => this.#goTo(place),
      () => this.#speech(),
      () => this.#isLocked(),
    )
    const attention = watchAttention((what) => {
      // Who looks at the console sees it there.
      if (!this.#window?.isFocused()) notify(what)
    })
    signal.addEventListener('abort', attention.close, { once: true })
    followSite({
      router,
      context,
      attention,
      signal,
      onState: (state) => {
        this.#tray?.update(state)
        const { requests, stations, unknownCards } = state.waiting
        app.setBadgeCount(requests + stations + unknownCards)
      },
      onFailure: (error) => log.error({ error }, 'the tray lost sight of the site'),
    })
  }

  /** Brings the window to the front, with that page of the console where one is named. */
  #goTo(place: string | null): void {
    if (place === null) this.#show()
    else if (this.#window) goTo(this.#window, place)
    else this.#wanted = place
  }

  #show(): void {
    if (this.#window) showWindow(this.#window)
  }

  async #mayQuit(): Promise<boolean> {
    const question = quitQuestion(this.#program?.site.connectedStations() ?? 0, this.#speech())
    if (question === null) return true
    const window = this.#window?.isVisible() ? this.#window : null
    const { response } = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question))
    return response === QUIT_BUTTON
  }

  /** Into the site that was restored: nothing is connected, so nobody is asked. */
  #restart(): void {
    app.relaunch()
    void this.#quit({ ask: false })
  }

  #installation(): Omit<Installation, 'version'> {
    const { options, packaged } = this.#desktop
    const { platform, arch } = process
    // A package of the system is installed by whoever administers it, and without a window nobody can be asked.
    const isOurs = packaged.package === 'nsis' || packaged.package === 'dmg' || packaged.package === 'appimage'
    const leaving: Leaving = {
      agree: () => this.#agreesToEnd({ ask: true }),
      takeBack: () => {
        this.#ending = 'no'
        // A signal, or the system that shuts down, came meanwhile and asks nobody.
        if (this.#mustEnd) void this.#quit({ ask: false })
      },
      end: (last) => this.#end(last),
    }
    const handsOver = isOurs && !options.headless
    return {
      platform,
      arch,
      ...packaged,
      handOver: handsOver ? (file) => handOver(file, packaged.place, leaving) : null,
    }
  }

  async #quit({ ask }: { ask: boolean }): Promise<void> {
    if (!ask) this.#mustEnd = true
    if (await this.#agreesToEnd({ ask })) await this.#end()
  }

  /** Whether the program is to end: then whoever asked ends it. False when it stays, or is ending already. */
  async #agreesToEnd({ ask }: { ask: boolean }): Promise<boolean> {
    if (this.#ending === 'closing' || this.#ending === 'closed' || (ask && this.#ending === 'asked')) return false
    if (ask) {
      this.#ending = 'asked'
      const may = await this.#mayQuit()
      // A signal may have come while the question was open.
      if (this.#ending !== 'asked') return false
      if (!may) {
        this.#ending = 'no'
        return false
      }
    }
    this.#ending = 'closing'
    return true
  }

  async #end(last?: () => Promise<void>): Promise<void> {
    this.#stopWatching.abort()
    this.#tray?.close()
    // The seat still tells that it is left when it is closed, below.
    this.#tray = null
    this.#switches?.close()
    if (this.#window) keepPlace(this.#window, windowStateFile())
    this.#window?.destroy()
    // Whoever wants to see the console now is too late, and must not stumble over what is left of it.
    this.#window = null
    let exitCode = 0
    try {
      try {
        await this.#web?.close()
      } finally {
        await this.#program?.close()
      }
    } catch (error) {
      process.stderr.write(`${endedUncleanly(error, this.#speech())}\n`)
      exitCode = 1
    }
    this.#ending = 'closed'
    try {
      await last?.()
    } finally {
      // Whatever became of that: a program without a window could be ended by nobody.
      app.exit(exitCode)
    }
  }
}
