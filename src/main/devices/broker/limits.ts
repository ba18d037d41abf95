/** Every limit of the MQTT broker, by name. The devices of a site never meet the defaults; a faulty one does. */
export interface BrokerLimits {
  /** Open connections in all, those of one network address, and how long one may take to say who it is, in milliseconds. */
  readonly connections: number
  readonly connectionsPerAddress: number
  readonly connectMs: number
  /**
   * How long clients may take to come back after this program was ended, in milliseconds; then their wills are published.
   */
  readonly comeBackMs: number
  /** Largest packet in bytes; whoever announces a larger one is cut before it is sent. */
  readonly packetBytes: number
  /** Packets a second of one connection that are read; beyond it the socket is simply read more slowly. */
  readonly packetsPerSecond: number
  /** Bytes that may wait for a client that does not read; beyond it the connection is ended. */
  readonly unsentBytes: number
  /** How long a client may take to make room for more of its queue, in milliseconds. */
  readonly drainMs: number
  /** Filters that one client may be subscribed to. */
  readonly subscriptions: number
  /** Messages with QoS 1 and 2 kept for a client that is away or behind, and their bytes; the oldest make room. */
  readonly queuedMessages: number
  readonly queuedBytes: number
  /** Bytes kept for all clients together. */
  readonly queuedBytesInAll: number
  /** Messages with QoS 2 of one client that may wait for its word (PUBREL). */
  readonly unreleased: number
  /** Topics with a retained message, those that one client may fill, and the bytes of all. */
  readonly retained: number
  readonly retainedPerClient: number
  readonly retainedBytes: number
}

const MIB = 1024 * 1024

export const BROKER_LIMITS: BrokerLimits = {
  connections: 500,
  connectionsPerAddress: 200,
  connectMs: 10_000,
  comeBackMs: 4 * 60_000,
  packetBytes: 128 * 1024,
  packetsPerSecond: 2_000,
  unsentBytes: MIB,
  drainMs: 30_000,
  subscriptions: 100,
  queuedMessages: 1_000,
  queuedBytes: 4 * MIB,
  queuedBytesInAll: 32 * MIB,
  unreleased: 100,
  retained: 5_000,
  retainedPerClient: 500,
  retainedBytes: 16 * MIB,
}
