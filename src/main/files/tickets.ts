import { digestOf, freshSecret, sameDigest } from '../secrets/secret'
import type { Store } from '../store/open'
import { deleteTicketsBefore, insertTicket, type TicketRow, ticketByDigest } from '../store/queries/tickets'
import type { FileLimits } from './limits'
import { SECRET_BYTES } from './secret'

/** The links of stations: who may fetch or put here what, and until when. They outlive a restart. */
export interface Tickets {
  /** @returns the secret of the link; it is kept nowhere */
  issue(
    ticket: Pick<TicketRow, 'kind' | 'station_id' | 'file_id' | 'request_id' | 'max_bytes' | 'expires_at'>,
  ): Promise<string>
  /** The ticket of a secret, when it is still good. */
  redeem(secret: string): TicketRow | null
}

export function createTickets(deps: {
  readonly store: Store
  readonly clock: () => number
  readonly limits: Pick<FileLimits, 'ticketsKeptMs'>
}): Tickets {
  const { store, clock, limits } = deps
  return {
    async issue(ticket) {
      const secret = freshSecret(SECRET_BYTES)
      const at = clock()
      await store.writer.write((db) => {
        deleteTicketsBefore(db, at - limits.ticketsKeptMs)
        insertTicket(db, { ...ticket, token_sha256: digestOf(secret), created_at: at })
      })
      return secret
    },
    redeem(secret) {
      const digest = digestOf(secret)
      // Looked up by digest, so that the time it takes tells nothing about near misses of the secret itself.
      const row = ticketByDigest(store.read, digest)
      if (!row || !sameDigest(row.token_sha256, digest)) return null
      return row.expires_at > clock() ? row : null
    },
  }
}
