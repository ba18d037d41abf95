import type { LeafProfile } from './leafProfiles'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsagesExtension,
  type PublicKey,
  SubjectKeyIdentifierExtension,
} from './x509'

/** The key of a certificate, in one of the forms that the library takes, and whether it is an RSA key. */
export interface LeafKey {
  readonly publicKey: PublicKey | CryptoKey
  readonly isRsa: boolean
}

/** The extensions that a profile asks for. All of them come from here, none from a request; names are added by who has them. */
export async function leafExtensions(profile: LeafProfile, own: LeafKey, issuing: PublicKey): Promise<Extension[]> {
  const usage = profile.keyUsage | (own.isRsa ? profile.keyUsageOfRsa : 0)
  const extended = [...profile.extendedKeyUsage]
  return [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(usage, true),
    ...(extended.length > 0 ? [new ExtendedKeyUsageExtension(extended)] : []),
    await SubjectKeyIdentifierExtension.create(own.publicKey),
    await AuthorityKeyIdentifierExtension.create(issuing),
  ]
}
