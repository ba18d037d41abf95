import { randomBytes } from 'node:crypto'
import { AppError } from '@shared/errors'
import type { ReadDb } from '../store/handles'
import { type AuthorityRow, authorityRow, authorityRows } from '../store/queries/authority'
import { createAuthority, type KeyedCertificate } from './authority'
import { certificateKeySha256 } from './chain'
import type { KeyStore } from './keystore/keyStore'

/** Makes the authority of a new site; its private keys are sealed at once and exist in the clear nowhere else. */
export async function newAuthorityRows(
  keyStore: KeyStore,
  names: { readonly siteName: string; readonly organisation: string },
  now: number,
): Promise<AuthorityRow[]> {
  const authority = await createAuthority({ ...names, now, randomBytes })
  const seal = async (role: AuthorityRow['role'], keyed: KeyedCertificate): Promise<AuthorityRow> => {
    try {
      return {
        role,
        certificate_pem: keyed.certificatePem,
        spki_sha256: certificateKeySha256(keyed.certificatePem),
        sealed_key: await keyStore.seal(keyed.privateKeyPkcs8),
      }
    } finally {
      keyed.privateKeyPkcs8.fill(0)
    }
  }
  return [await seal('root', authority.root), await seal('issuing', authority.issuing)]
}

/** The site's authority as it stands in the database. */
export interface SiteAuthority {
  /** @throws AppError NOT_SET_UP before the first run */
  certificatePem(role: AuthorityRow['role']): string
  /** SHA-256 of the public keys of root and issuing CA, lower-case hex. */
  keyHashes(): { readonly role: AuthorityRow['role']; readonly spkiSha256: string }[]
  /**
   * Lends the issuing CA with its private key for one piece of work; the key bytes are overwritten afterwards.
   * @throws AppError NOT_SET_UP, KEY_STORE_LOCKED, KEY_STORE_DAMAGED
   */
  withIssuing<Result>(work: (issuing: KeyedCertificate) => Promise<Result>): Promise<Result>
  /** The same with the certificate and key of any of its roles. */
  withKeyOf<Result>(role: AuthorityRow['role'], work: (keyed: KeyedCertificate) => Promise<Result>): Promise<Result>
  /** Opens the issuing key once, so that a wrong key file is told at start and not at the first approval. */
  check(): Promise<void>
}

export function createSiteAuthority(read: ReadDb, keyStore: KeyStore): SiteAuthority {
  return authorityOf({ one: (role) => authorityRow(read, role), all: () => authorityRows(read) }, keyStore)
}

/** An authority that has been made and is not in the database yet. */
export function unstoredAuthority(rows: readonly AuthorityRow[], keyStore: KeyStore): SiteAuthority {
  return authorityOf({ one: (wanted) => rows.find(({ role }) => role === wanted), all: () => [...rows] }, keyStore)
}

interface AuthorityRows {
  one(role: AuthorityRow['role']): AuthorityRow | undefined
  all(): AuthorityRow[]
}

function authorityOf(rows: AuthorityRows, keyStore: KeyStore): SiteAuthority {
  const row = (role: AuthorityRow['role']): AuthorityRow => {
    const found = rows.one(role)
    if (!found) throw new AppError('NOT_SET_UP')
    return found
  }
  const withKeyOf: SiteAuthority['withKeyOf'] = async (role, work) => {
    const { certificate_pem: certificatePem, sealed_key: sealed } = row(role)
    const privateKeyPkcs8 = await keyStore.open(sealed)
    try {
      return await work({ certificatePem, privateKeyPkcs8 })
    } finally {
      privateKeyPkcs8.fill(0)
    }
  }
  const withIssuing: SiteAuthority['withIssuing'] = (work) => withKeyOf('issuing', work)
  return {
    certificatePem: (role) => row(role).certificate_pem,
    keyHashes: () => rows.all().map((entry) => ({ role: entry.role, spkiSha256: entry.spki_sha256 })),
    withIssuing,
    withKeyOf,
    check: () => withIssuing(async () => {}),
  }
}
