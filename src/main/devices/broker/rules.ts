import { isClientId } from '@shared/devices/clientId'
import type { AedesOptions, AuthenticateError, Client, PublishPacket, Subscription } from 'aedes'
import { type BrokerRefusal, type DeviceConnection, RefusedByBroker } from './connection'
import type { BrokerLimits } from './limits'
import type { SitePersistence } from './persistence/persistence'
import type { Done } from './storingAedes'

/** Parts of an aedes client that its types leave out. */
export interface OpenClient extends Client {
  will: object | null
  readonly subscriptions: Readonly<Record<string, object>>
  waitForDrain(done: (error: Error | null, client: Client) => void): void
}

/** Return codes of CONNACK (MQTT 3.1.1 §3.2.2.3). */
const IDENTIFIER_REJECTED = 2
const NOT_AUTHORIZED = 5

/** What aedes asks while it serves its clients, by the names of its options. */
export type BrokerRules = Required<
  Pick<AedesOptions, 'preConnect' | 'authenticate' | 'authorizePublish' | 'authorizeSubscribe' | 'authorizeForward'>
>

export interface RulesDeps {
  readonly limits: Pick<BrokerLimits, 'subscriptions'>
  readonly persistence: SitePersistence
  readonly connectionOf: (client: Pick<Client, 'conn'>) => DeviceConnection | undefined
  /** Takes note of a caller that is turned away or cut. */
  readonly note: (connection: DeviceConnection, refusal: BrokerRefusal) => void
  /** Goes on with a message that may be published. */
  readonly allow: (client: Client, packet: PublishPacket, done: Done) => void
}

/** Decides who may connect as whom, and what each may write and read. */
export function createRules({ limits, persistence, connectionOf, note, allow }: RulesDeps): BrokerRules {
  const refuse = (connection: DeviceConnection, refusal: BrokerRefusal): RefusedByBroker => {
    note(connection, refusal)
    return new RefusedByBroker(refusal)
  }

  const preConnect: BrokerRules['preConnect'] = (client, packet, callback) => {
    const connection = connectionOf(client)
    if (!connection) return callback(new Error('no connection'), false)
    const { clientId } = connection
    connection.name = packet.clientId.slice(0, 100)
    const { protocolVersion = 4, clean = true } = packet
    // aedes answers these itself, with "unacceptable protocol version".
    if (protocolVersion > 4) note(connection, { reason: 'mqtt-version', data: { version: String(protocolVersion) } })
    if (clientId !== null) {
      if (packet.clientId === '' && clean) packet.clientId = clientId
      connection.refusal = connectRefusal(connection, packet.clientId, packet.will?.topic)
    }
    callback(null, true)
  }

  const authenticate: BrokerRules['authenticate'] = (client, _user, _password, done) => {
    const connection = connectionOf(client)
    const refusal = connection?.refusal
    if (connection && !refusal) return done(null, true)
    if (connection && refusal) note(connection, refusal)
    const isName = refusal?.reason === 'other-client-id' || refusal?.reason === 'no-client-id'
    const returnCode = isName ? IDENTIFIER_REJECTED : NOT_AUTHORIZED
    const error: AuthenticateError = Object.assign(new Error(refusal?.reason ?? 'unknown'), { returnCode })
    done(error, false)
  }

  const authorizePublish: BrokerRules['authorizePublish'] = (client, packet, done) => {
    // A will of a run of this program that was cut short: the persistence has given only what may still be left.
    if (!client) return done(null)
    const connection = connectionOf(client)
    if (!connection) return done(new Error('no connection'))
    if (!connection.mayPublish(packet.topic)) {
      // A last will, whose client had the right when it named it, and has lost it since.
      if (packet.cmd !== 'publish') return done(new Error('will no longer allowed'))
      return done(refuse(connection, { reason: 'publish-not-allowed', data: { topic: packet.topic.slice(0, 200) } }))
    }
    if (packet.retain && packet.payload.length > 0 && connection.clientId !== null) {
      const bytes = packet.topic.length + packet.payload.length
      if (!persistence.retained.hasRoom(connection.clientId, packet.topic, bytes)) {
        return done(refuse(connection, { reason: 'too-many-retained', data: {} }))
      }
      // As whose it counts; aedes copies the packet with this, and puts its own name for the client there afterwards.
      Object.assign(packet, { clientId: connection.clientId })
    }
    allow(client, packet, done)
  }

  const authorizeSubscribe: BrokerRules['authorizeSubscribe'] = (client, subscription, done) => {
    const connection = connectionOf(client)
    const refusal = connection ? subscribeRefusal(connection, client as OpenClient, subscription) : null
    if (connection && !refusal) {
      connection.granted.add(subscription.topic)
      return done(null, subscription)
    }
    if (connection && refusal) note(connection, refusal)
    // A session from before its rights were changed still has it.
    if (!client.clean) persistence.removeSubscriptions(client, [subscription.topic]).catch(() => {})
    done(null, null)
  }

  const subscribeRefusal = (
    connection: DeviceConnection,
    client: OpenClient,
    { topic }: Subscription,
  ): BrokerRefusal | null => {
    if (!connection.maySubscribe(topic)) {
      return { reason: 'subscribe-not-allowed', data: { topic: topic.slice(0, 200) } }
    }
    // Those of one packet are asked for before the first of them is among the client's.
    const held = Math.max(connection.granted.size, Object.keys(client.subscriptions).length)
    const isFull = !connection.granted.has(topic) && held >= limits.subscriptions
    return isFull ? { reason: 'too-many-subscriptions', data: { most: String(limits.subscriptions) } } : null
  }

  const authorizeForward: BrokerRules['authorizeForward'] = (client, packet) => {
    const connection = connectionOf(client)
    if (!connection?.mayReceive(packet.topic)) return null
    return packet
  }

  return { preConnect, authenticate, authorizePublish, authorizeSubscribe, authorizeForward }
}

/** Why a client is not let in with this CONNECT. */
function connectRefusal(
  connection: DeviceConnection,
  name: string,
  willTopic: string | undefined,
): BrokerRefusal | null {
  if (name === '') return { reason: 'no-client-id', data: {} }
  if (!isClientId(name) || !connection.mayBeCalled(name)) {
    return { reason: 'other-client-id', data: { shown: name.slice(0, 100), own: connection.clientId ?? '' } }
  }
  if (willTopic !== undefined && !connection.mayPublish(willTopic)) {
    return { reason: 'will-not-allowed', data: { topic: willTopic.slice(0, 200) } }
  }
  return null
}
