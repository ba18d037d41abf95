import { isSecretVariable } from '@shared/ocpp/variable'
import { HIDDEN_TOKEN } from '../cards/present'

/** A value as it may be written down. */
export interface Shown {
  readonly value: unknown
  /** Something in it was a secret and is hidden. */
  readonly hidden: boolean
}

/** Fields that hold a password, wherever they stand (2.x APNType, VPNType; 2.1 NetworkConnectionProfileType). */
const SECRET_FIELDS = new Set(['apnPassword', 'basicAuthPassword', 'password', 'simPin'])
/** Where 2.x writes an identifier beside its type. */
const TOKEN_FIELDS = new Set(['additionalIdToken', 'idToken'])
/** Where the value of a variable or of a 1.6 key stands beside its name. */
const VALUE_FIELDS = new Set(['attributeValue', 'value'])

/**
 * The value as it may stand in the database and on the screen: key codes (C04.FR.04), passwords and keys are hidden at
 * any depth, whatever message or command of whichever version it is.
 */
export function withoutSecrets(value: unknown): Shown {
  if (Array.isArray(value)) {
    const parts = value.map(withoutSecrets)
    return { value: parts.map((part) => part.value), hidden: parts.some((part) => part.hidden) }
  }
  if (typeof value !== 'object' || value === null) return { value, hidden: false }
  const secret = secretFields(value)
  let hidden = false
  const entries = Object.entries(value).map(([key, field]) => {
    const isSecret = secret(key) && (typeof field === 'string' || typeof field === 'number') && field !== ''
    const shown = isSecret ? { value: HIDDEN_TOKEN, hidden: true } : withoutSecrets(field)
    hidden ||= shown.hidden
    return [key, shown.value]
  })
  return { value: Object.fromEntries(entries), hidden }
}

/** Tells which fields of an object are secret. */
function secretFields(object: object): (key: string) => boolean {
  const isKeyCode = 'type' in object && object.type === 'KeyCode'
  const name = variableName(object)
  const isSecret = name !== null && isSecretVariable({ variable: name })
  const isVpn = 'server' in object && 'password' in object
  return (key) =>
    SECRET_FIELDS.has(key) ||
    (isKeyCode && TOKEN_FIELDS.has(key)) ||
    (isSecret && VALUE_FIELDS.has(key)) ||
    (isVpn && key === 'key')
}

/** The name of the variable that an object is about: 2.x `variable.name`, ours `variable`, 1.6 `key`. */
function variableName(object: object): string | null {
  if ('variable' in object) {
    const { variable } = object
    if (typeof variable === 'string') return variable
    if (typeof variable === 'object' && variable !== null && 'name' in variable) return String(variable.name)
  }
  return 'key' in object && typeof object.key === 'string' ? object.key : null
}
