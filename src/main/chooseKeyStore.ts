import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '@shared/errors'
import { fileKeyStore } from './ca/keystore/fileKeyStore'
import type { KeyStore } from './ca/keystore/keyStore'
import { passphraseKeyStore } from './ca/keystore/passphraseKeyStore'
import { type SystemCipher, systemKeyStore } from './ca/keystore/systemKeyStore'
import type { PassphraseSource } from './options'
import { phrase } from './phrase'

/** Name of the key file in the data folder. */
export const KEY_FILE = 'chargehand.key'

/**
 * Who protects the private keys of this run: the passphrase, if there is one; else the key file, if this folder has one
 * already (a site that began without a window keeps working in one); else the system's password store where it can be
 * used; else a key file. Throws BAD_OPTION when the passphrase can't be read.
 */
export function chooseKeyStore(folder: string, passphrase: PassphraseSource, system: SystemCipher | null): KeyStore {
  const text = givenPassphrase(passphrase, '--passphrase-file')
  if (text !== null) return passphraseKeyStore(text)
  const file = path.join(folder, KEY_FILE)
  if (!existsSync(file) && system?.available()) return systemKeyStore(system)
  return fileKeyStore(file)
}

/** The passphrase that a source gives; null when it gives none. @throws AppError BAD_OPTION, naming `option` */
export function givenPassphrase(source: PassphraseSource, option: string): string | null {
  if (source.kind === 'none') return null
  if (source.kind === 'text') return source.text
  const { file } = source
  const bad = (problem: 'passphraseUnreadable' | 'passphraseEmpty', cause?: unknown) =>
    new AppError('BAD_OPTION', { option, problem: phrase(`options.problem.${problem}`, { file }) }, { cause })
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw bad('passphraseUnreadable', error)
  }
  // Editors end the line; the passphrase itself may begin or end with a space.
  const line = text.split(/\r?\n/, 1)[0] ?? ''
  if (line === '') throw bad('passphraseEmpty')
  return line
}
