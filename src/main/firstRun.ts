import { AppError } from '@shared/errors'
import type { KeyStore } from './ca/keystore/keyStore'
import { newAuthorityRows, type SiteAuthority, unstoredAuthority } from './ca/siteAuthority'
import type { Changes } from './changes'
import type { Clock } from './clock'
import type { Ports } from './ports/ports'
import type { SetUp } from './siteOptions'
import type { WriteDb } from './store/handles'
import type { Store } from './store/open'
import { type AuthorityRow, insertAuthority } from './store/queries/authority'
import { appendAudit } from './store/queries/events'
import { putSetting } from './store/queries/settings'

export interface FirstRunDeps {
  readonly store: Pick<Store, 'writer'>
  readonly clock: Clock
  readonly changes: Changes
  readonly keyStore: KeyStore
  /** The authority as it stands in the database, once it does. */
  readonly authority: SiteAuthority
  readonly isSetUp: () => boolean
  readonly ports: Pick<Ports, 'open' | 'close'>
}

/**
 * The first run of a site: makes its authority, begins to listen, stores all. Ports come first, because only they can
 * be refused for a reason that a person can change.
 */
export function createFirstRun(deps: FirstRunDeps): (actor: string, names: SetUp) => Promise<void> {
  const { store, clock, changes, keyStore, authority, isSetUp, ports } = deps
  let under = false
  return async (actor, names) => {
    if (isSetUp() || under) throw new AppError('ALREADY_SET_UP')
    under = true
    try {
      const rows = await newAuthorityRows(keyStore, names, clock())
      const unstored = unstoredAuthority(rows, keyStore)
      await ports.open({ authority: () => (isSetUp() ? authority : unstored), organisation: names.organisation })
      try {
        await store.writer.write((db) => insertSite(db, actor, names, rows, clock()))
      } catch (error) {
        await ports.close()
        throw error
      }
      changes.emit('site', 0)
      changes.emit('audit', 0)
    } finally {
      under = false
    }
  }
}

/** Writes what the first run makes: names, authority, and who did it. */
function insertSite(db: WriteDb, actor: string, names: SetUp, authority: readonly AuthorityRow[], at: number): void {
  putSetting(db, 'site-name', names.siteName)
  putSetting(db, 'organisation', names.organisation)
  for (const row of authority) insertAuthority(db, row)
  appendAudit(db, { at, actor, action: 'site-set-up', subject: names.siteName, detail: { ...names } })
}
