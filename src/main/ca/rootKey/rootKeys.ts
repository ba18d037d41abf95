import { randomBytes } from 'node:crypto'
import type { RootKey, RootKeyRefusal } from '@shared/contract/rollover'
import type { Changes } from '../../changes'
import type { Clock } from '../../clock'
import type { WriteDb } from '../../store/handles'
import type { Store } from '../../store/open'
import { clearAuthorityKey, putAuthorityKey } from '../../store/queries/authority'
import { appendAudit } from '../../store/queries/events'
import { putRevocationList } from '../../store/queries/revocationLists'
import { putSetting, setting } from '../../store/queries/settings'
import type { KeyedCertificate } from '../authority'
import { describeCertificate } from '../chain'
import type { KeyStore } from '../keystore/keyStore'
import type { RevocationLists } from '../revocationLists'
import type { Generation, SiteAuthority } from '../siteAuthority'
import { readRootKeyFile, writeRootKeyFile } from './rootKeyFile'

export type KeyRefused = { readonly kind: RootKeyRefusal }
export type NotNow = { readonly kind: 'not-now' }

/** The private key of the root that signs now: on this computer, or in a file somewhere else. */
export interface RootKeys {
  /**
   * Lends a root with its private key for one piece of work: the one in the database, else the one in the file. The key's
   * bytes are overwritten afterwards. @throws AppError KEY_STORE_LOCKED, KEY_STORE_DAMAGED
   */
  lend<Result>(
    root: Generation,
    rootKey: RootKey | null,
    work: (keyed: KeyedCertificate) => Promise<Result>,
  ): Promise<Result | KeyRefused>
  /** The root with its key, encrypted, as a file. It is in the audit trail before it is handed out. */
  exportFile(actor: string, passphrase: string): Promise<{ kind: 'file'; name: string; text: string } | NotNow>
  /**
   * Opens the file as it was stored, signs the list of revoked certificates for the time without the key, and erases the
   * key here: its row, and what earlier writes left in the database's files. Backups from before still hold it.
   */
  takeAway(
    actor: string,
    rootKey: RootKey,
  ): Promise<{ kind: 'done'; scrubbed: boolean; listUntil: number } | NotNow | KeyRefused>
  /** Signs a fresh list while the key is away. */
  signList(actor: string, rootKey: RootKey): Promise<{ kind: 'done'; listUntil: number } | NotNow | KeyRefused>
  /** Within a transaction: the keys of these are nowhere any more. `scrub` is to follow, also for rows that were deleted. */
  erase(db: WriteDb, of: readonly Pick<Generation, 'id'>[]): void
  /**
   * Takes what is left of erased keys out of the database's files; what can not be done now is done at the next start.
   * @returns whether nothing is left
   */
  scrub(): Promise<boolean>
  bringBack(actor: string, rootKey: RootKey): Promise<{ kind: 'done' } | NotNow | KeyRefused>
}

export interface RootKeysDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly keyStore: KeyStore
  readonly authority: Pick<SiteAuthority, 'current' | 'generations' | 'withKeyOfGeneration'>
  readonly revocationLists: Pick<RevocationLists, 'signForAbsence'>
  readonly onFailure: (error: unknown) => void
  /** Hashes to try one passphrase of the file; see KEY_FILE_ITERATIONS. */
  readonly iterations?: number
}

/** A key was erased whose traces may still be in the files. */
const SCRUB_DUE = 'scrub-due'

export function createRootKeys(deps: RootKeysDeps): RootKeys {
  const { store, clock, changes, keyStore, authority, revocationLists, onFailure, iterations } = deps
  const { writer } = store

  const subjectOf = ({ certificatePem }: Generation) => describeCertificate(certificatePem).subject
  const tell = () => {
    changes.emit('certificate', 0)
    changes.emit('audit', 0)
  }
  const fromFile = async <Result>(
    root: Generation,
    { file, passphrase }: RootKey,
    work: (keyed: KeyedCertificate) => Promise<Result>,
  ): Promise<Result | KeyRefused> => {
    const read = await readRootKeyFile(file, passphrase, root.certificatePem)
    if (read.kind !== 'key') return { kind: read.kind }
    try {
      return await work(read.keyed)
    } finally {
      read.keyed.privateKeyPkcs8.fill(0)
    }
  }
  /** The root that signs now, where its key is away. */
  const awayRoot = (): Generation | undefined =>
    authority.generations().find(({ role, state, key }) => role === 'root' && state === 'current' && key === 'away')
  /** The root that a file belongs to, of those that count and whose keys are away; else the one that signs now. */
  const awayRootOf = (file: string): Generation | undefined =>
    authority.generations().find(({ role, state, key, certificatePem }) => {
      return role === 'root' && state === 'old' && key === 'away' && file.includes(certificatePem.trim())
    }) ?? awayRoot()

  const scrub = async (): Promise<boolean> => {
    try {
      if (!store.scrub()) return false
    } catch (error) {
      onFailure(error)
      return false
    }
    await writer.write((db) => putSetting(db, SCRUB_DUE, ''))
    return true
  }
  if (setting(store.read, SCRUB_DUE)) scrub().catch(onFailure)

  const prepared = () => authority.generations().some(({ state }) => state === 'next')

  return {
    async lend(root, rootKey, work) {
      if (root.key === 'here') return authority.withKeyOfGeneration(root.id, work)
      return rootKey ? fromFile(root, rootKey, work) : { kind: 'root-key-wanted' }
    },

    async exportFile(actor, passphrase) {
      const root = authority.current('root')
      if (root.key !== 'here') return { kind: 'not-now' }
      const text = await authority.withKeyOfGeneration(root.id, (keyed) =>
        writeRootKeyFile(keyed, passphrase, iterations),
      )
      const subject = subjectOf(root)
      const at = clock()
      await writer.write((db) =>
        appendAudit(db, { at, actor, action: 'root-key-exported', subject, detail: { generation: root.generation } }),
      )
      changes.emit('audit', 0)
      return { kind: 'file', name: `root-key-${root.generation}-${randomBytes(3).toString('hex')}.pem`, text }
    },

    async takeAway(actor, rootKey) {
      const root = authority.current('root')
      if (root.key !== 'here' || prepared()) return { kind: 'not-now' }
      const list = await fromFile(root, rootKey, (keyed) => revocationLists.signForAbsence(root, keyed))
      if ('kind' in list) return list
      const at = clock()
      await writer.write((db) => {
        clearAuthorityKey(db, root.id, at)
        putSetting(db, SCRUB_DUE, 'yes')
        putRevocationList(db, list)
        appendAudit(db, { at, actor, action: 'root-key-taken-away', subject: subjectOf(root), detail: {} })
      })
      const scrubbed = await scrub()
      tell()
      return { kind: 'done', scrubbed, listUntil: list.next_update }
    },

    erase(db, of) {
      for (const { id } of of) clearAuthorityKey(db, id, null)
      putSetting(db, SCRUB_DUE, 'yes')
    },

    scrub,

    async signList(actor, rootKey) {
      const root = awayRootOf(rootKey.file)
      if (!root) return { kind: 'not-now' }
      const list = await fromFile(root, rootKey, (keyed) => revocationLists.signForAbsence(root, keyed))
      if ('kind' in list) return list
      const at = clock()
      await writer.write((db) => {
        putRevocationList(db, list)
        appendAudit(db, { at, actor, action: 'root-list-signed', subject: subjectOf(root), detail: {} })
      })
      tell()
      return { kind: 'done', listUntil: list.next_update }
    },

    async bringBack(actor, rootKey) {
      const root = awayRoot()
      if (!root) return { kind: 'not-now' }
      const sealed = await fromFile(root, rootKey, ({ privateKeyPkcs8 }) => keyStore.seal(privateKeyPkcs8))
      if ('kind' in sealed) return sealed
      const at = clock()
      await writer.write((db) => {
        putAuthorityKey(db, root.id, sealed)
        appendAudit(db, { at, actor, action: 'root-key-brought-back', subject: subjectOf(root), detail: {} })
      })
      tell()
      return { kind: 'done' }
    },
  }
}
