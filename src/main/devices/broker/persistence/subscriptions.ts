import type { Store } from '../../../store/open'
import { brokerSubscriptions, deleteBrokerSubscription, saveBrokerSubscription } from '../../../store/queries/broker'
import type { Journal } from './journal'
import { SubscriptionTrie } from './subscriptionTrie'

/** A subscription as aedes hands it over: QoS, and options of MQTT 5 that it keeps without using them all. */
export interface Subscription {
  readonly topic: string
  readonly qos: 0 | 1 | 2
  readonly rh?: number
  readonly rap?: boolean
  readonly nl?: boolean
  readonly subscriptionIdentifier?: number
}

export interface MatchedSubscription extends Omit<Subscription, 'subscriptionIdentifier'> {
  readonly clientId: string
}

/** The subscriptions of clients whose session outlives a connection: in memory, and on disk before they are acknowledged. */
export interface StoredSubscriptions {
  add(clientId: string, subscriptions: readonly Subscription[]): Promise<void>
  remove(clientId: string, topics: readonly string[]): Promise<void>
  of(clientId: string): Subscription[]
  /** Those with QoS 1 or 2 that a message on this topic waits for. */
  matching(topic: string): MatchedSubscription[]
  clientsOf(topic: string): string[]
  clients(): Iterable<string>
  drop(clientId: string): Promise<void>
  /** Subscriptions with QoS 1 or 2, and clients with any. */
  count(): { readonly subscriptions: number; readonly clients: number }
}

export function createStoredSubscriptions(store: Store, journal: Journal): StoredSubscriptions {
  const byClient = new Map<string, Map<string, Subscription>>()
  const waiting = new SubscriptionTrie<MatchedSubscription>()

  const put = (clientId: string, subscription: Subscription) => {
    let own = byClient.get(clientId)
    if (!own) {
      own = new Map()
      byClient.set(clientId, own)
    }
    const { topic, qos, rh, rap, nl } = subscription
    own.set(topic, subscription)
    if (qos > 0) waiting.set({ clientId, topic, qos, rh, rap, nl })
    else waiting.delete(clientId, topic)
  }
  const take = (clientId: string, topic: string): boolean => {
    const own = byClient.get(clientId)
    if (!own?.delete(topic)) return false
    waiting.delete(clientId, topic)
    if (own.size === 0) byClient.delete(clientId)
    return true
  }

  for (const row of brokerSubscriptions(store.read)) {
    put(row.client_id, { topic: row.topic, ...(JSON.parse(row.options) as Omit<Subscription, 'topic'>) })
  }

  return {
    async add(clientId, subscriptions) {
      if (subscriptions.length === 0) return
      const rows = subscriptions.map(({ topic, qos, rh, rap, nl, subscriptionIdentifier }) => {
        const options = {
          qos,
          rh,
          rap,
          nl,
          ...(subscriptionIdentifier === undefined ? {} : { subscriptionIdentifier }),
        }
        put(clientId, { topic, ...options })
        return { client_id: clientId, topic, options: JSON.stringify(options) }
      })
      await journal.write((db) => {
        for (const row of rows) saveBrokerSubscription(db, row)
      })
    },

    async remove(clientId, topics) {
      const gone = topics.filter((topic) => take(clientId, topic))
      if (gone.length === 0) return
      await journal.write((db) => {
        for (const topic of gone) deleteBrokerSubscription(db, clientId, topic)
      })
    },

    of: (clientId) => [...(byClient.get(clientId)?.values() ?? [])].map((subscription) => ({ ...subscription })),

    matching: (topic) => waiting.match(topic),

    clientsOf: (topic) => [...byClient].filter(([, own]) => own.has(topic)).map(([clientId]) => clientId),

    clients: () => byClient.keys(),

    drop(clientId) {
      return this.remove(clientId, [...(byClient.get(clientId)?.keys() ?? [])])
    },

    count: () => ({ subscriptions: waiting.size, clients: byClient.size }),
  }
}
