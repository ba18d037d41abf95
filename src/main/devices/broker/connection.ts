import type { Duplex } from 'node:stream'
import type { DeviceRefusal } from '@shared/devices/deviceRefusal'
import type { AccessRefusal } from '@shared/ocpp/securityProfile'
import type { DeviceAccess, DeviceAdmission } from '../deviceAccess'

/** Somebody at the broker's door: the TLS handshake is over. */
export interface DeviceCaller {
  readonly socket: Duplex
  readonly remoteAddress: string
  /** Who has proved itself by the certificate of the handshake. */
  readonly admission: DeviceAdmission
}

/** Why a caller was turned away or cut, with what the sentence about it needs. */
export interface BrokerRefusal {
  readonly reason: DeviceRefusal | AccessRefusal | 'too-many-connections'
  readonly data: Readonly<Record<string, string>>
}

/** An error that ends a connection for a reason that was told already. */
export class RefusedByBroker extends Error {
  readonly refusal: BrokerRefusal

  constructor(refusal: BrokerRefusal) {
    super(refusal.reason)
    this.refusal = refusal
  }
}

/** Topics of which it is remembered whether a client may read them. */
const REMEMBERED_TOPICS = 1_000

/** One connection, from its handshake to its end. */
export class DeviceConnection {
  readonly caller: DeviceCaller
  /** The client of the certificate; null where nobody has proved itself. */
  readonly clientId: string | null
  readonly since: number
  /** What it calls itself; null before it said so. */
  name: string | null = null
  /** Whether note was taken of why it ends. */
  isNoted = false
  /** Why its CONNECT is to be refused. */
  refusal: BrokerRefusal | null
  /** Filters that it was granted and has not given up, also those that are only being stored. */
  readonly granted = new Set<string>()
  readonly #access: DeviceAccess
  readonly #readable = new Map<string, boolean>()
  readonly #writable = new Map<string, boolean>()

  constructor(caller: DeviceCaller, access: DeviceAccess, since: number) {
    this.caller = caller
    this.#access = access
    this.since = since
    const { admission } = caller
    this.clientId = admission.kind === 'client' ? admission.clientId : null
    this.refusal = admission.kind === 'client' ? null : { reason: admission.reason, data: admission.data }
  }

  /** Remembered, because it is asked at every message. */
  mayPublish(topic: string): boolean {
    const known = this.#writable.get(topic)
    if (known !== undefined) return known
    const may = this.clientId !== null && this.#access.mayPublish(this.clientId, topic)
    remember(this.#writable, topic, may)
    return may
  }

  maySubscribe(filter: string): boolean {
    return this.clientId !== null && this.#access.maySubscribe(this.clientId, filter)
  }

  mayBeCalled(name: string): boolean {
    return this.clientId !== null && this.#access.mayBeCalled(this.clientId, name)
  }

  /** Whether a message on this topic may go to the client; remembered, because it is asked at every message. */
  mayReceive(topic: string): boolean {
    const known = this.#readable.get(topic)
    if (known !== undefined) return known
    const may = this.maySubscribe(topic)
    remember(this.#readable, topic, may)
    return may
  }

  /** Its rights have changed. */
  forgetRights(): void {
    this.#readable.clear()
    this.#writable.clear()
  }

  end(): void {
    this.caller.socket.destroy()
  }
}

function remember(rights: Map<string, boolean>, topic: string, may: boolean): void {
  if (rights.size >= REMEMBERED_TOPICS) rights.clear()
  rights.set(topic, may)
}
