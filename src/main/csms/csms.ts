import { randomUUID } from 'node:crypto'
import type { Protocol } from '@shared/ocpp/station'
import { stationAnswers as words } from '@shared/words/en/stationAnswers'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import type { Files } from '../files/files'
import type { Frames } from '../frames/frames'
import type { ConnectionFacts } from '../stations/connection'
import type { Adapters } from './adapters'
import type { CsmsDomain } from './domain'
import { createFileApp } from './files/fileApp'
import { isFilePath } from './files/link'
import { findingOf } from './findingOf'
import type { CsmsLimits } from './limits'
import type { Links } from './links'
import { closeReason } from './links'
import { FrameRate } from './listener/frameRate'
import { type Listener, openListener, type Refusal } from './listener/listener'
import type { Anomaly } from './rpc/connection'
import { StationLink } from './stationLink'

export interface CsmsOptions {
  readonly adapters: Adapters
  readonly bind: string
  readonly port: number
  readonly limits: CsmsLimits
  readonly domain: CsmsDomain
  readonly links: Links
  /** Firmware and logs of the stations, served on the same port. */
  readonly files: Pick<Files, 'transfers' | 'limits'>
  /** The live log: hears every text, before anything is made of it. */
  readonly frames: Pick<Frames, 'tap'>
  readonly log: Logger
  /** A station is connected, admitted and has been served once: what waits for it can be sent. */
  readonly onStationReady: (stationId: number) => void
}

/** The running central system: a listener and the stations connected to it. */
export interface Csms {
  readonly listener: Listener
  close(): Promise<void>
}

/** Close codes of RFC 6455 that are used here. */
const GOING_AWAY = 1001
const UNSUPPORTED_DATA = 1003
const POLICY_VIOLATION = 1008
const TRY_AGAIN_LATER = 1013

/** @throws AppError PORT_IN_USE, PORT_FORBIDDEN, ADDRESS_NOT_AVAILABLE */
export async function openCsms(options: CsmsOptions): Promise<Csms> {
  const { adapters, domain, links, limits, log } = options

  const admit = async (identity: string, remoteAddress: string): Promise<Refusal | null> => {
    const arrival = domain.stations.arrive(identity, remoteAddress)
    switch (arrival.kind) {
      case 'known':
        return null
      case 'refused':
        return { status: 404, message: words.upgrade.refused }
      case 'too-many-waiting':
        return { status: 503, message: words.upgrade.tooManyWaiting }
    }
  }

  /** An answer of ours that a station could not understand (2.1): somebody should know, and nobody waits for it. */
  const keepRefusedResult = (stationId: number, refused: Extract<Anomaly, { kind: 'result-refused' }>) => {
    // Of a station that waits nothing is kept but what introduces it.
    if (domain.stations.record(stationId)?.admission !== 'admitted') return
    const { id: messageId, action: answerTo, code, description } = refused
    const payload = { answerTo, code, description, messageId }
    domain.notices
      .keep({ stationId, topic: 'protocol', action: 'CALLRESULTERROR', requestId: null, payload })
      .catch((error) => log.error({ error }, 'notice could not be kept'))
  }

  const connect = (
    socket: WebSocket,
    sendText: (text: string) => void,
    identity: string,
    protocol: Protocol,
    remoteAddress: string,
    httpOrigin: string,
  ) => {
    const stationLog = log.child({ station: identity })
    // First of all: an error that nobody listens for ends the program.
    socket.on('error', (error) => stationLog.info({ reason: error.message }, 'connection error'))
    // Known since `admit`; asked again because the manager may have refused it in between, or others taken its place.
    const arrival = domain.stations.arrive(identity, remoteAddress)
    if (arrival.kind === 'refused') return socket.close(POLICY_VIOLATION, words.close.refused)
    if (arrival.kind === 'too-many-waiting') return socket.close(TRY_AGAIN_LATER, words.close.tooManyWaiting)
    const stationId = arrival.station.id
    const facts: ConnectionFacts = {
      protocol,
      remoteAddress,
      transport: 'ws',
      authenticated: false,
      since: domain.clock(),
      httpOrigin,
    }
    const rate = new FrameRate(socket, limits.framesPerSecond)
    const tap = options.frames.tap(stationId, identity)
    const link = new StationLink({
      stationId,
      connection: facts,
      adapter: adapters[protocol],
      domain,
      limits,
      newMessageId: randomUUID,
      socket: {
        send(text) {
          tap.sent(text)
          sendText(text)
          if (socket.bufferedAmount <= limits.unsentBytes) return
          stationLog.warn({ unsent: socket.bufferedAmount }, 'does not read what it is sent; ended')
          socket.terminate()
        },
        pause: () => rate.hold('queue'),
        resume: () => rate.release('queue'),
      },
      onAnomaly: (anomaly) => {
        tap.finding(findingOf(anomaly))
        if (anomaly.kind === 'result-refused') keepRefusedResult(stationId, anomaly)
        const cause = anomaly.kind === 'failed' && anomaly.error !== anomaly.cause ? anomaly.cause : undefined
        if (cause)
          stationLog.error({ error: cause, action: 'action' in anomaly ? anomaly.action : undefined }, 'call failed')
        else stationLog.debug({ anomaly }, 'out of order')
      },
      onReady: () => options.onStationReady(stationId),
    })
    const open = {
      link,
      close: (code: number, reason: string) => socket.close(code, closeReason(reason)),
      terminate: () => socket.terminate(),
    }
    links.attach(stationId, open)
    domain.stations.connected(stationId, facts)
    stationLog.info({ protocol, remoteAddress }, 'connected')
    const life = keepAlive(socket, limits.pingMs)

    socket.on('message', (data, isBinary) => {
      if (isBinary) return socket.close(UNSUPPORTED_DATA, words.close.binary)
      life.heard()
      rate.count()
      const text = data.toString()
      tap.received(text)
      link.rpc.receive(text)
    })
    socket.on('close', (code) => {
      life.stop()
      rate.stop()
      link.rpc.closed()
      tap.closed()
      links.detach(stationId, open)
      domain.stations.disconnected(stationId, facts)
      stationLog.info({ code }, 'disconnected')
    })
  }

  const serveFiles = createFileApp({ ...options.files, log })
  const listener = await openListener({
    bind: options.bind,
    port: options.port,
    portOption: '--ocpp-port',
    limits,
    log,
    admit: ({ identity }, remoteAddress) => admit(identity, remoteAddress),
    http: (request, response) => {
      if (!isFilePath(request.url)) return false
      serveFiles(request, response)
      return true
    },
    onConnection: (socket, { identity, protocol }, remoteAddress, send, httpOrigin) => {
      try {
        connect(socket, send, identity, protocol, remoteAddress, httpOrigin)
      } catch (error) {
        log.error({ error, station: identity }, 'connection could not be taken')
        socket.terminate()
      }
    },
  })

  return {
    listener,
    async close() {
      links.closeAll(GOING_AWAY, words.close.shuttingDown)
      await listener.close()
    },
  }
}

/** Pings a connection and ends it when a whole turn brought no sign of life: that is how a half-open one is found. */
function keepAlive(socket: WebSocket, everyMs: number): { heard(): void; stop(): void } {
  let alive = true
  const heard = () => {
    alive = true
  }
  socket.on('pong', heard)
  const timer = setInterval(() => {
    if (!alive) return socket.terminate()
    alive = false
    socket.ping()
  }, everyMs)
  return { heard, stop: () => clearInterval(timer) }
}
