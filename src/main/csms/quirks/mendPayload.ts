import type { Quirk } from '@shared/ocpp/quirks'
import type { Protocol } from '@shared/ocpp/station'
import type { ErrorObject } from 'ajv'
import type { Fault, Mend } from './mend'
import { celcius, letterCase, unknownChoice } from './mends/choices'
import { emptyList, extraField, nullField } from './mends/fields'
import { missingField, missingTime } from './mends/missing'
import { unknownReading } from './mends/readings'
import { streamTimes } from './mends/streams'
import { longText, timeWithoutZone } from './mends/texts'
import { fraction, manyDecimals, numberAsText, textAsNumber, truthAsText } from './mends/types'

/** In the order in which they are tried: what names a departure best comes first. */
export const MENDS: readonly Mend[] = [
  streamTimes,
  extraField,
  nullField,
  celcius,
  letterCase,
  unknownReading,
  unknownChoice,
  emptyList,
  fraction,
  numberAsText,
  truthAsText,
  textAsNumber,
  manyDecimals,
  timeWithoutZone,
  longText,
  missingTime,
  missingField,
]

/** Most times that a message is looked at again after something in it was mended: what was hidden by it shows then. */
export const MENDING_ROUNDS_MAX = 8

/**
 * Most departures of one message that are made sense of. The largest message has room for fewer readings; what has more
 * is nonsense, and looking at each of its parts would hold up all other stations.
 */
export const DEPARTURES_MAX = 20_000

/** A departure that was accepted, and where: `StatusNotification/status`. */
export interface Tolerated {
  readonly quirk: Quirk
  readonly place: string
}

export interface MendRequest {
  readonly protocol: Protocol
  readonly action: string
  readonly payload: object
  readonly receivedAt: number
  /** Everything that the schema finds wrong, in the order of the payload. */
  readonly faults: (payload: object) => readonly ErrorObject[]
  readonly accepts: (quirk: Quirk) => boolean
}

export type Mended =
  | { readonly kind: 'mended'; readonly payload: object; readonly tolerated: readonly Tolerated[] }
  /** Something is left that no accepted quirk explains. */
  | { readonly kind: 'refused'; readonly error: ErrorObject }

/**
 * Makes sense of a payload that its schema refuses, as far as the departures are known and accepted. Works on a copy:
 * what came stays as it came. Each departure is told once a place.
 */
export function mendPayload(request: MendRequest): Mended {
  const payload = structuredClone(request.payload)
  const tolerated = new Map<string, Tolerated>()
  let asItCame: readonly ErrorObject[] | null = null
  for (let round = 0; ; round++) {
    const errors = request.faults(payload)
    asItCame ??= errors
    const [first] = errors
    if (!first) return { kind: 'mended', payload, tolerated: [...tolerated.values()] }
    const isTooMuch = round >= MENDING_ROUNDS_MAX || errors.length > DEPARTURES_MAX
    if (isTooMuch || !mendRound(request, payload, errors, tolerated)) {
      return { kind: 'refused', error: behind(first, asItCame) }
    }
  }
}

/** What was wrong in the words of the message as it came: a field that is missing now may have been taken out in vain. */
function behind(error: ErrorObject, asItCame: readonly ErrorObject[]): ErrorObject {
  if (error.keyword !== 'required') return error
  const place = `${error.instancePath}/${fieldOf(error)}`
  return asItCame.find(({ instancePath }) => instancePath === place) ?? error
}

/**
 * Mends what it can of one look at the payload; one fault a place, because the next may not stand any more. From the
 * end to the beginning: what is taken out of a list moves only what was looked at already.
 * @returns whether anything was mended
 */
function mendRound(
  request: MendRequest,
  payload: object,
  errors: readonly ErrorObject[],
  tolerated: Map<string, Tolerated>,
): boolean {
  const touched = new Set<string>()
  let changed = false
  for (const error of errors.toReversed()) {
    const where = `${error.instancePath} ${fieldOf(error)}`
    if (touched.has(where)) continue
    const fault = faultAt(request, payload, error)
    const mend = fault && MENDS.find((entry) => request.accepts(entry.quirk) && entry.mend(fault))
    if (!fault || !mend) continue
    touched.add(where)
    changed = true
    const place = [request.action, fault.path, fieldOf(error)].filter(Boolean).join('/')
    tolerated.set(`${mend.quirk} ${place}`, { quirk: mend.quirk, place })
  }
  return changed
}

/** The field that an error names beside its place: one too many, or one that is missing. */
function fieldOf({ keyword, params }: ErrorObject): string {
  if (keyword === 'additionalProperties') return String(params.additionalProperty)
  return keyword === 'required' ? String(params.missingProperty) : ''
}

/** Null where the place is gone by now: what held it was taken out. */
function faultAt(request: MendRequest, root: object, error: ErrorObject): Fault | null {
  const { protocol, action, receivedAt } = request
  const steps = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  let value: unknown = root
  let holder: Fault['holder'] = null
  const path: string[] = []
  for (const key of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null
    const object = value as Record<string, unknown>
    holder = { object, key }
    if (!Array.isArray(object)) path.push(key)
    value = object[key]
  }
  return { error, protocol, action, receivedAt, holder, root, value, path: path.join('/') }
}
