import type { ApiToken, ApiTokenRequest } from '@shared/contract/apiTokens'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { isSameName } from '../operators/takenNames'
import { newTokenSecret, tokenText } from '../secrets/bearerToken'
import { digestOf } from '../secrets/secret'
import { createTokenKeeper, makeRoomForToken, type TokenKeeper } from '../secrets/tokenKeeper'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import { type ApiTokenRow, apiTokenById, apiTokens, insertApiToken } from '../store/queries/tokens'
import type { ApiLimits } from './limits'

export type MakeOutcome =
  | { kind: 'made'; tokenId: number; token: string }
  | { kind: 'too-many'; most: number }
  | { kind: 'name-taken' }

/** What scripts prove themselves with. */
export interface ApiTokens extends TokenKeeper<ApiTokenRow> {
  /** Refused where a token that has not ended has this name already. */
  make(actor: string, request: ApiTokenRequest): Promise<MakeOutcome>
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
      const made = await writer.write((db): MakeOutcome | number => {
        // What a script did is told by the name of its token: at no time two have the same.
        const isTaken = apiTokens(db).some((row) => keeper.isGood(row) && isSameName(row.name, name))
        if (isTaken) return { kind: 'name-taken' }
        if (!makeRoomForToken(db, 'api_token', { at, most: limits.tokens })) {
          return { kind: 'too-many', most: limits.tokens }
        }
        const digest = digestOf(secret)
        const id = insertApiToken(db, { name, digest, scope, made_at: at, made_by: actor, ends_at: endsAt })
        const detail = { scope, validUntil: endsAt }
        appendAudit(db, { at, actor, action: 'api-token-made', subject: name, detail })
        return id
      })
      if (typeof made !== 'number') return made
      tell()
      return { kind: 'made', tokenId: made, token: tokenText('api', made, secret) }
    },
    list: () => apiTokens(read).filter(keeper.isShown).map(toToken),
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
