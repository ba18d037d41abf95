import type { Protocol } from '@shared/ocpp/station'

/** What a server under test says once, when it listens. */
export interface Listening {
  /** Base URL without the identity. */
  readonly url: string
}

/** Asks a server for the processor time it has used since it started. */
export interface CpuQuestion {
  readonly kind: 'cpu'
}
export interface CpuAnswer {
  readonly microseconds: number
}

/** What a charger of the load says again and again. */
export type Work = 'authorize' | 'transaction-event'

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
export interface DisconnectRequest {
  readonly kind: 'disconnect'
  readonly fleet: string
}
export type LoadRequest = ConnectRequest | RunRequest | DisconnectRequest

/** What one run of a fleet brought: every call was answered as it should. */
export interface RunAnswer {
  readonly calls: number
  readonly seconds: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Share of the time in which the load generator itself was busy: near 1 it is what limits. */
  readonly busy: number
}
