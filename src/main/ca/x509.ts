// @peculiar/x509 finds its algorithms through decorators and needs this before its first line runs.
import 'reflect-metadata'
import { cryptoProvider } from '@peculiar/x509'

// One provider for the whole process: Node's own WebCrypto, which is the same object under Electron.
cryptoProvider.set(globalThis.crypto)

/** The parts of @peculiar/x509 that this folder writes and reads certificates with, ready to use. */
export {
  AuthorityInfoAccessExtension,
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CRLDistributionPointsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  PublicKey,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
