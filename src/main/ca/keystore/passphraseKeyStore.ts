import { randomBytes, scrypt } from 'node:crypto'
import { decrypt, encrypt, KEY_OCTETS } from './aesGcm'
import { envelopeHeader, readEnvelope } from './envelope'
import { damaged, type KeyStore, locked } from './keyStore'

/** Cost of trying one passphrase: 32 MiB and about a tenth of a second (RFC 7914 §2). Part of envelope version 1. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1 } as const

const SALT_OCTETS = 16
// Node refuses exactly 128·N·r, its own need included.
const MAX_MEMORY = 2 * 128 * SCRYPT.N * SCRYPT.r

function derive(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // The same passphrase typed on another keyboard or system has to be the same bytes (RFC 8265 §4.2).
    scrypt(passphrase.normalize('NFC'), salt, KEY_OCTETS, { ...SCRYPT, maxmem: MAX_MEMORY }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}

/**
 * Seals with a key derived from a passphrase (scrypt, AES-256-GCM). Derives once for each salt and keeps the result in
 * memory; all that one store seals shares one salt. `database` is what the error of a wrong passphrase names.
 */
export function passphraseKeyStore(
  passphrase: string,
  { database = 'chargehand.db' }: { database?: string } = {},
): KeyStore {
  const keys = new Map<string, Promise<Uint8Array>>()
  let ownSalt: Uint8Array | null = null

  const keyFor = (salt: Uint8Array): Promise<Uint8Array> => {
    const id = Buffer.from(salt).toString('hex')
    const key = keys.get(id) ?? derive(passphrase, salt)
    keys.set(id, key)
    return key
  }

  return {
    kind: 'passphrase',
    async seal(plain) {
      ownSalt ??= randomBytes(SALT_OCTETS)
      const header = envelopeHeader('passphrase', ownSalt)
      return Buffer.concat([header, encrypt(await keyFor(ownSalt), header, plain)])
    },
    async open(sealed) {
      const envelope = readEnvelope(sealed)
      if (envelope === null) throw damaged(database)
      if (envelope.kind !== 'passphrase') throw locked(envelope.kind)
      const key = await keyFor(envelope.salt)
      try {
        const plain = decrypt(key, envelope.header, envelope.body)
        // Seals after an open share its salt, so that the next start derives once only.
        ownSalt ??= Uint8Array.from(envelope.salt)
        return plain
      } catch (error) {
        throw damaged(database, error)
      }
    },
  }
}
