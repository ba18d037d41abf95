import { networkInterfaces } from 'node:os'
import type { SiteState } from '@shared/contract/site'
import { AppError } from '@shared/errors'
import { host as words } from '@shared/words/en/host'
import type { Logger } from 'pino'
import { SERVER_CERTIFICATE_LIMITS, type ServerCertificateLimits } from '../ca/server/renewal'
import { createSiteCertificates, type SiteCertificates } from '../ca/server/siteCertificates'
import type { SiteAuthority } from '../ca/siteAuthority'
import type { Clock } from '../clock'
import type { Csms } from '../csms/csms'
import type { CsmsLimits } from '../csms/limits'
import type { SecureRoute } from '../csms/listener/alpn'
import { type Listener, openListener, openTlsListener, type TlsListener } from '../csms/listener/listener'
import { reachableUrls } from '../reachable'
import { listenerState } from './listenerState'

export interface PortsOptions {
  /** The address both ports are bound to. */
  readonly bind: string
  readonly ocppPort: number
  /** Without it there is no port with TLS. */
  readonly tlsPort: number | undefined
  /** Goes on without TLS when its port can not be had. */
  readonly tlsOptional: boolean
  readonly limits: CsmsLimits
  readonly serverCertificates?: Partial<ServerCertificateLimits>
  /** What is spoken on the port with TLS beside HTTP and WebSocket. */
  readonly secureRoutes?: readonly SecureRoute[]
  readonly clock: Clock
  readonly log: Logger
  /** Told of failures that nobody waits for. */
  readonly onFailure: (error: unknown) => void
  /** The central system behind the ports: one for each time they are opened. */
  readonly createCsms: () => Csms
}

/** By whom the certificates of the port with TLS are signed, and for whom. */
export interface CertifiedBy {
  readonly authority: () => Pick<SiteAuthority, 'withIssuing' | 'certificatePem'>
  readonly organisation: string
}

/** The ports of a site for chargers: both closed, or open with one central system behind them. */
export interface Ports {
  /**
   * Opens them. Where an authority has ended, or an optional port with TLS can not be had, the other one is open alone.
   * @throws AppError PORT_IN_USE, PORT_FORBIDDEN, ADDRESS_NOT_AVAILABLE, and those of the key store
   */
  open(by: CertifiedBy): Promise<void>
  state(): Pick<SiteState, 'listeners' | 'tlsProblem'>
  hasTls(): boolean
  /** `http://address:port` under which a station that is not connected reaches this computer; null where it does not. */
  plainOrigin(): string | null
  /** Renews the certificates of the port with TLS now, where that is due. */
  renewCertificates(): Promise<void>
  /** Says goodbye to the stations and ends all; they may be opened again. */
  close(): Promise<void>
}

interface Opened {
  readonly csms: Csms
  readonly plain: Listener
  readonly tls: { readonly listener: TlsListener; readonly certificates: SiteCertificates } | null
  /** Why there is no port with TLS though one is wanted; null when there is one, or none is wanted. */
  readonly tlsProblem: string | null
}

/** The option that sets the port with TLS; a fault about that port names it. */
const TLS_PORT_OPTION = '--tls-port'

export function createPorts(options: PortsOptions): Ports {
  const { bind, limits, clock, log, onFailure } = options
  let opened: Opened | null = null

  const openTls = async (csms: Csms, { authority, organisation }: CertifiedBy, port: number) => {
    const certificates = createSiteCertificates({
      authority: {
        withIssuing: (work) => authority().withIssuing(work),
        certificatePem: (role) => authority().certificatePem(role),
      },
      organisation,
      bind,
      clock,
      limits: { ...SERVER_CERTIFICATE_LIMITS, ...options.serverCertificates },
      onFailure,
    })
    const credentials = await certificates.make()
    const listener = await openTlsListener({
      bind,
      port,
      portOption: TLS_PORT_OPTION,
      limits,
      door: csms.door,
      credentials,
      routes: options.secureRoutes ?? [],
      onFailed: csms.handshakeFailed,
    })
    certificates.keepFresh(credentials, listener.setCredentials)
    return { listener, certificates }
  }

  /** A sentence for what leaves the other port usable. */
  const bearable = (error: unknown): string | null => {
    // An authority that has ended keeps nobody from charging who came without TLS.
    if (error instanceof RangeError) return words.ready.authorityEnded
    const isPort = error instanceof AppError && error.data.option === TLS_PORT_OPTION
    return isPort && options.tlsOptional ? error.message : null
  }

  const openAll = async (csms: Csms, by: CertifiedBy): Promise<Opened> => {
    const plain = await openListener({
      bind,
      port: options.ocppPort,
      portOption: '--ocpp-port',
      limits,
      door: csms.door,
    })
    if (options.tlsPort === undefined) return { csms, plain, tls: null, tlsProblem: null }
    try {
      return { csms, plain, tls: await openTls(csms, by, options.tlsPort), tlsProblem: null }
    } catch (error) {
      const tlsProblem = bearable(error)
      if (tlsProblem === null) {
        await plain.close()
        throw error
      }
      log.warn({ reason: tlsProblem }, 'no port with TLS')
      return { csms, plain, tls: null, tlsProblem }
    }
  }

  return {
    async open(by) {
      const csms = options.createCsms()
      try {
        opened = await openAll(csms, by)
      } catch (error) {
        await csms.close()
        throw error
      }
    },

    state: () => ({
      listeners: [
        ...(opened ? [listenerState('ws', opened.plain)] : []),
        ...(opened?.tls ? [listenerState('wss', opened.tls.listener)] : []),
      ],
      tlsProblem: opened?.tlsProblem ?? null,
    }),

    hasTls: () => opened !== null && opened.tls !== null,

    plainOrigin() {
      if (!opened) return null
      const { address, port } = opened.plain
      return reachableUrls('http', address, port, networkInterfaces())[0] ?? null
    },

    renewCertificates: async () => opened?.tls?.certificates.look(),

    async close() {
      const closing = opened
      opened = null
      if (!closing) return
      closing.tls?.certificates.stop()
      // All: a WebSocket tells its end a moment after the connection below it, and that end is still to be kept.
      await Promise.all([closing.csms.close(), closing.plain.close(), closing.tls?.listener.close()])
    },
  }
}
