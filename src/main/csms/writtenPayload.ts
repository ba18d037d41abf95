import { isKeyCodeType, mayNameKeyCode } from '@shared/ocpp/keyCode'
import { HIDDEN_TOKEN } from '../cards/present'
import type { IncomingCall } from './rpc/connection'

/** A message as it may be written down: with key codes hidden (C04.FR.04). The payload itself when it holds none. */
export function writtenPayload(call: IncomingCall): object {
  return mayHoldKeyCode(call) ? (withoutKeyCodes(call.payload) as object) : call.payload
}

/**
 * Whether something of type KeyCode may stand in the frame. What was understood decides: the word can be spelt with
 * escapes. JSON has no other way to write a letter than itself and \u, so that most frames need no closer look. The
 * word itself is enough: an object that says a key twice is understood by its last, and both would be kept.
 */
function mayHoldKeyCode({ text, payload }: IncomingCall): boolean {
  return mayNameKeyCode(text) || (text.includes('\\u') && holdsKeyCode(payload))
}

function isKeyCode(value: object): boolean {
  return 'type' in value && isKeyCodeType(value.type)
}

function holdsKeyCode(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return isKeyCode(value) || Object.values(value).some(holdsKeyCode)
}

/**
 * Where 2.x writes an identifier beside its type: in an id token, and in its additional information; in any letters,
 * because a frame that is refused is kept as well.
 */
const TOKEN_FIELD = /^(?:additional)?idtoken$/i

/** The value with the text of every identifier of type KeyCode hidden, at any depth (C04.FR.04). */
function withoutKeyCodes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutKeyCodes)
  if (typeof value !== 'object' || value === null) return value
  const isSecret = isKeyCode(value)
  const hidden = Object.entries(value).map(([key, field]) => [
    key,
    isSecret && TOKEN_FIELD.test(key) ? HIDDEN_TOKEN : withoutKeyCodes(field),
  ])
  return Object.fromEntries(hidden)
}
