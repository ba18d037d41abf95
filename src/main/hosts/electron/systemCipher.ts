import { safeStorage } from 'electron'
import type { SystemCipher } from '../../ca/keystore/systemKeyStore'

/**
 * The computer's password store (Keychain, DPAPI, Secret Service, KWallet). Not available where Electron would only
 * obscure: without a keyring on Linux its key is a constant. Ask only once Electron is ready.
 */
export const systemCipher: SystemCipher = {
  available() {
    if (!safeStorage.isEncryptionAvailable()) return false
    return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
  },
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
}
