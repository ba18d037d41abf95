import { digestOf, freshSecret } from '../../secrets/secret'

/** Browsers (and scripts) that opened the console with a link. In memory: a restart signs everybody out. */
export interface BrowserSessions {
  /** Begins a session and gives the secret for its cookie. */
  begin(): string
  /** True when the secret belongs to a session that is still good; it counts as seen then. */
  knows(secret: string): boolean
}

export function createBrowserSessions(
  limits: { readonly sessions: number; readonly sessionMs: number },
  now: () => number,
): BrowserSessions {
  // Keyed by digest, so that looking a secret up tells nothing about near misses; the longest unseen stands first.
  const seenAt = new Map<string, number>()
  const keyOf = (secret: string) => digestOf(secret).toString('base64')
  return {
    begin() {
      const secret = freshSecret()
      seenAt.set(keyOf(secret), now())
      for (const key of seenAt.keys()) {
        if (seenAt.size <= limits.sessions) break
        seenAt.delete(key)
      }
      return secret
    },
    knows(secret) {
      const key = keyOf(secret)
      const seen = seenAt.get(key)
      if (seen === undefined) return false
      seenAt.delete(key)
      if (now() - seen > limits.sessionMs) return false
      seenAt.set(key, now())
      return true
    },
  }
}

/** Value of one cookie of a `Cookie` header. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name) return value
  }
  return undefined
}
