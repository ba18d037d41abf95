import { Aedes, type AedesOptions, type AedesPublishPacket, type Client, type PublishPacket } from 'aedes'
import type { BrokerPacket } from './persistence/packet'
import type { SitePersistence } from './persistence/persistence'

export type Done = (error?: Error) => void

/** Marks a message that is stored and handed on, while its acknowledgement is on its way. */
const THROUGH = { isThrough: true } as const

/** `publish` as it is, and not as its types say. */
type Publish = (this: Aedes, packet: PublishPacket, client: Client | null, done: Done) => void

const plainPublish: Publish = Aedes.prototype.publish as unknown as Publish

export interface StoringAedesOptions extends AedesOptions {
  readonly persistence: SitePersistence
  readonly maxInflightInbound: number
}

/**
 * Aedes, which acknowledges a message with QoS 1 before it has stored it, and with QoS 2 stores its number before it.
 * Here the message is stored (and handed on) first: what is acknowledged is on disk, and what is known by its number has
 * been handed on, also if the program ends the moment after.
 */
export class StoringAedes extends Aedes {
  readonly #options: StoringAedesOptions
  /** Messages with QoS 2 that are being taken, by client and number. */
  readonly #taking = new Map<string, Map<number, Promise<void>>>()

  private constructor(options: StoringAedesOptions) {
    super(options)
    this.#options = options
  }

  static async open(options: StoringAedesOptions): Promise<StoringAedes> {
    const aedes = new StoringAedes(options)
    await aedes.listen()
    return aedes
  }

  /** To be called in place of the answer "may be published": stores and hands on first what is to be acknowledged. */
  allow(client: Client, packet: PublishPacket, done: Done): void {
    // A will has no `cmd`, and nobody waits for a word about it.
    if (packet.cmd !== 'publish' || packet.qos === 0) done()
    else if (packet.qos === 2) this.#takeOnce(client, packet).then(() => done(), done)
    else
      plainPublish.call(this, packet, client, (error) => {
        if (!error) Object.assign(packet, THROUGH)
        done(error)
      })
  }

  /** Afterwards aedes finds the number, as of a message that came again, and says no more than that it has it. */
  async #takeOnce(client: Client, packet: BrokerPacket & PublishPacket): Promise<void> {
    const messageId = packet.messageId ?? 0
    const ofClient = this.#taking.get(client.id) ?? new Map<number, Promise<void>>()
    const before = ofClient.get(messageId)
    if (before) return before
    const taking = this.#take(client, packet, ofClient.size).finally(() => {
      ofClient.delete(messageId)
      if (ofClient.size === 0) this.#taking.delete(client.id)
    })
    ofClient.set(messageId, taking)
    this.#taking.set(client.id, ofClient)
    return taking
  }

  async #take(client: Client, packet: BrokerPacket & PublishPacket, others: number): Promise<void> {
    const { persistence, maxInflightInbound } = this.#options
    if (persistence.hasIncoming(client.id, packet.messageId)) return
    if (persistence.incomingCount(client.id) + others >= maxInflightInbound) {
      throw new Error(`more than ${maxInflightInbound} messages with QoS 2 that were not released`)
    }
    await new Promise<void>((resolve, reject) => {
      plainPublish.call(this, packet, client, (error) => (error ? reject(error) : resolve()))
    })
    // Its number last: it is what keeps the message from being taken again.
    await persistence.incomingStorePacket(client, packet)
  }

  override publish(packet: PublishPacket, clientOrDone: Client | Done | null, given?: Done): void {
    const [client, done] = typeof clientOrDone === 'function' ? [null, clientOrDone] : [clientOrDone, given]
    if ((packet as PublishPacket & Partial<typeof THROUGH>).isThrough) done?.()
    else plainPublish.call(this, packet, client, done ?? (() => {}))
  }

  /** Sends a message on behalf of this program, as to all its subscribers. */
  send(message: Pick<AedesPublishPacket, 'topic' | 'payload' | 'qos' | 'retain'>): Promise<void> {
    const packet: PublishPacket = { cmd: 'publish', dup: false, ...message }
    return new Promise((resolve, reject) => {
      plainPublish.call(this, packet, null, (error) => (error ? reject(error) : resolve()))
    })
  }
}
