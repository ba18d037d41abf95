import { createValidators, type SchemaSet } from '@main/csms/rpc/validate'
import {
  countIds,
  type Draft,
  type DraftGroup,
  entriesOf,
  isGroup,
  newDraft,
} from '@renderer/components/schemaForm/draft'
import { type FormField, type FormSpec, formSpec } from '@renderer/components/schemaForm/formSpec'
import { humanise } from '@renderer/components/schemaForm/humanise'
import type { JsonSchema } from '@renderer/components/schemaForm/jsonSchema'
import { readDraft } from '@renderer/components/schemaForm/readDraft'
import { COMMANDS } from '@shared/commands'
import fc from 'fast-check'
import * as schemas16 from 'typed-ocpp/dist/ocpp16/schemas.js'
import * as schemas201 from 'typed-ocpp/dist/ocpp20/schemas.js'
import * as schemas21 from 'typed-ocpp/dist/ocpp21/schemas.js'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { matching } from '../../support/schemaArbitrary'

const SETS = { 'ocpp1.6': schemas16, 'ocpp2.0.1': schemas201, 'ocpp2.1': schemas21 } as unknown as Record<
  'ocpp1.6' | 'ocpp2.0.1' | 'ocpp2.1',
  SchemaSet
>
const REQUESTS = Object.entries(SETS).flatMap(([protocol, set]) =>
  Object.entries(set)
    .filter(([name]) => name.endsWith('Request'))
    .map(([name, schema]) => [protocol as keyof typeof SETS, name, schema as JsonSchema] as const),
)

const siteForm = (name: keyof typeof COMMANDS) =>
  formSpec(z.toJSONSchema(COMMANDS[name].input, { io: 'input' }) as JsonSchema, 'site')

function fieldsOf(spec: FormSpec): readonly FormField[] {
  if (spec.kind !== 'group') throw new Error('no group')
  return spec.fields
}

const problemsOf = (spec: FormSpec, draft: Draft) => {
  const reading = readDraft(spec, draft)
  return reading.kind === 'good' ? {} : Object.fromEntries([...reading.problems].map(([at, { key }]) => [at, key]))
}

describe('forms of the official messages', () => {
  /** What a form does not keep: outer spaces, empty texts and nulls, milliseconds of a time, order and doubles of choices. */
  const plain = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return /^\d{4}-\d\d-\d\dT.*Z$/.test(value) ? `${value.slice(0, 19)}.000Z` : value.trim()
    }
    if (Array.isArray(value)) {
      const isOfTexts = value.every((part) => typeof part === 'string')
      return isOfTexts ? [...new Set(value.map(plain))].sort() : value.map(plain)
    }
    if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, part]) => [key, key === 'customData' ? part : plain(part)] as const)
        .filter(([, part]) => part !== '' && part !== null),
    )
  }

  it('can be made of every request of every version, and an empty form never sends what its schema forbids', () => {
    for (const [protocol, name, schema] of REQUESTS) {
      const spec = formSpec(schema, 'protocol')
      const reading = readDraft(spec, newDraft(spec, undefined, countIds()))
      if (reading.kind === 'bad') continue
      const validators = createValidators(protocol, SETS[protocol])
      expect(validators.check(name.replace(/Request$/, ''), 'Request', reading.value), name).toBeNull()
    }
  })

  it('say again what they were filled with', { timeout: 60_000 }, () => {
    for (const [protocol, name, schema] of REQUESTS) {
      const spec = formSpec(schema, 'protocol')
      const validators = createValidators(protocol, SETS[protocol])
      fc.assert(
        fc.property(matching(schema), (value) => {
          const reading = readDraft(spec, newDraft(spec, value, countIds()))
          // A required text without a visible character is for a person to fill in.
          if (reading.kind === 'bad') {
            expect([...reading.problems.values()].map(({ key }) => key)).toSatisfy((keys: string[]) =>
              keys.every((key) => key === 'required'),
            )
            return
          }
          expect(plain(reading.value)).toEqual(plain(value))
          expect(validators.check(name.replace(/Request$/, ''), 'Request', reading.value)).toBeNull()
        }),
        { numRuns: 5 },
      )
    }
  })

  it('leave out what may be left out, and want what has to be there', () => {
    const spec = formSpec(schemas201.RequestStartTransactionRequest as unknown as JsonSchema, 'protocol')
    expect(problemsOf(spec, newDraft(spec, undefined, countIds()))).toEqual({
      '/idToken/type': 'required',
      '/remoteStartId': 'required',
    })
  })
})

describe("forms of the site's own commands", () => {
  it.each(Object.keys(COMMANDS) as (keyof typeof COMMANDS)[])('%s: is drawn, with all its fields known', (name) => {
    const spec = siteForm(name)
    expect(fieldsOf(spec).map((field) => field.spec.kind)).not.toContain('json')
    expect(newDraft(spec, undefined, countIds())).toBeTypeOf('object')
  })

  it('begin with the defaults, and what may be nothing is optional', () => {
    const spec = siteForm('reset')
    const draft = newDraft(spec, undefined, countIds())
    expect(draft).toEqual({ when: 'when-idle', evseId: '' })
    expect(fieldsOf(spec).map(({ name, required }) => [name, required])).toEqual([
      ['when', true],
      ['evseId', false],
    ])
    expect(readDraft(spec, draft)).toEqual({ kind: 'good', value: { when: 'when-idle' } })
  })

  it('know what a field holds', () => {
    const kinds = fieldsOf(siteForm('start-session')).map(({ name, spec }) => [name, 'field' in spec && spec.field])
    expect(kinds).toEqual([
      ['evseId', 'evse'],
      ['cardId', 'card'],
    ])
    expect(fieldsOf(siteForm('unlock'))[1]).toMatchObject({ initial: 1, spec: { field: 'connector', min: 1 } })
    expect(fieldsOf(siteForm('reserve')).find(({ name }) => name === 'until')?.spec).toEqual({
      kind: 'moment',
      as: 'number',
    })
  })

  it('are taken by the contract', () => {
    const spec = siteForm('set-variables')
    const draft = newDraft(spec, { variables: [{ component: 'A', variable: 'B', value: '1' }] }, countIds())
    const reading = readDraft(spec, draft)
    expect(reading.kind).toBe('good')
    const input = reading.kind === 'good' ? COMMANDS['set-variables'].input.parse(reading.value) : null
    expect(input?.variables[0]).toMatchObject({ component: 'A', variable: 'B', value: '1', attribute: 'Actual' })
  })
})

describe('what is filled in', () => {
  const group = (properties: Record<string, JsonSchema>, required = Object.keys(properties)) =>
    formSpec({ type: 'object', properties, required }, 'site')
  const check = (schema: JsonSchema, text: string) => problemsOf(group({ x: schema }), { x: text })['/x'] ?? 'good'

  it.each([
    [{ type: 'integer', minimum: 1, maximum: 9 }, '5', 'good'],
    [{ type: 'integer', minimum: 1, maximum: 9 }, ' 5 ', 'good'],
    [{ type: 'integer', minimum: 1, maximum: 9 }, '0', 'tooSmall'],
    [{ type: 'integer', minimum: 1, maximum: 9 }, '10', 'tooLarge'],
    [{ type: 'integer' }, '1.5', 'notWhole'],
    [{ type: 'integer' }, 'many', 'notANumber'],
    [{ type: 'integer' }, '', 'required'],
    [{ type: 'integer', exclusiveMinimum: 0 }, '0', 'tooSmall'],
    [{ type: 'number', multipleOf: 0.1 }, '0.3', 'good'],
    [{ type: 'number', multipleOf: 0.1 }, '6,5', 'good'],
    [{ type: 'number', multipleOf: 0.1 }, '0.35', 'tooFine'],
    [{ type: 'string', maxLength: 3 }, 'abcd', 'tooLong'],
    [{ type: 'string', maxLength: 3 }, '😀😀😀', 'good'],
    [{ type: 'string', minLength: 2 }, 'a', 'tooShort'],
    [{ type: 'string', minLength: 1 }, '  ', 'required'],
    [{ type: 'string', pattern: '^[0-9]+$' }, 'x', 'notAllowed'],
    [{ enum: ['a', 'b'] }, '', 'required'],
    [{ type: 'string', format: 'date-time' }, '2026-01-01T10:00', 'good'],
    [{ type: 'string', format: 'date-time' }, 'tomorrow', 'notATime'],
    [{}, '{"a": 1}', 'good'],
    [{}, '{a}', 'notJson'],
    [{ type: 'object' }, '[]', 'notAnObject'],
  ] satisfies [JsonSchema, string, string][])('%j with “%s”: %s', (schema, text, problem) => {
    expect(check(schema, text)).toBe(problem)
  })

  it('is said with the right types', () => {
    const spec = group({ at: { type: 'integer', field: 'dateTime' }, when: { type: 'string', format: 'date-time' } })
    const at = new Date(2026, 4, 6, 7, 8).getTime()
    expect(readDraft(spec, { at: '2026-05-06T07:08', when: '2026-05-06T07:08' })).toEqual({
      kind: 'good',
      value: { at, when: new Date(at).toISOString() },
    })
  })

  it('names the entry of a list that is wrong', () => {
    const item = { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] }
    const spec = group({ list: { type: 'array', items: item, minItems: 1, maxItems: 2 } })
    const draft = newDraft(spec, { list: [{ n: 1 }, { n: 'x' }] }, countIds())
    expect(problemsOf(spec, draft)).toEqual({ '/list/1/n': 'notANumber' })
    expect(problemsOf(spec, { list: [] })).toEqual({ '/list': 'tooFew' })
    const three = newDraft(spec, { list: [{ n: 1 }, { n: 2 }, { n: 3 }] }, countIds())
    expect(problemsOf(spec, three)).toEqual({ '/list': 'tooMany' })
  })

  it('begins with as many entries as there have to be, each under a number of its own', () => {
    const spec = group({ list: { type: 'array', items: { type: 'string' }, minItems: 2 } })
    const draft = newDraft(spec, undefined, countIds())
    const list = isGroup(draft) ? entriesOf((draft as DraftGroup).list) : []
    expect(new Set(list.map(({ id }) => id)).size).toBe(2)
  })
})

it.each([
  ['chargingProfilePurpose', 'Charging profile purpose'],
  ['evseId', 'EVSE ID'],
  ['idToken', 'ID token'],
  ['iso15118CertificateHashData', 'Iso15118 certificate hash data'],
  ['requestId', 'Request ID'],
  ['responderURL', 'Responder URL'],
  ['certificate_chain', 'Certificate chain'],
])('%s reads “%s”', (name, words) => {
  expect(humanise(name)).toBe(words)
})
