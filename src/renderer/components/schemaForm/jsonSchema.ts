/** As much of JSON Schema as the site's own commands (zod) and the official OCPP schemas use. */
export interface JsonSchema {
  readonly $ref?: string
  readonly definitions?: Readonly<Record<string, JsonSchema>>
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly type?: string | readonly string[]
  readonly anyOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number
  /** What the field holds beyond its type (`@shared/commands/fields`). */
  readonly field?: string
}

/** Follows `#/definitions/X` and `#/$defs/X`; what stands beside the reference (a default, say) goes before it. */
export function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const { $ref, ...beside } = schema
  if ($ref === undefined) return schema
  const [, place, name = ''] = $ref.split('/')
  const found = (place === '$defs' ? root.$defs : root.definitions)?.[decodeURIComponent(name)]
  if (found === undefined) throw new Error(`The schema refers to ${$ref}, which is not in it`)
  return resolve({ ...found, ...beside }, root)
}
