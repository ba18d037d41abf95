import { decrypt, encrypt } from './aesGcm'
import { envelopeHeader, readEnvelope } from './envelope'
import { createKeyFile, readKeyFile, type Tighten, tightenToOwner } from './keyFile'
import { damaged, type KeyStore, locked } from './keyStore'

/**
 * Seals with a random key in `file` that only its owner may read (AES-256-GCM). The file is made by the first seal;
 * opening never makes one, since a new key could not open anything.
 */
export function fileKeyStore(file: string, { tighten = tightenToOwner }: { tighten?: Tighten } = {}): KeyStore {
  return {
    kind: 'key-file',
    async seal(plain) {
      const key = readKeyFile(file, tighten) ?? createKeyFile(file, tighten)
      try {
        const header = envelopeHeader('key-file')
        return Buffer.concat([header, encrypt(key, header, plain)])
      } finally {
        key.fill(0)
      }
    },
    async open(sealed) {
      const envelope = readEnvelope(sealed)
      if (envelope === null) throw damaged(file)
      if (envelope.kind !== 'key-file') throw locked(envelope.kind)
      const key = readKeyFile(file, tighten)
      if (key === null) throw damaged(file)
      try {
        return decrypt(key, envelope.header, envelope.body)
      } catch (error) {
        throw damaged(file, error)
      } finally {
        key.fill(0)
      }
    },
  }
}
