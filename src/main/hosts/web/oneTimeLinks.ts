import { digestOf, freshSecret, sameDigest } from '../../secrets/secret'

/** The keys of links that open the console, each once. */
export interface OneTimeLinks {
  /** A fresh key; it works once, and for so many milliseconds at most (null: until it is used). */
  issue(lifetimeMs: number | null): string
  /** True the first time a valid key is shown; it is spent then. */
  redeem(key: string): boolean
}

export function createOneTimeLinks(now: () => number): OneTimeLinks {
  let links: { readonly digest: Buffer; readonly until: number }[] = []
  return {
    issue(lifetimeMs) {
      const key = freshSecret()
      links.push({ digest: digestOf(key), until: lifetimeMs === null ? Number.POSITIVE_INFINITY : now() + lifetimeMs })
      return key
    },
    redeem(key) {
      const digest = digestOf(key)
      const valid = links.filter((link) => link.until > now())
      links = valid.filter((link) => !sameDigest(link.digest, digest))
      return links.length < valid.length
    },
  }
}
