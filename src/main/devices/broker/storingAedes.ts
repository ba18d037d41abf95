import { Aedes, type AedesOptions, type AedesPublishPacket, type Client, type PublishPacket } from 'aedes'

export type Done = (error?: Error) => void

/** Marks a message that is stored and handed on, while its acknowledgement is on its way. */
const THROUGH = { isThrough: true } as const

/** `publish` as it is, and not as its types say. */
type Publish = (this: Aedes, packet: PublishPacket, client: Client | null, done: Done) => void

const plainPublish: Publish = Aedes.prototype.publish as unknown as Publish

/**
 * Aedes, which acknowledges a message with QoS 1 before it has stored it. Here it is stored (and handed on) first: what
 * is acknowledged is on disk, also if the program ends the moment after.
 */
export class StoringAedes extends Aedes {
  static async open(options: AedesOptions): Promise<StoringAedes> {
    const aedes = new StoringAedes(options)
    await aedes.listen()
    return aedes
  }

  /** To be called in place of the answer "may be published": stores and hands on first what is to be acknowledged. */
  allow(client: Client, packet: PublishPacket, done: Done): void {
    // A will has no `cmd`, and nobody waits for a word about it.
    if (packet.cmd !== 'publish' || packet.qos !== 1) done()
    else
      plainPublish.call(this, packet, client, (error) => {
        if (!error) Object.assign(packet, THROUGH)
        done(error)
      })
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
