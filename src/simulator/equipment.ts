import { KnownCards } from './authorization/knownCards'
import type { ChargerEvent } from './chargerEvents'
import type { Dialect, Message } from './dialect'
import type { Environment } from './environment'
import type { Evse } from './evse'
import type { ChargerFaults } from './faults/faults'
import { Firmware } from './files/firmware'
import { LogBook } from './files/logBook'
import { LogUpload } from './files/logUpload'
import type { Settings } from './options'
import { TrustStore } from './pki/trustStore'
import { Reservations } from './reservations'
import { Profiles } from './smart/profiles'
import type { Timers } from './timers'
import type { Variables } from './variables'

export interface EquipmentParts {
  readonly settings: Settings
  readonly variables: Variables
  readonly dialect: Dialect
  readonly environment: Environment
  readonly timers: Timers
  readonly faults: ChargerFaults
  readonly evses: readonly Evse[]
  readonly emit: (event: ChargerEvent) => void
  readonly changed: (evse: Evse) => void
  /** Delivers a message, also after a loss of the link. */
  readonly post: (message: Message) => void
  readonly securityEvent: (type: string, techInfo: string | null) => void
  readonly settleMeters: () => void
  readonly applyLimits: () => void
  readonly whenIdle: () => Promise<void>
  readonly putBack: () => void
  readonly reboot: (firmware: string) => void
}

/** What a charger keeps beside its sessions: cards, trusted roots, reservations, profiles, its log, its firmware. */
export interface Equipment {
  readonly cards: KnownCards
  readonly trust: TrustStore
  readonly reservations: Reservations
  readonly profiles: Profiles
  readonly logBook: LogBook
  readonly logs: LogUpload
  readonly firmware: Firmware
}

/** Puts it together. */
export function newEquipment(parts: EquipmentParts): Equipment {
  const { dialect, emit, environment, evses, faults, post, settings, timers, variables } = parts
  const say = (message: Message | null) => {
    if (message) post(message)
  }
  const trust = new TrustStore(settings.trustedRoots, { additionalCheck: settings.additionalRootCheck })
  const logBook = new LogBook(environment.now)
  const roots = () => trust.serverRoots
  return {
    cards: new KnownCards(variables),
    trust,
    logBook,
    reservations: new Reservations({
      environment,
      timers,
      evses,
      changed: parts.changed,
      emit,
      tell: (id, status) => say(dialect.reservationStatus(id, status)),
    }),
    profiles: new Profiles({
      now: environment.now,
      phases: settings.phases,
      powerW: settings.powerW,
      evseIds: evses.map(({ id }) => id),
      sessionOf: (evseId) => evses.find(({ id }) => id === evseId)?.session ?? null,
      charging: () => evses.filter(({ session }) => session !== null).length,
      changing: parts.settleMeters,
      changed: parts.applyLimits,
    }),
    logs: new LogUpload({
      identity: settings.identity,
      book: logBook,
      timers,
      faults,
      now: environment.now,
      roots,
      emit,
      tell: (status, order) => say(dialect.logStatus(status, order, false)),
    }),
    firmware: new Firmware({
      timers,
      environment,
      faults,
      installSeconds: settings.firmwareInstallSeconds,
      roots,
      manufacturerRoots: () => trust.pems('manufacturer'),
      whenIdle: parts.whenIdle,
      putBack: parts.putBack,
      emit,
      tell: (status, order) => say(dialect.firmwareStatus(status, order, false)),
      securityEvent: parts.securityEvent,
      reboot: parts.reboot,
    }),
  }
}
