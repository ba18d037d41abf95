import { randomBytes } from 'node:crypto'
import { AppError } from '@shared/errors'
import type { ReadDb } from '../store/handles'
import {
  type AuthorityRole,
  type AuthorityRow,
  type AuthorityState,
  authorityRows,
  type CrossRow,
  crossCertificates,
} from '../store/queries/authority'
import { createAuthority, type KeyedCertificate } from './authority'
import { certificateKeySha256 } from './chain'
import type { KeyStore } from './keystore/keyStore'
import { publishedName } from './publishedAt'

/** Seals the private key of a certificate and overwrites it, whatever comes of that. */
export async function sealKey(
  keyStore: KeyStore,
  { certificatePem, privateKeyPkcs8 }: KeyedCertificate,
): Promise<Pick<AuthorityRow, 'certificate_pem' | 'spki_sha256' | 'sealed_key'>> {
  try {
    return {
      certificate_pem: certificatePem,
      spki_sha256: certificateKeySha256(certificatePem),
      sealed_key: await keyStore.seal(privateKeyPkcs8),
    }
  } finally {
    privateKeyPkcs8.fill(0)
  }
}

/** Makes the authority of a new site; its private keys are sealed at once and exist in the clear nowhere else. */
export async function newAuthorityRows(
  keyStore: KeyStore,
  names: { readonly siteName: string; readonly organisation: string },
  now: number,
): Promise<AuthorityRow[]> {
  const authority = await createAuthority({ ...names, now, randomBytes })
  const common = { generation: 1, state: 'current', key_away_at: null, changed_at: now } as const
  return [
    { id: 1, role: 'root', root_id: null, ...common, ...(await sealKey(keyStore, authority.root)) },
    { id: 2, role: 'issuing', root_id: 1, ...common, ...(await sealKey(keyStore, authority.issuing)) },
  ]
}

/** A root or an issuing CA without its key. */
export interface Generation {
  readonly id: number
  readonly role: AuthorityRole
  /** Counts the roots, and the issuing CAs, from 1. */
  readonly generation: number
  readonly state: AuthorityState
  /** Of an issuing CA: the root that signed it. */
  readonly rootId: number | null
  readonly certificatePem: string
  readonly spkiSha256: string
  /** Where its private key is: in the database, taken away to a file, or nowhere any more. */
  readonly key: 'here' | 'away' | 'erased'
  readonly keyAwayAt: number | null
  /** When it came into its state; 0 when nobody knows. */
  readonly changedAt: number
}

/** The site's authority as it stands in the database: roots and issuing CAs of all generations. */
export interface SiteAuthority {
  /** Of the one that signs now. @throws AppError NOT_SET_UP before the first run */
  certificatePem(role: AuthorityRole): string
  /** All generations, oldest first; empty before the first run. */
  generations(): Generation[]
  /** The one that signs now. @throws AppError NOT_SET_UP before the first run */
  current(role: AuthorityRole): Generation
  /** SHA-256 of the public keys of all generations, lower-case hex. */
  keyHashes(): { readonly role: AuthorityRole; readonly spkiSha256: string; readonly certificatePem: string }[]
  /** Certificates of the roots and issuing CAs under which certificates count. */
  trustedPems(): string[]
  /** Those of them that sign for others than CAs. */
  issuingPems(): string[]
  /**
   * The CAs between a certificate that is signed now and the roots that others may know, nearest first: the issuing CA,
   * and while one root takes the place of another, the key of the current one certified by the other.
   */
  chainAbove(): string[]
  /** A root in the form that another root signed; undefined where there is none. */
  crossPem(subjectId: number, issuerId: number): string | undefined
  crossPems(): { readonly subjectId: number; readonly issuerId: number; readonly certificatePem: string }[]
  /**
   * Lends the issuing CA with its private key for one piece of work; the key bytes are overwritten afterwards.
   * @throws AppError NOT_SET_UP, KEY_STORE_LOCKED, KEY_STORE_DAMAGED
   */
  withIssuing<Result>(work: (issuing: KeyedCertificate) => Promise<Result>): Promise<Result>
  /** The same with the current one of any role. @throws AppError also ROOT_KEY_AWAY */
  withKeyOf<Result>(role: AuthorityRole, work: (keyed: KeyedCertificate) => Promise<Result>): Promise<Result>
  /** The same with one of any generation. @throws AppError also ROOT_KEY_AWAY where its key is not in the database */
  withKeyOfGeneration<Result>(id: number, work: (keyed: KeyedCertificate) => Promise<Result>): Promise<Result>
  /** Opens the issuing key once, so that a wrong key file is told at start and not at the first approval. */
  check(): Promise<void>
}

export function createSiteAuthority(read: ReadDb, keyStore: KeyStore): SiteAuthority {
  return authorityOf({ all: () => authorityRows(read), crossings: () => crossCertificates(read) }, keyStore)
}

/** An authority that has been made and is not in the database yet. */
export function unstoredAuthority(rows: readonly AuthorityRow[], keyStore: KeyStore): SiteAuthority {
  return authorityOf({ all: () => rows, crossings: () => [] }, keyStore)
}

interface AuthorityRows {
  all(): readonly AuthorityRow[]
  crossings(): readonly CrossRow[]
}

function toGeneration(row: AuthorityRow): Generation {
  return {
    id: row.id,
    role: row.role,
    generation: row.generation,
    state: row.state,
    rootId: row.root_id,
    certificatePem: row.certificate_pem,
    spkiSha256: row.spki_sha256,
    key: row.sealed_key !== null ? 'here' : row.key_away_at !== null ? 'away' : 'erased',
    keyAwayAt: row.key_away_at,
    changedAt: row.changed_at,
  }
}

function authorityOf(rows: AuthorityRows, keyStore: KeyStore): SiteAuthority {
  const currentRow = (role: AuthorityRole): AuthorityRow => {
    const found = rows.all().find((row) => row.role === role && row.state === 'current')
    if (!found) throw new AppError('NOT_SET_UP')
    return found
  }
  const withRow = async <Result>(row: AuthorityRow, work: (keyed: KeyedCertificate) => Promise<Result>) => {
    if (row.sealed_key === null) throw new AppError('ROOT_KEY_AWAY')
    const privateKeyPkcs8 = await keyStore.open(row.sealed_key)
    try {
      return await work({ certificatePem: row.certificate_pem, privateKeyPkcs8, publishedName: publishedName(row) })
    } finally {
      privateKeyPkcs8.fill(0)
    }
  }
  const withKeyOf: SiteAuthority['withKeyOf'] = async (role, work) => withRow(currentRow(role), work)
  const withIssuing: SiteAuthority['withIssuing'] = (work) => withKeyOf('issuing', work)
  const counting = () => rows.all().filter(({ state }) => state === 'current' || state === 'old')
  const crossPem = (subjectId: number, issuerId: number) =>
    rows.crossings().find((row) => row.subject_id === subjectId && row.issuer_id === issuerId)?.certificate_pem
  return {
    certificatePem: (role) => currentRow(role).certificate_pem,
    generations: () => rows.all().map(toGeneration),
    current: (role) => toGeneration(currentRow(role)),
    keyHashes: () =>
      rows.all().map((row) => ({
        role: row.role,
        spkiSha256: row.spki_sha256,
        certificatePem: row.certificate_pem,
      })),
    trustedPems: () => counting().map((row) => row.certificate_pem),
    issuingPems: () =>
      counting()
        .filter(({ role }) => role === 'issuing')
        .map((row) => row.certificate_pem),
    chainAbove() {
      const issuing = currentRow('issuing')
      const others = rows.all().filter(({ role, state }) => role === 'root' && (state === 'next' || state === 'old'))
      const crossings = others.flatMap((other) => crossPem(issuing.root_id ?? 0, other.id) ?? [])
      return [issuing.certificate_pem, ...crossings]
    },
    crossPem,
    crossPems: () =>
      rows.crossings().map((row) => ({
        subjectId: row.subject_id,
        issuerId: row.issuer_id,
        certificatePem: row.certificate_pem,
      })),
    withIssuing,
    withKeyOf,
    async withKeyOfGeneration(id, work) {
      const row = rows.all().find((each) => each.id === id)
      if (!row) throw new AppError('NOT_SET_UP')
      return withRow(row, work)
    },
    check: () => withIssuing(async () => {}),
  }
}
