import type { CommandPort } from './commandPort'
import type { Dialect, Message } from './dialect'
import type { Environment } from './environment'
import type { Equipment } from './equipment'
import type { EventHub } from './eventHub'
import type { ChargerFaults } from './faults/faults'
import type { CallOutcome } from './link/callOutcome'
import type { Link } from './link/link'
import type { Network } from './network'
import type { Settings } from './options'
import type { Outbox } from './outbox'
import type { Enrolment } from './pki/enrolment'
import type { Registration } from './registration'
import type { PortServices } from './remote'
import type { Timers } from './timers'
import type { Variables } from './variables'

export interface ServicesParts {
  readonly settings: Settings
  readonly variables: Variables
  readonly faults: ChargerFaults
  readonly timers: Timers
  readonly environment: Environment
  readonly dialect: Dialect
  readonly hub: EventHub
  readonly link: Link
  readonly network: Network
  readonly outbox: Outbox
  readonly registration: Registration
  readonly enrolment: Enrolment
  readonly equipment: Equipment
  readonly call: (action: string, payload: object) => Promise<CallOutcome>
  readonly heartbeat: () => void
  readonly securityEvent: (type: string, techInfo: string | null) => void
  readonly setHeartbeat: (seconds: number) => void
}

/** What commands can ask of the charger beside its sessions: what it keeps, says, and has certified. */
export function commandServices(parts: ServicesParts): PortServices {
  const { call, dialect, enrolment, equipment, faults, hub, link, network, settings, timers, variables } = parts
  const say = (message: Message | null) => {
    if (message) void call(message.action, message.payload)
  }
  const installCertificate: CommandPort['installCertificate'] = async (chain, requestId) => {
    if (!faults.rejectCertificates) return enrolment.install(chain, requestId)
    const why = 'told to reject certificates'
    enrolment.refuse(why)
    return why
  }
  return {
    settings,
    variables,
    faults,
    timers,
    now: parts.environment.now,
    ...equipment,
    ownCertificate: () => enrolment.installed,
    firmwareVersion: () => variables.firmware,
    emit: hub.emit,
    on: (listener) => hub.on(listener),
    tell: call,
    sendUnconfirmed: (action, payload) => link.send(action, payload),
    sendBoot: () => void parts.registration.boot('Triggered'),
    sendHeartbeat: parts.heartbeat,
    sendFirmwareStatus: (extended) => {
      const now = equipment.firmware.current
      say(dialect.firmwareStatus(now?.status ?? 'Idle', now?.order ?? null, extended))
    },
    sendLogStatus: (extended) => {
      const now = equipment.logs.current
      say(dialect.logStatus(now?.status ?? 'Idle', now?.order ?? null, extended))
    },
    requestCertificate: () => void enrolment.request(),
    installCertificate,
    useCertificate: () => {
      const { asMade, securityProfile, url } = network.current
      if (asMade ? url.startsWith('wss:') : securityProfile === 3) link.reconnect('using the new certificate')
    },
    useNewProfile: () => {
      network.restart()
      if (faults.staysAway) link.drop()
      else link.reconnect('using the new security profile')
    },
    reportInvalidCertificate: (why) => parts.securityEvent(dialect.invalidCertificateEvent, why),
    holdsMessages: (transactionId) => parts.outbox.holds(transactionId),
    variablesChanged: () => parts.setHeartbeat(variables.heartbeatSeconds),
  }
}
