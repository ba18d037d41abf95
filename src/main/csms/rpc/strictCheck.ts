import type { PayloadProblem } from '@shared/contract/commands'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { SchemaSet } from './validate'

/** Looks whether a payload fits its official schema to the letter. */
export type StrictCheck = (name: string, payload: unknown) => PayloadProblem[]

/** Most problems that are told at once. */
const PROBLEMS_TOLD = 20

/**
 * For what goes out: unlike what comes in, it has to fit the official schemas exactly, without unknown fields, and all
 * that does not is told at once, so that a person can mend it. Compiled at first use.
 */
export function createStrictCheck(schemas: SchemaSet): StrictCheck {
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    allErrors: true,
    messages: true,
    logger: false,
    // 16.1 is a multiple of 0.1, which binary fractions would deny.
    multipleOfPrecision: 6,
  })
  addFormats(ajv)
  const compiled = new Map<string, ValidateFunction>()
  return (name, payload) => {
    let validate = compiled.get(name)
    if (!validate) {
      const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined
      if (!schema) return [{ path: '', message: `there is no ${name}` }]
      const { $id, ...anonymous } = schema as { $id?: string }
      validate = ajv.compile(anonymous)
      compiled.set(name, validate)
    }
    if (validate(payload)) return []
    return (validate.errors ?? []).slice(0, PROBLEMS_TOLD).map(toProblem)
  }
}

/** Where and which limit: for a field that is missing or unknown, the field itself. */
function toProblem({ instancePath, keyword, params, message = 'is not valid' }: ErrorObject): PayloadProblem {
  switch (keyword) {
    case 'required':
      return { path: `${instancePath}/${params.missingProperty}`, message: 'is required' }
    case 'additionalProperties':
      return { path: `${instancePath}/${params.additionalProperty}`, message: 'is not known' }
    case 'enum':
      return { path: instancePath, message: `${message}: ${(params.allowedValues as unknown[]).join(', ')}` }
    default:
      return { path: instancePath, message }
  }
}
