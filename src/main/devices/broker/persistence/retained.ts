import { covers } from '@shared/devices/topics'
import type { Store } from '../../../store/open'
import { brokerRetained, deleteBrokerRetained, saveBrokerRetained } from '../../../store/queries/broker'
import type { BrokerLimits } from '../limits'
import type { Journal } from './journal'
import { type BrokerPacket, bytesOf } from './packet'

interface Kept {
  readonly packet: BrokerPacket
  /** Who has published it; null for this program. */
  readonly clientId: string | null
  readonly bytes: number
}

/** The last retained message of each topic: in memory, and on disk before its publisher is told so. */
export interface RetainedMessages {
  /** An empty payload removes it. Counts as that of the client whose id is in the packet. */
  store(packet: BrokerPacket): Promise<void>
  /** Whether the client may fill this topic, beside those it has filled. */
  hasRoom(clientId: string, topic: string, bytes: number): boolean
  matching(patterns: readonly string[]): Iterable<BrokerPacket>
  /** Topics that this program itself has filled. */
  ownTopics(): string[]
  /** Forgets what clients have left who are no more. */
  forgetOf(isGone: (clientId: string) => boolean): Promise<void>
  /** Resolves when what was stored last for the topic is on disk; at once when nothing is under way. */
  settled(topic: string): Promise<void>
  readonly size: number
}

export function createRetainedMessages(deps: {
  readonly store: Store
  readonly journal: Journal
  readonly limits: BrokerLimits
}): RetainedMessages {
  const { store, journal, limits } = deps
  const kept = new Map<string, Kept>()
  const perClient = new Map<string, number>()
  const underWay = new Map<string, Promise<void>>()
  let bytes = 0

  const count = (clientId: string | null, by: 1 | -1) => {
    if (clientId === null) return
    const now = (perClient.get(clientId) ?? 0) + by
    if (now > 0) perClient.set(clientId, now)
    else perClient.delete(clientId)
  }
  const remove = (topic: string) => {
    const before = kept.get(topic)
    if (!before) return
    kept.delete(topic)
    bytes -= before.bytes
    count(before.clientId, -1)
  }
  const put = (topic: string, entry: Kept) => {
    remove(topic)
    kept.set(topic, entry)
    bytes += entry.bytes
    count(entry.clientId, 1)
  }
  const sizeOf = (packet: BrokerPacket) => packet.topic.length + bytesOf(packet.payload).length

  for (const { topic, client_id: clientId, qos, payload } of brokerRetained(store.read)) {
    const packet: BrokerPacket = { cmd: 'publish', topic, payload, qos, retain: true }
    put(topic, { packet, clientId, bytes: sizeOf(packet) })
  }

  return {
    store(given) {
      // A copy: whoever published it may go on using it.
      const packet = { ...given }
      const { topic, qos } = packet
      const payload = bytesOf(packet.payload)
      const clientId = given.clientId ?? null
      if (payload.length === 0) remove(topic)
      else put(topic, { packet, clientId, bytes: sizeOf(packet) })
      const stored = journal.write((db) => {
        if (payload.length === 0) deleteBrokerRetained(db, topic)
        else saveBrokerRetained(db, { topic, client_id: clientId, qos, payload })
      })
      underWay.set(topic, stored)
      const done = () => {
        if (underWay.get(topic) === stored) underWay.delete(topic)
      }
      stored.then(done, done)
      return stored
    },

    hasRoom(clientId, topic, size) {
      const before = kept.get(topic)
      if (bytes - (before?.bytes ?? 0) + size > limits.retainedBytes) return false
      if (!before && kept.size >= limits.retained) return false
      return before?.clientId === clientId || (perClient.get(clientId) ?? 0) < limits.retainedPerClient
    },

    *matching(patterns) {
      for (const { packet } of kept.values()) {
        if (patterns.some((pattern) => covers(pattern, packet.topic))) yield packet
      }
    },

    ownTopics: () => [...kept].flatMap(([topic, { clientId }]) => (clientId === null ? [topic] : [])),

    async forgetOf(isGone) {
      const gone = [...kept].flatMap(([topic, { clientId }]) => (clientId !== null && isGone(clientId) ? [topic] : []))
      if (gone.length === 0) return
      for (const topic of gone) remove(topic)
      await journal.write((db) => {
        for (const topic of gone) deleteBrokerRetained(db, topic)
      })
    },

    settled: (topic) => underWay.get(topic) ?? Promise.resolve(),

    get size() {
      return kept.size
    },
  }
}
