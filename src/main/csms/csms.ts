import { randomUUID } from 'node:crypto'
import { stationAnswers as words } from '@shared/words/en/stationAnswers'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import type { Access } from '../access/access'
import type { RefusedCall, RefusedCalls } from '../access/refusedCalls'
import type { PublishedPki } from '../ca/publishedPki'
import type { Files } from '../files/files'
import type { Frames } from '../frames/frames'
import type { PortSettings } from '../ports/portSettings'
import type { ConnectionFacts } from '../stations/connection'
import type { Adapters } from './adapters'
import type { DeviceAppOptions } from './devices/deviceApp'
import { createDeviceEntrance, isDevicePath } from './devices/entrance'
import type { CsmsDomain } from './domain'
import { certificateRefusalEvent, createEntrance } from './entrance'
import { createFileApp } from './files/fileApp'
import { isFilePath } from './files/link'
import { findingOf } from './findingOf'
import type { CsmsLimits } from './limits'
import type { Links } from './links'
import { closeReason } from './links'
import { type Admitted, createDoor, type Door, isLogged, type Visitor } from './listener/door'
import { FrameRate } from './listener/frameRate'
import { tlsProblem } from './listener/tlsProblem'
import { isOldTls, tlsVersionOf } from './listener/tlsVersion'
import { createPkiApp, isPkiPath } from './pki/pkiApp'
import type { Anomaly } from './rpc/connection'
import { StationLink } from './stationLink'

export interface CsmsOptions {
  readonly adapters: Adapters
  readonly limits: CsmsLimits
  readonly domain: CsmsDomain
  readonly links: Links
  /** How each station has to prove who it is. */
  readonly access: Pick<Access, 'check' | 'holds'>
  /** What the manager decided about the ports, as it stands now. */
  readonly portSettings: () => Pick<PortSettings, 'plain' | 'oldChargers'>
  readonly refusedCalls: Pick<RefusedCalls, 'note'>
  /** A station is connected and has proved itself with this certificate. */
  readonly onCertificateUsed: (stationId: number, serialNumber: string) => void
  /** Firmware and logs of the stations, served on the same ports. */
  readonly files: Pick<Files, 'transfers' | 'limits'>
  /** What the authority publishes, on the same ports. */
  readonly pki: PublishedPki
  /** How devices enrol, on the ports with TLS. */
  readonly devices: Omit<DeviceAppOptions, 'log'>
  /** The live log: hears every text, before anything is made of it. */
  readonly frames: Pick<Frames, 'tap'>
  readonly log: Logger
  /** A station is connected, admitted and has been served once: what waits for it can be sent. */
  readonly onStationReady: (stationId: number) => void
}

/** The central system behind the ports, and the stations connected to it. */
export interface Csms {
  /** Takes the callers of every port. */
  readonly door: Door
  /** A TLS handshake failed; nothing can be said to the caller any more. `transport`: what the port is there for. */
  handshakeFailed(error: NodeJS.ErrnoException, remoteAddress: string, transport?: 'wss' | 'mqtts'): void
  /** Says goodbye to every station, and waits for the end of their connections. */
  close(): Promise<void>
}

/** Close codes of RFC 6455 that are used here. */
const GOING_AWAY = 1001
const UNSUPPORTED_DATA = 1003
const POLICY_VIOLATION = 1008
const TRY_AGAIN_LATER = 1013

export function createCsms(options: CsmsOptions): Csms {
  const { adapters, domain, links, limits, log } = options

  const noteRefused = (call: RefusedCall, message: string): number => {
    const times = options.refusedCalls.note(call)
    const isCertificate = call.reason.startsWith('certificate-')
    const station = isCertificate && call.identity !== null && domain.stations.find(call.identity)
    // Once for each kind: whoever tries again and again fills no audit trail.
    if (station && times === 1) {
      certificateRefusalEvent(domain, station.id, message).catch((error) => log.error({ error }, 'event not kept'))
    }
    return times
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
    { identity, protocol, remoteAddress, transport, tlsVersion, httpOrigin }: Visitor,
    admitted: Admitted,
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
      transport,
      ...(tlsVersion === null ? {} : { tlsVersion }),
      authenticated: admitted.authenticated,
      certificateSerialNumber: admitted.certificateSerialNumber,
      since: domain.clock(),
      httpOrigin,
    }
    // What was good when it called may have changed while its password was checked.
    if (!options.access.holds(stationId, facts)) return socket.close(POLICY_VIOLATION, words.close.otherProfile)
    // The same of the port, or the version of TLS, that it came by: whoever is connected then is disconnected by others.
    const { plain, oldChargers } = options.portSettings()
    if (transport === 'ws' && !plain) return socket.close(POLICY_VIOLATION, words.close.plainClosed)
    if (isOldTls(tlsVersion) && !oldChargers) return socket.close(POLICY_VIOLATION, words.close.oldTls)
    const rate = new FrameRate(socket, limits.framesPerSecond)
    const tap = options.frames.tap(
      stationId,
      identity,
      () => domain.stations.record(stationId)?.admission === 'admitted',
    )
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
    if (facts.certificateSerialNumber !== undefined) {
      options.onCertificateUsed(stationId, facts.certificateSerialNumber)
    }
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
  const servePki = createPkiApp({ pki: options.pki, log })
  const serveDevices = createDeviceEntrance({ ...options.devices, log })
  const door = createDoor({
    limits,
    log,
    admit: createEntrance({ stations: domain.stations, access: options.access }),
    onRefused: noteRefused,
    http: (request, response) => {
      const { url } = request
      // A charger with old TLS fetches its firmware like any other; devices have no such excuse.
      const isDevice = isDevicePath(url) && !isOldTls(tlsVersionOf(request.socket))
      const serve = isFilePath(url) ? serveFiles : isPkiPath(url) ? servePki : isDevice ? serveDevices : null
      serve?.(request, response)
      return serve !== null
    },
    onConnection: (socket, visitor, admitted, send) => {
      try {
        connect(socket, send, visitor, admitted)
      } catch (error) {
        log.error({ error, station: visitor.identity }, 'connection could not be taken')
        socket.terminate()
      }
    },
  })

  return {
    door,
    handshakeFailed(error, remoteAddress, transport = 'wss') {
      const { reason, data } = tlsProblem(error)
      const times = noteRefused({ identity: null, remoteAddress, transport, reason, data }, '')
      if (isLogged(times)) log.info({ remoteAddress, why: data.problem, times }, 'TLS handshake failed')
    },
    async close() {
      links.closeAll(GOING_AWAY, words.close.shuttingDown)
      await door.close()
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
