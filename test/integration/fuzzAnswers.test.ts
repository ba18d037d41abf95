import type { Command } from '@shared/contract/commands'
import { PROTOCOLS, type Protocol } from '@shared/ocpp/station'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takenOf } from '../support/answerMeaning'
import { answeredCommand } from '../support/commandEnd'
import { environment } from '../support/environment'
import { answerTo, CODES, isOfficial, pairUp, schemasOf } from '../support/frameJudge'
import { toStations } from '../support/ocppTable'
import { authorizeOf, bootOf, RawCharger } from '../support/rawCharger'
import { garbled, matching, mutated } from '../support/schemaArbitrary'
import { openTestSite, type TestSite } from '../support/testSite'

// Random and mutated answers of stations to the commands of the site, over real sockets: each command comes to an end,
// and to the right one. One command for 40 of CHARGEHAND_TEST_FRAMES; CHARGEHAND_TEST_SEED repeats a run.

const SEED = environment.seed
/** Stations that are commanded at the same time. */
const STATIONS = 8
/** Stands for the id of the command, which is known only when it has come. */
const ID = 'ID-OF-THE-COMMAND'

let site: TestSite
const stationIds = new Map<string, number>()
const identityOf = (protocol: Protocol, place: number) => `${protocol}-${place}`
beforeAll(async () => {
  site = await openTestSite({ limits: { framesPerSecond: 1_000_000 } })
  const identities = PROTOCOLS.flatMap((protocol) =>
    Array.from({ length: STATIONS }, (_, place) => identityOf(protocol, place)),
  )
  for (const identity of [...identities, 'GOOD']) {
    stationIds.set(identity, (await site.client.stations.register({ identity })).stationId)
  }
  await site.client.cards.enrol({ token: 'AA12345' })
})
afterAll(() => site.close())

/** A command and what the station says to it; the last is always a whole and right answer. */
interface Play {
  readonly action: string
  readonly payload: Record<string, unknown>
  readonly said: readonly string[]
}

function plays(protocol: Protocol): fc.Arbitrary<Play> {
  const schemas = schemasOf(protocol)
  return fc.oneof(
    ...toStations(protocol).map((action) => {
      const right = matching(schemas[`${action}Response`])
      const result = right.map((payload) => [3, ID, payload])
      const code = fc.oneof(fc.constantFrom(...CODES[protocol], 'notimplemented'), fc.string())
      const error = fc.tuple(
        fc.constantFrom(4, 4, 4, 5),
        fc.constant(ID),
        code,
        fc.string({ maxLength: 300 }),
        fc.object(),
      )
      const answer = fc.oneof<fc.Arbitrary<unknown[]>[]>(result, error)
      const odd = fc.oneof(
        { weight: 4, arbitrary: right.chain(mutated).map((payload) => JSON.stringify([3, ID, payload])) },
        { weight: 3, arbitrary: answer.map((frame) => JSON.stringify(frame)) },
        { weight: 3, arbitrary: answer.chain(mutated).map((frame) => JSON.stringify(frame) ?? '') },
        { weight: 2, arbitrary: answer.map((frame) => JSON.stringify(frame)).chain(garbled) },
      )
      return fc
        .tuple(matching(schemas[`${action}Request`]), fc.array(odd, { maxLength: 3 }), result)
        .map(([payload, some, last]) => ({
          action,
          payload: JSON.parse(JSON.stringify(payload)) as Record<string, unknown>,
          said: [...some, JSON.stringify(last)].map((text) => Buffer.from(text).toString()),
        }))
    }),
  )
}

/**
 * The first of the frames that is an answer to the command; one with too many parts is none to the letter. Read apart
 * from the server's own reader.
 */
function answerIn(texts: readonly string[], id: string, strict: boolean): unknown[] {
  for (const text of texts) {
    let frame: unknown
    try {
      frame = JSON.parse(text)
    } catch {
      continue
    }
    if (!Array.isArray(frame) || frame[1] !== id) continue
    if (frame[0] === 3 && (strict ? frame.length === 3 : frame.length >= 3)) return frame
    if (frame[0] === 4 && typeof frame[2] === 'string') return frame
  }
  throw new Error('nothing was an answer')
}

/** Where a command may stand after an answer. One that breaks its schema may be made sense of, but not to the letter. */
function endsOf(protocol: Protocol, action: string, answer: unknown[], strict: boolean): Command['state'][] {
  const [type, , content] = answer
  if (type === 4) return content === 'NotImplemented' || content === 'NotSupported' ? ['refused'] : ['failed']
  if (!isOfficial(protocol, `${action}Response`, content))
    return strict ? ['failed'] : ['failed', 'refused', 'accepted']
  // Integers that no program holds exactly are valid to the schemas, and not to the server.
  const unsafe = /\d{16}|e\+/.test(JSON.stringify(content)) ? (['failed'] as const) : []
  return [...unsafe, takenOf(action, content as object) === 'nothing' ? 'refused' : 'accepted']
}

/** The next command; what else comes stays behind it. */
async function nextCall(charger: RawCharger): Promise<unknown[]> {
  const others: unknown[][] = []
  for (;;) {
    const frame = await charger.next()
    if (frame[0] === 2) {
      charger.unasked.unshift(...others)
      return frame
    }
    others.push(frame)
  }
}

test.each(PROTOCOLS)(`whatever a station answers on %s (seed ${SEED})`, { timeout: 240_000 }, async (protocol) => {
  const chargers = await Promise.all(
    Array.from({ length: STATIONS }, (_, place) => RawCharger.connect(site.url, identityOf(protocol, place), protocol)),
  )
  for (const charger of chargers) await charger.ask('BootNotification', bootOf(protocol))
  const good = await RawCharger.connect(site.url, 'GOOD', protocol)
  const ends = new Set<string>()
  let strict = false

  const perform = async (charger: RawCharger, place: number, { action, payload, said }: Play) => {
    const stationId = stationIds.get(identityOf(protocol, place)) ?? 0
    const outcome = await site.client.commands.sendAction({ stationId, action, payload })
    if (outcome.kind !== 'sent') throw new Error(JSON.stringify(outcome))
    const [, id, asked] = await nextCall(charger)
    expect(asked).toBe(action)
    const texts = said.map((text) => text.replaceAll(ID, String(id)))
    for (const text of texts) charger.send(text)
    const { state } = await answeredCommand(site, outcome.command.id)
    const answer = answerIn(texts, String(id), strict)
    expect(endsOf(protocol, action, answer, strict), JSON.stringify({ action, answer })).toContain(state)
    ends.add(state)

    await charger.ask('Heartbeat', {}, `beat ${place}`)
    const came = charger.unasked.splice(0)
    // 2.1 has a way to say that an answer is no good; nothing else is ever said back to one.
    const refusals = came.filter(([type]) => type === 5)
    const isRefused = protocol === 'ocpp2.1' && state === 'failed' && answer[0] === 3
    expect(refusals.map(([, of, code]) => [of, CODES[protocol].includes(String(code))])).toEqual(
      isRefused ? [[id, true]] : [],
    )
    const others = came.filter(([type]) => type !== 5)
    const wanted = texts.flatMap((text) => answerTo(text, protocol) ?? [])
    expect(pairUp(wanted, others, protocol)).toEqual({ unanswered: [], unasked: [] })
    expect(others.filter(([, , code]) => code === 'InternalError')).toEqual([])
  }

  const property = fc.asyncProperty(
    fc.array(plays(protocol), { minLength: STATIONS, maxLength: STATIONS }),
    async (round) => {
      strict = !strict
      for (const place of round.keys()) {
        const stationId = stationIds.get(identityOf(protocol, place)) ?? 0
        await site.client.tolerance.setStrict({ stationId, strict })
      }
      const [served] = await Promise.all([
        good.ask('Authorize', authorizeOf(protocol, 'aa12345')),
        ...round.map((play, place) => perform(chargers[place] as RawCharger, place, play)),
      ])
      expect(Object.values(served)).toEqual([{ status: 'Accepted' }])
    },
  )
  const numRuns = Math.ceil(environment.frames / 40 / PROTOCOLS.length / STATIONS)
  await fc.assert(property, { seed: SEED, numRuns, endOnFailure: true })
  expect([...ends].sort()).toEqual(['accepted', 'failed', 'refused'])
})
