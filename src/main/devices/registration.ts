import { devices as words } from '@shared/words/en/devices'
import type { WriteDb } from '../store/handles'
import {
  countDevices,
  type DeviceRow,
  deviceByClientId,
  insertDevice,
  isStationName,
  renewDevice,
} from '../store/queries/devices'
import { appendAudit } from '../store/queries/events'
import { reopenRequestsOf } from '../store/queries/requests'
import { type DeviceTokenRow, deviceTokenById, spendDeviceToken } from '../store/queries/tokens'
import type { DeviceLimits } from './limits'

/** What a device says about itself when it registers. */
export interface Registration {
  readonly clientId: string
  readonly type: string
  readonly serviceCode: string
  readonly deviceType: string
  /** Whether it may be registered already. */
  readonly allowExist: boolean
}

export type RegisterOutcome =
  | { readonly kind: 'registered' | 'exists'; readonly device: DeviceRow }
  | {
      readonly kind:
        | 'bad-client-id'
        /** A charger's. */
        | 'name-taken'
        | 'already-registered'
        /** Somebody else's token registered it. */
        | 'other-token'
        | 'revoked'
        | 'token-spent'
        | 'too-many-devices'
    }

/** Who registers, with what, and when. */
export interface RegistrationOrder {
  readonly token: DeviceTokenRow
  readonly registration: Registration
  readonly remoteAddress: string
  readonly at: number
  readonly limits: Pick<DeviceLimits, 'devices' | 'waitingDevices'>
}

interface Registered {
  readonly outcome: RegisterOutcome
  /** Requests of the device that wait again, as it is back. */
  readonly reopened: readonly number[]
}

/** In whose name a token's doings are audited. */
export function tokenActor({ name }: Pick<DeviceTokenRow, 'name'>): string {
  return `token ${name}`
}

/** Enters a device whose name can be one, or says why not. */
export function enterRegistration(db: WriteDb, order: RegistrationOrder): Registered {
  const { token, registration, remoteAddress, at } = order
  const { clientId, type, serviceCode, deviceType, allowExist } = registration
  const only = (outcome: RegisterOutcome): Registered => ({ outcome, reopened: [] })
  const known = deviceByClientId(db, clientId)
  // What has gone has nothing left that a token could keep for itself.
  if (known && known.state !== 'gone') {
    if (known.token_id !== token.id) return only({ kind: 'other-token' })
    if (known.state === 'revoked') return only({ kind: 'revoked' })
    return only(allowExist ? { kind: 'exists', device: known } : { kind: 'already-registered' })
  }
  if (isStationName(db, clientId)) return only({ kind: 'name-taken' })
  const registered = known ? comeBack(db, known, order) : only(enterNew(db, order))
  if (registered.outcome.kind === 'registered') {
    appendAudit(db, {
      at,
      actor: tokenActor(token),
      action: 'device-registered',
      subject: clientId,
      detail: { remoteAddress, type, serviceCode, deviceType },
    })
  }
  return registered
}

/** What a device says of itself, as it is stored. */
const columnsOf = ({ registration: { type, serviceCode, deviceType }, remoteAddress }: RegistrationOrder) => ({
  type,
  service_code: serviceCode,
  device_type: deviceType,
  remote_address: remoteAddress,
})

function isSpent(db: WriteDb, tokenId: number): boolean {
  const token = deviceTokenById(db, tokenId)
  return !token || (token.uses_max !== null && token.uses >= token.uses_max)
}

function comeBack(db: WriteDb, known: DeviceRow, order: RegistrationOrder): Registered {
  const { token } = order
  const isAnothers = known.token_id !== token.id
  if (isAnothers && isSpent(db, token.id)) return { outcome: { kind: 'token-spent' }, reopened: [] }
  // With another token it begins anew: it does not inherit what it was allowed.
  const { token_id, policy } = isAnothers ? { token_id: token.id, policy: token.policy } : known
  const renewed = { ...columnsOf(order), token_id, policy, state: 'waiting' } as const
  renewDevice(db, known.id, renewed)
  if (isAnothers) spendDeviceToken(db, token.id)
  const reopened = isAnothers ? [] : reopenRequestsOf(db, { kind: 'device', id: known.id }, words.unregistered)
  return { outcome: { kind: 'registered', device: { ...known, ...renewed } }, reopened }
}

function enterNew(db: WriteDb, order: RegistrationOrder): RegisterOutcome {
  const { token, registration, at, limits } = order
  if (isSpent(db, token.id)) return { kind: 'token-spent' }
  const count = countDevices(db)
  if (count.all >= limits.devices || count.waiting >= limits.waitingDevices) return { kind: 'too-many-devices' }
  const fresh = {
    client_id: registration.clientId,
    ...columnsOf(order),
    state: 'waiting',
    token_id: token.id,
    policy: token.policy,
    created_at: at,
  } as const
  const id = insertDevice(db, fresh)
  spendDeviceToken(db, token.id)
  const unsaid = { label: '', last_seen_at: null, claim_digest: null, claim_until: null, removed_at: null }
  return { kind: 'registered', device: { ...fresh, id, ...unsaid } }
}
