import { randomBytes } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import type { Revisions, SiteState } from '@shared/contract/site'
import { AppError } from '@shared/errors'
import { host as hostWords } from '@shared/words/en/host'
import { stationAnswers as answerWords } from '@shared/words/en/stationAnswers'
import type { Logger } from 'pino'
import { type Access, createAccess } from './access/access'
import type { PasswordLimits } from './access/passwordChecks'
import { createRefusedCalls, type RefusedCallLimits, type RefusedCalls } from './access/refusedCalls'
import { createPasswordRotation, type PasswordRotation } from './access/rotation'
import { createSecurityEvents } from './audit/securityEvents'
import { type Backups, createBackups } from './backup/backups'
import type { BackupLimits } from './backup/limits'
import { createRestoreDesk, type RestoreDesk } from './backup/restoreDesk'
import { createDelivery } from './ca/delivery'
import { createDesk, type RequestDesk } from './ca/desk'
import type { KeyStore } from './ca/keystore/keyStore'
import { createOcspResponder } from './ca/ocsp/responder'
import { type AuthorityExport, createAuthorityExport } from './ca/pkcs12/authorityExport'
import { createRefusals, type Refusals } from './ca/refusals'
import { createRenewals, type RenewalLimits, type Renewals } from './ca/renewals'
import { createRevocationLists, type RevocationListLimits, type RevocationLists } from './ca/revocationLists'
import { createRevocations, type Revocations } from './ca/revocations'
import { SERVER_CERTIFICATE_LIMITS, type ServerCertificateLimits } from './ca/server/renewal'
import { createSiteCertificates, type SiteCertificates } from './ca/server/siteCertificates'
import { createSiteAuthority, newAuthorityRows, type SiteAuthority, unstoredAuthority } from './ca/siteAuthority'
import { type Cards, createCards } from './cards/cards'
import { type Changes, createChanges } from './changes'
import type { Clock } from './clock'
import { type Commands, createCommands } from './commands/commands'
import { createAdapters } from './csms/adapters'
import { type Csms, type CsmsOptions, openCsms, TLS_PORT_OPTION } from './csms/csms'
import { createDialects } from './csms/dialect'
import { CSMS_LIMITS, type CsmsLimits, INTERVALS, type Intervals } from './csms/limits'
import { createLinks } from './csms/links'
import type { Listener } from './csms/listener/listener'
import { createStoredReader } from './csms/storedEvent'
import { commandFiles } from './files/commandFiles'
import { createFiles, FILES_FOLDER, type Files } from './files/files'
import type { FileLimits } from './files/limits'
import { reportTransfers } from './files/reportTransfers'
import { createFrames, type Frames } from './frames/frames'
import type { FrameLimits } from './frames/limits'
import type { NoticeLimits } from './notices/limits'
import { createNotices, type Notices } from './notices/notices'
import { reachableUrls } from './reachable'
import { countRevisions } from './revisions'
import { createEvidence, type Evidence } from './sessions/evidence'
import { createGaps, type GapLimits, type Gaps } from './sessions/gaps'
import { createSessions, SESSIONS_DEFAULTS, type Sessions, type SessionsLimits } from './sessions/sessions'
import { createSettling, type Settling } from './sessions/settling'
import { createTodayFigures } from './sessions/todayFigures'
import { type Admissions, createAdmissions } from './stations/admissions'
import { createStations, type Stations } from './stations/stations'
import type { FolderLock } from './store/lock'
import { openStore, type Store } from './store/open'
import { insertAuthority } from './store/queries/authority'
import { appendAudit } from './store/queries/events'
import { putSetting, setting } from './store/queries/settings'
import type { WriterLimits } from './store/writer'
import { createTolerance, type Tolerance } from './tolerance/tolerance'
import { createVariables, type Variables } from './variables/variables'

export interface SiteOptions {
  readonly dataFolder: string
  /** The folder's lock, when the program around the site holds it; else the store takes one. */
  readonly lock?: FolderLock
  /** Address the charger port is bound to; 0.0.0.0 for all. */
  readonly bind: string
  /** 0 takes any free port. */
  readonly ocppPort: number
  /** Port for stations with TLS; 0 takes any free one, without it there is none. */
  readonly tlsPort?: number
  /** Goes on without TLS when its port can not be had, and says so in its state, instead of not opening at all. */
  readonly tlsOptional?: boolean
  /** `http://address:port` that certificates name for whoever checks them; without it they name none. */
  readonly pkiUrl?: string
  readonly demo: boolean
  readonly keyStore: KeyStore
  readonly version: string
  readonly log: Logger
  readonly clock?: Clock
  readonly limits?: Partial<CsmsLimits>
  readonly intervals?: Partial<Intervals>
  readonly writer?: Partial<WriterLimits>
  readonly ledger?: Partial<SessionsLimits>
  readonly gaps?: Partial<GapLimits>
  readonly fileLimits?: Partial<FileLimits>
  /** Bounds of the live log; false leaves it off. */
  readonly frames?: Partial<FrameLimits> | false
  readonly notices?: Partial<NoticeLimits>
  readonly backupLimits?: Partial<BackupLimits>
  /** Ends the program and starts it again, where its host can. */
  readonly restart?: () => void
  readonly revocationLists?: Partial<RevocationListLimits>
  readonly renewals?: Partial<RenewalLimits>
  readonly passwords?: Partial<PasswordLimits>
  readonly refusedCalls?: Partial<RefusedCallLimits>
  readonly serverCertificates?: Partial<ServerCertificateLimits>
}

export interface SetUp {
  readonly siteName: string
  /** Becomes the O of certificates; at most 64 characters. */
  readonly organisation: string
}

/** A port as the console shows it. */
function listenerState(scheme: 'ws' | 'wss', { address, port }: Listener): SiteState['listeners'][number] {
  return {
    url: `${scheme}://${address.includes(':') ? `[${address}]` : address}:${port}`,
    reachableAt: reachableUrls(scheme, address, port, networkInterfaces()),
  }
}

/** The running program behind every host: what it knows, and what can be asked of it. */
export interface Site {
  readonly changes: Changes
  readonly store: Store
  readonly stations: Stations
  readonly tolerance: Tolerance
  readonly admissions: Admissions
  readonly access: Access
  readonly passwordRotation: PasswordRotation
  readonly refusedCalls: RefusedCalls
  readonly cards: Cards
  readonly sessions: Sessions
  readonly settling: Settling
  readonly evidence: Evidence
  readonly gaps: Gaps
  readonly notices: Notices
  readonly desk: RequestDesk
  readonly refusals: Refusals
  readonly revocations: Revocations
  readonly renewals: Renewals
  readonly revocationLists: RevocationLists
  readonly authority: SiteAuthority
  readonly files: Files
  /** The live log of frames. */
  readonly frames: Frames
  /** Renews the certificates of the TLS port now, where that is due. */
  renewServerCertificates(): Promise<void>
  readonly dataFolder: string
  readonly variables: Variables
  readonly backups: Backups
  readonly authorityExport: AuthorityExport
  readonly restoreDesk: RestoreDesk
  readonly restart: (() => void) | null
  readonly commands: Commands
  /**
   * The first run: makes the authority, stores the names and begins to listen. All or nothing.
   * @throws AppError ALREADY_SET_UP, PORT_IN_USE, PORT_FORBIDDEN, ADDRESS_NOT_AVAILABLE, STORE_WRITE_FAILED
   */
  setUp(actor: string, names: SetUp): Promise<void>
  /** @throws AppError NOT_SET_UP before the first run */
  requireSetUp(): void
  state(): SiteState
  revisions(): Revisions
  connectedStations(): number
  /** Says goodbye to the stations, writes what waits, and closes everything. */
  close(): Promise<void>
}

/**
 * Opens a site: its data, its authority, its listener. Everything that is opened here is closed by `close`.
 * @throws AppError of the store, the key store and the listener, each with what to do
 */
export async function openSite(options: SiteOptions): Promise<Site> {
  const { dataFolder, keyStore, log } = options
  const clock = options.clock ?? Date.now
  const onFailure = (error: unknown) => log.error({ error }, 'background work failed')
  const store = openStore({ folder: dataFolder, lock: options.lock, onLazyFailure: onFailure, ...options.writer })
  const { read, writer } = store

  const changes = createChanges()
  const links = createLinks()
  const stations = createStations({ store, clock, changes })
  const tolerance = createTolerance({ store, clock, changes, stations })
  const cards = createCards({ store, clock, changes })
  const adapters = createAdapters()
  const stored = createStoredReader(adapters)
  const sessions = createSessions({
    store,
    changes,
    cards,
    readEvent: stored.event,
    onFailure,
    limits: { ...options.ledger, appendTogether: options.writer?.maxBatch ?? SESSIONS_DEFAULTS.appendTogether },
  })
  const settling = createSettling({ store, clock, changes, sessions })
  const evidence = createEvidence({ store, told: stored.told, catchUp: sessions.catchUp })
  const gaps = createGaps({
    store,
    clock,
    changes,
    stations,
    links,
    catchUp: sessions.catchUp,
    onFailure,
    limits: options.gaps,
  })
  const securityEvents = createSecurityEvents({ store, changes })
  const variables = createVariables({ store, changes, clock })
  const notices = createNotices({ store, clock, changes, limits: options.notices })
  const authority = createSiteAuthority(read, keyStore)
  const delivery = createDelivery({ store, clock, changes, stations, links, onFailure })
  const organisation = () => setting(read, 'organisation') ?? ''
  const desk = createDesk({
    store,
    clock,
    changes,
    stations,
    authority,
    delivery,
    organisation,
    publishedAt: options.pkiUrl,
    onFailure,
  })
  const refusals = createRefusals({ store, clock, changes, delivery })
  const revocations = createRevocations({ store, clock, changes, stations, links })
  const revocationLists = createRevocationLists({
    store,
    clock,
    changes,
    authority,
    onFailure,
    limits: options.revocationLists,
  })
  const ocsp = createOcspResponder({ clock, authority, organisation, statusOf: revocations.statusOf, onFailure })
  const pki = {
    certificatePem: authority.certificatePem,
    revocationList: (role: 'root' | 'issuing') => revocationLists.newest(role)?.der,
    answerOcsp: ocsp.answer,
  }
  const access = createAccess({
    store,
    clock,
    changes,
    stations,
    disconnect: (stationId) => links.disconnect(stationId, answerWords.close.otherProfile),
    organisation,
    issuingPem: () => authority.certificatePem('issuing'),
    isRevoked: revocations.isRevoked,
    hasTls: () => csms?.tlsListener != null,
    randomBytes,
    onFailure,
    limits: options.passwords,
  })
  const refusedCalls = createRefusedCalls({ store, clock, changes, limits: options.refusedCalls })
  const admissions = createAdmissions({ stations, links, onFailure })
  const revisions = countRevisions(changes)
  const intervals = { ...INTERVALS, ...options.intervals }

  let csms: Csms | null = null
  let settingUp = false

  /** Where a station reaches this computer; one that is not connected gets the address that chargers are set up with. */
  const originFor = (stationId: number) => {
    const listener = csms?.listener
    const [fallback] = listener ? reachableUrls('http', listener.address, listener.port, networkInterfaces()) : []
    return stations.connection(stationId)?.httpOrigin ?? fallback ?? 'http://127.0.0.1'
  }
  const files = createFiles({ store, clock, changes, stations, dataFolder, originFor, limits: options.fileLimits })

  const commands = createCommands({
    store,
    clock,
    changes,
    stations,
    links,
    dialects: createDialects(adapters),
    files: commandFiles(files),
    variables,
    onFailure,
  })

  const passwordRotation = createPasswordRotation({ access, commands, stations, changes, onFailure })

  const renewals = createRenewals({
    store,
    clock,
    changes,
    stations,
    commands,
    authority,
    onFailure,
    limits: options.renewals,
  })
  const stopReporting = reportTransfers(files.transfers, commands, onFailure)

  const frames = createFrames({
    file: path.join(dataFolder, 'frames.db'),
    clock,
    limits: options.frames,
    onTrouble: (reason) => log.warn({ reason }, 'the live log loses frames'),
  })

  const openPorts = (tls: CsmsOptions['tls']) =>
    openCsms({
      tls,
      adapters,
      bind: options.bind,
      port: options.ocppPort,
      limits: { ...CSMS_LIMITS, ...options.limits },
      domain: {
        stations,
        tolerance,
        cards,
        sessions,
        desk,
        securityEvents,
        notices,
        commands,
        variables,
        disconnect: links.disconnect,
        clock,
        intervals,
      },
      links,
      access,
      refusedCalls,
      onCertificateUsed: (stationId, serialNumber) => {
        revocations.seenInUse(stationId, serialNumber).catch(onFailure)
      },
      files,
      pki,
      frames,
      log,
      onStationReady: (stationId) => {
        delivery.stationReady(stationId).catch(onFailure)
        commands.stationReady(stationId)
      },
    })

  let serverCertificates: SiteCertificates | null = null
  /** Why there is no port with TLS though one is wanted; null when there is one, or none is wanted. */
  let tlsProblem: string | null = null

  const backups = createBackups({
    store,
    clock,
    changes,
    keyStore,
    dataFolder,
    filesFolder: path.join(dataFolder, FILES_FOLDER),
    version: options.version,
    siteName: () => setting(read, 'site-name') ?? '',
    onFailure,
    limits: options.backupLimits,
  })

  const listen = async (by: SiteAuthority, organisationName: string) => {
    const { tlsPort, bind } = options
    if (tlsPort === undefined) return openPorts(null)
    const limits = { ...SERVER_CERTIFICATE_LIMITS, ...options.serverCertificates }
    const current = () => (isSetUp() ? authority : by)
    const certificates = createSiteCertificates({
      authority: {
        withIssuing: (work) => current().withIssuing(work),
        certificatePem: (role) => current().certificatePem(role),
      },
      organisation: organisationName,
      bind,
      clock,
      limits,
      onFailure,
    })
    try {
      const credentials = await certificates.make()
      const opened = await openPorts({ port: tlsPort, credentials })
      if (opened.tlsListener) certificates.keepFresh(credentials, opened.tlsListener.setCredentials)
      serverCertificates = certificates
      tlsProblem = null
      return opened
    } catch (error) {
      const isPort = options.tlsOptional && error instanceof AppError && error.data.option === TLS_PORT_OPTION
      // An authority that has ended keeps nobody from charging who came without TLS.
      const hasEnded = error instanceof RangeError
      if (!isPort && !hasEnded) throw error
      tlsProblem = hasEnded ? hostWords.ready.authorityEnded : error.message
      log.warn({ reason: tlsProblem }, 'no port with TLS')
      return openPorts(null)
    }
  }

  const isSetUp = () => setting(read, 'site-name') !== undefined

  const restoreDesk = createRestoreDesk({ dataFolder, keyStore, isSetUp, partBytes: backups.limits.partBytes })

  const setUp = async (actor: string, names: SetUp) => {
    if (isSetUp() || settingUp) throw new AppError('ALREADY_SET_UP')
    settingUp = true
    try {
      const rows = await newAuthorityRows(keyStore, names, clock())
      const opened = await listen(unstoredAuthority(rows, keyStore), names.organisation)
      try {
        await writer.write((db) => {
          putSetting(db, 'site-name', names.siteName)
          putSetting(db, 'organisation', names.organisation)
          for (const row of rows) insertAuthority(db, row)
          const at = clock()
          appendAudit(db, { at, actor, action: 'site-set-up', subject: names.siteName, detail: { ...names } })
        })
      } catch (error) {
        serverCertificates?.stop()
        await opened.close()
        throw error
      }
      csms = opened
      changes.emit('site', 0)
      changes.emit('audit', 0)
    } finally {
      settingUp = false
    }
  }

  const today = createTodayFigures({ changes, clock, figuresSince: sessions.figuresSince })

  const state = (): SiteState => {
    const { admitted, connected, waiting } = stations.count()
    const listener = csms?.listener
    return {
      phase: isSetUp() ? 'running' : 'setup',
      name: setting(read, 'site-name') ?? '',
      organisation: organisation(),
      version: options.version,
      demo: options.demo,
      listeners: [
        ...(listener ? [listenerState('ws', listener)] : []),
        ...(csms?.tlsListener ? [listenerState('wss', csms.tlsListener)] : []),
      ],
      tlsProblem,
      keyStore: { kind: keyStore.kind },
      reader: { kind: 'none' },
      stations: { admitted, connected },
      waiting: { stations: waiting, requests: desk.countPending(), unknownCards: cards.countUnknown() },
      today: today.now(),
    }
  }

  const close = async () => {
    serverCertificates?.stop()
    await csms?.close()
    csms = null
    await backups.close()
    await restoreDesk.close()
    await files.close()
    await revocationLists.close()
    await renewals.close()
    await frames.close()
    stopReporting()
    today.close()
    commands.close()
    gaps.close()
    sessions.close()
    store.close()
  }

  try {
    if (isSetUp()) {
      await authority.check()
      csms = await listen(authority, organisation())
    }
  } catch (error) {
    await close()
    throw error
  }

  return {
    changes,
    store,
    stations,
    tolerance,
    admissions,
    access,
    passwordRotation,
    refusedCalls,
    cards,
    sessions,
    settling,
    evidence,
    gaps,
    notices,
    desk,
    refusals,
    revocations,
    renewals,
    revocationLists,
    authority,
    files,
    frames,
    dataFolder,
    variables,
    backups,
    restoreDesk,
    restart: options.restart ?? null,
    authorityExport: createAuthorityExport({ store, clock, changes, authority }),
    commands,
    setUp,
    requireSetUp() {
      if (!isSetUp()) throw new AppError('NOT_SET_UP')
    },
    state,
    renewServerCertificates: async () => serverCertificates?.look(),
    revisions,
    connectedStations: () => links.size(),
    close,
  }
}
