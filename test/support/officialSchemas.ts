import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import * as schemas16 from 'typed-ocpp/dist/ocpp16/schemas.js'
import * as schemas201 from 'typed-ocpp/dist/ocpp20/schemas.js'
import * as schemas21 from 'typed-ocpp/dist/ocpp21/schemas.js'

type Schemas = Readonly<Record<string, object>>

/** The official schemas of each version, by name: `HeartbeatRequest`. */
export const OFFICIAL: Readonly<Record<'1.6' | '2.0.1' | '2.1', Schemas>> = {
  '1.6': schemas16 as unknown as Schemas,
  '2.0.1': schemas201 as unknown as Schemas,
  '2.1': schemas21 as unknown as Schemas,
}

// 16.1 is a multiple of 0.1, which binary fractions would deny.
const ajv = new Ajv({ strict: false, multipleOfPrecision: 6 })
addFormats(ajv)
const compiled = new Map<string, ValidateFunction>()

/** What is wrong with a payload, by the official schema of that name; empty when nothing is. */
export function problemsOf(version: keyof typeof OFFICIAL, name: string, payload: unknown): string[] {
  const schema = OFFICIAL[version][name]
  if (!schema) return [`no schema ${name} in ${version}`]
  const key = `${version} ${name}`
  const validate = compiled.get(key) ?? ajv.compile(schema)
  compiled.set(key, validate)
  if (validate(payload)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${name} ${instancePath || '/'} ${message}`)
}
