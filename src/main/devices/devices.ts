import type { RevocationReason } from '@shared/contract/certificates'
import type { Device } from '@shared/contract/devices'
import { isClientId } from '@shared/devices/clientId'
import type { DevicePolicy } from '@shared/devices/policy'
import { AppError } from '@shared/errors'
import { devices as words } from '@shared/words/en/devices'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { WriteDb } from '../store/handles'
import type { Store } from '../store/open'
import { deviceCertificates, markDeviceCertificateRevoked } from '../store/queries/deviceCertificates'
import {
  type DeviceRow,
  deleteSubscriptionsOf,
  deviceByClientId,
  deviceById,
  deviceView,
  deviceViews,
  noteDeviceSeen,
  removeDevice,
  servedDevices,
  setDeviceState,
  updateDevice,
} from '../store/queries/devices'
import { appendAudit } from '../store/queries/events'
import { decideRequest, pendingOf } from '../store/queries/requests'
import type { DeviceTokenRow } from '../store/queries/tokens'
import type { ClientActivity } from './activity'
import { createDeviceView } from './deviceView'
import type { DeviceLimits } from './limits'
import { enterRegistration, type RegisterOutcome, type Registration, tokenActor } from './registration'

/** Whether the device of a call belongs to its token. */
export type OwnDevice =
  | { readonly kind: 'device'; readonly device: DeviceRow }
  | { readonly kind: 'not-registered' | 'other-token' | 'revoked' }

/** The devices of the site beside its chargers. */
export interface Devices {
  /** Registers a device with a token, in whose name it is audited. On disk when this resolves. */
  register(token: DeviceTokenRow, registration: Registration, remoteAddress: string): Promise<RegisterOutcome>
  /** Takes a device out of service at its own wish; it may register again. */
  unregister(token: DeviceTokenRow, clientId: string): Promise<'unregistered' | Exclude<OwnDevice['kind'], 'device'>>
  /** The device of a call, where it is one that this token registered. */
  own(token: DeviceTokenRow, clientId: string): OwnDevice
  /** @throws AppError UNKNOWN_DEVICE */
  update(actor: string, deviceId: number, change: { label?: string; policy?: DevicePolicy }): Promise<Device>
  /** @throws AppError UNKNOWN_DEVICE */
  revoke(actor: string, deviceId: number, reason: RevocationReason): Promise<{ kind: 'revoked' | 'already-revoked' }>
  /**
   * Takes a device off the list that is not served any more. What is known of its certificates stays, and revoked; its
   * name is free. @throws AppError UNKNOWN_DEVICE
   */
  remove(actor: string, deviceId: number): Promise<{ kind: 'removed' | 'in-service' }>
  /** But for those that were taken off it. */
  list(): Device[]
  byId(deviceId: number): Device | undefined
  /** How many messages each device that is served published in the last minute, by its number. */
  rates(): ReadonlyMap<number, number>
  /** It called, came or went. Written down at most once a minute, lazily. */
  seen(clientId: string, remoteAddress: string): void
  /** Told of clients that must not go on as they are. @returns a function that ends the subscription */
  onChanged(listener: (clientId: string, why: 'deleted' | 'policy') => void): () => void
  /** Tells those listeners. */
  changed(clientId: string, why: 'deleted' | 'policy'): void
  /** Tells them of devices whose certificates were revoked together. */
  cut(clientIds: Iterable<string>): void
}

export interface DevicesDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly limits: DeviceLimits
  readonly activity: ClientActivity
}

/** Times of last call are written down at most this often, in milliseconds. */
const SEEN_NOTED_MS = 60_000

export function createDevices({ store, clock, changes, limits, activity }: DevicesDeps): Devices {
  const { read, writer } = store
  const listeners = new Set<(clientId: string, why: 'deleted' | 'policy') => void>()
  const noted = new Map<string, number>()
  const toDevice = createDeviceView(activity)

  const changed: Devices['changed'] = (clientId, why) => {
    for (const listener of listeners) listener(clientId, why)
  }
  const tell = (device: Pick<DeviceRow, 'id'>, requestIds: readonly number[] = []) => {
    changes.emit('device', device.id)
    for (const requestId of requestIds) changes.emit('request', requestId)
    changes.emit('audit', 0)
  }
  const existing = (deviceId: number): DeviceRow => {
    const row = deviceById(read, deviceId)
    if (!row || row.removed_at !== null) throw new AppError('UNKNOWN_DEVICE')
    return row
  }
  /** Ends all that a device was given, and turns down what it asks for. @returns the numbers of those requests */
  const endAll = (
    db: WriteDb,
    device: DeviceRow,
    { at, by, reason, why }: { at: number; by: string; reason: RevocationReason; why: string },
  ): number[] => {
    const pending = pendingOf(db, { kind: 'device', id: device.id })
    for (const { id, severity } of pending) {
      decideRequest(db, id, { status: 'rejected', severity, at, by, reason: why })
    }
    for (const { id } of deviceCertificates(db, device.id, 0)) {
      markDeviceCertificateRevoked(db, id, { at, reason, by })
    }
    deleteSubscriptionsOf(db, device.id)
    return pending.map(({ id }) => id)
  }

  const own: Devices['own'] = (token, clientId) => {
    const device = deviceByClientId(read, clientId)
    if (!device || device.state === 'gone') return { kind: 'not-registered' }
    if (device.token_id !== token.id) return { kind: 'other-token' }
    return device.state === 'revoked' ? { kind: 'revoked' } : { kind: 'device', device }
  }

  return {
    async register(token, registration, remoteAddress) {
      if (!isClientId(registration.clientId)) return { kind: 'bad-client-id' }
      const at = clock()
      const { outcome, reopened } = await writer.write((db) =>
        enterRegistration(db, { token, registration, remoteAddress, at, limits }),
      )
      if (outcome.kind === 'registered') {
        tell(outcome.device, reopened)
        changes.emit('deviceToken', 0)
      }
      return outcome
    },

    own,

    async unregister(token, clientId) {
      const found = own(token, clientId)
      if (found.kind !== 'device') return found.kind
      const { device } = found
      const at = clock()
      const requestIds = await writer.write((db) => {
        // Sent away by the manager in the meantime, it must not become one that may come back.
        const state = deviceById(db, device.id)?.state
        if (state === 'revoked' || state === 'gone') return state
        const by = tokenActor(token)
        const ended = endAll(db, device, { at, by, reason: 'cessationOfOperation', why: words.unregistered })
        setDeviceState(db, device.id, 'gone')
        appendAudit(db, { at, actor: tokenActor(token), action: 'device-unregistered', subject: clientId, detail: {} })
        return ended
      })
      if (requestIds === 'gone') return 'not-registered'
      if (requestIds === 'revoked') return 'revoked'
      changed(clientId, 'deleted')
      tell(device, requestIds)
      changes.emit('certificate', 0)
      return 'unregistered'
    },

    async update(actor, deviceId, change) {
      existing(deviceId)
      const at = clock()
      // Compared with what is there when it is written: a name given at the same moment must not bring old rights back.
      const done = await writer.write((db) => {
        const row = deviceById(db, deviceId)
        if (!row) return null
        const label = change.label ?? row.label
        const policy = change.policy === undefined ? row.policy : JSON.stringify(change.policy)
        const detail = {
          ...(label === row.label ? {} : { label: [row.label, label] }),
          ...(policy === row.policy ? {} : { policy: [row.policy, policy] }),
        }
        if (Object.keys(detail).length === 0) return null
        updateDevice(db, deviceId, { label, policy })
        appendAudit(db, { at, actor, action: 'device-changed', subject: row.client_id, detail })
        return { row, policyChanged: policy !== row.policy }
      })
      if (done?.policyChanged) changed(done.row.client_id, 'policy')
      if (done) tell(done.row)
      const view = deviceView(read, deviceId)
      if (!view) throw new AppError('UNKNOWN_DEVICE')
      return toDevice(view)
    },

    async revoke(actor, deviceId, reason) {
      const row = existing(deviceId)
      const at = clock()
      const done = await writer.write((db) => {
        if (deviceById(db, deviceId)?.state === 'revoked') return null
        const ended = endAll(db, row, { at, by: actor, reason, why: words.revoked })
        setDeviceState(db, deviceId, 'revoked')
        appendAudit(db, { at, actor, action: 'device-revoked', subject: row.client_id, detail: { reason } })
        return ended
      })
      if (!done) return { kind: 'already-revoked' }
      changed(row.client_id, 'deleted')
      tell(row, done)
      changes.emit('certificate', 0)
      return { kind: 'revoked' }
    },

    async remove(actor, deviceId) {
      existing(deviceId)
      const at = clock()
      const removed = await writer.write((db) => {
        const row = deviceById(db, deviceId)
        if (!row || row.removed_at !== null) throw new AppError('UNKNOWN_DEVICE')
        if (row.state !== 'revoked' && row.state !== 'gone') return null
        removeDevice(db, deviceId, at)
        appendAudit(db, { at, actor, action: 'device-removed', subject: row.client_id, detail: {} })
        return row
      })
      if (!removed) return { kind: 'in-service' }
      changed(removed.client_id, 'deleted')
      tell(removed)
      return { kind: 'removed' }
    },

    list: () => deviceViews(read).map(toDevice),
    rates: () => new Map(servedDevices(read).map((row) => [row.id, activity.messagesPerMinute(row.client_id)])),
    byId(deviceId) {
      const row = deviceView(read, deviceId)
      return row && toDevice(row)
    },

    seen(clientId, remoteAddress) {
      const now = clock()
      if (now - (noted.get(clientId) ?? 0) < SEEN_NOTED_MS) return
      const row = deviceByClientId(read, clientId)
      if (!row) return
      noted.set(clientId, now)
      writer.writeSoon((db) => noteDeviceSeen(db, row.id, now, remoteAddress), {
        afterCommit: () => changes.emit('device', row.id),
      })
    },

    cut(clientIds) {
      for (const clientId of clientIds) changed(clientId, 'deleted')
    },

    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed,
  }
}
