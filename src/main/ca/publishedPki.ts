import { publishedName } from './publishedAt'
import type { RevocationLists } from './revocationLists'
import type { Generation, SiteAuthority } from './siteAuthority'

/** What everybody may know of the site's authority. */
export interface PublishedPki {
  /** An authority by the name that it is published under; undefined where there is none. */
  authorityNamed(name: string): { readonly certificatePem: string; readonly list: Uint8Array | undefined } | undefined
  /** Answers an OCSP request of any content. */
  answerOcsp(request: Uint8Array): Promise<Uint8Array>
}

/** The site's certificates and lists, of all generations that were in use. */
export function publishPki(parts: {
  readonly authority: Pick<SiteAuthority, 'generations'>
  readonly revocationLists: Pick<RevocationLists, 'newest'>
  readonly answerOcsp: PublishedPki['answerOcsp']
}): PublishedPki {
  const { authority, revocationLists, answerOcsp } = parts
  return {
    authorityNamed(name) {
      const found = authority
        .generations()
        .find((each) => each.state !== 'next' && (publishedName(each) === name || currentName(each) === name))
      return found && { certificatePem: found.certificatePem, list: revocationLists.newest(found.id)?.der }
    },
    answerOcsp,
  }
}

/** Under this name whoever wants the one that signs now finds it, whatever its number. */
function currentName({ role, state }: Generation): string | null {
  return state === 'current' ? `current-${role}` : null
}
