import type { Protocol } from '@shared/ocpp/station'
import { afterEach, beforeEach, expect } from 'vitest'
import { freshEcKeys, type RequestRecipe, requestPem } from './certificationRequests'
import { eventually } from './eventually'
import { bootOf, RawCharger } from './rawCharger'
import { openTestSite, type TestSite, type TestSiteOptions } from './testSite'

/** Serial number of the station that asks. */
export const SERIAL = 'SN-0042'

/** A request with a key of its own for the station and organisation of the tests. */
export const csrOf = (recipe: RequestRecipe = {}) =>
  requestPem({
    keyPair: freshEcKeys(),
    subject: [
      ['O', 'Test Organisation'],
      ['CN', SERIAL],
    ],
    ...recipe,
  })

/** The request desk of a real site with the station CP_1, as the tests of a file use it. */
export class DeskAtSite {
  site: TestSite
  readonly #passwords = new Map<string, string>()

  constructor(site: TestSite) {
    this.site = site
  }

  static async open(options: TestSiteOptions = {}): Promise<DeskAtSite> {
    const site = await openTestSite({ limits: { callTimeoutMs: 5_000 }, ...options })
    await site.client.stations.register({ identity: 'CP_1', serialNumber: SERIAL })
    return new DeskAtSite(site)
  }

  readonly connect = async (protocol: Protocol = 'ocpp2.0.1', identity = 'CP_1', serialNumber = SERIAL) => {
    const password = this.#passwords.get(identity)
    const basic = Buffer.from(`${identity}:${password}`).toString('base64')
    const options = password === undefined ? undefined : { headers: { authorization: `Basic ${basic}` } }
    const charger = await RawCharger.connect(this.site.url, identity, protocol, options)
    await charger.ask('BootNotification', bootOf(protocol, serialNumber))
    return charger
  }

  /** From now on the station proves who it is by a password: without that no request of it is green. */
  readonly withPassword = async (identity = 'CP_1') => {
    const { client } = this.site
    const station = (await snapshotOf(client)).find((each) => each.identity === identity)
    const stationId = station?.id ?? 0
    this.#passwords.set(identity, (await client.security.setPassword({ stationId })).password)
    await client.security.setProfile({ stationId, profile: 1 })
  }

  readonly sign = async (charger: RawCharger, csr: string) => (await charger.ask('SignCertificate', { csr })).status

  readonly requests = async (status?: 'pending' | 'unreadable' | 'approved' | 'rejected') =>
    (await this.site.client.requests.find({ status, limit: 100 })).entries

  readonly pending = async () => {
    const [first] = await this.requests('pending')
    if (!first) throw new Error('nothing waits')
    return first
  }

  readonly caseOf = (requestId: number) => this.site.client.requests.get({ requestId })

  readonly delivered = (requestId: number, state: string) =>
    eventually(async () => expect((await this.caseOf(requestId)).request.delivery?.state).toBe(state))

  /** How often the events page was told; no charger here reports an event or presents a card. */
  readonly toldOfEvents = async () => {
    const first = await (await this.site.client.site.revisions()).next()
    return first.done ? null : first.value.events
  }

  readonly trail = async () => (await this.site.client.events.audit({})).entries
  readonly audit = async () => (await this.trail()).map((entry) => entry.action)

  readonly approve = (requestId: number) =>
    this.site.client.requests.approve({ requestId, reason: 'checked on the phone' })
}

async function snapshotOf(client: TestSite['client']) {
  for await (const event of await client.stations.watch()) return event.type === 'snapshot' ? event.entries : []
  return []
}

/** A site for each test of the file; it is closed afterwards, whichever it is then. */
export function deskForEach(options: TestSiteOptions = {}): { at: DeskAtSite } {
  let desk: DeskAtSite
  beforeEach(async () => {
    desk = await DeskAtSite.open(options)
  })
  afterEach(() => desk.site.close())
  return {
    get at() {
      return desk
    },
    set at(other) {
      desk = other
    },
  }
}
