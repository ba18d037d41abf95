import type { Store } from '../../../store/open'
import {
  brokerOutgoing,
  lastBrokerOutgoing,
  releaseBrokerOutgoing,
  setBrokerMessageId,
} from '../../../store/queries/broker'
import type { BrokerLimits } from '../limits'
import type { Journal } from './journal'
import { type BrokerPacket, bytesOf } from './packet'

/** A message that waits for a client's word that it has it. */
interface Entry {
  readonly id: number
  readonly key: string
  packet: BrokerPacket
  readonly bytes: number
  /** How many subscriptions of the client it matched: aedes gives up as many but one of them when it delivers it. */
  copies: number
  /** Whether it went over the wire, and so may have arrived. */
  sent: boolean
}

interface Queue {
  /** In their order, by id. */
  readonly entries: Map<number, Entry>
  readonly byKey: Map<string, Entry>
  readonly byMessageId: Map<number, Entry>
  bytes: number
}

/**
 * The messages with QoS 1 and 2 that are kept for clients whose session outlives a connection. All of them are in memory
 * (they are bounded), and each is on disk before it is sent or its publisher is told that it was taken.
 */
export interface OutgoingQueues {
  /** @returns resolves when it is on disk; at once for one that found no room */
  enqueue(clientId: string, packet: BrokerPacket, copies: number): Promise<void>
  /**
   * Notes the number under which a message is sent, or that the client has it (`pubrel`).
   * @returns false when there is no such message
   */
  update(clientId: string, packet: BrokerPacket): Promise<boolean>
  /** The client has the message, or must not get it. @returns what was kept of it */
  settle(clientId: string, packet: BrokerPacket): BrokerPacket | undefined
  /** Copies of what waits, in its order, and whether each was sent before. */
  waiting(clientId: string): { readonly packet: BrokerPacket; readonly sent: boolean }[]
  count(clientId: string): number
  clients(): Iterable<string>
  /** Forgets all of a client. */
  drop(clientId: string): void
}

const keyOf = (packet: BrokerPacket) => `${packet.brokerId}:${packet.brokerCounter}`

export function createOutgoingQueues(deps: {
  readonly store: Store
  readonly journal: Journal
  readonly limits: BrokerLimits
  /** A message made room for newer ones, or found none itself. */
  readonly onDropped: (clientId: string) => void
}): OutgoingQueues {
  const { store, journal, limits, onDropped } = deps
  const queues = new Map<string, Queue>()
  let lastId = lastBrokerOutgoing(store.read)
  let bytesInAll = 0

  const queueOf = (clientId: string): Queue => {
    let queue = queues.get(clientId)
    if (!queue) {
      queue = { entries: new Map(), byKey: new Map(), byMessageId: new Map(), bytes: 0 }
      queues.set(clientId, queue)
    }
    return queue
  }

  const add = (queue: Queue, entry: Entry) => {
    queue.entries.set(entry.id, entry)
    queue.byKey.set(entry.key, entry)
    const { messageId } = entry.packet
    if (messageId != null) queue.byMessageId.set(messageId, entry)
    queue.bytes += entry.bytes
    bytesInAll += entry.bytes
  }

  const remove = (clientId: string, queue: Queue, entry: Entry) => {
    queue.entries.delete(entry.id)
    if (queue.byKey.get(entry.key) === entry) queue.byKey.delete(entry.key)
    const { messageId } = entry.packet
    if (messageId != null && queue.byMessageId.get(messageId) === entry) queue.byMessageId.delete(messageId)
    queue.bytes -= entry.bytes
    bytesInAll -= entry.bytes
    if (queue.entries.size === 0) queues.delete(clientId)
    journal.settled(entry.id)
  }

  const isFull = (queue: Queue, bytes: number) =>
    queue.entries.size >= limits.queuedMessages ||
    queue.bytes + bytes > limits.queuedBytes ||
    bytesInAll + bytes > limits.queuedBytesInAll

  /** Lets the oldest go that were not sent: the newest of a meter are worth more. @returns false when there is no room */
  const makeRoom = (clientId: string, queue: Queue, bytes: number): boolean => {
    if (!isFull(queue, bytes)) return true
    for (const entry of queue.entries.values()) {
      if (entry.sent) continue
      remove(clientId, queue, entry)
      onDropped(clientId)
      if (!isFull(queue, bytes)) return true
    }
    return false
  }

  for (const row of brokerOutgoing(store.read)) {
    const packet: BrokerPacket = row.released
      ? { cmd: 'pubrel', topic: '', payload: Buffer.alloc(0), qos: 1, retain: false }
      : {
          cmd: 'publish',
          topic: row.topic,
          payload: row.payload,
          qos: row.qos,
          retain: row.retain === 1,
          dup: false,
        }
    packet.brokerId = row.broker_id
    packet.brokerCounter = row.broker_counter
    packet.messageId = row.message_id ?? undefined
    const bytes = row.topic.length + row.payload.length
    const entry = { id: row.id, key: keyOf(packet), packet, bytes, copies: 1, sent: row.message_id !== null }
    add(queueOf(row.client_id), entry)
  }

  return {
    enqueue(clientId, packet, copies) {
      const queue = queueOf(clientId)
      const payload = bytesOf(packet.payload)
      const bytes = packet.topic.length + payload.length
      if (!makeRoom(clientId, queue, bytes)) {
        if (queue.entries.size === 0) queues.delete(clientId)
        onDropped(clientId)
        return Promise.resolve()
      }
      // Making room may have emptied the queue, and an empty one is forgotten.
      queues.set(clientId, queue)
      lastId += 1
      const { brokerId = '', brokerCounter = 0, topic, qos, retain } = packet
      add(queue, {
        id: lastId,
        key: keyOf(packet),
        packet: {
          cmd: 'publish',
          brokerId,
          brokerCounter,
          topic,
          payload: packet.payload,
          qos,
          retain,
          dup: false,
          messageId: undefined,
        },
        bytes,
        copies,
        sent: false,
      })
      return journal.queued({
        id: lastId,
        client_id: clientId,
        broker_id: brokerId,
        broker_counter: brokerCounter,
        message_id: null,
        released: 0,
        topic,
        qos: qos === 2 ? 2 : 1,
        retain: retain ? 1 : 0,
        payload,
      })
    },

    async update(clientId, packet) {
      const queue = queues.get(clientId)
      const { messageId } = packet
      const entry =
        queue?.byKey.get(keyOf(packet)) ?? (messageId == null ? undefined : queue?.byMessageId.get(messageId))
      if (!queue || !entry || messageId == null) return false
      const { id } = entry
      if (packet.cmd === 'pubrel') {
        // As it came: aedes sends exactly this again when the client comes back.
        entry.packet = { ...packet }
        entry.sent = true
        queue.byMessageId.set(messageId, entry)
        await journal.write((db) => releaseBrokerOutgoing(db, id, messageId))
        return true
      }
      const isNew = entry.packet.messageId !== messageId
      entry.packet.messageId = messageId
      entry.sent = true
      queue.byMessageId.set(messageId, entry)
      // With QoS 2 the number is what keeps it from being taken twice, also when this program ends in between.
      if (isNew && entry.packet.qos === 2) await journal.write((db) => setBrokerMessageId(db, id, messageId))
      return true
    },

    settle(clientId, packet) {
      const queue = queues.get(clientId)
      if (!queue) return undefined
      const { messageId } = packet
      if (messageId != null) {
        const entry = queue.byMessageId.get(messageId)
        if (entry) remove(clientId, queue, entry)
        return entry?.packet
      }
      const entry = packet.brokerId === undefined ? undefined : queue.byKey.get(keyOf(packet))
      if (!entry) return undefined
      entry.copies -= 1
      if (entry.copies === 0) remove(clientId, queue, entry)
      return entry.packet
    },

    waiting: (clientId) =>
      [...(queues.get(clientId)?.entries.values() ?? [])].map(({ packet, sent }) => ({ packet: { ...packet }, sent })),

    count: (clientId) => queues.get(clientId)?.entries.size ?? 0,

    clients: () => queues.keys(),

    drop(clientId) {
      const queue = queues.get(clientId)
      if (queue) for (const entry of queue.entries.values()) remove(clientId, queue, entry)
    },
  }
}
