import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BackupLimits } from '@main/backup/limits'
import type { DeskLimits } from '@main/ca/desk/limits'
import { fileKeyStore } from '@main/ca/keystore/fileKeyStore'
import type { KeyStore } from '@main/ca/keystore/keyStore'
import type { RenewalLimits } from '@main/ca/renewals'
import type { RevocationListLimits } from '@main/ca/revocationLists'
import type { ServerCertificateLimits } from '@main/ca/server/renewal'
import type { CsmsLimits, Intervals } from '@main/csms/limits'
import type { DeviceLimits } from '@main/devices/limits'
import type { PushLimits } from '@main/devices/push/push'
import type { FileLimits } from '@main/files/limits'
import type { FrameLimits } from '@main/frames/limits'
import type { LocalListLimits } from '@main/localLists/limits'
import type { GuessLimits } from '@main/secrets/guesses'
import { createRouter } from '@main/service'
import type { ServiceContext } from '@main/service/context'
import { openSite, type Site } from '@main/site'
import type { SiteOptions } from '@main/siteOptions'
import type { UpgradeLimits } from '@main/upgrades/limits'
import { createRouterClient, type RouterClient } from '@orpc/server'
import pino, { type Logger } from 'pino'

export type TestClient = RouterClient<ReturnType<typeof createRouter>>

/** A real site on a folder of its own: real SQLite files, real authority, real sockets on loopback. */
export interface TestSite {
  readonly site: Site
  /** The contract, in-process. */
  readonly client: TestClient
  /** Base URL of the charger port, without the identity. */
  readonly url: string
  /** The same of the port with TLS; empty where there is none. */
  readonly tlsUrl: string
  readonly folder: string
  readonly keyStore: KeyStore
  readonly log: Logger
  /** Closes it and opens it again on the same data, as a restart does. */
  restart(more?: Pick<TestSiteOptions, 'ports'>): Promise<TestSite>
  /** Closes it and removes its folder. */
  close(): Promise<void>
}

export interface TestSiteOptions extends Pick<SiteOptions, 'updates' | 'releaseKeys' | 'installation' | 'desktop'> {
  /** Keeps the lists of stations in step; off unless asked for. */
  readonly localLists?: Partial<LocalListLimits>
  readonly limits?: Partial<CsmsLimits>
  readonly intervals?: Partial<Intervals>
  readonly fileLimits?: Partial<FileLimits>
  readonly frames?: Partial<FrameLimits> | false
  readonly revocationLists?: Partial<RevocationListLimits>
  readonly renewals?: Partial<RenewalLimits>
  readonly desk?: Partial<DeskLimits>
  readonly backupLimits?: Partial<BackupLimits>
  readonly deviceLimits?: Partial<DeviceLimits>
  readonly guesses?: Partial<GuessLimits>
  readonly clock?: () => number
  readonly push?: Partial<PushLimits>
  readonly homeAssistant?: boolean
  /** Also listens for MQTT alone, on any free port. */
  readonly mqtt?: boolean
  /** Also listens with TLS, on any free port. */
  readonly tls?: boolean
  readonly pkiUrl?: string
  readonly serverCertificates?: Partial<ServerCertificateLimits>
  readonly upgrades?: Partial<UpgradeLimits>
  /** False leaves the site before its first run. */
  readonly setUp?: boolean
  readonly folder?: string
  /** The ports of a site that was closed, for chargers that come back to it; any free ones where they are left out. */
  readonly ports?: { readonly plain: number; readonly tls: number }
}

export async function openTestSite(options: TestSiteOptions = {}): Promise<TestSite> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'chargehand-test-'))
  const keyStore = fileKeyStore(join(folder, 'chargehand.key'))
  const log = pino({ level: 'silent' })
  const site = await openSite({
    dataFolder: folder,
    bind: '127.0.0.1',
    ocppPort: options.ports?.plain ?? 0,
    tlsPort: options.tls ? (options.ports?.tls ?? 0) : undefined,
    pkiUrl: options.pkiUrl,
    serverCertificates: options.serverCertificates,
    demo: false,
    keyStore,
    version: '0.0.0',
    log,
    clock: options.clock,
    push: options.push,
    homeAssistant: options.homeAssistant,
    mqttPort: options.mqtt ? 0 : undefined,
    limits: options.limits,
    fileLimits: options.fileLimits,
    deviceLimits: options.deviceLimits,
    guesses: options.guesses,
    frames: options.frames,
    backupLimits: options.backupLimits,
    revocationLists: options.revocationLists,
    renewals: options.renewals,
    desk: options.desk,
    upgrades: options.upgrades,
    updates: options.updates,
    releaseKeys: options.releaseKeys,
    installation: options.installation,
    desktop: options.desktop,
    // Most tests talk to stations themselves and want no talk beside theirs.
    localLists: options.localLists ?? false,
    intervals: options.intervals,
  })
  const context: ServiceContext = { actor: 'test' }
  const client = createRouterClient(createRouter(site), { context })
  if (options.setUp !== false && site.state().phase === 'setup') {
    await client.site.setUp({ siteName: 'Test site', organisation: 'Test Organisation' })
  }
  return {
    site,
    client,
    url: site.state().listeners[0]?.url ?? '',
    tlsUrl: site.state().listeners[1]?.url ?? '',
    folder,
    keyStore,
    log,
    async restart(more) {
      await site.close()
      return openTestSite({ ...options, ...more, folder })
    },
    async close() {
      await site.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
