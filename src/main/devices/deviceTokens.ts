import type { DeviceToken, DeviceTokenRequest } from '@shared/contract/devices'
import { AppError } from '@shared/errors'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { isToken, newTokenSecret, readBearer, tokenText } from '../secrets/bearerToken'
import { digestOf } from '../secrets/secret'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import {
  type DeviceTokenRow,
  deviceTokenById,
  deviceTokens,
  endToken,
  insertDeviceToken,
  noteTokenUsed,
} from '../store/queries/tokens'
import { readPolicy } from './deviceView'
import type { DeviceLimits } from './limits'

/** Whose token a call shows. An unknown, a wrong and an ended one are not told apart to the caller. */
export type Redeemed =
  | { readonly kind: 'token'; readonly token: DeviceTokenRow }
  | { readonly kind: 'missing' | 'wrong' | 'ended' }

/** What devices enrol with. */
export interface DeviceTokens {
  make(
    actor: string,
    request: DeviceTokenRequest,
  ): Promise<{ kind: 'made'; tokenId: number; token: string } | { kind: 'too-many'; most: number }>
  /** @throws AppError UNKNOWN_TOKEN */
  end(actor: string, tokenId: number): Promise<{ kind: 'ended' | 'already-ended' }>
  list(): DeviceToken[]
  /** Whether a token lets devices in at this moment, as far as its end goes. */
  isGood(token: DeviceTokenRow): boolean
  /** The token of an `Authorization` header. */
  redeem(authorization: string | undefined): Redeemed
}

/** Times of last use are written down at most this often, in milliseconds. */
const USE_NOTED_MS = 60_000

export function createDeviceTokens(deps: {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly limits: Pick<DeviceLimits, 'tokens'>
  readonly onFailure: (error: unknown) => void
}): DeviceTokens {
  const { store, clock, changes, limits, onFailure } = deps
  const { read, writer } = store

  const tell = () => {
    changes.emit('deviceToken', 0)
    changes.emit('audit', 0)
  }

  const isGood: DeviceTokens['isGood'] = ({ ended_at, ends_at }) =>
    ended_at === null && (ends_at === null || ends_at > clock())

  return {
    isGood,
    async make(actor, { name, signing, usesMax, endsAt, policy }) {
      const secret = newTokenSecret()
      const at = clock()
      const id = await writer.write((db) => {
        if (deviceTokens(db).length >= limits.tokens) return null
        const made = insertDeviceToken(db, {
          name,
          digest: digestOf(secret),
          signing,
          uses_max: usesMax,
          policy: JSON.stringify(policy),
          made_at: at,
          made_by: actor,
          ends_at: endsAt,
        })
        const detail = { signing, uses: usesMax, validUntil: endsAt, read: policy.read, write: policy.write }
        appendAudit(db, { at, actor, action: 'device-token-made', subject: name, detail })
        return made
      })
      if (id === null) return { kind: 'too-many', most: limits.tokens }
      tell()
      return { kind: 'made', tokenId: id, token: tokenText('device', id, secret) }
    },

    async end(actor, tokenId) {
      const row = deviceTokenById(read, tokenId)
      if (!row) throw new AppError('UNKNOWN_TOKEN')
      const at = clock()
      const ended = await writer.write((db) => {
        if (!endToken(db, 'device_token', tokenId, at)) return false
        appendAudit(db, { at, actor, action: 'device-token-ended', subject: row.name, detail: {} })
        return true
      })
      if (ended) tell()
      return { kind: ended ? 'ended' : 'already-ended' }
    },

    list: () => deviceTokens(read).map(toToken),

    redeem(authorization) {
      if (authorization === undefined) return { kind: 'missing' }
      const shown = readBearer('device', authorization)
      if (!shown) return { kind: 'wrong' }
      const token = deviceTokenById(read, shown.id)
      if (!isToken(shown, token?.digest) || !token) return { kind: 'wrong' }
      if (!isGood(token)) return { kind: 'ended' }
      const now = clock()
      if (now - (token.last_used_at ?? 0) >= USE_NOTED_MS) {
        writer.write((db) => noteTokenUsed(db, 'device_token', token.id, now)).catch(onFailure)
      }
      return { kind: 'token', token }
    },
  }
}

function toToken(row: DeviceTokenRow): DeviceToken {
  return {
    id: row.id,
    name: row.name,
    signing: row.signing,
    usesMax: row.uses_max,
    uses: row.uses,
    policy: readPolicy(row.policy),
    madeAt: row.made_at,
    madeBy: row.made_by,
    endsAt: row.ends_at,
    endedAt: row.ended_at,
    lastUsedAt: row.last_used_at,
  }
}
