import type { IdToken } from '@shared/ocpp/idToken'
import type { CallOutcome } from './link/callOutcome'

/** A session as an observer sees it. */
export interface SessionView {
  readonly evseId: number
  /** 2.0.1: made by the charger. 1.6: given by the server, null until then. */
  readonly transactionId: string | null
  readonly token: IdToken
  readonly startedAt: Date
  readonly meterStartWh: number
  readonly energyWh: number
  readonly powerW: number
}

/** Everything that happens to a charger, as it happens. */
export type ChargerEvent =
  | { readonly kind: 'connected'; readonly protocol: string }
  | { readonly kind: 'disconnected'; readonly code: number; readonly reason: string }
  /** The server answered the upgrade with something else than 101. */
  | { readonly kind: 'refused'; readonly statusCode: number; readonly body: string }
  | { readonly kind: 'unreachable'; readonly message: string }
  | { readonly kind: 'frame'; readonly direction: 'in' | 'out'; readonly text: string }
  | { readonly kind: 'booted'; readonly status: string; readonly intervalSeconds: number }
  /** All that a charger tells by itself after it connected or was accepted has been told. */
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'call-answered'
      readonly action: string
      readonly request: object
      readonly outcome: CallOutcome
    }
  /** An answer that fits no outstanding CALL, for instance to a raw text. */
  | { readonly kind: 'stray-answer'; readonly id: string; readonly text: string }
  | { readonly kind: 'command-received'; readonly action: string; readonly payload: object }
  | { readonly kind: 'command-answered'; readonly action: string; readonly answer: object }
  /** The server broke the protocol: a payload against its schema, two CALLs at once, a foreign error code. */
  | { readonly kind: 'violation'; readonly about: string; readonly problems: readonly string[] }
  | { readonly kind: 'status'; readonly evseId: number; readonly status: string }
  | { readonly kind: 'session-started'; readonly session: SessionView }
  | { readonly kind: 'session-updated'; readonly session: SessionView }
  | { readonly kind: 'session-ended'; readonly session: SessionView; readonly reason: string }
  | { readonly kind: 'message-discarded'; readonly action: string; readonly why: 'attempts' | 'queue-full' }
  | { readonly kind: 'certificate-requested'; readonly csr: string; readonly status: string }
  | { readonly kind: 'certificate-installed'; readonly chain: string }
  | { readonly kind: 'certificate-refused'; readonly why: string }
  | { readonly kind: 'resetting'; readonly type: string }
  | { readonly kind: 'stopped' }

export type ChargerEventKind = ChargerEvent['kind']
export type EventOf<K extends ChargerEventKind> = Extract<ChargerEvent, { kind: K }>
