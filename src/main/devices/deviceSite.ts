import type { DevicesAtDesk } from '../ca/owner'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { createGuesses, GUESS_LIMITS, type Guesses, type GuessLimits } from '../secrets/guesses'
import type { Store } from '../store/open'
import { deviceByClientId, isStationName, stationOfCertificate } from '../store/queries/devices'
import { type DeviceTokenRow, deviceTokenById } from '../store/queries/tokens'
import type { ClientActivity } from './activity'
import { createDeviceAccess } from './admission'
import { createDevicesAtDesk } from './atDesk'
import type { ClientStanding } from './broker/broker'
import type { DeviceAccess } from './deviceAccess'
import { createDevices, type Devices } from './devices'
import { createDeviceTokens, type DeviceTokens } from './deviceTokens'
import { createEnrolment, type DeskForDevices, type Enrolment } from './enrolment'
import { DEVICE_LIMITS, type DeviceLimits } from './limits'
import { createProvisioning, type Provisioning } from './provisioning'
import { createDeviceRecords } from './records'
import { createSubscriptions, type Subscriptions } from './subscriptions'

/** What is asked of a running broker. */
export interface ConsoleBroker extends ClientActivity {
  standing(clientId: string): ClientStanding
  publish(message: { readonly topic: string; readonly payload: string; readonly retain?: boolean }): Promise<void>
  /** Hears what is published under a filter, by whomever. @returns a function that ends it */
  watch(filter: string, listener: (message: { topic: string; payload: Buffer; retain: boolean }) => void): () => void
}

/** All that the site knows of devices, and how they come in. */
export interface DeviceSite {
  readonly devices: Devices
  readonly tokens: DeviceTokens
  readonly enrolment: Enrolment
  readonly provisioning: Provisioning
  readonly subscriptions: Subscriptions
  /** What the broker asks. */
  readonly access: DeviceAccess
  readonly guesses: Guesses
  readonly limits: DeviceLimits
  readonly clock: Clock
  /** The token that a client registered with, unless the client is not served any more. */
  tokenOfClient(clientId: string): DeviceTokenRow | null
  /** @throws AppError NOT_SET_UP */
  rootPem(): string
  /** The broker, once it runs; null before. */
  broker(): ConsoleBroker | null
  /** Takes the broker that runs from now on. */
  attach(broker: ConsoleBroker): void
}

export interface DeviceSiteDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly onFailure: (error: unknown) => void
  readonly rootPem: () => string
  /** The desk, which is made after this. */
  readonly desk: () => DeskForDevices
  readonly limits?: Partial<DeviceLimits>
  readonly guessLimits?: Partial<GuessLimits>
}

/** Opens what the site knows of devices, with what the request desk asks of it. */
export function createDeviceSite(deps: DeviceSiteDeps): DeviceSite & { readonly atDesk: DevicesAtDesk } {
  const { store, clock, changes, onFailure } = deps
  const isStation = (name: string) => isStationName(store.read, name)
  const limits = { ...DEVICE_LIMITS, ...deps.limits }
  let broker: ConsoleBroker | null = null
  const activity: ClientActivity = {
    isConnected: (clientId) => broker?.isConnected(clientId) ?? false,
    messagesPerMinute: (clientId) => broker?.messagesPerMinute(clientId) ?? 0,
  }
  const devices = createDevices({ store, clock, changes, limits, activity })
  const enrolment = createEnrolment({
    store,
    clock,
    changes,
    devices,
    desk: { receive: (request) => deps.desk().receive(request) },
    limits,
  })
  return {
    devices,
    tokens: createDeviceTokens({ store, clock, changes, limits, onFailure }),
    enrolment,
    provisioning: createProvisioning({ devices, enrolment }),
    subscriptions: createSubscriptions({
      store,
      clock,
      isTarget: (name) => isStation(name) || deviceByClientId(store.read, name) !== undefined,
      limits,
      onDevices: (listener) => changes.on('device', listener),
    }),
    access: createDeviceAccess({
      records: createDeviceRecords(store.read, changes, devices),
      clock,
      stationWithCertificate: (serialNumber) => stationOfCertificate(store.read, serialNumber),
    }),
    guesses: createGuesses(clock, { ...GUESS_LIMITS, ...deps.guessLimits }),
    limits,
    clock,
    tokenOfClient(clientId) {
      const device = deviceByClientId(store.read, clientId)
      if (!device || device.state === 'revoked' || device.state === 'gone') return null
      return deviceTokenById(store.read, device.token_id) ?? null
    },
    rootPem: deps.rootPem,
    broker: () => broker,
    attach(running) {
      broker = running
    },
    atDesk: createDevicesAtDesk({ store, changes, limits, activity }),
  }
}
