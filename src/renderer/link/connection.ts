import type { ClientLink } from '@orpc/client'

/** One established way to the server. */
export interface Connection {
  readonly link: ClientLink<Record<never, never>>
  /** Settles when the way is gone, whoever ended it. */
  readonly closed: Promise<void>
  close(): void
}

/** Makes one attempt; rejects when there is no way at the moment. */
export type Connect = () => Promise<Connection>
