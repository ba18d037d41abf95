import { randomUUID } from 'node:crypto'
import { type RequestOptions, request } from 'node:https'

/** An answer of the interface of devices. */
export interface DeviceAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  // biome-ignore lint/suspicious/noExplicitAny: an answer of any content, that the test looks at
  readonly body: any
}

/** A device that calls a site over HTTPS, with a parser and a TLS of its own. */
export class DeviceClient {
  /** `https://host:port` */
  readonly origin: string
  readonly token: string | null
  readonly clientId: string | null
  readonly tls: Pick<RequestOptions, 'ca' | 'cert' | 'key'>

  constructor(
    origin: string,
    token: string | null,
    clientId: string | null,
    tls: Pick<RequestOptions, 'ca' | 'cert' | 'key'> = {},
  ) {
    this.origin = origin
    this.token = token
    this.clientId = clientId
    this.tls = tls
  }

  call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<DeviceAnswer> {
    const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const call = request(
        `${this.origin}${path}`,
        {
          ...this.tls,
          method,
          agent: false,
          headers: {
            ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
            ...(this.clientId === null ? {} : { 'x-client-id': this.clientId }),
            ...(text === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
            'x-message-id': randomUUID(),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => {
            const all = Buffer.concat(chunks).toString()
            const isJson = response.headers['content-type']?.includes('json')
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: isJson && all !== '' ? JSON.parse(all) : all,
            })
          })
        },
      )
      call.on('error', reject)
      call.end(text)
    })
  }

  register(more: object = {}) {
    return this.call('POST', '/client', {
      body: { type: 'MQTT', 'service-code': 'SVC202', 'device-type': '607', ...more },
    })
  }

  certify(csr: string) {
    return this.call('POST', '/client/certificate', { body: { 'service-code': 'SVC202', csr } })
  }
}
