import type { AuthorityGeneration, RollOverState } from '@shared/contract/rollover'

/** An issuing CA under its root. */
export interface IssuingBranch {
  readonly issuing: AuthorityGeneration
  /** Whether it signed what this server itself shows to chargers. */
  readonly signsServer: boolean
}

/** A root with what it has certified. */
export interface RootBranch {
  readonly root: AuthorityGeneration
  /** The roots that certified its key, or whose keys it has certified, of those that are in the tree. */
  readonly crossedWith: readonly AuthorityGeneration[]
  readonly branches: readonly IssuingBranch[]
}

/** In this order authorities stand under each other: a root that takes over is beside the one before it. */
const ORDER: readonly AuthorityGeneration['state'][] = ['current', 'next', 'old', 'retired']

function byState(a: AuthorityGeneration, b: AuthorityGeneration): number {
  return ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || b.generation - a.generation
}

/**
 * Who signed whom at this site, as a tree from the roots to the issuing CAs. Retired ones are left out unless they are
 * wanted; a retired root is there all the same when something under it is.
 */
export function trustTree(
  { authorities, crossings }: Pick<RollOverState, 'authorities' | 'crossings'>,
  withRetired: boolean,
): RootBranch[] {
  const sorted = authorities.toSorted(byState)
  const branchesOf = (root: AuthorityGeneration) =>
    sorted.filter(({ rootId, state }) => rootId === root.id && (withRetired || state !== 'retired'))
  const roots = sorted.filter(
    (each) => each.role === 'root' && (withRetired || each.state !== 'retired' || branchesOf(each).length > 0),
  )
  return roots.map((root) => ({
    root,
    crossedWith:
      root.state === 'retired'
        ? []
        : roots.filter(
            ({ id, state }) =>
              state !== 'retired' &&
              crossings.some(
                ({ subjectId, issuerId }) =>
                  (subjectId === root.id && issuerId === id) || (subjectId === id && issuerId === root.id),
              ),
          ),
    branches: branchesOf(root).map((issuing) => ({ issuing, signsServer: issuing.state === 'current' })),
  }))
}

/** The issuing CA that signed a certificate, by the name in it, and its root; null where it is none of this site. */
export function signersOf(
  issuer: string,
  authorities: readonly AuthorityGeneration[],
): { readonly root: AuthorityGeneration; readonly issuing: AuthorityGeneration } | null {
  // Issuing CAs have their number in their name; roots of all generations have one name.
  const issuing = authorities.find(({ role, subject }) => role === 'issuing' && subject === issuer)
  const root = authorities.find(({ id }) => id === issuing?.rootId)
  return issuing && root ? { root, issuing } : null
}
