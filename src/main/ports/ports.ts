import { hostname } from 'node:os'
import type { SiteState } from '@shared/contract/site'
import { AppError } from '@shared/errors'
import type { Told } from '@shared/told'
import type { Logger } from 'pino'
import { SERVER_CERTIFICATE_LIMITS, type ServerCertificateLimits } from '../ca/server/renewal'
import { type ServerNames, serverNames } from '../ca/server/serverNames'
import type { Clock } from '../clock'
import type { Csms } from '../csms/csms'
import type { CsmsLimits } from '../csms/limits'
import type { SecureRoute } from '../csms/listener/alpn'
import { type Listener, openListener } from '../csms/listener/listener'
import { phrase, toldOf } from '../phrase'
import { type Interfaces, reachableUrls } from '../reachable'
import { watchAddresses } from './addressWatch'
import { withExtraNames } from './extraName'
import { listenerState } from './listenerState'
import type { MqttPortOptions } from './mqttPort'
import type { PortSettings } from './portSettings'
import { type CertifiedBy, openTlsPort, TLS_PORT_OPTION, type TlsPort } from './tlsPort'

export interface PortsOptions {
  /** The address both ports are bound to. */
  readonly bind: string
  readonly ocppPort: number
  /** Without it there is no port with TLS. */
  readonly tlsPort: number | undefined
  /** Goes on without TLS when its port can not be had. */
  readonly tlsOptional: boolean
  /** What the manager decided, as it stands now. */
  readonly settings: () => PortSettings
  /** The network interfaces of this computer. */
  readonly interfaces: () => Interfaces
  readonly limits: CsmsLimits
  readonly serverCertificates?: Partial<ServerCertificateLimits>
  /** What is spoken on the port with TLS beside HTTP and WebSocket. */
  readonly secureRoutes?: readonly SecureRoute[]
  /** A port with TLS for MQTT alone; it needs the one for chargers. */
  readonly mqtt?: MqttPortOptions | null
  readonly clock: Clock
  readonly log: Logger
  /** Told of failures that nobody waits for. */
  readonly onFailure: (error: unknown) => void
  /** Other addresses, other certificates: what is shown of the ports is not true any more. */
  readonly onChange: () => void
  /** The central system behind the ports: one for each time they are opened. */
  readonly createCsms: () => Csms
}

/** The ports of a site for chargers: all closed, or open with one central system behind them. */
export interface Ports {
  /**
   * Opens those that are wanted. Where an authority has ended, or an optional port with TLS can not be had, the other one
   * is open alone.
   * @throws AppError PORT_IN_USE, PORT_FORBIDDEN, ADDRESS_NOT_AVAILABLE, and those of the key store
   */
  open(by: CertifiedBy): Promise<void>
  state(): Pick<SiteState, 'listeners' | 'tlsProblem'>
  hasPlain(): boolean
  hasTls(): boolean
  /** The port that is listened on with TLS; null where none is. */
  tlsPort(): number | null
  /** `http://address:port` under which a station that is not connected reaches this computer; null where it does not. */
  origin(): string | null
  /** Under what this computer is found to be reached. */
  found(): ServerNames
  /** What is shown to those who connect with TLS; null without such a port. */
  certificate(): ReturnType<TlsPort['certificate']> | null
  /** Renews the certificates of the port with TLS now, where that is due. */
  renewCertificates(): Promise<void>
  /** Meets those who connect with TLS from now on as the settings say. */
  applyChoice(): void
  /** @throws AppError PORT_IN_USE, PORT_FORBIDDEN, ADDRESS_NOT_AVAILABLE */
  openPlain(): Promise<void>
  /** Takes nobody more at once; resolves when all who came by it are gone: somebody has to tell them. */
  closePlain(): Promise<void>
  /** Says goodbye to the stations and ends all; they may be opened again. */
  close(): Promise<void>
}

interface Opened {
  readonly csms: Csms
  plain: Listener | null
  tls: TlsPort | null
  /** Why there is no port with TLS though one is wanted; null when there is one, or none is wanted. */
  tlsProblem: Told | null
  readonly addresses: { stop(): void }
}

export function createPorts(options: PortsOptions): Ports {
  const { bind, limits, clock, log, settings, interfaces, onFailure, onChange } = options
  let opened: Opened | null = null

  const found = () => serverNames(bind, interfaces(), hostname())

  const openPlain = (csms: Csms) =>
    openListener({ bind, port: options.ocppPort, portOption: '--ocpp-port', limits, door: csms.door })

  const openTls = (csms: Csms, by: CertifiedBy, port: number) =>
    openTlsPort({
      by,
      csms,
      bind,
      port,
      limits,
      serverCertificates: options.serverCertificates,
      routes: options.secureRoutes ?? [],
      mqtt: options.mqtt ?? null,
      names: () => withExtraNames(found(), settings().extraNames),
      choice: settings,
      clock,
      onFailure,
      onRenewed: onChange,
    })

  /** A sentence for what leaves the rest usable. */
  const bearable = (error: unknown): Told | null => {
    // An authority that has ended keeps nobody from charging who came without TLS.
    if (error instanceof RangeError) return phrase('reasons.authorityEnded')
    const isPort = error instanceof AppError && error.data.option === TLS_PORT_OPTION
    return isPort && options.tlsOptional ? toldOf(error) : null
  }

  const openAll = async (all: Opened, by: CertifiedBy) => {
    if (settings().plain) all.plain = await openPlain(all.csms)
    if (options.tlsPort === undefined) return
    try {
      all.tls = await openTls(all.csms, by, options.tlsPort)
    } catch (error) {
      all.tlsProblem = bearable(error)
      if (all.tlsProblem === null) throw error
      log.warn({ reason: all.tlsProblem.text }, 'no port with TLS')
    }
  }

  const closeAll = async ({ csms, plain, tls, addresses }: Opened) => {
    addresses.stop()
    // All: a WebSocket tells its end a moment after the connection below it, and that end is still to be kept.
    await Promise.all([csms.close(), plain?.close(), tls?.close()])
  }

  return {
    async open(by) {
      const { lookEveryMs } = { ...SERVER_CERTIFICATE_LIMITS, ...options.serverCertificates }
      const addresses = watchAddresses({ bind, interfaces, everyMs: lookEveryMs, onChange })
      const all: Opened = { csms: options.createCsms(), plain: null, tls: null, tlsProblem: null, addresses }
      try {
        await openAll(all, by)
      } catch (error) {
        await closeAll(all)
        throw error
      }
      opened = all
    },

    state: () => ({
      listeners: [
        ...(opened?.plain ? [listenerState('ws', opened.plain, interfaces())] : []),
        ...(opened?.tls ? [listenerState('wss', opened.tls.listener, interfaces())] : []),
        ...(opened?.tls?.mqtt ? [listenerState('mqtts', opened.tls.mqtt, interfaces())] : []),
      ],
      tlsProblem: opened?.tlsProblem ?? null,
    }),

    hasPlain: () => opened !== null && opened.plain !== null,
    hasTls: () => opened !== null && opened.tls !== null,
    tlsPort: () => opened?.tls?.listener.port ?? null,

    origin() {
      const [scheme, listener] = opened?.plain
        ? (['http', opened.plain] as const)
        : (['https', opened?.tls?.listener] as const)
      return listener ? (reachableUrls(scheme, listener.address, listener.port, interfaces())[0] ?? null) : null
    },

    found,
    certificate: () => opened?.tls?.certificate() ?? null,
    renewCertificates: async () => opened?.tls?.look(),
    applyChoice: () => opened?.tls?.applyChoice(),

    async openPlain() {
      const into = opened
      if (!into || into.plain) return
      const plain = await openPlain(into.csms)
      // All was closed meanwhile.
      if (opened !== into) return plain.close()
      into.plain = plain
    },

    async closePlain() {
      const closing = opened?.plain
      if (!opened || !closing) return
      opened.plain = null
      await closing.close()
    },

    async close() {
      const closing = opened
      opened = null
      if (closing) await closeAll(closing)
    },
  }
}
