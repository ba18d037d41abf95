import fc from 'fast-check'

interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly string[]
  readonly format?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly multipleOf?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly definitions?: Readonly<Record<string, Schema>>
}

const timestamp = fc
  .date({ min: new Date(0), max: new Date('2099-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString())

/** Values that a JSON schema of the official sets accepts. */
export function matching(root: unknown): fc.Arbitrary<unknown> {
  const { definitions = {} } = root as Schema
  const build = (schema: Schema): fc.Arbitrary<unknown> => {
    if (schema.$ref) return build(definitions[schema.$ref.replace('#/definitions/', '')] ?? {})
    if (schema.enum) return fc.constantFrom(...schema.enum)
    switch (schema.type) {
      case 'object':
        return fc.record(
          Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, value]) => [key, build(value)])),
          { requiredKeys: [...(schema.required ?? [])] },
        )
      case 'array': {
        const { minItems = 0, maxItems = 3 } = schema
        return fc.array(build(schema.items ?? {}), {
          minLength: minItems,
          maxLength: Math.max(minItems, Math.min(maxItems, 3)),
        })
      }
      case 'string':
        if (schema.format === 'date-time') return timestamp
        if (schema.format === 'uri') return fc.webUrl()
        return fc.string({ maxLength: Math.min(schema.maxLength ?? 40, 40) })
      case 'integer':
        return fc.integer({ min: schema.minimum ?? -1_000_000, max: schema.maximum ?? 1_000_000 })
      case 'number':
        // The official sets have steps of 0.1 only.
        if (schema.multipleOf) return fc.integer({ min: -10_000, max: 10_000 }).map((tenths) => tenths / 10)
        return fc.double({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e9, noNaN: true })
      case 'boolean':
        return fc.boolean()
      default:
        return fc.jsonValue({ maxDepth: 1 })
    }
  }
  return build(root as Schema)
}

/** Values that programs tend to stumble over. */
const NASTY = [
  null,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  "'; DROP TABLE session; --",
  '2016-12-31T23:59:60Z',
  '2026-01-01T00:00:00+01',
  'x'.repeat(6_000),
  0,
  -1,
  2 ** 31,
  2 ** 53,
  1e30,
  -1e308,
  0.1,
  true,
  [],
  {},
  [[[[]]]],
]

const nasty: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom(...NASTY), fc.jsonValue({ maxDepth: 3 }))

/** `value` with a few of its parts, at any depth, left out, replaced or doubled. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  return fc
    .array(fc.record({ where: fc.nat(), how: fc.nat(2), what: nasty }), { minLength: 1, maxLength: 3 })
    .map((changes) =>
      changes.reduce<unknown>((current, { where, how, what }) => {
        const copy = structuredClone(current)
        const places = placesIn(copy)
        const place = places[where % Math.max(1, places.length)]
        if (!place) return what
        if (Array.isArray(place.holder)) {
          if (how === 0) place.holder.splice(Number(place.key), 1)
          else place.holder.splice(Number(place.key), how === 1 ? 1 : 0, what)
        } else if (how === 0) delete place.holder[place.key]
        else place.holder[how === 1 ? place.key : `${place.key}2`] = what
        return copy
      }, value),
    )
}

type Place =
  | { readonly holder: unknown[]; readonly key: string }
  | { readonly holder: Record<string, unknown>; readonly key: string }

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])])
}

/** `text` with a few characters lost, doubled, swapped for others or cut off. */
export function garbled(text: string): fc.Arbitrary<string> {
  return fc
    .array(fc.record({ at: fc.nat(), drop: fc.nat(3), put: fc.string({ unit: 'binary', maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((changes) =>
      changes.reduce((current, { at, drop, put }) => {
        const place = at % (current.length + 1)
        return current.slice(0, place) + put + current.slice(place + drop)
      }, text),
    )
}
