import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { CommandPort } from '../commandPort'
import { download } from '../files/transfer'
import type { Handlers2x } from './commands/commands'

type Status = OCPP21.PublishFirmwareStatusEnumType

/** Hands firmware on to other chargers of the site (L03, L04): fetches it, checks its MD5, serves it on loopback. */
export class Publishing {
  readonly #port: CommandPort
  readonly #published = new Map<string, Server>()
  #abort = new AbortController()
  #fetching: string | null = null
  #status: Status = 'Idle'

  constructor(port: CommandPort) {
    this.#port = port
  }

  readonly commands: Handlers2x<'PublishFirmware' | 'UnpublishFirmware'> = {
    PublishFirmware: (request) => {
      if (this.#fetching !== null) return { payload: { status: 'Rejected' } }
      this.#fetching = request.checksum.toLowerCase()
      return { payload: { status: 'Accepted' }, afterwards: () => void this.#publish(request) }
    },

    UnpublishFirmware: ({ checksum }) => {
      const key = checksum.toLowerCase()
      if (this.#fetching === key) return { payload: { status: 'DownloadOngoing' } }
      const server = this.#published.get(key)
      if (!server) return { payload: { status: 'NoFirmware' } }
      this.#published.delete(key)
      server.close()
      server.closeAllConnections()
      return { payload: { status: 'Unpublished' } }
    },
  }

  /** What a trigger asks for (F06). */
  readonly tellStatus = (): void => {
    void this.#port.tell('PublishFirmwareStatusNotification', {
      status: this.#fetching === null ? 'Idle' : this.#status,
    })
  }

  stop(): void {
    this.#abort.abort()
    this.#abort = new AbortController()
    this.#fetching = null
    for (const server of this.#published.values()) {
      server.close()
      server.closeAllConnections()
    }
    this.#published.clear()
  }

  async #publish({ checksum, location, requestId, retries = 0, retryInterval = 30 }: OCPP21.PublishFirmwareRequest) {
    const port = this.#port
    const say = (status: Status, at?: string) => {
      this.#status = status
      const payload: OCPP21.PublishFirmwareStatusNotificationRequest = {
        status,
        requestId,
        ...(at === undefined ? {} : { location: [at] }),
      }
      void port.tell('PublishFirmwareStatusNotification', payload)
    }
    say('Downloading')
    const { signal } = this.#abort
    const options = { roots: port.trust.serverRoots, signal }
    let file = await download(location, options)
    for (let attempt = 0; !file.ok && attempt < retries; attempt += 1) {
      await new Promise<void>((resolve) => port.timers.after(retryInterval, resolve))
      file = await download(location, options)
    }
    if (signal.aborted) return
    this.#fetching = null
    if (!file.ok) return say('DownloadFailed')
    say('Downloaded')
    if (createHash('md5').update(file.body).digest('hex') !== checksum.toLowerCase()) return say('InvalidChecksum')
    say('ChecksumVerified')
    const { body } = file
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': body.length })
      response.end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    this.#published.set(checksum.toLowerCase(), server)
    say('Published', `http://127.0.0.1:${(server.address() as AddressInfo).port}/${checksum.toLowerCase()}`)
  }
}
