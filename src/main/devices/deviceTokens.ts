import type { DeviceToken, DeviceTokenRequest } from '@shared/contract/devices'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { newTokenSecret, tokenText } from '../secrets/bearerToken'
import { digestOf } from '../secrets/secret'
import { createTokenKeeper, makeRoomForToken, type TokenKeeper } from '../secrets/tokenKeeper'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import { type DeviceTokenRow, deviceTokenById, deviceTokens, insertDeviceToken } from '../store/queries/tokens'
import { readPolicy } from './deviceView'
import type { DeviceLimits } from './limits'

/** What devices enrol with. */
export interface DeviceTokens extends TokenKeeper<DeviceTokenRow> {
  make(
    actor: string,
    request: DeviceTokenRequest,
  ): Promise<{ kind: 'made'; tokenId: number; token: string } | { kind: 'too-many'; most: number }>
  list(): DeviceToken[]
}

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

  const keeper = createTokenKeeper({
    store,
    clock,
    kind: 'device',
    table: 'device_token',
    byId: deviceTokenById,
    endedAs: 'device-token-ended',
    onEnded: tell,
    onFailure,
  })

  return {
    ...keeper,
    async make(actor, { name, signing, usesMax, endsAt, policy }) {
      const secret = newTokenSecret()
      const at = clock()
      const id = await writer.write((db) => {
        if (!makeRoomForToken(db, 'device_token', { at, most: limits.tokens })) return null
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

    list: () => deviceTokens(read).filter(keeper.isShown).map(toToken),
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
