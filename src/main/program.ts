import type { Logger } from 'pino'
import { applyReadyRestore } from './backup/readyRestore'
import type { SystemCipher } from './ca/keystore/systemKeyStore'
import { chooseKeyStore } from './chooseKeyStore'
import type { Demo } from './demo'
import type { DesktopSwitches } from './desktopSwitches'
import { type Home, moveIn } from './home'
import { scriptsOpener } from './hosts/api/openScripts'
import { type FileLog, openFileLog } from './log'
import { type Monitoring, openMonitoring } from './monitoring/monitoring'
import type { Options } from './options'
import { forkReader, type LaunchReader } from './readers/readerProcess'
import type { DemoTokens, ReadyFacts } from './ready'
import { createRouter } from './service'
import { openSite, type Site } from './site'
import type { SiteRouter } from './siteRouter'
import { startFault } from './startFault'
import { lockFolder } from './store/lock'
import type { Installation } from './updates/installation'
import type { ReleaseKeys } from './updates/releaseKeys'

export interface ProgramOptions {
  readonly options: Options
  readonly version: string
  /** The data folder, when the host had to make it before the rest could start; else it is made here. */
  readonly home?: Home
  /** The system's password store, in a host that has one. */
  readonly systemCipher: SystemCipher | null
  /** Ends the program and starts it again; left out where the host can not. */
  readonly restart?: () => void
  /** The desktop around the program; left out where there is none. */
  readonly desktop?: DesktopSwitches
  /** How the program came onto this computer, and who installs its next version; left out, its source did. */
  readonly installation?: Omit<Installation, 'version'>
  /** Whose next versions it takes; left out, those whose keys were built into it. */
  readonly releaseKeys?: ReleaseKeys
  /** Starts the process that reads cards, in a way of the host's; else it is a child process of Node. */
  readonly launchReader?: LaunchReader
}

/** An open site with all that belongs to it in every host. */
export interface Program {
  readonly site: Site
  readonly router: SiteRouter
  readonly log: Logger
  readonly dataFolder: string
  readonly monitoring: Monitoring
  /** What the ready line tells besides the state of the site. */
  ready(): Pick<ReadyFacts, 'api' | 'demoTokens'>
  /**
   * Closes everything in the order in which nothing is lost, also after a step that fails; further calls wait for the
   * first. Rejects with the first failure.
   */
  close(): Promise<void>
}

/**
 * Opens the site the options ask for: data folder, its lock, log, key store, site, calls, and the demo's chargers. What
 * was opened before a failure is closed again. Throws nothing but AppErrors, each with what to do.
 */
export async function startProgram({
  options,
  version,
  home,
  systemCipher,
  restart,
  desktop,
  installation,
  releaseKeys,
  launchReader = forkReader(),
}: ProgramOptions): Promise<Program> {
  let file: FileLog | undefined
  const open: (() => Promise<void> | void)[] = []
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= (async () => {
      const failures: unknown[] = []
      for (const step of open.reverse()) {
        try {
          await step()
        } catch (error) {
          file?.log.error({ error }, 'closing failed')
          failures.push(error)
        }
      }
      if (failures.length > 0) throw failures[0]
    })()
    return closing
  }
  const { folder, leave } = home ?? moveIn(options)
  open.push(leave)
  try {
    // Before anything else there is touched: the log, too, belongs to whoever holds the folder.
    const lock = lockFolder(folder)
    open.push(() => lock.release())
    await applyReadyRestore(folder)
    file = openFileLog(folder)
    const { log } = file
    open.push(file.close)
    const { bind, ocppPort, tlsPort, demo } = options
    // Somebody else's port is no reason to leave all without TLS alone, unless it was asked for by its number.
    const tlsOptional = !options.tlsPortGiven
    const keyStore = chooseKeyStore(folder, options.passphrase, systemCipher)
    log.info({ version, demo, keyStore: keyStore.kind, node: process.version, platform: process.platform }, 'starting')
    const site = await openSite({
      dataFolder: folder,
      lock,
      bind,
      ocppPort,
      tlsPort,
      tlsOptional,
      pkiUrl: options.pkiUrl ?? undefined,
      mqttPort: options.mqttPort ?? undefined,
      homeAssistant: options.homeAssistant,
      demo,
      keyStore,
      version,
      log,
      restart,
      api: options.api ?? undefined,
      desktop,
      installation,
      releaseKeys,
      launchReader,
    })
    open.push(() => site.close())
    const router = createRouter(site)
    let demoTokens: DemoTokens | null = null
    if (demo) {
      const running = await startChargers(router, site)
      open.push(running.stop)
      demoTokens = running.tokens
    }
    await site.automation.start(scriptsOpener({ site, router, version, log }))
    const ready = () => ({ api: site.automation.state().url, demoTokens })
    const monitoring = await openMonitoring(site, options)
    return { site, router, log, dataFolder: folder, monitoring, ready, close }
  } catch (error) {
    file?.log.error({ error }, 'start failed')
    await close().catch(() => {})
    throw startFault(error, folder)
  }
}

/** Loads the virtual chargers only where they are wanted. */
async function startChargers(router: SiteRouter, site: Site): Promise<Demo> {
  const { startDemo } = await import('./demo')
  return startDemo(router, () => {
    const [listener] = site.state().listeners
    if (listener === undefined) throw new Error('the demo site does not listen')
    // Bound to every address, it is reached on this computer's own.
    return listener.url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:')
  })
}
