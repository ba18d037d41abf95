import { type PushMessage, SITE_TOPICS } from '@shared/devices/pushMessage'
import { covers } from '@shared/devices/topics'
import type { Devices } from '../devices'
import type { Subscriptions } from '../subscriptions'
import { isServed } from './standings'

export interface AudienceDeps {
  readonly devices: Pick<Devices, 'list'>
  readonly subscriptions: Pick<Subscriptions, 'clientsFor' | 'any'>
  readonly publish: (message: { topic: string; payload: string; qos: 0 | 1; retain: boolean }) => Promise<void>
  /** Whether Home Assistant is to find the chargers by itself. */
  readonly homeAssistant: boolean
  readonly onFailure: (error: unknown) => void
}

/** Messages by which Home Assistant finds a charger, as text, by topic. */
export type Discovery = ReadonlyMap<string, string>

/** Those who are told: the clients that subscribed to something, and whoever reads the topics of the site itself. */
export interface Audience {
  /** Whether there is anybody. */
  isThere(): boolean
  /** Whether somebody may read the topics of the site, as was found when it was looked at last. */
  readsSite(): boolean
  /** Looks again who may. @returns whether somebody may from now on, while nobody might before */
  lookAgain(): boolean
  /** Tells those who subscribed to it, and the site's topics. */
  tell(kind: 'push' | 'event', target: string, message: PushMessage): void
  /** Tells one client alone. */
  tellOne(clientId: string, message: PushMessage): void
  /** Tells the site's topics; a state is retained there for whoever comes later. */
  tellSite(message: PushMessage): void
  /** Tells Home Assistant what is new, and takes back what is no more. */
  discover(now: Discovery, before?: Discovery): void
  /** Takes back what is retained on a topic. */
  clear(topic: string): void
}

export function createAudience({ devices, subscriptions, publish, homeAssistant, onFailure }: AudienceDeps): Audience {
  const send = (topic: string, payload: string, retain = false) =>
    publish({ topic, payload, qos: 1, retain }).catch(onFailure)
  const clear = (topic: string) => send(topic, '', true)

  const mayReadSite = () =>
    homeAssistant ||
    devices
      .list()
      .some(
        (device) =>
          isServed(device) &&
          device.policy.read.some((filter) => covers(filter, SITE_TOPICS.news) || filter.startsWith('site/')),
      )
  let readsSite = mayReadSite()

  const tellOne = (clientId: string, message: PushMessage) =>
    send(`app/clients/${clientId}/push`, JSON.stringify(message))
  const tellSite = (message: PushMessage) => {
    const isState = message.pushType === 'DEVICE_STATUS'
    send(isState ? SITE_TOPICS.state(message.deviceId) : SITE_TOPICS.news, JSON.stringify(message), isState)
  }

  return {
    isThere: () => readsSite || subscriptions.any(),
    readsSite: () => readsSite,
    lookAgain() {
      const before = readsSite
      readsSite = mayReadSite()
      return readsSite && !before
    },
    tell(kind, target, message) {
      for (const clientId of subscriptions.clientsFor(kind, target)) tellOne(clientId, message)
      if (readsSite) tellSite(message)
    },
    tellOne,
    tellSite,
    discover(now, before = new Map()) {
      for (const topic of before.keys()) if (!now.has(topic)) clear(topic)
      for (const [topic, config] of now) if (before.get(topic) !== config) send(topic, config, true)
    },
    clear,
  }
}
