import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  type PublicKey,
  SubjectKeyIdentifierExtension,
} from './x509'

/**
 * The extensions of every station certificate. All of them come from here, none from the request.
 * - No extended key usage: A00.FR.514 strongly advises against it.
 * - No alternative names: the CN identifies a station (A00.FR.511).
 * - Key usage is digitalSignature alone, for RSA keys too. A station only ever proves itself with its key, by signing
 *   the handshake (RFC 5246 §7.4.8, RFC 8446 §4.4.3); keyEncipherment belongs to servers of RSA key transport, and a
 *   right that nobody needs is a right that somebody may misuse.
 */
export async function stationExtensions(station: PublicKey, issuing: PublicKey): Promise<Extension[]> {
  return [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    await SubjectKeyIdentifierExtension.create(station),
    await AuthorityKeyIdentifierExtension.create(issuing),
  ]
}
