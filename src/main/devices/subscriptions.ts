import type { Clock } from '../clock'
import type { Store } from '../store/open'
import {
  type DeviceRow,
  deleteSubscription,
  putSubscription,
  type SubscriptionRow,
  subscriptions,
  subscriptionsOf,
} from '../store/queries/devices'
import type { DeviceLimits } from './limits'

/** `push`: what happens; `event`: the state, for a time. */
export type SubscriptionKind = SubscriptionRow['kind']

/** Stands for the stations and devices that come and go. */
export const REGISTRY = 'devices'

export type SubscribeOutcome = 'subscribed' | 'already-subscribed' | 'unknown-target' | 'too-many-subscriptions'

/** What devices asked over HTTPS to be told of; it comes over MQTT. */
export interface Subscriptions {
  /** `forMs`: how long; null for ever. An event asked for again lasts from now on. */
  subscribe(device: DeviceRow, kind: SubscriptionKind, target: string, forMs: number | null): Promise<SubscribeOutcome>
  /** @returns false when there was none */
  unsubscribe(device: DeviceRow, kind: SubscriptionKind, target: string): Promise<boolean>
  /** What a device is told of. */
  of(device: DeviceRow, kind: SubscriptionKind): string[]
  /** The clients that are to be told about a target, from memory. */
  clientsFor(kind: SubscriptionKind, target: string): readonly string[]
  /** Whether anybody is to be told of anything. */
  any(): boolean
  /** Told when a client has subscribed to something, or ended that. @returns a function that ends it */
  onChanged(listener: (clientId: string, kind: SubscriptionKind, target: string) => void): () => void
}

export function createSubscriptions(deps: {
  readonly store: Store
  readonly clock: Clock
  /** Whether there is such a station or device. */
  readonly isTarget: (name: string) => boolean
  readonly limits: Pick<DeviceLimits, 'subscriptionsPerDevice'>
  /** Told whenever devices change: their subscriptions may have gone. */
  readonly onDevices: (listener: () => void) => () => void
}): Subscriptions {
  const { store, clock, isTarget, limits } = deps
  const { read, writer } = store
  let remembered: Map<string, { clientId: string; endsAt: number | null }[]> | null = null
  const forget = () => {
    remembered = null
  }
  deps.onDevices(forget)
  const listeners = new Set<(clientId: string, kind: SubscriptionKind, target: string) => void>()
  const tell = (device: DeviceRow, kind: SubscriptionKind, target: string) => {
    forget()
    for (const listener of listeners) listener(device.client_id, kind, target)
  }
  const key = (kind: SubscriptionKind, target: string) => `${kind} ${target}`
  const all = () => {
    if (remembered) return remembered
    const map = new Map<string, { clientId: string; endsAt: number | null }[]>()
    for (const { kind, target, client_id: clientId, ends_at: endsAt } of subscriptions(read)) {
      const entries = map.get(key(kind, target)) ?? []
      entries.push({ clientId, endsAt })
      map.set(key(kind, target), entries)
    }
    remembered = map
    return map
  }

  return {
    async subscribe(device, kind, target, forMs) {
      if (target !== REGISTRY && !isTarget(target)) return 'unknown-target'
      const at = clock()
      const outcome = await writer.write((db): SubscribeOutcome => {
        const now = subscriptionsOf(db, device.id, at)
        const has = now.some((row) => row.kind === kind && row.target === target)
        if (has && forMs === null) return 'already-subscribed'
        if (!has && now.length >= limits.subscriptionsPerDevice) return 'too-many-subscriptions'
        putSubscription(db, { device_id: device.id, kind, target, ends_at: forMs === null ? null : at + forMs })
        return 'subscribed'
      })
      tell(device, kind, target)
      return outcome
    },
    async unsubscribe(device, kind, target) {
      const done = await writer.write((db) => deleteSubscription(db, { device_id: device.id, kind, target }))
      tell(device, kind, target)
      return done
    },
    of: (device, kind) =>
      subscriptionsOf(read, device.id, clock())
        .filter((row) => row.kind === kind)
        .map((row) => row.target),
    clientsFor(kind, target) {
      const now = clock()
      return (all().get(key(kind, target)) ?? [])
        .filter(({ endsAt }) => endsAt === null || endsAt > now)
        .map(({ clientId }) => clientId)
    },
    any: () => all().size > 0,
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
