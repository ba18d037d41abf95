import type { Protocol } from '@shared/ocpp/station'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import type { RpcErrorKind } from './rpcError'

/** A JSON schema of one message, as the official sets define it. */
export type Schema = Readonly<Record<string, unknown>>
/** The schemas of a version by name, such as `AuthorizeRequest`. */
export type SchemaSet = Readonly<Record<string, Schema>>

/** What is wrong with a payload: the kind of constraint and where, in words for the station's log. */
export interface Violation {
  readonly kind: RpcErrorKind
  readonly description: string
}

export interface Validators {
  /** True when the version knows the action at all, as a request or as a message that is never answered. */
  knows(action: string): boolean
  /** @returns null when the payload is valid */
  check(action: string, direction: Direction, payload: unknown): Violation | null
}

type Direction = 'Request' | 'Response'

const KINDS: Readonly<Record<string, RpcErrorKind>> = {
  type: 'type',
  required: 'occurrence',
  minItems: 'occurrence',
  maxItems: 'occurrence',
}

/**
 * Validators of one version, each compiled at its first use: compiling all at once would cost seconds and most are
 * never needed. Properties the schema does not know are let through: they harm nobody, and refusing them would lose
 * the message. @param schemas loaded by the caller, one set a version
 */
export function createValidators(protocol: Protocol, schemas: SchemaSet): Validators {
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    allErrors: false,
    messages: true,
    logger: false,
    // 0.3 is a multiple of 0.1 (1.6 limits), though not in binary fractions.
    multipleOfPrecision: 6,
  })
  addFormats(ajv)
  // RFC 3339 asks for an offset, and real stations leave it out. Refusing their records would lose sessions.
  ajv.addFormat('date-time', fullFormats['iso-date-time'])
  const compiled = new Map<string, ValidateFunction>()

  const schemaOf = (action: string, direction: Direction): Schema | undefined => {
    const name = `${action}${direction}`
    if (Object.hasOwn(schemas, name)) return schemas[name]
    // What is sent and never answered has a schema by its bare name (2.1 NotifyPeriodicEventStream).
    const isBare = direction === 'Request' && Object.hasOwn(schemas, action) && !/(?:Request|Response)$/.test(action)
    return isBare ? schemas[action] : undefined
  }
  const validator = (action: string, direction: Direction): ValidateFunction | undefined => {
    const key = `${action}${direction}`
    const found = compiled.get(key)
    if (found) return found
    const schema = schemaOf(action, direction)
    if (!schema) return undefined
    const { $id, ...anonymous } = adapted(schema) as Schema & { $id?: string }
    const validate = ajv.compile(anonymous)
    compiled.set(key, validate)
    return validate
  }

  return {
    knows: (action) => schemaOf(action, 'Request') !== undefined,
    check(action, direction, payload) {
      const validate = validator(action, direction)
      if (!validate) return { kind: 'not-implemented', description: `${protocol} has no ${action}` }
      if (validate(payload)) return null
      return toViolation(validate.errors?.[0])
    },
  }
}

function toViolation(error: ErrorObject | undefined): Violation {
  if (!error) return { kind: 'format', description: 'The payload does not match its schema' }
  const where = error.instancePath === '' ? 'the payload' : error.instancePath.slice(1)
  return { kind: KINDS[error.keyword] ?? 'property', description: `${where} ${error.message ?? 'is not valid'}` }
}

/** Integers of both versions have 32 bits; beyond these bounds not even the ledger can hold them. */
const INTEGER_BOUNDS = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }

/** The schema at every depth without its ban on unknown properties, and with bounds for integers that have none. */
function adapted(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(adapted)
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node).filter(([key, value]) => !(key === 'additionalProperties' && value === false))
  const copy = Object.fromEntries(entries.map(([key, value]) => [key, adapted(value)]))
  return copy.type === 'integer' ? { ...INTEGER_BOUNDS, ...copy } : copy
}
