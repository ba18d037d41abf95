import 'reflect-metadata'
import { X509Certificate } from '@peculiar/x509'
import type { CommandPort } from '../commandPort'
import { type CertificateHash, isHashOf } from '../pki/trustStore'

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** True when the hash is that of the charger's own certificate, which can not be deleted (M04.FR.06). */
export function isOwnHash(port: CommandPort, hash: CertificateHash): boolean {
  const [leaf, issuer] = (port.ownCertificate()?.chain.match(BLOCK) ?? []).map((block) => new X509Certificate(block))
  return leaf !== undefined && isHashOf(leaf, issuer ?? leaf, hash)
}
