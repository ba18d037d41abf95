import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A web server that knows nothing of us: hands out files and takes what is put or posted. */
export class PlainFiles {
  /** What can be fetched, by path. */
  readonly files = new Map<string, Buffer>()
  /** What came, in order. */
  readonly uploads: { readonly method: string; readonly path: string; readonly body: Buffer }[] = []
  /** How many of the next requests of a method are refused, and with what. */
  readonly refuse = new Map<string, { readonly status: number; times: number }>()
  readonly requests: string[] = []
  readonly #server: Server

  constructor() {
    this.#server = createServer((request, response) => {
      const { method = '', url = '' } = request
      this.requests.push(`${method} ${url}`)
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const refusal = this.refuse.get(method)
        if (refusal && refusal.times > 0) {
          refusal.times -= 1
          response.writeHead(refusal.status).end()
        } else if (method === 'GET') {
          const file = this.files.get(url)
          if (file) response.writeHead(200, { 'content-length': file.length }).end(file)
          else response.writeHead(404).end()
        } else {
          this.uploads.push({ method, path: url, body: Buffer.concat(parts) })
          response.writeHead(201).end()
        }
      })
    })
  }

  static async open(): Promise<PlainFiles> {
    const files = new PlainFiles()
    await new Promise<void>((resolve) => files.#server.listen(0, '127.0.0.1', resolve))
    return files
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
