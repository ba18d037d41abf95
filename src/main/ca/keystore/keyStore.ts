import type { KEY_STORE_KINDS } from '@shared/contract/site'
import { AppError } from '@shared/errors'
import { phrase } from '../../phrase'

export type KeyStoreKind = (typeof KEY_STORE_KINDS)[number]

/** Protects private keys at rest. What one store sealed, only a store of the same kind and secret opens. */
export interface KeyStore {
  readonly kind: KeyStoreKind
  /** Encrypts `plain` into an envelope for the database. `plain` stays the caller's, to be overwritten after use. */
  seal(plain: Uint8Array): Promise<Uint8Array>
  /**
   * Decrypts an envelope into bytes that the caller overwrites after use. Throws AppError KEY_STORE_LOCKED when another
   * kind of store is needed or the store is not available, KEY_STORE_DAMAGED when it does not decrypt.
   */
  open(sealed: Uint8Array): Promise<Uint8Array>
}

/** The keys need a store of kind `wanted`, which is not there. */
export function locked(wanted: KeyStoreKind): AppError {
  return new AppError('KEY_STORE_LOCKED', {
    wanted: phrase(`keyStores.${wanted}.wanted`),
    remedy: phrase(`keyStores.${wanted}.remedy`),
  })
}

/** The secret does not fit the envelope, or one of them was changed. `file` is what a person would put back. */
export function damaged(file: string, cause?: unknown): AppError {
  return new AppError('KEY_STORE_DAMAGED', { file }, { cause })
}
