import type { Mend } from '../mend'

/** A field that the specification does not know. It is left out here and kept in the frame as it came. */
export const extraField: Mend = {
  quirk: 'extra-field',
  mend({ error, value }) {
    if (error.keyword !== 'additionalProperties' || !isObject(value)) return false
    return Reflect.deleteProperty(value, String(error.params.additionalProperty))
  },
}

/** An optional field that is written as null instead of being left out (OCPP-J: empty optionals are omitted). */
export const nullField: Mend = {
  quirk: 'null-field',
  mend({ error, value, holder }) {
    if (error.keyword !== 'type' || value !== null || !holder || Array.isArray(holder.object)) return false
    return Reflect.deleteProperty(holder.object, holder.key)
  },
}

/** An optional list that is written although nothing is in it. */
export const emptyList: Mend = {
  quirk: 'empty-list',
  mend({ error, value, holder }) {
    if (error.keyword !== 'minItems' || !Array.isArray(value) || value.length > 0) return false
    if (!holder || Array.isArray(holder.object)) return false
    return Reflect.deleteProperty(holder.object, holder.key)
  },
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
