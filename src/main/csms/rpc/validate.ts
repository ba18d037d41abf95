import type { Protocol } from '@shared/ocpp/station'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
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
  /**
   * Everything that is wrong with a payload, in its order; the validator for it is made at the first payload that is
   * not valid.
   */
  faults(action: string, direction: Direction, payload: unknown): readonly ErrorObject[]
  /** True when the version knows the action at all, as a request or as a message that is never answered. */
  knows(action: string): boolean
  /** @returns null when the payload is valid */
  check(action: string, direction: Direction, payload: unknown): Violation | null
}

export type Direction = 'Request' | 'Response'

const KINDS: Readonly<Record<string, RpcErrorKind>> = {
  type: 'type',
  required: 'occurrence',
  minItems: 'occurrence',
  maxItems: 'occurrence',
}

/**
 * Validators of one version, each compiled at its first use: compiling all at once would cost seconds and most are
 * never needed. They keep to the official schemas; `csms/quirks` makes sense of what departs from them.
 * @param schemas loaded by the caller, one set a version
 */
export function createValidators(protocol: Protocol, schemas: SchemaSet): Validators {
  const firstFault = createCompiler(false)
  const allFaults = createCompiler(true)

  const schemaOf = (action: string, direction: Direction): Schema | undefined => {
    const name = `${action}${direction}`
    if (Object.hasOwn(schemas, name)) return schemas[name]
    // What is sent and never answered has a schema by its bare name (2.1 NotifyPeriodicEventStream).
    const isBare = direction === 'Request' && Object.hasOwn(schemas, action) && !/(?:Request|Response)$/.test(action)
    return isBare ? schemas[action] : undefined
  }
  const validator = (of: Compiler, action: string, direction: Direction): ValidateFunction | undefined => {
    const compiled = of[direction]
    const found = compiled.get(action)
    if (found) return found
    const schema = schemaOf(action, direction)
    if (!schema) return undefined
    const { $id, ...anonymous } = bounded(schema) as Schema & { $id?: string }
    const validate = of.ajv.compile(anonymous)
    compiled.set(action, validate)
    return validate
  }

  return {
    knows: (action) => schemaOf(action, 'Request') !== undefined,
    faults(action, direction, payload) {
      const validate = validator(allFaults, action, direction)
      return !validate || validate(payload) ? [] : (validate.errors ?? [])
    },
    check(action, direction, payload) {
      const validate = validator(firstFault, action, direction)
      if (!validate) return { kind: 'not-implemented', description: `${protocol} has no ${action}` }
      if (validate(payload)) return null
      return toViolation(validate.errors?.[0])
    },
  }
}

/**
 * Validators by direction and action: a name put together of both would be hashed anew for every message. One that stops
 * at the first fault costs less for what is valid, too: it keeps no list.
 */
interface Compiler extends Readonly<Record<Direction, Map<string, ValidateFunction>>> {
  readonly ajv: Ajv
}

function createCompiler(allErrors: boolean): Compiler {
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    allErrors,
    messages: true,
    logger: false,
    // 0.3 is a multiple of 0.1 (1.6 limits), though not in binary fractions.
    multipleOfPrecision: 6,
  })
  addFormats(ajv)
  const { validate } = addFormats.get('date-time') as { readonly validate: (text: string) => boolean }
  ajv.addFormat('date-time', { validate: lastRemembered(validate) })
  return { ajv, Request: new Map(), Response: new Map() }
}

/** The same check, which is spared for a text that was just found right: one message says one time again and again. */
function lastRemembered(isRight: (text: string) => boolean): (text: string) => boolean {
  let right: string | null = null
  return (text) => {
    if (text === right) return true
    if (!isRight(text)) return false
    right = text
    return true
  }
}

/** A schema's complaint as it is told to the station. */
export function toViolation(error: ErrorObject | undefined): Violation {
  if (!error) return { kind: 'format', description: 'The payload does not match its schema' }
  const where = error.instancePath === '' ? 'the payload' : error.instancePath.slice(1)
  return { kind: KINDS[error.keyword] ?? 'property', description: `${where} ${error.message ?? 'is not valid'}` }
}

/** Integers of both versions have 32 bits; beyond these bounds not even the ledger can hold them. */
const INTEGER_BOUNDS = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }

/** The schema with bounds, at every depth, for integers that have none. */
function bounded(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bounded)
  if (typeof node !== 'object' || node === null) return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, bounded(value)]))
  return copy.type === 'integer' ? { ...INTEGER_BOUNDS, ...copy } : copy
}
