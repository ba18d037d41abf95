import type { ApiToken, ApiTokenRequest } from '@shared/contract/apiTokens'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { newTokenSecret, tokenText } from '../secrets/bearerToken'
import { digestOf } from '../secrets/secret'
import { createTokenKeeper, makeRoomForToken, type TokenKeeper } from '../secrets/tokenKeeper'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import { type ApiTokenRow, apiTokenById, apiTokens, insertApiToken } from '../store/queries/tokens'
import type { ApiLimits } from './limits'

/** What scripts prove themselves with. */
export interface ApiTokens extends TokenKeeper<ApiTokenRow> {
  make(
    actor: string,
    request: ApiTokenRequest,
  ): Promise<{ kind: 'made'; tokenId: number; token: string } | { kind: 'too-many'; most: number }>
  list(): ApiToken[]
}

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
  const keeper = createTokenKeeper({
    store,
    clock,
    kind: 'api',
    table: 'api_token',
    byId: apiTokenById,
    endedAs: 'api-token-ended',
    onEnded: tell,
    onFailure,
  })
  return {
    ...keeper,
    async make(actor, { name, scope, endsAt }) {
      const secret = newTokenSecret()
      const at = clock()
      const id = await writer.write((db) => {
        makeRoomForToken(db, 'api_token', { at, isFull: () => apiTokens(db).length >= limits.tokens })
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
    list: () => apiTokens(read).map(toToken),
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
