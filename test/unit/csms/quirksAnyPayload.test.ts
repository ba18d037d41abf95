import { type Read, readPayload } from '@main/csms/quirks/reader'
import type { Direction } from '@main/csms/rpc/validate'
import { QUIRKS, type Quirk } from '@shared/ocpp/quirks'
import { PROTOCOLS, type Protocol } from '@shared/ocpp/station'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { environment } from '../../support/environment'
import { ADAPTERS } from '../../support/ocppTable'
import { matching, mutated } from '../../support/schemaArbitrary'

// Whatever a payload holds, the reader makes sense of it or refuses it: one for 10 of CHARGEHAND_TEST_FRAMES, by
// CHARGEHAND_TEST_SEED. What it has changed it has told.

const SEED = environment.seed
const RECEIVED_AT = Date.UTC(2026, 0, 1, 12)

/** What real stations do to a value. */
const HABITS: readonly ((value: unknown) => unknown)[] = [
  (value) => (typeof value === 'string' ? value.toLowerCase() : String(value)),
  (value) => (typeof value === 'string' ? value.toUpperCase() : value),
  (value) => (typeof value === 'number' ? value + 0.123_456_789 : Number(value)),
  (value) => (typeof value === 'string' ? value.replace(/Z$/, '') : value),
  (value) => (typeof value === 'string' ? value.padEnd(600, 'x') : value),
  (value) => (typeof value === 'object' ? {} : null),
  (value) => (Array.isArray(value) ? [] : [value]),
  () => null,
  () => undefined,
  () => 'Celcius',
  () => 'SomethingOfOurOwn',
]

/** `value` with a few of its parts as real stations write them. */
function habitual(value: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({ where: fc.nat(), habit: fc.constantFrom(...HABITS), extra: fc.boolean() })
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const root = { value: structuredClone(value) }
    for (const { where, habit, extra } of changes) {
      const places = placesIn(root)
      const place = places[where % places.length]
      if (!place) continue
      place.holder[place.key] = habit(place.holder[place.key])
      if (extra && !Array.isArray(place.holder)) place.holder.extra = 1
    }
    return JSON.parse(JSON.stringify(root.value) ?? 'null') as unknown
  })
}

interface Place {
  readonly holder: Record<string, unknown>
  readonly key: string
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])])
}

interface Case {
  readonly action: string
  readonly direction: Direction
  readonly payload: unknown
}

function cases(protocol: Protocol): fc.Arbitrary<Case> {
  const known = Object.entries(ADAPTERS[protocol].schemas).flatMap(([name, schema]) => {
    const [, action, direction] = /^(.+)(Request|Response)$/.exec(name) ?? []
    return action ? [{ action, direction: direction as Direction, right: matching(schema) }] : []
  })
  return fc.constantFrom(...known).chain(({ action, direction, right }) => {
    const payload = fc.oneof(
      { weight: 1, arbitrary: right },
      { weight: 4, arbitrary: right.chain(habitual) },
      { weight: 2, arbitrary: right.chain(mutated) },
      { weight: 1, arbitrary: fc.jsonValue() },
    )
    return payload.map((value) => ({
      action,
      direction,
      payload: JSON.parse(JSON.stringify(value) ?? 'null') as unknown,
    }))
  })
}

/** Where two values differ, from the payload down and without places in lists; a list that lost something as a whole. */
function differences(before: unknown, after: unknown, path: string): string[] {
  if (Object.is(before, after)) return []
  const isDeep = typeof before === 'object' && before !== null && typeof after === 'object' && after !== null
  if (!isDeep || Array.isArray(before) !== Array.isArray(after)) return [path]
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length) return [path]
    return before.flatMap((one, place) => differences(one, after[place], path))
  }
  const [old, fresh] = [before, after] as [Record<string, unknown>, Record<string, unknown>]
  const keys = new Set([...Object.keys(old), ...Object.keys(fresh)])
  return [...keys].flatMap((key) => differences(old[key], fresh[key], `${path}/${key}`))
}

/** One is the other, or holds it. */
const touches = (one: string, other: string) => `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`)

describe.each(PROTOCOLS)(`whatever a payload of %s holds (seed ${SEED})`, { timeout: 240_000 }, (protocol) => {
  const adapter = ADAPTERS[protocol]
  const read = ({ action, direction, payload }: Case, accepts: (quirk: Quirk) => boolean): Read =>
    readPayload({ adapter, action, direction, payload, receivedAt: RECEIVED_AT, accepts })
  const options = { seed: SEED, numRuns: Math.ceil(environment.frames / 10 / PROTOCOLS.length), endOnFailure: true }

  test('what is made of it is valid, and everything that was changed is told', () => {
    let mended = 0
    fc.assert(
      fc.property(cases(protocol), fc.subarray([...QUIRKS], { minLength: QUIRKS.length - 3 }), (sent, accepted) => {
        const before = JSON.stringify(sent.payload)
        const outcome = read(sent, (quirk) => accepted.includes(quirk))
        expect(JSON.stringify(sent.payload)).toBe(before)
        const violation = adapter.validators.check(sent.action, sent.direction, sent.payload)
        if (outcome.kind === 'not-valid') {
          expect(violation).not.toBeNull()
          expect(outcome.violation.description).not.toBe('')
          return
        }
        expect(adapter.validators.check(sent.action, sent.direction, outcome.payload)).toBeNull()
        const { tolerated } = outcome
        expect(tolerated.length > 0).toBe(violation !== null)
        expect(tolerated.filter(({ quirk }) => !accepted.includes(quirk))).toEqual([])
        const untold = differences(sent.payload, outcome.payload, sent.action).filter(
          (path) => !tolerated.some(({ place }) => touches(path, place)),
        )
        expect(untold).toEqual([])
        if (violation) mended += 1
      }),
      options,
    )
    expect(mended).toBeGreaterThan(options.numRuns / 20)
  })

  test('to the letter, nothing is made of it', () => {
    fc.assert(
      fc.property(cases(protocol), (sent) => {
        const violation = adapter.validators.check(sent.action, sent.direction, sent.payload)
        const outcome = read(sent, () => false)
        expect(outcome.kind).toBe(violation === null ? 'valid' : 'not-valid')
        if (outcome.kind === 'valid') expect(outcome.payload).toBe(sent.payload)
      }),
      options,
    )
  })
})
