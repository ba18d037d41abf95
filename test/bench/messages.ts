import type { Protocol } from '@shared/ocpp/station'

/** What a server under test says once, when it listens. */
export interface Listening {
  /** Base URL without the identity. */
  readonly url: string
  /** One-time link of its console; null where it has none. */
  readonly link: string | null
}

/** Asks a server for the processor time it has used since it started. */
export interface CpuQuestion {
  readonly kind: 'cpu'
}
export interface CpuAnswer {
  readonly microseconds: number
}

/** Asks a server for its resident memory, after a garbage collection. */
export interface MemoryQuestion {
  readonly kind: 'memory'
}
export interface MemoryAnswer {
  readonly residentBytes: number
}

/** Asks a server how late its event loop ran since it was asked last; the first time only begins to measure. */
export interface LoopQuestion {
  readonly kind: 'loop'
}
export interface LoopAnswer {
  readonly p50Ms: number
  readonly p99Ms: number
  readonly maxMs: number
}

/** Asks a site what its live log has kept and what is missing in it, after everything that was noted is written. */
export interface FramesQuestion {
  readonly kind: 'frames'
}
export interface FramesAnswer {
  readonly kept: number
  readonly missing: number
}
export type ServerQuestion = CpuQuestion | MemoryQuestion | LoopQuestion | FramesQuestion
export type ServerAnswer = CpuAnswer | MemoryAnswer | LoopAnswer | FramesAnswer

/** What a charger of the load says again and again; `status` is heartbeats and connector states in turn. */
export type Work = 'authorize' | 'transaction-event' | 'status'

/** How the answers are to look: a central system's CALLRESULT, or the frame itself. */
export type Answering = 'result' | 'echo'

export interface ConnectRequest {
  readonly kind: 'connect'
  /** Name under which this fleet is run later. */
  readonly fleet: string
  readonly url: string
  readonly protocol: Protocol
  readonly chargers: number
  readonly work: Work
  readonly answering: Answering
}
export interface RunRequest {
  readonly kind: 'run'
  readonly fleet: string
  readonly seconds: number
}
/** Everybody calls once every so often, whether the last call was answered or not (an open loop). */
export interface PaceRequest {
  readonly kind: 'pace'
  readonly fleet: string
  readonly everyMs: number
  readonly seconds: number
}
/** Ends all connections of a fleet at once and opens them again, each with a boot and a connector's state. */
export interface StormRequest {
  readonly kind: 'storm'
  readonly url: string
  readonly chargers: number
  /** File with their certificates (TlsMaterial), where they come with TLS. */
  readonly tls?: string
}
/** Whole mutual TLS handshakes, one after the other, for so long. */
export interface HandshakesRequest {
  readonly kind: 'handshakes'
  readonly url: string
  readonly tls: string
  readonly seconds: number
}
export interface DisconnectRequest {
  readonly kind: 'disconnect'
  readonly fleet: string
}
export type LoadRequest =
  | ConnectRequest
  | RunRequest
  | PaceRequest
  | StormRequest
  | HandshakesRequest
  | DisconnectRequest

/** What one run of a fleet brought: every call was answered as it should. */
export interface RunAnswer {
  readonly calls: number
  readonly seconds: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Share of the time in which the load generator itself was busy: near 1 it is what limits. */
  readonly busy: number
}

/** What came of a fleet at its pace. */
export interface PaceAnswer {
  readonly sent: number
  readonly answered: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly busy: number
}

/** How long it took until everybody was back and answered. */
export interface StormAnswer {
  readonly seconds: number
}
/** Handshakes that came to their end, and how busy the load generator was with its half of them. */
export interface HandshakesAnswer {
  readonly handshakes: number
  readonly seconds: number
  readonly busy: number
}
export type LoadAnswer = RunAnswer | PaceAnswer | StormAnswer | HandshakesAnswer | null

/** Lets the devices of a broker publish and read for so long. `file`: where that broker wrote down who may. */
export interface MqttLoadRequest {
  readonly file: string
  readonly seconds: number
}
export interface MqttLoadAnswer {
  /** That reached their subscribers. */
  readonly messages: number
  readonly seconds: number
  readonly p99Ms: number
  readonly busy: number
}

/** Counts what a screen gets for so long. */
export interface WatchRequest {
  readonly kind: 'watch'
  readonly seconds: number
}
/** Events of each feed a second, the busiest first, and what they weigh. */
export interface WatchAnswer {
  readonly eventsPerSecond: Readonly<Record<string, number>>
  readonly bytesPerSecond: number
}

/** Asks a site to fill its request desk and to measure: so many approved in one go, so many waiting. */
export interface DeskQuestion {
  readonly approved: number
  readonly waiting: number
  readonly rounds: number
}
export interface DeskAnswer {
  /** Approving all in one go. */
  readonly approveMs: number
  /** Beside making the same certificates and nothing else: their time as a share of ours. */
  readonly ofCertificates: number
  /** Beside the bare signatures. */
  readonly ofSignatures: number
  readonly certificatesMs: number
  readonly signaturesMs: number
  /** Requests that wait while the page is asked for. */
  readonly waiting: number
  readonly searches: readonly SearchFigures[]
}

/** Asks the site on a filled ledger to measure everything; `until` is when its last session began. */
export interface LedgerQuestion {
  readonly until: number
}
/** A question of the screen: the first time, with nothing in memory yet, and the median of the further ones. */
export interface SearchFigures {
  readonly name: string
  readonly firstMs: number
  readonly medianMs: number
}
export interface LedgerAnswer {
  /** From the start of the site to its being open. */
  readonly openedMs: number
  readonly searches: readonly SearchFigures[]
  /** The whole ledger as a table. */
  readonly table: {
    readonly firstRowMs: number
    readonly rows: number
    readonly bytes: number
    readonly seconds: number
    readonly residentMost: number
    /** Processor time of a part: so long the event loop is held at a time. */
    readonly partP99Ms: number
    readonly partMaxMs: number
  }
  /** Resident memory before the first question and after the last, in bytes. */
  readonly residentBefore: number
  readonly residentAfter: number
}
