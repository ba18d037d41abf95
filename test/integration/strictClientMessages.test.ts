import { PROTOCOLS, type Protocol } from '@shared/ocpp/station'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADAPTERS, FROM_STATIONS } from '../support/ocppTable'
import { bootOf } from '../support/rawCharger'
import { matching } from '../support/schemaArbitrary'
import { connectStrict, type StrictCharger } from '../support/strictCharger'
import { openTestSite, type TestSite } from '../support/testSite'

// Every message that stations send, sent by a client that is not ours: it judges the request and our answer.

const SAMPLES = 4
const SEED = 16_201

let site: TestSite
beforeAll(async () => {
  site = await openTestSite({ limits: { framesPerSecond: 1_000_000 } })
  for (const identity of PROTOCOLS) await site.client.stations.register({ identity })
})
afterAll(() => site.close())

/** Requests of the action, always the same ones. */
function requestsOf(protocol: Protocol, action: string): object[] {
  const { schemas } = ADAPTERS[protocol]
  const made = fc.sample(matching(schemas[`${action}Request`] ?? schemas[action]), { numRuns: SAMPLES, seed: SEED })
  return made.map((payload) => JSON.parse(JSON.stringify(payload)) as object)
}

describe.each(PROTOCOLS)('on %s', (protocol) => {
  let charger: StrictCharger
  beforeAll(async () => {
    charger = await connectStrict(site.url, protocol, protocol)
    // The site's own errands may come in between.
    charger.obey(() => ({ status: 'Accepted' }))
    await charger.call('BootNotification', bootOf(protocol))
  })
  afterAll(() => charger.close())

  test.each(FROM_STATIONS[protocol])('%s is taken to its liking', async (action) => {
    for (const request of requestsOf(protocol, action)) {
      // 2.1: sent and never answered, so that an answer would be a bad message.
      if (action === 'NotifyPeriodicEventStream') charger.sendRaw(JSON.stringify([6, 'stream', action, request]))
      else await expect(charger.call(action, request), JSON.stringify(request)).resolves.toEqual(expect.any(Object))
    }
    await charger.call('Heartbeat', {})
    expect(charger.failures).toEqual([])
  })
})
