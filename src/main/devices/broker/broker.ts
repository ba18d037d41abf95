import { CLIENT_ID_MAX_LENGTH } from '@shared/devices/clientId'
import type { Client } from 'aedes'
import type { Logger } from 'pino'
import type { Clock } from '../../clock'
import type { Store } from '../../store/open'
import type { DeviceAccess } from '../deviceAccess'
import { type BrokerRefusal, type DeviceCaller, DeviceConnection, RefusedByBroker } from './connection'
import { BROKER_LIMITS, type BrokerLimits } from './limits'
import { MinuteCount } from './minuteCount'
import { PacketGate } from './packetGate'
import { bytesOf } from './persistence/packet'
import { SitePersistence } from './persistence/persistence'
import { createRules, type OpenClient } from './rules'
import { StoringAedes } from './storingAedes'

/** A message as it came from a client that may publish it. */
export interface ReceivedMessage {
  /** The client of the certificate. */
  readonly clientId: string
  readonly topic: string
  readonly payload: Buffer
  readonly retain: boolean
  /** Sends to this client alone, also what it has not subscribed to, where it may read the topic. */
  reply(topic: string, payload: string | Buffer): void
}

/** How a client stands with the broker. */
export interface ClientStanding {
  readonly connected: boolean
  /** When it connected, in milliseconds; null when it is not. */
  readonly since: number | null
  readonly remoteAddress: string | null
  /** Filters that it is subscribed to, also while it is away with a session that lasts. */
  readonly subscriptions: readonly string[]
  readonly messagesPerMinute: number
  /** Messages that wait for it, and those that found no room since the program was started. */
  readonly waiting: number
  readonly dropped: number
}

/** The MQTT broker of the site. It opens no port: it is handed connections whose TLS handshake is over. */
export interface Broker {
  take(caller: DeviceCaller): void
  standing(clientId: string): ClientStanding
  isConnected(clientId: string): boolean
  messagesPerMinute(clientId: string): number
  /** Publishes on behalf of this program. Resolves when it is stored and handed on. */
  publish(message: {
    readonly topic: string
    readonly payload: string | Buffer
    readonly qos?: 0 | 1
    readonly retain?: boolean
  }): Promise<void>
  /** Topics on which something is retained that this program published itself. */
  ownRetained(): string[]
  /** Hears what is retained under a filter, and what is published from now on, by whomever. @returns a function that ends it */
  watch(filter: string, listener: (message: { topic: string; payload: Buffer; retain: boolean }) => void): () => void
  /** Hears what clients publish on topics that are wanted. @returns a function that ends it */
  onMessage(isWanted: (topic: string) => boolean, listener: (message: ReceivedMessage) => void): () => void
  connections(): number
  close(): Promise<void>
}

export interface BrokerDeps {
  readonly store: Store
  readonly clock: Clock
  readonly access: DeviceAccess
  readonly limits?: Partial<BrokerLimits>
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  /** Takes note of a caller that was turned away or cut. */
  readonly onRefused: (
    refusal: BrokerRefusal,
    from: { readonly identity: string | null; readonly remoteAddress: string },
  ) => void
  /**
   * Somebody left between the TLS handshake and the first word of MQTT, as those do who look at the certificate of this
   * site only then (TLS 1.3) and do not trust it. `problem`: what went wrong with the connection, where anything did.
   */
  readonly onLeft: (
    problem: Error | null,
    from: { readonly identity: string | null; readonly remoteAddress: string },
  ) => void
  /** A client is connected, or no longer. */
  readonly onConnected: (clientId: string, remoteAddress: string) => void
  readonly onDisconnected: (clientId: string, remoteAddress: string) => void
}

/** How often it is looked for certificates that have ended meanwhile, in milliseconds. */
const LOOK_MS = 60_000
/** How soon a connection is found dead whose client wants no keep-alive of MQTT, in milliseconds. */
const TCP_KEEP_ALIVE_MS = 60_000

export async function openBroker(deps: BrokerDeps): Promise<Broker> {
  const { store, clock, access, log } = deps
  const limits = { ...BROKER_LIMITS, ...deps.limits }
  const open = new Set<DeviceConnection>()
  const perAddress = new Map<string, number>()
  const bySocket = new WeakMap<object, DeviceConnection>()
  const rates = new Map<string, MinuteCount>()
  const dropped = new Map<string, number>()
  const listeners = new Set<{ isWanted: (topic: string) => boolean; hear: (message: ReceivedMessage) => void }>()

  const connectionOf = (client: Pick<Client, 'conn'>): DeviceConnection | undefined => bySocket.get(client.conn)

  const note = (connection: DeviceConnection, refusal: BrokerRefusal) => {
    connection.isNoted = true
    const { remoteAddress, admission } = connection.caller
    const claimed = connection.name || (admission.kind === 'refused' ? admission.commonName : null)
    deps.onRefused(refusal, { identity: connection.clientId ?? claimed, remoteAddress })
  }
  const rateOf = (clientId: string): MinuteCount => {
    let rate = rates.get(clientId)
    if (!rate) {
      rate = new MinuteCount()
      rates.set(clientId, rate)
    }
    return rate
  }

  const persistence = new SitePersistence({
    store,
    limits,
    mayKeep: (client, filter) => {
      const connection = client.conn && bySocket.get(client.conn)
      return (connection?.granted.has(filter) && connection.maySubscribe(filter)) ?? false
    },
    mayLeave: (clientId, topic) => access.clientsCalled(clientId).some((owner) => access.mayPublish(owner, topic)),
    onDropped: (clientId) => dropped.set(clientId, (dropped.get(clientId) ?? 0) + 1),
  })

  const aedes: StoringAedes = await StoringAedes.open({
    persistence,
    connectTimeout: limits.connectMs,
    // Wills of an earlier run are looked for every fourth time.
    heartbeatInterval: limits.comeBackMs / 4,
    maxInflightInbound: limits.unreleased,
    // MQTT 3.1 has room for 23 characters, and its clients send what they are called here all the same.
    maxClientsIdLength: CLIENT_ID_MAX_LENGTH,
    ...createRules({
      limits,
      persistence,
      connectionOf,
      note,
      allow: (client, packet, done) => aedes.allow(client, packet, done),
    }),
  })
  // Without a listener it would end the program.
  const events: NodeJS.EventEmitter = aedes
  events.on('error', (error: unknown) => log.error({ error }, 'broker failed'))

  aedes.on('client', (client) => {
    const connection = connectionOf(client)
    if (!connection?.clientId) return
    log.info({ client: connection.clientId, remoteAddress: connection.caller.remoteAddress }, 'device connected')
    deps.onConnected(connection.clientId, connection.caller.remoteAddress)
  })
  aedes.on('clientDisconnect', (client) => {
    const connection = connectionOf(client)
    if (connection?.clientId) deps.onDisconnected(connection.clientId, connection.caller.remoteAddress)
  })
  aedes.on('unsubscribe', (filters, client) => {
    for (const filter of filters) connectionOf(client)?.granted.delete(filter)
  })
  const ended = (client: Client, error: Error) => {
    const connection = connectionOf(client)
    if (!connection || error instanceof RefusedByBroker || 'returnCode' in error || 'errorCode' in error) return
    const reason = endReason(error)
    if (reason) note(connection, { reason, data: { problem: error.message.slice(0, 100) } })
  }
  aedes.on('clientError', ended)
  aedes.on('connectionError', ended)

  aedes.on('publish', (packet, client) => {
    for (const { isWanted, hear } of listeners) {
      if (!isWanted(packet.topic)) continue
      const clientId = client && connectionOf(client)?.clientId
      if (!clientId) return
      const reply = (topic: string, payload: string | Buffer) =>
        client.publish({ cmd: 'publish', topic, payload, qos: 1, retain: false, dup: false }, () => {})
      hear({ clientId, topic: packet.topic, payload: bytesOf(packet.payload), retain: packet.retain, reply })
    }
  })

  const connectionsOf = (clientId: string) => [...open].filter((connection) => connection.clientId === clientId)
  const clientOf = (connection: DeviceConnection) => (connection.caller.socket as { client?: OpenClient }).client

  /** Forgets what is kept for names that are nobody's, and for these, and what was left by clients that are no more. */
  const sweep = (names: readonly string[] = []) => {
    const nobodys = [...persistence.names()].filter((name) => access.clientsCalled(name).length === 0)
    const forgotten = [
      ...[...new Set([...names, ...nobodys])].map((name) => persistence.forget(name)),
      persistence.retained.forgetOf((clientId) => !access.mayBeCalled(clientId, clientId)),
    ]
    Promise.all(forgotten).catch((error) => log.error({ error }, 'not all was forgotten of clients that are gone'))
  }
  // Of those who went while this program did not run, or of whom it had no time to forget all.
  sweep()

  const stopListening = access.onChanged((clientId, why) => {
    for (const connection of connectionsOf(clientId)) {
      connection.forgetRights()
      const client = clientOf(connection)
      if (client && why === 'deleted') client.will = null
      const filters = Object.keys(client?.subscriptions ?? {})
      const isNarrower = filters.some((filter) => !connection.maySubscribe(filter))
      if (why === 'deleted' || isNarrower || !connection.mayBeCalled(connection.name || clientId)) connection.end()
    }
    const own = why === 'deleted' ? [clientId, ...connectionsOf(clientId).flatMap(({ name }) => name || [])] : []
    sweep(own)
    if (why === 'policy') return
    rates.delete(clientId)
    dropped.delete(clientId)
  })

  const look = setInterval(() => {
    const now = clock()
    for (const connection of open) {
      const { admission } = connection.caller
      if (admission.kind === 'client' && admission.notAfter <= now) connection.end()
    }
  }, LOOK_MS)
  look.unref()

  /** A slow reader must not hold up the others: aedes waits for it with every message, and here nobody does. */
  const neverWait = (client: OpenClient, connection: DeviceConnection) => {
    const { socket } = connection.caller
    client.waitForDrain = (done) => {
      if (socket.writableLength > limits.unsentBytes && !socket.destroyed) {
        note(connection, { reason: 'too-slow', data: { bytes: String(socket.writableLength) } })
        socket.destroy()
      }
      setImmediate(done, null, client)
    }
  }

  return {
    take(caller) {
      const { socket, remoteAddress } = caller
      if (aedes.closed) {
        socket.destroy()
        return
      }
      const connection = new DeviceConnection(caller, access, clock())
      let problem: Error | null = null
      socket.on('error', (error) => {
        problem = error
        socket.destroy()
      })
      const ofAddress = perAddress.get(remoteAddress) ?? 0
      if (open.size >= limits.connections || ofAddress >= limits.connectionsPerAddress) {
        note(connection, { reason: 'too-many-connections', data: {} })
        socket.destroy()
        return
      }
      open.add(connection)
      perAddress.set(remoteAddress, ofAddress + 1)
      bySocket.set(socket, connection)
      socket.once('close', () => {
        open.delete(connection)
        if (connection.name === null && !connection.isNoted && !aedes.closed) {
          deps.onLeft(problem, { identity: connection.clientId, remoteAddress })
        }
        const left = (perAddress.get(remoteAddress) ?? 1) - 1
        if (left > 0) perAddress.set(remoteAddress, left)
        else perAddress.delete(remoteAddress)
      })
      if ('setKeepAlive' in socket && typeof socket.setKeepAlive === 'function')
        socket.setKeepAlive(true, TCP_KEEP_ALIVE_MS)
      PacketGate.before(socket, {
        packetBytes: limits.packetBytes,
        packetsPerSecond: limits.packetsPerSecond,
        onTooLarge: (bytes) => {
          note(connection, { reason: 'too-large', data: { bytes: String(bytes), most: String(limits.packetBytes) } })
          socket.destroy()
        },
        onPublished: (count) => {
          if (connection.clientId !== null) rateOf(connection.clientId).add(clock(), count)
        },
      })
      neverWait(aedes.handle(socket) as OpenClient, connection)
    },

    standing(clientId) {
      const [connection] = connectionsOf(clientId)
      const client = connection && clientOf(connection)
      const stored = persistence.subscriptions.of(clientId).map(({ topic }) => topic)
      const isOn = client?.connected === true && connection !== undefined
      return {
        connected: isOn,
        since: isOn ? connection.since : null,
        remoteAddress: isOn ? connection.caller.remoteAddress : null,
        subscriptions: isOn ? Object.keys(client.subscriptions) : stored,
        messagesPerMinute: rates.get(clientId)?.value(clock()) ?? 0,
        waiting: persistence.outgoing.count(clientId),
        dropped: dropped.get(clientId) ?? 0,
      }
    },
    isConnected: (clientId) => connectionsOf(clientId).some((connection) => clientOf(connection)?.connected === true),
    messagesPerMinute: (clientId) => rates.get(clientId)?.value(clock()) ?? 0,

    publish: ({ topic, payload, qos = 1, retain = false }) => aedes.send({ topic, payload, qos, retain }),

    ownRetained: persistence.retained.ownTopics,

    watch(filter, listener) {
      const deliver = (packet: { topic: string; payload: Buffer | string; retain: boolean }, next: () => void) => {
        if (!packet.topic.startsWith('$SYS')) {
          listener({ topic: packet.topic, payload: bytesOf(packet.payload), retain: packet.retain })
        }
        next()
      }
      for (const { topic, payload } of [...persistence.retained.matching([filter])]) {
        listener({ topic, payload: bytesOf(payload), retain: true })
      }
      aedes.subscribe(filter, deliver, () => {})
      return () => aedes.unsubscribe(filter, deliver, () => {})
    },

    onMessage(isWanted, hear) {
      const listener = { isWanted, hear }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    connections: () => open.size,

    async close() {
      clearInterval(look)
      stopListening()
      for (const connection of open) {
        const client = clientOf(connection)
        // Who comes back when this program does is not gone: the next run publishes the wills of those who do not.
        if (client) client.will = null
      }
      await new Promise<void>((resolve) => aedes.close(resolve))
      // Those who have not said who they are: aedes knows nothing of them yet.
      for (const connection of open) connection.end()
      await store.writer.flushed()
    },
  }
}

/** What an error of aedes says about a client; null for what is nobody's fault. */
function endReason(error: Error): 'connect-late' | 'mqtt-broken' | null {
  const { message } = error
  if (message.includes('connect did not arrive in time')) return 'connect-late'
  const isLink = /keep alive|connection closed|drain|ECONNRESET|EPIPE|ETIMEDOUT|premature close|write after end/i.test(
    message,
  )
  return isLink || 'code' in error ? null : 'mqtt-broken'
}
