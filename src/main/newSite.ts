import type { SetUp } from './siteOptions'
import type { WriteDb } from './store/handles'
import { type AuthorityRow, insertAuthority } from './store/queries/authority'
import { appendAudit } from './store/queries/events'
import { putSetting } from './store/queries/settings'

/** Writes what the first run of a site makes: its names, its authority, and who did it. */
export function insertSite(
  db: WriteDb,
  actor: string,
  names: SetUp,
  authority: readonly AuthorityRow[],
  at: number,
): void {
  putSetting(db, 'site-name', names.siteName)
  putSetting(db, 'organisation', names.organisation)
  for (const row of authority) insertAuthority(db, row)
  appendAudit(db, { at, actor, action: 'site-set-up', subject: names.siteName, detail: { ...names } })
}
