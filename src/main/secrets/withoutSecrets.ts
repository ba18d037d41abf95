// By their files and not by an alias: the live log's worker is also run from source, where nothing knows aliases.
import { isKeyCodeType } from '../../shared/ocpp/keyCode.ts'
import { isSecretVariable } from '../../shared/ocpp/variable.ts'
import { HIDDEN, withoutSecretsInText } from './secretText.ts'

/** A value as it may be written down. */
export interface Shown {
  readonly value: unknown
  /** Something in it was a secret and is hidden. */
  readonly hidden: boolean
}

/** Fields that hold a password or a key, wherever they stand (2.x APNType, VPNType, NetworkConnectionProfileType, vendors). */
const SECRET_FIELD =
  /(?:passwords?|passwd|passphrase|passcode|secret|authorization[_-]?key|private[_-]?key|preshared[_-]?key|(?:api|access)[_-]?key|(?:access|auth|bearer|refresh)[_-]?token|credentials?|simpin|^psk|^pin|^pincode)$/i
/** Where 2.x writes an identifier beside its type. */
const TOKEN_FIELD = /^(?:additional)?idtoken$/i
/** What lies deeper is hidden as a whole: no message of any version is half as deep, and walking down has its bounds. */
const DEPTH_MAX = 100
/** Where the value of a variable or of a 1.6 key stands: value, attributeValue, actualValue. */
const VALUE_FIELD = /value$/i

/**
 * The value as it may stand in a database, on the screen and in a file for others: key codes (C04.FR.04), passwords and
 * keys are hidden at any depth, also in texts that hold JSON, and so are logins and signatures in links. Whatever
 * message of whichever version it is; empty texts stay, because nothing in them is secret.
 */
export function withoutSecrets(value: unknown): Shown {
  let hidden = false
  const hide = (field: unknown) => {
    if (field === null || field === undefined || field === '') return field
    hidden = true
    return HIDDEN
  }
  const text = (field: string): string => {
    const inner = parsedObject(field)
    if (inner !== null) {
      const shown = withoutSecrets(inner)
      if (!shown.hidden) return field
      hidden = true
      return JSON.stringify(shown.value)
    }
    const shown = withoutSecretsInText(field)
    if (shown !== field) hidden = true
    return shown
  }
  /** @param secret whether the variable that the object belongs to is secret */
  const walk = (field: unknown, secret: boolean, depth: number): unknown => {
    if (typeof field === 'string') return text(field)
    if (typeof field !== 'object' || field === null) return field
    if (depth > DEPTH_MAX) return hide(field)
    if (Array.isArray(field)) return field.map((part) => walk(part, secret, depth + 1))
    const facts = factsOf(field)
    const inSecret = facts.variable === null ? secret : isSecretVariable({ variable: facts.variable })
    const entries = Object.entries(field).map(([key, part]) => {
      const isSecret =
        SECRET_FIELD.test(key) ||
        (facts.isKeyCode && TOKEN_FIELD.test(key)) ||
        (facts.isVpn && key === 'key') ||
        (inSecret && VALUE_FIELD.test(key))
      return [key, isSecret ? hide(part) : walk(part, inSecret, depth + 1)]
    })
    return Object.fromEntries(entries)
  }
  const shown = walk(value, false, 0)
  return { value: shown, hidden }
}

interface Facts {
  readonly isKeyCode: boolean
  /** 2.x VPNType has a field `key` that is one. */
  readonly isVpn: boolean
  /** The name of the variable that the object is about: 2.x `variable.name`, ours `variable`, 1.6 `key`. */
  readonly variable: string | null
}

function factsOf(object: object): Facts {
  let isKeyCode = false
  let variable: string | null = null
  for (const [key, field] of Object.entries(object)) {
    const name = key.toLowerCase()
    if (name === 'type') isKeyCode ||= isKeyCodeType(field)
    else if (name === 'key' && typeof field === 'string') variable ??= field
    else if (name === 'variable') variable = typeof field === 'string' ? field : (nameOf(field) ?? variable)
  }
  return { isKeyCode, isVpn: 'server' in object && 'password' in object, variable }
}

function nameOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : null
}

/** What a text holds that is JSON itself, such as the data of a DataTransfer; null for any other text. */
function parsedObject(text: string): object | null {
  if (!/^\s*[{[]/.test(text)) return null
  try {
    return JSON.parse(text) as object
  } catch {
    return null
  }
}
