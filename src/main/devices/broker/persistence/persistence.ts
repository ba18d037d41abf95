import { Readable } from 'node:stream'
import type { Store } from '../../../store/open'
import {
  brokerIncoming,
  brokerWills,
  deleteBrokerIncoming,
  deleteBrokerIncomingOf,
  deleteBrokerWill,
  insertBrokerIncoming,
  saveBrokerWill,
} from '../../../store/queries/broker'
import type { BrokerLimits } from '../limits'
import { createJournal, type Journal } from './journal'
import { createOutgoingQueues, type OutgoingQueues } from './outgoing'
import { type BrokerPacket, bytesOf, type SessionClient } from './packet'
import { createRetainedMessages, type RetainedMessages } from './retained'
import {
  createStoredSubscriptions,
  type MatchedSubscription,
  type StoredSubscriptions,
  type Subscription,
} from './subscriptions'

/** What is needed of aedes. */
interface Broker {
  readonly id: string
  readonly clients?: Readonly<Record<string, { readonly closed: boolean; readonly will: object | null } | undefined>>
}

export interface PersistenceOptions {
  readonly store: Store
  readonly limits: BrokerLimits
  /** Whether a session may keep this subscription. */
  readonly mayKeep: (client: SessionClient, filter: string) => boolean
  /** Whether a session may still leave a will on this topic, whose client did not come back to this run of the program. */
  readonly mayLeave: (clientId: string, topic: string) => boolean
  /** A message was dropped because too many wait for the client. */
  readonly onDropped: (clientId: string) => void
}

type Incoming = Map<number, BrokerPacket>

/**
 * What aedes asks of a persistence, on the site's database: all of it is in memory too, within limits, so that reading
 * costs nothing, and what is written is on disk when the promise resolves ("acknowledged is stored").
 */
export class SitePersistence {
  readonly retained: RetainedMessages
  readonly outgoing: OutgoingQueues
  readonly subscriptions: StoredSubscriptions
  readonly #journal: Journal
  readonly #options: PersistenceOptions
  readonly #incoming = new Map<string, Incoming>()
  readonly #wills = new Map<string, BrokerPacket>()
  /** Packets of subscriptions that are on their way to the disk. */
  readonly #adding = new WeakMap<readonly Subscription[], { clientId: string; stored: Promise<void> }>()
  #broker: Broker | null = null
  #destroyed = false

  constructor(options: PersistenceOptions) {
    const { store, limits, onDropped } = options
    this.#options = options
    this.#journal = createJournal(store)
    this.retained = createRetainedMessages({ store, journal: this.#journal, limits })
    this.outgoing = createOutgoingQueues({ store, journal: this.#journal, limits, onDropped })
    this.subscriptions = createStoredSubscriptions(store, this.#journal)
    for (const { client_id: clientId, message_id: messageId } of brokerIncoming(store.read)) {
      const packet: BrokerPacket = { cmd: 'publish', topic: '', payload: '', qos: 2, retain: false, messageId }
      this.#incomingOf(clientId).set(messageId, packet)
    }
    for (const row of brokerWills(store.read)) {
      this.#wills.set(row.client_id, {
        brokerId: row.broker_id,
        clientId: row.client_id,
        topic: row.topic,
        payload: row.payload,
        qos: row.qos,
        retain: row.retain === 1,
      })
    }
  }

  get broker(): Broker {
    if (!this.#broker) throw new TypeError('no broker yet')
    return this.#broker
  }

  async setup(broker: Broker): Promise<void> {
    this.#broker = broker
  }

  async storeRetained(packet: BrokerPacket): Promise<void> {
    await this.retained.store(packet)
  }

  createRetainedStream(pattern: string): Readable {
    return this.createRetainedStreamCombi([pattern])
  }

  createRetainedStreamCombi(patterns: readonly string[]): Readable {
    return Readable.from(this.retained.matching(patterns))
  }

  async addSubscriptions(client: SessionClient, subscriptions: readonly Subscription[]): Promise<void> {
    // aedes calls this for each filter of a packet, and with all of them: they are stored once.
    const before = this.#adding.get(subscriptions)
    if (before?.clientId === client.id) return before.stored
    // The refused ones are among them as well, and which they are is known when each was asked about: at the end of this turn.
    const stored = Promise.resolve().then(() => {
      const kept = subscriptions.filter(({ topic }) => this.#options.mayKeep(client, topic))
      return this.subscriptions.add(client.id, kept)
    })
    this.#adding.set(subscriptions, { clientId: client.id, stored })
    try {
      await stored
    } finally {
      this.#adding.delete(subscriptions)
    }
  }

  async removeSubscriptions(client: SessionClient, topics: readonly string[]): Promise<void> {
    await this.subscriptions.remove(client.id, topics)
  }

  async subscriptionsByClient(client: SessionClient): Promise<Subscription[]> {
    return this.subscriptions.of(client.id)
  }

  async countOffline(): Promise<{ subsCount: number; clientsCount: number }> {
    const { subscriptions, clients } = this.subscriptions.count()
    return { subsCount: subscriptions, clientsCount: clients }
  }

  async subscriptionsByTopic(topic: string): Promise<MatchedSubscription[]> {
    return this.subscriptions.matching(topic)
  }

  /** The session ends: all that was kept for it goes [MQTT-3.1.2-6]. */
  async cleanSubscriptions(client: SessionClient): Promise<void> {
    this.outgoing.drop(client.id)
    await this.subscriptions.drop(client.id)
  }

  async outgoingEnqueue(to: { readonly clientId: string }, packet: BrokerPacket): Promise<void> {
    await this.outgoing.enqueue(to.clientId, packet, 1)
  }

  /** One copy a client, however many of its subscriptions match, with the best QoS of them [MQTT-3.3.5-1]. */
  outgoingEnqueueCombi(
    to: readonly { readonly clientId: string; readonly qos?: 0 | 1 | 2 }[],
    packet: BrokerPacket,
  ): Promise<unknown> {
    // A retained one before it on the same topic may still be under way to the disk: this one does not overtake it.
    if (to.length === 0) return this.retained.settled(packet.topic)
    const clients = new Map<string, { copies: number; qos: 0 | 1 | 2 }>()
    for (const { clientId, qos = packet.qos } of to) {
      const before = clients.get(clientId)
      const best = before && before.qos > qos ? before.qos : qos
      clients.set(clientId, { copies: (before?.copies ?? 0) + 1, qos: best })
    }
    const stored = [...clients].map(([clientId, { copies, qos }]) =>
      this.outgoing.enqueue(clientId, qos < packet.qos ? { ...packet, qos } : packet, copies),
    )
    return stored.length === 1 && stored[0] ? stored[0] : Promise.all(stored)
  }

  async outgoingUpdate(client: SessionClient, packet: BrokerPacket): Promise<void> {
    if (!(await this.outgoing.update(client.id, packet))) throw new Error('no such packet')
  }

  async outgoingClearMessageId(client: SessionClient, packet: BrokerPacket): Promise<BrokerPacket | undefined> {
    return this.outgoing.settle(client.id, packet)
  }

  outgoingStream(client: SessionClient): Readable {
    return Readable.from(this.#waiting(client))
  }

  /** What waits for a client, no faster than it reads. */
  async *#waiting(client: SessionClient): AsyncGenerator<BrokerPacket> {
    const { conn } = client
    for (const { packet, sent } of this.outgoing.waiting(client.id)) {
      if (conn && conn.writableLength > this.#options.limits.unsentBytes / 4)
        await drained(conn, this.#options.limits.drainMs)
      // [MQTT-3.3.1-1]
      if (conn && sent && packet.cmd === 'publish') packet.dup = true
      yield packet
    }
  }

  async incomingStorePacket(client: SessionClient, packet: BrokerPacket): Promise<void> {
    const { messageId } = packet
    if (messageId == null) throw new TypeError('a message with QoS 2 has a number')
    const { cmd, topic, payload, qos, retain, dup } = packet
    this.#incomingOf(client.id).set(messageId, { cmd, topic, payload, qos, retain, dup, messageId })
    await this.#journal.write((db) => insertBrokerIncoming(db, { client_id: client.id, message_id: messageId }))
  }

  /** Whether a message with QoS 2 was taken whose number the client has not released. */
  hasIncoming(clientId: string, messageId: number | null | undefined): boolean {
    return messageId != null && (this.#incoming.get(clientId)?.has(messageId) ?? false)
  }

  incomingCount(clientId: string): number {
    return this.#incoming.get(clientId)?.size ?? 0
  }

  async incomingGetPacket(client: SessionClient, packet: BrokerPacket): Promise<BrokerPacket> {
    const found = packet.messageId == null ? undefined : this.#incoming.get(client.id)?.get(packet.messageId)
    if (!found) throw new Error('no such packet')
    return found
  }

  async incomingDelPacket(client: SessionClient, packet: BrokerPacket): Promise<void> {
    const { messageId } = packet
    const incoming = this.#incoming.get(client.id)
    if (messageId == null || !incoming?.delete(messageId)) throw new Error('no such packet')
    if (incoming.size === 0) this.#incoming.delete(client.id)
    await this.#journal.write((db) => deleteBrokerIncoming(db, { client_id: client.id, message_id: messageId }))
  }

  async cleanIncoming(client: SessionClient): Promise<void> {
    if (!this.#incoming.delete(client.id)) return
    await this.#journal.write((db) => deleteBrokerIncomingOf(db, client.id))
  }

  async putWill(client: SessionClient, packet: BrokerPacket): Promise<void> {
    packet.brokerId = this.broker.id
    packet.clientId = client.id
    this.#wills.set(client.id, packet)
    await this.#journal.write((db) =>
      saveBrokerWill(db, {
        client_id: client.id,
        broker_id: this.broker.id,
        topic: packet.topic,
        qos: packet.qos,
        retain: packet.retain ? 1 : 0,
        payload: bytesOf(packet.payload),
      }),
    )
  }

  async getWill(client: SessionClient): Promise<BrokerPacket | undefined> {
    return this.#wills.get(client.id)
  }

  async delWill(client: SessionClient): Promise<BrokerPacket | undefined> {
    const will = this.#wills.get(client.id)
    if (!will) return undefined
    // When another connection took over the client's name, the one before clears up only now: this will is not its.
    const connected = this.broker.clients?.[client.id]
    if (connected && (connected as object) !== client && !connected.closed && connected.will === will) return undefined
    this.#wills.delete(client.id)
    await this.#journal.write((db) => deleteBrokerWill(db, client.id))
    return will
  }

  /** Wills of clients that were connected to brokers other than these: to a run of this program that was cut short. */
  streamWill(brokers: Readonly<Record<string, unknown>> = {}): Readable {
    return Readable.from(this.#dueWills(brokers))
  }

  async *#dueWills(brokers: Readonly<Record<string, unknown>>): AsyncGenerator<BrokerPacket> {
    for (const [clientId, will] of [...this.#wills]) {
      // Also when this computer slept for so long that this very run seems to be over.
      const isConnected = this.broker.clients?.[clientId]?.closed === false
      if (isConnected || brokers[will.brokerId ?? ''] !== undefined) continue
      // aedes would stop at a refused one, and try it again for ever.
      if (this.#options.mayLeave(clientId, will.topic)) yield will
      else await this.delWill({ id: clientId })
    }
  }

  /** Clients of whom anything is kept. */
  names(): ReadonlySet<string> {
    return new Set([
      ...this.subscriptions.clients(),
      ...this.outgoing.clients(),
      ...this.#incoming.keys(),
      ...this.#wills.keys(),
    ])
  }

  getClientList(topic: string): Readable {
    return Readable.from(this.subscriptions.clientsOf(topic))
  }

  /** Forgets the session of a client that is no more. */
  async forget(clientId: string): Promise<void> {
    const client = { id: clientId }
    await Promise.all([this.cleanSubscriptions(client), this.cleanIncoming(client), this.delWill(client)])
  }

  async destroy(): Promise<void> {
    if (this.#destroyed) throw new Error('destroyed twice')
    this.#destroyed = true
  }

  #incomingOf(clientId: string): Incoming {
    let incoming = this.#incoming.get(clientId)
    if (!incoming) {
      incoming = new Map()
      this.#incoming.set(clientId, incoming)
    }
    return incoming
  }
}

/** Resolves when a connection has room again, or has ended; it is ended when it takes too long. */
function drained(conn: NonNullable<SessionClient['conn']>, withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (conn.destroyed) return resolve()
    const timer = setTimeout(() => conn.destroy(), withinMs)
    const done = () => {
      clearTimeout(timer)
      conn.off('drain', done)
      conn.off('close', done)
      resolve()
    }
    conn.once('drain', done)
    conn.once('close', done)
  })
}
