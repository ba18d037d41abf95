import type { Protocol } from '@shared/ocpp/station'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bootOf, RawCharger } from '../support/rawCharger'
import { openTestSite, type TestSite } from '../support/testSite'

// A limit that is set again takes the place of the one before: two of the same level for the same time would break
// K01.FR.06, and stations refuse the second.

let site: TestSite
let stationId: number
beforeEach(async () => {
  site = await openTestSite()
  stationId = (await site.client.stations.register({ identity: 'CP_1' })).stationId
})
afterEach(() => site.close())

interface Sent {
  /** Of the profile. */
  readonly id: number
  readonly command: number
}
type Input = Extract<Parameters<typeof site.client.commands.send>[0]['command'], { name: 'limit-charging' }>['input']

const DAY = 86_400_000
const NOON = Date.UTC(2026, 6, 1, 12)

test.each(['ocpp1.6', 'ocpp2.0.1', 'ocpp2.1'] as const satisfies readonly Protocol[])('on %s', async (protocol) => {
  const charger = await RawCharger.connect(site.url, 'CP_1', protocol)
  await charger.ask('BootNotification', bootOf(protocol))
  const limit = async (input: Input, status = 'Accepted'): Promise<Sent> => {
    const sent = await site.client.commands.send({ stationId, command: { name: 'limit-charging', input } })
    if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent))
    const { payload } = await charger.obey({ status })
    const { chargingProfile, csChargingProfiles } = payload as {
      chargingProfile?: { id: number }
      csChargingProfiles?: { chargingProfileId: number }
    }
    const { id: command } = sent.command
    const settled = status === 'Accepted' ? 'accepted' : 'refused'
    await expect.poll(async () => (await site.client.commands.get({ commandId: command })).command.state).toBe(settled)
    return { id: chargingProfile?.id ?? csChargingProfiles?.chargingProfileId ?? 0, command }
  }
  const first = await limit({ limit: 16 })
  expect(first.id).toBe(first.command)
  expect((await limit({ limit: 10 })).id).toBe(first.id)
  expect((await limit({ limit: 8 })).id).toBe(first.id)

  // Others stand beside it: for one EVSE, for the station, on another level.
  const evse = await limit({ limit: 6, evseId: 2, stackLevel: 1 })
  const station = await limit({ limit: 32, scope: 'station' })
  const higher = await limit({ limit: 20, stackLevel: 2 })
  expect(new Set([first, evse, station, higher].map(({ id }) => id)).size).toBe(4)
  expect((await limit({ limit: 7, evseId: 2, stackLevel: 1 })).id).toBe(evse.id)

  // So do those that never hold at the same time.
  const day = (start: number) => ({ limit: 5, stackLevel: 3, validFrom: start, validUntil: start + DAY })
  const today = await limit(day(NOON))
  const tomorrow = await limit(day(NOON + DAY))
  expect(tomorrow.id).toBe(tomorrow.command)
  expect((await limit(day(NOON))).id).toBe(today.id)

  // One that the station refused is not there to be replaced; a number that was given is taken.
  const refused = await limit({ limit: 9, stackLevel: 4 }, 'Rejected')
  const taken = await limit({ limit: 9, stackLevel: 4 })
  expect(taken.id).not.toBe(refused.id)
  expect((await limit({ limit: 9, stackLevel: 4, profileId: 777 })).id).toBe(777)
  expect((await limit({ limit: 9, stackLevel: 4 })).id).toBe(777)
})
