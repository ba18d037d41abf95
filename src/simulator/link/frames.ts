import type { Protocol } from '@shared/ocpp/station'

/** An OCPP-J frame as it came in (1.6 J §4, 2.0.1 part 4 §4). */
export type Frame =
  | { readonly kind: 'call'; readonly id: string; readonly action: string; readonly payload: object }
  | { readonly kind: 'result'; readonly id: string; readonly payload: object }
  | {
      readonly kind: 'error'
      readonly id: string
      readonly code: string
      readonly description: string
      readonly details: object
    }
  /** 2.1: the other side could not take our answer. */
  | {
      readonly kind: 'result-error'
      readonly id: string
      readonly code: string
      readonly description: string
      readonly details: object
    }
  /** 2.1: a message that nobody answers. */
  | { readonly kind: 'send'; readonly id: string; readonly action: string; readonly payload: object }
  | { readonly kind: 'other'; readonly id: string | null; readonly messageType: number }
  | { readonly kind: 'unreadable'; readonly id: string | null; readonly why: string }

/** Longest message id (2.0.1 part 4 §4.1.4). */
const MAX_ID = 36

/** Longest description of a CALLERROR. */
const MAX_DESCRIPTION = 255

/** Reads one text frame; never throws. Types 5 and 6 exist from 2.1 on; before, they are unknown types like any other. */
export function readFrame(text: string, protocol: Protocol): Frame {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'unreadable', id: null, why: 'not JSON' }
  }
  if (!Array.isArray(value)) return { kind: 'unreadable', id: null, why: 'not an array' }
  const [type, rawId, ...rest]: unknown[] = value
  const id = typeof rawId === 'string' && rawId.length > 0 && rawId.length <= MAX_ID ? rawId : null
  if (typeof type !== 'number') return { kind: 'unreadable', id, why: 'no message type' }
  const known = type === 2 || type === 3 || type === 4 || (protocol === 'ocpp2.1' && (type === 5 || type === 6))
  if (!known) return { kind: 'other', id, messageType: type }
  if (id === null) return { kind: 'unreadable', id, why: 'message id is not a text of 1 to 36 characters' }
  const [first, second, third] = rest
  if (type === 2 || type === 6) {
    if (rest.length !== 2 || typeof first !== 'string' || !isObject(second)) {
      return { kind: 'unreadable', id, why: `a ${type === 2 ? 'CALL' : 'SEND'} is [${type}, id, action, payload]` }
    }
    return { kind: type === 2 ? 'call' : 'send', id, action: first, payload: second }
  }
  if (type === 3) {
    if (rest.length !== 1 || !isObject(first))
      return { kind: 'unreadable', id, why: 'a CALLRESULT is [3, id, payload]' }
    return { kind: 'result', id, payload: first }
  }
  if (rest.length !== 3 || typeof first !== 'string' || typeof second !== 'string' || !isObject(third)) {
    return { kind: 'unreadable', id, why: `an error is [${type}, id, code, description, details]` }
  }
  if (second.length > MAX_DESCRIPTION) return { kind: 'unreadable', id, why: 'error description of more than 255' }
  return { kind: type === 4 ? 'error' : 'result-error', id, code: first, description: second, details: third }
}

export function callText(id: string, action: string, payload: object): string {
  return JSON.stringify([2, id, action, payload])
}

export function resultText(id: string, payload: object): string {
  return JSON.stringify([3, id, payload])
}

export function errorText(id: string, code: string, description: string): string {
  return JSON.stringify([4, id, code, description.slice(0, MAX_DESCRIPTION), {}])
}

/** CALLRESULTERROR (2.1): says that the answer with this id could not be taken. */
export function resultErrorText(id: string, code: string, description: string): string {
  return JSON.stringify([5, id, code, description.slice(0, MAX_DESCRIPTION), {}])
}

/** SEND (2.1): the other side does not answer it. */
export function sendText(id: string, action: string, payload: object): string {
  return JSON.stringify([6, id, action, payload])
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
