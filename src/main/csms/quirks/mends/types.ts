import type { Fault, Mend } from '../mend'

/** Whether the schema wants this type here; puts the value in when one was found. */
function replaceType(fault: Fault, types: readonly string[], replacement: (value: unknown) => unknown): boolean {
  const { error, holder, value } = fault
  if (error.keyword !== 'type' || !holder || !types.includes(String(error.params.type))) return false
  const found = replacement(value)
  if (found === undefined) return false
  holder.object[holder.key] = found
  return true
}

/** `"12"` where a number belongs. */
export const numberAsText: Mend = {
  quirk: 'number-as-text',
  mend: (fault) =>
    replaceType(fault, ['number', 'integer'], (value) =>
      typeof value === 'string' && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : undefined,
    ),
}

/**
 * `12` where a text belongs, such as the value of a 1.6 reading. Not beyond what a number holds exactly: of two card
 * numbers with twenty digits it would make one.
 */
export const textAsNumber: Mend = {
  quirk: 'text-as-number',
  mend: (fault) =>
    replaceType(fault, ['string'], (value) => {
      if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) return undefined
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
    }),
}

const TRUTHS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  [1, true],
  ['1', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
  [0, false],
  ['0', false],
])

/** `"true"` or `1` where true belongs. */
export const truthAsText: Mend = {
  quirk: 'truth-as-text',
  mend: (fault) => replaceType(fault, ['boolean'], (value) => TRUTHS.get(value)),
}

/** Numbers that name something, or its place in a row: rounded they would name another. */
const NAMING = /(?:id|seqNo|version|level)$/i

/** `1234.5` where a whole number belongs, such as a meter's register in watt-hours. It is rounded. */
export const fraction: Mend = {
  quirk: 'fraction',
  mend: (fault) =>
    replaceType(fault, ['integer'], (value) =>
      typeof value === 'number' && !NAMING.test(fault.holder?.key ?? '') ? Math.round(value) : undefined,
    ),
}

/** More decimal places than the schema allows (multipleOf); rounded to what it does. */
export const manyDecimals: Mend = {
  quirk: 'many-decimals',
  mend({ error, holder, value }) {
    if (error.keyword !== 'multipleOf' || !holder || typeof value !== 'number') return false
    const step = Number(error.params.multipleOf)
    const places = Math.max(0, -Math.floor(Math.log10(step)))
    const rounded = Number((Math.round(value / step) * step).toFixed(places))
    // A value that is a multiple already fails by the arithmetic of fractions alone; nothing would be gained.
    if (rounded === value) return false
    holder.object[holder.key] = rounded
    return true
  },
}
