import type { Protocol } from '@shared/ocpp/station'

/** Longest messageId that is taken (the specifications allow 36; a longer one harms nobody). */
export const MESSAGE_ID_MAX_LENGTH = 255

/** A message with more parts than it has by the specification; what they hold is left out. */
interface MaybeLonger {
  readonly hasExtraParts?: true
}

/** A frame as it was read: one of OCPP-J's messages, or what is wrong with it. */
export type Frame =
  | ({ readonly kind: 'call'; readonly id: string; readonly action: string; readonly payload: object } & MaybeLonger)
  | ({ readonly kind: 'result'; readonly id: string; readonly payload: unknown } & MaybeLonger)
  | { readonly kind: 'error'; readonly id: string; readonly code: string; readonly description: string }
  /** 2.1: the other side could not make sense of a CALLRESULT of ours. */
  | { readonly kind: 'result-error'; readonly id: string; readonly code: string; readonly description: string }
  /** 2.1: a message that is never answered. Nobody refers to its id, so one that can't be read does no harm. */
  | ({
      readonly kind: 'send'
      readonly id: string | null
      readonly action: string
      readonly payload: object
    } & MaybeLonger)
  /** `id` is null where it could not be read. */
  | { readonly kind: 'invalid'; readonly id: string | null; readonly problem: FrameProblem }

export type FrameProblem =
  /** Not JSON, or not an array with a message type. */
  | 'unreadable'
  /** A message type that this version does not have. */
  | 'unknown-type'
  /** A CALL whose parts are missing or of the wrong kind. */
  | 'malformed-call'
  /** An answer that can't be understood: nothing is said back to an answer. */
  | 'malformed-answer'
  /** A SEND whose parts are missing or of the wrong kind: it is never answered (2.1 part 4 §4.2.4). */
  | 'malformed-send'

const CALL = 2
const CALLRESULT = 3
const CALLERROR = 4
const CALLRESULTERROR = 5
const SEND = 6

/**
 * Reads one text frame (OCPP-J 1.6 §4, 2.0.1 and 2.1 part 4 §4). CALLRESULTERROR and SEND are messages of 2.1 only; to
 * the other versions they are types like any that they do not have. Never throws.
 */
export function parseFrame(text: string, protocol: Protocol): Frame {
  let message: unknown
  try {
    message = JSON.parse(text)
  } catch {
    return { kind: 'invalid', id: null, problem: 'unreadable' }
  }
  if (!Array.isArray(message) || message.length === 0) return { kind: 'invalid', id: null, problem: 'unreadable' }
  const [type, rawId] = message as unknown[]
  const id = readId(rawId)
  switch (type) {
    case CALL:
      return parseCall(message, id)
    case CALLRESULT:
      if (id === null || message.length < 3) return { kind: 'invalid', id, problem: 'malformed-answer' }
      return { kind: 'result', id, payload: message[2], ...longerThan(3, message) }
    case CALLERROR:
      return parseError('error', message, id)
    case CALLRESULTERROR:
      return protocol === 'ocpp2.1' ? parseError('result-error', message, id) : unknownType(id)
    case SEND:
      return protocol === 'ocpp2.1' ? parseSend(message, id) : unknownType(id)
    default:
      return typeof type === 'number' ? unknownType(id) : { kind: 'invalid', id, problem: 'unreadable' }
  }
}

function unknownType(id: string | null): Frame {
  return { kind: 'invalid', id, problem: 'unknown-type' }
}

function parseCall(message: unknown[], id: string | null): Frame {
  const [, , action, payload] = message
  if (id === null || typeof action !== 'string' || !isObject(payload)) {
    return { kind: 'invalid', id, problem: 'malformed-call' }
  }
  return { kind: 'call', id, action, payload, ...longerThan(4, message) }
}

function parseSend(message: unknown[], id: string | null): Frame {
  const [, , action, payload] = message
  if (typeof action !== 'string' || !isObject(payload)) return { kind: 'invalid', id, problem: 'malformed-send' }
  return { kind: 'send', id, action, payload, ...longerThan(4, message) }
}

function longerThan(parts: number, message: unknown[]): MaybeLonger | null {
  return message.length > parts ? { hasExtraParts: true } : null
}

function parseError(kind: 'error' | 'result-error', message: unknown[], id: string | null): Frame {
  const [, , code, description] = message
  // Stations leave out the description and the details; the code is what counts.
  if (id === null || typeof code !== 'string') return { kind: 'invalid', id, problem: 'malformed-answer' }
  return { kind, id, code, description: typeof description === 'string' ? description : '' }
}

function readId(value: unknown): string | null {
  return typeof value === 'string' && value.length > 0 && value.length <= MESSAGE_ID_MAX_LENGTH ? value : null
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function callFrame(id: string, action: string, payload: object): string {
  return JSON.stringify([CALL, id, action, payload])
}

export function resultFrame(id: string, payload: object): string {
  return JSON.stringify([CALLRESULT, id, payload])
}

/** `description` is cut to the 255 characters the specifications allow. */
export function errorFrame(id: string, code: string, description: string): string {
  return JSON.stringify([CALLERROR, id, code, description.slice(0, 255), {}])
}

/** Says that an answer could not be understood; a message of 2.1 only. `description` is cut to 255 characters. */
export function resultErrorFrame(id: string, code: string, description: string): string {
  return JSON.stringify([CALLRESULTERROR, id, code, description.slice(0, 255), {}])
}
