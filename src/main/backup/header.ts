import { createHash } from 'node:crypto'
import { AppError } from '@shared/errors'
import type { backup as words } from '@shared/words/en/backup'
import { z } from 'zod'
import { phrase } from '../phrase'
import { ScryptCost } from './backupKey'
import type { ByteReader } from './byteReader'

/**
 * How a backup begins, in the clear: 8 bytes of magic, the format version (16 bits), the length of a JSON text (32 bits),
 * the text, and the SHA-256 of all of it. Numbers are big-endian. The magic, the version and their places stay the same
 * in every later format.
 */
export const BackupHeader = z.object({
  /** Version of the program that made it. */
  program: z.string().max(100),
  siteName: z.string().max(1_000),
  /** Milliseconds since 1970 UTC. */
  createdAt: z.int(),
  scrypt: ScryptCost,
  /** Both Base64. */
  salt: z.base64().max(200),
  check: z.base64().max(200),
})
export type BackupHeader = z.infer<typeof BackupHeader>

export const BACKUP_FORMAT = 1
const MAGIC = Buffer.from('CHGBACKU', 'ascii')
const FIXED = MAGIC.length + 2 + 4
const TEXT_MAX = 16 * 1024
const DIGEST_OCTETS = 32

/** The bytes of a header; its last 32 are the digest that every part of the backup is bound to. */
export function writeHeader(header: BackupHeader): { readonly bytes: Buffer; readonly digest: Buffer } {
  const text = Buffer.from(JSON.stringify(header))
  const fixed = Buffer.alloc(FIXED)
  MAGIC.copy(fixed)
  fixed.writeUInt16BE(BACKUP_FORMAT, MAGIC.length)
  fixed.writeUInt32BE(text.length, MAGIC.length + 2)
  const digest = createHash('sha256').update(fixed).update(text).digest()
  return { bytes: Buffer.concat([fixed, text, digest]), digest }
}

/** @throws AppError NO_BACKUP, BACKUP_TOO_NEW, BACKUP_CUT_OFF, BACKUP_DAMAGED */
export async function readHeader(reader: ByteReader): Promise<{ header: BackupHeader; digest: Buffer }> {
  const fixed = await reader.take(FIXED)
  if (fixed === null || !fixed.subarray(0, MAGIC.length).equals(MAGIC)) throw new AppError('NO_BACKUP')
  const version = fixed.readUInt16BE(MAGIC.length)
  if (version > BACKUP_FORMAT) throw tooNew('format', version, BACKUP_FORMAT)
  const length = fixed.readUInt32BE(MAGIC.length + 2)
  if (version < 1 || length > TEXT_MAX) throw damaged('header')
  const rest = await reader.take(length + DIGEST_OCTETS)
  if (rest === null) throw new AppError('BACKUP_CUT_OFF')
  const text = rest.subarray(0, length)
  const digest = createHash('sha256').update(fixed).update(text).digest()
  if (!digest.equals(rest.subarray(length))) throw damaged('header')
  const header = BackupHeader.safeParse(parseJson(text))
  if (!header.success) throw damaged('header')
  return { header: header.data, digest }
}

/** The value of a JSON text, or undefined. */
export function parseJson(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'))
  } catch {
    return undefined
  }
}

/** What a file has that was changed after it was made. */
export function damaged(what: Exclude<keyof typeof words.damaged, 'database'>): AppError {
  return new AppError('BACKUP_DAMAGED', { reason: phrase(`backup.damaged.${what}`) })
}

export function tooNew(what: 'format' | 'data', found: number, known: number): AppError {
  const say = (version: number) => phrase(`backup.${what}`, { version })
  return new AppError('BACKUP_TOO_NEW', { found: say(found), known: say(known) })
}
