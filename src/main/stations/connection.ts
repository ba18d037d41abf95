import type { Protocol } from '@shared/ocpp/station'

/** What is known of one open connection of a station. */
export interface ConnectionFacts {
  readonly protocol: Protocol
  readonly remoteAddress: string
  readonly transport: 'ws' | 'wss'
  /** As Node names it, such as `TLSv1.3`; without TLS there is none. */
  readonly tlsVersion?: string
  /** Whether the station proved who it is (password or client certificate). */
  readonly authenticated: boolean
  /** Serial number, in hex, of the certificate that it proved that with, when it was one. */
  readonly certificateSerialNumber?: string
  readonly since: number
  /** `http://address:port`, with TLS `https://…`, under which this station reaches this computer, for links that it is given. */
  readonly httpOrigin: string
}
