import type { Protocol } from '@shared/ocpp/station'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
// Only the schemas: the package's root would compile all of them at import, which takes seconds.
import * as schemas16 from 'typed-ocpp/dist/ocpp16/schemas.js'
import * as schemas201 from 'typed-ocpp/dist/ocpp20/schemas.js'
import * as schemas21 from 'typed-ocpp/dist/ocpp21/schemas.js'
import type { Refusal } from './errorCodes'

export type SchemaCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly problems: readonly string[]; readonly refusal: Refusal }

const SCHEMAS: Readonly<Record<Protocol, Readonly<Record<string, unknown>>>> = {
  'ocpp1.6': schemas16,
  'ocpp2.0.1': schemas201,
  'ocpp2.1': schemas21,
}

const FINE: SchemaCheck = { ok: true }

let ajv: Ajv | undefined
const compiled = new Map<string, ValidateFunction>()

/** True when the version has a request of that name, in whichever direction. */
export function knowsAction(protocol: Protocol, action: string): boolean {
  return Object.hasOwn(SCHEMAS[protocol], `${action}Request`)
}

/** Checks the payload of a CALL that came in. The action must be known. */
export function checkRequest(protocol: Protocol, action: string, payload: object): SchemaCheck {
  return check(protocol, `${action}Request`, payload)
}

/** Checks the payload of a SEND (2.1): its schema has the bare name of the action. Unknown names do not pass. */
export function checkSend(protocol: Protocol, action: string, payload: object): SchemaCheck {
  if (Object.hasOwn(SCHEMAS[protocol], action)) return check(protocol, action, payload)
  return { ok: false, problems: [`${action} is no unconfirmed message of ${protocol}`], refusal: 'unknown-action' }
}

/** The official schema of a request, for what has to know which field is what; null for an action without one. */
export function requestSchema(protocol: Protocol, action: string): object | null {
  return (SCHEMAS[protocol][`${action}Request`] as object | undefined) ?? null
}

/** Checks the payload of a CALLRESULT. An action without a schema passes: a raw call may use any name. */
export function checkResponse(protocol: Protocol, action: string, payload: object): SchemaCheck {
  return knowsAction(protocol, action) ? check(protocol, `${action}Response`, payload) : FINE
}

function check(protocol: Protocol, name: string, payload: object): SchemaCheck {
  const validate = validator(protocol, name)
  if (validate(payload)) return FINE
  const errors = validate.errors ?? []
  return {
    ok: false,
    problems: errors.map((error) => `${error.instancePath || '/'} ${error.message ?? error.keyword}`),
    refusal: refusalOf(errors[0]?.keyword),
  }
}

function validator(protocol: Protocol, name: string): ValidateFunction {
  const key = `${protocol} ${name}`
  const known = compiled.get(key)
  if (known) return known
  if (!ajv) {
    ajv = new Ajv({ strict: false })
    // ajv-formats is CommonJS: under plain Node its function sits one `default` deeper than the types say.
    const add = typeof addFormats === 'function' ? addFormats : (addFormats as { default: typeof addFormats }).default
    add(ajv)
  }
  const validate = ajv.compile(SCHEMAS[protocol][name] as object)
  compiled.set(key, validate)
  return validate
}

function refusalOf(keyword: string | undefined): Refusal {
  switch (keyword) {
    case 'required':
      return 'missing-property'
    case 'type':
      return 'bad-type'
    case 'additionalProperties':
      return 'bad-format'
    default:
      return 'bad-value'
  }
}
