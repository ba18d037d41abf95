import type { Duplex } from 'node:stream'

/** Types of packets that a client sends of its own accord, by the first four bits (MQTT 3.1.1 §2.2.1); not its answers. */
const OWN_ACCORD: ReadonlySet<number> = new Set([1, 3, 8, 10, 12])
const PUBLISH = 3
/** Most bytes of a packet's length (§2.2.3). */
const LENGTH_BYTES = 4
/** What is read at a time: so that a client with much to say leaves the others, and the chargers, their turns. */
const SLICE_BYTES = 4_096

export interface PacketGateOptions {
  readonly packetBytes: number
  readonly packetsPerSecond: number
  /** Called once, before anything of the packet reaches the broker. */
  readonly onTooLarge: (bytes: number) => void
  /** How many messages began in what was just read; not called for none. */
  readonly onPublished: (count: number) => void
}

/**
 * Looks at what a client sends before the broker reads it: only at the few bytes at the head of each packet, where its
 * type and length stand. A packet that announces more than is allowed is never gathered; a client that sends too many is
 * read more slowly, as its TCP connection then shows it.
 */
export class PacketGate {
  readonly #options: PacketGateOptions
  /** Bytes of the present packet that are still to come. */
  #rest = 0
  /** Where in the head of a packet we are: -1 before its first byte, else the number of length bytes read. */
  #lengthBytes = -1
  #length = 0
  #type = 0
  /** Whether a packet came to its end in what was just read. */
  #ended = false
  #packets = 0
  #published = 0
  #timer: NodeJS.Timeout | undefined
  #shut = false
  /** Whether the broker is just reading what it was given, and whether it asked for more meanwhile. */
  #reading = false
  #asked = false

  constructor(options: PacketGateOptions) {
    this.#options = options
  }

  /** Puts itself between a stream and whoever reads it from now on. */
  static before(stream: Duplex, options: PacketGateOptions): PacketGate {
    const gate = new PacketGate(options)
    const read = stream.read.bind(stream)
    stream.read = (size?: number) => {
      // The stream itself asks so for more to be fetched, and wants none of it.
      if (size === 0) return gate.#shut || gate.#holds() ? null : read(0)
      if (gate.#shut || gate.#holds() || gate.#waits()) return null
      const chunk: Buffer | null = stream.readableLength > SLICE_BYTES ? read(SLICE_BYTES) : read()
      if (chunk) {
        gate.#handOver(stream)
        gate.#ended = false
        gate.#look(chunk, stream)
        // The broker reads on when it has handled a packet, or is told of more; of what lies here already nobody tells it.
        if (!gate.#ended && stream.readableLength > 0) setImmediate(() => stream.emit('readable'))
      }
      if (gate.#published > 0) {
        options.onPublished(gate.#published)
        gate.#published = 0
      }
      return gate.#shut ? null : chunk
    }
    stream.once('close', () => clearTimeout(gate.#timer))
    return gate
  }

  /**
   * A message that nobody waits for is through before it is read to its end, and the broker then asks for more from within
   * its parser, which is not made for that: the bytes would be taken apart at the wrong place.
   */
  #waits(): boolean {
    if (this.#reading) this.#asked = true
    return this.#reading
  }

  #handOver(stream: Duplex): void {
    this.#reading = true
    queueMicrotask(() => {
      this.#reading = false
      if (!this.#asked) return
      this.#asked = false
      setImmediate(() => stream.emit('readable'))
    })
  }

  #holds(): boolean {
    return this.#packets >= this.#options.packetsPerSecond
  }

  #look(chunk: Buffer, stream: Duplex): void {
    for (let at = 0; at < chunk.length; ) {
      if (this.#rest > 0) {
        const skipped = Math.min(this.#rest, chunk.length - at)
        this.#rest -= skipped
        if (this.#rest === 0) this.#ended = true
        at += skipped
        continue
      }
      const byte = chunk[at] ?? 0
      at += 1
      if (this.#lengthBytes < 0) {
        this.#type = byte >> 4
        this.#lengthBytes = 0
        this.#length = 0
        continue
      }
      this.#length += (byte & 0x7f) * 128 ** this.#lengthBytes
      this.#lengthBytes += 1
      // A length that never ends is for the parser to refuse.
      if (byte & 0x80 && this.#lengthBytes < LENGTH_BYTES) continue
      if (this.#length > this.#options.packetBytes) {
        this.#shut = true
        this.#options.onTooLarge(this.#length)
        return
      }
      this.#rest = this.#length
      if (this.#rest === 0) this.#ended = true
      this.#lengthBytes = -1
      this.#count(stream)
    }
  }

  #count(stream: Duplex): void {
    if (this.#type === PUBLISH) this.#published += 1
    if (!OWN_ACCORD.has(this.#type)) return
    this.#packets += 1
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      const held = this.#holds()
      this.#packets = 0
      if (held) stream.emit('readable')
    }, 1_000)
  }
}
