import { PROTOCOLS, type Protocol } from '@shared/ocpp/station'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import * as schemas16 from 'typed-ocpp/dist/ocpp16/schemas.js'
import * as schemas201 from 'typed-ocpp/dist/ocpp20/schemas.js'
import * as schemas21 from 'typed-ocpp/dist/ocpp21/schemas.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { environment } from '../support/environment'
import { authorizeOf, RawCharger } from '../support/rawCharger'
import { garbled, matching, mutated } from '../support/schemaArbitrary'
import { openTestSite, type TestSite } from '../support/testSite'

// Random and mutated frames against a running site over real sockets: CHARGEHAND_TEST_FRAMES of them, half a version.
// A failure names its seed; CHARGEHAND_TEST_SEED repeats it.

const AT_ONCE = 200
const SEED = environment.seed
const SCHEMAS: Readonly<Record<Protocol, Readonly<Record<string, object>>>> = {
  'ocpp1.6': schemas16 as unknown as Record<string, object>,
  'ocpp2.0.1': schemas201 as unknown as Record<string, object>,
  'ocpp2.1': schemas21 as unknown as Record<string, object>,
}

const CODES_2X = [
  'FormatViolation',
  'GenericError',
  'InternalError',
  'MessageTypeNotSupported',
  'NotImplemented',
  'NotSupported',
  'OccurrenceConstraintViolation',
  'PropertyConstraintViolation',
  'ProtocolError',
  'RpcFrameworkError',
  'SecurityError',
  'TypeConstraintViolation',
]

/** Every code that the version's specification has (1.6 JSON §4.2.3; 2.0.1 part 4 §4.3). */
const CODES: Readonly<Record<Protocol, readonly string[]>> = {
  'ocpp1.6': [
    'NotImplemented',
    'NotSupported',
    'InternalError',
    'ProtocolError',
    'SecurityError',
    'FormationViolation',
    'PropertyConstraintViolation',
    'OccurenceConstraintViolation',
    'TypeConstraintViolation',
    'GenericError',
  ],
  'ocpp2.0.1': CODES_2X,
  'ocpp2.1': CODES_2X,
}

const USUAL_2X = [
  'Authorize',
  'BootNotification',
  'TransactionEvent',
  'MeterValues',
  'StatusNotification',
  'SignCertificate',
  'SecurityEventNotification',
]

/** What stations send most; the rest of the version's actions comes too, and more rarely. */
const USUAL: Readonly<Record<Protocol, readonly string[]>> = {
  'ocpp1.6': [
    'Authorize',
    'BootNotification',
    'StartTransaction',
    'StopTransaction',
    'MeterValues',
    'StatusNotification',
    'SignCertificate',
  ],
  'ocpp2.0.1': USUAL_2X,
  'ocpp2.1': USUAL_2X,
}

let site: TestSite
beforeAll(async () => {
  site = await openTestSite({ limits: { framesPerSecond: 1_000_000 } })
  for (const identity of [...PROTOCOLS, 'GOOD']) await site.client.stations.register({ identity })
  await site.client.cards.enrol({ token: 'AA12345' })
})
afterAll(() => site.close())

/** Frames as text: whole and right, right but for some parts, garbled, and nonsense. */
function frames(protocol: Protocol): fc.Arbitrary<string> {
  const requests = Object.entries(SCHEMAS[protocol])
    .filter(([name]) => name.endsWith('Request'))
    .map(([name, schema]) => ({ action: name.slice(0, -'Request'.length), payload: matching(schema) }))
  const of = (some: typeof requests) =>
    fc.oneof(...some.map(({ action, payload }) => fc.tuple(fc.constant(2), fc.uuid(), fc.constant(action), payload)))
  const usual = of(requests.filter(({ action }) => USUAL[protocol].includes(action)))
  const call = fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: of(requests) })
  const text = call.map((frame) => JSON.stringify(frame))
  const anything = fc.tuple(
    fc.oneof(fc.constantFrom(2, 3, 4, 5), fc.jsonValue()),
    fc.oneof(fc.string(), fc.jsonValue()),
  )
  const texts = fc.oneof(
    { weight: 3, arbitrary: text },
    {
      weight: 3,
      arbitrary: call.chain(([type, id, action, payload]) =>
        mutated(payload).map((odd) => JSON.stringify([type, id, action, odd])),
      ),
    },
    { weight: 2, arbitrary: call.chain(mutated).map((frame) => JSON.stringify(frame) ?? '') },
    { weight: 2, arbitrary: text.chain(garbled) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(anything, fc.array(fc.jsonValue(), { maxLength: 3 }))
        .map(([head, rest]) => JSON.stringify([...head, ...rest])),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  ) // As the wire carries it: UTF-8 has no half characters.
  return texts.map((one) => Buffer.from(one).toString())
}

interface Wanted {
  readonly text: string
  readonly id: string
  /** Whose result would do too. */
  readonly action?: string
  /** The errors that would do. */
  readonly codes: readonly string[]
}

/** What has to come back for a frame: an answer with this id, or nothing. Read apart from the server's own reader. */
function answerTo(text: string, protocol: Protocol): Wanted | null {
  const unreadable = protocol === 'ocpp1.6' ? null : { text, id: '-1', codes: ['RpcFrameworkError'] }
  let frame: unknown
  try {
    frame = JSON.parse(text)
  } catch {
    return unreadable
  }
  if (!Array.isArray(frame) || frame.length === 0) return unreadable
  const [type, id, action] = frame as unknown[]
  const readable = typeof id === 'string' && id.length > 0 && id.length <= 255
  if (type === 3 || type === 4) return null
  if (type === 2) {
    if (!readable) return unreadable
    return { text, id, action: typeof action === 'string' ? action : '', codes: CODES[protocol] }
  }
  if (protocol === 'ocpp1.6') return null
  // CALLRESULTERROR and SEND have no answer, and what 2.1 does not know it passes over.
  if (protocol === 'ocpp2.1' && typeof type === 'number') return null
  const codes = typeof type === 'number' ? ['MessageTypeNotSupported'] : ['RpcFrameworkError']
  return { text, id: readable ? id : '-1', codes }
}

const compiled = new Map<string, ValidateFunction>()
const ajv = new Ajv({ strict: false, validateSchema: false, logger: false })
addFormats(ajv)

/** Whether the answer is what the version allows as an answer to this action. */
function isAllowed(
  answer: unknown[],
  wanted: { action?: string; codes: readonly string[] },
  protocol: Protocol,
): boolean {
  const [type, , code, description] = answer
  if (type === 4) {
    const right = typeof description === 'string' && description.length <= 255 && answer.length === 5
    return right && wanted.codes.includes(String(code))
  }
  const schema = SCHEMAS[protocol][`${wanted.action}Response`]
  if (type !== 3 || answer.length !== 3 || !schema) return false
  const key = `${protocol} ${wanted.action}`
  const { $id, ...anonymous } = schema as { $id?: string }
  const validate = compiled.get(key) ?? ajv.compile(anonymous)
  compiled.set(key, validate)
  return validate(answer[2])
}

/** Gives each wanted answer one of its own (ids may repeat, so by augmenting paths); what is left over on either side. */
function pairUp(wanted: readonly Wanted[], came: readonly unknown[][], protocol: Protocol) {
  const takenBy = new Map<number, number>()
  const fits = wanted.map((one) =>
    came.flatMap((answer, index) => (answer[1] === one.id && isAllowed(answer, one, protocol) ? [index] : [])),
  )
  const place = (want: number, tried: Set<number>): boolean =>
    (fits[want] ?? []).some((index) => {
      if (tried.has(index)) return false
      tried.add(index)
      const holder = takenBy.get(index)
      if (holder !== undefined && !place(holder, tried)) return false
      takenBy.set(index, want)
      return true
    })
  return {
    unanswered: wanted.filter((_, want) => !place(want, new Set())),
    unasked: came.filter((_, index) => !takenBy.has(index)),
  }
}

test.each(PROTOCOLS)(`whatever a station says on %s (seed ${SEED})`, { timeout: 240_000 }, async (protocol) => {
  const mad = await RawCharger.connect(site.url, protocol, protocol)
  const good = await RawCharger.connect(site.url, 'GOOD', protocol)
  let round = 0
  let results = 0

  const property = fc.asyncProperty(
    fc.array(frames(protocol), { minLength: AT_ONCE, maxLength: AT_ONCE }),
    async (texts) => {
      for (const text of texts) mad.send(text)
      // Calls are answered in order, so when this one is answered all is there that will ever come.
      round += 1
      const [, served] = await Promise.all([
        mad.ask('Heartbeat', {}, `round ${round}`),
        good.ask('Authorize', authorizeOf(protocol, 'aa12345')),
      ])
      expect(Object.values(served)).toEqual([{ status: 'Accepted' }])

      const came = mad.unasked.splice(0)
      results += came.filter((answer) => answer[0] === 3).length
      const wanted = texts.flatMap((text) => answerTo(text, protocol) ?? [])
      const { unanswered, unasked } = pairUp(wanted, came, protocol)
      const saidInstead = came.filter((answer) => unanswered.some((one) => one.id === answer[1]))
      expect(unanswered, `left without a right answer; their ids got ${JSON.stringify(saidInstead)}`).toEqual([])
      expect(unasked).toEqual([])
      // Allowed by the specifications, and yet: nothing a station says may be more than the server can cope with.
      const fatal = came.filter((answer) => answer[2] === 'InternalError').map((answer) => String(answer[1]))
      expect(texts.filter((text) => fatal.some((id) => text.includes(id)))).toEqual([])
    },
  )
  await fc.assert(property, { seed: SEED, numRuns: Math.ceil(environment.frames / 2 / AT_ONCE), endOnFailure: true })
  // Not all of it was nonsense: what is behind the validators was reached too.
  expect(results).toBeGreaterThan((round * AT_ONCE) / 10)
})
