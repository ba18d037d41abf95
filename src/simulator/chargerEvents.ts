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
  /** What the server last said it costs; null: nothing. */
  readonly cost: number | null
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
  /** 2.1: the server could not take one of our answers (CALLRESULTERROR). */
  | { readonly kind: 'answer-refused'; readonly id: string; readonly code: string; readonly description: string }
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
  | { readonly kind: 'message-discarded'; readonly action: string; readonly why: 'attempts' | 'queue-full' | 'lost' }
  | { readonly kind: 'security'; readonly type: string }
  | { readonly kind: 'certificate-requested'; readonly csr: string; readonly status: string }
  | { readonly kind: 'certificate-installed'; readonly chain: string }
  | { readonly kind: 'certificate-refused'; readonly why: string }
  | { readonly kind: 'resetting'; readonly type: string }
  /** How far a firmware update is, in the words of 2.x. */
  | { readonly kind: 'firmware'; readonly status: string; readonly requestId: number | null }
  /** How far the upload of a log is, in the words of 2.x. */
  | { readonly kind: 'log-upload'; readonly status: string; readonly requestId: number | null }
  | {
      readonly kind: 'reservation'
      readonly id: number
      readonly status: 'made' | 'used' | 'expired' | 'removed' | 'cancelled'
    }
  /** What may flow at an EVSE is another now, W. */
  | { readonly kind: 'limit'; readonly evseId: number; readonly limitW: number }
  /** The display shows something else; newest first. */
  | { readonly kind: 'display'; readonly texts: readonly string[] }
  | { readonly kind: 'stopped' }

export type ChargerEventKind = ChargerEvent['kind']
export type EventOf<K extends ChargerEventKind> = Extract<ChargerEvent, { kind: K }>
