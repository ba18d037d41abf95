import type { Seat } from '../../operators/seats'
import { digestOf, freshSecret } from '../../secrets/secret'

/** Browsers (and scripts) that opened the console with a link. In memory: a restart signs everybody out. */
export interface BrowserSessions {
  /**
   * Begins a session and gives the secret for its cookie. The one that the browser had ends: its open tabs would keep
   * whoever sits there, and no lock in this browser would reach them any more.
   */
  begin(former: string | undefined): string
  /** Where the browser sits whose session that secret belongs to, if it is still good; it counts as seen then. */
  seatOf(secret: string): Seat | null
  /** Ends them all. */
  close(): void
}

export function createBrowserSessions(
  limits: { readonly sessions: number; readonly sessionMs: number },
  now: () => number,
  openSeat: () => Seat,
): BrowserSessions {
  // Keyed by digest, so that looking a secret up tells nothing about near misses; the longest unseen stands first.
  const sessions = new Map<string, { readonly seat: Seat; readonly seenAt: number }>()
  const keyOf = (secret: string) => digestOf(secret).toString('base64')
  const end = (key: string) => {
    sessions.get(key)?.seat.close()
    sessions.delete(key)
  }
  return {
    begin(former) {
      if (former !== undefined) end(keyOf(former))
      const secret = freshSecret()
      sessions.set(keyOf(secret), { seat: openSeat(), seenAt: now() })
      for (const key of sessions.keys()) {
        if (sessions.size <= limits.sessions) break
        end(key)
      }
      return secret
    },
    seatOf(secret) {
      const key = keyOf(secret)
      const session = sessions.get(key)
      if (session === undefined) return null
      if (now() - session.seenAt > limits.sessionMs) {
        end(key)
        return null
      }
      const { seat } = session
      sessions.delete(key)
      sessions.set(key, { seat, seenAt: now() })
      return seat
    },
    close() {
      for (const key of [...sessions.keys()]) end(key)
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
