import { createRouterClient } from '@orpc/server'
import type { DeviceTokenRequest } from '@shared/contract/devices'
import type { TariffTerms } from '@shared/contract/tariffs'
import { createDemoFleet } from '@simulator/demo'
import type { DemoTokens } from './ready'
import type { ServiceContext } from './service/context'
import type { SiteRouter } from './siteRouter'

/** What the demo enrols: the card of the classic OCPP examples, and three people. */
const DEMO_CARDS = [
  { token: 'AA12345', holder: 'OCPP example', label: 'Example card' },
  { token: '04A1B2C3D4E5F6', holder: 'Ines Martin', label: 'Company car' },
  { token: '0477AA10BB20CC', holder: 'Jonas Weber', label: 'Visitor 2' },
  { token: '04DE1D1C0FFE01', holder: 'Workshop', label: 'Van' },
] as const

/** An identity without hardware, for whoever tries an OCPP client of their own. */
const FREE_IDENTITY = 'CP_1'

/** So far back goes what the chargers have to tell: into the month before, whatever day it is. */
const PAST_DAYS = 40

const ORGANISATION = 'Demo Energy'

/** What charging costs, in cents of the site's currency, dearer in the evening of a workday. */
const TARIFF: TariffTerms & { readonly fromDay: string } = {
  // A first tariff may begin on any day.
  fromDay: '2020-01-01',
  pricePerKwhMilliMinor: 39_000,
  bands: [
    {
      name: 'Evening',
      days: [1, 2, 3, 4, 5],
      fromMinute: 17 * 60,
      untilMinute: 21 * 60,
      pricePerKwhMilliMinor: 45_000,
    },
  ],
  feePerSessionMinor: 0,
  feePerMonthMinor: 0,
  tax: { name: 'VAT', rateMillionths: 190_000, included: true },
  rounding: { what: 'session', mode: 'half-up' },
}

/** For whatever a person tries devices with: signed at once, with topics to play on. */
const DEMO_DEVICE_TOKEN: DeviceTokenRequest = {
  name: 'Demo',
  signing: 'at-once',
  usesMax: null,
  endsAt: null,
  policy: { clientIds: [], read: ['test/#', 'alpn/#'], write: ['test/#', 'alpn/#'] },
}

function given(made: { kind: 'made'; token: string } | { kind: 'too-many' | 'name-taken' }): string {
  if (made.kind !== 'made') throw new Error('the demo site makes no tokens')
  return made.token
}

/** A demo that runs; its owner stops it before the site closes. */
export interface Demo {
  readonly tokens: DemoTokens
  stop(): Promise<void>
}

/**
 * Sets a fresh site up through the same calls that a person would make, and lets three virtual chargers live on it.
 * `chargerUrl` is asked after the set-up, when the site listens.
 */
export async function startDemo(router: SiteRouter, chargerUrl: () => string): Promise<Demo> {
  const context: ServiceContext = { actor: 'demo' }
  const client = createRouterClient(router, { context })
  await client.site.setUp({ siteName: 'Demo site', organisation: ORGANISATION })
  for (const card of DEMO_CARDS) await client.cards.enrol({ ...card, tokenType: 'ISO14443' })
  await client.stations.register({ identity: FREE_IDENTITY, label: 'For your own OCPP client' })
  await client.tariffs.add(TARIFF)
  const tokens: DemoTokens = {
    device: given(await client.devices.makeToken(DEMO_DEVICE_TOKEN)),
    admin: given(await client.apiTokens.makeToken({ name: 'Demo', scope: 'admin', endsAt: null })),
  }

  const fleet = createDemoFleet({
    url: chargerUrl(),
    organisation: ORGANISATION,
    cards: DEMO_CARDS.slice(1).map(({ token }) => ({ value: token, type: 'ISO14443' as const })),
    pastDays: PAST_DAYS,
  })
  for (const { settings } of fleet.chargers) await client.stations.register({ identity: settings.identity })
  fleet.start()
  return { tokens, stop: () => fleet.stop() }
}
