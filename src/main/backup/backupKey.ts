import { randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'

/** What trying one passphrase costs (RFC 7914 §2), as it stands in the header of a backup. */
export const ScryptCost = z.object({
  // Bounded, so that a forged header can not ask for more memory than 1 GiB or for hours.
  N: z
    .int()
    .min(2 ** 10)
    .max(2 ** 20)
    .refine((n) => (n & (n - 1)) === 0),
  r: z.int().min(1).max(8),
  p: z.int().min(1).max(4),
})
export type ScryptCost = z.infer<typeof ScryptCost>

/** 128 MiB and about half a second: a backup lies about where others can try passphrases for years. */
export const BACKUP_SCRYPT: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }

const SALT_OCTETS = 32
const KEY_OCTETS = 32
const CHECK_OCTETS = 16

export function newSalt(): Buffer {
  return randomBytes(SALT_OCTETS)
}

/** The key of one backup. `key` is to be overwritten after use; `check` may be known to anybody. */
export interface BackupKey {
  readonly key: Buffer
  /** Tells a wrong passphrase from a damaged file, without a part of the key. */
  readonly check: Buffer
}

/** Derives the key of the backup with this salt, beside the event loop. */
export function deriveBackupKey(passphrase: string, salt: Uint8Array, cost: ScryptCost): Promise<BackupKey> {
  const { N, r, p } = cost
  return new Promise((resolve, reject) => {
    // The same passphrase typed on another keyboard or system has to be the same bytes (RFC 8265 §4.2).
    const text = passphrase.normalize('NFC')
    // Node refuses exactly 128·N·r, its own need included.
    scrypt(text, salt, KEY_OCTETS + CHECK_OCTETS, { N, r, p, maxmem: 2 * 128 * N * r }, (error, derived) => {
      if (error) return reject(error)
      const key = Buffer.from(derived.subarray(0, KEY_OCTETS))
      const check = Buffer.from(derived.subarray(KEY_OCTETS))
      derived.fill(0)
      resolve({ key, check })
    })
  })
}
