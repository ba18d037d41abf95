import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Commands } from '../commands/commands'
import type { Store } from '../store/open'
import type { AuthorityNames } from './authority'
import type { KeyStore } from './keystore/keyStore'
import { createRenewals, type RenewalLimits, type Renewals, type RenewalsDeps } from './renewals'
import type { RevocationLists } from './revocationLists'
import { createRollOver, type RollOver, type RollOverDeps, type RollOverLimits } from './rollover/rollover'
import { createRootKeys, type RootKeys } from './rootKey/rootKeys'
import { wantsCrossSigned } from './roots/rootCheck'
import { createRoots, type RootLimits, type Roots, type RootsDeps } from './roots/roots'
import type { SiteAuthority } from './siteAuthority'

/**
 * What becomes of the site's authority in the course of years: its roots on chargers, its keys, its replacement, and the
 * certificates that are renewed meanwhile.
 */
export interface AuthorityLife {
  readonly roots: Roots
  readonly rootKeys: RootKeys
  readonly rollOver: RollOver
  readonly renewals: Renewals
  close(): Promise<void>
}

export interface AuthorityLifeDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly keyStore: KeyStore
  readonly stations: RootsDeps['stations'] & RollOverDeps['stations'] & RenewalsDeps['stations']
  readonly commands: Pick<Commands, 'send' | 'view' | 'find'>
  readonly access: RollOverDeps['access']
  readonly authority: SiteAuthority
  readonly names: () => AuthorityNames
  readonly revocations: RollOverDeps['revocations']
  readonly revocationLists: RevocationLists
  readonly cutDevices: RollOverDeps['cutDevices']
  readonly renewServerCertificates: () => Promise<void>
  readonly onFailure: (error: unknown) => void
  readonly limits: {
    readonly roots?: Partial<RootLimits>
    readonly rollOver?: Partial<RollOverLimits>
    readonly renewals?: Partial<RenewalLimits>
  }
  /** Hashes to try one passphrase of a root key's file. */
  readonly rootKeyIterations?: number
}

export function createAuthorityLife(deps: AuthorityLifeDeps): AuthorityLife {
  const { store, revocationLists, limits } = deps
  const roots = createRoots({
    ...deps,
    wantsCrossSigned: (stationId) => wantsCrossSigned(store.read, stationId),
    limits: limits.roots,
  })
  const rootKeys = createRootKeys({ ...deps, iterations: deps.rootKeyIterations })
  const renewals = createRenewals({
    ...deps,
    listUntil: (issuerId) => revocationLists.newest(issuerId)?.next_update ?? null,
    limits: limits.renewals,
  })
  const rollOver = createRollOver({ ...deps, roots, rootKeys, renewals, limits: limits.rollOver })
  return {
    roots,
    rootKeys,
    rollOver,
    renewals,
    async close() {
      roots.close()
      await rollOver.close()
      await renewals.close()
    },
  }
}
