import { PROTOCOLS, type Protocol } from '@shared/ocpp/station'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { environment } from '../support/environment'
import { answerTo, CODES, pairUp, schemasOf } from '../support/frameJudge'
import { authorizeOf, bootOf, RawCharger } from '../support/rawCharger'
import { garbled, matching, mutated } from '../support/schemaArbitrary'
import { openTestSite, type TestSite } from '../support/testSite'

// Random and mutated frames against a running site over real sockets: CHARGEHAND_TEST_FRAMES of them, a third a version.
// A failure names its seed; CHARGEHAND_TEST_SEED repeats it.

const AT_ONCE = 200
const SEED = environment.seed
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
const stationIds = new Map<string, number>()
beforeAll(async () => {
  site = await openTestSite({ limits: { framesPerSecond: 1_000_000 } })
  for (const identity of [...PROTOCOLS, 'GOOD']) {
    stationIds.set(identity, (await site.client.stations.register({ identity })).stationId)
  }
  await site.client.cards.enrol({ token: 'AA12345' })
})
afterAll(() => site.close())

/** What 2.1 adds and never answers, whole and mutated; to the other versions it is of unknown types. */
function unanswered(call: fc.Arbitrary<unknown[]>): fc.Arbitrary<string> {
  const stream = matching(schemasOf('ocpp2.1').NotifyPeriodicEventStream)
  const sent = fc.tuple(fc.constant(6), fc.uuid(), fc.constant('NotifyPeriodicEventStream'), stream)
  const sentInstead = call.map(([, ...rest]) => [6, ...rest])
  const refused = fc.tuple(
    fc.constant(5),
    fc.uuid(),
    fc.constantFrom(...CODES['ocpp2.1']),
    fc.string(),
    fc.constant({}),
  )
  const whole = fc.oneof<fc.Arbitrary<unknown>[]>(sent, sentInstead, refused)
  return fc.oneof(whole, whole.chain(mutated)).map((frame) => JSON.stringify(frame) ?? '')
}

/** Frames as text: whole and right, right but for some parts, garbled, and nonsense. */
function frames(protocol: Protocol): fc.Arbitrary<string> {
  const requests = Object.entries(schemasOf(protocol))
    .filter(([name]) => name.endsWith('Request'))
    .map(([name, schema]) => ({ action: name.slice(0, -'Request'.length), payload: matching(schema) }))
  const of = (some: typeof requests) =>
    fc.oneof(...some.map(({ action, payload }) => fc.tuple(fc.constant(2), fc.uuid(), fc.constant(action), payload)))
  const usual = of(requests.filter(({ action }) => USUAL[protocol].includes(action)))
  const call = fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: of(requests) })
  const text = call.map((frame) => JSON.stringify(frame))
  const anything = fc.tuple(
    fc.oneof(fc.constantFrom(2, 3, 4, 5, 6), fc.jsonValue()),
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
    { weight: 2, arbitrary: unanswered(call) },
  ) // As the wire carries it: UTF-8 has no half characters.
  return texts.map((one) => Buffer.from(one).toString())
}

test.each(PROTOCOLS)(`whatever a station says on %s (seed ${SEED})`, { timeout: 240_000 }, async (protocol) => {
  const mad = await RawCharger.connect(site.url, protocol, protocol)
  const good = await RawCharger.connect(site.url, 'GOOD', protocol)
  const stationId = stationIds.get(protocol) ?? 0
  await mad.ask('BootNotification', bootOf(protocol))
  let round = 0
  let results = 0

  const property = fc.asyncProperty(
    fc.array(frames(protocol), { minLength: AT_ONCE, maxLength: AT_ONCE }),
    async (texts) => {
      // Every other time it is held to the letter.
      await site.client.tolerance.setStrict({ stationId, strict: round % 2 === 1 })
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
  await fc.assert(property, {
    seed: SEED,
    numRuns: Math.ceil(environment.frames / PROTOCOLS.length / AT_ONCE),
    endOnFailure: true,
  })
  // Not all of it was nonsense: what is behind the validators was reached too.
  expect(results).toBeGreaterThan((round * AT_ONCE) / 10)
})
