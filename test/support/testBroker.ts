import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type TLSSocket } from 'node:tls'
import { createDeviceAccess } from '@main/devices/admission'
import { type Broker, openBroker } from '@main/devices/broker/broker'
import type { BrokerRefusal } from '@main/devices/broker/connection'
import type { BrokerLimits } from '@main/devices/broker/limits'
import type { DeviceCertificate, DeviceRecords } from '@main/devices/deviceAccess'
import { mayBeCalled } from '@main/devices/rights'
import { openStore, type Store } from '@main/store/open'
import { type DevicePolicy, NO_MORE_RIGHTS } from '@shared/devices/policy'
import { privateKeyPem, requestKey } from '@simulator/pki/keys'
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'
import pino from 'pino'
import { type SignOptions, TestCa } from './testCa'

/** A client's key and certificate with the chain to the issuing CA, PEM. */
export interface DeviceKeys {
  readonly key: string
  readonly cert: string
}

/** A real broker behind a real TLS port of its own, with devices that this test made up. */
export interface TestBroker {
  readonly broker: Broker
  readonly port: number
  readonly ca: TestCa
  readonly store: Store
  /** Who was turned away or cut, in their order. */
  readonly refused: (BrokerRefusal & { identity: string | null })[]
  /** Names of clients as they came and went. */
  readonly came: string[]
  readonly went: string[]
  /** Makes a device known, with a certificate. */
  enrol(clientId: string, policy?: Partial<DevicePolicy>, sign?: SignOptions): Promise<DeviceKeys>
  setPolicy(clientId: string, policy: Partial<DevicePolicy>): void
  delete(clientId: string): void
  revoke(clientId: string): void
  /** @param inbox gets all messages, also what comes together with the connection */
  connect(keys: DeviceKeys | null, options?: IClientOptions, inbox?: string[]): Promise<MqttClient>
  close(): Promise<void>
}

export interface TestBrokerOptions {
  readonly limits?: Partial<BrokerLimits>
  readonly clock?: () => number
  /** A folder whose owner removes it; else one of its own. */
  readonly folder?: string
  /** Devices that it knows when it opens. */
  readonly known?: Readonly<Record<string, Partial<DevicePolicy>>>
  /** Serial numbers, lower-case hex, that are a station's. */
  readonly stations?: ReadonlyMap<string, string>
}

export async function openTestBroker(options: TestBrokerOptions = {}): Promise<TestBroker> {
  const ca = await TestCa.create()
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'chargehand-test-'))
  const failures: unknown[] = []
  const store = openStore({ folder, onLazyFailure: (error) => failures.push(error) })
  const clock = options.clock ?? Date.now
  const known = Object.entries(options.known ?? {})
  const policies = new Map<string, DevicePolicy>(known.map(([id, policy]) => [id, { ...NO_MORE_RIGHTS, ...policy }]))
  const certificates = new Map<string, DeviceCertificate>()
  const listeners = new Set<(clientId: string, why: 'deleted' | 'policy') => void>()
  const tell = (clientId: string, why: 'deleted' | 'policy') => {
    for (const listener of listeners) listener(clientId, why)
  }
  const records: DeviceRecords = {
    certificate: (serialNumber) => certificates.get(serialNumber),
    policyOf: (clientId) => policies.get(clientId),
    clientsCalled: (name) => [...policies].flatMap(([id, policy]) => (mayBeCalled(id, policy, name) ? [id] : [])),
    onChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const access = createDeviceAccess({
    records,
    clock,
    stationWithCertificate: (serialNumber) => options.stations?.get(serialNumber),
  })
  const refused: TestBroker['refused'] = []
  const came: string[] = []
  const went: string[] = []
  const broker = await openBroker({
    store,
    clock,
    access,
    limits: options.limits,
    log: pino({ level: 'silent' }),
    onRefused: (refusal, from) => refused.push({ ...refusal, identity: from.identity }),
    onLeft: () => {},
    onConnected: (clientId) => came.push(clientId),
    onDisconnected: (clientId) => went.push(clientId),
  })
  const server = createServer({
    ...(await ca.serverCredentials()),
    ca: [ca.root.certificate.toString('pem'), ca.issuing.certificate.toString('pem')],
    requestCert: true,
    rejectUnauthorized: false,
  })
  server.on('secureConnection', (socket: TLSSocket) => {
    const raw = socket.getPeerX509Certificate()?.raw
    const problem = socket.authorized ? null : String(socket.authorizationError)
    const admission = access.admit(raw ? { raw, problem } : null)
    broker.take({ socket, remoteAddress: '127.0.0.1', admission })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const clients: MqttClient[] = []
  return {
    broker,
    port,
    ca,
    store,
    refused,
    came,
    went,
    async enrol(clientId, policy = {}, sign = {}) {
      const { csrPem, keys } = await requestKey('EC', clientId, 'Test Organisation')
      const cert = await ca.sign(csrPem, sign)
      const serialNumber = new X509Certificate(cert).serialNumber.toLowerCase()
      certificates.set(serialNumber, { clientId, pem: cert, revoked: false })
      policies.set(clientId, { ...NO_MORE_RIGHTS, ...policy })
      return { cert, key: await privateKeyPem(keys) }
    },
    setPolicy(clientId, policy) {
      policies.set(clientId, { ...NO_MORE_RIGHTS, ...policy })
      tell(clientId, 'policy')
    },
    delete(clientId) {
      policies.delete(clientId)
      tell(clientId, 'deleted')
    },
    revoke(clientId) {
      for (const [serial, record] of certificates) {
        if (record.clientId === clientId) certificates.set(serial, { ...record, revoked: true })
      }
      tell(clientId, 'deleted')
    },
    async connect(keys, settings = {}, inbox = []) {
      const client = mqtt.connect({
        protocol: 'mqtts',
        host: '127.0.0.1',
        port,
        ...(keys ?? {}),
        ca: ca.root.certificate.toString('pem'),
        protocolVersion: 4,
        reconnectPeriod: 0,
        clientId: keys ? (new X509Certificate(keys.cert).subject.match(/CN=(.*)/)?.[1] ?? '') : 'nobody',
        ...settings,
      })
      clients.push(client)
      client.on('message', (topic, payload) => inbox.push(`${topic} ${payload}`))
      // Whoever is cut has an error that a test may not look at.
      client.on('error', () => {})
      return connected(client)
    },
    async close() {
      for (const client of clients) client.end(true)
      server.close()
      await broker.close()
      store.close()
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
      if (failures.length > 0) throw failures[0]
    },
  }
}

/** The client once it is connected. @throws what it was told, or that it was cut */
export function connected(client: MqttClient): Promise<MqttClient> {
  return new Promise((resolve, reject) => {
    client.once('connect', () => resolve(client))
    client.once('error', reject)
    client.once('close', () => reject(new Error('closed before it was connected')))
  })
}

/** Resolves when the client has lost its connection. */
export function cut(client: MqttClient): Promise<void> {
  return client.connected ? new Promise((resolve) => client.once('close', () => resolve())) : Promise.resolve()
}

/** The messages of a client from now on, as `topic text`. */
export function inboxOf(client: MqttClient): string[] {
  const messages: string[] = []
  client.on('message', (topic, payload) => messages.push(`${topic} ${payload}`))
  return messages
}
