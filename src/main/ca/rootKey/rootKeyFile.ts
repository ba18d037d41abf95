import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import type { KeyedCertificate } from '../authority'
import { decryptPrivateKey, encryptPrivateKey } from '../pkcs12/pbes2'

/** Hashes to try one passphrase: about a fifth of a second. */
export const KEY_FILE_ITERATIONS = 600_000

/** More is no key file: one has about 1,500 characters. */
export const KEY_FILE_MAX_LENGTH = 20_000

/**
 * A root with its private key as text: its certificate, then the key encrypted with a passphrase. Both in forms that
 * every other tool reads, so that the key outlives this program.
 */
export async function writeRootKeyFile(
  { certificatePem, privateKeyPkcs8 }: KeyedCertificate,
  passphrase: string,
  iterations = KEY_FILE_ITERATIONS,
): Promise<string> {
  const der = await encryptPrivateKey(privateKeyPkcs8, passphrase, iterations)
  return `${certificatePem.trim()}\n${pemOf('ENCRYPTED PRIVATE KEY', der)}`
}

export type RootKeyFile =
  /** The key's bytes are the caller's: to be overwritten after use. */
  | { readonly kind: 'key'; readonly keyed: KeyedCertificate }
  /** Not a file of this kind; of a root that is not the one wanted; damaged. */
  | { readonly kind: 'no-key-file' | 'other-root' | 'wrong-passphrase' | 'damaged' }

/** Opens such a file for one root. The key that comes out of it is that root's. */
export async function readRootKeyFile(text: string, passphrase: string, rootPem: string): Promise<RootKeyFile> {
  const certificate = blockOf(text, 'CERTIFICATE')
  const sealed = blockOf(text, 'ENCRYPTED PRIVATE KEY')
  if (text.length > KEY_FILE_MAX_LENGTH || !certificate || !sealed) return { kind: 'no-key-file' }
  const root = new X509Certificate(rootPem)
  if (!root.raw.equals(certificate)) return { kind: 'other-root' }
  const opened = await decryptPrivateKey(sealed, passphrase)
  if (opened.kind === 'unreadable') return { kind: 'damaged' }
  if (opened.kind === 'wrong-passphrase') return opened
  if (!isKeyOf(opened.pkcs8, root)) {
    opened.pkcs8.fill(0)
    return { kind: 'damaged' }
  }
  return { kind: 'key', keyed: { certificatePem: rootPem, privateKeyPkcs8: opened.pkcs8 } }
}

function isKeyOf(pkcs8: Uint8Array, root: X509Certificate): boolean {
  const key = Buffer.from(pkcs8)
  try {
    const own = createPublicKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' }))
    return own.export({ type: 'spki', format: 'der' }).equals(root.publicKey.export({ type: 'spki', format: 'der' }))
  } catch {
    return false
  } finally {
    key.fill(0)
  }
}

function pemOf(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

/** The bytes of the first block of a kind; null when there is none. */
function blockOf(text: string, label: string): Buffer | null {
  const found = new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`).exec(text)
  return found?.[1] ? Buffer.from(found[1], 'base64') : null
}
