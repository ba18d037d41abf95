import { request } from 'node:https'
import { connect as connectTls } from 'node:tls'
import type { DevicePolicy } from '@shared/devices/policy'
import { privateKeyPem, requestKey } from '@simulator/pki/keys'
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'
import { connected, type DeviceKeys } from './testBroker'
import type { TestSite } from './testSite'

/** A device that is enrolled, with the token by which it was. */
export interface EnrolledDevice extends DeviceKeys {
  readonly token: string
}

/** Enrols a device as a device does: over HTTPS, with a token of its own whose requests are signed at once. */
export async function enrolDevice(
  site: TestSite,
  clientId: string,
  policy: Partial<DevicePolicy> = {},
): Promise<EnrolledDevice> {
  const made = await site.client.devices.makeToken({
    name: `token of ${clientId}`,
    signing: 'at-once',
    usesMax: 1,
    endsAt: null,
    policy: {
      clientIds: [...(policy.clientIds ?? [])],
      read: [...(policy.read ?? [])],
      write: [...(policy.write ?? [])],
    },
  })
  if (made.kind !== 'made') throw new Error(`no token: ${made.kind}`)
  const call = (path: string, body: object) => post(site, path, { clientId, token: made.token, body })
  await call('/client', { type: 'MQTT', 'service-code': 'SVC202', 'device-type': '607' })
  const { csrPem, keys } = await requestKey('EC', clientId, 'Test Organisation')
  const answer = (await call('/client/certificate', { 'service-code': 'SVC202', csr: csrPem })) as {
    readonly response: { readonly result: { readonly certificatePem: string } }
  }
  return { key: await privateKeyPem(keys), cert: answer.response.result.certificatePem, token: made.token }
}

interface Call {
  readonly clientId: string
  readonly token: string
  readonly body: object
}

function post(site: TestSite, path: string, { clientId, token, body }: Call): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const asked = request({
      host: '127.0.0.1',
      port: tlsPortOf(site),
      path,
      method: 'POST',
      ca: site.site.authority.certificatePem('root'),
      headers: {
        authorization: `Bearer ${token}`,
        'x-client-id': clientId,
        'x-message-id': 'AAAAAAAAAAAAAAAAAAAAAA',
        'content-type': 'application/json',
      },
    })
    asked.on('response', async (response) => {
      let text = ''
      for await (const chunk of response.setEncoding('utf8')) text += chunk
      if (response.statusCode === 200) resolve(JSON.parse(text))
      else reject(new Error(`${path}: ${response.statusCode} ${text}`))
    })
    asked.on('error', reject)
    asked.end(JSON.stringify({ body }))
  })
}

export function tlsPortOf(site: TestSite): number {
  return Number(new URL(site.tlsUrl).port)
}

/** Connects with MQTT on the port that chargers use. @param inbox gets all messages, as `topic text` */
export function connectDevice(
  site: TestSite,
  keys: DeviceKeys | null,
  settings: IClientOptions = {},
  inbox: string[] = [],
): Promise<MqttClient> {
  const client = mqtt.connect({
    protocol: 'mqtts',
    host: '127.0.0.1',
    port: tlsPortOf(site),
    ...(keys ? { key: keys.key, cert: keys.cert } : {}),
    ca: site.site.authority.certificatePem('root'),
    ALPNProtocols: ['x-amzn-mqtt-ca'],
    protocolVersion: 4,
    clientId: '',
    reconnectPeriod: 0,
    ...settings,
  })
  client.on('error', () => {})
  client.on('message', (topic, payload) => inbox.push(`${topic} ${payload}`))
  return connected(client)
}

/** What comes of a TLS handshake that offers these protocols: the one that was chosen, or the alert. */
export function negotiate(site: TestSite, offered: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connectTls({
      host: '127.0.0.1',
      port: tlsPortOf(site),
      rejectUnauthorized: false,
      ALPNProtocols: [...offered],
    })
    socket.once('secureConnect', () => {
      resolve(socket.alpnProtocol || 'none')
      socket.destroy()
    })
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
  })
}
