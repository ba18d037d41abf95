import { SERVER_CERTIFICATE_LIMITS, type ServerCertificateLimits } from '../ca/server/renewal'
import type { ServerNames } from '../ca/server/serverNames'
import { type CertifyingAuthority, createSiteCertificates } from '../ca/server/siteCertificates'
import type { Clock } from '../clock'
import type { Csms } from '../csms/csms'
import type { CsmsLimits } from '../csms/limits'
import type { SecureRoute } from '../csms/listener/alpn'
import { type Listener, openTlsListener } from '../csms/listener/listener'
import { type TlsChoice, takesAllKeys } from '../csms/listener/tlsContext'
import { type MqttPortOptions, openMqttPort } from './mqttPort'

/** The option that sets the port with TLS; a fault about that port names it. */
export const TLS_PORT_OPTION = '--tls-port'

/** By whom the certificates of the port with TLS are signed, and for whom. */
export interface CertifiedBy {
  readonly authority: () => CertifyingAuthority
  readonly organisation: string
}

export interface TlsPortOptions {
  readonly by: CertifiedBy
  readonly csms: Csms
  readonly bind: string
  readonly port: number
  readonly limits: CsmsLimits
  readonly serverCertificates: Partial<ServerCertificateLimits> | undefined
  readonly routes: readonly SecureRoute[]
  /** A port of its own for MQTT, beside the route to it; null for none. */
  readonly mqtt: MqttPortOptions | null
  /** Under what chargers reach this computer at this moment. */
  readonly names: () => ServerNames
  readonly choice: () => TlsChoice
  readonly clock: Clock
  readonly onFailure: (error: unknown) => void
  /** Other certificates are shown from now on. */
  readonly onRenewed: () => void
}

/** The open port with TLS, with certificates that are kept fresh. */
export interface TlsPort {
  readonly listener: Listener
  /** The port for MQTT alone, where one is wanted. */
  readonly mqtt: Listener | null
  /** What the certificates say that are shown. */
  certificate(): {
    readonly names: ServerNames
    readonly notAfter: number
    /** Whether the one with the EC key and the one with the RSA key are both shown. */
    readonly bothKeys: boolean
  }
  /** Renews now what is due: because it ends, or because this computer is reached under something else. */
  look(): Promise<void>
  /** Meets those who connect from now on as it is chosen now. */
  applyChoice(): void
  close(): Promise<void>
}

/** @throws AppError of the port and of the key store; RangeError when the issuing certificate has expired */
export async function openTlsPort(options: TlsPortOptions): Promise<TlsPort> {
  const { by, csms, bind, port, limits, routes, names, choice, clock, onFailure } = options
  const certificates = createSiteCertificates({
    authority: {
      withIssuing: (work) => by.authority().withIssuing(work),
      chainAbove: () => by.authority().chainAbove(),
      trustedPems: () => by.authority().trustedPems(),
    },
    organisation: by.organisation,
    names,
    clock,
    limits: { ...SERVER_CERTIFICATE_LIMITS, ...options.serverCertificates },
    onFailure,
  })
  let shown = await certificates.make()
  const bothKeys = takesAllKeys(shown)
  const listener = await openTlsListener({
    bind,
    port,
    portOption: TLS_PORT_OPTION,
    limits,
    door: csms.door,
    credentials: shown,
    choice: choice(),
    routes,
    onFailed: csms.handshakeFailed,
  })
  const { mqtt: wanted } = options
  const mqtt = wanted
    ? await openMqttPort({
        ...wanted,
        bind,
        limits,
        credentials: shown,
        choice: choice(),
        onFailed: (error, remoteAddress) => csms.handshakeFailed(error, remoteAddress, 'mqtts'),
      }).catch(async (error) => {
        await listener.close()
        throw error
      })
    : null
  const show = () => {
    listener.setCredentials(shown, choice())
    mqtt?.setCredentials(shown, choice())
  }
  certificates.keepFresh(shown, (fresh) => {
    shown = fresh
    show()
    options.onRenewed()
  })
  return {
    listener,
    mqtt,
    certificate: () => ({ names: shown.names, notAfter: shown.notAfter, bothKeys }),
    look: certificates.look,
    applyChoice: show,
    async close() {
      certificates.stop()
      await Promise.all([listener.close(), mqtt?.close()])
    },
  }
}
