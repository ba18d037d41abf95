import { randomBytes } from 'node:crypto'
import type { WriteDb } from '../../store/handles'
import {
  type AuthorityRole,
  type AuthorityState,
  authorityRows,
  insertAuthority,
  insertCrossCertificate,
} from '../../store/queries/authority'
import { type AuthorityNames, createIssuing, createRoot, crossSign, type KeyedCertificate } from '../authority'
import type { KeyStore } from '../keystore/keyStore'
import { type Generation, sealKey } from '../siteAuthority'

/** A CA that was made and sealed, to be entered. */
type Sealed = Awaited<ReturnType<typeof sealKey>>

export interface MakingDeps {
  readonly keyStore: KeyStore
  readonly names: () => AuthorityNames
  readonly now: number
}

/** The number that the next authority of a role gets. */
function nextGeneration(all: readonly Pick<Generation, 'role' | 'generation'>[], role: AuthorityRole): number {
  return 1 + Math.max(0, ...all.filter((each) => each.role === role).map(({ generation }) => generation))
}

/** A new issuing CA under a root. @throws RangeError when the root has ended */
export async function makeIssuing(
  root: KeyedCertificate,
  all: readonly Generation[],
  { keyStore, names, now }: MakingDeps,
): Promise<Sealed> {
  const generation = nextGeneration(all, 'issuing')
  return sealKey(keyStore, await createIssuing(root, { ...names(), generation }, { now, randomBytes }))
}

/** A root to come, with what ties it to the one before. */
export interface NextRoot {
  readonly root: Sealed
  readonly issuing: Sealed
  /** Its key, certified by the root before: for chargers that only know that one. */
  readonly newByOld: string
  /** The key of the root before, certified by it: for chargers that only know the new one. */
  readonly oldByNew: string
}

/** The next root, an issuing CA under it, and the certificates across. @throws RangeError when the root before has ended */
export async function makeNextRoot(
  old: KeyedCertificate,
  all: readonly Generation[],
  deps: MakingDeps,
): Promise<NextRoot> {
  const making = { now: deps.now, randomBytes }
  const next = await createRoot({ previousPem: old.certificatePem }, making)
  try {
    const newByOld = await crossSign(next.certificatePem, old, making)
    const oldByNew = await crossSign(old.certificatePem, next, making)
    const issuing = await makeIssuing(next, all, deps)
    return { root: await sealKey(deps.keyStore, next), issuing, newByOld, oldByNew }
  } finally {
    next.privateKeyPkcs8.fill(0)
  }
}

/** Enters an authority as the newest of its role. @returns its number */
export function enterAuthority(
  db: WriteDb,
  sealed: Sealed,
  facts: {
    readonly role: AuthorityRole
    readonly state: AuthorityState
    readonly rootId: number | null
    readonly at: number
  },
): number {
  const { role, state, rootId, at } = facts
  const generation = nextGeneration(authorityRows(db), role)
  return insertAuthority(db, {
    id: null,
    role,
    generation,
    state,
    root_id: rootId,
    ...sealed,
    key_away_at: null,
    changed_at: at,
  })
}

/** Enters a root to come; nothing is signed by it yet. */
export function enterNextRoot(db: WriteDb, made: NextRoot, oldId: number, at: number): void {
  const rootId = enterAuthority(db, made.root, { role: 'root', state: 'next', rootId: null, at })
  enterAuthority(db, made.issuing, { role: 'issuing', state: 'next', rootId, at })
  insertCrossCertificate(db, { subject_id: rootId, issuer_id: oldId, certificate_pem: made.newByOld })
  insertCrossCertificate(db, { subject_id: oldId, issuer_id: rootId, certificate_pem: made.oldByNew })
}
