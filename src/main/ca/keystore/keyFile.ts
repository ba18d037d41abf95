import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '@shared/errors'
import { phrase } from '../../phrase'
import { KEY_OCTETS } from './aesGcm'
import { damaged } from './keyStore'

const OWNER_ONLY = 0o600
const OTHERS = 0o077
const PREFIX = 'chargehand-key-1:'

/** Takes the rights of others away from an open file; replaced in tests by a file system that does not know rights. */
export type Tighten = (fd: number) => void
export const tightenToOwner: Tighten = (fd) => fchmodSync(fd, OWNER_ONLY)

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/** Windows keeps the data folder to its owner by inherited rights; mode bits say nothing there. */
function keepToOwner(fd: number, file: string, tighten: Tighten): void {
  const readableByOthers = () => process.platform !== 'win32' && (fstatSync(fd).mode & OTHERS) !== 0
  if (!readableByOthers()) return
  try {
    tighten(fd)
  } catch {
    // Not our file: the look below decides.
  }
  if (readableByOthers()) {
    throw new AppError('KEY_STORE_LOCKED', {
      wanted: phrase('keyStores.readableKeyFile.wanted', { file }),
      remedy: phrase('keyStores.readableKeyFile.remedy'),
    })
  }
}

function parseKey(text: string, file: string): Uint8Array {
  const line = text.trim()
  const key = new Uint8Array(Buffer.from(line.slice(PREFIX.length), 'base64'))
  if (!line.startsWith(PREFIX) || key.length !== KEY_OCTETS) throw damaged(file)
  return key
}

/** The key in `file`, to be overwritten after use; null when there is no file. */
export function readKeyFile(file: string, tighten: Tighten = tightenToOwner): Uint8Array | null {
  let fd: number
  try {
    fd = openSync(file, 'r')
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null
    throw damaged(file, error)
  }
  try {
    keepToOwner(fd, file, tighten)
    return parseKey(readFileSync(fd, 'ascii'), file)
  } finally {
    closeSync(fd)
  }
}

/** Makes the entry of a renamed file durable; Windows can't open folders, and doesn't need it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/**
 * Writes a new random key to `file`, owner-only from its first byte on, and returns it. It is on disk completely or not
 * at all: a half-written key would lose every private key sealed with it.
 */
export function createKeyFile(file: string, tighten: Tighten = tightenToOwner): Uint8Array {
  const key = new Uint8Array(randomBytes(KEY_OCTETS))
  const temporary = `${file}.${randomBytes(6).toString('hex')}.new`
  try {
    const fd = openSync(temporary, 'wx', OWNER_ONLY)
    try {
      keepToOwner(fd, file, tighten)
      writeFileSync(fd, `${PREFIX}${Buffer.from(key).toString('base64')}\n`)
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    renameSync(temporary, file)
    syncFolder(dirname(file))
  } catch (error) {
    rmSync(temporary, { force: true })
    key.fill(0)
    throw error
  }
  return key
}
