import type { AuditEntry } from '@shared/contract/events'
import { AppError } from '@shared/errors'
import type { Clock } from '../clock'
import type { ReadDb, WriteDb } from '../store/handles'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import {
  countGoodTokens,
  endToken,
  forgetEndedTokens,
  noteTokenUsed,
  type TokenRow,
  type TokenTable,
} from '../store/queries/tokens'
import { isToken, readBearer, type TokenKind } from './bearerToken'

/** Whose token a header shows. */
export type Redeemed<Row> =
  | { readonly kind: 'token'; readonly token: Row }
  | { readonly kind: 'missing' | 'wrong' | 'ended' }

/** What all kinds of tokens have in common once they are made. */
export interface TokenKeeper<Row> {
  /** Whether it counts at this moment, as far as its end goes. */
  isGood(token: Row): boolean
  /** Whether it is still listed: it is good, or has not ended long ago. */
  isShown(token: Row): boolean
  /** Ends a token for good. @throws AppError UNKNOWN_TOKEN */
  end(actor: string, tokenId: number): Promise<{ kind: 'ended' | 'already-ended' }>
  /** The token of an `Authorization` header. */
  redeem(authorization: string | undefined): Redeemed<Row>
}

export interface TokenKeeperDeps<Row> {
  readonly store: Store
  readonly clock: Clock
  readonly kind: TokenKind
  readonly table: TokenTable
  readonly byId: (db: ReadDb, id: number) => Row | undefined
  readonly endedAs: AuditEntry['action']
  /** Told when a token was ended. */
  readonly onEnded: () => void
  readonly onFailure: (error: unknown) => void
}

/** Times of last use are written down at most this often, in milliseconds. */
const USE_NOTED_MS = 60_000

/** How long the list still shows a token that has ended, in milliseconds. */
const ENDED_SHOWN_MS = 30 * 24 * 3_600_000

/**
 * Before another token is made: forgets those that ended long ago, but for those by which a device is known. What has
 * ended takes nobody's place. @returns whether there is room for another one
 */
export function makeRoomForToken(
  db: WriteDb,
  table: TokenTable,
  { at, most }: { readonly at: number; readonly most: number },
): boolean {
  forgetEndedTokens(db, table, at - ENDED_SHOWN_MS)
  return countGoodTokens(db, table, at) < most
}

export function createTokenKeeper<Row extends TokenRow>(deps: TokenKeeperDeps<Row>): TokenKeeper<Row> {
  const { store, clock, kind, table, byId, endedAs, onEnded, onFailure } = deps
  const { read, writer } = store
  const isGood: TokenKeeper<Row>['isGood'] = ({ ended_at, ends_at }) =>
    ended_at === null && (ends_at === null || ends_at > clock())
  return {
    isGood,
    isShown: ({ ended_at, ends_at }) => (ended_at ?? ends_at ?? clock()) > clock() - ENDED_SHOWN_MS,
    async end(actor, tokenId) {
      const row = byId(read, tokenId)
      if (!row) throw new AppError('UNKNOWN_TOKEN')
      const at = clock()
      const ended = await writer.write((db) => {
        if (!endToken(db, table, tokenId, at)) return false
        appendAudit(db, { at, actor, action: endedAs, subject: row.name, detail: {} })
        return true
      })
      if (ended) onEnded()
      return { kind: ended ? 'ended' : 'already-ended' }
    },
    redeem(authorization) {
      if (authorization === undefined) return { kind: 'missing' }
      const shown = readBearer(kind, authorization)
      if (!shown) return { kind: 'wrong' }
      const token = byId(read, shown.id)
      if (!isToken(shown, token?.digest) || !token) return { kind: 'wrong' }
      if (!isGood(token)) return { kind: 'ended' }
      const now = clock()
      if (now - (token.last_used_at ?? 0) >= USE_NOTED_MS) {
        writer.write((db) => noteTokenUsed(db, table, token.id, now)).catch(onFailure)
      }
      return { kind: 'token', token }
    },
  }
}
