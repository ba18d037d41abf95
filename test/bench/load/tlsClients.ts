import { readFileSync } from 'node:fs'
import { createSecureContext, type SecureContext } from 'node:tls'
import type { TlsMaterial } from '../tls/material'

/** The suite that OCPP asks for first (A00.FR.318), in TLS 1.2: there the server has looked at the client's certificate when the handshake ends. */
const SUITE = 'ECDHE-ECDSA-AES128-GCM-SHA256'

/** What each charger shows, by its number; made once, because parsing keys and certificates costs more than a handshake. */
export function tlsClients(file: string): (index: number) => SecureContext {
  const { clientKey, clients, trusted } = JSON.parse(readFileSync(file, 'utf8')) as TlsMaterial
  const made = new Map<number, SecureContext>()
  return (index) => {
    const number = index % clients.length
    const known = made.get(number)
    if (known) return known
    const context = createSecureContext({
      key: clientKey,
      cert: clients[number],
      ca: [...trusted],
      ciphers: SUITE,
      maxVersion: 'TLSv1.2',
    })
    made.set(number, context)
    return context
  }
}
