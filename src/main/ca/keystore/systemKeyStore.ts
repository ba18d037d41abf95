import { envelopeHeader, readEnvelope } from './envelope'
import { damaged, type KeyStore, locked } from './keyStore'

/** The operating system's password store, as Electron's safeStorage offers it: text in, opaque bytes out. */
export interface SystemCipher {
  available(): boolean
  encrypt(text: string): Uint8Array
  decrypt(sealed: Uint8Array): string
}

/** Seals with the operating system's password store. `database` is what the error of a failed decryption names. */
export function systemKeyStore(
  cipher: SystemCipher,
  { database = 'chargehand.db' }: { database?: string } = {},
): KeyStore {
  return {
    kind: 'system',
    async seal(plain) {
      if (!cipher.available()) throw locked('system')
      return Buffer.concat([envelopeHeader('system'), cipher.encrypt(Buffer.from(plain).toString('base64'))])
    },
    async open(sealed) {
      const envelope = readEnvelope(sealed)
      if (envelope === null) throw damaged(database)
      if (envelope.kind !== 'system' || !cipher.available()) throw locked(envelope.kind)
      try {
        return new Uint8Array(Buffer.from(cipher.decrypt(envelope.body), 'base64'))
      } catch (error) {
        throw damaged(database, error)
      }
    },
  }
}
