import { type SecureVersion, TLSSocket } from 'node:tls'

/** Versions that are there for chargers of OCPP 1.6 alone, and only where the manager allowed it (2.x A00.FR.314). */
const OLD: readonly (SecureVersion | string)[] = ['TLSv1', 'TLSv1.1'] satisfies SecureVersion[]

/** The version that is spoken on a connection, as Node names it; null without TLS. */
export function tlsVersionOf(socket: object): string | null {
  return socket instanceof TLSSocket ? socket.getProtocol() : null
}

export function isOldTls(version: string | null): boolean {
  return version !== null && OLD.includes(version)
}
