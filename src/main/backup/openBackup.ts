import { type AuthorityExport, createAuthorityExport } from '../ca/pkcs12/authorityExport'
import type { SiteAuthority } from '../ca/siteAuthority'
import { type Backups, type BackupsDeps, createBackups } from './backups'
import { createRestoreDesk, type RestoreDesk } from './restoreDesk'

/** How the site leaves this computer in a file, and comes back. */
export interface SiteInFiles {
  readonly backups: Backups
  readonly restoreDesk: RestoreDesk
  readonly authorityExport: AuthorityExport
  close(): Promise<void>
}

export interface SiteInFilesDeps extends BackupsDeps {
  readonly authority: SiteAuthority
  /** Whether there is a site already: then nothing is restored over it. */
  readonly isSetUp: () => boolean
}

/** Opens backup, restore and the export of the authority. */
export function openBackup(deps: SiteInFilesDeps): SiteInFiles {
  const { dataFolder, keyStore, isSetUp } = deps
  const backups = createBackups(deps)
  const restoreDesk = createRestoreDesk({ dataFolder, keyStore, isSetUp, partBytes: backups.limits.partBytes })
  return {
    backups,
    restoreDesk,
    authorityExport: createAuthorityExport(deps),
    async close() {
      await backups.close()
      await restoreDesk.close()
    },
  }
}
