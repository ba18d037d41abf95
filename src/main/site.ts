import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { stationAnswers as answerWords } from '@shared/words/en/stationAnswers'
import { createAccess } from './access/access'
import { createRefusedCalls } from './access/refusedCalls'
import { createForgetting } from './audit/forgetting'
import { createSecurityEvents } from './audit/securityEvents'
import { createAutomation } from './automation/automation'
import { openBackup } from './backup/openBackup'
import { createAuthorityLife } from './ca/authorityLife'
import { openDesk } from './ca/desk/openDesk'
import { openRevocation } from './ca/openRevocation'
import { createSiteAuthority } from './ca/siteAuthority'
import { createChanges } from './changes'
import { createAdapters } from './csms/adapters'
import { createCsms } from './csms/csms'
import { CSMS_LIMITS, INTERVALS } from './csms/limits'
import { createLinks } from './csms/links'
import { deskForDevices } from './devices/deskForDevices'
import { createDeviceSite } from './devices/deviceSite'
import { createFiles, FILES_FOLDER } from './files/files'
import { createFirstRun } from './firstRun'
import { createFrames } from './frames/frames'
import { createNotices } from './notices/notices'
import { openCharging } from './openCharging'
import { openCommands, type Said } from './openCommands'
import { type Doors, openDoors } from './openDoors'
import { type Keep, openTogether } from './opened'
import type { Site } from './openedSite'
import { openOperators } from './operators/openOperators'
import type { PortSettings } from './ports/portSettings'
import { createReaders } from './readers/readers'
import { openReports } from './reports/openReports'
import { countRevisions } from './revisions'
import { siteNames } from './siteNames'
import type { SiteOptions } from './siteOptions'
import { createSiteState } from './siteState'
import { createAdmissions } from './stations/admissions'
import { createStations } from './stations/stations'
import { openStore } from './store/open'
import { createTolerance } from './tolerance/tolerance'
import { openUpdates } from './updates/openUpdates'
import { createUpgrades } from './upgrades/upgrades'
import { createVariables } from './variables/variables'

export type { Site } from './openedSite'
export type { SiteOptions } from './siteOptions'

/**
 * Opens a site: its data, its authority, its listener. Everything that is opened here is closed by `close`, and at once
 * where something fails.
 * @throws AppError of the store, the key store and the listener, each with what to do
 */
export function openSite(options: SiteOptions): Promise<Site> {
  return openTogether((keep) => composeSite(options, keep))
}

/** Puts the parts of a site together. They are closed in the order opposite to that in which they are kept. */
async function composeSite(options: SiteOptions, keep: Keep): Promise<Omit<Site, 'close'>> {
  const { dataFolder, keyStore, log } = options
  const clock = options.clock ?? Date.now
  const onFailure = (error: unknown) => log.error({ error }, 'background work failed')
  const store = keep(openStore({ folder: dataFolder, lock: options.lock, onLazyFailure: onFailure, ...options.writer }))
  const { read } = store
  const changes = createChanges()
  /** What nearly everything here needs. */
  const core = { store, clock, changes, onFailure }
  const links = createLinks()
  const stations = createStations({ ...core })
  const tolerance = createTolerance({ ...core, stations })
  const adapters = createAdapters()
  const { numberForms, ...charging } = keep(
    openCharging({ ...core, stations, links, adapters, masterPass: () => masterPass, options }),
  )
  const { cards, sessions } = charging
  const securityEvents = createSecurityEvents({ store, changes })
  keep(createForgetting({ ...core, limits: options.retention }))
  const variables = createVariables({ store, changes, clock })
  const notices = createNotices({ ...core, limits: options.notices })
  const authority = createSiteAuthority(read, keyStore)
  const { name, organisation, isSetUp, requireSetUp } = siteNames(read)
  const people = openOperators({ ...core, randomBytes, siteName: name, limits: options.guessing })
  const deviceSite = createDeviceSite({
    ...core,
    rootPem: () => authority.certificatePem('root'),
    desk: () => deskForDevices(desk),
    limits: options.deviceLimits,
    guessLimits: options.guesses,
  })
  const { api: option, apiLimits, guesses: guessLimits } = options
  const automation = createAutomation({ ...core, option, limits: apiLimits, guessLimits })
  const { desk, delivery, secondPeople, refusals } = openDesk({
    ...core,
    stations,
    links,
    devices: deviceSite.atDesk,
    authority,
    organisation,
    chainFor: (certificate) => life.rollOver.chainFor(certificate),
    publishedAt: options.pkiUrl,
    randomBytes,
    operators: people.operators,
    limits: options.desk,
  })
  const { revocations, revocationLists, pki } = openRevocation({
    ...core,
    stations,
    links,
    authority,
    organisation,
    limits: options.revocationLists,
  })
  keep(revocationLists)
  const access = createAccess({
    ...core,
    stations,
    disconnect: (stationId) => links.disconnect(stationId, answerWords.close.otherProfile),
    organisation,
    issuingPems: authority.issuingPems,
    isRevoked: revocations.isRevoked,
    hasTls: () => ports.hasTls(),
    hasPlain: () => ports.hasPlain(),
    randomBytes,
    limits: options.passwords,
  })
  const refusedCalls = createRefusedCalls({ ...core, limits: options.refusedCalls })
  const admissions = createAdmissions({ stations, links, onFailure })

  /** Where a station reaches this computer; one that is not connected gets the address that chargers are set up with. */
  const originFor = (stationId: number) =>
    stations.connection(stationId)?.httpOrigin ?? ports.origin() ?? 'http://127.0.0.1'
  const files = keep(createFiles({ ...core, stations, dataFolder, originFor, limits: options.fileLimits }))

  const said: Said = keep(
    openCommands({
      ...core,
      stations,
      links,
      adapters,
      files,
      cards,
      numbers: numberForms,
      variables,
      sessions,
      access,
      listLimits: options.localLists,
    }),
  )
  const { commands, localLists, masterPass, passwordRotation } = said

  const life = keep(
    createAuthorityLife({
      ...core,
      keyStore,
      stations,
      commands,
      access,
      authority,
      names: () => ({ siteName: name(), organisation: organisation() }),
      revocations,
      revocationLists,
      cutDevices: deviceSite.devices.cut,
      renewServerCertificates: () => ports.renewCertificates(),
      limits: { roots: options.roots, rollOver: options.rollOver, renewals: options.renewals },
      rootKeyIterations: options.rootKeyIterations,
    }),
  )

  const frames = keep(
    createFrames({
      file: path.join(dataFolder, 'frames.db'),
      clock,
      limits: options.frames,
      onTrouble: (reason) => log.warn({ reason }, 'the live log loses frames'),
    }),
  )

  const limits = { ...CSMS_LIMITS, ...options.limits }
  const openCsms = (portSettings: () => PortSettings) =>
    createCsms({
      adapters,
      limits,
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
        intervals: { ...INTERVALS, ...options.intervals },
      },
      links,
      access,
      portSettings,
      refusedCalls,
      onCertificateUsed: (stationId, serial) => revocations.seenInUse(stationId, serial).catch(onFailure),
      files,
      pki,
      devices: { site: deviceSite, version: options.version },
      frames,
      log,
      onStationReady: (stationId) => {
        delivery.stationReady(stationId).catch(onFailure)
        commands.stationReady(stationId)
        upgrades.stationReady(stationId)
        localLists.stationReady(stationId)
      },
    })

  const inFiles = keep(
    openBackup({
      ...core,
      keyStore,
      authority,
      dataFolder,
      filesFolder: path.join(dataFolder, FILES_FOLDER),
      version: options.version,
      siteName: name,
      isSetUp,
      limits: options.backupLimits,
    }),
  )

  const updates = keep(openUpdates({ ...core, options, backups: inFiles.backups, isSetUp }))

  const doors: Doors = keep(
    await openDoors({
      ...core,
      options,
      stations,
      sessions,
      access,
      links,
      siteName: name,
      deviceSite,
      refusedCalls,
      log,
      limits,
      createCsms: openCsms,
    }),
  )
  const { ports, portChoices, meters } = doors

  const upgrades = keep(
    createUpgrades({
      ...core,
      stations,
      access,
      commands,
      authority,
      organisation,
      tlsPort: () => ports.tlsPort(),
      hasPlain: ports.hasPlain,
      limits: options.upgrades,
    }),
  )

  const setUp = createFirstRun({ ...core, keyStore, authority, isSetUp, ports })

  const readers = keep(
    createReaders({
      ...core,
      forms: numberForms,
      log,
      launch: options.launchReader,
      limits: options.readerLimits,
    }),
  )

  const state = createSiteState({
    options,
    isSetUp,
    name,
    organisation,
    ports,
    keyStore,
    stations,
    desk,
    cards,
    readers,
    today: charging.today,
  })

  // Kept last, because they are closed first: nobody is to ask for what is closed already.
  keep(automation)
  keep(people.seats)

  if (isSetUp()) {
    await authority.check()
    await ports.open({ authority: () => authority, organisation: organisation() })
  }

  return {
    ...charging,
    ...life,
    ...inFiles,
    ...people,
    changes,
    store,
    stations,
    tolerance,
    admissions,
    access,
    passwordRotation,
    updates,
    upgrades,
    refusedCalls,
    reportDesk: openReports({ ...core, siteName: name, catchUp: sessions.catchUp }),
    localLists,
    readers,
    notices,
    desk,
    secondPeople,
    deviceSite,
    meters,
    automation,
    refusals,
    revocations,
    revocationLists,
    authority,
    files,
    frames,
    dataFolder,
    variables,
    restart: options.restart ?? null,
    desktop: options.desktop ?? null,
    commands,
    setUp,
    requireSetUp,
    state,
    renewServerCertificates: ports.renewCertificates,
    portChoices,
    revisions: countRevisions(changes),
    connectedStations: () => links.size(),
  }
}
