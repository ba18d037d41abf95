import type { ApiScope, ApiToken, ApiTokenRequest } from '@shared/contract/apiTokens'
import { AppError } from '@shared/errors'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { isToken, newTokenSecret, readBearer, tokenText } from '../secrets/bearerToken'
import { digestOf } from '../secrets/secret'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import {
  type ApiTokenRow,
  apiTokenById,
  apiTokens,
  endToken,
  insertApiToken,
  noteTokenUsed,
} from '../store/queries/tokens'
import type { ApiLimits } from './limits'

/** What scripts prove themselves with. */
export interface ApiTokens {
  make(
    actor: string,
    request: ApiTokenRequest,
  ): Promise<{ kind: 'made'; tokenId: number; token: string } | { kind: 'too-many'; most: number }>
  /** @throws AppError UNKNOWN_TOKEN */
  end(actor: string, tokenId: number): Promise<{ kind: 'ended' | 'already-ended' }>
  list(): ApiToken[]
  /** Whose token an `Authorization` header shows; null when it is none that counts. */
  redeem(authorization: string | undefined): { readonly name: string; readonly scope: ApiScope } | null
}

/** Times of last use are written down at most this often, in milliseconds. */
const USE_NOTED_MS = 60_000

export function createApiTokens(deps: {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly limits: Pick<ApiLimits, 'tokens'>
  readonly onFailure: (error: unknown) => void
}): ApiTokens {
  const { store, clock, changes, limits, onFailure } = deps
  const { read, writer } = store
  const tell = () => {
    changes.emit('automation', 0)
    changes.emit('audit', 0)
  }
  return {
    async make(actor, { name, scope, endsAt }) {
      const secret = newTokenSecret()
      const at = clock()
      const id = await writer.write((db) => {
        if (apiTokens(db).length >= limits.tokens) return null
        const digest = digestOf(secret)
        const made = insertApiToken(db, { name, digest, scope, made_at: at, made_by: actor, ends_at: endsAt })
        const detail = { scope, validUntil: endsAt }
        appendAudit(db, { at, actor, action: 'api-token-made', subject: name, detail })
        return made
      })
      if (id === null) return { kind: 'too-many', most: limits.tokens }
      tell()
      return { kind: 'made', tokenId: id, token: tokenText('api', id, secret) }
    },
    async end(actor, tokenId) {
      const row = apiTokenById(read, tokenId)
      if (!row) throw new AppError('UNKNOWN_TOKEN')
      const at = clock()
      const ended = await writer.write((db) => {
        if (!endToken(db, 'api_token', tokenId, at)) return false
        appendAudit(db, { at, actor, action: 'api-token-ended', subject: row.name, detail: {} })
        return true
      })
      if (ended) tell()
      return { kind: ended ? 'ended' : 'already-ended' }
    },
    list: () => apiTokens(read).map(toToken),
    redeem(authorization) {
      const shown = readBearer('api', authorization)
      if (!shown) return null
      const row = apiTokenById(read, shown.id)
      if (!isToken(shown, row?.digest) || !row) return null
      const now = clock()
      if (row.ended_at !== null || (row.ends_at !== null && row.ends_at <= now)) return null
      if (now - (row.last_used_at ?? 0) >= USE_NOTED_MS) {
        writer.write((db) => noteTokenUsed(db, 'api_token', row.id, now)).catch(onFailure)
      }
      return { name: row.name, scope: row.scope }
    },
  }
}

function toToken(row: ApiTokenRow): ApiToken {
  return {
    id: row.id,
    name: row.name,
    scope: row.scope,
    madeAt: row.made_at,
    madeBy: row.made_by,
    endsAt: row.ends_at,
    endedAt: row.ended_at,
    lastUsedAt: row.last_used_at,
  }
}
