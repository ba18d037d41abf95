import { scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { RandomBytes } from '../ca/serialNumber'

/** Bytes of a new password. As hex digits they are what 1.6 takes at most (AuthorizationKey) and 2.x at least allows. */
const NEW_PASSWORD_BYTES = 20

/** 160 random bits as 40 hex digits: one form that every version takes. */
export function newPassword(randomBytes: RandomBytes): string {
  return Buffer.from(randomBytes(NEW_PASSWORD_BYTES)).toString('hex')
}

/** A key of 1.6: hex digits of 16 to 20 bytes. */
const HEX_KEY = /^(?:[0-9a-f]{2}){16,20}$/i

/** Whether stations may send the bytes that the password spells instead of its digits. */
export function isHexKey(password: string): boolean {
  return HEX_KEY.test(password)
}

/**
 * What is compared: the bytes as they were sent; of a key in hex its digits in small letters, however it was sent. Some
 * stations send the digits, some the bytes that they mean (the example of OCPP-J 1.6 does).
 */
export function comparable(sent: Uint8Array, isHex: boolean): Buffer {
  const bytes = Buffer.from(sent)
  if (!isHex) return bytes
  const text = bytes.toString('latin1')
  return Buffer.from(HEX_KEY.test(text) ? text.toLowerCase() : bytes.toString('hex'))
}

/** How hard guessing is made: 16 MiB and some tens of milliseconds for each guess. */
const COST = { N: 16_384, r: 8, p: 1 } as const
const SALT_BYTES = 16
const HASH_BYTES = 32

const derive = promisify<Buffer, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt)

/** The password as it is stored: salted and hashed, with what checking it takes (A00.FR.207). */
export async function hashPassword(password: string, randomBytes: RandomBytes): Promise<string> {
  const isHex = isHexKey(password)
  const salt = Buffer.from(randomBytes(SALT_BYTES))
  const hash = await derive(comparable(Buffer.from(password), isHex), salt, HASH_BYTES, COST)
  const { N, r, p } = COST
  return ['scrypt', N, r, p, isHex ? 'hex' : 'text', salt.toString('base64'), hash.toString('base64')].join('$')
}

/** A stored password, read. */
export interface StoredPassword {
  readonly isHex: boolean
  matches(comparable: Buffer): Promise<boolean>
}

/** @throws Error for what hashPassword did not write */
export function readStoredPassword(stored: string): StoredPassword {
  const [kind, N, r, p, form, salt, hash] = stored.split('$')
  if (kind !== 'scrypt' || !salt || !hash) throw new Error('a stored password can not be read')
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const expected = Buffer.from(hash, 'base64')
  return {
    isHex: form === 'hex',
    async matches(sent) {
      const derived = await derive(sent, Buffer.from(salt, 'base64'), expected.length, cost)
      return timingSafeEqual(derived, expected)
    },
  }
}
