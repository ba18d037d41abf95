interface Schema {
  readonly $ref?: string
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly definitions?: Readonly<Record<string, Schema>>
}

/** A text, number, boolean or null in a payload, and what its schema says about it. */
export interface Leaf {
  readonly name: string
  readonly value: unknown
  readonly isEnum: boolean
  readonly required: boolean
  readonly format: string | null
}

/** The payload with every leaf replaced by what `bend` makes of it; undefined leaves it out. */
export function bendLeaves(payload: object, root: object | null, bend: (leaf: Leaf) => unknown): object {
  const { definitions = {} } = (root ?? {}) as Schema
  const resolve = (schema: Schema): Schema =>
    schema.$ref ? (definitions[schema.$ref.replace('#/definitions/', '')] ?? {}) : schema
  const walk = (value: unknown, given: Schema, name: string, required: boolean): unknown => {
    const schema = resolve(given)
    if (Array.isArray(value)) return value.map((item) => walk(item, schema.items ?? {}, name, true))
    if (typeof value !== 'object' || value === null) {
      return bend({ name, value, required, isEnum: schema.enum !== undefined, format: schema.format ?? null })
    }
    const entries = Object.entries(value).map(([key, part]) => {
      const isRequired = schema.required?.includes(key) ?? false
      return [key, walk(part, schema.properties?.[key] ?? {}, key, isRequired)] as const
    })
    return Object.fromEntries(entries.filter(([, part]) => part !== undefined))
  }
  return walk(payload, (root ?? {}) as Schema, '', true) as object
}
