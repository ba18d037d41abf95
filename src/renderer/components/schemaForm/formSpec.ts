import { type JsonSchema, resolve } from './jsonSchema'

/** What a person fills in, told from a JSON schema: one kind for each way to ask. */
export type FormSpec =
  | {
      readonly kind: 'text'
      readonly field: string | null
      readonly minLength: number
      readonly maxLength: number | null
      readonly pattern: string | null
    }
  | {
      readonly kind: 'number'
      readonly field: string | null
      readonly whole: boolean
      readonly min: number | null
      readonly max: number | null
      /** Decimals that may be given; null for any. */
      readonly step: number | null
    }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** Some of a few; none twice. */
  | { readonly kind: 'choices'; readonly options: readonly string[]; readonly min: number; readonly max: number | null }
  /** A date with its time: milliseconds since 1970 (`number`) or RFC 3339 (`text`). */
  | { readonly kind: 'moment'; readonly as: 'number' | 'text' }
  | { readonly kind: 'group'; readonly fields: readonly FormField[] }
  | { readonly kind: 'list'; readonly item: FormSpec; readonly min: number; readonly max: number | null }
  /** Numbers of things that are picked from a list of the site, such as cards. */
  | { readonly kind: 'picked'; readonly field: string; readonly max: number | null }
  /** The same whatever is filled in. */
  | { readonly kind: 'constant'; readonly value: unknown }
  /** Anything, written as JSON. */
  | { readonly kind: 'json'; readonly objectOnly: boolean }

export interface FormField {
  readonly name: string
  /** Has to be filled in; otherwise it can be left out. */
  readonly required: boolean
  /** What it is when nothing is filled in; undefined for nothing. */
  readonly initial: unknown
  readonly spec: FormSpec
}

/** Integers of 32 bits and JavaScript's own bounds say nothing to a person. */
const telling = (bound: number | undefined): number | null =>
  bound === undefined || Math.abs(bound) >= 2_147_483_647 ? null : bound

/** A vendor's own data: written as JSON, since its fields are not known (P01). */
const VENDOR_DATA = 'customData'

/**
 * `site`: a command in the site's own words; its defaults are shown and sent. `protocol`: a message of OCPP, where what
 * may be left out is left out, and what has to be there has to be filled in.
 */
export type FormStyle = 'site' | 'protocol'

/** Texts of the protocol that have to be there and may be empty (the idToken of NoAuthorization, C02.FR.02). */
const MAY_BE_EMPTY = new Set(['idToken'])

interface Around {
  readonly root: JsonSchema
  readonly style: FormStyle
}

/**
 * The form of a JSON schema. @throws Error when it refers to what is not in it: the schema is broken, and so a form made
 * of it would be.
 */
export function formSpec(schema: JsonSchema, style: FormStyle): FormSpec {
  return specOf(schema, { root: schema, style }).spec
}

function specOf(given: JsonSchema, around: Around): { readonly spec: FormSpec; readonly nullable: boolean } {
  const schema = resolve(given, around.root)
  if (schema.anyOf !== undefined) {
    const parts = schema.anyOf.filter((part) => resolve(part, around.root).type !== 'null')
    const [only] = parts
    const nullable = parts.length < schema.anyOf.length
    if (parts.length === 1 && only !== undefined) return { ...specOf(only, around), nullable }
    return { spec: { kind: 'json', objectOnly: false }, nullable }
  }
  return { spec: plainSpec(schema, around), nullable: false }
}

function plainSpec(schema: JsonSchema, around: Around): FormSpec {
  if (schema.const !== undefined) return { kind: 'constant', value: schema.const }
  if (schema.enum !== undefined) return { kind: 'choice', options: schema.enum.map(String) }
  const field = schema.field ?? null
  switch (schema.type) {
    case 'object':
      return schema.properties === undefined
        ? { kind: 'json', objectOnly: true }
        : { kind: 'group', fields: fieldsOf(schema, schema.properties, around) }
    case 'array':
      return listSpec(schema, around)
    case 'boolean':
      return { kind: 'boolean' }
    case 'integer':
    case 'number':
      if (field === 'dateTime') return { kind: 'moment', as: 'number' }
      return {
        kind: 'number',
        field,
        whole: schema.type === 'integer',
        min: telling(lowest(schema)),
        max: telling(schema.maximum),
        step: schema.multipleOf ?? null,
      }
    case 'string':
      if (schema.format === 'date-time' || field === 'dateTime') return { kind: 'moment', as: 'text' }
      return {
        kind: 'text',
        field,
        minLength: schema.minLength ?? 0,
        maxLength: schema.maxLength ?? null,
        pattern: schema.pattern ?? null,
      }
    default:
      return { kind: 'json', objectOnly: false }
  }
}

function listSpec(schema: JsonSchema, around: Around): FormSpec {
  const min = schema.minItems ?? 0
  const max = schema.maxItems ?? null
  if (schema.items === undefined) return { kind: 'json', objectOnly: false }
  if (schema.field !== undefined) return { kind: 'picked', field: schema.field, max }
  const { spec: item } = specOf(schema.items, around)
  if (item.kind === 'choice') return { kind: 'choices', options: item.options, min, max }
  return { kind: 'list', item, min, max }
}

/** Ids are whole numbers above 0. */
function lowest({ type, minimum, exclusiveMinimum }: JsonSchema): number | undefined {
  if (minimum !== undefined || exclusiveMinimum === undefined) return minimum
  return type === 'integer' ? exclusiveMinimum + 1 : exclusiveMinimum
}

function fieldsOf(
  schema: JsonSchema,
  properties: Readonly<Record<string, JsonSchema>>,
  around: Around,
): readonly FormField[] {
  const inOrder = Object.entries(properties).sort(
    ([one], [other]) => Number(one === VENDOR_DATA) - Number(other === VENDOR_DATA),
  )
  return inOrder.map(([name, property]): FormField => {
    if (name === VENDOR_DATA) {
      return { name, required: false, initial: undefined, spec: { kind: 'json', objectOnly: true } }
    }
    const { spec, nullable } = specOf(property, around)
    const said = schema.required?.includes(name) === true
    if (around.style === 'protocol') {
      const mustBeFilled = said && spec.kind === 'text' && !MAY_BE_EMPTY.has(name)
      const filled = mustBeFilled ? { ...spec, minLength: Math.max(spec.minLength, 1) } : spec
      return { name, required: said, initial: undefined, spec: filled }
    }
    const byDefault = resolve(property, around.root).default ?? undefined
    return { name, required: !nullable && (said || byDefault !== undefined), initial: byDefault, spec }
  })
}
